import pytest

from narrator.events.agencies import credit
from narrator.model.article import Article

STORY = "The ferry turned over at dusk. " * 30


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("WASHINGTON, Dec 27 (Reuters) - The ferry sank.", "Reuters"),
        ("(Reuters) The ferry sank.", "Reuters"),
        ("ERIE, Pa. (AP) — The ferry sank.", "AP"),
        ("By A. Writer\nSARN (AP) - The ferry sank.", "AP"),
        ("AFP — The ferry sank.", "AFP"),
        ("By Agence France-Presse\nThe ferry sank.", "AFP"),
        ("JANE DOE, Associated Press\nThe ferry sank.", "AP"),
        ("BY ASSOCIATED PRESS\nThe ferry sank.", "AP"),
        ("Reuters Staff\nThe ferry sank.", "Reuters"),
        (f"{STORY}\nReuters", "Reuters"),
        (f"{STORY}\n— AP", "AP"),
        (f"{STORY}\nCopyright 2017 The Associated Press. All rights reserved.", "AP"),
        (f"{STORY}\n© 2017 AFP", "AFP"),
        (f"{STORY.strip()} (PTI)", "PTI"),
        ("SYDNEY (Australian Associated Press) - The ferry sank.", "AAP"),
    ],
)
def test_a_text_says_that_it_is_an_agencys(text: str, agency: str) -> None:
    assert credit(Article(text)) == ({agency}, frozenset())


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"{STORY}\nThe Associated Press contributed to this report.", "AP"),
        (f"{STORY}\nAP writer Jane Doe in Sarn contributed.", "AP"),
        (f"{STORY}\nWith files from The Canadian Press", "CP"),
        (f"{STORY}\nAdditional reporting by Reuters", "Reuters"),
    ],
)
def test_a_text_says_that_an_agency_contributed(text: str, agency: str) -> None:
    assert credit(Article(text)) == (frozenset(), {agency})


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank, Reuters reported.",
        "A ferry at sea. (Michael Wyke/Associated Press)\nThe ferry sank.",
        "Toggle caption Michael Sohn/AP\nThe ferry sank.",
        "LONDON (Thomson Reuters Foundation) - The ferry sank.",
        "Erie, PA\nThe ferry sank.",
        f"{STORY} A witness told Reuters (a news agency) that it was dark. {STORY}",
        "",
    ],
)
def test_photographs_sources_and_places_are_no_credit(text: str) -> None:
    assert credit(Article(text)) == (frozenset(), frozenset())


def test_outlet_and_authors_are_credits() -> None:
    assert credit(Article("It sank.", outlet="Reuters")).whole == {"Reuters"}
    assert credit(Article("It sank.", authors=("Jane Doe, Associated Press", "The Associated Press"))).whole == {"AP"}
    assert credit(Article("It sank.", outlet="The Herald", authors=("Jane Doe",))).whole == frozenset()


def test_whose_text_it_is_did_not_just_contribute() -> None:
    assert credit(Article("(AP) - It sank.\nAP writer Jane Doe contributed.")) == ({"AP"}, frozenset())
