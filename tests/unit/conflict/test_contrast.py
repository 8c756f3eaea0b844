"""The words that each narrator uses for the same party or act."""

from narrator.comparison import compare
from narrator.conflict.contrast import label_contrast
from narrator.model.article import Article
from narrator.model.comparison import Comparison
from narrator.model.contrast import Contrast

DOVE = Article(
    "Clashes broke out on the square in Harwick on Monday and two people were killed. "
    "The union leader Anna Berg was arrested at the town hall of Harwick.",
    outlet="Dove",
)
HAWK = Article(
    "The massacre on the square in Harwick on Monday left two people killed. "
    "The union boss Anna Berg was arrested at the town hall of Harwick.",
    outlet="Hawk",
)
TWIN = Article(
    "Clashes broke out on the square of Harwick on Monday, and two people were killed there. "
    "The union leader Anna Berg was arrested in the town hall of Harwick.",
    outlet="Twin",
)


def named(comparison: Comparison, contrast: Contrast) -> dict[str, set[str]]:
    """Narrator to the words used."""
    found: dict[str, set[str]] = {}
    for naming in contrast.namings:
        found.setdefault(comparison.narrator_by_id[naming.narrator].name, set()).add(naming.text)
    return found


def test_two_words_for_one_act_and_one_person() -> None:
    comparison = compare([DOVE, HAWK])
    contrasts = {contrast.referent: contrast for contrast in label_contrast(comparison)}
    assert set(contrasts) == {"violence", "Anna Berg"}
    assert named(comparison, contrasts["violence"]) == {"Dove": {"Clashes"}, "Hawk": {"massacre"}}
    assert named(comparison, contrasts["Anna Berg"]) == {"Dove": {"The union leader"}, "Hawk": {"The union boss"}}
    assert {naming.text for one in contrasts.values() for naming in one.namings if naming.judges} == {
        "massacre",
        "The union boss",
    }


def test_the_words_are_verbatim() -> None:
    comparison = compare([DOVE, HAWK])
    for contrast in label_contrast(comparison):
        assert set(contrast.claims) <= {claim.id for claim in comparison.claims}
        for naming in contrast.namings:
            article = comparison.article_by_id[comparison.statement_by_id[naming.statement].article]
            assert article.text[naming.span.start : naming.span.end] == naming.text


def test_the_same_words_are_no_contrast() -> None:
    assert label_contrast(compare([DOVE, TWIN])) == ()
    assert label_contrast(compare([])) == ()


def test_the_order_of_the_articles_changes_nothing() -> None:
    assert label_contrast(compare([DOVE, HAWK, TWIN])) == label_contrast(compare([TWIN, HAWK, DOVE]))
