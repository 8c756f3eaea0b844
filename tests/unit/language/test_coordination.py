"""Clauses side by side are propositions of their own."""

import pytest

from narrator.language.analyse import analyse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam burst on Friday, and two men died below it.", ["The dam burst on Friday", "two men died below it."]),
        ("The dam burst and flooded the valley below it.", ["The dam burst and flooded the valley below it."]),
        ("The dam burst, and it did.", ["The dam burst, and it did."]),
        (
            "Berg said the mayor had lied about it and that the council had known since May.",
            ["the mayor had lied about it", "the council had known since May"],
        ),
        ("“The dam burst on Friday and two men died,” Berg said.", ["“The dam burst on Friday and two men died,”"]),
        (
            "Berg, who led the crew and was hurt, died on Monday, and his brother, whom police held, was freed.",
            ["Berg, who led the crew and was hurt, died on Monday", "his brother, whom police held, was freed."],
        ),
    ],
)  # fmt: skip
def test_clauses_with_subjects_of_their_own(text: str, expected: list[str]) -> None:
    assert [one.text for one in analyse([text])[0].statements] == expected


def test_a_clause_holds_its_own_figures() -> None:
    first, second = analyse(["The strike killed 12 people and the blast wounded 40 others."])[0].statements
    assert [[q.minimum for q in one.quantities] for one in (first, second)] == [[12], [40]]
