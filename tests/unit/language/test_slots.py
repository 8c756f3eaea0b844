"""Which questions of fact a sentence answers."""

import pytest

from narrator.language.analyse import propositions
from narrator.model.statement import SlotName, Statement


def statement(text: str) -> Statement:
    return propositions([text])[0]


def answers(text: str, name: SlotName) -> set[tuple[str, str]]:
    return {(slot.key, slot.value) for slot in statement(text).slots if slot.name is name}


@pytest.mark.parametrize(
    ("text", "slot", "key", "value"),
    [
        ("The crash killed 12 people and injured 30 others.", SlotName.KILLED, "people", "12 people"),
        ("Nobody was hurt.", SlotName.INJURED, "people", "Nobody"),
        ("Nine people are missing.", SlotName.MISSING, "people", "Nine people"),
        ("Police detained three fishermen.", SlotName.DETAINED, "fisherman", "three fishermen"),
        ("Five thousand people were displaced by the flood.", SlotName.DISPLACED, "people", "Five thousand people"),
        ("The hospital treated 58 wounded people.", SlotName.COUNT, "treat", "58 wounded people"),
        ("About 15,000 marchers filled the square.", SlotName.COUNT, "protest", "About 15,000 marchers"),
        ("Gunmen fired 30 rounds.", SlotName.COUNT, "round", "30 rounds"),
        ("Police detained three men on Monday.", SlotName.WHEN, "detain", "Monday"),
        ("Police detained three men in Odessa.", SlotName.WHERE, "detain", "in Odessa"),
        ("Drones struck a depot east of the Euphrates River.", SlotName.WHERE, "strike", "east of the Euphrates River"),
        ("Police fired on student protesters.", SlotName.TARGET, "Police", "student protesters"),
        ("The bridge collapsed because of a flood.", SlotName.CAUSE, "collapse", "because of a flood"),
        ("Jets bombed the camp to kill a commander.", SlotName.PURPOSE, "strike", "to kill a commander"),
        ("Moscow blamed Kyiv for the blast.", SlotName.RESPONSIBILITY, "", "Kyiv"),
        ("The school is open.", SlotName.STATUS, "school", "open"),
        ("The captain was arrested.", SlotName.STATUS, "captain", "arrest"),
        ("The divers have not been found.", SlotName.STATUS, "diver", "missing"),
        ("It was a massacre.", SlotName.ACT, "violence", "massacre"),
    ],
)
def test_a_question_is_answered(text: str, slot: SlotName, key: str, value: str) -> None:
    assert (key, value) in answers(text, slot)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The president of Syria spoke.", SlotName.WHERE),
        ("The army did not shell the rebels.", SlotName.TARGET),
        ("One man was wounded.", SlotName.TARGET),
        ("The captain was not arrested.", SlotName.STATUS),
        ("There was no massacre.", SlotName.ACT),
        ("The fire killed 12 people.", SlotName.INJURED),
        ("The army wanted to leave.", SlotName.PURPOSE),
    ],
)
def test_a_question_is_left_open(text: str, slot: SlotName) -> None:
    assert answers(text, slot) == set()


@pytest.mark.parametrize(
    ("text", "occurrence"),
    [
        ("A mine killed four workers.", "main"),
        ("A mine killed four workers on Monday.", "main"),
        ("Last month a mine killed four workers.", "last month"),
        ("In 2016 a mine killed four workers.", "2016"),
    ],
)
def test_words_that_set_another_occurrence_apart(text: str, occurrence: str) -> None:
    assert {slot.occurrence for slot in statement(text).slots} == {occurrence}


def test_a_slot_lies_where_it_says() -> None:
    text = "It was calm. Police detained three men in Odessa on Monday."
    slots = statement(text).slots
    assert {slot.value for slot in slots} >= {"three men", "in Odessa", "Monday"}
    for slot in slots:
        if slot.name is not SlotName.STATUS:
            assert [text[start:end] for start, end in slot.spans] == [slot.value]
