"""How far a negation reaches."""

import pytest

from narrator.conflict.reach import narrows, reach
from narrator.language.analyse import propositions


@pytest.mark.parametrize(
    ("text", "shown", "is_open"),
    [
        ("The shop is not yet open.", "is not yet open", True),
        ("The thief has not been found.", "has not been found", True),
        ("The thief was never found.", "was never found", False),
        ("Divers found no bodies in the lake.", "found no bodies", False),
    ],
)
def test_from_the_auxiliary_to_the_verb(text: str, shown: str, is_open: bool) -> None:
    (statement,) = propositions([text])
    found = next(reach(statement, frame) for frame in statement.frames if frame.negated)
    assert found is not None
    assert (statement.words(found.span), found.is_open) == (shown, is_open)


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("Not all shops were robbed.", "Shops were robbed.", True),
        ("Not all shops were robbed.", "Every one of the shops was robbed.", False),
        ("The shop was not robbed by a gang.", "The shop was robbed.", True),
        ("The shop was not robbed, a clerk told reporters.", "The shop was robbed.", False),
        ("The shop was not robbed on Monday.", "The shop was robbed.", False),
        ("Divers heard no sound.", "Divers heard knocking.", False),
    ],
)
def test_what_it_bears_on_beside_the_other_account(text: str, other: str, expected: bool) -> None:
    one, two = propositions([text, other])
    found = next(reach(one, frame) for frame in one.frames if frame.negated)
    assert found is not None
    assert narrows(found, one, two) is expected
