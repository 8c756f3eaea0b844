"""What the comparison of the sample stories must find, and what it must leave apart.

The floors are what it finds today: they may only rise. `python -m benchmarks.samples` prints the figures.
"""

from functools import cache

import pytest

from benchmarks.samples import STORIES, Found, Story, judge
from narrator.comparison import compare
from narrator.export.clashes import told
from narrator.export.markdown import comparison_notes
from narrator.export.verify import verify
from narrator.model.comparison import Kind

ROWS = {"khusham-strike": 13, "ferry-accident": 15, "harbour-demonstration": 15}
SPEAKERS = {"khusham-strike": 60, "ferry-accident": 85, "harbour-demonstration": 78}
CONFLICTS = {
    "khusham-strike": {"label": 2, "target": 1, "cause": 2},
    "ferry-accident": {
        "number": 14,
        "negation": 3,
        "status": 2,
        "time": 2,
        "place": 1,
        "cause": 2,
        "certainty": 1,
        "label": 1,
    },
    "harbour-demonstration": {"number": 8, "place": 1, "label": 2, "quote": 3, "status": 2, "responsibility": 1},
}


@cache
def found(name: str) -> Found:
    return judge(Story(name))


@pytest.mark.parametrize("name", STORIES)
def test_nothing_forbidden_is_linked(name: str) -> None:
    assert found(name).forbidden == []


@pytest.mark.parametrize("name", STORIES)
def test_conflicts_by_kind(name: str) -> None:
    hits = {kind: hit for kind, (hit, _) in found(name).by_kind().items()}
    assert {kind: floor for kind, floor in CONFLICTS[name].items() if hits[kind] < floor} == {}


@pytest.mark.parametrize("name", STORIES)
def test_rows(name: str) -> None:
    assert found(name).rows[0] >= ROWS[name]


@pytest.mark.parametrize("name", STORIES)
def test_speakers(name: str) -> None:
    assert found(name).attributions[1] >= SPEAKERS[name]


def test_the_toll_of_the_ferry_is_a_chain_of_updates() -> None:
    comparison = found("ferry-accident").comparison
    tolls = [claim for claim in comparison.claims if claim.label == "killed · people"]
    links = [link for claim in tolls for link in comparison.claim_links(claim) if link.speaks]
    assert len(links) > 5
    assert {link.relation.value for link in links if link.kind and link.kind.value == "number"} == {"update"}


def test_the_same_wire_copy_is_one_origin() -> None:
    comparison = found("ferry-accident").comparison
    assert len(set(comparison.origins.values())) == len(comparison.articles) - 1


def test_two_tolls_of_two_events_stay_apart() -> None:
    comparison = found("khusham-strike").comparison
    for link in comparison.links:
        if not link.flagged:
            continue
        words = {comparison.statement_by_id[side].text for side in (link.left, link.right)}
        tolls = {toll for toll in ("100", "56", "35") if any(toll in text for text in words)}
        assert not ("100" in tolls and len(tolls) > 1)


@pytest.mark.parametrize("name", STORIES)
def test_the_notes_are_the_same_every_time_and_verify(name: str) -> None:
    story = Story(name)
    notes = comparison_notes(found(name).comparison, name)
    assert comparison_notes(compare(story.articles[::-1]), name) == notes
    assert verify(notes, story.articles).ok


@pytest.mark.parametrize("name", STORIES)
def test_every_clash_is_explained_once(name: str) -> None:
    comparison = found(name).comparison
    notes = comparison_notes(comparison, name)
    ways = [told(comparison, claim) for claim in comparison.claims]
    alone = {link for way in ways for clash in way.clashes for link in clash.links}
    clashes = {clash.links for way in ways for clash in way.clashes}
    chained = {link for way in ways for chain in way.chains for link in chain.links}
    named = {link.id for link in comparison.links if link.kind is Kind.LABEL}
    assert len(clashes) // 2 < notes.count("\nClash: ") <= len(clashes)
    assert notes.count("\nChain: ") == len({chain for way in ways for chain in way.chains})
    assert {link.id for link in comparison.links if link.flagged} <= alone | chained | named
    assert not alone & chained
