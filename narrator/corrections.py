"""The reader's decisions, applied after the automatic result: tellers first, then rows, then links. The later decision wins."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from narrator.model.article import Article, digest
from narrator.model.comparison import SPEAKING, Claim, Link, Met, Relation
from narrator.model.notebook import Anchor, Correction, CorrectionKind, identity_named
from narrator.model.party import Narrator, NarratorKind
from narrator.model.statement import Statement

_PARTING = frozenset({CorrectionKind.NOT_SAME_ROW, CorrectionKind.NOT_SAME_EVENT, CorrectionKind.HIDE})

READER = "reader"
"""The rule of what a reader decided."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction and the ids of the statements that its anchors stand for."""

    kind: CorrectionKind
    statements: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Corrections that hold, in order, and those whose words are gone."""

    matched: tuple[Decision, ...]
    unmatched: tuple[Correction, ...]


def match(corrections: Iterable[Correction], articles: Iterable[Article], statements: Iterable[Statement]) -> Decisions:
    """Find the anchored words again: in an article that still has them, the statement that covers most of them."""
    by_id = {article.id: article for article in articles}
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    matched, unmatched = [], []
    for correction in corrections:
        found = [_find(anchor, by_id, by_article) for anchor in correction.anchors]
        ids = tuple(statement.id for statement in found if statement is not None)
        if len(ids) == len(found) > 0 and _makes_sense(correction, ids):
            matched.append(Decision(correction.kind, ids, correction.value))
        else:
            unmatched.append(correction)
    return Decisions(tuple(matched), tuple(unmatched))


def _makes_sense(correction: Correction, ids: tuple[str, ...]) -> bool:
    """Whether the words still stand for what the decision needs: another statement each, a relation that exists."""
    if correction.kind in {CorrectionKind.RELATION_IS, CorrectionKind.LINK}:
        return len(set(ids)) == len(ids) == 2 and correction.value in {relation.value for relation in Relation}
    return True


def correct_tellers(
    decisions: Decisions, narrators: Sequence[Narrator], statements: Sequence[Statement]
) -> tuple[tuple[Narrator, ...], list[Statement]]:
    """Speaker is, same narrator, side is."""
    parties = {narrator.id: narrator for narrator in narrators}
    accounts = {statement.id: statement for statement in statements}
    for decision in decisions.matched:
        tellers = [accounts[one].narrators[-1] for one in decision.statements]
        if decision.kind is CorrectionKind.SPEAKER_IS:
            speaker = _speaker(parties, decision.value)
            for one in decision.statements:
                accounts[one] = replace(accounts[one], narrators=_told_by(accounts[one], speaker.id))
        elif decision.kind is CorrectionKind.SAME_NARRATOR:
            _merge(parties, accounts, tellers)
        elif decision.kind is CorrectionKind.SIDE_IS:
            for teller in tellers:
                parties[teller] = replace(parties[teller], side=decision.value or None)
    return tuple(parties.values()), list(accounts.values())


def correct_claims(decisions: Decisions, claims: Iterable[Claim]) -> list[Claim]:
    """Same row, not the same row, not the same event, hide; a row of one statement is no row."""
    found = list(claims)
    for decision in decisions.matched:
        first, *others = decision.statements
        if decision.kind is CorrectionKind.HIDE:
            found = [_without(claim, decision.statements) for claim in found]
        elif decision.kind in {CorrectionKind.NOT_SAME_ROW, CorrectionKind.NOT_SAME_EVENT}:
            found = [_without(claim, others) if first in _members(claim) else claim for claim in found]
        elif decision.kind is CorrectionKind.SAME_ROW:
            found = _joined(found, decision.statements)
    return [claim for claim in found if len(_members(claim)) > 1]


def correct_links(decisions: Decisions, links: Iterable[Link]) -> tuple[Link, ...]:
    """Relation is, link by hand; neither outlasts a later decision that takes the statements apart."""
    found = {frozenset((str(link.left), str(link.right))): link for link in links}
    judged = dict(found)
    for decision in decisions.matched:
        if decision.kind in _PARTING:
            for pair in [one for one in found if _parted(decision, one)]:
                if pair in judged:
                    found[pair] = judged[pair]
                else:
                    del found[pair]
        if decision.kind in {CorrectionKind.RELATION_IS, CorrectionKind.LINK}:
            left, right = decision.statements
            relation = Relation(decision.value)
            known = found.get(frozenset((left, right)), Link(left, right, relation))
            spans = (
                (known.left_spans, known.right_spans) if known.left == left else (known.right_spans, known.left_spans)
            )
            found[frozenset((left, right))] = replace(
                known,
                left=left,
                right=right,
                relation=relation,
                kind=known.kind if relation in SPEAKING else None,
                conflict=1.0 if relation in SPEAKING else 0.0,
                confidence=1.0,
                left_spans=spans[0],
                right_spans=spans[1],
                rule=READER,
                explanation="As the reader decided.",
            )
    return tuple(found.values())


def _find(
    anchor: Anchor, articles: Mapping[str, Article], statements: Mapping[str, list[Statement]]
) -> Statement | None:
    article = articles.get(anchor.article)
    if article is None or not anchor.spans or not anchor.holds(article):
        return None
    start, end = anchor.spans[0].start, anchor.spans[-1].end
    shared: Callable[[Statement], int] = lambda one: min(one.end, end) - max(one.start, start)  # noqa: E731
    best = max(statements.get(anchor.article, ()), key=lambda one: (shared(one), -abs(one.start - start)), default=None)
    return best if best is not None and shared(best) > 0 else None


def _speaker(parties: dict[str, Narrator], name: str) -> Narrator:
    known = parties.get(identity_named(name) or "")
    name = name if known is None else known.name
    known = known or next((party for party in parties.values() if name in (party.name, *party.aliases)), None)
    speaker = known or Narrator(digest(READER, name), name, NarratorKind.UNNAMED)
    parties[speaker.id] = speaker
    return speaker


def _told_by(statement: Statement, speaker: str) -> tuple[str, ...]:
    """The chain with another last teller; the outlet's own words become someone's in it, and may become its own again."""
    chain = statement.narrators[:-1] or statement.narrators
    return chain[: chain.index(speaker) + 1] if speaker in chain else (*chain, speaker)


def _merge(parties: dict[str, Narrator], accounts: dict[str, Statement], tellers: Sequence[str]) -> None:
    """The first stands for the others, or the outlet among them: its articles are told by it, whoever it is."""
    kept = min((parties[one] for one in tellers), key=lambda party: party.kind is not NarratorKind.OUTLET)
    gone = set(tellers) - {kept.id}
    names = {name for one in gone for name in (parties[one].name, *parties[one].aliases)} - {kept.name}
    parties[kept.id] = replace(kept, aliases=tuple(sorted({*kept.aliases, *names})))
    for key, statement in accounts.items():
        if gone & set(statement.narrators):
            narrators = (kept.id if one in gone else one for one in statement.narrators)
            accounts[key] = replace(statement, narrators=tuple(dict.fromkeys(narrators)))
    for one in gone:
        if parties[one].kind is not NarratorKind.OUTLET:
            del parties[one]


def _parted(decision: Decision, pair: frozenset[str]) -> bool:
    """Whether a decision takes the two statements of a pair apart."""
    first, *others = decision.statements
    if decision.kind is CorrectionKind.HIDE:
        return not pair.isdisjoint(decision.statements)
    return first in pair and not pair.isdisjoint(others)


def _members(claim: Claim) -> tuple[str, ...]:
    return (*claim.statements, *claim.more)


def _without(claim: Claim, gone: Iterable[str]) -> Claim:
    away = set(gone)
    return replace(
        claim,
        statements=tuple(one for one in claim.statements if one not in away),
        more=tuple(one for one in claim.more if one not in away),
    )


def _joined(claims: Sequence[Claim], statements: Sequence[str]) -> list[Claim]:
    """The claims with all the statements in one: the first of those that hold most of them, else a new one."""
    wanted = set(statements)
    home = max(claims, key=lambda claim: len(wanted.intersection(_members(claim))), default=None)
    if home is None or wanted.isdisjoint(_members(home)):
        return [*claims, Claim(f"{statements[0]}/{READER}", "joined by the reader", Met.WORDING, tuple(statements))]
    added = tuple(one for one in statements if one not in _members(home))
    return [replace(claim, statements=claim.statements + added) if claim is home else claim for claim in claims]
