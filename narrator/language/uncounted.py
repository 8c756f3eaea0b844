"""Numbers that count nothing: scores, ages, years, names with a number, telephone numbers, versions, list items."""

import re
from typing import TYPE_CHECKING

from narrator.language.counting import category, is_person, is_plural
from narrator.language.figures import Figure
from narrator.language.lexicon import classes
from narrator.language.moments import scan as scan_times
from narrator.language.outcomes import HARM, harm

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_AGE = r"(?:[0-9]{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|[a-z]{3,9})"
_END = r"(?![.,]?[0-9])"

# Repetitions are bounded: the text is not to be trusted.
_MASKS = re.compile(
    rf"""
    (?:https?://|www\.)\S{{1,2000}} | [@\#]\w{{1,50}} | \b[\w-]{{1,60}}\.(?:com|org|net|ly)\b[/\w.-]{{0,200}}  # addresses
  | \b(?![Mm]agnitude)[A-Za-z][\w’']{{0,30}}[-‐‑][0-9]\w{{0,20}}(?:[-‐‑]\w{{1,20}})?                     # F-22
  | \b[A-Za-z]{{1,30}}[0-9]\w{{0,30}}                                                                       # iOS11
  | \b[0-9]{{1,4}}(?:\ ?[:/]\ ?[0-9]{{1,4}}){{1,5}} | \b[0-9]{{1,9}}(?:\.[0-9]{{1,9}}){{2,9}}               # 6/30, 1:15, 5.5.1
  | \b[0-9]{{1,6}}(?:st|nd|rd|th)\b | \b[0-9]{{1,4}}['’]?s\b | (?<!\w)['’][0-9]{{2}}\b(?!\ [a-z])          # 12th, 1990s, '96
  | \+[0-9][0-9 ()-]{{6,20}} | (?<![\d.,])\b0[0-9]{{2,12}}(?:[ -][0-9]{{1,12}}){{0,4}}                     # telephone numbers
  | \(?\b[0-9]{{3}}\)?[ .-][0-9]{{3}}[.-][0-9]{{4}}\b | \b[0-9]{{1,9}}(?:[-‐‑][0-9]{{1,9}}){{2,9}}
  | \b(?:[Nn]os?\.|№)\ ?[0-9]{{1,6}} | ^\W{{0,9}}[0-9]{{1,2}}[.)](?=\s) | (?<!\w)\([0-9]{{1,2}}\)          # No. 5, "1. ", (3)
  | \b[0-9]{{1,3}}\ of\ [0-9]{{1,3}}\b{_END}(?!\ (?:the|[a-z]{{1,20}}s)\b)                                  # picture 8 of 41
  | \b(?:[Aa]ged?|[Aa]ges|of\ age)\ (?:of\ )?{_AGE}\b(?:(?:,|\ and|\ or|\ to|-|–)\ ?{_AGE}\b){{0,6}}
  | (?<=[A-Za-z.’']),\ [0-9]{{1,3}}(?:,\ [0-9]{{1,3}}){{0,9}}(?:,?\ and\ [0-9]{{1,3}})?
     (?=[,.;)]|\ (?:and|of)\ [A-Z]){_END}  # ", 32,"
  | (?<=[A-Za-z]\ )\([0-9]{{1,3}}\)
  | \b(?:under|over)\ [0-9]{{1,2}}(?=[,.;]){_END} | \bturn(?:ed|s|ing)?\ [0-9]{{1,2}}\b{_END}(?!\ [a-z]{{1,20}}s\b)  # age
  | \b[0-9]{{1,5}}\ [A-Z][\w’']{{0,30}}(?:\ [A-Z]\w{{0,30}})?
      \ (?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Square)\b
    """,
    re.VERBOSE,
)
_MASKABLE = re.compile(r"[0-9]|\b[Aa]ge")
_OLD = re.compile(r"[- ]?olds?\b|[- ]of[- ]age\b|'?[- ](?:younger|older)\b")
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_HYPHENED = re.compile(r"([0-9]+)[-‐‑–]([0-9]+)")
_HALF = re.compile(r"\b(?:first|second|latter|other|top|bottom|upper|lower|better|opening|closing)[ -]$", re.IGNORECASE)
_ORDINAL_NEXT = re.compile(
    r"[-‐‑](?:time|fold|way|star|digit|part|sided|dimensional|legged|wheel)\b|[-‐‑]?(?:plus)?[-‐‑]year[-‐‑]old"
)
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_LETTER = re.compile(r"[^\W_]")
_EACH = frozenset({"every", "each", "any"})


def masks(text: str) -> list[tuple[int, int]]:
    """Offsets of the runs of a text whose numbers count nothing, times among them, in order."""
    runs = [match.span() for match in _MASKS.finditer(text)] if _MASKABLE.search(text) else []
    return sorted([*runs, *(tuple(time.span) for time in scan_times(text))])  # type: ignore[list-item]


def counts_nothing(text: str, figure: Figure, masked: list[tuple[int, int]]) -> bool:
    """Whether the form of the text alone says that a figure is no count."""
    number = text[figure.number : figure.stop]
    if any(start < figure.stop and figure.number < end for start, end in masked):
        return True
    if figure.unit is not None and figure.unit.name == "s" and _OLD.match(text, figure.end):
        return True
    if figure.is_count and _DECIMAL.fullmatch(number):  # "Update 5.0"
        return True
    if _is_glued(text, figure) or _ORDINAL_NEXT.match(text, figure.stop) is not None:
        return True
    if figure.share and _HALF.search(text[max(0, figure.number - 12) : figure.number]):
        return True
    return number.startswith("0") and number != "0" and not number.startswith("0.")


def _is_year(text: str, figure: Figure) -> bool:
    """Four digits that can be a year."""
    return figure.unit is None and _YEAR.fullmatch(text[figure.number : figure.stop]) is not None


def _is_score(text: str, figure: Figure) -> bool:
    """Two figures tied by a hyphen: a range only where something is counted."""
    return _HYPHENED.fullmatch(text[figure.number : figure.stop]) is not None and figure.unit is None


def _is_glued(text: str, figure: Figure) -> bool:
    """Whether letters or signs make the number a part of something else: "4K", "x9", "3-1"."""
    before, after = text[max(0, figure.number - 1) : figure.number], text[figure.end : figure.end + 2]
    if figure.unit is not None and figure.unit.name == "magnitude" and before == "-":
        return False
    if before and (
        _LETTER.match(before)
        or before in "_#@/.:"
        or (before in "-‐‑–" and text[figure.number - 2 : figure.number - 1].isalnum())
    ):
        return True
    if after[:1] in {"-", "‐", "‑", "–", ":", "/", ".", ","} and after[1:].isdigit():
        return True
    return bool(after) and _LETTER.match(after) is not None


def is_counted(
    text: str,
    figure: Figure,
    number: "Tokens",
    head: "Token | None",
    named: "Token | None",
    action: str | None,
    part: bool,
) -> bool:
    """Whether a bare number, a year, a score, a "one" or a "no" counts something after all."""
    bounded = figure.sign not in {"=", ".."} or figure.start < figure.number
    if figure.sign == "0":
        return _is_none(text, figure, number, named)
    if _is_year(text, figure):
        return bounded and head is not None
    if _is_score(text, figure) and (head is None or not is_plural(head)):
        return False
    if figure.low == figure.high == 1 and not bounded and number[0].lower_ == "one":
        each = number.start > 0 and number[0].nbor(-1).lower_ in _EACH
        return not each and _is_one(head, action, part)
    if head is not None or action in HARM or part or classes("counting.txt").get(action or "") == "living":
        return True
    return named is not None and (is_person(named) or category(named) == "people")


def _is_none(text: str, figure: Figure, number: "Tokens", head: "Token | None") -> bool:
    word = text[figure.number : figure.stop].lower()
    if word == "none":
        return head is not None or number.root.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if word not in {"no", "without", "not a single", "not one"}:
        return True
    if head is None:
        return False
    kind = classes("counting.txt").get(head.lemma_.lower())
    hurt = kind == "casualty" or harm("noun", head.lemma_.lower()) is not None
    if word == "without" or hurt:
        return hurt
    return is_person(head) or (head.tag_ == "NNS" and kind not in {"abstract", "telling"})


def _is_one(head: "Token | None", action: str | None, part: bool) -> bool:
    """ "one woman was hurt", "killing one"; not "one of the best", "one official said", "one day"."""
    if action in HARM:
        return True
    if head is None or part or not is_person(head):
        return False
    return not (head.dep_ == "nsubj" and classes("counting.txt").get(head.head.lemma_.lower()) == "telling")


def is_name(number: "Tokens", figure: Figure) -> bool:
    """ "Falcon 9", "Game Seven", "Flight 370": a number that belongs to the name before it."""
    first = number[0]
    if figure.unit is not None or figure.start < figure.number or first.i == 0 or first.is_sent_start:
        return False
    before, root = first.nbor(-1), number.root
    if before.pos_ != "PROPN" or not before.text[:1].isupper():
        return False
    if first.is_alpha and first.is_title:
        return True
    if first.ent_iob_ == "I" and first.ent_type_ in {"PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART"}:
        return True
    joined = before.dep_ in {"compound", "nmod"} and before.head.i >= first.i
    counts = root.dep_ == "nummod" and root.head.i > root.i and not joined
    return not counts and before.ent_type_ not in {"GPE", "LOC", "NORP", "DATE", "TIME"}
