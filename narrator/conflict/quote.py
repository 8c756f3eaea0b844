"""The same quotation in other words or in another mouth: cut, altered, given to someone else.

Traps: a cut is not an alteration; "it's" for "it is", another spelling, a handle for a name, an editor's brackets and words cut
between dots alter nothing; the words between two short quotations are no quotation.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz

from narrator.conflict.copies import negates
from narrator.conflict.lexicon import antonyms
from narrator.conflict.pair import Pair
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

WORDS = 5
"""Words from which a quotation can be known again."""

TOLD_ALIKE = 8
"""Equal words from which a quotation is known whoever is said to have spoken."""

SHOWN = 6
"""Words of a cut that are shown."""

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
OTHER_SPEAKER = Rule(
    "quote.other_speaker",
    Relation.FRAMES_DIFFERENTLY,
    Kind.QUOTE,
    "the same quoted words are given to two speakers.",
    "One speaker under two names, or one who reads out another's words.",
)
RULES = (CUT, ALTERED, OTHER_SPEAKER)

_MARKS = re.compile(r"[\"“”«»„]|(?<![\w.,!?])‘|(?<=[\w.,!?])[’'](?![\w])|(?<![\w.,!?])'(?=\w)")
_OPENING, _SINGLE = frozenset("“«„"), frozenset("‘’'")
_WORD = re.compile(r"\([^()]*\)|\[[^][]*\]|(&|\w(?:[\w'’.]*[\w'’])?)")
"""A word, hyphens apart; what stands in brackets within a quotation is the editor's, and passed over."""

_SHORT = {"'ve": " have", "n't": " not", "'re": " are", "'ll": " will", "'m": " am"}
_IS = frozenset({"it", "that", "there", "he", "she", "what", "here", "who", "where"})
_WHOLE = {"won't": "will not", "can't": "can not", "cannot": "can not", "gonna": "going to", "&": "and", "let's": "let us"}


class _Word(NamedTuple):
    """A word as it is compared, and where it stands; one place can hold two ("I've")."""

    text: str
    span: Span


_Words = list[_Word]


def find(pair: Pair) -> Iterator[Finding]:
    """Quotations of both sides that are one utterance, yet not word for word, or not of one speaker."""
    if Quotation.INDIRECT in (pair.left.quotation, pair.right.quotation):
        return
    for left in _quotations(pair.left):
        for right in _quotations(pair.right):
            yield from _compare(pair, left, right)


def _compare(pair: Pair, left: _Words, right: _Words) -> Iterator[Finding]:
    one, other = [word.text for word in left], [word.text for word in right]
    matcher = SequenceMatcher(a=one, b=other, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    shared = len(one) - sum(j - i for _, i, j, _, _ in codes)
    if shared >= TOLD_ALIKE and _other_speakers(pair):
        tellers = pair.left.chain[-1].name, pair.right.chain[-1].name
        yield Finding(OTHER_SPEAKER, 0.7, _whole(left), _whole(right), tellers)
    elif one == other:
        return
    elif _is_cut(one, other, codes):
        longer = left if len(one) > len(other) else right
        lost = [word for tag, i, j, k, m in codes for word in (left[i:j] if longer is left else right[k:m])]
        yield Finding(CUT, 0.8, _whole(left), _whole(right), details={"cut": _shown(lost)})
    elif fuzz.ratio(" ".join(one), " ".join(other)) >= DRIFTED:
        changed = [code for code in codes if _alters(one[code[1] : code[2]], other[code[3] : code[4]])]
        if changed:
            lost = tuple(word.span for _, i, j, _, _ in changed for word in left[i:j])
            new = tuple(word.span for _, _, _, k, m in changed for word in right[k:m])
            strength = 0.8 if _one_speaker(pair) else 0.45
            yield Finding(ALTERED, strength, _merged(lost) or _whole(left), _merged(new) or _whole(right))


def _one_speaker(pair: Pair) -> bool:
    """Whether both quotations are known to be one speaker's, as the articles or the statements name them."""
    if pair.left.narrators:
        return pair.left.narrators[-1:] == pair.right.narrators[-1:]
    one, other = (side.chain[-1].name.lower().split() if side.chain else [] for side in (pair.left, pair.right))
    return bool(one and other) and one[-1] == other[-1]


def _other_speakers(pair: Pair) -> bool:
    """Whether both sides surely name a person, and not the same."""
    if not pair.left.chain or not pair.right.chain or pair.left.narrators[-1:] == pair.right.narrators[-1:]:
        return False
    one, other = pair.left.chain[-1], pair.right.chain[-1]
    sure = all(teller.kind is NarratorKind.PERSON and not teller.doubt for teller in (one, other))
    words = [set(re.findall(r"\w+", f"{teller.name} {teller.affiliation or ''}".lower())) for teller in (one, other)]
    return sure and not words[0] & words[1]


def _is_cut(one: list[str], other: list[str], codes: Sequence[tuple[str, int, int, int, int]]) -> bool:
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
    return _tells(lost) and _tells(new) and not _spelled_alike(["".join(lost)], ["".join(new)])


def _tells(words: Sequence[str]) -> bool:
    """Whether a run holds more than function words."""
    return any(weight(word.partition("'")[0]) > 1.0 for word in words)


def _spelled_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(fuzz.ratio(a, b) >= SPELLED for a, b in zip(one, other, strict=True))


def _whole(words: _Words) -> tuple[Span, ...]:
    return (Span(words[0].span.start, words[-1].span.end),)


def _merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Neighbouring words as one range."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _shown(words: _Words) -> str:
    told = [word.text for word in words]
    return " ".join(told if len(told) <= SHOWN else [*told[: SHOWN // 2], "…", *told[-SHOWN // 2 :]])


def _quotations(statement: Statement) -> Iterator[_Words]:
    """The words between quotation marks; of a fully quoted statement without marks of its own, all of them."""
    for span, text in statement.pieces():
        ranges = list(_marked(text))
        if not ranges and statement.quotation is Quotation.DIRECT:
            ranges = [(0, len(text))]
        for start, end in ranges:
            words = [
                _Word(part, Span(span.start + word.start(), span.start + word.end()))
                for word in _WORD.finditer(text, start, end)
                if word[1]
                for part in _parts(word[0].lower().replace("’", "'").replace(".", ""))
            ]
            if len(words) >= WORDS:
                yield words


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Ranges between an opening mark and the closing one; straight marks open before a word and close after one."""
    start, opener = None, ""
    for mark in _MARKS.finditer(text):
        single = mark[0] in _SINGLE
        before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
        opens = mark[0] in _OPENING or mark[0] == "‘" or ((not before or before in " (—-[\n") and after.strip() != "")
        if start is None or (opens and single == (opener in _SINGLE)):
            start, opener = (mark.end(), mark[0]) if opens else (None, "")
        elif single == (opener in _SINGLE):
            yield start, mark.start()
            start = None
    if start is not None and opener not in _SINGLE:
        yield start, len(text)


def _parts(word: str) -> list[str]:
    """A shortened form as the words that it stands for."""
    if word in _WHOLE:
        return _WHOLE[word].split()
    stem, _, ending = word.rpartition("'")
    if ending == "s" and stem in _IS:
        return [stem, "is"]
    for short, full in _SHORT.items():
        if word.endswith(short):
            return (word.removesuffix(short) + full).split()
    return [word]
