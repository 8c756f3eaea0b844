from datetime import date
from itertools import permutations

import pytest

from narrator.events.likeness import FEATURES, features, likeness
from narrator.events.profile import profile
from narrator.model.article import Article

REPORT = "The ferry Alma sank off Port Sarn on Monday, killing 12 people, the coast guard said."


def like(one: Article, other: Article) -> float:
    return likeness(profile(one), profile(other))


def test_the_order_does_not_matter() -> None:
    articles = (Article(REPORT), Article(f"{REPORT} Divers went down."), Article("Divers found the wreck of the Alma."))
    for one, other in permutations(articles, 2):
        assert like(one, other) == like(other, one)


def test_the_same_text_is_likely_and_a_stranger_is_not() -> None:
    assert like(Article(REPORT), Article(REPORT)) > 0.9
    assert like(Article(REPORT), Article("Parliament rejected the budget of the ministry.")) < 0.1
    assert like(Article(""), Article("")) < 0.1


@pytest.mark.parametrize(("word", "other"), [("Monday", "Friday"), ("12 people", "31 people"), ("Alma", "Brunhild")])
def test_another_name_day_or_number_tells_against_it(word: str, other: str) -> None:
    changed = Article(REPORT.replace(word, other))
    assert like(Article(REPORT), changed) < like(Article(REPORT), Article(REPORT))


def test_months_between_tell_against_it() -> None:
    def after(month: int) -> float:
        return like(Article(REPORT, published=date(2020, 1, 5)), Article(REPORT, published=date(2020, month, 5)))

    assert after(1) > after(2) > after(11)


def test_every_feature_has_a_value() -> None:
    assert len(features(profile(Article(REPORT)), profile(Article("")))) == len(FEATURES)
