"""Why a link is what it is, in words: what screen and command line say of the two statements, of the row, and of the rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from narrator.export import clashes, wording
from narrator.model.chain import Chain
from narrator.model.comparison import Comparison, Link, Met
from narrator.model.contrast import Contrast

_MET = {
    Met.SLOT: "they answer the same question",
    Met.WORDING: "they are worded alike",
    Met.BOTH: "they answer the same question and are worded alike",
}


class Score(NamedTuple):
    """A value in [0, 1], its name, and what it says or must reach."""

    name: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A link in words. `verdict` says whether it is marked and why; `rows` how the two came to stand side by side.

    `scores` are conflict and confidence, `parts` what speaks for one point; `contrasts` and `chains` are those of the two.
    """

    heading: str
    verdict: str
    scores: tuple[Score, ...]
    parts: tuple[Score, ...]
    occurrence: str
    rows: tuple[str, ...]
    contrasts: tuple[Contrast, ...]
    chains: tuple[Chain, ...]


def explained(comparison: Comparison, link: Link) -> Explanation:
    """All that is known of a link."""
    threshold = f"flagged from {link.threshold:.2f}" if link.speaks else "this relation is never flagged"
    return Explanation(
        heading=f"{wording.sign(link)} {wording.relation_words(link)}",
        verdict=_verdict(link),
        scores=(
            Score("conflict", link.conflict, threshold),
            Score("confidence", link.confidence, "that the relation is right"),
        ),
        parts=tuple(Score(part.name, part.value) for part in link.parts),
        occurrence=f"perhaps not: {', '.join(link.gate)}" if link.gate else "nothing speaks against it",
        rows=tuple(_rows(comparison, link)),
        contrasts=tuple(
            contrast
            for contrast in comparison.contrasts
            if {link.left, link.right} <= {naming.statement for naming in contrast.namings}
        ),
        chains=tuple(
            dict.fromkeys(one for found in comparison.chains.values() for one in found if link.id in one.links)
        ),
    )


def _verdict(link: Link) -> str:
    if not link.speaks:
        return "Not marked: between these two nothing clashes."
    if link.flagged:
        return f"Marked: conflict {link.conflict:.2f} reaches the threshold {link.threshold:.2f}."
    return f"Not marked: conflict {link.conflict:.2f} is below the threshold {link.threshold:.2f}."


def _rows(comparison: Comparison, link: Link) -> Iterator[str]:
    numbers = wording.claim_numbers(comparison)
    others = {claim.id for claim in comparison.claim_of.get(str(link.right), ())}
    shared = [claim for claim in comparison.claim_of.get(str(link.left), ()) if claim.id in others]
    for claim in shared:
        yield f"{numbers[claim.id]} “{claim.label}”: {_MET[claim.by]}"
    if not shared:
        yield "none: the two were set against each other across rows, or by hand"


def naming_words(comparison: Comparison, contrast: Contrast) -> Iterator[str]:
    """Who names the referent by which words, each words once: "“raiders” (Pavel Dorn < Orrin Courier)"."""
    for naming in wording.namings(contrast):
        names = " < ".join(reversed(wording.told_by(comparison, comparison.statement_by_id[naming.statement])))
        yield f"“{naming.text}” ({names})"


def stage_words(comparison: Comparison, chain: Chain) -> Iterator[str]:
    """The stages of a chain, oldest first: "“eleven” (Orrin Courier, 2021-03-09 08:30)"."""
    for stage in clashes.stages(comparison, chain):
        told = []
        for words, statements in stage:
            articles = (comparison.article_by_id[one.article] for one in statements)
            sources = dict.fromkeys(
                ", ".join(filter(None, (wording.outlet(one), wording.moment(one.published)))) for one in articles
            )
            told.append(f"“{words}” ({'; '.join(sources)})")
        yield ", ".join(told)
