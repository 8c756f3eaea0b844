"""Who did what to whom."""

from typing import TYPE_CHECKING

import pytest

from narrator.language.frames import find
from narrator.language.paragraphs import parse
from narrator.model.statement import Frame

if TYPE_CHECKING:
    from spacy.language import Language


def frames(nlp: "Language", text: str) -> list[Frame]:
    return [
        frame
        for paragraph in parse(nlp, [text])[0]
        for sentence in paragraph.doc.sents
        for frame in find(paragraph, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "predicate", "agent", "patient"),
    [
        ("The militia attacked the base.", "attack", "The militia", "the base"),
        ("The base was attacked by the militia.", "attack", "the militia", "The base"),
        ("The base was attacked.", "attack", None, "The base"),
        ("Jets struck at the convoy.", "strike", "Jets", "the convoy"),
        ("A convoy destroyed by drones burned.", "destroy", "drones", "A convoy"),
        ("The man who shot the guard fled.", "shoot", "The man", "the guard"),
        ("Rebels stormed the base and seized the arsenal.", "seize", "Rebels", "the arsenal"),
        ("The crew gave up the search.", "give_up", "The crew", "the search"),
        ("It was a bad night, with more than 600 women attacked in the city.", "attack", None, "more than 600 women"),
        ("The bridge collapsed.", "collapse", "The bridge", None),
        ("Drones struck a depot of the army that stood empty.", "strike", "Drones", "a depot of the army"),
    ],
)
def test_roles(nlp: "Language", text: str, predicate: str, agent: str | None, patient: str | None) -> None:
    (frame,) = [one for one in frames(nlp, text) if one.predicate == predicate]
    assert (frame.agent and frame.agent.text, frame.patient and frame.patient.text) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not shell the town.", True),
        ("The army never shelled the town.", True),
        ("No one shelled the town.", True),
        ("No jets shelled the town.", True),
        ("The army shelled nothing.", True),
        ("Neither the army nor the rebels shelled the town.", True),
        ("Not a single gun shelled the town.", True),
        ("The army not only shelled the town.", False),
        ("The army shelled the town without a warning.", False),
        ("The army shelled the town.", False),
        ("The army shelled a town with no walls.", False),
    ],
)
def test_negation(nlp: "Language", text: str, negated: bool) -> None:
    (frame,) = frames(nlp, text)
    assert frame.negated is negated


@pytest.mark.parametrize(
    ("text", "cause", "purpose"),
    [
        ("Two men jumped off the boat to get ashore and were later treated for burns.", None, "to get ashore"),
        ("The bridge collapsed because of a flood.", "because of a flood", None),
        ("The bridge collapsed because it was old.", "because it was old", None),
        ("The train stopped due to snow.", "due to snow", None),
        ("The army fired in response to an ambush.", "in response to an ambush", None),
        ("Jets bombed the camp to kill a commander.", None, "to kill a commander"),
        ("The army fired in the morning.", None, None),
        ("The army wanted to leave.", None, None),
    ],
)
def test_reasons(nlp: "Language", text: str, cause: str | None, purpose: str | None) -> None:
    frame = frames(nlp, text)[0]
    assert (frame.cause and frame.cause.text, frame.purpose and frame.purpose.text) == (cause, purpose)


def test_phrases_lie_where_they_say(nlp: "Language") -> None:
    text = "It was calm.\nThen the militia attacked the army base because of a rumour."
    frame = next(one for one in frames(nlp, text) if one.predicate == "attack")
    assert text[slice(*frame.span)] == "attacked"
    for phrase in (frame.agent, frame.patient, frame.cause):
        assert phrase is not None
        assert text[slice(*phrase.span)] == phrase.text
