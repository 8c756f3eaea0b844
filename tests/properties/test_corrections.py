"""One more decision gives what a whole new comparison under the same decisions gives, whatever was decided before."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrator.assets import samples_dir
from narrator.comparison import Draft, compare_analysed
from narrator.language.analyse import analyse
from narrator.model.article import Article
from narrator.model.comparison import Comparison, Relation
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.model.statement import Analysis, Statement
from narrator.sources.read import read

STORIES = sorted(path.name for path in samples_dir().iterdir() if path.is_dir())
SPEAKERS = ("", "Somebody new", "the army")


@cache
def story(name: str) -> tuple[Sequence[Article], Sequence[Analysis]]:
    articles = read([samples_dir() / name]).articles
    return articles, analyse([article.text for article in articles])


@cache
def draft(name: str) -> Draft:
    """One for all examples: each finds it as the ones before have left it."""
    return Draft(*story(name))


@cache
def plain(name: str) -> Comparison:
    return compare_analysed(*story(name))


def decision(comparison: Comparison, kind: CorrectionKind, told: Sequence[Statement], value: str = "") -> Correction:
    return Correction(kind, tuple(Anchor.of(comparison.article_by_id[one.article], one.spans) for one in told), value)


def check(name: str, corrections: Sequence[Correction]) -> Comparison:
    found = draft(name).corrected(corrections)
    assert found == compare_analysed(*story(name), corrections=corrections)
    return found


@pytest.mark.parametrize("kind", CorrectionKind)
@pytest.mark.parametrize("name", STORIES)
def test_each_kind_and_its_undoing(name: str, kind: CorrectionKind) -> None:
    before = plain(name)
    link = before.links[0]
    one, other = (before.statement_by_id[side] for side in (link.left, link.right))
    told = [one] if kind in {CorrectionKind.HIDE, CorrectionKind.SPEAKER_IS, CorrectionKind.SIDE_IS} else [one, other]
    if kind is CorrectionKind.SAME_ROW:
        mates = {mate for claim in before.claim_of[one.id] for mate in (*claim.statements, *claim.more)}
        told[1] = next(far for far in before.statements if far.id not in mates)
    if kind is CorrectionKind.SAME_NARRATOR:
        told[1] = next(far for far in before.statements if far.narrators[-1] not in one.narrators)
    value = Relation.ADDS if kind in {CorrectionKind.RELATION_IS, CorrectionKind.LINK} else "Somebody new"
    after = check(name, [decision(before, kind, told, value)])
    assert (after.narrators, after.statements, after.claims, after.links) != (
        before.narrators, before.statements, before.claims, before.links,
    )  # fmt: skip
    assert draft(name).corrected() == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_mixture(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(STORIES))
    comparison = plain(name)
    linked = [(link.left, link.right) for link in comparison.links]
    pairs = st.sampled_from(linked).map(lambda ids: [comparison.statement_by_id[one] for one in ids])
    any_two = st.lists(st.sampled_from(comparison.statements), min_size=2, max_size=2, unique_by=lambda one: one.id)
    decisions = st.builds(
        decision,
        st.just(comparison),
        st.sampled_from(CorrectionKind),
        pairs | any_two,
        st.sampled_from([*SPEAKERS, *Relation, *(one.name for one in comparison.narrators)]),
    )
    check(name, data.draw(st.lists(decisions, max_size=5)))
