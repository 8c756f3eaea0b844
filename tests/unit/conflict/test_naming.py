"""One name written in two ways, one person under two descriptions."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (
            "Anna Brightlec sold the lamp in March.",
            "Anna Brightlac sold the lamp in March.",
            {"Anna Brightlec", "Anna Brightlac"},
        ),
        (
            "The Harwick Coast Rescue Society found the boat near the pier.",
            "The boat near the pier was found by the Harwick Coast Lifeboat Society.",
            {"The Harwick Coast Rescue Society", "Harwick Coast Lifeboat Society"},
        ),
        (
            "The union boss Anna Berg was arrested on Monday.",
            "Police arrested Anna Berg, the leader of the dockers' union, on Monday.",
            {"The union boss", "the leader"},
        ),
        (
            "Anna Berg, the founder of the choir, sang on Monday.",
            "Anna Berg, a co-founder of the choir, sang on Monday.",
            {"the founder", "a co-founder"},
        ),
    ],
)
def test_one_name_under_two_labels_is_framing(
    link: Relate, clash: Callable[[str, str], set[str]], left: str, right: str, words: set[str]
) -> None:
    found = link(left, right)
    assert (found.relation, found.kind) == ("frames_differently", "label")
    assert not found.is_conflict
    assert clash(left, right) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Centre for Coastal Research opened.", "The Center for Coastal Research opened."),
        ("Müller Maschinenbau closed its works in Bergen.", "Muller Maschinenbau closed its works in Bergen."),
        ("The Bank of America raised its rates.", "The Bank of England raised its rates."),
        ("The Austrian skipper came home on Monday.", "The Australian skipper came home on Monday."),
        ("Anna Berg, the founder of the choir, sang.", "Paul Ochs, the leader of the choir, sang."),
        ("The singer Anna Berg came home.", "The singer Anna Berg came home on Monday."),
    ],
)
def test_spelling_of_a_place_and_other_names_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "label"


def test_a_misspelling_alone_is_no_flag(link: Relate) -> None:
    found = link("Anna Brightlec sold the lamp in March.", "Anna Brightlac sold the lamp in March.")
    assert found.rule == "name.spelling"
    assert not found.flagged
