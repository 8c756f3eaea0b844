"""Who does and suffers what two accounts tell, and whether two descriptions may be of one party."""

import pytest

from narrator.conflict.acts import alike, parties
from narrator.model.article import Span
from narrator.model.statement import Frame, Phrase

PLACE = Span(0, 1)


def _phrase(head: str) -> Phrase:
    return Phrase(PLACE, head, head)


def test_who_does_and_who_suffers_pronouns_aside() -> None:
    frames = [
        Frame("sink", PLACE, _phrase("navy"), _phrase("trawler")),
        Frame("leave", PLACE, _phrase("they"), _phrase("port")),
        Frame("drift", PLACE),
    ]
    assert parties(frames) == {"navy", "trawler", "port"}
    assert parties(frames, "agent") == {"navy"}


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("the harbour police", "Police in the port", True),
        ("Arvia's navy", "a navy patrol", True),
        ("Harbour Workers Union", "HWU", True),
        ("Ana Ruiz", "Mrs Ruiz", True),
        ("two fishermen", "two smugglers", False),
        ("all of the dockers", "some of the smugglers", False),
    ],
)
def test_a_word_an_acronym_or_a_namesake_may_be_one_party(one: str, other: str, may: bool) -> None:
    assert alike(one, other) is alike(other, one) is may
