"""An act that one account denies to have happened."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
STRIKE = "A strike on the depot near Varsk destroyed three trucks on Monday."


@pytest.mark.parametrize(
    "other",
    [
        "There was no strike on the depot near Varsk on Monday.",
        "No attack on the depot near Varsk took place on Monday.",
        "The strike on the depot near Varsk never happened.",
    ],
)
def test_what_did_not_happen_contradicts_what_did(link: Relate, other: str) -> None:
    found = link(STRIKE, other)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "occurrence", True)


def test_a_speaker_denies(link: Relate) -> None:
    found = link(STRIKE, "The army said that there had been no strike on the depot near Varsk.")
    assert (found.kind, found.relation, found.left) in {("occurrence", "denies", 1), ("occurrence", "contradicts", 0)}


@pytest.mark.parametrize(
    "other",
    [
        "There was no further strike on the depot near Varsk.",
        "No one was killed in the strike on the depot near Varsk.",
        "There was no warning before the strike on the depot near Varsk.",
        "There was no flood near Varsk.",
    ],
)
def test_a_toll_a_repetition_and_another_act_are_not_denied(link: Relate, other: str) -> None:
    assert link(STRIKE, other).kind != "occurrence"


def test_none_so_far_is_no_lasting_none(link: Relate) -> None:
    none, told = "There has been no attack on the harbour.", "An attack on the harbour was reported."
    assert not link(none, told, date(2024, 1, 1), date(2024, 1, 3)).is_conflict
    assert link(none, told, date(2024, 1, 3), date(2024, 1, 1)).is_conflict


def test_none_of_a_kind_leaves_others(link: Relate) -> None:
    told = "An attack on the harbour was reported."
    assert not link("There was no major attack on the harbour.", told).is_conflict
    assert link("There was no attack on the harbour.", told).is_conflict
