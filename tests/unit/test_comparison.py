"""The public functions, on an invented story of a lost ferry."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

import narrator
from narrator.comparison import arrange
from narrator.errors import SourceError
from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison, Link
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.model.statement import Statement

HARBOUR = Article(
    "The ferry Halvik capsized off Odessa on Tuesday. At least 12 people died, the coast guard said. "
    "Police arrested the captain.\n“We heard a bang below the deck,” survivor Anna Berg said.",
    outlet="Harbour Post",
    title="Ferry capsizes",
    published=date(2021, 3, 4),
)
GULF = Article(
    "The ferry Halvik sank off Odessa on Tuesday. Nine people were killed, said the owner, Lorn Lines. "
    "Prosecutors charged the captain.",
    outlet="Gulf Times",
    title="Ferry sinks",
    published=date(2021, 3, 4),
)
CAPE = Article(
    "The Halvik ferry went down near Odessa on Wednesday, and 30 people died.\n"
    "“We heard a blast below the deck,” survivor Anna Berg said.",
    outlet="Cape Daily",
    title="Ferry lost",
    published=date(2021, 3, 5),
)
CONCERT = Article(
    "The orchestra played Mahler in Vienna. The critics praised the horns.", outlet="Music Week", title="Horns"
)
GERMAN = Article("Die Feuerwehr teilte am Montag mit, dass die alte Mühle am Hafen gebrannt habe. " * 4, outlet="Bote")
STORY = (HARBOUR, GULF, CAPE)


@pytest.fixture(scope="module")
def story() -> Comparison:
    return narrator.compare(STORY)


def find(comparison: Comparison, words: str) -> Statement:
    (found,) = (one for one in comparison.statements if words in one.text)
    return found


def between(comparison: Comparison, left: str, right: str) -> list[Link]:
    sides = {find(comparison, left).id, find(comparison, right).id}
    return [link for link in comparison.links if {link.left, link.right} == sides]


def rows(comparison: Comparison) -> list[set[str]]:
    return [{*claim.statements, *claim.more} for claim in comparison.claims]


# -- empty and identical ------------------------------------------------------------------------------------------------


def test_nothing_gives_nothing() -> None:
    assert narrator.find_attributions([]) == narrator.extract_statements([]) == []
    assert narrator.score_pairs([]) == narrator.relate([]) == narrator.group_events([]) == []
    assert narrator.compare([]) == Comparison()


def test_empty_text_is_read_as_such() -> None:
    assert narrator.find_attributions([""]) == [[]]
    assert narrator.extract_statements([Article("")]) == [[]]
    assert narrator.compare([Article("", outlet="Post")]).statements == ()


@pytest.mark.parametrize(
    ("left", "right", "score"), [("It sank.", "", 0.0), ("", "", 0.0), ("It sank.", "It sank.", 1.0)]
)
def test_scores_of_empty_and_identical_text(left: str, right: str, score: float) -> None:
    assert narrator.score_pairs([(left, right)]) == [score]


def test_relations_of_empty_and_identical_text() -> None:
    empty, same = narrator.relate([("The ferry sank.", " "), ("The ferry sank.", "The ferry sank.")])
    assert (empty.relation, empty.conflict, same.relation) == ("unclear", 0.0, "same")


def test_as_many_times_as_pairs() -> None:
    with pytest.raises(ValueError, match="shorter"):
        narrator.relate([("It sank.", "It burned.")], [])


# -- pairs --------------------------------------------------------------------------------------------------------------


def test_a_score_is_comparable_across_calls() -> None:
    pairs = [("The ferry sank.", "The ferry capsized."), ("The ferry sank.", "Wheat prices rose.")]
    near, far = narrator.score_pairs(pairs)
    assert near > far
    assert [near, far] == [narrator.score_pairs([pair])[0] for pair in pairs]
    assert [near, far] == narrator.score_pairs([(right, left) for left, right in pairs])


MIRRORED = [
    ("At least 12 people died.", "The ferry sank and 30 people died."),
    ("The owner denied that the ferry sank.", "The ferry sank."),
    ("The ferry sank on Tuesday off Odessa.", "The ferry sank on Wednesday off Odessa."),
    ("The captain was arrested.", "The captain was charged."),
    ("Rioters blocked the road.", "Protesters blocked the road."),
    ("Wheat prices rose.", "The ferry sank."),
]


@pytest.mark.parametrize(("left", "right"), MIRRORED)
@pytest.mark.parametrize("times", [(None, None), (date(2021, 3, 4), date(2021, 3, 6))])
def test_relate_mirrors(left: str, right: str, times: tuple[date | None, date | None]) -> None:
    one, other = narrator.relate([(left, right), (right, left)], [times, times[::-1]])
    turned = one.left == 1
    assert (one.relation, one.kind, one.conflict, one.confidence) == (
        other.relation,
        other.kind,
        other.conflict,
        other.confidence,
    )
    if one.relation in {"update", "denies", "more_specific", "adds"}:
        assert (other.left == 1) is not turned
        assert (one.left_spans, one.right_spans) == (other.left_spans, other.right_spans)
    else:
        assert (one.left, other.left) == (0, 0)
        assert (one.left_spans, one.right_spans) == (other.right_spans, other.left_spans)


# -- the comparison -----------------------------------------------------------------------------------------------------


def test_the_same_fact_stands_side_by_side(story: Comparison) -> None:
    tolls = {find(story, words).id for words in ("12 people", "Nine people", "30 people")}
    assert any(tolls <= row for row in rows(story))


def test_links_say_in_what_the_accounts_differ(story: Comparison) -> None:
    (toll,) = between(story, "12 people", "Nine people")
    assert (toll.relation, toll.kind, toll.is_conflict) == ("contradicts", "number", True)
    (status,) = between(story, "Police arrested", "Prosecutors charged")
    assert (status.relation, status.kind, status.left) == ("update", "status", find(story, "Police arrested").id)
    (quote,) = between(story, "a bang", "a blast")
    assert (quote.relation, quote.kind) == ("frames_differently", "quote")


def test_the_earlier_side_of_an_update_stands_on_the_left(story: Comparison) -> None:
    (link,) = between(story, "Nine people", "30 people")
    assert (link.relation, link.left) == ("update", find(story, "Nine people").id)


def test_who_tells_it(story: Comparison) -> None:
    told = find(story, "12 people")
    assert [story.narrator_by_id[one].name for one in told.narrators] == ["Harbour Post", "coast guard"]
    assert story.teller(find(story, "a bang")) == story.teller(find(story, "a blast"))


def test_links_are_of_other_tellers_in_one_row(story: Comparison) -> None:
    for link in story.links:
        left, right = story.statement_by_id[link.left], story.statement_by_id[link.right]
        assert left.narrators[0] != right.narrators[0] or left.narrators[-1] != right.narrators[-1]
        assert any({link.left, link.right} <= row for row in rows(story))


def test_the_order_of_the_articles_changes_nothing(story: Comparison) -> None:
    assert narrator.compare(STORY[::-1]) == story


def test_an_unrelated_article_changes_no_link(story: Comparison) -> None:
    with_concert = narrator.compare([CONCERT, *STORY])
    mine = {one.id for one in story.statements}
    assert [link for link in with_concert.links if {link.left, link.right} <= mine] == list(story.links)
    assert narrator.group_events([*STORY, CONCERT]) == [0, 0, 0, 1]


def test_events_are_labelled_by_first_appearance() -> None:
    assert narrator.group_events([CONCERT, *STORY]) == [0, 1, 1, 1]


@pytest.mark.parametrize("by", ["narrator", "side"])
def test_by_changes_columns_only(story: Comparison, by: str) -> None:
    other = narrator.compare(STORY, by=by)
    assert other.columns != story.columns
    assert (other.claims, other.links, other.statements) == (story.claims, story.links, story.statements)
    assert arrange(other, "outlet") == story


def test_columns_are_outlets_or_tellers(story: Comparison) -> None:
    assert {column.title for column in story.columns} == {"Harbour Post", "Gulf Times", "Cape Daily"}
    assert "Anna Berg" in {column.title for column in arrange(story, "narrator").columns}


def test_articles_of_one_outlet_share_a_column_and_one_without_is_its_own() -> None:
    texts = ("The ferry sank.", "The captain fled.", "The mate stayed.", "The cook ran away.")
    articles = [Article(text, outlet="Post" if i < 2 else None) for i, text in enumerate(texts)]
    assert sorted(len(column.statements) for column in narrator.compare(articles).columns) == [1, 1, 2]


def test_one_id_is_one_article() -> None:
    url = "https://post.example/ferry"
    first = Article("The ferry sank.", url=url, published=date(2021, 3, 4))
    later = Article("The ferry sank. All 30 survived.", url=url, published=date(2021, 3, 5))
    for articles in ([first, later], [later, first], [first, later, later]):
        assert narrator.compare(articles).articles == (later,)


def test_a_language_that_is_not_spoken_is_shown_and_not_compared(story: Comparison) -> None:
    found = narrator.compare([GERMAN, *STORY])
    assert GERMAN in found.articles
    assert found.extracted == {one.id for one in STORY}
    assert (found.statements, found.links) == (story.statements, story.links)


def test_copies_share_an_origin() -> None:
    wire = [Article(HARBOUR.text, outlet=outlet) for outlet in ("A", "B")]
    found = narrator.compare([*wire, GULF])
    assert len(set(found.origins.values())) == 2
    assert found.origins[wire[0].id] == found.origins[wire[1].id]


def test_the_json_form_is_verbatim(story: Comparison) -> None:
    form = story.to_dict()
    texts = {one.id: one.text for one in STORY}
    assert form["schema"] == "narrator.comparison/1"
    assert {one["id"] for one in form["articles"]} == set(texts)
    known = {one["id"]: one for one in form["statements"]}
    for one in known.values():
        assert " … ".join(texts[one["article"]][start:end] for start, end in one["spans"]) == one["text"]
    assert {one["id"] for one in form["narrators"]} >= {n for one in known.values() for n in one["narrators"]}
    assert known.keys() >= {side for link in form["links"] for side in (link["left"], link["right"])}


# -- reading ------------------------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_is_named_in_a_warning(tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    good.write_text("The ferry sank off Odessa on Tuesday.", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"gone\.md"):
        (article,) = narrator.read([good, tmp_path / "gone.md"])
    assert article.text == "The ferry sank off Odessa on Tuesday."


def test_where_nothing_can_be_read_it_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.md"):
        narrator.read([tmp_path / "gone.md"])


# -- corrections --------------------------------------------------------------------------------------------------------

ARTICLES = {one.id: one for one in STORY}


def corrected(story: Comparison, *decisions: tuple[str, Iterable[str], str]) -> Comparison:
    """The story with decisions: a kind, words of the statements, a value."""
    found = [(kind, [find(story, words) for words in texts], value) for kind, texts, value in decisions]
    corrections = [
        Correction(CorrectionKind(kind), tuple(Anchor.of(ARTICLES[s.article], s.spans) for s in statements), value)
        for kind, statements, value in found
    ]
    comparison = narrator.compare(STORY, corrections=corrections)
    assert comparison.unmatched == ()
    return comparison


@pytest.mark.parametrize("kind", ["not_same_row", "not_same_event"])
def test_statements_are_put_apart(story: Comparison, kind: str) -> None:
    found = corrected(story, (kind, ("12 people", "Nine people"), ""))
    assert between(story, "12 people", "Nine people")
    assert not between(found, "12 people", "Nine people")


def test_statements_are_put_together(story: Comparison) -> None:
    found = corrected(story, ("same_row", ("Police arrested", "Nine people"), ""))
    assert not between(story, "Police arrested", "Nine people")
    assert len(between(found, "Police arrested", "Nine people")) == 1


def test_a_hidden_statement_has_no_row_and_no_link(story: Comparison) -> None:
    found = corrected(story, ("hide", ("Nine people",), ""))
    hidden = find(found, "Nine people").id
    assert hidden in story.links_of
    assert hidden not in found.links_of
    assert not any(hidden in row for row in rows(found))


def test_the_speaker_is_who_the_reader_says(story: Comparison) -> None:
    found = corrected(story, ("speaker_is", ("30 people",), "Coast Guard Odessa"))
    assert found.teller(find(found, "30 people")).name == "Coast Guard Odessa"


def test_two_narrators_are_one(story: Comparison) -> None:
    found = corrected(story, ("same_narrator", ("12 people", "Nine people"), ""))
    assert found.teller(find(found, "12 people")) == found.teller(find(found, "Nine people"))
    assert len(found.narrators) == len(story.narrators) - 1


def test_a_side_makes_a_column(story: Comparison) -> None:
    found = corrected(story, ("side_is", ("12 people",), "Rescuers"), ("side_is", ("Nine people",), "Rescuers"))
    (side,) = (column for column in arrange(found, "side").columns if column.title == "Rescuers")
    assert side.statements == {find(found, "12 people").id, find(found, "Nine people").id}


def test_a_relation_is_what_the_reader_says(story: Comparison) -> None:
    found = corrected(story, ("relation_is", ("12 people", "Nine people"), "more_specific"))
    (link,) = between(found, "12 people", "Nine people")
    assert (link.relation, link.rule, link.flagged) == ("more_specific", "reader", False)


def test_a_link_by_hand(story: Comparison) -> None:
    found = corrected(story, ("link", ("Prosecutors charged", "a bang"), "contradicts"))
    (link,) = between(found, "Prosecutors charged", "a bang")
    assert link.is_conflict
    assert set(found.links) - {link} == set(story.links)


def test_the_later_correction_wins(story: Comparison) -> None:
    words = ("12 people", "Nine people")
    apart, together = ("not_same_row", words, ""), ("same_row", words, "")
    assert not between(corrected(story, together, apart), *words)
    assert between(corrected(story, apart, together), *words)


@pytest.mark.parametrize("kind", list(CorrectionKind))
def test_a_correction_whose_words_are_gone_is_listed(story: Comparison, kind: CorrectionKind) -> None:
    elsewhere = Article("Nine people were killed.", outlet="Elsewhere")
    here, gone = find(story, "Police arrested").spans, (Span(0, 24),)
    lost = Correction(kind, (Anchor.of(HARBOUR, here), Anchor.of(elsewhere, gone)), "same")
    found = narrator.compare(STORY, corrections=[lost])
    assert found.unmatched == (lost,)
    assert (found.claims, found.links, found.narrators) == (story.claims, story.links, story.narrators)
