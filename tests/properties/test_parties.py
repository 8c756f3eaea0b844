"""What holds of narrators whatever the articles say: order does not matter, and nobody is taken for somebody else."""

from hypothesis import given
from hypothesis import strategies as st

from narrator.model.article import Article, Span
from narrator.model.party import Mention, NarratorKind
from narrator.model.statement import Analysis, Statement
from narrator.parties.resolve import Parties, resolve

GIVEN, SURNAMES = ["Anna", "Paul", "Mary", "Omar"], ["Berg", "Kern", "Ruiz Mora", "Ruiz"]
BODIES = [
    "police",
    "Harwick police",
    "the Harwick Police Department",
    "Medlow police",
    "Russia",
    "the Kremlin",
    "its website",
]
AFFILIATIONS = [None, "Harwick police", "the Kremlin", "Deltora"]

persons = st.builds(
    lambda first, last, behind: Mention(Span(0, 1), f"{first} {last}".strip(), NarratorKind.PERSON, behind),
    st.sampled_from(["", *GIVEN]),
    st.sampled_from(SURNAMES),
    st.sampled_from(AFFILIATIONS),
)
others = st.builds(
    lambda name, kind, sure: Mention(Span(0, 1), name, kind, confidence=sure),
    st.sampled_from([*BODIES, "he", "officials"]),
    st.sampled_from([NarratorKind.OFFICIAL_BODY, NarratorKind.MEDIA, NarratorKind.UNNAMED]),
    st.sampled_from([1.0, 0.0]),
)
reports = st.lists(st.lists(persons | others, max_size=5), min_size=1, max_size=4)


def resolved(told: list[list[Mention]], order: list[int]) -> tuple[Parties, list[Article]]:
    articles = [Article(f"text {number}", outlet=f"Outlet {number}") for number in range(len(told))]
    analyses = [
        Analysis(
            statements=tuple(
                Statement((Span(n, n + 1),), "x", (Mention(Span(n, n + 1), *_rest(one)),))
                for n, one in enumerate(mentions)
            )
        )
        for mentions in told
    ]
    return resolve([articles[i] for i in order], [analyses[i] for i in order]), articles


def _rest(one: Mention) -> tuple[str, NarratorKind, str | None, None, None, float]:
    return one.name, one.kind, one.affiliation, None, None, one.confidence


@given(reports, st.randoms())
def test_the_order_of_the_articles_makes_no_difference(told: list[list[Mention]], chance: object) -> None:
    order = list(range(len(told)))
    there, _ = resolved(told, order)
    chance.shuffle(order)  # type: ignore[attr-defined]
    back, _ = resolved(told, order)
    assert (back.narrators, back.mentions, back.outlets) == (there.narrators, there.mentions, there.outlets)


@given(reports)
def test_two_people_of_one_surname_and_other_given_names_stay_two(told: list[list[Mention]]) -> None:
    parties, _ = resolved(told, list(range(len(told))))
    for narrator in parties.narrators:
        first = {name.split()[0] for name in (narrator.name, *narrator.aliases) if name.split()[0] in GIVEN}
        assert len(first) <= 1


@given(reports)
def test_what_is_not_resolved_joins_nobody(told: list[list[Mention]]) -> None:
    parties, articles = resolved(told, list(range(len(told))))
    for (article, mention), home in parties.mentions.items():
        if mention.confidence == 0:
            assert [one for one in parties.mentions.items() if one[1] == home] == [((article, mention), home)]
    assert {article.id for article in articles} == set(parties.outlets)
