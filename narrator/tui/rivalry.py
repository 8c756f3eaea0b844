"""How the rest of the coverage stands to one statement, each difference told once. Pure functions of model objects."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from narrator.export import clashes, wording
from narrator.model.article import quote
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Comparison, Link, Relation, rank
from narrator.model.contrast import Contrast
from narrator.model.statement import Statement
from narrator.tui.reading import AGREEING, AGREES, POINT, SIGN_OF_RELATION, STRENGTH, Sign, flagged

_WORDS = {
    Relation.SAME: "agrees",
    Relation.ADDS: "another part",
    Relation.DIFFERENT_EVENT: "perhaps another event",
}
_ORDER = ("agrees", "more specific", "less specific", "same point", "another part", "perhaps another event")
_AGREEING = _ORDER[:3]
_WORD = re.compile(r"\w+")
_DIRECTED = (Relation.UPDATE, Relation.DENIES)


@dataclass(frozen=True, slots=True)
class Rival:
    """Another narrator's statement on the same point.

    `clash` is the flagged link between the two that is being told; where there is none, `word` says how they stand to each other.
    `doubts` says what speaks against one and the same occurrence. `copies` are statements elsewhere in the very same words;
    `again` means that an earlier difference has shown the statement in full.
    """

    statement: Statement
    clash: Link | None = None
    word: str = POINT.word
    doubts: tuple[str, ...] = ()
    copies: tuple[Statement, ...] = ()
    again: bool = False

    @property
    def sign(self) -> Sign:
        """The sign of the clash, or how surely the two agree."""
        if self.clash:
            return SIGN_OF_RELATION[self.clash.relation]
        return AGREES if self.word in _AGREEING else POINT


@dataclass(frozen=True, slots=True)
class Clash:
    """One difference: the strongest of its links, the statement's own words in it, the reason without the words that are shown
    anyway, the rivals, and who else sets the same words against them.
    """

    link: Link
    own: str
    why: str
    rivals: tuple[Rival, ...]
    beside: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a chain: its words, and whose they are; `here` where the statement itself is among them."""

    words: str
    rivals: tuple[Rival, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Course:
    """Updates that follow each other, the oldest first."""

    chain: Chain
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What others call the party or act that the statement names `own`."""

    referent: str
    own: str
    named: tuple[tuple[str, Rival], ...]

    @property
    def clash(self) -> Link | None:
        """The strongest link of difference among them."""
        return next((rival.clash for _, rival in self.named if rival.clash), None)


@dataclass(frozen=True, slots=True)
class Rivalry:
    """All that is told beside a statement, in this order; `rivals` are its entries one after the other."""

    claims: tuple[Claim, ...] = ()
    clashes: tuple[Clash, ...] = ()
    words: tuple[Words, ...] = ()
    courses: tuple[Course, ...] = ()
    others: tuple[tuple[str, tuple[Rival, ...]], ...] = ()
    more_words: tuple[Words, ...] = ()

    @property
    def rivals(self) -> tuple[Rival, ...]:
        """Every entry, in the order in which it is told."""
        return tuple(self._told())

    def _told(self) -> Iterator[Rival]:
        for clash in self.clashes:
            yield from clash.rivals
        for words in self.words:
            yield from (rival for _, rival in words.named)
        for course in self.courses:
            yield from (rival for stage in course.stages for rival in stage.rivals)
        for _, rivals in self.others:
            yield from rivals
        for words in self.more_words:
            yield from (rival for _, rival in words.named)


def rivalry(comparison: Comparison, statement: Statement) -> Rivalry:
    """The differences that a statement is part of, the sharpest first, then who else speaks to the point, then mere words."""
    links = flagged(comparison, statement)
    courses = tuple(_courses(comparison, statement))
    contrasts = tuple(_words(comparison, statement, links))
    words = tuple(one for one in contrasts if one.clash)
    chained = {one for course in courses for one in course.chain.links}
    named = {rival.clash.id for one in words for _, rival in one.named if rival.clash}
    differing = tuple(_clashes(comparison, statement, [one for one in links if one.id not in chained | named]))
    claims = _by_contest(comparison.claim_of.get(statement.id, ()), links)
    known = Rivalry(claims, differing, words, courses)
    told = {one.id for rival in known.rivals if rival.clash for one in (rival.statement, *rival.copies)}
    told |= {rival.statement.id for course in courses for stage in course.stages for rival in stage.rivals}
    others = tuple(_others(comparison, statement, claims, told))
    return replace(known, others=others, more_words=tuple(one for one in contrasts if not one.clash))


def _by_contest(claims: Sequence[Claim], links: Sequence[Link]) -> tuple[Claim, ...]:
    """The claims of a statement, the one with its sharpest difference first."""

    def place(claim: Claim) -> int:
        members = {*claim.statements, *claim.more}
        found = (number for number, one in enumerate(links) if one.left in members and one.right in members)
        return next(found, len(links))

    return tuple(sorted(claims, key=place))


def _other(comparison: Comparison, link: Link, statement: Statement) -> Statement:
    return comparison.statement_by_id[link.right if link.left == statement.id else link.left]


def _said(comparison: Comparison, link: Link, statement: Statement) -> str:
    """The clashing words of one side of a link."""
    spans = link.left_spans if link.left == statement.id else link.right_spans
    return quote(comparison.article_by_id[statement.article].text, spans)


def _clashes(comparison: Comparison, statement: Statement, links: Iterable[Link]) -> Iterator[Clash]:
    """Links that tell the same are one clash, with everyone who stands on either side."""
    groups: dict[tuple[object, ...], list[Link]] = {}
    for link in links:
        groups.setdefault(_telling(comparison, link, statement), []).append(link)
    order = sorted(
        groups.items(), key=lambda item: (STRENGTH.index(SIGN_OF_RELATION[item[1][0].relation]), rank(item[1][0]))
    )
    shown: set[str] = set()
    for told, group in order:
        found = []
        for link in group:
            other = _other(comparison, link, statement)
            found.append(Rival(other, link, doubts=link.gate, again=other.id in shown))
        rivals = _folded(found)
        shown |= {one.id for rival in rivals for one in (rival.statement, *rival.copies)}
        own, why = _said(comparison, group[0], statement), _reason(group[0])
        yield Clash(group[0], own, why, rivals, tuple(_beside(comparison, statement, told, group)))


def _telling(comparison: Comparison, link: Link, statement: Statement) -> tuple[object, ...]:
    """What is equal for links that tell the same difference of a statement."""
    side = link.left == statement.id if link.relation in _DIRECTED else None
    return link.relation, link.kind, _said(comparison, link, statement).casefold(), _reason(link), side


def _reason(link: Link) -> str:
    """The explanation without `“these words” against “those”: ` at its head: both are shown, and marked."""
    words, found, reason = link.explanation.partition("”: ")
    if not found or "” against “" not in words:
        return link.explanation
    return reason[:1].upper() + reason[1:]


def _beside(
    comparison: Comparison, statement: Statement, told: tuple[object, ...], group: Sequence[Link]
) -> Iterator[Statement]:
    """Who else sets the same words against the same rivals."""
    seen = {statement.id}
    for link in group:
        rival = _other(comparison, link, statement)
        for other in flagged(comparison, rival):
            ally = _other(comparison, other, rival)
            same = ally.article != statement.article and _telling(comparison, other, ally) == told
            if same and ally.id not in seen:
                seen.add(ally.id)
                yield ally


def _courses(comparison: Comparison, statement: Statement) -> Iterator[Course]:
    for claim in comparison.claim_of.get(statement.id, ()):
        for chain in comparison.chains[claim.id]:
            if any(account.statement == statement.id for stage in chain.stages for account in stage):
                yield Course(chain, tuple(_stages(comparison, statement, chain)))


def _stages(comparison: Comparison, statement: Statement, chain: Chain) -> Iterator[Stage]:
    links = {
        _other(comparison, one, statement).id: one for one in flagged(comparison, statement) if one.id in chain.links
    }
    for stage in clashes.stages(comparison, chain):
        for words, said in stage:
            others = [one for one in said if one.id != statement.id]
            rivals = tuple(Rival(one, links.get(one.id)) for one in others)
            yield Stage(words, rivals, len(others) < len(said))


def _words(comparison: Comparison, statement: Statement, links: Sequence[Link]) -> Iterator[Words]:
    """The contrasts in which the statement names something otherwise than others do."""
    labels = {_other(comparison, one, statement).id: one for one in links if clashes.is_label_of(comparison, one)}
    for contrast in comparison.contrasts:
        own = next((one for one in contrast.namings if one.statement == statement.id), None)
        if own is not None:
            named = tuple(_named(comparison, contrast, statement, own.choice, labels))
            if named:
                yield Words(contrast.referent, own.text, named)


def _named(
    comparison: Comparison, contrast: Contrast, statement: Statement, choice: str, labels: dict[str, Link]
) -> Iterator[tuple[str, Rival]]:
    for naming in wording.namings(contrast):
        other = comparison.statement_by_id[naming.statement]
        if naming.choice != choice and other.article != statement.article:
            yield naming.text, Rival(other, labels.get(other.id))


def _others(
    comparison: Comparison, statement: Statement, claims: Iterable[Claim], told: set[str]
) -> Iterator[tuple[str, tuple[Rival, ...]]]:
    """Who speaks to the same point without a difference that is shown, by how the two stand to each other."""
    links = {_other(comparison, one, statement).id: one for one in reversed(comparison.links_of.get(statement.id, ()))}
    members = [one for claim in claims for one in (*claim.statements, *claim.more)]
    members += [identity for identity, link in links.items() if link.relation in AGREEING]
    found: dict[str, list[Rival]] = {}
    for other in map(comparison.statement_by_id.__getitem__, dict.fromkeys(members)):
        if other.id not in told and other.article != statement.article:
            link = links.get(other.id)
            word = _word(link, other) if link else POINT.word
            doubts = link.gate if link and link.relation is Relation.DIFFERENT_EVENT else ()
            found.setdefault(word, []).append(Rival(other, None, word, doubts))
    for word in sorted(found, key=_ORDER.index):
        yield word, _folded(found[word])


def _word(link: Link, other: Statement) -> str:
    """How the other statement stands to this one, in a link that does not clash."""
    if link.relation is Relation.MORE_SPECIFIC:
        return "more specific" if link.left == other.id else "less specific"
    return _WORDS.get(link.relation, POINT.word)


def _folded(rivals: Iterable[Rival]) -> tuple[Rival, ...]:
    """Those in the very same words as one entry, whatever their quotation marks and full stops."""
    found: dict[tuple[str, ...], Rival] = {}
    for rival in rivals:
        words = tuple(_WORD.findall(rival.statement.text.casefold())) or (rival.statement.text,)
        first = found.get(words)
        found[words] = replace(first, copies=(*first.copies, rival.statement)) if first else rival
    return tuple(found.values())
