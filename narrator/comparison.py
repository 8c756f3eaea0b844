"""The one place that puts the rooms together: the public functions of Narrator."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from narrator.alignment.features import features
from narrator.alignment.rows import Rows
from narrator.alignment.similarity import likeness, parts
from narrator.conflict import judge
from narrator.conflict.contrast import label_contrast
from narrator.corrections import correct_claims, correct_links, correct_tellers, match
from narrator.events import grouping
from narrator.events.origins import origins
from narrator.language import analyse as language
from narrator.model.article import Article, When, by_time
from narrator.model.comparison import By, Claim, Column, Comparison, Link
from narrator.model.notebook import Correction
from narrator.model.party import Narrator
from narrator.model.statement import Analysis, Attribution, Statement
from narrator.parties.resolve import Parties, outlet_id, resolve
from narrator.sources.read import read as read_sources


def read(paths: Iterable[str | Path]) -> list[Article]:
    """The articles of these files and directories.

    A file that cannot be read is a warning that names it; SourceError where nothing could be read at all.
    """
    reading = read_sources(paths)
    if reading.problems and not reading.articles:
        raise reading.problems[0]
    for problem in reading.problems:
        warnings.warn(str(problem), stacklevel=2)
    return list(reading.articles)


def find_attributions(texts: Sequence[str]) -> list[list[Attribution]]:
    """Who says what in each text; the strings are taken as they are, whatever their language."""
    return language.attributions(texts)


def extract_statements(articles: Sequence[Article]) -> list[list[Statement]]:
    """The statements of each article, with narrator ids as the articles together give them."""
    articles = list(articles)
    _, statements = _statements(articles, language.analyse([article.text for article in articles]))
    return statements


def score_pairs(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """For each pair, in [0, 1]: do the two speak to the same point? Symmetric; an empty side 0.0, identical text 1.0."""
    statements = _propositions(text for pair in pairs for text in pair)
    found = {text: features(statement) for text, statement in statements.items()}
    return [_score(left, right, likeness(parts(found[left], found[right]))) for left, right in pairs]


def _score(left: str, right: str, score: float) -> float:
    if not left.strip() or not right.strip():
        return 0.0
    return 1.0 if left == right else score


def relate(pairs: Sequence[tuple[str, str]], published: Sequence[tuple[When, When]] | None = None) -> list[Link]:
    """For each pair the strongest link between its two sides, 0 and 1; spans index the two strings.

    Without times the two count as simultaneous. ValueError where `published` is not as long as `pairs`.
    """
    times = published if published is not None else [(None, None)] * len(pairs)
    statements = _propositions(text for pair in pairs for text in pair)
    found = {text: features(statement) for text, statement in statements.items()}
    links = []
    for (left, right), when in zip(pairs, times, strict=True):
        shown = parts(found[left], found[right])
        links.append(judge.link(statements[left], statements[right], when, shown, likeness(shown)))
    return links


def _propositions(texts: Iterable[str]) -> dict[str, Statement]:
    unique = list(dict.fromkeys(texts))
    return dict(zip(unique, language.propositions(unique), strict=True))


def group_events(articles: Sequence[Article]) -> list[int]:
    """An event label per article, 0..n-1 by first appearance; the partition does not depend on the order."""
    return grouping.group(articles)


def compare(articles: Sequence[Article], by: By = "outlet", corrections: Sequence[Correction] = ()) -> Comparison:
    """The accounts of these articles side by side."""
    articles = list(articles)
    return compare_analysed(articles, language.analyse([article.text for article in articles]), by, corrections)


def compare_analysed(
    articles: Sequence[Article], analyses: Sequence[Analysis], by: By = "outlet", corrections: Sequence[Correction] = ()
) -> Comparison:
    """As `compare`, for articles whose analyses are at hand. Claims and links do not depend on `by` or on the order."""
    return Draft(articles, analyses).corrected(corrections, by)


LINKS = 200
"""How many links are judged between two looks at whether they are still wanted."""


class Draft:
    """The accounts of some articles before the reader's decisions, kept so that one more decision costs little.

    What the words of two statements have in common is found once. Rows are made anew where tellers are other ones than the
    last time, a link is judged again where one of its tellers or what its row asks is.

    `between` is called between two pieces of the work. It may raise to end it; the draft is of no use then.
    """

    def __init__(
        self, articles: Sequence[Article], analyses: Sequence[Analysis], between: Callable[[], None] = lambda: None
    ) -> None:
        self._articles, analyses = _in_order(articles, analyses)
        parties, per_article = _statements(self._articles, analyses)
        self._narrators = parties.narrators
        self._found = list({one.id: one for statements in per_article for one in statements}.values())
        between()
        self._origins = origins(self._articles)
        between()
        self._extracted = frozenset(a.id for a, one in zip(self._articles, analyses, strict=True) if one.extracted)
        self._rows = Rows(self._found, {article.id: article.published for article in self._articles})
        self._claims: list[Claim] | None = None
        self._judged: dict[tuple[object, ...], Link] = {}

    def corrected(
        self, corrections: Sequence[Correction] = (), by: By = "outlet", between: Callable[[], None] = lambda: None
    ) -> Comparison:
        """The comparison under these decisions."""
        between()
        decisions = match(corrections, self._articles, self._found)
        narrators, statements = correct_tellers(decisions, self._narrators, self._found)
        claims = correct_claims(decisions, self._claims_of(statements))
        comparison = Comparison(
            articles=tuple(self._articles),
            narrators=narrators,
            statements=tuple(statements),
            claims=tuple(claims),
            links=correct_links(decisions, self._links(claims, between)),
            origins=self._origins,
            extracted=self._extracted,
            unmatched=decisions.unmatched,
        )
        return arrange(replace(comparison, contrasts=label_contrast(comparison)), by)

    def _claims_of(self, statements: Sequence[Statement]) -> list[Claim]:
        if self._rows.retell(statements) or self._claims is None:
            self._claims = self._rows.claims()
        return self._claims

    def _links(self, claims: Iterable[Claim], between: Callable[[], None]) -> Iterable[Link]:
        """A link for every two statements of different tellers that share a row."""
        pairs = {(left.id, right.id): (left, right) for claim in claims for left, right in self._rows.pairs(claim)}
        for _, (left, right) in sorted(pairs.items()):
            asked = self._rows.in_question(left, right)
            key = (left.id, left.narrators, right.id, right.narrators, asked)
            if key not in self._judged:
                if len(self._judged) % LINKS == 0:
                    between()
                self._judged[key] = _link(self._rows, left, right, asked)
            yield self._judged[key]


def _link(rows: Rows, left: Statement, right: Statement, asked: Iterable[str]) -> Link:
    likeness, affinity = rows.likeness(left, right), rows.affinity(left, right)
    link = judge.link(left, right, rows.times(left, right), rows.parts(left, right), likeness, affinity, asked)
    sides = (left.id, right.id)
    return replace(link, left=sides[int(link.left)], right=sides[int(link.right)])


def _in_order(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[list[Article], list[Analysis]]:
    """Oldest first, each article id once: of two texts under one id the later in the order of time and text stays."""
    pairs = sorted(
        zip(articles, analyses, strict=True),
        key=lambda pair: (by_time(pair[0]), pair[0].id, pair[0].text_sha256),
    )
    unique = {article.id: (article, analysis) for article, analysis in pairs}
    return [article for article, _ in unique.values()], [analysis for _, analysis in unique.values()]


def _statements(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[Parties, list[list[Statement]]]:
    parties = resolve(articles, analyses)
    statements = [
        [replace(one, article=article.id, narrators=parties.chain(article, one)) for one in analysis.statements]
        for article, analysis in zip(articles, analyses, strict=True)
    ]
    return parties, statements


def flag_from(comparison: Comparison, threshold: float) -> Comparison:
    """The same comparison with the links flagged whose conflict reaches `threshold`."""
    links = tuple(replace(link, threshold=threshold) for link in comparison.links)
    return replace(comparison, links=links, threshold=threshold)


def arrange(comparison: Comparison, by: By) -> Comparison:
    """The same comparison with other columns: outlets, ultimate narrators or sides. ValueError for any other word."""
    if by not in get_args(By):
        raise ValueError(f"by is one of {', '.join(get_args(By))}, not {by!r}")
    return replace(comparison, by=by, columns=tuple(_columns(comparison, by)))


def _columns(comparison: Comparison, by: By) -> Iterable[Column]:
    """Outlets in the order of their first article, or who speaks in a claim in the order of the first statement."""
    narrators = comparison.narrator_by_id
    members: dict[str, set[str]] = {}
    titles: dict[str, str] = {}
    if by == "outlet":
        for article in comparison.articles:
            members.setdefault(outlet_id(article), set())
            titles[outlet_id(article)] = narrators[outlet_id(article)].name
    for statement in comparison.statements:
        teller = narrators[statement.narrators[0 if by == "outlet" else -1]]
        column, title = _column(teller, by)
        members.setdefault(column, set()).add(statement.id)
        titles.setdefault(column, title)
    shown = {one for claim in comparison.claims for one in (*claim.statements, *claim.more)}
    return (
        Column(column, titles[column], frozenset(found))
        for column, found in members.items()
        if by == "outlet" or found & shown
    )


def _column(teller: Narrator, by: By) -> tuple[str, str]:
    if by == "side" and teller.side is not None:
        return f"side:{teller.side}", teller.side
    return teller.id, teller.name
