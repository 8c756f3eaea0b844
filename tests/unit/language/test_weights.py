"""How much a word tells."""

import pytest

from narrator.language.weights import COMMON, RAREST, weight


@pytest.mark.parametrize("word", ["the", "of", "and", "is"])
def test_the_commonest_tell_nothing(word: str) -> None:
    assert weight(word) == 0.0


def test_the_rarer_the_more_it_tells() -> None:
    assert weight("the") < weight("people") < weight("flood") < weight("zzyzx")


def test_what_the_table_does_not_list_tells_most() -> None:
    assert weight("zzyzx") == RAREST - COMMON
