"""One utterance in two wordings: cut, or altered."""

from collections.abc import Callable

import pytest

from narrator.model.comparison import Link

Relate = Callable[..., Link]
MURDERED = "“They murdered our neighbours in the night,” Berg said."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (MURDERED, "“They killed our neighbours in the night,” Berg said."),
        ("“The firm destroyed every letter it had,” Berg said.", "“The firm burned every letter it had,” Berg said."),
    ],
)
def test_another_word_is_an_alteration(link: Relate, left: str, right: str) -> None:
    found = link(left, right)
    assert (found.relation, found.kind, found.flagged) == ("frames_differently", "quote", True)
    assert not found.is_conflict


@pytest.mark.parametrize(
    "other",
    [
        "“They murdered our neighbours in the night, and no one came,” Berg said.",
        "“They murdered our neighbors in the night,” Berg said.",
        "“They murdered our neighbours [the Kerns] in the night,” Berg said.",
        "\"They murdered our neighbours in the night,\" Berg said.",
    ],
)  # fmt: skip
def test_a_cut_a_spelling_and_an_editors_brackets_alter_nothing(link: Relate, other: str) -> None:
    assert link(MURDERED, other).relation == "same"


def test_another_utterance_is_not_compared(link: Relate) -> None:
    assert link(MURDERED, "“The harvest was poor in the north this year,” Kern said.").kind is None


def test_the_altered_words_are_shown(clash: Callable[[str, str], set[str]]) -> None:
    assert clash(MURDERED, "“They killed our neighbours in the night,” Berg said.") == {"murdered", "killed"}
