"""An invented story as model objects: outlets on a fire at a depot, every sort of difference, one article in Russian.

It is data for the widgets, written by hand; the tests of whole walks use the real session on the sample articles.
"""

from datetime import datetime

from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Column, Comparison, Kind, Link, Met, Relation
from narrator.model.notebook import Event
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Certainty, Qualifier, Quantity, Quotation, Slot, SlotName, Statement
from narrator.session import EventSummary

HOSTILE = (
    "[@click=app.quit]free[/] [/red] \x1b[2J\x1b]52;c;aGVsbG8=\x07 \u202eexe.txt\u202c 漢字漢字 👨‍👩‍👧 e\u0301 [b +"
)
"""Text that would act on a terminal or on a markup parser if it were let."""

COURIER = Article(
    "At least eleven people were killed when the fuel depot at Orrin burned on Monday night, the fire service said.\n"
    "“This was a deliberate attack by armed raiders,” Interior Minister Pavel Dorn told reporters on Tuesday. "
    "He said that forty tankers were lost.\n"
    "The depot stands two kilometres east of the river.",
    title="Eleven dead as raiders burn Orrin depot",
    outlet="Orrin Courier",
    authors=("Lena Marsh",),
    published=datetime(2021, 3, 9, 8, 30),
    url="https://courier.example/orrin-depot",
)
POST = Article(
    "Four people died in a fire at the Orrin fuel depot, according to the depot's owner, Halden Oil.\n"
    "A faulty valve caused the blaze, a company spokeswoman said. “There was no attack on our premises.”\n"
    "Residents had complained about the site for years.",
    title="Faulty valve blamed for Orrin blaze",
    outlet="Halden Post",
    published=datetime(2021, 3, 9, 11, 0),
)
RADIO = Article(
    "The death toll of the Orrin fire has risen to nineteen, the fire service said on Wednesday.\n"
    "Local people called the men seen at the gate “night watchmen”.",
    title="Orrin toll rises",
    outlet="Radio Tarn",
    published=datetime(2021, 3, 10, 7, 15),
)
VESTNIK = Article(
    "Пожар на нефтебазе в Оррине унёс жизни одиннадцати человек.",
    title="Пожар в Оррине",
    outlet="Вестник Тарна",
    published=datetime(2021, 3, 9, 12, 0),
    language="ru",
)
ARTICLES = (COURIER, POST, VESTNIK, RADIO)

_NARRATORS = {
    name: Narrator(name.lower().replace(" ", "-"), name, kind)
    for name, kind in {
        "Orrin Courier": NarratorKind.OUTLET,
        "Halden Post": NarratorKind.OUTLET,
        "Radio Tarn": NarratorKind.OUTLET,
        "Вестник Тарна": NarratorKind.OUTLET,
        "fire service": NarratorKind.OFFICIAL_BODY,
        "Pavel Dorn": NarratorKind.PERSON,
        "Halden Oil": NarratorKind.ORGANISATION,
        "local people": NarratorKind.WITNESS,
    }.items()
}


def span(article: Article, words: str) -> Span:
    """Where the words stand in the article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def statement(
    article: Article,
    words: str,
    *tellers: str,
    quotation: Quotation | None = None,
    certainty: Certainty = Certainty.ASSERTED,
    killed: tuple[str, float, float | None] | None = None,
) -> Statement:
    """A statement of the article by its very words; `killed` gives the words of a toll and what it amounts to."""
    chain = (article.outlet or "", *tellers)
    quantities: tuple[Quantity, ...] = ()
    slots: tuple[Slot, ...] = ()
    if killed:
        text, low, high = killed
        bound = Qualifier.EXACT if high is not None else Qualifier.AT_LEAST
        quantities = (Quantity(span(article, text), text, low, high, bound, "people", "people", "killed"),)
        slots = (Slot(SlotName.KILLED, "people", text, (span(article, text),)),)
    return Statement(
        quantities=quantities,
        slots=slots,
        spans=(span(article, words),),
        text=words,
        quotation=quotation,
        certainty=certainty,
        article=article.id,
        narrators=tuple(_NARRATORS[name].id for name in chain),
    )


ELEVEN = statement(
    COURIER,
    "At least eleven people were killed when the fuel depot at Orrin burned on Monday night",
    "fire service",
    quotation=Quotation.INDIRECT,
    killed=("At least eleven people", 11, None),
)
RAIDERS = statement(COURIER, "This was a deliberate attack by armed raiders", "Pavel Dorn", quotation=Quotation.DIRECT)
TANKERS = statement(COURIER, "forty tankers were lost", "Pavel Dorn", quotation=Quotation.INDIRECT)
PLACE = statement(COURIER, "The depot stands two kilometres east of the river.")
FOUR = statement(
    POST,
    "Four people died in a fire at the Orrin fuel depot",
    "Halden Oil",
    quotation=Quotation.INDIRECT,
    killed=("Four people", 4, 4),
)
VALVE = statement(POST, "A faulty valve caused the blaze", "Halden Oil", quotation=Quotation.INDIRECT)
NO_ATTACK = statement(
    POST,
    "There was no attack on our premises.",
    "Halden Oil",
    quotation=Quotation.DIRECT,
    certainty=Certainty.DENIED,
)
NINETEEN = statement(
    RADIO,
    "The death toll of the Orrin fire has risen to nineteen",
    "fire service",
    quotation=Quotation.INDIRECT,
    killed=("nineteen", 19, 19),
)
WATCHMEN = statement(
    RADIO, "called the men seen at the gate “night watchmen”", "local people", quotation=Quotation.MIXED
)
STATEMENTS = (ELEVEN, RAIDERS, TANKERS, PLACE, FOUR, VALVE, NO_ATTACK, NINETEEN, WATCHMEN)


def _link(left: Statement, right: Statement, words: tuple[str, str], relation: Relation, kind: Kind, why: str) -> Link:
    articles = {article.id: article for article in ARTICLES}
    return Link(
        left.id,
        right.id,
        relation,
        kind,
        conflict=0.9,
        confidence=0.8,
        left_spans=(span(articles[left.article], words[0]),),
        right_spans=(span(articles[right.article], words[1]),),
        explanation=why,
    )


TOLL = _link(
    ELEVEN,
    FOUR,
    ("eleven people", "Four people"),
    Relation.CONTRADICTS,
    Kind.NUMBER,
    "Same fire, same day: 11 or more is not 4.",
)
RISEN = _link(
    ELEVEN,
    NINETEEN,
    ("eleven people", "nineteen"),
    Relation.UPDATE,
    Kind.NUMBER,
    "The later figure is higher: a rising toll.",
)
DENIAL = _link(
    NO_ATTACK,
    RAIDERS,
    ("no attack", "deliberate attack"),
    Relation.DENIES,
    Kind.OCCURRENCE,
    "One side denies that there was an attack.",
)
CAUSE = _link(
    RAIDERS,
    VALVE,
    ("attack by armed raiders", "faulty valve"),
    Relation.CONTRADICTS,
    Kind.CAUSE,
    "Same fire, two causes.",
)
NAMES = _link(
    RAIDERS,
    WATCHMEN,
    ("armed raiders", "night watchmen"),
    Relation.FRAMES_DIFFERENTLY,
    Kind.LABEL,
    "The same men under two names.",
)
LINKS = (TOLL, RISEN, DENIAL, CAUSE, NAMES)

CLAIMS = (
    Claim(ELEVEN.id, "killed · people", Met.SLOT, (ELEVEN.id, FOUR.id, NINETEEN.id)),
    Claim(RAIDERS.id, "cause of the fire", Met.BOTH, (RAIDERS.id, VALVE.id, NO_ATTACK.id)),
    Claim(WATCHMEN.id, "the men at the gate", Met.WORDING, (WATCHMEN.id, RAIDERS.id)),
    Claim(PLACE.id, "where the depot stands", Met.SLOT, (PLACE.id,)),
)

COMPARISON = Comparison(
    articles=ARTICLES,
    narrators=tuple(_NARRATORS.values()),
    statements=STATEMENTS,
    claims=CLAIMS,
    links=LINKS,
    columns=tuple(
        Column(
            _NARRATORS[article.outlet or ""].id,
            article.outlet or "",
            frozenset(one.id for one in STATEMENTS if one.article == article.id),
        )
        for article in ARTICLES
    ),
    origins={article.id: article.id for article in ARTICLES},
    extracted=frozenset(article.id for article in (COURIER, POST, RADIO)),
)

SUMMARY = EventSummary(
    event=Event("0123456789ab", "Fire at the Orrin fuel depot", tuple(article.id for article in ARTICLES)),
    articles=ARTICLES,
    outlets=4,
    origins=4,
    kinds={"number": 2, "occurrence": 1, "cause": 1, "label": 1},
    conflicts=3,
    unread=True,
)
