"""Articles to events: the partition is one of the set of articles, whatever their order."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.events.grouping import group
from narrator.model.article import Article

NAMES = ["Alma", "Brunhild", "Sarn", "Tarn", "Lornia"]
ACTS = ["sank off", "was charged in", "was shaken by", "voted in", "burned near"]
DAYS = ["Monday", "Friday"]

articles = st.lists(
    st.builds(
        lambda who, act, where, day, toll, published: Article(
            f"The {who} {act} {where} on {day}. Officials in {where} counted {toll} of the {who}.",
            f"{who} {act} {where}",
            published=published,
        ),
        st.sampled_from(NAMES),
        st.sampled_from(ACTS),
        st.sampled_from(NAMES),
        st.sampled_from(DAYS),
        st.integers(10, 13),
        st.none() | st.dates(date(2020, 1, 1), date(2020, 3, 1)),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@settings(deadline=None)
@given(articles.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_does_not_matter(pair: tuple[list[Article], list[Article]]) -> None:
    found, shuffled = pair
    labels = dict(zip((one.id for one in shuffled), group(shuffled), strict=True))
    for one, label in zip(found, group(found), strict=True):
        together = {other.id for other, same in zip(found, group(found), strict=True) if same == label}
        assert together == {other for other, same in labels.items() if same == labels[one.id]}


@settings(deadline=None)
@given(articles)
def test_labels_count_up_by_first_appearance(found: list[Article]) -> None:
    labels = group(found)
    assert list(dict.fromkeys(labels)) == list(range(len(set(labels))))
