"""What the screens say about a comparison: signs, rivals, marks, names and dates. Pure functions of model objects."""

from collections.abc import Iterable
from dataclasses import dataclass

from narrator.model.article import When, day_of
from narrator.model.comparison import Claim, Comparison, Link, Relation, rank
from narrator.model.notebook import Anchor
from narrator.model.statement import Certainty, Quotation, Statement
from narrator.tui.widgets.lines import Mark
from narrator.tui.words import count, day


@dataclass(frozen=True, slots=True)
class Sign:
    """How the rest of the coverage meets a statement: a glyph, a word, and the role that colours both."""

    glyph: str
    word: str
    role: str


CONFLICT = Sign("≠", "conflict", "conflict")
DENIED = Sign("≠", "denied", "conflict")
FRAME = Sign("~", "framed differently", "frame")
UPDATE = Sign("⇡", "update", "update")
AGREES = Sign("=", "agrees", "agree")
POINT = Sign(":", "same point", "only")
ONLY = Sign("·", "only here", "only")
KEPT = Sign("◆", "in the notebook", "kept")

SIGN_OF_RELATION = {
    Relation.CONTRADICTS: CONFLICT,
    Relation.DENIES: DENIED,
    Relation.FRAMES_DIFFERENTLY: FRAME,
    Relation.UPDATE: UPDATE,
}
AGREEING = frozenset({Relation.SAME, Relation.MORE_SPECIFIC})
STRENGTH = (CONFLICT, DENIED, FRAME, UPDATE, AGREES, POINT, ONLY)
"""Where several signs meet, the earlier one shows."""

_CERTAINTY = {
    Certainty.CONFIRMED: "confirmed",
    Certainty.ALLEGED: "alleged",
    Certainty.SUSPECTED: "suspected",
    Certainty.DENIED: "denied",
    Certainty.CONCEDED: "conceded",
    Certainty.NO_COMMENT: "no comment",
    Certainty.UNKNOWN: "not known",
}


def flagged(comparison: Comparison, statement: Statement) -> list[Link]:
    """The links of a statement that are shown as differences, most surely conflicting first."""
    return [link for link in comparison.links_of.get(statement.id, ()) if link.flagged]


def sign_of(comparison: Comparison, statement: Statement) -> Sign:
    """The strongest sign that a statement earns."""
    links = comparison.links_of.get(statement.id, ())
    signs = {SIGN_OF_RELATION[link.relation] for link in links if link.flagged}
    if signs:
        return min(signs, key=STRENGTH.index)
    if any(link.relation in AGREEING for link in links):
        return AGREES
    claims = comparison.claim_of.get(statement.id, ())
    others = (comparison.statement_by_id[one] for claim in claims for one in (*claim.statements, *claim.more))
    return POINT if any(other.article != statement.article for other in others) else ONLY


def marks_of(links: Iterable[Link], statement: Statement) -> tuple[Mark, ...]:
    """The clashing words of a statement under these links, by offsets into its article; the strongest sign on top."""
    found = []
    for link in sorted(links, key=rank, reverse=True):
        if link.flagged and statement.id in (link.left, link.right):
            role = f"clash-{SIGN_OF_RELATION[link.relation].role}"
            spans = link.left_spans if link.left == statement.id else link.right_spans
            found += [Mark(start, end, role) for start, end in spans]
    return tuple(found)


def within(quoted: Statement | Anchor, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in article offsets turned into offsets of the quoted text, whose parts an ellipsis joins."""
    found = []
    shift = 0
    marks = tuple(marks)
    for number, (start, end) in enumerate(quoted.spans):
        shift += 3 if number else 0  # the characters of narrator.model.article.JOIN
        found += [
            Mark(max(mark.start, start) - start + shift, min(mark.end, end) - start + shift, mark.role)
            for mark in marks
            if mark.start < end and mark.end > start
        ]
        shift += end - start
    return tuple(found)


def chain(comparison: Comparison, statement: Statement) -> str:
    """Who says it, the ultimate narrator first: `Kremlin < Agency < Outlet B`."""
    return " < ".join(_tellers(comparison, statement))


def heard(comparison: Comparison, statement: Statement) -> str:
    """Who says it, how, and by which words that was found: `Thomas Veale < Outlet B · reported · “he”, likely`."""
    parts = (chain(comparison, statement), manner(statement), comparison.doubt(statement))
    return " · ".join(part for part in parts if part)


def voice(comparison: Comparison, statement: Statement) -> str:
    """Who says it and how, for a place that names the outlet already: `Kremlin < Agency · quoted`, `own voice`."""
    *others, _ = _tellers(comparison, statement)
    return " · ".join(part for part in (" < ".join(others), manner(statement)) if part)


def _tellers(comparison: Comparison, statement: Statement) -> list[str]:
    names = [comparison.narrator_by_id[one].name for one in reversed(statement.narrators)]
    return list(dict.fromkeys(names))


def manner(statement: Statement) -> str:
    """How it is said, in a word or two: quoted or reported, and how far the teller commits."""
    given = {Quotation.DIRECT: "quoted", Quotation.MIXED: "partly quoted", Quotation.INDIRECT: "reported"}
    words = [given[statement.quotation] if statement.quotation else "own voice"]
    if statement.certainty in _CERTAINTY:
        words.append(_CERTAINTY[statement.certainty])
    return ", ".join(words)


def name_of(link: Link) -> str:
    """Sign and kind of a link: `≠ number`."""
    sign = SIGN_OF_RELATION[link.relation]
    return f"{sign.glyph} {link.kind.value.replace('_', ' ') if link.kind else sign.word}"


def day_beside(when: When, beside: When) -> str:
    """As `day` with the hour, the year left out where it is that of a time beside it: `8 Feb 09:05`."""
    date, other = day_of(when), day_of(beside)
    text = day(when, hour=True)
    return text.replace(f" {date.year}", "", 1) if date and other and date.year == other.year else text


def reach(comparison: Comparison, claim: Claim) -> str:
    """`3 outlets / 2 origins` where some outlets tell a claim in the words of others, else nothing."""
    outlets, origins = comparison.reach(claim)
    return f"{count(outlets, 'outlet')} / {count(origins, 'origin')}" if origins < outlets else ""


def citation(comparison: Comparison, statement: Statement) -> str:
    """The quotation with its source, as it is copied."""
    article = comparison.article_by_id[statement.article]
    title = f"“{article.title}”" if article.title else None
    source = [chain(comparison, statement), title, day(article.published), article.url]
    return f"“{statement.text}”\n— {', '.join(part for part in source if part)}"


def in_reading_order(comparison: Comparison) -> dict[str, list[Statement]]:
    """The statements of each article by where they stand in it; articles in the order of the event."""
    found: dict[str, list[Statement]] = {article.id: [] for article in comparison.articles}
    for statement in sorted(comparison.statements, key=lambda one: (one.start, one.end)):
        found[statement.article].append(statement)
    return found
