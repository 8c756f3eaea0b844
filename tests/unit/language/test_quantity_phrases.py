"""Quantities as news words them: interval, qualifier, unit, category, action, part and approximation of each phrase."""

from typing import TYPE_CHECKING

import pytest

from narrator.language.paragraphs import parse
from narrator.language.quantities import find

if TYPE_CHECKING:
    from spacy.language import Language

# sentence, then (minimum, maximum, qualifier, unit, category, action, part, approximate)
PHRASES: list[tuple[str, tuple[object, ...]]] = [
    ("At least 35 villagers died.", (35, None, "at_least", "people", "villager", "killed", False, False)),
    ("No fewer than nine boats sank.", (9, None, "at_least", "boat", "boat", "sink", False, False)),
    ("More than 100 marchers were arrested.", (101, None, "at_least", "people", "marcher", "detained", False, False)),
    ("Over 2,000 tents were sent.", (2001, None, "at_least", "tent", "tent", "send", False, False)),
    ("Well over 50 shells landed.", (51, None, "at_least", "shell", "shell", "land", False, False)),
    ("Up to 15 soldiers were killed.", (0, 15, "at_most", "people", "soldier", "killed", False, False)),
    ("Nine sailors are known to have died.", (9, 9, "exact", "people", "sailor", "killed", False, False)),
    ("Six guards were said to have been shot dead.", (6, 6, "exact", "people", "guard", "killed", False, False)),
    ("As many as 70 pilgrims drowned.", (0, 70, "at_most", "people", "pilgrim", "killed", False, False)),
    ("No more than 12 guests came.", (0, 12, "at_most", "people", "guest", "come", False, False)),
    ("A maximum of 20 rescuers went in.", (0, 20, "at_most", "people", "rescuer", "go", False, False)),
    ("Fewer than 30 voters came.", (0, 29, "at_most", "people", "voter", "come", False, False)),
    ("Under 40 officers were hurt.", (0, 39, "at_most", "people", "officer", "injured", False, False)),
    ("About 50 sailors were rescued.", (45, 55, "about", "people", "sailor", "rescue", False, True)),
    ("Around 400 prisoners escaped.", (360, 440, "about", "people", "prisoner", "escape", False, True)),
    ("Roughly 90 homes were flooded.", (81, 99, "about", "home", "home", "flood", False, True)),
    ("Some 2,000 residents were displaced.", (1800, 2200, "about", "people", "resident", "displaced", False, True)),
    ("An estimated 6,000 fans gathered.", (5400, 6600, "about", "people", "fan", "gather", False, True)),
    ("Nearly 80 cows died.", (72, 80, "about", "cow", "cow", "killed", False, True)),
    ("Almost 900 pupils marched.", (810, 900, "about", "people", "pupil", "march", False, True)),
    ("Just under 100 cars burned.", (90, 100, "about", "car", "car", "burn", False, True)),
    ("Just over 200 guests were evacuated.", (200, 220, "about", "people", "guest", "displaced", False, True)),
    ("Exactly 14 monks voted.", (14, 14, "exact", "people", "monk", "vote", False, False)),
    ("Only three passengers survived.", (3, 3, "exact", "people", "passenger", "survive", False, False)),
    ("A total of 47 miners were trapped.", (47, 47, "exact", "people", "miner", "trap", False, False)),
    ("Nine or more tourists were hurt.", (9, None, "at_least", "people", "tourist", "injured", False, False)),
    ("Between 20 and 30 rounds landed.", (20, 30, "range", "round", "round", "land", False, False)),
    ("From 5 to 7 bridges were hit.", (5, 7, "range", "bridge", "bridge", "hit", False, False)),
    ("Police saw 35 or 36 rioters.", (35, 36, "range", "people", "rioter", None, False, False)),
    ("Police counted 5-6,000 protesters.", (5000, 6000, "range", "people", "protester", "count", False, False)),
    ("Dozens of gunmen fled.", (24, None, "vague", "people", "gunman", "displaced", False, True)),
    ("Scores of fishermen are missing.", (40, None, "vague", "people", "fisherman", "missing", False, True)),
    ("Hundreds of families fled.", (200, None, "vague", "family", "family", "displaced", False, True)),
    ("Tens of thousands of people marched.", (20000, None, "vague", "people", "people", "march", False, True)),
    ("Hundreds of thousands of refugees arrived.", (200000, None, "vague", "people", "refugee", "arrive", False, True)),
    ("Several nurses were injured.", (3, None, "vague", "people", "nurse", "injured", False, True)),
    ("A few guards were wounded.", (3, None, "vague", "people", "guard", "injured", False, True)),
    ("A handful of activists were jailed.", (3, None, "vague", "people", "activist", "detained", False, True)),
    ("A couple of hundred strikers gathered.", (200, None, "vague", "people", "striker", "gather", False, True)),
    ("Millions of voters stayed at home.", (2000000, None, "vague", "people", "voter", "stay", False, True)),
    ("A dozen shells exploded.", (12, 12, "exact", "shell", "shell", "explode", False, False)),
    ("Two dozen farmers were arrested.", (24, 24, "exact", "people", "farmer", "detained", False, False)),
    ("Half a million birds died.", (500000, 500000, "exact", "bird", "bird", "killed", False, False)),
    ("1.2 million people were displaced.", (1200000, 1200000, "exact", "people", "people", "displaced", False, False)),
    ("Twenty-one children were killed.", (21, 21, "exact", "people", "child", "killed", False, False)),
    ("Two hundred and fifty miners went missing.", (250, 250, "exact", "people", "miner", "missing", False, False)),
    ("No one was killed.", (0, 0, "none", "people", "people", "killed", False, False)),
    ("Nobody was injured.", (0, 0, "none", "people", "people", "injured", False, False)),
    ("No soldiers were hurt.", (0, 0, "none", "people", "soldier", "injured", False, False)),
    ("None of the sailors died.", (0, 0, "none", "people", "sailor", "killed", True, False)),
    ("There were no casualties.", (0, 0, "none", "people", "casualty", None, False, False)),
    ("No arrests were made.", (0, 0, "none", "people", "people", "detained", False, False)),
    ("The death toll rose to 48.", (48, 48, "exact", "people", "people", "killed", False, False)),
    ("Officials put the death toll at 31.", (31, 31, "exact", "people", "people", "killed", False, False)),
    ("The number of dead stands at nine.", (9, 9, "exact", "people", "people", "killed", False, False)),
    ("Casualties rose to 37.", (37, 37, "exact", "people", "casualty", None, False, False)),
    ("There were 15 fatalities.", (15, 15, "exact", "people", "people", "killed", False, False)),
    ("The fire claimed 12 lives.", (12, 12, "exact", "people", "people", "killed", False, False)),
    ("At least 16 hikers lost their lives.", (16, None, "at_least", "people", "hiker", "killed", False, False)),
    ("Two climbers slipped and died.", (2, 2, "exact", "people", "climber", "killed", False, False)),
    ("Twelve farmers were shot and killed.", (12, 12, "exact", "people", "farmer", "killed", False, False)),
    ("Six drivers were taken to hospital.", (6, 6, "exact", "people", "driver", "injured", False, False)),
    ("Four cooks were treated for burns.", (4, 4, "exact", "people", "cook", "injured", False, False)),
    ("Seven women are in critical condition.", (7, 7, "exact", "people", "woman", "injured", False, False)),
    ("Three divers were found dead.", (3, 3, "exact", "people", "diver", "killed", False, False)),
    ("The blast left 30 dead.", (30, 30, "exact", "people", "people", "killed", False, False)),
    ("The blast left 12 wounded.", (12, 12, "exact", "people", "people", "injured", False, False)),
    ("Eight hostages are unaccounted for.", (8, 8, "exact", "people", "hostage", "missing", False, False)),
    ("17 men were taken away by police.", (17, 17, "exact", "people", "man", "take", False, False)),
    ("Ministers stood by their figure of 40,000.", (40000, 40000, "exact", "people", "people", None, False, False)),
    ("The coast guard has counted 118.", (118, 118, "exact", "people", "people", "count", False, False)),
    ("The turnout was 9,000.", (9000, 9000, "exact", "people", "people", None, False, False)),
    ("Divers rescued 62.", (62, 62, "exact", "people", "people", "rescue", False, False)),
    ("A crowd of 700 gathered.", (700, 700, "exact", "people", "people", "gather", False, False)),
    ("A three-judge panel ruled.", (3, 3, "exact", "people", "judge", None, False, False)),
    ("About 45 percent of women agreed.", (40.5, 49.5, "about", "%", "woman", "agree", False, True)),
    ("Two-thirds of voters agreed.", (66.6666666667, 66.6666666667, "exact", "%", "voter", "agree", False, False)),
    ("One in five pupils was absent.", (20, 20, "exact", "%", "pupil", None, False, False)),
    ("A third of the crew drowned.", (33.3333333333, 33.3333333333, "exact", "%", "crew", "killed", False, False)),
    ("More than half of the passengers were hurt.", (50, None, "at_least", "%", "passenger", "injured", False, False)),
    ("The base lies eight kilometres (five miles) away.", (8000, 8000, "exact", "m", None, None, False, False)),
    ("The well is at least 80m deep.", (80, None, "at_least", "m", None, None, False, False)),
    ("The rock weighed 20 to 25 tonnes.", (20000, 25000, "range", "kg", None, "weigh", False, False)),
    ("It cost about $3m.", (2700000, 3300000, "about", "USD", None, "cost", False, True)),
    ("They paid £2,500.", (2500, 2500, "exact", "GBP", None, "pay", False, False)),
    ("Winds reached 90 km/h.", (25, 25, "exact", "m/s", None, None, False, False)),
    ("The siege lasted three weeks.", (1814400, 1814400, "exact", "s", None, None, False, False)),
    ("A minimum of 40 lorries burned.", (40, None, "at_least", "lorry", "lorry", "burn", False, False)),
    ("Upwards of 300 fans were arrested.", (300, None, "at_least", "people", "fan", None, False, False)),
    ("The number of injured stands at 35.", (35, 35, "exact", "people", "people", "injured", False, False)),
    ("The death toll climbed past 100.", (101, None, "at_least", "people", "people", "killed", False, False)),
    ("The death toll has reached 31.", (31, 31, "exact", "people", "people", "killed", False, False)),
    ("10 of them were children.", (10, 10, "exact", "people", "people", None, True, False)),
]

# "rose from 20 to 35" names two states, of which the later counts
CHANGES = [("The number of injured rose from 20 to 35.", 35), ("The death toll rose from 4 to 9.", 9)]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrase(nlp: "Language", text: str, expected: tuple[object, ...]) -> None:
    (q,) = find(parse(nlp, [text])[0][0])
    found = (q.minimum, q.maximum, q.qualifier.value, q.unit, q.category, q.action, q.part, q.approximate)
    assert found == expected
    assert text[q.span.start : q.span.end] == q.text


@pytest.mark.parametrize(("text", "later"), CHANGES)
def test_the_later_of_two_states_is_found(nlp: "Language", text: str, later: int) -> None:
    assert [q.minimum for q in find(parse(nlp, [text])[0][0])][-1:] == [later]


def test_the_table_is_long_enough() -> None:
    assert len(PHRASES) >= 80
