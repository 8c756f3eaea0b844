"""Plain text: what is a paragraph, what is a title."""

import textwrap

from narrator.sources.text import paragraphs, parse

LONG = (
    "The ministry said on Thursday that at least 35 people had been killed in the US-led strike, and that rescue workers were "
    "still searching the ruins of the market for the missing, whose number nobody could give."
)


def test_hard_wrapped_paragraphs_are_joined() -> None:
    wrapped = textwrap.fill(LONG, 72) + "\n\n" + textwrap.fill(LONG, 72)
    assert paragraphs(wrapped) == [LONG, LONG]


def test_a_word_broken_at_its_hyphen_is_kept_whole() -> None:
    assert paragraphs("Jets of the US-\nled coalition struck.\n\nThe end - \nso it seemed.") == [
        "Jets of the US-led coalition struck.",
        "The end - so it seemed.",
    ]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert paragraphs(f"{LONG}\n{LONG}") == [LONG, LONG]


def test_sentences_on_lines_of_their_own_stay_apart_where_no_line_is_blank() -> None:
    assert paragraphs("Two people died.\nThe police came.\nNobody was\narrested.") == [
        "Two people died.",
        "The police came.",
        "Nobody was arrested.",
    ]


def test_items_of_a_list_stay_apart() -> None:
    assert paragraphs("Known so far:\n- two dead\n- one missing\n\nMore to come.") == [
        "Known so far:",
        "- two dead",
        "- one missing",
        "More to come.",
    ]


def test_a_short_first_line_without_final_punctuation_is_the_title() -> None:
    found = parse("\nTwo dead in blast\n\nTwo people died.\n\nPolice came.\n")
    assert (found.title, found.text) == ("Two dead in blast", "Two people died.\n\nPolice came.")


def test_a_first_sentence_is_no_title() -> None:
    for text in (
        "Two people died.\n\nPolice came.",
        'He said: "No."\n\nPolice came.',
        f"{LONG[:-1]}\n\nPolice came.",
        "Alone",
    ):
        found = parse(text)
        assert found.title is None
        assert found.text == text


def test_carriage_returns_and_spaces_between_paragraphs_do_not_matter() -> None:
    assert paragraphs("One.\r\n \r\n\t\r\nTwo.\r\n") == ["One.", "Two."]
