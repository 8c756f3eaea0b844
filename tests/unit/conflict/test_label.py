"""Another word for the same."""

from collections.abc import Callable

import pytest

from narrator.language.lexicon import labels
from narrator.model.comparison import Link

Relate = Callable[..., Link]
JUDGED = [
    ("Protesters blocked the road.", "Rioters blocked the road.", {"Protesters", "Rioters"}),
    ("The militants held the town.", "The terrorists held the town.", {"militants", "terrorists"}),
    ("The killing shocked the country.", "The assassination shocked the country.", {"killing", "assassination"}),
    ("The clashes in the square went on.", "The violence in the square was a massacre.", {"clashes", "massacre"}),
]


@pytest.mark.parametrize(("left", "right", "words"), JUDGED)
def test_a_word_that_judges_frames(
    link: Relate, clash: Callable[[str, str], set[str]], left: str, right: str, words: set[str]
) -> None:
    found = link(left, right)
    assert (found.relation, found.kind) == ("frames_differently", "label")
    assert not found.is_conflict
    assert clash(left, right) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Protesters blocked the road.", "Demonstrators blocked the road."),
        ("The rebels held the town.", "The insurgents held the town."),
        ("Rioters and protesters blocked the road.", "Rioters blocked the road."),
        ("Protesters blocked the road.", "The rioters were sentenced in June."),
    ],
)
def test_plain_synonyms_and_other_people_do_not(link: Relate, left: str, right: str) -> None:
    assert link(left, right).kind != "label"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Thousands of visitors fled the beach at noon.", "Thousands of visitors were evacuated at noon."),
        ("Hackers accessed the records of the clinic.", "Hackers stole the records of the clinic."),
        ("The breach at the clinic worried patients.", "The leak at the clinic worried patients."),
    ],
)
def test_another_choice_of_words_for_a_deed_speaks_softly(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.rule) == ("frames_differently", "label", "label.choice")
    assert not found.flagged


def test_a_word_that_is_only_rejected_is_another(link: Relate) -> None:
    assert (
        link("She called the sinking a terrible accident.", "This was no accident, this was a crime.").rule
        == "label.words"
    )


def test_a_word_that_only_modifies_names_nothing(link: Relate) -> None:
    assert link("He was acquitted of the killing.", "He was acquitted of murder charges.").rule != "label.words"


def test_every_kind_of_referent_has_a_judging_word_and_a_plain_one() -> None:
    found: dict[str, set[bool]] = {}
    for words in labels().values():
        for label in words:
            found.setdefault(label.referent, set()).add(label.judges)
    assert all(judged == {True, False} for judged in found.values())
