"""A comparison and a notebook full of hostile text, built by hand from model objects."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from narrator.model.article import JOIN, Article, Span
from narrator.model.comparison import Claim, Column, Comparison, Kind, Link, Met, Part, Relation
from narrator.model.notebook import Anchor, Bookmark, Notebook, Status
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Certainty, Qualifier, Quantity, Quotation, Statement

HARBOUR = Article(
    "# Not a heading\nThe blast killed 12 people | or so, the `harbour` master said.\n"
    'He added: "[Click](javascript:alert(1)) <script>alert(2)</script>" & &lt;b&gt; \\| *more* _words_.\n'
    "Nobody claimed it.",
    title='Blast | "at" the\n# harbour',
    outlet="Harbour <b>News</b>",
    authors=("Ann O'Neil", "=HYPERLINK(1)"),
    published=datetime(2024, 5, 1, 18, 45, tzinfo=timezone(timedelta(hours=3))),
    url="https://harbour.example/a_b?x=1&y=[2]",
    retrieved=datetime(2024, 5, 2, 7, 0, tzinfo=UTC),
)
EASTERN = Article(
    "港口爆炸造成三十人死亡，当局说。\nלא היו נפגעים, אמר הדובר.\n"
    "=cmd|' /C calc'!A0 was painted on the wall.\n1. Not a list\u202e",
    title="港口爆炸 👩‍🚒",
    outlet="东方 دیلی",
    published=date(2024, 5, 2),
    url="javascript:alert('x')",
)
AGENCY = Article(
    "At least 30 died, the ministry told Agency. No group has claimed it, but a group called Dawn did on Friday.",
    outlet="Agency",
)
SILENT = Article("Взрыв в порту.", title="Взрыв", outlet="Порт", language="ru")


def spans_of(article: Article, *parts: str) -> tuple[Span, ...]:
    starts = [article.text.index(part) for part in parts]
    return tuple(Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True))


def say(article: Article, narrators: tuple[str, ...], *parts: str, **more: object) -> Statement:
    spans = spans_of(article, *parts)
    return Statement(spans, JOIN.join(parts), article=article.id, narrators=narrators, **more)  # type: ignore[arg-type]


def link(left: Statement, right: Statement, relation: Relation, kind: Kind, score: float, **more: object) -> Link:
    return Link(left.id, right.id, relation, kind, score, 0.75, **more)  # type: ignore[arg-type]


TWELVE = Quantity(Span(33, 42), "12 people", 12, 12, Qualifier.EXACT, "people", "person", "killed")
KILLED = say(HARBOUR, ("o1", "master"), "killed 12 people | or so", quotation=Quotation.INDIRECT, quantities=(TWELVE,))
CLICK = say(
    HARBOUR, ("o1", "master"), "[Click](javascript:alert(1)) <script>alert(2)</script>", quotation=Quotation.DIRECT
)
ENTITY = say(HARBOUR, ("o1",), "& &lt;b&gt; \\| *more* _words_.")
HEADING = say(HARBOUR, ("o1",), "# Not a heading\nThe blast")
NOBODY = say(HARBOUR, ("o1",), "Nobody claimed it.")
THIRTY = say(EASTERN, ("o2", "authority"), "造成三十人死亡")
UNHURT = say(EASTERN, ("o2", "authority", "speaker"), "לא היו נפגעים", certainty=Certainty.DENIED)
FORMULA = say(EASTERN, ("o2",), "=cmd|' /C calc'!A0 was painted on the wall.\n1. Not a list\u202e")
LEAST = say(AGENCY, ("o3", "ministry"), "At least 30 died")
DAWN = say(AGENCY, ("o3",), "No group has claimed it", "a group called Dawn did on Friday")


@pytest.fixture
def comparison() -> Comparison:
    outlets = {"o1": HARBOUR, "o2": EASTERN, "o3": AGENCY}
    statements = (HEADING, KILLED, CLICK, ENTITY, NOBODY, THIRTY, UNHURT, FORMULA, LEAST, DAWN)
    narrators = (
        *(Narrator(one, article.outlet or "", NarratorKind.OUTLET) for one, article in outlets.items()),
        Narrator("master", "the `harbour` master|", NarratorKind.PERSON, aliases=("he", "*the* man"), side="Port"),
        Narrator("authority", "当局", NarratorKind.OFFICIAL_BODY),
        Narrator("speaker", "הדובר", NarratorKind.UNNAMED),
        Narrator("ministry", "@ministry", NarratorKind.OFFICIAL_BODY),
    )
    return Comparison(
        articles=(HARBOUR, EASTERN, AGENCY, SILENT),
        narrators=narrators,
        statements=statements,
        claims=(
            Claim("c1", "killed", Met.SLOT, (KILLED.id, THIRTY.id, LEAST.id), (UNHURT.id,)),
            Claim("c2", "# who\n| did `it` <i>[x](javascript:y)", Met.BOTH, (NOBODY.id, DAWN.id)),
            Claim("c3", "words", Met.WORDING, (CLICK.id, ENTITY.id)),
            Claim("c4", "=1+1", Met.WORDING, (HEADING.id, FORMULA.id)),
        ),
        links=(
            link(KILLED, THIRTY, Relation.CONTRADICTS, Kind.NUMBER, 0.9,
                 left_spans=spans_of(HARBOUR, "12 people"), right_spans=spans_of(EASTERN, "三十人"),
                 rule="number", parts=(Part("act", 1.0), Part("gap", 0.25)), explanation="12 against 30 | dead"),
            link(UNHURT, KILLED, Relation.DENIES, Kind.OCCURRENCE, 0.6,
                 left_spans=spans_of(EASTERN, "לא היו"), rule="denial", explanation="[denied](x)"),
            link(NOBODY, DAWN, Relation.UPDATE, Kind.RESPONSIBILITY, 0.7,
                 left_spans=spans_of(HARBOUR, "Nobody"), right_spans=spans_of(AGENCY, "No group", "Dawn"),
                 rule="claimed", explanation="claimed later"),
            link(LEAST, THIRTY, Relation.SAME, Kind.NUMBER, 0.0),
            link(ENTITY, FORMULA, Relation.FRAMES_DIFFERENTLY, Kind.LABEL, 0.55, explanation="`label`"),
            link(KILLED, LEAST, Relation.CONTRADICTS, Kind.NUMBER, 0.4, explanation="below the threshold"),
        ),
        columns=(
            *(
                Column(one, article.outlet or "", frozenset(s.id for s in statements if s.article == article.id))
                for one, article in outlets.items()
            ),
            Column("o4", "Порт", frozenset()),
        ),
        origins={HARBOUR.id: HARBOUR.id, EASTERN.id: EASTERN.id, AGENCY.id: HARBOUR.id, SILENT.id: SILENT.id},
        extracted=frozenset({HARBOUR.id, EASTERN.id, AGENCY.id}),
    )  # fmt: skip


@pytest.fixture
def notebook() -> Notebook:
    articles = {article.id: article for article in (HARBOUR, EASTERN, AGENCY)}

    def anchors(*statements: Statement) -> tuple[Anchor, ...]:
        return tuple(Anchor.of(articles[one.article], one.spans) for one in statements)

    return Notebook(
        bookmarks=(
            Bookmark(
                anchors(KILLED, THIRTY), "killed", datetime(2024, 5, 3, 9, 0, tzinfo=UTC), event="e1",
                relation="contradicts", kind="number", explanation="12 against 30 | dead", status=Status.DIFFERENT_SCOPE,
                note="=SUM(1)\n# Forged heading\n- item\n\n| a | b |\n1. one <script>", tags=("toll|", "#night"),
                tellers=((HARBOUR.outlet or "", "the `harbour` master|"), (EASTERN.outlet or "", "当局")),
                clashes=(spans_of(HARBOUR, "12 people"), spans_of(EASTERN, "三十人")), grades=("B2", "6"),
            ),
            Bookmark(anchors(FORMULA), "-1 painted", datetime(2024, 5, 3, 10, 0, tzinfo=UTC), tags=()),
            Bookmark(
                anchors(DAWN), "claimed", datetime(2024, 5, 4, tzinfo=UTC), relation="frames_differently",
                tellers=(("Agency",),), note="Read again.",
            ),
        ),
        articles=(HARBOUR, EASTERN),
    )  # fmt: skip
