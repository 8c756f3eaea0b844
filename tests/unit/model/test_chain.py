"""Updates that follow each other are one chain."""

from dataclasses import replace
from datetime import date

from narrator.model.article import Article, Span
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Comparison, Kind, Link, Met, Relation
from narrator.model.statement import Statement

ARTICLES = tuple(
    Article(f"{toll} died.", outlet=outlet, published=date(2020, 1, day))
    for toll, outlet, day in (("Nine", "Late", 4), ("Two", "Early", 1), ("Five", "Middle", 2), ("Five", "Other", 3))
)
LATE, EARLY, MIDDLE, OTHER = (
    Statement((Span(0, len(article.text)),), article.text, article=article.id) for article in ARTICLES
)


def update(left: Statement, right: Statement, kind: Kind = Kind.NUMBER, conflict: float = 0.8) -> Link:
    spans = (Span(0, 4),)
    return Link(left.id, right.id, Relation.UPDATE, kind, conflict, left_spans=spans, right_spans=spans)


def chains(*links: Link) -> tuple[Chain, ...]:
    statements = (LATE, EARLY, MIDDLE, OTHER)
    claim = Claim("c", "killed", Met.SLOT, tuple(one.id for one in statements))
    return Comparison(articles=ARTICLES, statements=statements, claims=(claim,), links=links).chains["c"]


def ids(chain: Chain) -> list[list[str]]:
    return [[account.statement for account in stage] for stage in chain.stages]


def test_a_chain_is_told_oldest_first_and_each_stage_is_an_update_of_the_one_before() -> None:
    (chain,) = chains(update(EARLY, LATE), update(EARLY, MIDDLE), update(OTHER, LATE), update(MIDDLE, LATE))
    assert ids(chain) == [[EARLY.id], [MIDDLE.id, OTHER.id], [LATE.id]]
    assert chain.kind is Kind.NUMBER
    assert len(chain.links) == 4


def test_accounts_of_one_moment_share_a_stage() -> None:
    (chain,) = chains(update(EARLY, MIDDLE), update(EARLY, OTHER))
    assert ids(chain) == [[EARLY.id], [MIDDLE.id, OTHER.id]]


def test_what_updates_another_figure_of_a_statement_is_another_chain() -> None:
    aside = replace(update(EARLY, MIDDLE), right_spans=(Span(5, 9),))
    assert chains(aside, update(MIDDLE, LATE)) == ()


def test_two_accounts_are_no_chain() -> None:
    assert chains(update(EARLY, LATE)) == ()


def test_what_is_not_flagged_does_not_join() -> None:
    assert chains(update(EARLY, LATE), update(EARLY, MIDDLE, conflict=0.2)) == ()


def test_other_kinds_are_other_chains() -> None:
    assert chains(update(EARLY, LATE), update(EARLY, MIDDLE, Kind.STATUS)) == ()


def test_updates_that_share_no_statement_are_two_chains() -> None:
    assert chains(update(EARLY, MIDDLE), update(OTHER, LATE)) == ()
