from datetime import date

from narrator.events.origins import origins
from narrator.model.article import Article

WIRE = (
    "The coast guard said that the ferry had left the harbour at dusk and had turned over within minutes. "
    "Divers went down twice before nightfall and brought up two people, both of them alive."
)
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


def test_a_text_too_short_for_a_shingle_is_its_own_origin() -> None:
    short = [Article("No more.", outlet="A"), Article("No more.", outlet="B")]
    assert len(set(origins(short).values())) == 2
