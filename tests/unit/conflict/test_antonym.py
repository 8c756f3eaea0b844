"""Words that exclude each other."""

from collections.abc import Callable

import pytest

from narrator.conflict.lexicon import antonyms
from narrator.model.comparison import Link

Relate = Callable[..., Link]
OPPOSED = [
    ("The column was advancing on the northern town.", "The column was retreating from the northern town."),
    ("The mayor accepted the offer of the union.", "The mayor rejected the offer of the union."),
    ("The court found the captain guilty.", "The court found the captain innocent."),
    ("Oil exports rose in the first quarter of the year.", "Oil exports fell in the first quarter of the year."),
    ("The yard told of growth in the trade with the north.", "The yard told of decline in the trade with the north."),
    ("The union called the new contract legal and binding.", "The union called the new contract illegal and binding."),
    ("Divers found the search of the wreck difficult at night.", "Divers found the search of the wreck easy at night."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_opposites_said_of_one_thing_contradict(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("contradicts", "antonym", True)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oil exports rose in the first quarter.", "Oil exports did not fall in the first quarter."),
        ("Oil exports rose in the first quarter.", "The water of the river fell in the night."),
        ("Exports rose and then fell in the quarter.", "Exports fell and then rose in the quarter."),
        ("The two owners were not insured against the flood.", "The two owners were uninsured against the flood."),
        ("A four-year-old boy was found in the old mill.", "A nine-year-old girl was found in the old mill."),
        ("The school on the hill has closed for the winter.", "The school on the hill has reopened for the winter."),
    ],
)
def test_a_negated_opposite_another_thing_and_both_words_are_none(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "antonym"


def test_the_two_words_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(*OPPOSED[1]) == {"accepted", "rejected"}


def test_the_lexicon_is_symmetric_and_no_word_excludes_itself() -> None:
    for word, opposites in antonyms().items():
        assert word not in opposites
        assert all(word in antonyms()[other] for other in opposites)
