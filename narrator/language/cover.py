"""Which places of a text lie in one of several spans."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from narrator.model.article import Span


class Cover:
    """Spans that may overlap, asked for an offset: `offset in Cover(spans)`, in time logarithmic in their number."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset)
        return before > 0 and offset < self._ends[before - 1]
