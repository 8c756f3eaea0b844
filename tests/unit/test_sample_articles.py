"""The sample stories read as their gold says, and every string of the gold stands in its article."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from narrator.model.article import Article
from narrator.model.comparison import SPEAKING, Kind, Relation
from narrator.model.statement import Quotation, SlotName
from narrator.sources.read import read

SAMPLES = Path(__file__).parents[2] / "sample_articles"
STORIES = ("ferry-accident", "harbour-demonstration", "khusham-strike")
CLUTTER = ["cookie", "advert", "newsletter", "inbox", "subscri", "related", "comments", "invented"]

Json = dict[str, Any]
Key = tuple[str, int]


@cache
def gold(story: str) -> Json:
    return json.loads((SAMPLES / story / "expected.json").read_text("utf-8"))


@cache
def articles(story: str) -> dict[Key, Article]:
    found = {}
    for file in sorted({one["file"] for one in gold(story)["articles"]}):
        reading = read([SAMPLES / story / file])
        assert not reading.problems
        found |= {(file, number): article for number, article in enumerate(reading.articles)}
    return found


def key(one: Json) -> Key:
    return one["file"], one["item"] or 0


def sides(story: str) -> list[Json]:
    linked = gold(story)["conflicts"] + gold(story)["never_linked"]
    return [link[side] for link in linked for side in ("left", "right")]


def overlap(one: Json, other: Json) -> bool:
    return key(one) == key(other) and (one["text"] in other["text"] or other["text"] in one["text"])


@pytest.mark.parametrize("story", STORIES)
def test_the_gold_lists_every_article_of_the_folder(story: str) -> None:
    reading = read([SAMPLES / story])
    assert not reading.problems
    assert {article.id for article in reading.articles} == {article.id for article in articles(story).values()}
    assert {key(one) for one in gold(story)["articles"]} == set(articles(story))
    assert len({article.outlet for article in reading.articles if article.outlet}) >= 6


@pytest.mark.parametrize("story", STORIES)
def test_outlet_title_and_time_are_found(story: str) -> None:
    for one in gold(story)["articles"]:
        article = articles(story)[key(one)]
        published = datetime.fromisoformat(one["published"]) if one["published"] else None
        found = (article.outlet, article.title, article.published)
        assert found == (one["outlet"], one["title"], published), one["file"]


@pytest.mark.parametrize("story", STORIES)
def test_every_string_of_the_gold_is_verbatim(story: str) -> None:
    expected = gold(story)
    wanted = []
    for one in expected["attributions"]:
        wanted += [(one, text) for text in (one["source"], one["cue"], *one["content"]) if text is not None]
    wanted += [(one, one["text"]) for claim in expected["claims"] for one in claim["statements"]]
    wanted += [(one, one["text"]) for one in sides(story)]
    missing = [
        (one["file"], one["item"], text)
        for one, text in wanted
        if not text or text not in articles(story)[key(one)].text
    ]
    assert not missing
    clashes = [
        (side["text"], side["clash"]) for link in expected["conflicts"] for side in (link["left"], link["right"])
    ]
    assert not [(text, clash) for text, clash in clashes if not clash or clash not in text]


@pytest.mark.parametrize("story", STORIES)
def test_the_gold_uses_the_terms_of_the_model(story: str) -> None:
    expected = gold(story)
    assert {one["quotation"] for one in expected["attributions"]} == {kind.value for kind in Quotation}
    assert {claim["slot"] for claim in expected["claims"]} <= {slot.value for slot in SlotName}
    assert {Relation(link["relation"]) for link in expected["conflicts"]} <= SPEAKING
    assert {Kind(link["kind"]) for link in expected["conflicts"]}
    assert {key(one) for one in expected["attributions"]} == set(articles(story))
    assert len(expected["never_linked"]) >= 8


@pytest.mark.parametrize("story", STORIES)
def test_the_gold_does_not_contradict_itself(story: str) -> None:
    expected = gold(story)
    rows = [claim["statements"] for claim in expected["claims"]]
    links = [[link["left"], link["right"]] for link in expected["conflicts"]]
    for never in expected["never_linked"]:
        groups = links if never.get("may_share_claim") else links + rows
        for group in groups:
            held = [any(overlap(one, never[side]) for one in group) for side in ("left", "right")]
            assert not all(held), never["why"]


@pytest.mark.parametrize("story", STORIES)
def test_updates_run_forward_in_time(story: str) -> None:
    for link in gold(story)["conflicts"]:
        if link["relation"] == "update":
            earlier, later = (articles(story)[key(link[side])].published for side in ("left", "right"))
            assert isinstance(earlier, datetime) and isinstance(later, datetime)
            assert earlier < later, link["why"]


@pytest.mark.parametrize("page", sorted(SAMPLES.glob("*/*.html")), ids=lambda page: page.name)
def test_bodies_hold_nothing_of_the_page_around_them(page: Path) -> None:
    raw = page.read_text("utf-8").lower()
    (article,) = read([page]).articles
    assert len([word for word in CLUTTER if word in raw]) >= 4
    assert not [word for word in CLUTTER if word in article.text.lower()]
    assert article.title and article.title not in article.text


@pytest.mark.parametrize("story", STORIES)
def test_every_format_is_there_and_every_file_says_that_it_is_invented(story: str) -> None:
    files = [file for file in (SAMPLES / story).iterdir() if file.name != "expected.json"]
    texts = {file: file.read_text("utf-8") for file in files}
    assert {file.suffix for file in files} == {".md", ".txt", ".html", ".xml"}
    heads = {text[:3] for file, text in texts.items() if file.suffix == ".md"}
    assert heads == {"---", "+++"}
    assert not [file.name for file, text in texts.items() if "invented" not in text]
    assert all("content:encoded" in text for file, text in texts.items() if file.suffix == ".xml")
