"""The words that each narrator uses for the same party or act, side by side: a table to read, not a judgement.

What is one referent: words of one kind ("clashes", "massacre") in statements of one claim, the parties hit in one claim, and a
person described beside the name. Statements that name a referent in several claims join them.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from narrator.conflict.lexicon import choices, roles, words
from narrator.conflict.naming import described
from narrator.conflict.pair import slots
from narrator.language.lexicon import labels
from narrator.model.article import Span
from narrator.model.comparison import Claim, Comparison
from narrator.model.contrast import Contrast, Naming
from narrator.model.statement import SlotName, Statement, Term

HIT = "who was hit"
"""Referent of the parties that are targets of one act."""


def label_contrast(comparison: Comparison) -> tuple[Contrast, ...]:
    """One contrast for each referent that two narrators name by different words; in the order of the claims."""
    found: list[Contrast] = []
    for claim in comparison.claims:
        for contrast in _of_claim(comparison, claim):
            found = _joined(found, contrast)
    return tuple(contrast for contrast in found if _differs(contrast.namings))


def _of_claim(comparison: Comparison, claim: Claim) -> Iterator[Contrast]:
    members = {*claim.statements, *claim.more}
    namings: dict[str, list[Naming]] = {}
    for statement in comparison.statements:
        if statement.id in members:
            for referent, naming in _namings(statement):
                namings.setdefault(referent, []).append(naming)
    for referent, used in namings.items():
        yield Contrast(referent, (claim.id,), tuple(used))


def _joined(found: list[Contrast], new: Contrast) -> list[Contrast]:
    """The contrasts with a new one, which takes in those of its referent that share a statement with it."""
    statements = {naming.statement for naming in new.namings}
    same = [one for one in found if one.referent == new.referent and statements & {n.statement for n in one.namings}]
    if not same:
        return [*found, new]
    claims = tuple(dict.fromkeys(claim for one in (*same, new) for claim in one.claims))
    namings = tuple(dict.fromkeys(naming for one in (*same, new) for naming in one.namings))
    joined = Contrast(new.referent, claims, namings)
    return [joined if one is same[0] else one for one in found if one not in same[1:]]


def _differs(namings: Iterable[Naming]) -> bool:
    """Whether two narrators have no choice of words in common."""
    chosen: dict[str, set[str]] = {}
    for naming in namings:
        chosen.setdefault(naming.narrator, set()).add(naming.choice)
    return any(not one & other for one, other in combinations(chosen.values(), 2))


def _namings(statement: Statement) -> Iterator[tuple[str, Naming]]:
    """Every referent that a statement names, and by which words."""
    yield from _by_lexicon(statement)
    for slot in slots(statement, SlotName.TARGET):
        telling = [word for word in slot.value.lower().split() if word not in words("function.txt")]
        if telling:
            yield HIT, _naming(statement, slot.spans[0], slot.value, " ".join(telling))
    for name, told, span in described(statement):
        role = [word for word in told if word in roles()["role"]][-1]
        judges = any(word in roles()["judging"] for word in told)
        yield re.sub(r"['’]s?$", "", name), _naming(statement, span, statement.words(span), role, judges)


def _by_lexicon(statement: Statement) -> Iterator[tuple[str, Naming]]:
    for place, term in enumerate(statement.terms):
        if term.pos == "VERB":
            continue
        span = Span(_start(statement, place), term.end)
        text = statement.words(span) or term.lemma
        for label in labels().get(term.lemma, ()):
            yield label.referent, _naming(statement, span, text, str(label.choice), label.judges)
        for referent, choice in choices().get(term.lemma, {}).items():
            if term.pos == "NOUN":
                yield referent, _naming(statement, span, text, str(choice))


def _start(statement: Statement, place: int) -> int:
    """Where the adjectives right before a term begin: "unarmed protesters"."""
    start, terms = statement.terms[place].start, statement.terms
    while place and _leads(terms[place - 1], start):
        place -= 1
        start = terms[place].start
    return start


def _leads(before: Term, start: int) -> bool:
    return before.pos == "ADJ" and before.end + 1 == start


def _naming(statement: Statement, span: Span, text: str, choice: str, judges: bool = False) -> Naming:
    return Naming(statement.narrators[-1], statement.id, span, text, choice, judges)
