"""Which questions of fact a sentence answers."""

import pytest

from narrator.language.analyse import propositions
from narrator.model.statement import Polarity, SlotName, Statement


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
        ("The explosion occurred at 8 a.m. on Monday.", SlotName.WHEN, "explode", "8 a.m. on Monday"),
        ("The ferry turned over at 6:30 p.m. on Monday.", SlotName.WHEN, "capsize", "6:30 p.m. on Monday"),
        ("The captain, Ove Brandt, is missing.", SlotName.STATUS, "brandt captain ove", "missing"),
        ("Police detained three men in Odessa.", SlotName.WHERE, "detain", "in Odessa"),
        ("Drones struck a depot east of the Euphrates River.", SlotName.WHERE, "strike", "east of the Euphrates River"),
        ("Police fired on student protesters.", SlotName.TARGET, "Police", "student protesters"),
        ("Jets hit a camp some 30 km south of Kyiv.", SlotName.WHERE, "strike", "some 30 km south of Kyiv"),
        ("A shell killed nine people in Odessa, Ukraine.", SlotName.WHERE, "kill", "in Odessa, Ukraine"),
        ("A bomb wounded six men at a crowded market.", SlotName.WHERE, "injure", "at a crowded market"),
        ("The driver was killed in the crash.", SlotName.KILLED, "driver", "The driver"),
        ("The landslide killed a woman and her son.", SlotName.KILLED, "son", "her son"),
        ("He was told of the death of a climber.", SlotName.KILLED, "climber", "a climber"),
        ("A tourist fell to her death.", SlotName.KILLED, "tourist", "A tourist"),
        ("The thief stabbed a guard to death.", SlotName.KILLED, "guard", "a guard"),
        ("Raiders shot and killed a farmer.", SlotName.KILLED, "farmer", "a farmer"),
        ("The pilot was taken to hospital.", SlotName.INJURED, "pilot", "The pilot"),
        ("Five miners were taken to hospital.", SlotName.INJURED, "miner", "Five miners"),
        ("She was taken to Elmford Hospital and the men suffered burns.", SlotName.INJURED, "man", "the men"),
        ("The pilot was flown to Elmford General Hospital.", SlotName.INJURED, "pilot", "The pilot"),
        ("The cyclist is in critical condition.", SlotName.INJURED, "cyclist", "The cyclist"),
        ("The bridge collapsed because of a flood.", SlotName.CAUSE, "collapse", "because of a flood"),
        ("The blaze was caused by a gas leak.", SlotName.CAUSE, "burn", "a gas leak"),
        ("Troops left in order to save lives.", SlotName.PURPOSE, "leave", "in order to save lives"),
        ("Jets bombed the camp to kill a commander.", SlotName.PURPOSE, "strike", "to kill a commander"),
        ("Moscow blamed Kyiv for the blast.", SlotName.RESPONSIBILITY, "", "blamed on Kyiv"),
        ("Rebels claimed responsibility for the raid.", SlotName.RESPONSIBILITY, "", "claimed by Rebels"),
        ("No group has claimed responsibility.", SlotName.RESPONSIBILITY, "", "claimed by No group"),
        ("Officials blamed the fire on rebels.", SlotName.RESPONSIBILITY, "", "blamed on rebels"),
        ("The mayor accused the army of looting.", SlotName.RESPONSIBILITY, "", "blamed on the army"),
        ("The army denied any involvement.", SlotName.RESPONSIBILITY, "", "denied by The army"),
        ("The firm admitted responsibility.", SlotName.RESPONSIBILITY, "", "admitted by The firm"),
        ("Police say rebels are responsible for it.", SlotName.RESPONSIBILITY, "", "blamed on rebels"),
        ("The minister laid the blame on the organisers.", SlotName.RESPONSIBILITY, "", "blamed on the organisers"),
        ("The union holds Minister Sorn responsible.", SlotName.RESPONSIBILITY, "", "blamed on Minister Sorn"),
        ("The captain was held accountable for it.", SlotName.RESPONSIBILITY, "", "blamed on The captain"),
        ("The owner bears full responsibility.", SlotName.RESPONSIBILITY, "", "blamed on The owner"),
        ("The crash was blamed on fog.", SlotName.CAUSE, "blame", "fog"),
        ("The school is open.", SlotName.STATUS, "school", "open"),
        ("The captain was arrested.", SlotName.STATUS, "captain", "arrest"),
        ("The divers have not been found.", SlotName.STATUS, "diver", "missing"),
        ("A Chinese boy has been found dead.", SlotName.STATUS, "boy", "dead"),
        ("The captain of the ferry was found in a hut.", SlotName.STATUS, "captain", "find"),
        ("It was a massacre.", SlotName.ACT, "violence", "massacre"),
        ("Rebels attacked the convoy with rockets.", SlotName.INSTRUMENT, "weapon", "rockets"),
        ("A car bomb killed a guard.", SlotName.INSTRUMENT, "weapon", "A car bomb"),
        ("A drone strike hit the camp.", SlotName.INSTRUMENT, "vessel", "drone"),
        ("A gas leak killed 12 people and 40 others were hurt.", SlotName.INJURED, "people", "40 others"),
        ("Nine people died and seven others died later.", SlotName.KILLED, "some of them", "seven others"),
        ("The driver died and 40 others were hurt.", SlotName.INJURED, "people", "40 others"),
        ("Twelve people may have been killed.", SlotName.KILLED, "people", "Twelve people"),
        ("The gunman went on to kill nine people.", SlotName.KILLED, "people", "nine people"),
        ("Crews cleared nine bodies from the hall.", SlotName.KILLED, "people", "nine bodies"),
        ("He was convicted of killing two women.", SlotName.KILLED, "woman", "two women"),
        ("No group has claimed responsibility.", SlotName.STATUS, "responsibility", "unclaimed"),
        ("Rebels claimed responsibility for the raid.", SlotName.STATUS, "responsibility", "claimed"),
        ("The council opened the bridge.", SlotName.STATUS, "bridge", "open"),
        ("The missing climber was found dead.", SlotName.STATUS, "climber", "dead"),
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
        ("He was arrested.", SlotName.STATUS),
        ("They found no evidence of it.", SlotName.STATUS),
        ("Rescuers tried to find the boy.", SlotName.STATUS),
        ("The court raised its voice.", SlotName.STATUS),
        ("He drove the truck to the market.", SlotName.INSTRUMENT),
        ("The fire killed 12 people.", SlotName.INJURED),
        ("The army wanted to leave.", SlotName.PURPOSE),
        ("It took an hour to reach the camp.", SlotName.PURPOSE),
        ("They waited for the rain to stop.", SlotName.PURPOSE),
        ("The thief stabbed nobody.", SlotName.KILLED),
        ("The coach nearly died.", SlotName.KILLED),
        ("The blast could have killed a guard.", SlotName.KILLED),
        ("The committee killed the bill.", SlotName.KILLED),
        ("The gang claimed a refund.", SlotName.RESPONSIBILITY),
        ("The storm was blamed on warm seas.", SlotName.RESPONSIBILITY),
        ("The group has not claimed responsibility.", SlotName.RESPONSIBILITY),
        ("The owner does not bear responsibility.", SlotName.RESPONSIBILITY),
        ("A nurse from Odessa spoke.", SlotName.WHERE),
        ("The blast could have killed hundreds of people.", SlotName.KILLED),
        ("The bomb would have hit the hall and killed 300 people.", SlotName.KILLED),
        ("A plot to kill three judges was uncovered.", SlotName.KILLED),
        ("She was acquitted of killing two men.", SlotName.KILLED),
        ("She was cleared of killing two men.", SlotName.KILLED),
        ("The play depicts a fire that killed 40 people.", SlotName.KILLED),
        ("The attempted murder of three judges shocked the town.", SlotName.KILLED),
        ("He would resign if 12 people were killed.", SlotName.KILLED),
        ("Anyone who kills a swan can be fined.", SlotName.KILLED),
        ("The law bans killing swans.", SlotName.STATUS),
        ("The driver was killed.", SlotName.STATUS),
        ("The army opened fire.", SlotName.STATUS),
        ("Neither the driver nor his passenger was hurt.", SlotName.INJURED),
        ("They denied any involvement.", SlotName.RESPONSIBILITY),
        ("The bank opened an account.", SlotName.STATUS),
        ("12 people died in the fire.", SlotName.AGENT),
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
        ("An earlier attack killed four workers.", "earlier attack"),
        ("A mine will kill four workers in 2030.", "main"),
        ("Police accused Smith of killing his wife in 2014.", "2014"),
        ("Weeks earlier, a mine killed four workers.", "weeks earlier"),
        ("Years before, a mine killed four workers.", "years before"),
    ],
)
def test_words_that_set_another_occurrence_apart(text: str, occurrence: str) -> None:
    assert {slot.occurrence for slot in statement(text).slots} == {occurrence}


def test_what_nobody_tells_stays_the_outlets_own_words() -> None:
    for text in (
        "Nobody said that the dam was safe.",
        "None of them said that it rained.",
        "No group claimed the raid.",
    ):
        found = statement(text)
        assert (found.chain, found.text, found.polarity) == ((), text, Polarity.NEGATIVE)


@pytest.mark.parametrize("text", ["The death toll rose by 12 to 85.", "The death toll rose from 73 to 85."])
def test_what_a_toll_was_or_rose_by_is_none(text: str) -> None:
    assert answers(text, SlotName.KILLED) == {("people", "85")}


def test_only_the_clause_that_names_another_time_is_set_apart() -> None:
    (slot,) = (
        s for s in statement("Floods killed nine people in a town that burned in 1998.").slots if s.key == "people"
    )
    assert (slot.name, slot.occurrence) == (SlotName.KILLED, "main")
    for time in ("since 1998", "since January"):
        slots = statement(f"It is the worst fire {time}, when 31 people died.").slots
        assert {slot.occurrence for slot in slots if slot.name is SlotName.KILLED} == {time.lower()}


def test_a_slot_lies_where_it_says() -> None:
    text = "It was calm. Police detained three men in Odessa on Monday."
    slots = statement(text).slots
    assert {slot.value for slot in slots} >= {"three men", "in Odessa", "Monday"}
    for slot in slots:
        if slot.name not in {SlotName.STATUS, SlotName.RESPONSIBILITY}:
            assert [text[start:end] for start, end in slot.spans] == [slot.value]


def test_who_has_not_been_found_is_missing_by_all_these_words() -> None:
    text = "The divers have not been found."
    (slot,) = [slot for slot in statement(text).slots if slot.name is SlotName.STATUS]
    assert [text[start:end] for start, end in slot.spans] == ["have not been found"]
