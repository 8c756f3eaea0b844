"""The reader's decisions on tellers, rows and links, without any language."""

from dataclasses import replace

import pytest

from narrator.corrections import READER, Decision, Decisions, correct_claims, correct_links, correct_tellers, match
from narrator.model.article import Article, Span
from narrator.model.comparison import Claim, Kind, Link, Met, Relation
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Statement

POST = Article("Two died, Berg said. Three fled.", outlet="Post")
MAIL = Article("Four died.", outlet="Mail")
BERG, KERN, DORN = (Narrator(name.lower(), name, NarratorKind.PERSON) for name in ("Berg", "Kern", "Dorn"))


def stated(article: Article, start: int, end: int, *narrators: str) -> Statement:
    return Statement((Span(start, end),), article.text[start:end], article=article.id, narrators=narrators)


TWO, THREE, FOUR = stated(POST, 0, 8, "post", "berg"), stated(POST, 21, 32, "post"), stated(MAIL, 0, 10, "mail", "kern")


def decided(kind: CorrectionKind, *statements: Statement, value: str = "") -> Decisions:
    return Decisions((Decision(kind, tuple(one.id for one in statements), value),), ())


def anchored(kind: CorrectionKind, *anchors: Anchor) -> Correction:
    return Correction(kind, anchors)


def row(*statements: Statement, more: tuple[Statement, ...] = ()) -> Claim:
    return Claim(statements[0].id, "killed", Met.SLOT, tuple(s.id for s in statements), tuple(s.id for s in more))


def test_anchored_words_stand_for_the_statement_that_covers_most_of_them() -> None:
    correction = anchored(CorrectionKind.HIDE, Anchor.of(POST, (Span(4, 20),)))
    found = match([correction], [POST, MAIL], [TWO, THREE, FOUR])
    assert found.matched == (Decision(CorrectionKind.HIDE, (TWO.id,), ""),)
    assert found.unmatched == ()


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor.of(Article("Two died, Berg said.", outlet="Elsewhere"), (Span(0, 8),)),
        replace(Anchor.of(POST, (Span(0, 8),)), exact="Ten died"),
        replace(Anchor.of(POST, (Span(0, 8),)), suffix=" and"),
        Anchor.of(POST, (Span(10, 20),)),
    ],
)
def test_words_that_are_gone_or_state_nothing_are_unmatched(anchor: Anchor) -> None:
    correction = anchored(CorrectionKind.SAME_ROW, anchor, Anchor.of(MAIL, (Span(0, 10),)))
    assert match([correction], [POST, MAIL], [TWO, THREE, FOUR]) == Decisions((), (correction,))


def test_a_correction_without_anchors_is_unmatched() -> None:
    correction = anchored(CorrectionKind.HIDE)
    assert match([correction], [POST], [TWO]).unmatched == (correction,)


def test_the_speaker_is_a_party_that_is_known() -> None:
    narrators, statements = correct_tellers(
        decided(CorrectionKind.SPEAKER_IS, TWO, value="Kern"), [BERG, KERN], [TWO, FOUR]
    )
    assert [one.narrators for one in statements] == [("post", "kern"), ("mail", "kern")]
    assert narrators == (BERG, KERN)


def test_the_speaker_is_a_party_that_no_one_named() -> None:
    narrators, (two,) = correct_tellers(decided(CorrectionKind.SPEAKER_IS, TWO, value="Dorn"), [BERG], [TWO])
    assert [one.name for one in narrators if one.id == two.narrators[-1]] == ["Dorn"]


def test_one_narrator_under_two_names() -> None:
    narrators, statements = correct_tellers(
        decided(CorrectionKind.SAME_NARRATOR, TWO, FOUR), [BERG, KERN, DORN], [TWO, FOUR]
    )
    assert narrators == (replace(BERG, aliases=("Kern",)), DORN)
    assert [one.narrators for one in statements] == [("post", "berg"), ("mail", "berg")]


@pytest.mark.parametrize(("value", "side"), [("Harbour", "Harbour"), ("", None)])
def test_a_side_is_given_and_taken(value: str, side: str | None) -> None:
    given = [replace(BERG, side="Town"), KERN]
    narrators, _ = correct_tellers(decided(CorrectionKind.SIDE_IS, TWO, value=value), given, [TWO, FOUR])
    assert [one.side for one in narrators] == [side, None]


def test_hidden_statements_leave_every_row() -> None:
    claims = [row(TWO, FOUR, THREE), row(THREE, FOUR, more=(TWO,))]
    found = correct_claims(decided(CorrectionKind.HIDE, TWO), claims)
    assert [(*claim.statements, *claim.more) for claim in found] == [(FOUR.id, THREE.id), (THREE.id, FOUR.id)]


def test_a_row_of_one_is_no_row() -> None:
    assert correct_claims(decided(CorrectionKind.HIDE, TWO), [row(TWO, FOUR)]) == []


@pytest.mark.parametrize("kind", [CorrectionKind.NOT_SAME_ROW, CorrectionKind.NOT_SAME_EVENT])
def test_what_is_not_the_same_leaves_the_rows_of_the_first(kind: CorrectionKind) -> None:
    (shared, other) = correct_claims(decided(kind, TWO, FOUR), [row(TWO, THREE, more=(FOUR,)), row(THREE, FOUR)])
    assert (*shared.statements, *shared.more) == (TWO.id, THREE.id)
    assert other == row(THREE, FOUR)


def test_a_row_takes_in_what_the_reader_puts_there() -> None:
    (claim,) = correct_claims(decided(CorrectionKind.SAME_ROW, FOUR, THREE), [row(TWO, FOUR)])
    assert claim.statements == (TWO.id, FOUR.id, THREE.id)


def test_what_shares_a_row_already_stays_as_it_is() -> None:
    rows = [row(TWO, THREE), row(TWO, FOUR)]
    assert correct_claims(decided(CorrectionKind.SAME_ROW, TWO, FOUR), rows) == rows


def test_the_readers_row_has_an_id_of_its_own() -> None:
    claims = correct_claims(
        decided(CorrectionKind.SAME_ROW, TWO, FOUR), [Claim(TWO.id, "left", Met.WORDING, (THREE.id, "mail:40-50"))]
    )
    assert len({claim.id for claim in claims}) == len(claims) == 2


def test_what_has_no_row_gets_one() -> None:
    (claim,) = correct_claims(decided(CorrectionKind.SAME_ROW, TWO, FOUR), [])
    assert claim.statements == (TWO.id, FOUR.id)


def test_the_later_decision_wins() -> None:
    apart = decided(CorrectionKind.NOT_SAME_ROW, TWO, FOUR).matched
    together = decided(CorrectionKind.SAME_ROW, TWO, FOUR).matched
    assert correct_claims(Decisions(apart + together, ()), [row(TWO, FOUR)])
    assert not correct_claims(Decisions(together + apart, ()), [row(TWO, FOUR)])


@pytest.mark.parametrize(("relation", "conflict"), [(Relation.UPDATE, 1.0), (Relation.SAME, 0.0)])
@pytest.mark.parametrize("order", [(TWO, FOUR), (FOUR, TWO)])
def test_the_reader_says_what_a_link_is(order: tuple[Statement, ...], relation: Relation, conflict: float) -> None:
    known = Link(TWO.id, FOUR.id, Relation.CONTRADICTS, Kind.NUMBER, 0.8, rule="number.disjoint", gate=("another act",))
    other = Link(THREE.id, FOUR.id, Relation.UNCLEAR)
    found = correct_links(decided(CorrectionKind.RELATION_IS, *order, value=relation), [known, other])
    assert [link.relation for link in found] == [relation, Relation.UNCLEAR]
    assert (found[0].conflict, found[0].confidence, found[0].rule) == (conflict, 1.0, READER)
    assert found[0].gate == known.gate
    assert found[1] == other


def test_the_reader_links_what_no_rule_did() -> None:
    (link,) = correct_links(decided(CorrectionKind.LINK, TWO, FOUR, value=Relation.DENIES), [])
    assert (link.left, link.right, link.relation, link.is_conflict) == (TWO.id, FOUR.id, Relation.DENIES, True)


def test_an_outlet_stands_for_whoever_is_one_with_it() -> None:
    outlet = Narrator("mail", "Mail", NarratorKind.OUTLET)
    own = stated(MAIL, 0, 4, "mail")
    narrators, statements = correct_tellers(
        decided(CorrectionKind.SAME_NARRATOR, TWO, own), [BERG, outlet, KERN], [TWO, own]
    )
    assert narrators == (replace(outlet, aliases=("Berg",)), KERN)
    assert [one.narrators for one in statements] == [("post", "mail"), ("mail",)]


def test_of_two_outlets_that_are_one_both_keep_their_articles() -> None:
    post, mail = Narrator("post", "Post", NarratorKind.OUTLET), Narrator("mail", "Mail", NarratorKind.OUTLET)
    own = stated(MAIL, 0, 4, "mail")
    narrators, (_, told) = correct_tellers(
        decided(CorrectionKind.SAME_NARRATOR, THREE, own), [post, mail], [THREE, own]
    )
    assert narrators == (replace(post, aliases=("Mail",)), mail)
    assert told.narrators == ("post",)


def test_words_become_the_outlets_own_again() -> None:
    post = Narrator("post", "Post", NarratorKind.OUTLET)
    _, (two,) = correct_tellers(decided(CorrectionKind.SPEAKER_IS, TWO, value="Post"), [post, BERG], [TWO])
    assert two.narrators == ("post",)


@pytest.mark.parametrize("kind", [CorrectionKind.NOT_SAME_ROW, CorrectionKind.NOT_SAME_EVENT, CorrectionKind.HIDE])
def test_what_a_later_decision_takes_apart_is_linked_no_more(kind: CorrectionKind) -> None:
    linked = decided(CorrectionKind.LINK, FOUR, TWO, value=Relation.DENIES).matched
    apart = decided(kind, *([TWO] if kind is CorrectionKind.HIDE else [TWO, FOUR])).matched
    assert correct_links(Decisions(linked + apart, ()), []) == ()
    assert len(correct_links(Decisions(apart + linked, ()), [])) == 1
    known = Link(TWO.id, FOUR.id, Relation.UNCLEAR)
    assert correct_links(Decisions(linked + apart, ()), [known]) == (known,)
    other = Link(TWO.id, THREE.id, Relation.SAME)
    elsewhere = decided(CorrectionKind.NOT_SAME_ROW, TWO, FOUR).matched
    assert correct_links(Decisions(elsewhere, ()), [other]) == (other,)
