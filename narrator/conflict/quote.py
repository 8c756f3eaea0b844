"""The same quotation in other words or in another mouth: cut, altered, given to someone else.

Traps: a cut is not an alteration; "it's" for "it is", another spelling, a handle for a name, an editor's brackets and words cut
between dots alter nothing; the words between two short quotations are no quotation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product

from rapidfuzz import fuzz

from narrator.conflict.copies import negates
from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Pair
from narrator.conflict.quoted import EDITOR, WORDS, Word, quotations
from narrator.conflict.rule import Finding, Rule
from narrator.language.weights import weight
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.party import NarratorKind
from narrator.model.statement import Quotation, Statement

DRIFTED = 78.0
"""rapidfuzz `ratio` (0-100) of two quotations from which they are one utterance."""

SPELLED = 80.0
"""rapidfuzz `ratio` of two words from which they are one word spelled in two ways."""

TOLD_ALIKE = 8
"""Equal words from which a quotation is known whoever is said to have spoken."""

SHOWN = 6
"""Words of a cut that are shown."""

SIGNS = "$£€#@+{}<>°"
"""Signs that belong to the word beside them."""

CUT = Rule(
    "quote.cut",
    Relation.SAME,
    Kind.QUOTE,
    "The same quotation, cut on one side: “{cut}” is left out.",
    "A word exchanged within it would be an alteration.",
)
ALTERED = Rule(
    "quote.altered",
    Relation.FRAMES_DIFFERENTLY,
    Kind.QUOTE,
    "The same quotation in other words: the wording was altered on one side.",
    "Two utterances of one speaker, or a translation.",
)
INEXACT = Rule(
    "quote.inexact",
    Relation.FRAMES_DIFFERENTLY,
    Kind.QUOTE,
    "The same quotation, not word for word: words were put in or left out within it.",
    "Two utterances of one speaker, or words that were cut at an end alone.",
)
OTHER_SPEAKER = Rule(
    "quote.other_speaker",
    Relation.FRAMES_DIFFERENTLY,
    Kind.QUOTE,
    "the same quoted words are given to two speakers.",
    "One speaker under two names, or one who reads out another's words.",
)
RULES = (CUT, ALTERED, INEXACT, OTHER_SPEAKER)

_Code = tuple[str, int, int, int, int]


def find(pair: Pair) -> Iterator[Finding]:
    """Quotations of both sides that are one utterance, yet not word for word, or not of one speaker."""
    if Quotation.INDIRECT in (pair.left.quotation, pair.right.quotation):
        return
    left = list(quotations(pair.left))
    right = list(quotations(pair.right)) if left else []
    for one, other in product(left, right):
        yield from _compare(pair, one, other)


def _compare(pair: Pair, left: list[Word], right: list[Word]) -> Iterator[Finding]:
    one, other = [word.text for word in left], [word.text for word in right]
    matcher = SequenceMatcher(a=one, b=other, autojunk=False)
    found = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    shared = len(one) - sum(j - i for _, i, j, _, _ in found)
    codes = [code for code in found if EDITOR not in (*one[code[1] : code[2]], *other[code[3] : code[4]])]
    if shared >= TOLD_ALIKE and _other_speakers(pair):
        tellers = pair.left.chain[-1].name, pair.right.chain[-1].name
        yield Finding(OTHER_SPEAKER, 0.7, _whole(left), _whole(right), tellers)
    elif not codes:
        return
    elif _is_cut(one, other, codes):
        longer = len(one) > len(other)
        # What stands against a shorter run is that run spelled otherwise; the words after it were cut.
        runs = (left[i + m - k : j] if longer else right[k + j - i : m] for _, i, j, k, m in codes)
        cut = " … ".join(_shown(pair.left if longer else pair.right, run) for run in runs if run)
        yield Finding(CUT, 0.8, _whole(left), _whole(right), details={"cut": cut})
    elif _is_drift(one, other, codes, shared):
        yield from _drift(left, right, codes, _trust(pair, shared))


def _is_drift(one: list[str], other: list[str], codes: Sequence[_Code], shared: int) -> bool:
    """Whether two quotations are one utterance, but for what a long one leaves out at its ends."""
    if shared >= TOLD_ALIKE:
        (_, i, j, k, m), (_, p, q, r, s) = codes[0], codes[-1]
        if (p == q or r == s) and (q, s) == (len(one), len(other)):
            one, other = one[:p], other[:r]
        if (i == j or k == m) and (i, k) == (0, 0):
            one, other = one[j:], other[m:]
    return shared >= WORDS and fuzz.ratio(" ".join(one), " ".join(other)) >= DRIFTED


def _drift(left: list[Word], right: list[Word], codes: Sequence[_Code], trust: float) -> Iterator[Finding]:
    """What was exchanged, put in or left out within one utterance; `trust` says how surely it is one."""
    runs = [([word.text for word in left[i:j]], [word.text for word in right[k:m]]) for _, i, j, k, m in codes]
    changed = [code for code, run in zip(codes, runs, strict=True) if _alters(*run)]
    if changed:
        telling = [code for code, run in zip(codes, runs, strict=True) if _alters(*run) or _tells(run[0] + run[1])]
        shown = [code for code in telling if not _at_an_end(code, left, right)]
        yield Finding(ALTERED, 0.8 * trust, *_places(left, right, shown or changed))
        return
    inner = [
        (code, run)
        for code, run in zip(codes, runs, strict=True)
        if not _at_an_end(code, left, right) and not _spelled_alike(["".join(run[0])], ["".join(run[1])])
    ]
    if inner:
        tells = any(_tells(one) or _tells(other) for _, (one, other) in inner)
        yield Finding(INEXACT, (0.6 if tells else 0.45) * trust, *_places(left, right, [code for code, _ in inner]))


def _at_an_end(code: _Code, left: list[Word], right: list[Word]) -> bool:
    _, i, j, k, m = code
    return i == j in (0, len(left)) or k == m in (0, len(right))


def _places(left: list[Word], right: list[Word], codes: Sequence[_Code]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of these places on both sides; where one has none, its words around the gap."""
    one = [word.span for _, i, j, _, _ in codes for word in (left[i:j] or left[max(0, i - 1) : i + 1])]
    other = [word.span for _, _, _, k, m in codes for word in (right[k:m] or right[max(0, k - 1) : k + 1])]
    return _merged(one), _merged(other)


def _trust(pair: Pair, shared: int) -> float:
    """How surely two quotations are one utterance: of one speaker, or so long that nobody says it twice."""
    if pair.left.narrators:
        same = pair.left.narrators[-1:] == pair.right.narrators[-1:]
        return 1.0 if same else 0.9 if shared >= TOLD_ALIKE else 0.5
    return 0.75 if _people(pair.left) & _people(pair.right) else 0.5


def _people(statement: Statement) -> frozenset[str]:
    """The surnames that a statement holds."""
    return frozenset(name.text.split()[-1].lower() for name in statement.names if name.label == "PERSON")


def _other_speakers(pair: Pair) -> bool:
    """Whether both sides surely name a person, and not the same."""
    if not pair.left.chain or not pair.right.chain or pair.left.narrators[-1:] == pair.right.narrators[-1:]:
        return False
    one, other = pair.left.chain[-1], pair.right.chain[-1]
    sure = all(teller.kind is NarratorKind.PERSON and not teller.doubt for teller in (one, other))
    words = [set(re.findall(r"\w+", f"{teller.name} {teller.affiliation or ''}".lower())) for teller in (one, other)]
    return sure and not words[0] & words[1]


def _is_cut(one: list[str], other: list[str], codes: Sequence[_Code]) -> bool:
    """Whether one side only leaves words out at an end, spelling aside ("metres", "meters")."""
    inner = []
    for tag, i, j, k, m in codes:
        if (i == j in (0, len(one))) or (k == m in (0, len(other))):
            continue
        if j == len(one) or m == len(other):
            # At the end the longer side goes on after the word that is spelled otherwise.
            j, m = i + min(j - i, m - k), k + min(j - i, m - k)
        inner.append((tag, one[i:j], other[k:m]))
    shared = len(one) - sum(j - i for _, i, j, _, _ in codes)
    return shared >= WORDS - 1 and all(tag == "replace" and _spelled_alike(a, b) for tag, a, b in inner)


def _alters(lost: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words of a run were exchanged for others that mean another thing, as far as the words alone can say."""
    if sum(map(negates, lost)) % 2 != sum(map(negates, new)) % 2 or any(
        antonyms().get(word, frozenset()) & set(new) for word in lost
    ):
        return True
    short, long = sorted(("".join(lost), "".join(new)), key=len)
    only_more = long.startswith(short) or long.endswith(short)  # "long-standing" beside what was left out before it
    return _tells(lost) and _tells(new) and not only_more and not _spelled_alike([short], [long])


def _tells(words: Sequence[str]) -> bool:
    """Whether a run holds more than function words."""
    return any(weight(word.partition("'")[0]) > 1.0 for word in words)


def _spelled_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(fuzz.ratio(a, b) >= SPELLED for a, b in zip(one, other, strict=True))


def _whole(words: list[Word]) -> tuple[Span, ...]:
    return (Span(words[0].span.start, words[-1].span.end),)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbouring words as one range."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _shown(statement: Statement, words: list[Word]) -> str:
    """The words as they are written, of a longer run the first and the last."""
    if len(words) <= SHOWN:
        return _written(statement, words)
    return f"{_written(statement, words[: SHOWN // 2])} … {_written(statement, words[-SHOWN // 2 :])}"


def _written(statement: Statement, words: list[Word]) -> str:
    """The text of a run with the signs that hang on to it: "$5", "{0}"."""
    start, end = words[0].span.start, words[-1].span.end
    for span, text in statement.pieces():
        if span.start <= start < span.end:
            first, last = len(text[: start - span.start].rstrip(SIGNS)), text[end - span.start :]
            return text[first : len(text) - len(last.lstrip(SIGNS))]
    return ""
