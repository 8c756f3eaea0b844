import pytest

from narrator.model.article import Article, Span
from narrator.model.comparison import CONFLICT_THRESHOLD, Claim, Comparison, Kind, Link, Met, Relation
from narrator.model.party import Mention, Narrator, NarratorKind
from narrator.model.statement import Statement

ARTICLE = Article("He said two died.", outlet="Post")


def test_a_link_is_known_by_its_sides_and_kind_whatever_their_order() -> None:
    one = Link("a", "b", Relation.CONTRADICTS, Kind.NUMBER)
    assert one.id == Link("b", "a", Relation.CONTRADICTS, Kind.NUMBER).id
    assert one.id != Link("a", "b", Relation.CONTRADICTS, Kind.TIME).id


def test_only_a_speaking_relation_is_flagged() -> None:
    assert Link(0, 1, Relation.UPDATE, conflict=CONFLICT_THRESHOLD).flagged
    assert not Link(0, 1, Relation.UPDATE, conflict=CONFLICT_THRESHOLD).is_conflict
    assert not Link(0, 1, Relation.ADDS, conflict=1.0).flagged


def told(name: str, confidence: float, teller: str = "Pat Lee") -> tuple[Comparison, Statement]:
    """A comparison of one statement, told by "He" who was understood as `name`."""
    chain = (Mention(Span(0, 2), name, NarratorKind.PERSON, confidence=confidence),)
    statement = Statement((Span(8, 16),), "two died", chain, article=ARTICLE.id, narrators=("post", "teller"))
    narrators = (Narrator("post", "Post", NarratorKind.OUTLET), Narrator("teller", teller, NarratorKind.PERSON))
    return Comparison(articles=(ARTICLE,), narrators=narrators, statements=(statement,)), statement


@pytest.mark.parametrize(
    ("name", "confidence", "doubt"),
    [
        ("Pat Lee", 1.0, ""),
        ("Pat Lee", 0.95, ""),
        ("Pat Lee", 0.8, "“He”, likely"),
        ("Pat Lee", 0.6, "“He”, perhaps"),
        ("Somebody else", 0.6, ""),
    ],
)
def test_a_doubt_about_the_teller_names_the_words_unless_the_reader_decided(
    name: str, confidence: float, doubt: str
) -> None:
    comparison, statement = told(name, confidence)
    assert comparison.doubt(statement) == doubt


def test_a_teller_who_could_not_be_resolved_is_said_to_be_so() -> None:
    comparison, statement = told("He", 0.0, teller="He")
    assert comparison.doubt(statement) == "unresolved"
    assert comparison.to_dict()["statements"][0]["mentions"] == [
        {"start": 0, "end": 2, "name": "He", "confidence": 0.0}
    ]


def reported(*outlets: str | None, origins: tuple[int, ...]) -> tuple[Comparison, Claim]:
    """A claim that one statement of each article tells; `origins` holds the place of the article each was copied from."""
    articles = [Article(f"Report {n}.", outlet=outlet) for n, outlet in enumerate(outlets)]
    statements = tuple(Statement((Span(0, 6),), "Report", article=article.id) for article in articles)
    copied = {article.id: articles[place].id for article, place in zip(articles, origins, strict=True)}
    claim = Claim(
        "c", "report", Met.WORDING, tuple(one.id for one in statements[:2]), tuple(s.id for s in statements[2:])
    )
    return Comparison(tuple(articles), statements=statements, claims=(claim,), origins=copied), claim


@pytest.mark.parametrize(
    ("outlets", "origins", "reach"),
    [
        (("A", "B", "C"), (0, 1, 2), (3, 3)),
        (("A", "B", "C"), (0, 0, 2), (3, 2)),
        (("A", "B", "C"), (0, 0, 0), (3, 1)),
        (("A", "A", "B"), (0, 1, 2), (2, 2)),
        # An outlet with two articles is one with the origins of both.
        (("A", "A", "B", "C"), (0, 1, 0, 1), (3, 1)),
        ((None, None), (0, 1), (2, 2)),
        ((None, None), (0, 0), (2, 1)),
    ],
)
def test_copies_are_no_independent_confirmation(
    outlets: tuple[str | None, ...], origins: tuple[int, ...], reach: tuple[int, int]
) -> None:
    comparison, claim = reported(*outlets, origins=origins)
    assert comparison.reach(claim) == reach
    assert comparison.independent == reach[1]
    (told,) = comparison.to_dict()["claims"]
    assert (told["outlets"], told["origins"]) == reach


def test_copies_of_an_article_outside_the_claim_are_one_origin() -> None:
    comparison, claim = reported("A", "B", "C", origins=(2, 2, 2))
    narrower = Claim("d", "report", Met.WORDING, claim.statements)
    assert comparison.reach(narrower) == (2, 1)
