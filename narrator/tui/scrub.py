"""The last defence: whatever text reaches a line of the screen, nothing in it can act on the terminal.

Texts are cleaned when they are read; this filter holds for everything else as well.
"""

import re
from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


def scrubbed(text: str) -> str:
    """The text without control, bidirectional and invisible characters."""
    return _UNSAFE.sub("", text)


class Scrub(LineFilter):
    """Takes unsafe characters out of every segment that is text."""

    def apply(self, segments: Iterable[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # the filter's interface
        """The segments, clean."""
        return [
            one if one.control or not _UNSAFE.search(one.text) else Segment(scrubbed(one.text), one.style)
            for one in segments
        ]
