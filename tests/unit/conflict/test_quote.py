"""One utterance in two wordings: cut, or altered."""

from collections.abc import Callable

import pytest

from narrator.comparison import compare
from narrator.model.article import Article
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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“It's what we've seen before the storm,” Berg said.", "“It is what we have seen before the storm,” Berg said."),
        ("“We lost 40% of the whole harvest,” Berg said.", "“We lost 40 per cent of the whole harvest,” Berg said."),
        ("“We will write to them about the loss,” Berg said.", "“We will write to [the Kerns] about the loss,” Berg said."),
        ("“We wrote to the mill ... about the loss,” Berg said.", "“We wrote to the mill owners about the loss,” Berg said."),
        ('Of a "flood" that came at night, then of a "wall".', 'Of a "flood" that fell at noon, then of a "wall".'),
    ],
)  # fmt: skip
def test_short_forms_editors_words_and_what_stands_between_quotations_alter_nothing(
    link: Relate, left: str, right: str
) -> None:
    assert link(left, right).rule not in {"quote.altered", "quote.inexact"}


def test_two_short_utterances_that_begin_alike_are_two(link: Relate) -> None:
    assert link("“I will miss the game,” Berg said.", "“I will miss the players,” Berg said.").kind != "quote"


def test_a_sign_put_into_a_quotation_alters_it(link: Relate) -> None:
    found = link("“We did warn them of the flood,” Berg said.", "“We did not warn them of the flood,” Berg said.")
    assert found.flagged


def test_a_word_put_in_is_told_but_weakly(link: Relate) -> None:
    found = link(MURDERED, "“They murdered all our neighbours in the night,” Berg said.")
    assert (found.relation, found.rule, found.flagged) == ("frames_differently", "quote.inexact", False)


def test_what_was_cut_is_told(link: Relate) -> None:
    found = link(MURDERED, "“They murdered our neighbours in the night, and no one came,” Berg said.")
    assert (found.rule, "and no one came" in found.explanation) == ("quote.cut", True)


@pytest.mark.parametrize(
    ("rest", "cut"),
    [
        (", and we’ve lost {0}.", "and we’ve lost {0}"),
        (" for $40, U.S. Army pay.", "for $40, U.S. Army pay"),
        (", and when the Guards came on Monday they said nothing.", "and when the … they said nothing"),
    ],
)
def test_what_was_cut_is_shown_as_it_was_written(link: Relate, rest: str, cut: str) -> None:
    found = link(MURDERED, f"“They murdered our neighbours in the night{rest}” Berg said.")
    assert (found.rule, f"“{cut}”" in found.explanation) == ("quote.cut", True), found.explanation


def test_what_is_only_spelled_otherwise_was_not_cut(link: Relate) -> None:
    left = "“They murdered our neighbors in the night,” Berg said."
    found = link(left, "“They murdered our neighbours in the night, and no one came,” Berg said.")
    assert (found.rule, "“and no one came”" in found.explanation) == ("quote.cut", True), found.explanation


def _told(outlet: str, text: str) -> Article:
    return Article(text, title="The flood", outlet=outlet)


QUOTED = "“The water came over the wall before we could wake the children,” {} said. The flood came at night."


def test_one_quotation_in_two_mouths() -> None:
    longer = QUOTED.replace("children", "children of the house")
    told = [_told("Courier", QUOTED.format("Anna Berg")), _told("Herald", longer.format("Paul Ochs"))]
    (found,) = [link for link in compare(told).links if link.rule == "quote.other_speaker"]
    assert (found.relation, found.kind) == ("frames_differently", "quote")


def test_one_speaker_under_a_shorter_name_is_one() -> None:
    told = [_told("Courier", QUOTED.format("Anna Berg")), _told("Herald", QUOTED.format("Berg"))]
    assert not any(link.rule == "quote.other_speaker" for link in compare(told).links)
