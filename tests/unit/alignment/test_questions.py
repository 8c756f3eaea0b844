import pytest

from narrator.alignment.questions import fits, questions
from narrator.language.analyse import propositions
from narrator.model.statement import SlotName


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The fire killed 12 people.", {(SlotName.KILLED, "people")}),
        ("The ferry capsized on Monday.", {(SlotName.WHEN, "capsize")}),
        ("The harbour was quiet on Monday.", set()),
        ("The pier is 40 metres long.", set()),
    ],
)
def test_questions(text: str, asked: set[tuple[SlotName, str]]) -> None:
    (statement,) = propositions([text])
    assert {one for one in questions(statement) if one[0] is not SlotName.ACT} == asked


def test_keys_of_one_referent_fit() -> None:
    assert fits(SlotName.STATUS, "ferry captain", "captain")
    assert not fits(SlotName.STATUS, "captain", "mayor")
    assert fits(SlotName.TARGET, "protesters", "protesters")
