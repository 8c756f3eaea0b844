"""Text that would act on a terminal or on a markup parser is shown, and does nothing, on every screen."""

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot

from narrator.model.article import Article, Span
from narrator.model.comparison import Column, Comparison
from narrator.tui.scrub import Scrub

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def hostile(story: ModuleType) -> Comparison:
    """The story with hostile words in every place that holds text, its offsets moved along."""
    bad: str = story.HOSTILE
    before = len(bad) + 1

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(0 if span == spans[0] else span.start + before, span.end + before) for span in spans)

    old: Comparison = story.COMPARISON
    articles = {
        one.id: Article(
            f"{bad} {one.text}",
            title=f"{bad} {one.title}",
            outlet=f"{bad} {one.outlet}",
            authors=(bad,),
            url=f"{one.outlet}",
        )
        for one in old.articles
    }
    statements = {
        one.id: replace(
            one,
            spans=(spans := moved(one.spans)),
            text=articles[one.article].quote(spans),
            quantities=tuple(
                replace(each, span=Span(each.span.start + before, each.span.end + before)) for each in one.quantities
            ),
            slots=tuple(
                replace(each, spans=tuple(Span(start + before, end + before) for start, end in each.spans))
                for each in one.slots
            ),
            article=articles[one.article].id,
        )
        for one in old.statements
    }
    ids = {identity: one.id for identity, one in statements.items()}
    return replace(
        old,
        articles=tuple(articles.values()),
        narrators=tuple(replace(one, name=f"{bad} {one.name}") for one in old.narrators),
        statements=tuple(statements.values()),
        claims=tuple(
            replace(
                one, id=ids[one.id], label=f"{bad} {one.label}", statements=tuple(ids[each] for each in one.statements)
            )
            for one in old.claims
        ),
        links=tuple(
            replace(
                one,
                left=ids[str(one.left)],
                right=ids[str(one.right)],
                left_spans=moved(one.left_spans),
                right_spans=moved(one.right_spans),
                explanation=f"{bad} {one.explanation}",
            )
            for one in old.links
        ),
        columns=tuple(
            Column(one.id, f"{bad} {one.title}", frozenset(ids[each] for each in one.statements)) for one in old.columns
        ),
        extracted=frozenset(articles[one].id for one in old.extracted),
    )


def harmless(pilot: Pilot[Any]) -> None:
    """Nothing on the screen can act, and the words are there as they were written."""
    words = ""
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            assert not UNSAFE.search(segment.text), repr(segment.text)
            meta = segment.style.meta if segment.style else {}
            assert "quit" not in str(meta.get("@click")), meta
            words += segment.text
    assert "[@click=app.quit]free[/]" in words.replace("\n", "")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
async def test_every_screen_withstands_hostile_text(
    size: tuple[int, int], open_story, steps, story: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    app = open_story(hostile(story), title=story.HOSTILE)
    async with app.run_test(size=size, notifications=True) as pilot:
        await steps.settle(pilot)
        harmless(pilot)
        for keys in (
            ["enter"],
            ["j"],
            ["3"],
            ["1"],
            ["2", "right_square_bracket"],
            ["b"],
            ["escape"],
            ["y"],
            ["c"],
            ["l"],
        ):
            await steps.press(pilot, *keys)
            harmless(pilot)
        await steps.press(pilot, "B", "i")
        harmless(pilot)
        await steps.type_in(pilot, "[red]")
        await steps.press(pilot, "escape", "t")
        await steps.type_in(pilot, "[/red]")
        await steps.press(pilot, "enter")
        harmless(pilot)
        await steps.press(pilot, "e", "enter", "d", "u", "escape", "slash")
        harmless(pilot)
        assert app.is_running
        assert len(list(tmp_path.glob("*.md"))) == 1
        await steps.press(pilot, "ctrl+p")
        await steps.press(pilot, "escape", "question_mark", "escape")
        assert app.is_running


@pytest.mark.parametrize("size", [(120, 40), (60, 20)], ids=["wide", "narrow"])
async def test_explanations_and_figures_withstand_hostile_text(
    size: tuple[int, int], open_story, steps, story: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    app = open_story(hostile(story), title=story.HOSTILE)
    async with app.run_test(size=size, notifications=True) as pilot:
        await steps.press(pilot, "enter", "x")
        harmless(pilot)
        await steps.press(pilot, "right_square_bracket", "y", "escape", "escape", "F")
        harmless(pilot)
        await steps.press(pilot, "2")
        harmless(pilot)
        await steps.press(pilot, "1", "e", "enter")
        (drawing,) = tmp_path.glob("*.svg")
        assert not UNSAFE.search(drawing.read_text("utf-8").replace("\n", ""))
        assert app.is_running


async def test_a_failure_is_told_word_for_word(open_story, steps):
    app = open_story(open_event="[/red] [@click=app.quit]x[/]")
    async with app.run_test(notifications=True) as pilot:
        await steps.settle(pilot)
        assert "No event fits “[/red] [@click=app.quit]x[/]”" in steps.errors(pilot)[0]
        harmless_words = steps.seen(pilot)
        assert "[@click=app.quit]x[/]" in harmless_words


def test_the_filter_takes_out_what_acts_and_keeps_what_reads():
    line = [Segment("a\x1b]52;c;x\x07b\u202e漢字 👨‍👩‍👧 e\u0301\x9b")]
    (segment,) = Scrub().apply(line, Color.parse("black"))
    assert segment.text == "a]52;c;xb漢字 👨‍👩‍👧 e\u0301"
