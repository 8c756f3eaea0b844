"""A small comparison and notebook of three outlets, built by hand from model objects."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Column, Comparison, Kind, Link, Met, Part, Relation
from narrator.model.notebook import Anchor, Bookmark, Notebook, Status
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Statement

Say = Callable[[Article, str, tuple[str, ...]], Statement]

DAILY = Article(
    "The bridge fell on Monday. Twelve people died, the mayor said.\nNobody had been warned.",
    title="Bridge falls",
    outlet="The Daily",
    authors=("Ann Roe", "Bo Li"),
    published=datetime(2024, 3, 4, 9, 30, tzinfo=UTC),
    url="https://daily.example/bridge",
    retrieved=datetime(2024, 3, 5, 8, 0, tzinfo=UTC),
)
WIRE = Article(
    'At least 20 people died, police told the agency. "We had warned them twice," an engineer said.',
    title='The bridge: "a scandal"',
    outlet="Wire",
    published=date(2024, 3, 5),
)
FOREIGN = Article("Мост рухнул в понедельник.", title="Мост", outlet="Gazeta", language="ru")


def spans_of(article: Article, words: str) -> tuple[Span, ...]:
    start = article.text.index(words)
    return (Span(start, start + len(words)),)


def say(article: Article, words: str, narrators: tuple[str, ...]) -> Statement:
    spans = spans_of(article, words)
    return Statement(spans, article.quote(spans), article=article.id, narrators=narrators)


@pytest.fixture
def comparison() -> Comparison:
    died = say(DAILY, "Twelve people died", ("daily", "mayor"))
    more = say(WIRE, "At least 20 people died", ("wire", "agency", "police"))
    unwarned = say(DAILY, "Nobody had been warned.", ("daily",))
    warned = say(WIRE, '"We had warned them twice,"', ("wire", "engineer"))
    fell = say(DAILY, "The bridge fell on Monday.", ("daily",))
    number = Link(
        died.id, more.id, Relation.CONTRADICTS, Kind.NUMBER, 0.9, 0.8,
        spans_of(DAILY, "Twelve"), spans_of(WIRE, "At least 20"), "number: disjoint intervals",
        (Part("same act", 1.0), Part("gap", 0.5)), "12 against at least 20 dead",
    )  # fmt: skip
    denial = Link(warned.id, unwarned.id, Relation.FRAMES_DIFFERENTLY, Kind.CERTAINTY, 0.6, 0.7)
    return Comparison(
        articles=(DAILY, WIRE, FOREIGN),
        narrators=(
            Narrator("daily", "The Daily", NarratorKind.OUTLET),
            Narrator("wire", "Wire", NarratorKind.OUTLET),
            Narrator("mayor", "The mayor", NarratorKind.PERSON, side="City"),
            Narrator("agency", "Reuters", NarratorKind.MEDIA),
            Narrator("police", "Police", NarratorKind.OFFICIAL_BODY, aliases=("the force",)),
            Narrator("engineer", "An engineer", NarratorKind.UNNAMED),
        ),
        statements=(fell, died, unwarned, more, warned),
        claims=(
            Claim("one", "killed", Met.SLOT, (died.id, more.id)),
            Claim("two", "warned", Met.WORDING, (unwarned.id, warned.id)),
        ),
        links=(number, denial),
        columns=(
            Column("daily", "The Daily", frozenset({fell.id, died.id, unwarned.id})),
            Column("wire", "Wire", frozenset({more.id, warned.id})),
            Column("gazeta", "Gazeta", frozenset()),
        ),
        origins={DAILY.id: DAILY.id, WIRE.id: DAILY.id, FOREIGN.id: FOREIGN.id},
        extracted=frozenset({DAILY.id, WIRE.id}),
    )


@pytest.fixture
def notebook(comparison: Comparison) -> Notebook:
    _, died, _, more, _ = comparison.statements
    articles = comparison.article_by_id
    return Notebook(
        bookmarks=(
            Bookmark(
                anchors=tuple(Anchor.of(articles[one.article], one.spans) for one in (died, more)),
                label="killed",
                created=datetime(2024, 3, 6, tzinfo=UTC),
                relation="contradicts",
                kind="number",
                explanation="12 against at least 20 dead",
                status=Status.UNRESOLVED,
                note="Ask the hospital.\n\n# Twice",
                tags=("toll",),
                tellers=(("The Daily", "The mayor"), ("Wire", "Reuters", "Police")),
                clashes=(comparison.links[0].left_spans, comparison.links[0].right_spans),
            ),
        ),
        articles=(DAILY, WIRE),
    )
