"""Who is held responsible."""

from collections.abc import Callable
from datetime import date

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
NOBODY, GROUP = (
    "No group has claimed responsibility for the blast.",
    "The Lake Brigade claimed responsibility for the blast.",
)


def test_a_claim_after_none_is_an_update(link: Relate) -> None:
    found = link(GROUP, NOBODY, date(2020, 5, 3), date(2020, 5, 2))
    assert (found.relation, found.kind) == ("update", "responsibility")
    assert (found.left, found.right) == (1, 0)


def test_none_after_a_claim_is_no_update(link: Relate) -> None:
    assert link(GROUP, NOBODY, date(2020, 5, 2), date(2020, 5, 3)).rule != "responsibility.claimed"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (
            "The minister laid the blame for the crush on the organisers.",
            "The union holds the police responsible for the crush.",
            "frames_differently",
        ),
        (
            "The Lake Brigade denied responsibility for the blast.",
            "The mayor blamed the Lake Brigade for the blast.",
            "denies",
        ),
        (GROUP, "Responsibility for the blast was later claimed by Hill Front rebels.", "frames_differently"),
    ],
)
def test_blame_claims_and_denials(link: Relate, left: str, right: str, relation: str) -> None:
    found = link(left, right)
    assert (found.relation.value, found.kind) == (relation, "responsibility")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mayor blamed the Lake Brigade for the blast.", "The mayor blamed the Brigade for the blast."),
        ("Russia was blamed for the blast.", "Moscow was blamed for the blast."),
        ("The mayor blamed that for the blast.", "The mayor blamed the police for the blast."),
    ],
)
def test_one_party_under_two_names_is_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "responsibility"
