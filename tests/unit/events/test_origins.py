from datetime import date

import pytest

from narrator.events.origins import origins
from narrator.model.article import Article

WIRE = (
    "The coast guard said that the ferry had left the harbour at dusk and had turned over within minutes. "
    "Divers went down twice before nightfall and brought up two people, both of them alive."
)
DAY = date(2020, 1, 1)
OWN = "A fisherman told our reporter that he saw the lights of the ship go out one after the other."


def test_the_earliest_of_two_copies_is_the_origin() -> None:
    late = Article(WIRE.replace("dusk", "nightfall"), outlet="Late", published=date(2020, 1, 2))
    early = Article(WIRE, outlet="Early", published=date(2020, 1, 1))
    other = Article(OWN, outlet="Other", published=date(2020, 1, 1))
    assert origins([late, early, other]) == {late.id: early.id, early.id: early.id, other.id: other.id}


def test_a_copy_within_a_longer_article_is_found() -> None:
    early = Article(WIRE, outlet="Early", published=date(2020, 1, 1))
    longer = Article(f"{OWN} {WIRE} {OWN}", outlet="Longer", published=date(2020, 1, 2))
    assert origins([early, longer])[longer.id] == early.id


def test_identical_texts_share_an_origin_however_short() -> None:
    short = [Article("No more.", outlet="A"), Article("no more", outlet="B"), Article("Nothing more.", outlet="C")]
    assert len(set(origins(short).values())) == 2


def test_without_words_there_is_nothing_to_copy() -> None:
    assert len(set(origins([Article("", outlet="A"), Article("…", outlet="B")]).values())) == 2


def test_who_copies_two_makes_them_no_copies_of_each_other() -> None:
    one, other = Article(WIRE, outlet="One", published=DAY), Article(OWN, outlet="Other", published=DAY)
    both = Article(f"{WIRE} {OWN}", outlet="Both", published=date(2020, 1, 2))
    found = origins([both, one, other])
    assert found[one.id] != found[other.id]
    assert found[both.id] in {one.id, other.id}


PASSAGE = "Divers went down twice before nightfall and brought up two people, both of them alive."
LONG = " ".join(f"Sentence number {n} of the first desk stands by itself alone." for n in range(20))
OTHER = " ".join(f"Another desk wrote line {n} in words of its own choice." for n in range(20))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        # Rewritten wire copy: the credit makes few passages enough.
        (f"SARN (AP) - {WIRE} {LONG[:300]}", f"SARN (AP) - {OTHER[:900]} {WIRE}", True),
        (f"{WIRE} {LONG[:300]}", f"{OTHER[:900]} {WIRE}", False),
        # One agency, two texts of their own.
        (f"SARN (AP) - {LONG}", f"TARN (AP) - {OTHER}", False),
        # A brief needs no passages.
        (f"SARN (AP) - {LONG}", "TARN (AP) - Two people were saved.", True),
        (f"SARN (AP) - {LONG}", "TARN (Reuters) - Two people were saved.", False),
        # Thanks alone make no copy.
        (f"SARN (AP) - {LONG}", "Two people were saved.\nThe Associated Press contributed to this report.", False),
        (f"{LONG}\nAP contributed.", f"{OTHER}\nAP contributed.", False),
    ],
)
def test_a_credit_tells_what_passages_alone_leave_open(left: str, right: str, same: bool) -> None:
    found = origins([Article(left, outlet="Left"), Article(right, outlet="Right")])
    assert (len(set(found.values())) == 1) is same


def test_the_order_does_not_matter() -> None:
    articles = [Article(text, outlet=text[:5]) for text in (WIRE, f"{WIRE} {PASSAGE}", OWN, LONG)]
    assert origins(articles) == origins(articles[::-1])
