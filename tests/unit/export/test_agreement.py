from dataclasses import replace

from narrator.export.agreement import agreements
from narrator.model.comparison import Comparison


def test_outlets_agree_and_clash_claim_by_claim(comparison: Comparison) -> None:
    found = agreements(comparison)
    assert found.outlets == ("The Daily", "Wire")
    assert found.points == (2, 2)
    (pair,) = found.pairs
    assert (pair.shared, pair.clashing, pair.link) == (2, 1, comparison.links[0])
    assert found.of(1, 0) is pair


def test_outlets_with_one_text_are_told(comparison: Comparison) -> None:
    assert agreements(comparison).pairs[0].copied
    apart = replace(comparison, origins={one.id: one.id for one in comparison.articles})
    assert not agreements(apart).pairs[0].copied


def test_framing_is_no_clash(comparison: Comparison) -> None:
    (pair,) = agreements(replace(comparison, links=comparison.links[1:])).pairs
    assert (pair.shared, pair.clashing, pair.link) == (2, 0, None)


def test_nothing_is_no_outlet() -> None:
    assert agreements(Comparison()).pairs == ()
