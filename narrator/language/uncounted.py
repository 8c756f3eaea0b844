"""Numbers that count nothing: scores, ages, years, names with a number, telephone numbers, versions, list items."""

import re

from narrator.language.figures import Figure
from narrator.language.moments import scan as scan_times

_AGE = r"(?:[0-9]{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|[a-z]{3,9})"

_MASKS = re.compile(
    rf"""
    (?:https?://|www\.)\S+ | \S+\.(?:com|org|net|ly|co)\b\S* | [@\#]\w+            # addresses, handles
  | \b[A-Za-z][\w’']*[-‐‑][0-9]\w*(?:[-‐‑]\w+)* | [A-Za-z]\w*[0-9]\w*              # F-22, B-44, iOS11
  | \b[0-9]+(?:[:/][0-9]+)+ | \b[0-9]+(?:\.[0-9]+){{2,}}                              # 6/30, 1:15, 5.5.1
  | \b[0-9]+(?:st|nd|rd|th)\b | \b[0-9]+['’]?s\b | ['’][0-9]{{2}}\b                   # 12th, 1990s, '96
  | \+[0-9][0-9 ()-]{{6,}} | (?<![\d.,])\b0[0-9]{{2,}}(?:[ -][0-9]+)* | \(?\b[0-9]{{3}}\)?[ -.][0-9]{{3}}[-.][0-9]{{4}}\b
  | \b[0-9]+(?:[-‐‑][0-9]+){{2,}}
  | \b(?:[Nn]os?\.|№)\ ?[0-9]+ | ^\W*[0-9]{{1,2}}[.)](?=\s) | (?<!\w)\([0-9]{{1,2}}\)   # No. 5, "1. ", (3)
  | \b[0-9]+\ of\ [0-9]+\b(?![.,][0-9]|\ (?:the|[a-z]+s\b))                                       # picture 8 of 41
  | \b(?:[Aa]ged?|[Aa]ges|of\ age)\ (?:of\ )?{_AGE}\b(?:(?:,|\ and|\ or|\ to|\ between|-|–)\ ?{_AGE}\b)*
  | (?<=[A-Za-z.’']),\ [0-9]{{1,3}}(?=[,.;)]|\ and\ [A-Z])                              # "Smith, 32, "
  | (?<=[A-Za-z]\ )\([0-9]{{1,3}}\)
  | \b(?:turn(?:ed|s|ing)?|under|over)\ [0-9]{{1,2}}(?=[,.;]|\ (?:on|in|last|this|next)\b)    # turned 65
  | \b[0-9]+\ [A-Z][\w’']*(?:\ [A-Z]\w*)?\ (?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Square)\b
    """,
    re.VERBOSE,
)
_OLD = re.compile(r"[- ]?olds?\b|[- ]of[- ]age\b|'?[- ](?:younger|older)\b")
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_TENSE = re.compile(r"([0-9]+)[-‐‑–]([0-9]+)")
_ORDINAL_NEXT = re.compile(
    r"[-‐‑](?:time|fold|way|star|digit|part|sided|dimensional|legged|wheel)\b|[-‐‑]?(?:plus)?[-‐‑]year[-‐‑]old"
)
_LETTER = re.compile(r"[^\W_]")


def masks(text: str) -> list[tuple[int, int]]:
    """Offsets of the runs of a text whose numbers count nothing, times among them, in order."""
    runs = [match.span() for match in _MASKS.finditer(text)]
    return sorted([*runs, *(tuple(time.span) for time in scan_times(text))])  # type: ignore[list-item]


def counts_nothing(text: str, figure: Figure, masked: list[tuple[int, int]]) -> bool:
    """Whether the form of the text alone says that a figure is no count."""
    number = text[figure.number : figure.stop]
    if any(start < figure.stop and figure.number < end for start, end in masked):
        return True
    if figure.unit is not None and figure.unit.name == "s" and _OLD.match(text, figure.end):
        return True
    if _is_glued(text, figure) or _ORDINAL_NEXT.match(text, figure.stop) is not None:
        return True
    return number.startswith("0") and number != "0" and not number.startswith("0.")


def is_year(text: str, figure: Figure) -> bool:
    """Four digits that can be a year."""
    return figure.unit is None and _YEAR.fullmatch(text[figure.number : figure.stop]) is not None


def is_score(text: str, figure: Figure) -> bool:
    """Two figures tied by a hyphen: a range only where something is counted."""
    return _TENSE.fullmatch(text[figure.number : figure.stop]) is not None and figure.unit is None


def _is_glued(text: str, figure: Figure) -> bool:
    """Whether letters or signs make the number a part of something else: "4K", "x9", "3-1"."""
    before, after = text[max(0, figure.number - 1) : figure.number], text[figure.end : figure.end + 2]
    if before and (
        _LETTER.match(before)
        or before in "_#@/.:"
        or (before in "-‐‑–" and text[figure.number - 2 : figure.number - 1].isalnum())
    ):
        return True
    if after[:1] in {"-", "‐", "‑", "–", ":", "/", ".", ","} and after[1:].isdigit():
        return True
    return bool(after) and _LETTER.match(after) is not None
