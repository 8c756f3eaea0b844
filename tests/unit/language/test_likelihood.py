import json
from importlib.resources import files

import pytest

from narrator.language.attribution import find
from narrator.language.likelihood import BIAS, score
from narrator.language.paragraphs import parse
from narrator.language.pipeline import load
from narrator.model.article import quote


def contents(text: str) -> list[str]:
    (paragraphs,) = parse(load(), [text])
    return [quote(text, one.content) for one in find(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Critics spoke about how the board had closed the pier.", "how the board had closed the pier"),
        ("The union opposes a plan that the board made.", "a plan that the board made"),
        ("Lee pointed to a study that shows the pier is safe.", "a study that shows the pier is safe"),
        ("Lee wants to know why the pier closed.", "to know why the pier closed"),
    ],
)
def test_open_complements_that_tell(text: str, content: str) -> None:
    assert contents(text) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The crew rescued people who had fallen into the sea.",
        "The storm sank a ferry that carried ninety people.",
        "The police arrested a man who had fled.",
        "He tried to swim to the shore.",
    ],
)
def test_open_complements_that_tell_nothing(text: str) -> None:
    assert contents(text) == []


def test_forms_that_need_no_weighing() -> None:
    assert contents("The general is believed to have fled.") == ["The general … to have fled"]
    assert contents("The hospital counted nine dead.") == ["nine dead"]


def test_a_score_is_the_sum_of_the_weights_that_are_known() -> None:
    assert score(["cue say", "cue unheard"], {BIAS: -1.0, "cue say": 2.5}) == 1.5


def test_the_weights_come_with_the_card_of_their_data() -> None:
    text = files("narrator.language.lexicon").joinpath("attribution_weights.json").read_text(encoding="utf-8")
    found = json.loads(text)
    assert {"what", "data", "labels", "training", "limits", "licence"} <= set(found["card"])
    assert BIAS in found["weights"]
    assert all(isinstance(weight, float) for weight in found["weights"].values())
