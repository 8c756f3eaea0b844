"""What a row is called."""

from collections.abc import Callable

import pytest

from narrator.alignment.features import features
from narrator.alignment.labels import LONGEST, slot_label, wording_label
from narrator.model.statement import SlotName, Statement

Account = Callable[..., Statement]


@pytest.mark.parametrize(
    ("slot", "key", "expected"),
    [
        (SlotName.KILLED, "people", "killed · people"),
        (SlotName.WHEN, "capsize", "when · capsize"),
        (SlotName.CAUSE, "", "why"),
        (SlotName.TARGET, "the coalition", "who was hit"),
    ],
)
def test_a_slot_and_its_key(slot: SlotName, key: str, expected: str) -> None:
    assert slot_label(slot, key) == expected


def test_a_stretch_of_the_text_that_holds_what_is_shared(account: Account) -> None:
    first = account("On a grey morning the old ferry Halvik capsized off Odessa.")
    others = [account("Off Odessa the ferry sank."), account("The ferry Halvik was near Odessa.")]
    label = wording_label([features(one) for one in (first, *others)], first)
    assert label == "old ferry Halvik capsized off Odessa"
    assert label in first.text


@pytest.mark.parametrize(
    ("text", "other", "label"),
    [
        ("The raid hit forces of the Syrian government.", "Syrian government forces were hit.", "the Syrian government"),
        ("It lies eight kilometers (five miles) off.", "It lies eight kilometers off.", "lies eight kilometers"),
        ("It is an \"attempt to aid terror\" abroad.", "An attempt to aid terror.", "attempt to aid terror"),
    ],
)  # fmt: skip
def test_a_label_is_whole(account: Account, text: str, other: str, label: str) -> None:
    first = account(text)
    assert label in wording_label([features(first), features(account(other))], first)


def test_a_label_is_short(account: Account) -> None:
    first = account("Divers raised the rusty ferry Halvik, its anchor, its cargo, and its bronze bell near Odessa.")
    assert len(wording_label([features(first)] * 2, first)) <= LONGEST


def test_without_words_in_common_the_text_speaks(account: Account) -> None:
    first, other = account("The ferry sank."), account("Wheat rose.")
    assert wording_label([features(first), features(other)], first) in first.text
