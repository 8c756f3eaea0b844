from datetime import UTC, date, datetime
from types import ModuleType

import pytest

from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison
from narrator.model.party import Mention, Narrator, NarratorKind
from narrator.model.statement import Certainty, Statement
from narrator.tui.reading import (
    CONFLICT,
    DENIED,
    FRAME,
    ONLY,
    UPDATE,
    chain,
    citation,
    heard,
    manner,
    marks_of,
    sign_of,
    voice,
    within,
)  # fmt: skip
from narrator.tui.widgets.lines import Mark
from narrator.tui.words import day, days, kinds_in_words


def test_signs(story: ModuleType):
    signs = {
        one: sign_of(story.COMPARISON, getattr(story, one))
        for one in ["ELEVEN", "RAIDERS", "NINETEEN", "WATCHMEN", "PLACE"]
    }
    assert signs == {"ELEVEN": CONFLICT, "RAIDERS": CONFLICT, "NINETEEN": UPDATE, "WATCHMEN": FRAME, "PLACE": ONLY}
    assert sign_of(story.COMPARISON, story.NO_ATTACK) == DENIED


def test_marks_lie_on_the_clashing_words(story: ModuleType):
    for statement, words in ((story.ELEVEN, "eleven people"), (story.FOUR, "Four people")):
        (mark,) = within(statement, marks_of([story.TOLL], statement))
        assert statement.text[mark.start : mark.end] == words
        assert mark.role == "clash-conflict"


def test_a_teller_found_by_a_pronoun_says_so():
    article = Article("He said two died.", outlet="Post")
    he = Mention(Span(0, 2), "Pat Lee", NarratorKind.PERSON, confidence=0.6)
    statement = Statement((Span(8, 16),), "two died", (he,), article=article.id, narrators=("post", "lee"))
    narrators = (Narrator("post", "Post", NarratorKind.OUTLET), Narrator("lee", "Pat Lee", NarratorKind.PERSON))
    comparison = Comparison(articles=(article,), narrators=narrators, statements=(statement,))
    assert heard(comparison, statement) == "Pat Lee < Post · own voice · “He”, perhaps"


def test_marks_follow_a_statement_in_parts():
    statement = Statement(spans=(Span(10, 14), Span(20, 26)), text="four … people")
    assert within(statement, [Mark(20, 26, "x"), Mark(11, 12, "y"), Mark(15, 18, "z")]) == (
        Mark(1, 2, "y"),
        Mark(7, 13, "x"),
    )


def test_names_are_chained_from_the_ultimate_narrator_to_the_outlet(story: ModuleType):
    assert chain(story.COMPARISON, story.RAIDERS) == "Pavel Dorn < Orrin Courier"
    assert voice(story.COMPARISON, story.RAIDERS) == "Pavel Dorn · quoted"
    assert chain(story.COMPARISON, story.PLACE) == "Orrin Courier"
    assert voice(story.COMPARISON, story.PLACE) == "own voice"


def test_manner(story: ModuleType):
    assert manner(story.NO_ATTACK) == "quoted, denied"
    assert manner(Statement(spans=(Span(0, 1),), text="x", certainty=Certainty.ALLEGED)) == "own voice, alleged"


def test_citation(story: ModuleType):
    assert citation(story.COMPARISON, story.TANKERS) == (
        "“forty tankers were lost”\n"
        "— Pavel Dorn < Orrin Courier, “Eleven dead as raiders burn Orrin depot”, 9 Mar 2021, "
        "https://courier.example/orrin-depot"
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2018, 2, 7), date(2018, 2, 9), "7–9 Feb 2018"),
        (date(2018, 1, 30), datetime(2018, 2, 2, 9, tzinfo=UTC), "30 Jan – 2 Feb 2018"),
        (date(2017, 12, 31), date(2018, 1, 1), "31 Dec 2017 – 1 Jan 2018"),
        (date(2018, 2, 8), date(2018, 2, 8), "8 Feb 2018"),
        (date(2018, 2, 8), None, "8 Feb 2018"),
        (None, None, "undated"),
    ],
)
def test_days(first, last, words: str):
    assert days(first, last) == words


def test_the_hour_is_shown_where_it_is_known():
    assert day(datetime(2018, 2, 8, 9, 5), hour=True) == "8 Feb 2018 09:05"
    assert day(date(2018, 2, 8), hour=True) == "8 Feb 2018"


def test_kinds_in_words():
    assert kinds_in_words({"label": 1, "role_swap": 3, "time": 0}) == "3 role swap, 1 label"
