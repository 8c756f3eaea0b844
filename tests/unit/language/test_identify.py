"""Which language a text is in."""

import pytest

from narrator.language.identify import ENOUGH, language_of

ENGLISH = "The fire brigade said on Monday that the old mill by the harbour had burned for nine hours. "
GERMAN = "Die Feuerwehr teilte am Montag mit, dass die alte Mühle am Hafen neun Stunden lang gebrannt habe. "
RUSSIAN = "Пожарные сообщили в понедельник, что старая мельница у гавани горела девять часов. "


@pytest.mark.parametrize(("text", "expected"), [(ENGLISH * 4, "en"), (GERMAN * 4, "de"), (RUSSIAN * 4, "ru")])
def test_a_long_text_is_told_by_its_words(text: str, expected: str) -> None:
    assert sum(map(str.isalpha, text)) > ENOUGH
    assert language_of(text) == expected


@pytest.mark.parametrize("text", ["", "12 345 — 6!", "😀", "Short.", "Die alte Mühle brannte am Hafen."])
def test_too_little_to_tell_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_another_script_is_not_english_however_short() -> None:
    assert language_of("Пожарные сообщили в понедельник о пожаре.") != "en"


def test_a_sure_guess_on_a_sentence_is_trusted() -> None:
    assert language_of(GERMAN) == "de"
    assert language_of(ENGLISH) == "en"
