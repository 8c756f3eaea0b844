"""One name written in two ways, and one person under two descriptions: labels of one referent, never a contradiction of facts.

Traps: British and American spelling, accents, plurals and demonyms are one name; "Bank of America" and "Bank of England" are two;
a title more is a detail more, so that two descriptions speak softly unless one of them judges ("union boss" / "union leader").
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from narrator.conflict.lexicon import roles, words
from narrator.conflict.pair import Pair
from narrator.conflict.rule import Finding, Rule
from narrator.model.article import Span
from narrator.model.comparison import Kind, Relation
from narrator.model.statement import Statement
from narrator.parties.lexicon import countries, demonyms
from narrator.parties.names import same_person

SPELLED = 75.0
"""rapidfuzz `ratio` (0-100) of two words from which one is a spelling of the other."""

LONG = 5
"""Letters from which a single word can be known again when misspelled."""

ALIKE = 0.3
"""Likeness that two statements need before a single word of one is the other's, spelled otherwise."""

_NAME = re.compile(r"(?:[^\W\d_a-z][\w’'-]*)(?:\s+(?:(?:of|for|the|and|on|de|van|von)\s+){0,2}[^\W\d_a-z][\w’'-]*)*")
_SMALL = frozenset({"of", "for", "the", "and", "on", "de", "van", "von"})
_PERSONS = frozenset({"PERSON", "ORG", "FAC", "WORK_OF_ART"})
"""Recognisers take persons for these; who has a role beside two words of a name is one."""
_BODIES = frozenset({"PERSON", "ORG", "PRODUCT", "FAC", "WORK_OF_ART"})
_BEFORE = re.compile(r"((?:[\w’'&-]+\s+){1,6})$")
_AFTER = re.compile(r",\s+(?:who (?:is|was|heads|leads)\s+)?((?:[\w’'&-]+\s*){1,7})")
_NEXT = re.compile(r"\w+\s+[A-Z]\w+(?:\s+[A-Z]\w+)+\s*$")
_WORD = re.compile(r"[\w’'&]+")

SPELLING = Rule(
    "name.spelling",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "one name, written in two ways.",
    "Two people or things of like names.",
)
WORD = Rule(
    "name.word",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "the same name but for a word.",
    "Two things, each under its own name.",
)
RANK = Rule(
    "name.rank",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "another rank of {name}.",
    "Both descriptions in one account.",
)
ROLE = Rule(
    "name.role",
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "{name} is described otherwise.",
    "Both descriptions in one account.",
)
RULES = (SPELLING, WORD, RANK, ROLE)


def find(pair: Pair) -> Iterator[Finding]:
    """Names that differ in a letter or a word; two descriptions of one person."""
    yield from _names(pair)
    yield from _descriptions(pair)


def _names(pair: Pair) -> Iterator[Finding]:
    left = _of_one_side(pair.left, pair.right)
    right = _of_one_side(pair.right, pair.left) if left else []
    for (one, one_span, body), (other, other_span, other_body) in product(left, right):
        rule = _otherwise(one, other, body and other_body and pair.likeness >= ALIKE)
        if rule is not None:
            strength = 0.3 if rule is SPELLING else 0.35
            yield Finding(rule, strength, (one_span,), (other_span,), (one, other))


def _of_one_side(statement: Statement, other: Statement) -> list[tuple[str, Span, bool]]:
    """Names that the other side does not hold, and whether each is known as the name of a person or a body."""
    known, found = other.text.lower(), []
    for span, text in statement.pieces():
        for name, lower, start in _capitalised(text):
            if lower not in known:
                place = Span(span.start + start, span.start + start + len(name))
                body = any(n.label in _BODIES and place.overlaps(Span(n.start, n.end)) for n in statement.names)
                found.append((name, place, body))
    return found


@lru_cache(maxsize=4096)
def _capitalised(text: str) -> tuple[tuple[str, str, int], ...]:
    """Runs of capitalised words, the same in lower case, and where each begins."""
    names = ((re.sub(r"[’']s?$", "", found[0]), found.start()) for found in _NAME.finditer(text))
    return tuple((name, name.lower(), start) for name, start in names)


def _otherwise(one: str, other: str, known: bool) -> Rule | None:
    """How two names differ, if in one word: its spelling, or the word."""
    left, right = _words(one), _words(other)
    if len(left) != len(right):
        return None
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(apart) != 1:
        return None
    (a, b) = apart[0]
    if not (a.isalpha() and b.isalpha()) or {a, b} & _SMALL or a in countries() or b in countries():
        return None
    if len(left) == 1 and not (known and min(len(a), len(b)) >= LONG):
        return None
    if _is_form(a, b) or _is_form(b, a):
        return None
    if fuzz.ratio(a, b) >= SPELLED:
        return SPELLING
    return WORD if left[0] == right[0] and len([word for word in left if word not in _SMALL]) > 2 else None


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """Lower case, without accents, spelling of either side of the Atlantic aside."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return tuple(_spelling(word) for word in re.sub(r"[’'.-]", "", plain).split() if word != "the")


def _spelling(word: str) -> str:
    word = re.sub(r"(.)\1", r"\1", word)
    return re.sub(
        r"tre$", "ter", re.sub(r"our(?=\b|s\b)", "or", re.sub(r"is(?=e|ation|ing)", "iz", word.replace("ue", "u")))
    )


def _is_form(short: str, long: str) -> bool:
    """ "Steeler" and "Steelers", "America" and "American", "Mike" and "Mick"."""
    return (
        long.startswith(short) or long.removesuffix("s") == short or demonyms().get(short) == demonyms().get(long, "")
    )


def _descriptions(pair: Pair) -> Iterator[Finding]:
    if not (_has_role(pair.left.text) and _has_role(pair.right.text)):
        return
    left, right = list(described(pair.left)), list(described(pair.right))
    for (name, told, span), (other_name, other_words, other_span) in product(left, right):
        if not same_person(name, other_name):
            continue
        found = _rank(told, other_words)
        if found is not None:
            rule, strength = found
            shown, details = (
                (" ".join(told), " ".join(other_words)),
                {"name": max(name, other_name, key=lambda n: (len(n), n))},
            )
            yield Finding(rule, strength, (span,), (other_span,), shown, details)


def _rank(one: list[str], other: list[str]) -> tuple[Rule, float] | None:
    """What two descriptions of one person differ in: a rank of one role, or the role."""
    left, right = ({word for word in told if word in roles()["role"]} for told in (one, other))
    if not left or not right:
        return None
    below = roles()["below"]
    ranked = {word for word in one if word in below} ^ {word for word in other if word in below}
    if left & right:
        return (RANK, 0.45) if ranked and not roles()["former"] & ranked else None
    shared = (set(one) & set(other)) - words("function.txt")
    if any(word in roles()["judging"] for word in one) != any(word in roles()["judging"] for word in other):
        return ROLE, 0.52 if shared else 0.42
    return ROLE, 0.42 if shared else 0.28


@lru_cache(maxsize=4096)
def _has_role(text: str) -> bool:
    """A cheap test before descriptions are looked for."""
    return any(word in roles()["role"] for word in _WORD.findall(text.lower()))


def described(statement: Statement) -> Iterator[tuple[str, list[str], Span]]:
    """Each person named with a description that holds a role, its words and place."""
    for name in statement.names:
        if name.label not in _PERSONS or " " not in name.text:
            continue
        for span, text in statement.pieces():
            if not span.start <= name.start < span.end:
                continue
            before = _BEFORE.search(text[: name.start - span.start])
            if before and (found := _role(before[1], span.start + before.start(1), last=True)):
                yield name.text, *found
            after = _AFTER.match(text, name.end - span.start)
            if after and (found := _role(_own(after[1]), span.start + after.start(1), last=False)):
                yield name.text, *found


def _own(description: str) -> str:
    """The words after a name, without those that stand before the next name of a list."""
    return "" if _NEXT.search(description) else description


def _role(text: str, start: int, last: bool) -> tuple[list[str], Span] | None:
    """The words of a description up to its role; before a name the role stands last."""
    found = list(_WORD.finditer(text))
    places = [i for i, word in enumerate(found) if word[0].lower() in roles()["role"]]
    if not places or (last and places[-1] != len(found) - 1):
        return None
    stop = places[-1]
    begin = next((i + 1 for i in range(stop - 1, -1, -1) if found[i][0].lower() in roles()["outside"]), 0)
    begin = max(begin, stop - 4)
    chosen = found[begin : stop + 1]
    told = chosen if last else found[begin:]
    return [word[0].lower() for word in told], Span(start + chosen[0].start(), start + chosen[-1].end())
