"""How statements, tellers and links are named in every export."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from narrator.model.article import Article, When, quote
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Comparison, Kind, Link, Met, Relation
from narrator.model.contrast import Contrast, Naming
from narrator.model.statement import Certainty, Statement

Only = Literal["all", "differences", "conflicts"]
"""Which claims an export holds: all, those with a flagged link, or those with a flagged contradiction or denial."""

_DENIAL = frozenset({Kind.NEGATION, Kind.OCCURRENCE})
_SIGNS = {
    Relation.CONTRADICTS: "≠",
    Relation.DENIES: "¬",
    Relation.UPDATE: "⇡",
    Relation.FRAMES_DIFFERENTLY: "~",
    Relation.SAME: "=",
    Relation.MORE_SPECIFIC: "=",
}


def sign(link: Link) -> str:
    """One character for the relation: ≠ ¬ ⇡ ~ = and · for the rest."""
    if link.relation is Relation.CONTRADICTS and link.kind in _DENIAL:
        return "¬"
    return _SIGNS.get(link.relation, "·")


def relation_words(link: Link) -> str:
    """The relation and the kind in words: "contradicts, target"."""
    return ", ".join(part.replace("_", " ") for part in (link.relation, link.kind) if part)


def kind_words(links: tuple[Link, ...]) -> tuple[str, ...]:
    """What the flagged links are about, most surely conflicting first, each once."""
    return tuple(dict.fromkeys((link.kind or link.relation).replace("_", " ") for link in links if link.flagged))


def claim_numbers(comparison: Comparison) -> dict[str, str]:
    """Claim id to its number in this comparison, C-01 onwards; filters do not change it."""
    return {claim.id: f"C-{index:02}" for index, claim in enumerate(comparison.claims, 1)}


def members(comparison: Comparison, claim: Claim) -> tuple[Statement, ...]:
    """All statements of a claim, best first."""
    return tuple(comparison.statement_by_id[one] for one in (*claim.statements, *claim.more))


def is_shared(comparison: Comparison, claim: Claim) -> bool:
    """Whether more than one party tells it: several outlets, several ultimate narrators, or a link."""
    tellers = {(one.narrators[0], one.narrators[-1]) for one in members(comparison, claim)}
    return len(tellers) > 1 or bool(comparison.claim_links(claim))


def passes(links: Iterable[Link], only: Only) -> bool:
    """Whether what has these links passes the filter."""
    if only == "conflicts":
        return any(link.is_conflict for link in links)
    return only == "all" or any(link.flagged for link in links)


def shown_claims(comparison: Comparison, only: Only) -> tuple[Claim, ...]:
    """The claims that several parties tell and that pass the filter."""
    return tuple(
        claim
        for claim in comparison.claims
        if is_shared(comparison, claim) and passes(comparison.claim_links(claim), only)
    )


def loose_links(comparison: Comparison, only: Only) -> tuple[Link, ...]:
    """Flagged links that pass the filter and whose two statements share no claim, as a reader's own link may be."""
    held = {link.id for claim in comparison.claims for link in comparison.claim_links(claim)}
    return tuple(link for link in comparison.links if link.flagged and link.id not in held and passes((link,), only))


def chain(comparison: Comparison, statement: Statement) -> tuple[str, ...]:
    """The names of the tellers, outermost (the outlet) first."""
    return tuple(comparison.narrator_by_id[one].name for one in statement.narrators)


def told_by(comparison: Comparison, statement: Statement) -> tuple[str, ...]:
    """As `chain`, and after the ultimate narrator's name how it was found, and whether it denies what stands there.

    "Thomas Veale (“he”, likely)", "the company (denied)".
    """
    *others, name = chain(comparison, statement)
    denied = "denied" if others and statement.certainty is Certainty.DENIED else ""
    notes = ", ".join(note for note in (comparison.doubt(statement), denied) if note)
    return (*others, f"{name} ({notes})" if notes else name)


def teller(names: tuple[str, ...]) -> str:
    """The ultimate narrator of a chain of names and those who passed it on, the outlet left out unless it speaks itself."""
    between = names[-2:0:-1]
    return f"{names[-1]} (via {', '.join(between)})" if between else names[-1]


def outlet(article: Article) -> str:
    """The outlet, or what tells the article apart where none is known."""
    return article.outlet or article.title or article.id


def clash(comparison: Comparison, link: Link) -> tuple[str, str]:
    """The clashing words of the left and the right side, verbatim; empty where the link marks none."""
    left, right = comparison.statement_by_id[link.left], comparison.statement_by_id[link.right]
    articles = comparison.article_by_id
    return (
        quote(articles[left.article].text, link.left_spans),
        quote(articles[right.article].text, link.right_spans),
    )


def chain_words(chain: Chain) -> str:
    """As `relation_words`: "updates, number"."""
    return f"updates, {chain.kind.value}" if chain.kind else "updates"


CHAIN = "⇡"
"""The sign of updates."""


def contrasts(comparison: Comparison, only: Only) -> tuple[Contrast, ...]:
    """The contrasts that an export with this filter tells: words are framing, no conflict."""
    return () if only == "conflicts" else comparison.contrasts


def namings(contrast: Contrast) -> tuple[Naming, ...]:
    """Each narrator's words once, narrator by narrator."""
    once: dict[tuple[str, str], Naming] = {}
    for naming in contrast.namings:
        once.setdefault((naming.narrator, naming.text.casefold()), naming)
    order = list(dict.fromkeys(naming.narrator for naming in contrast.namings))
    return tuple(sorted(once.values(), key=lambda naming: order.index(naming.narrator)))


CONTRASTS = "Words for the same"
"""Heading of the contrasts."""


def moment(when: When) -> str:
    """A day, or day, hour and minute with the offset where it is known; empty where nothing is."""
    if not isinstance(when, datetime):
        return when.isoformat() if when else ""
    zone = when.strftime("%z")
    return when.strftime("%Y-%m-%d %H:%M") + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def counted(number: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def outlets(comparison: Comparison) -> str:
    """In words, "6 outlets"; an article without outlet counts as its own."""
    return counted(len({article.outlet or article.id for article in comparison.articles}), "outlet")


def origins(comparison: Comparison) -> str:
    """In words, "4 origins": the outlets that tell in their own words."""
    return counted(comparison.independent, "origin")


def reach(comparison: Comparison, claim: Claim) -> str:
    """In words, "3 outlets / 2 origins · by slot": who tells a claim, how many in their own words, and how they met.

    "One narrator" where all the outlets have it from the same.
    """
    told = comparison.reach(claim)
    alone = len({one.narrators[-1] for one in members(comparison, claim)}) == 1
    met = "slot and wording" if claim.by is Met.BOTH else claim.by.value
    words = f"{counted(told.outlets, 'outlet')} / {counted(told.origins, 'origin')}"
    return " · ".join((words, *(("one narrator",) if alone else ()), f"by {met}"))


def conflicts(comparison: Comparison) -> str:
    """In words, "5 conflicts": flagged contradictions and denials."""
    return counted(sum(link.is_conflict for link in comparison.links), "conflict")
