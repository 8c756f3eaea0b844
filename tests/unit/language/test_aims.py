"""What a body of people was after."""

import pytest

from narrator.language.analyse import propositions
from narrator.model.statement import SlotName


def answers(text: str, name: SlotName) -> set[tuple[str, str]]:
    return {(slot.key, slot.value) for found in propositions([text]) for slot in found.slots if slot.name is name}


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("The rebels wanted to take the bridge.", "to take the bridge"),
        ("The attackers were likely seeking to seize the mine.", "to seize the mine"),
        ("Militants crossed the lake to look for mines.", "to look for mines"),
        ("They had crossed the lake to look for mines.", "to look for mines"),
        ("The mayor suspected the rebels of trying to seize the mine.", "to seize the mine"),
    ],
)
def test_armed_bodies_have_aims(text: str, aim: str) -> None:
    assert ("aim", aim) in answers(text, SlotName.PURPOSE)


@pytest.mark.parametrize(
    "text",
    ["The minister wanted to see the bridge.", "The rebels did not want to take the bridge.", "The rebels wanted to leave."],
)  # fmt: skip
def test_wishes_of_others_are_none(text: str) -> None:
    assert answers(text, SlotName.PURPOSE) == set()


def test_what_an_act_is_called_an_attempt_at() -> None:
    assert answers("The governor called the strike an attempt to help the rebels.", SlotName.CAUSE) == {
        ("strike", "an attempt to help the rebels")
    }
    assert answers("The governor called the book an attempt to help the rebels.", SlotName.CAUSE) == set()


def test_who_is_blamed_for_doing_something_is_no_cause() -> None:
    assert answers("The owner blamed the fog.", SlotName.CAUSE) == {("blame", "the fog")}
    assert answers("The mayor blamed the app for helping thieves.", SlotName.CAUSE) == set()
