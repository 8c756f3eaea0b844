from itertools import permutations

from narrator.model.article import Article, Span
from narrator.model.party import Mention, NarratorKind
from narrator.model.statement import Analysis, Statement
from narrator.parties.resolve import Parties, resolve


def told_by(*mentions: Mention) -> Analysis:
    """An analysis with one statement a mention."""
    return Analysis(statements=tuple(Statement((Span(i, i + 1),), "x", (m,)) for i, m in enumerate(mentions)))


def mention(name: str, kind: NarratorKind = NarratorKind.PERSON, confidence: float = 1.0) -> Mention:
    return Mention(Span(0, len(name)), name, kind, confidence=confidence)


def names(parties: Parties) -> dict[str, tuple[str, ...]]:
    return {n.name: n.aliases for n in parties.narrators if n.kind is not NarratorKind.OUTLET}


ONE, TWO = Article("one", outlet="One"), Article("two", outlet="Two")


def test_one_person_across_articles() -> None:
    parties = resolve([ONE, TWO], [told_by(mention("Thomas Veale")), told_by(mention("Veale"))])
    assert names(parties) == {"Thomas Veale": ("Veale",)}


def test_two_people_of_one_surname_stay_two_and_the_bare_surname_joins_neither() -> None:
    people = told_by(mention("Anna Berg"), mention("Paul Berg"))
    parties = resolve([ONE, TWO], [people, told_by(mention("Berg"))])
    assert names(parties) == {"Anna Berg": (), "Paul Berg": (), "Berg": ()}


def test_unnamed_parties_are_one_within_an_article_only() -> None:
    officials = mention("officials", NarratorKind.UNNAMED)
    parties = resolve([ONE, TWO], [told_by(officials), told_by(officials)])
    assert len([n for n in parties.narrators if n.name == "officials"]) == 2


def body(name: str) -> Mention:
    return mention(name, NarratorKind.OFFICIAL_BODY)


def test_the_police_are_the_one_police_that_any_article_names() -> None:
    parties = resolve([ONE, TWO], [told_by(body("Harwick police")), told_by(body("police"))])
    assert names(parties) == {"Harwick police": ("police",)}


def test_the_police_of_two_towns_stay_two_and_the_police_join_neither() -> None:
    told = [told_by(body("Harwick police"), body("Medlow police")), told_by(body("police"))]
    assert names(resolve([ONE, TWO], told)) == {"Harwick police": (), "Medlow police": (), "police": ()}


def test_a_name_that_begins_a_longer_one_is_somebody_else() -> None:
    long, short = (
        [mention("Ana Ruiz Mora"), body("Ministry of Fisheries and Ports")],
        [mention("Ana Ruiz"), body("Ministry of Fisheries")],
    )
    assert len(names(resolve([ONE, TWO], [told_by(*long), told_by(*short)]))) == 4


def test_an_article_that_uses_the_longer_name_as_well_joins_them() -> None:
    long, short = (
        [mention("Ana Ruiz Mora"), body("Ministry of Fisheries and Ports")],
        [mention("Ana Ruiz"), body("Ministry of Fisheries")],
    )
    for told in ([told_by(*long, *short), told_by(*short)], [told_by(*short), told_by(*long, *short)]):
        assert names(resolve([ONE, TWO], told)) == {
            "Ana Ruiz Mora": ("Ana Ruiz",),
            "Ministry of Fisheries and Ports": ("Ministry of Fisheries",),
        }


def test_a_body_with_a_longer_name_of_its_own_is_not_joined() -> None:
    firm = NarratorKind.ORGANISATION
    told = told_by(mention("Harwick Zoo", firm), mention("Harwick Zoo Society", firm))
    assert len(names(resolve([ONE], [told]))) == 2


def test_a_country_that_is_a_given_name_is_no_side() -> None:
    lee = Mention(Span(0, 3), "Jordan Lee", NarratorKind.PERSON)
    parties = resolve([ONE], [told_by(lee, mention("Jordan", NarratorKind.OFFICIAL_BODY))])
    assert {n.name: n.side for n in parties.narrators if n.kind is not NarratorKind.OUTLET} == {
        "Jordan Lee": None,
        "Jordan": "Jordan",
    }


def test_one_post_joins_a_name_and_the_longer_one() -> None:
    def bearer(name: str, role: str) -> Mention:
        return Mention(Span(0, 3), name, NarratorKind.PERSON, role=role)

    told = [told_by(bearer("Ana Ruiz Mora", "harbour master")), told_by(bearer("Ana Ruiz", "harbour master"))]
    assert names(resolve([ONE, TWO], told)) == {"Ana Ruiz Mora": ("Ana Ruiz",)}
    ranks = [told_by(bearer("Ana Ruiz Mora", "Mayor")), told_by(bearer("Ana Ruiz", "Mayor"))]
    assert len(names(resolve([ONE, TWO], ranks))) == 2


def test_a_name_that_labels_disagree_on_is_what_speaks_for_more() -> None:
    firm, person = NarratorKind.ORGANISATION, NarratorKind.PERSON
    lee = Mention(Span(0, 3), "Pat Lee", person, role="mayor")
    speaks = Mention(Span(0, 3), "Anna Berg", person, affiliation="Deltora")
    told = [told_by(mention("Deltora"), mention("Pat Lee", firm), speaks), told_by(mention("Deltora", firm), lee)]
    parties = resolve([ONE, TWO], told)
    kinds = {n.name: n.kind for n in parties.narrators if n.kind is not NarratorKind.OUTLET}
    assert kinds == {"Deltora": firm, "Pat Lee": person, "Anna Berg": person}


def test_documents_and_media_without_a_name_are_one_within_an_article_only() -> None:
    for kind in (NarratorKind.DOCUMENT, NarratorKind.MEDIA, NarratorKind.ORGANISATION):
        parties = resolve([ONE, TWO], [told_by(mention("its report", kind))] * 2)
        assert len([n for n in parties.narrators if n.name == "its report"]) == 2


def test_who_speaks_for_a_body_is_on_its_side() -> None:
    lee = Mention(Span(0, 3), "Pat Lee", NarratorKind.PERSON, affiliation="Deltora Ferries")
    ferries = mention("Deltora Ferries", NarratorKind.ORGANISATION)
    parties = resolve([ONE, TWO], [told_by(lee, mention("Anna Berg")), told_by(ferries)])
    assert {n.name: n.side for n in parties.narrators if n.kind is not NarratorKind.OUTLET} == {
        "Pat Lee": "Deltora Ferries",
        "Deltora Ferries": "Deltora Ferries",
        "Anna Berg": None,
    }


def test_a_pronoun_without_antecedent_is_a_party_of_its_own() -> None:
    he = mention("he", NarratorKind.UNNAMED, confidence=0.0)
    parties = resolve([ONE], [told_by(mention("Veale"), he)])
    assert names(parties) == {"Veale": (), "he": ()}


def test_the_chain_begins_with_the_outlet() -> None:
    analysis = told_by(mention("Veale"))
    parties = resolve([ONE], [analysis])
    by_id = {n.id: n.name for n in parties.narrators}
    assert [by_id[one] for one in parties.chain(ONE, analysis.statements[0])] == ["One", "Veale"]


def test_an_outlet_that_is_quoted_is_the_same_narrator() -> None:
    parties = resolve([ONE, TWO], [told_by(), told_by(mention("One", NarratorKind.MEDIA))])
    assert sorted(n.name for n in parties.narrators) == ["One", "Two"]


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [ONE, TWO, Article("three", outlet="Three")]
    told = [
        told_by(mention("SDF", NarratorKind.ORGANISATION)),
        told_by(mention("Syrian Democratic Forces", NarratorKind.ORGANISATION)),
        told_by(),
    ]
    results = {
        resolve([articles[i] for i in order], [told[i] for i in order]).narrators for order in permutations(range(3))
    }
    assert len(results) == 1
