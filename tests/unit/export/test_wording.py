"""How links, tellers and times are named."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from narrator.export import wording
from narrator.model.comparison import Comparison, Kind, Link, Relation


@pytest.mark.parametrize(
    ("relation", "kind", "expected"),
    [
        (Relation.CONTRADICTS, Kind.NUMBER, "≠"),
        (Relation.CONTRADICTS, Kind.NEGATION, "¬"),
        (Relation.DENIES, Kind.RESPONSIBILITY, "¬"),
        (Relation.UPDATE, Kind.NUMBER, "⇡"),
        (Relation.FRAMES_DIFFERENTLY, Kind.LABEL, "~"),
        (Relation.MORE_SPECIFIC, Kind.PLACE, "="),
        (Relation.ADDS, None, "·"),
    ],
)
def test_sign(relation: Relation, kind: Kind | None, expected: str) -> None:
    assert wording.sign(Link("a", "b", relation, kind)) == expected


def test_relation_words_are_plain_english() -> None:
    assert wording.relation_words(Link("a", "b", Relation.FRAMES_DIFFERENTLY, Kind.ROLE_SWAP)) == (
        "frames differently, role swap"
    )


def test_teller_names_those_who_passed_it_on() -> None:
    assert wording.teller(("The Daily",)) == "The Daily"
    assert wording.teller(("Wire", "Police")) == "Police"
    assert wording.teller(("Wire", "Reuters", "the ministry", "Police")) == "Police (via the ministry, Reuters)"


def test_moment_never_says_more_than_is_known() -> None:
    assert wording.moment(None) == ""
    assert wording.moment(date(2024, 3, 4)) == "2024-03-04"
    assert wording.moment(datetime(2024, 3, 4, 9, 5)) == "2024-03-04 09:05"
    assert wording.moment(datetime(2024, 3, 4, 9, 5, tzinfo=UTC)) == "2024-03-04 09:05 +00:00"
    assert wording.moment(datetime(2024, 3, 4, 9, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))).endswith(
        "+05:30"
    )


def test_claim_numbers_follow_the_comparison(comparison: Comparison) -> None:
    assert wording.claim_numbers(comparison) == {"one": "C-01", "two": "C-02"}


def test_counts(comparison: Comparison) -> None:
    assert wording.outlets(comparison) == "3 outlets"
    assert wording.origins(comparison) == "2 origins"
    assert wording.conflicts(comparison) == "1 conflict"
