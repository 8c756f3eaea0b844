"""Correcting beyond the single letters: from Compare, in every size, with every view below renewed; and what is refused."""

from dataclasses import replace
from types import ModuleType

import pytest
from rich.cells import cell_len

from narrator.config import Config
from narrator.corrections import Decision, Decisions, correct_tellers
from narrator.model.comparison import Relation
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.tui.correcting import Subject, other_narrators, refusal, relations, settled, sides, speakers, told
from narrator.tui.screens.correct import CorrectMenu

HOLD = "M"


def subject(story: ModuleType, here: str, other: str | None = None) -> Subject:
    return Subject(story.COMPARISON, getattr(story, here), getattr(story, other) if other else None)


@pytest.mark.parametrize(
    ("kind", "here", "other", "reason"),
    [
        ("same_row", "ELEVEN", None, "needs a second: hold one with M"),
        ("same_row", "ELEVEN", "FOUR", "they share a row already"),
        ("same_row", "ELEVEN", "PLACE", ""),
        ("not_same_row", "ELEVEN", "PLACE", "they share no row"),
        ("not_same_event", "ELEVEN", "FOUR", ""),
        ("relation_is", "ELEVEN", "PLACE", "they are not linked yet"),
        ("relation_is", "ELEVEN", "FOUR", ""),
        ("link", "ELEVEN", "FOUR", "they are linked already"),
        ("link", "RAIDERS", "TANKERS", "one narrator says both"),
        ("link", "ELEVEN", "VALVE", ""),
        ("hide", "TANKERS", None, "it stands in no row"),
        ("hide", "ELEVEN", None, ""),
        ("speaker_is", "ELEVEN", None, ""),
        ("same_narrator", "ELEVEN", None, ""),
        ("side_is", "ELEVEN", None, ""),
    ],
)
def test_what_applies_and_why_not(story: ModuleType, kind: str, here: str, other: str | None, reason: str):
    assert refusal(subject(story, here, other), CorrectionKind(kind), HOLD) == reason


def test_one_narrator_alone_is_nobody_else(story: ModuleType):
    alone = replace(story.COMPARISON, statements=(story.ELEVEN,))
    assert refusal(Subject(alone, story.ELEVEN), CorrectionKind.SAME_NARRATOR, HOLD) == "there is no other narrator"


def test_who_is_offered(story: ModuleType):
    asked = subject(story, "ELEVEN", "VALVE")
    names = [one.id for one in speakers(asked)]
    assert names[:2] == ["Halden Oil", "Pavel Dorn"]
    assert "fire service" not in names
    first, *others = other_narrators(asked)
    assert (first.id, first.text) == (story.VALVE.id, "Halden Oil")
    assert [one.text for one in others] == ["Pavel Dorn", "Orrin Courier", "local people"]
    assert sides(asked) == []


def test_a_relation_names_its_first_side(story: ModuleType):
    asked = subject(story, "ELEVEN", "FOUR")
    options = {one.text: one.id for one in relations(asked)}
    told = {text: settled(asked, CorrectionKind.RELATION_IS, one) for text, one in options.items()}
    here, there = (story.ELEVEN.id, story.FOUR.id), (story.FOUR.id, story.ELEVEN.id)
    assert told["fire service denies what Halden Oil says"] == (here, "denies")
    assert told["Halden Oil denies what fire service says"] == (there, "denies")
    assert told["Halden Oil tells a later state"] == (here, "update")
    assert {value for _, value in told.values()} == {relation.value for relation in Relation}


def test_who_tells_both_is_told_apart_by_the_outlet(story: ModuleType):
    assert subject(story, "ELEVEN", "NINETEEN").names == ("fire service < Orrin Courier", "fire service < Radio Tarn")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 50)])
async def test_the_whole_menu_is_seen(open_story, steps, size: tuple[int, int]):
    async with open_story().run_test(size=size) as pilot:
        await steps.press(pilot, "enter", "m")
        lines = steps.seen(pilot, "#choices").splitlines()
        assert [line.split()[0] for line in lines[-9:]] == list("snewadrlh")
        assert "Correct: fire service" in lines[0]
        await steps.press(pilot, "escape", "G", "m")
        if size[0] >= 80:
            assert "needs a second: hold one with M" in steps.seen(pilot, "#choices")


async def test_a_kind_is_chosen_by_cursor_and_by_mouse(pilot, steps):
    await steps.press(pilot, "enter", "m")

    def choices():
        return steps.widget(pilot, "#choices")

    assert choices().cursor == 1  # the first that applies
    await steps.press(pilot, "k", "enter")
    assert isinstance(pilot.app.screen, CorrectMenu)
    await steps.press(pilot, "j", "enter")
    assert "(Halden Oil) left the row of fire service; u takes it back." in steps.said(pilot)
    await steps.press(pilot, "m")
    for _ in range(2):
        await pilot.click("#choices", offset=(4, len(choices().lines) - 1))
        await steps.settle(pilot)
    assert "left every row" in steps.said(pilot)


async def test_compare_corrects_and_the_reader_below_follows(pilot, steps):
    await steps.press(pilot, "enter", "c", "l", "m", "n")
    assert "Four people died" not in steps.seen(pilot, "#matrix")
    assert "u takes it back" in steps.said(pilot)
    await steps.press(pilot, "h", "m", "escape", "escape")
    assert "Four people died" not in steps.seen(pilot, "#rivals")
    await steps.press(pilot, "u", "c")
    assert "Four people died" in steps.seen(pilot, "#matrix")
    await steps.press(pilot, "ctrl+r")
    assert "Four people died" not in steps.seen(pilot, "#matrix")


async def test_a_row_without_clash_offers_its_other_statement(open_story, steps, story: ModuleType):
    async with open_story(replace(story.COMPARISON, links=())).run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "c", "m")
        assert "with: Halden Oil < Halden Post" in steps.seen(pilot, "#choices")


async def test_the_rival_that_has_the_keys_is_corrected(pilot, steps):
    await steps.press(pilot, "enter", "3", "m")
    assert "Correct: Halden Oil < Halden Post" in steps.seen(pilot, "#choices")
    await steps.press(pilot, "h")
    assert "Four people died" not in steps.seen(pilot, "#rivals")


async def test_nothing_is_corrected_where_nothing_is(pilot, steps):
    await steps.press(pilot, "enter", "right_curly_bracket", "right_curly_bracket", "m")
    assert "no statement under the cursor to correct" in steps.said(pilot)
    await steps.press(pilot, "M")
    assert "no statement under the cursor to hold" in steps.said(pilot)


async def test_words_that_are_gone_are_told(open_story, steps, story: ModuleType):
    async with open_story().run_test(size=(80, 24)) as pilot:
        await steps.press(pilot, "enter", "m", "h")
        lost = replace(story.COURIER, text=story.COURIER.text.replace("eleven", "twelve"))

        def rewrite(session, _):
            library = session._library
            with library._connection.write() as db:
                db.execute("UPDATE articles SET text = ? WHERE id = ?", (lost.text, story.COURIER.id))

        pilot.app.desk.ask(pilot.app.screen, rewrite, lambda request, _: _rested(request))
        await steps.press(pilot, "L")
        assert "its words are gone" in steps.seen(pilot, "#log")


def _rested(request: int):
    from narrator.tui.messages import Rested

    return Rested(request)


async def test_a_real_comparison_follows_and_comes_back(open_samples, steps):
    async with open_samples().run_test(size=(120, 40)) as pilot:
        await steps.press(pilot, "enter", "right_square_bracket")
        screen = pilot.app.screen
        before, subject = screen.comparison, screen.subject()
        assert subject.rowmates and subject.linked
        await steps.press(pilot, "m", "n")
        after = screen.comparison
        assert not replace(subject, comparison=after).rowmates
        assert not replace(subject, comparison=after).linked
        assert screen.page.statement.id == subject.here.id
        await steps.press(pilot, "u")
        assert screen.comparison == before
        await steps.press(pilot, "U")
        assert screen.comparison == after


def test_what_was_done_is_told_of_whom_within_the_line(story: ModuleType):
    eleven, four = Anchor.of(story.COURIER, story.ELEVEN.spans), Anchor.of(story.POST, story.FOUR.spans)
    tellers = (("Orrin Courier", "fire service"), ("Halden Post", "Halden Oil"))
    for kind in CorrectionKind:
        value = {CorrectionKind.RELATION_IS: "more_specific", CorrectionKind.LINK: "denies"}.get(kind, "Ines Morrow")
        correction = Correction(kind, (eleven, four), value, tellers=tellers)
        for width in (58, 78, 118):
            line = told(correction, "; u takes it back.", width)
            assert cell_len(line) <= width, (kind, line)
            assert "fire" in line or "Halden" in line, line
    part = Correction(CorrectionKind.NOT_SAME_ROW, (eleven, four), tellers=tellers)
    assert told(part, ".", 200) == f"“{story.FOUR.text}” (Halden Oil) left the row of fire service."


def test_speakers_of_one_name_are_told_apart(story: ModuleType):
    known = story.COMPARISON.narrators
    dorn = next(one for one in known if one.name == "Pavel Dorn")
    other = replace(dorn, id="0123456789ab")
    both = replace(story.COMPARISON, narrators=(*known, other))
    here = Subject(both, story.ELEVEN)
    first, second = [one for one in speakers(here) if one.text == "Pavel Dorn"]
    assert first.id != second.id and "Orrin Courier" in f"{first.note}{second.note}"
    for option, expected in ((first, dorn.id), (second, other.id)):
        if len(expected) == 12:
            correction = Correction(CorrectionKind.SPEAKER_IS, (), option.id)
            assert correction.words == "speaker is Pavel Dorn"
            decisions = Decisions((Decision(CorrectionKind.SPEAKER_IS, (story.ELEVEN.id,), option.id),), ())
            _, statements = correct_tellers(decisions, both.narrators, both.statements)
            told_by = next(one for one in statements if one.id == story.ELEVEN.id)
            assert told_by.narrators[-1] == expected


async def test_a_name_within_another_can_be_given(pilot, steps):
    await steps.press(pilot, "enter", "m", "w")
    await steps.type_in(pilot, "Dorn")
    assert "a new narrator: “Dorn”" in steps.seen(pilot, "#options")
    await steps.press(pilot, "down", "enter")
    assert "said by Dorn, not fire service; u takes it back." in steps.said(pilot)


async def test_letters_of_the_menu_are_written_as_people_write_them(open_story, steps):
    async with open_story(config=Config(keymap={"hide": "]"})).run_test(size=(80, 24)) as pilot:
        await steps.press(pilot, "enter", "m")
        assert "] Hide" in " ".join(steps.seen(pilot, "#choices").splitlines()[-1].split())
