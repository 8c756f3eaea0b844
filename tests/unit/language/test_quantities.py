"""What figures count and what happened to it, through the real parse."""

from typing import TYPE_CHECKING

import pytest

from narrator.language.paragraphs import parse
from narrator.language.quantities import find
from narrator.model.statement import Qualifier, Quantity

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: "Language", text: str) -> list[Quantity]:
    return [quantity for paragraph in parse(nlp, [text])[0] for quantity in find(paragraph)]


# sentence, then (minimum, maximum, unit, category, action) of each figure
COUNTS = [
    ("The blast killed at least 35 people.", [(35, None, "people", "people", "killed")]),
    ("More than 100 villagers were wounded in the raid.", [(101, None, "people", "villager", "injured")]),
    ("Between 20 and 30 tank rounds landed near the post.", [(20, 30, "round", "round", "land")]),
    ("Rescuers said 35 or 36 sailors drowned.", [(35, 36, "people", "sailor", "killed")]),
    ("Hundreds of thousands of people fled the province.", [(200000, None, "people", "people", "displaced")]),
    ("Dozens of protesters were detained overnight.", [(24, None, "people", "protester", "detained")]),
    ("Scores of houses burned.", [(40, None, "house", "house", "burn")]),
    ("12 marchers fainted in the rain.", [(12, 12, "people", "marcher", "faint")]),
    ("No one was hurt in the derailment.", [(0, 0, "people", "people", "injured")]),
    ("Nobody was killed.", [(0, 0, "people", "people", "killed")]),
    ("No soldiers were wounded.", [(0, 0, "people", "soldier", "injured")]),
    ("No arrests were made.", [(0, 0, "people", "people", "detained")]),
    ("The ship ran aground without casualties.", [(0, 0, "people", "casualty", None)]),
    ("There were no reports of injuries.", [(0, 0, "people", "people", "injured")]),
    ("3m people fled.", [(3e6, 3e6, "people", "people", "displaced")]),
    ("The death toll rose to at least six.", [(6, None, "people", "people", "killed")]),
    ("Officials put the death toll at 48.", [(48, 48, "people", "people", "killed")]),
    ("A death toll of 35 was announced.", [(35, 35, "people", "people", "killed")]),
    ("The storm caused 35 deaths.", [(35, 35, "people", "people", "killed")]),
    ("The mudslide claimed 12 lives.", [(12, 12, "people", "people", "killed")]),
    ("The crash left 12 injured.", [(12, 12, "people", "people", "injured")]),
    ("The crash left 30 people dead.", [(30, 30, "people", "people", "killed")]),
    ("Two fishermen are missing.", [(2, 2, "people", "fisherman", "missing")]),
    ("Three hikers went missing on the ridge.", [(3, 3, "people", "hiker", "missing")]),
    (
        "Police arrested 17 men and one woman.",
        [(17, 17, "people", "man", "detained"), (1, 1, "people", "woman", "detained")],
    ),
    ("The quake killed one person.", [(1, 1, "people", "people", "killed")]),
    ("Two gunmen killed 35 people.", [(2, 2, "people", "gunman", None), (35, 35, "people", "people", "killed")]),
    ("Two men were stabbed to death.", [(2, 2, "people", "man", "killed")]),
    ("Police found two women dead in the flat.", [(2, 2, "people", "woman", "killed")]),
    ("The trial concerns the deaths of two brothers.", [(2, 2, "people", "brother", "killed")]),
    ("35 people who were injured got treatment.", [(35, 35, "people", "people", "injured")]),
    ("The 12 miners killed on Friday were brothers.", [(12, 12, "people", "miner", "killed")]),
    ("Some 2,000 residents were displaced.", [(1800, 2200, "people", "resident", "displaced")]),
    ("As many as 40 rebels surrendered.", [(0, 40, "people", "rebel", "surrender")]),
    ("Fewer than 20 delegates voted.", [(0, 19, "people", "delegate", "vote")]),
    ("The convoy had about 50 trucks.", [(45, 55, "truck", "truck", None)]),
    ("Nearly 90 shops were looted.", [(81, 90, "shop", "shop", "loot")]),
    ("A dozen shells hit the market.", [(12, 12, "shell", "shell", None)]),
    ("Two dozen cars were destroyed.", [(24, 24, "car", "car", "destroy")]),
    ("Half a million voters stayed at home.", [(500000, 500000, "people", "voter", "stay")]),
    ("Twenty-one ships sank.", [(21, 21, "ship", "ship", "sink")]),
    ("Two hundred and fifty officers searched the hills.", [(250, 250, "people", "officer", None)]),
    ("Several witnesses left.", [(3, None, "people", "witness", "leave")]),
    ("Thirty-five Syrians were killed.", [(35, 35, "people", "syrian", "killed")]),
    ("It counted 55,000 public schools.", [(55000, 55000, "school", "school", "count")]),
    ("A three-judge panel ruled.", [(3, 3, "people", "judge", None)]),
    ("The number of arrests was 35.", [(35, 35, "people", "people", "detained")]),
    ("The quake left hundreds more injured.", [(200, None, "people", "people", "injured")]),
    ("Shells killed about 40 villagers sheltering in a school.", [(36, 44, "people", "villager", "killed")]),
    ("A raid that killed 40 Syrians sheltering in a hut drew anger.", [(40, 40, "people", "syrian", "killed")]),
    ("The blast left 50 people with serious injuries.", [(50, 50, "people", "people", "injured")]),
    ("Two children were treated for burns.", [(2, 2, "people", "child", "injured")]),
    ("Dozens of victims, aged 12, 14 and 15, were freed.", [(24, None, "people", "victim", "free")]),
    ("It carries 37,000 boxes to the port.", [(37000, 37000, "box", "box", "carry")]),
    ("Some 204 of 14,086 firms paid.", [(183, 225, "firm", "firm", "pay"), (14086, 14086, "firm", "firm", None)]),
    ("Police put the turnout at 9,000.", [(9000, 9000, "people", "people", None)]),
    ("No more than 9,000 had come.", [(0, 9000, "people", "people", "come")]),
    ("Divers rescued 62.", [(62, 62, "people", "people", "rescue")]),
    ("A crowd of 40,000 filled the square.", [(40000, 40000, "people", "people", None)]),
    (
        "The farmer lost 40 sheep; two gorillas were killed.",
        [(40, 40, "sheep", "sheep", "lose"), (2, 2, "gorilla", "gorilla", "killed")],
    ),
]

MEASURES = [
    ("The base lies eight kilometers (five miles) east of the river.", (8000, 8000, "m", None)),
    ("He paid $2.5bn for the firm.", (2.5e9, 2.5e9, "USD", None)),
    ("Two-thirds of voters agreed.", (66.6666666667, 66.6666666667, "%", "voter")),
    ("Half of the members resigned.", (50, 50, "%", "member")),
    ("About 45 percent of women agreed.", (40.5, 49.5, "%", "woman")),
    ("One in five pupils was absent.", (20, 20, "%", "pupil")),
    ("A 77-tonne rocket stood there.", (77000, 77000, "kg", "rocket")),
    ("An 11 hour flight awaited them.", (39600, 39600, "s", "flight")),
    ("The well is at least 80m deep.", (80, None, "m", None)),
    ("The fire burned more than 3,000 acres.", (12140569.2, None, "m2", None)),
    ("Winds of 90 km/h tore off roofs.", (25, 25, "m/s", None)),
    ("A magnitude-6.1 quake struck.", (6.1, 6.1, "magnitude", None)),
    ("A tremor of magnitude 5.8 was felt.", (5.8, 5.8, "magnitude", None)),
    ("He must pay one million pounds.", (1000000, 1000000, "GBP", None)),
]

NOTHING = [
    "She holds the minister responsible for every one of the dead.",
    "Any one of the dead could have told it.",
    "A four-year-old boy fell.",
    "The girl is 4 years old.",
    "A man aged 24 spoke.",
    "Maria Vento, 32, lives here.",
    "He turned 65 on Monday.",
    "She left home when she turned 18 and moved.",
    "Pavel Orr, 67 of Elmford, spoke.",
    "It happened in 1998.",
    "The 2016 campaign was long.",
    "The summit opens on 7 February 2018.",
    "They met at 10:40 that night.",
    "They met at 10 p.m. on Friday.",
    "Rovers won 3-1 at home.",
    "Call 0207 555 0143 today.",
    "It was the third time.",
    "He came 12th.",
    "An F-22 flew past.",
    "The Boeing 737 landed.",
    "Lunar-1 lifted off.",
    "They won Game Seven.",
    "One of the best films is back.",
    "One official said so.",
    "One day they will return.",
    "They fought one another.",
    "He lives at 14 Elm Street.",
    "1. Open the box.",
    "See https://example.org/2018/12 for more.",
    "There were no signs of it.",
    "He no longer works there.",
    "Music of the 1990s played.",
    "The clip runs 1:15.",
    "Version 5.5.1 is out.",
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTS)
def test_counts(nlp: "Language", sentence: str, expected: list[tuple[object, ...]]) -> None:
    found = [(q.minimum, q.maximum, q.unit, q.category, q.action) for q in read(nlp, sentence)]
    assert found == expected


@pytest.mark.parametrize(("sentence", "expected"), MEASURES)
def test_measures_and_shares(nlp: "Language", sentence: str, expected: tuple[object, ...]) -> None:
    (found,) = [q for q in read(nlp, sentence) if q.unit == expected[2]]
    assert (pytest.approx(found.minimum), found.maximum, found.unit, found.category) == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_counts_nothing(nlp: "Language", sentence: str) -> None:
    assert read(nlp, sentence) == []


def test_parts_of_a_larger_figure(nlp: "Language") -> None:
    whole, part, others = read(nlp, "At least 35 were killed, 10 of them children, with 12 others hurt.")
    assert (whole.part, part.part, others.part) == (False, True, False)
    assert (part.category, part.action, others.action) == ("child", "killed", "injured")
    _, included = read(nlp, "The raid killed 35 people, including 10 children.")
    assert (included.part, included.category, included.action) == (True, "child", "killed")


def test_a_bare_part_is_of_the_kind_of_its_whole(nlp: "Language") -> None:
    _, part = read(nlp, "It launched 18 missions, including five on old rockets.")
    assert (part.part, part.minimum, part.unit, part.action) == (True, 5, "mission", "launch")
    assert read(nlp, "None of those made it to the list.") == []


def test_none_of_a_number_says_nothing_of_the_number(nlp: "Language") -> None:
    none, all_of_them = read(nlp, "None of the 12 passengers was hurt.")
    assert (none.qualifier, none.category, none.action) == (Qualifier.NONE, "passenger", "injured")
    assert (all_of_them.minimum, all_of_them.action) == (12, None)


def test_qualifiers_and_approximation(nlp: "Language") -> None:
    text = "At least 5 men, up to 6 women, about 70 boys, dozens of girls, 8 to 9 cooks and 10 monks died."
    found = read(nlp, text)
    assert [q.qualifier.value for q in found] == ["at_least", "at_most", "about", "vague", "range", "exact"]
    assert [q.approximate for q in found] == [False, False, True, True, False, False]


def test_spans_are_offsets_of_the_article_and_hold_the_counted_words(nlp: "Language") -> None:
    text = "  A first line.\nThe strike killed more than 100 people and two 50-kilogram bombs fell."
    found = read(nlp, text)
    assert [text[q.span.start : q.span.end] for q in found] == [q.text for q in found]
    assert [q.text for q in found] == ["more than 100 people", "two", "50-kilogram"]
