"""What holds of every comparison: mirrors, order, independence, and offsets that are what the text says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import narrator
from narrator.language.paragraphs import LONGEST
from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison, Link
from narrator.model.statement import Attribution, Statement

AGENTS = ["The army", "Rebels", "Turkish jets", "The coalition", "No one"]
ACTS = ["shelled", "did not shell", "allegedly bombed", "denied that it attacked", "has taken"]
TARGETS = ["the depot in Varsk", "local villagers", "masked rioters", "a militia convoy", "“the nest of terrorists”"]
FIGURES = ["", ", killing 12 people", ", killing at least 35 people", ", and nobody was hurt", ", wounding dozens"]
TIMES = ["", " on Monday", " on Tuesday night", " yesterday", " at 3 pm", " because of a rumour", " last month"]
DIRECTED = {"update", "denies", "more_specific", "adds"}

sentences = st.builds(
    "{} {} {}{}{}.".format, *(st.sampled_from(words) for words in (AGENTS, ACTS, TARGETS, FIGURES, TIMES))
)
days = st.none() | st.dates(date(2021, 3, 3), date(2021, 3, 6))
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.lists(st.tuples(st.tuples(sentences, sentences), st.tuples(days, days)), min_size=3, max_size=6))
def test_relate_mirrors(cases: list[tuple[tuple[str, str], tuple[date | None, date | None]]]) -> None:
    pairs, times = [pair for pair, _ in cases], [when for _, when in cases]
    ahead = narrator.relate(pairs, times)
    back = narrator.relate([pair[::-1] for pair in pairs], [when[::-1] for when in times])
    for pair, one, other in zip(pairs, ahead, back, strict=True):
        assert judged(one) == judged(other)
        assert {one.left, one.right} == {other.left, other.right} == {0, 1}
        directed = one.relation in DIRECTED
        assert other.left == (1 - int(one.left) if directed else 0)
        assert directed or one.left == 0
        assert sides(pair, one) == sides(pair[::-1], other)


def judged(link: Link) -> tuple[object, ...]:
    return link.relation, link.kind, link.conflict, link.confidence, link.rule, link.parts


def sides(pair: tuple[str, str], link: Link) -> list[tuple[str, tuple[Span, ...]]]:
    """The clashing words of each string, in whichever order it was given."""
    return sorted([(pair[int(link.left)], link.left_spans), (pair[int(link.right)], link.right_spans)])


@few
@given(st.lists(st.tuples(st.tuples(sentences, sentences), st.tuples(days, days)), min_size=4, max_size=8))
def test_an_update_goes_from_the_earlier_to_the_later(
    cases: list[tuple[tuple[str, str], tuple[date | None, date | None]]],
) -> None:
    times = [when for _, when in cases]
    for when, link in zip(times, narrator.relate([pair for pair, _ in cases], times), strict=True):
        earlier, later = when[int(link.left)], when[int(link.right)]
        if link.relation == "update" and earlier and later:
            assert earlier <= later
        if link.flagged and link.relation == "update":
            assert earlier != later


@few
@given(st.lists(st.tuples(sentences | st.text(max_size=40), sentences | st.text(max_size=40)), min_size=3, max_size=6))
def test_scores_are_symmetric_and_bounded(pairs: list[tuple[str, str]]) -> None:
    scores = narrator.score_pairs(pairs)
    assert scores == narrator.score_pairs([pair[::-1] for pair in pairs])
    for (left, right), score in zip(pairs, scores, strict=True):
        assert 0 <= score <= 1
        assert score == 1 or left != right or not left.strip()
        assert score == 0 or (left.strip() and right.strip())


def article(outlet: str, told: list[str], published: date | None) -> Article:
    return Article("\n".join(told), outlet=outlet, published=published)


stories = st.tuples(
    *(
        st.builds(article, st.just(outlet), st.lists(sentences, max_size=3), days)
        for outlet in ("Post", "Mail", "Times")
    )
)


@few
@given(stories, st.permutations(range(3)))
def test_the_order_of_the_articles_changes_nothing(story: tuple[Article, ...], order: list[int]) -> None:
    there = narrator.compare(story)
    assert narrator.compare([story[i] for i in order]) == there
    labels, moved = narrator.group_events(story), narrator.group_events([story[i] for i in order])
    together = {(i, j) for i in range(3) for j in range(3) if labels[i] == labels[j]}
    assert together == {(order[i], order[j]) for i in range(3) for j in range(3) if moved[i] == moved[j]}


@few
@given(stories)
def test_swapping_the_outlets_changes_nothing(story: tuple[Article, ...]) -> None:
    addressed = [replace(one, url=f"https://example.org/{number}") for number, one in enumerate(story)]
    first, second, third = (one.outlet for one in addressed)
    swapped = [replace(one, outlet=outlet) for one, outlet in zip(addressed, (second, third, first), strict=True)]
    there, here = narrator.compare(addressed), narrator.compare(swapped)
    assert here.links == there.links
    assert here.claims == there.claims


unrelated = st.lists(
    st.sampled_from(
        [
            "The orchestra played Mahler in Vienna.",
            "Critics praised the horns, said Anna Berg.",
            "Some 2,000 people attended on Friday.",
            "“It was a triumph,” the conductor said.",
        ]
    ),
    min_size=1,
    unique=True,
)


@few
@given(stories, unrelated, days)
def test_an_unrelated_article_changes_no_link_between_the_others(
    story: tuple[Article, ...], concert: list[str], published: date | None
) -> None:
    alone, beside = narrator.compare(story), narrator.compare([*story, article("Music Week", concert, published)])
    mine = {one.id for one in alone.statements}
    assert [link for link in beside.links if {link.left, link.right} <= mine] == list(alone.links)


PIECES = [
    "“No one ran,” Berg said.", "Rebels took ", "“", "”", "\"", "‘", "’", "«", "(", "[", "\n", "\n\n", " ", "\t", "—",
    "قال الرئيس إن الحرب", "\u202eevil", "👨‍👩‍👧", "e\u0301", "漢字", "at least 35 people", " were killed", " on Monday",
    ", he said, ", "according to the army", " denied that it", " … ", "KYIV (AP) — ", "\ufeff", "\x00", "\u2028", "’s",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES) | sentences | st.text(max_size=8), max_size=12).map("".join)
ONE_LINE = "“Rebels took it, he said. " + "the town and " * (LONGEST // 12)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, hostile)
@example(ONE_LINE, "x" * (LONGEST + 1))
def test_every_span_is_what_the_text_says(one: str, other: str) -> None:
    for text, found in zip((one, other), narrator.find_attributions([one, other]), strict=True):
        assert all(0 <= start < end <= len(text) for span in found for start, end in _places(span))
    comparison = narrator.compare([Article(one, outlet="Post"), Article(other, outlet="Mail")])
    for statement in comparison.statements:
        check_statement(comparison.article_by_id[statement.article], statement)
    for link in comparison.links:
        check_link(comparison, link)


def _places(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content
    yield from (span for span in (attribution.source, attribution.cue) if span is not None)
    yield from (mention.span for mention in attribution.chain)


def check_statement(article: Article, statement: Statement) -> None:
    """Ordered, disjoint, within the article, verbatim; and so is all that the statement holds."""
    end = 0
    for span in statement.spans:
        assert end <= span.start < span.end <= len(article.text)
        end = span.end
    assert statement.text == article.quote(statement.spans)
    assert all(part.text == article.text[slice(*part.span)] for part in (*statement.quantities, *statement.times))
    assert all(name.text == article.text[name.start : name.end] for name in statement.names)
    held = [span for slot in statement.slots for span in slot.spans] + [frame.span for frame in statement.frames]
    held += [Span(term.start, term.end) for term in statement.terms]
    assert all(statement.words(span) for span in held)


def check_link(comparison: Comparison, link: Link) -> None:
    for side, spans in ((link.left, link.left_spans), (link.right, link.right_spans)):
        text = comparison.article_by_id[comparison.statement_by_id[side].article].text
        assert all(0 <= start < end <= len(text) for start, end in spans)
