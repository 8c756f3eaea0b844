"""Text that cannot act on a terminal: escape sequences, control and bidirectional characters are taken out."""

import re

# A whole escape sequence goes, payload and all, so that no "[31m" is left standing. Strings (titles, clipboard writes) go only
# when they end on their own line: a stray introducer must not swallow the rest of an article. The eight-bit introducers lose the
# one character: wrongly decoded quotation marks look like them, and the words between two of those are text.
_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # control sequence: colours, cursor
    r"|[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"  # operating system command, device control, other strings
    r"|[ -/]*[0-~])"  # everything shorter
)
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # invisible and bidirectional formatting
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"  # annotations, tags, lone surrogates
)
_LONE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")


def one_line_end(text: str) -> str:
    r"""Every kind of line end as `\n`."""
    return _LINE_ENDS.sub("\n", text)


def clean_text(text: str) -> tuple[str, int]:
    r"""The text without unsafe characters, and how many were removed.

    Line ends become `\n` (not counted); tabs, joiners of emoji and every other character stay as they are.
    """
    text = one_line_end(text)
    safe = _UNSAFE.sub("", _ESCAPE.sub("", text))
    return safe, len(text) - len(safe)


def clean_typed(text: str) -> str:
    """What a user wrote as safe text: what the terminal's encoding did not hold becomes a replacement character."""
    return clean_text(_LONE.sub("\ufffd", text))[0]


def clean_line(text: str) -> str:
    """Safe text on a single line, white space collapsed: titles, outlets, names."""
    return " ".join(clean_text(text)[0].split())
