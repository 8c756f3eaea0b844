"""How the differences of a claim are told in every export: as chains, as clashes, or in the table of contrasts; each once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from narrator.export.wording import CONTRASTS, clash
from narrator.model.article import Span, quote
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Comparison, Kind, Link
from narrator.model.contrast import Contrast
from narrator.model.statement import Statement


class Clash(NamedTuple):
    """Flagged links that set the same words against each other: the first of them, all, and the statements of both sides."""

    link: Link
    links: tuple[str, ...]
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]


class Told(NamedTuple):
    """How the flagged links of a claim are told: as chains, as clashes, or in the table of contrasts (then its words)."""

    chains: tuple[Chain, ...]
    clashes: tuple[Clash, ...]
    contrasted: tuple[str, ...]


def told(comparison: Comparison, claim: Claim) -> Told:
    """Updates that follow each other are a chain, of one claim only; labels are left to the table where it has both sides."""
    chained = {one for found in comparison.chains.values() for chain in found for one in chain.links}
    flagged = [link for link in comparison.claim_links(claim) if link.flagged and link.id not in chained]
    named = {link.id: link for link in flagged if is_label_of(comparison, link)}
    words = dict.fromkeys(words for link in named.values() for words in clash(comparison, link))
    clashes = gathered(comparison, (link for link in flagged if link.id not in named))
    return Told(comparison.chains[claim.id], clashes, tuple(words))


def gathered(comparison: Comparison, links: Iterable[Link]) -> tuple[Clash, ...]:
    """The links in order, those that set the same words against each other by the same rule as one."""
    groups: dict[tuple[object, ...], list[tuple[Link, bool]]] = {}
    for link in links:
        one, other = clash(comparison, link)
        turned = other < one
        key = (link.rule, link.relation, one, other) if not turned else (link.rule, link.relation, other, one)
        groups.setdefault(key if one and other else (link.id,), []).append((link, turned))
    return tuple(_clash(comparison, group) for group in groups.values())


def _clash(comparison: Comparison, group: Sequence[tuple[Link, bool]]) -> Clash:
    """One clash, its sides as the first link has them."""
    first, turned = group[0]
    sides: tuple[dict[str | int, None], dict[str | int, None]] = ({}, {})
    for link, other in group:
        left, right = (link.left, link.right) if other == turned else (link.right, link.left)
        sides[0][left] = sides[1][right] = None
    left_side, right_side = (tuple(map(comparison.statement_by_id.__getitem__, side)) for side in sides)
    return Clash(first, tuple(link.id for link, _ in group), left_side, right_side)


def is_first(number: str, things: Iterable[str], told_in: dict[str, str]) -> bool:
    """Whether the row of this number is the first to tell any of these links or bookmarks; `told_in` remembers it."""
    return number in {told_in.setdefault(one, number) for one in things}


def above(number: str, claim_links: Iterable[Link], told_in: Mapping[str, str]) -> str:
    """Which rows told the other clashes of a row's statements; empty where none did."""
    rows = sorted({told_in[link.id] for link in claim_links if link.id in told_in} - {number})
    return f"Further clashes of these statements: see {', '.join(rows)}." if rows else ""


def is_label_of(comparison: Comparison, link: Link) -> bool:
    """Whether the link is about labels, and one contrast holds the words of both sides."""
    if link.kind is not Kind.LABEL:
        return False

    def held(contrast: Contrast, side: str | int, spans: Iterable[Span]) -> bool:
        places = [naming.span for naming in contrast.namings if naming.statement == side]
        return all(any(span.overlaps(place) for place in places) for span in spans)

    return any(
        held(contrast, link.left, link.left_spans) and held(contrast, link.right, link.right_spans)
        for contrast in comparison.contrasts
    )


def sides(comparison: Comparison, found: Clash) -> tuple[tuple[str, str], tuple[str, str]]:
    """Ultimate narrators, "; " between them, and clashing words of the left and the right side."""
    names = (
        "; ".join(dict.fromkeys(comparison.teller(one).name for one in side)) for side in (found.left, found.right)
    )
    left, right = zip(names, clash(comparison, found.link), strict=True)
    return left, right


def stages(comparison: Comparison, chain: Chain) -> tuple[tuple[tuple[str, tuple[Statement, ...]], ...], ...]:
    """For each stage of a chain, oldest first, the words and the statements that have them."""
    found = []
    for stage in chain.stages:
        said: dict[str, list[Statement]] = {}
        for account in stage:
            statement = comparison.statement_by_id[account.statement]
            words = quote(comparison.article_by_id[statement.article].text, account.spans)
            said.setdefault(words, []).append(statement)
        found.append(tuple((words, tuple(statements)) for words, statements in said.items()))
    return tuple(found)


def see_contrasts(words: Sequence[str]) -> str:
    """What a claim says whose labels are told in the table; empty where there are none."""
    if not words:
        return ""
    return f"Other words for one party or act: {', '.join(f'“{one}”' for one in words)}; see “{CONTRASTS}”."
