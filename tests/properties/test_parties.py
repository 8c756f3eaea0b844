"""What holds of narrators whatever the articles say: order does not matter, and nobody is taken for somebody else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from narrator.comparison import compare_analysed
from narrator.model.article import Article, Span
from narrator.model.notebook import Anchor, Correction, CorrectionKind
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


TEXT = "Two died, Berg said on Monday. Four died, a spokesman for the ministry said."
FIRST, SECOND = Span(0, 8), Span(31, 40)
BERG = Mention(Span(10, 14), "Berg", NarratorKind.PERSON)
SPOKESMAN = Mention(Span(42, 69), "spokesman for the ministry", NarratorKind.UNNAMED)
understood = st.tuples(
    st.sampled_from([BERG, replace(BERG, name="Anna Berg", confidence=0.95), replace(BERG, confidence=0.0)]),
    st.sampled_from(
        [SPOKESMAN, replace(SPOKESMAN, kind=NarratorKind.OFFICIAL_BODY), replace(SPOKESMAN, name="ministry")]
    ),
    st.integers(0, 3),
)


def analysed(berg: Mention, spokesman: Mention, less: int) -> Analysis:
    """An analysis that names the tellers in one way or another and cuts the statements `less` characters shorter."""
    spans = (Span(FIRST.start, FIRST.end - less), berg), (Span(SECOND.start + less, SECOND.end), spokesman)
    return Analysis(statements=tuple(Statement((one,), TEXT[slice(*one)], (teller,)) for one, teller in spans))


@given(understood)
def test_decisions_on_narrators_survive_a_new_analysis(found: tuple[Mention, Mention, int]) -> None:
    article = Article(TEXT, outlet="Post")
    first, second = (Anchor.of(article, (span,)) for span in (FIRST, SECOND))
    same = [
        Correction(CorrectionKind.SAME_NARRATOR, (first, second)),
        Correction(CorrectionKind.SIDE_IS, (first,), "City"),
    ]
    merged = compare_analysed([article], [analysed(*found)], corrections=same)
    assert len({one.narrators[-1] for one in merged.statements}) == 1
    assert {merged.teller(one).side for one in merged.statements} == {"City"}
    apart = [*same, Correction(CorrectionKind.SPEAKER_IS, (second,), "Omar Kern")]
    split = compare_analysed([article], [analysed(*found)], corrections=apart)
    assert [split.teller(one).name == "Omar Kern" for one in split.statements] == [False, True]
    assert split.unmatched == ()
