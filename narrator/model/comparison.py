"""Accounts side by side: claims (rows), links between statements, and the whole comparison."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, NamedTuple

from narrator.model.article import Article, Span, digest, instant
from narrator.model.chain import Chain, find_chains
from narrator.model.contrast import Contrast, Naming
from narrator.model.notebook import Correction
from narrator.model.party import Narrator
from narrator.model.statement import Quantity, Statement

SCHEMA = "narrator.comparison/1"
LONGEST_WORDS = 30
"""Characters of a teller's words that are repeated beside the name they were understood as."""
CONFLICT_THRESHOLD = 0.5
"""A speaking link at or above this is flagged, unless the reader has set another; screen, command line and exports share it."""

By = Literal["outlet", "narrator", "side"]


class Relation(StrEnum):
    """What one statement is to another."""

    SAME = "same"
    MORE_SPECIFIC = "more_specific"
    ADDS = "adds"
    UPDATE = "update"
    CONTRADICTS = "contradicts"
    DENIES = "denies"
    FRAMES_DIFFERENTLY = "frames_differently"
    DIFFERENT_EVENT = "different_event"
    UNCLEAR = "unclear"


SPEAKING = frozenset({Relation.UPDATE, Relation.CONTRADICTS, Relation.DENIES, Relation.FRAMES_DIFFERENTLY})
CONFLICT = frozenset({Relation.CONTRADICTS, Relation.DENIES})


class Kind(StrEnum):
    """In what two statements differ."""

    NUMBER = "number"
    SCOPE = "scope"
    NEGATION = "negation"
    ANTONYM = "antonym"
    ACTOR = "actor"
    TARGET = "target"
    ROLE_SWAP = "role_swap"
    CAUSE = "cause"
    TIME = "time"
    PLACE = "place"
    OCCURRENCE = "occurrence"
    CERTAINTY = "certainty"
    RESPONSIBILITY = "responsibility"
    STANDING = "standing"
    STATUS = "status"
    SEQUENCE = "sequence"
    LABEL = "label"
    QUOTE = "quote"


class Met(StrEnum):
    """How the statements of a claim met."""

    SLOT = "slot"
    WORDING = "wording"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Part:
    """One visible part of a score: its name and its value in [0, 1]."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Link:
    """A typed, explained relation between two statements.

    `left` and `right` are statement ids (0 and 1 in `narrator.relate`); left is the more specific, adding, denying or earlier
    side. `conflict` in [0, 1] says how surely the accounts differ in a way that an editor would mark, `confidence` how surely
    `relation` is right. The clashing words are `left_spans` and `right_spans`, offsets into the article (or string) of each
    side. `rule` names the decision, `explanation` gives the reason in one sentence, `change` what would lead to another decision.
    `gate` holds what speaks against one and the same occurrence ("another place"): one such may be the very difference, two or
    more mean different occurrences. `threshold` is what `conflict` must reach to be flagged.
    """

    left: str | int
    right: str | int
    relation: Relation
    kind: Kind | None = None
    conflict: float = 0.0
    confidence: float = 0.0
    left_spans: tuple[Span, ...] = ()
    right_spans: tuple[Span, ...] = ()
    rule: str = ""
    parts: tuple[Part, ...] = ()
    explanation: str = ""
    change: str = ""
    gate: tuple[str, ...] = ()
    threshold: float = CONFLICT_THRESHOLD

    @property
    def id(self) -> str:
        """From the two statements and the kind; the order of the two does not matter."""
        first, second = sorted((str(self.left), str(self.right)))
        return digest(first, second, self.kind or self.relation)

    @property
    def speaks(self) -> bool:
        """Whether the relation is one of difference."""
        return self.relation in SPEAKING

    @property
    def flagged(self) -> bool:
        """A speaking relation at or above the threshold."""
        return self.speaks and self.conflict >= self.threshold

    @property
    def is_conflict(self) -> bool:
        """A flagged contradiction or denial."""
        return self.flagged and self.relation in CONFLICT


@dataclass(frozen=True, slots=True)
class Claim:
    """A row: statements that answer the same question of fact, best first, at most two of one article; the rest is `more`."""

    id: str
    label: str
    by: Met
    statements: tuple[str, ...]
    more: tuple[str, ...] = ()


class Reach(NamedTuple):
    """How many outlets tell something, and how many in their own words."""

    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the matrix: an outlet, a narrator or a side, and the ids of the statements that stand in it."""

    id: str
    title: str
    statements: frozenset[str]


# Not slotted: the indexes below are cached in the instance's dictionary.
@dataclass(frozen=True)
class Comparison:
    """The accounts of one event side by side.

    `origins` maps article id to the id of its text origin; `extracted` holds the ids of the articles that could be analysed.
    `contrasts` says who names one party or act by which words. `unmatched` lists corrections whose anchors were not found.
    """

    articles: tuple[Article, ...] = ()
    narrators: tuple[Narrator, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    columns: tuple[Column, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    extracted: frozenset[str] = frozenset()
    by: By = "outlet"
    threshold: float = CONFLICT_THRESHOLD
    contrasts: tuple[Contrast, ...] = ()
    unmatched: tuple[Correction, ...] = ()

    @cached_property
    def article_by_id(self) -> Mapping[str, Article]:
        """Article id to article."""
        return {article.id: article for article in self.articles}

    @cached_property
    def narrator_by_id(self) -> Mapping[str, Narrator]:
        """Narrator id to narrator."""
        return {narrator.id: narrator for narrator in self.narrators}

    @cached_property
    def statement_by_id(self) -> Mapping[str | int, Statement]:
        """Statement id to statement."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def links_of(self) -> Mapping[str | int, tuple[Link, ...]]:
        """Statement id to its links, most surely conflicting first."""
        found: dict[str | int, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.left, []).append(link)
            found.setdefault(link.right, []).append(link)
        return {side: tuple(sorted(links, key=rank)) for side, links in found.items()}

    @cached_property
    def claim_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """Statement id to the claims that hold it."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for statement in (*claim.statements, *claim.more):
                found.setdefault(statement, []).append(claim)
        return {statement: tuple(claims) for statement, claims in found.items()}

    @cached_property
    def chains(self) -> Mapping[str, tuple[Chain, ...]]:
        """Claim id to the chains that its flagged updates make."""

        def time(side: str) -> tuple[str, ...]:
            statement = self.statement_by_id[side]
            return instant(self.article_by_id[statement.article].published) or "", statement.article, side

        updates = (
            (claim.id, [link for link in self.claim_links(claim) if link.flagged and link.relation is Relation.UPDATE])
            for claim in self.claims
        )
        return {claim: tuple(find_chains(links, time)) for claim, links in updates}

    @cached_property
    def independent(self) -> int:
        """How many outlets tell in their own words: those that share a text origin count as one."""
        return self.reach_of(self.article_by_id).origins

    def reach(self, claim: Claim) -> Reach:
        """How many outlets tell a claim, and how many of them in their own words."""
        return self.reach_of(self.statement_by_id[one].article for one in (*claim.statements, *claim.more))

    def reach_of(self, articles: Iterable[str]) -> Reach:
        """How many outlets these articles (ids) are of, and how many of them tell in their own words.

        An outlet with several articles joins the origins of all of them; an article without outlet is its own.
        """
        groups: dict[str, frozenset[str]] = {}
        outlets = set()
        for article in map(self.article_by_id.__getitem__, dict.fromkeys(articles)):
            outlet = article.outlet or article.id
            # An outlet and an origin never meet under one name: ids of articles are no names of outlets.
            ends = {outlet, f"origin {self.origins.get(article.id, article.id)}"}
            joined = frozenset().union(ends, *(groups.get(end, ()) for end in ends))
            groups.update(dict.fromkeys(joined, joined))
            outlets.add(outlet)
        return Reach(len(outlets), len(set(groups.values())))

    def claim_links(self, claim: Claim) -> tuple[Link, ...]:
        """The links between statements of one claim, most surely conflicting first."""
        members = dict.fromkeys((*claim.statements, *claim.more))
        links = (link for one in members for link in self.links_of.get(one, ()) if link.left == one)
        return tuple(sorted((link for link in links if link.right in members), key=rank))

    def cell(self, claim: Claim, column: Column) -> tuple[Statement, ...]:
        """The statements of a claim that stand in a column, best first; empty is silence."""
        return tuple(self.statement_by_id[one] for one in claim.statements if one in column.statements)

    def teller(self, statement: Statement) -> Narrator:
        """The ultimate narrator: the last of the chain."""
        return self.narrator_by_id[statement.narrators[-1]]

    def doubt(self, statement: Statement) -> str:
        """Which words the teller was found by, where that leaves a doubt: "“he”, likely", "unresolved"; else empty."""
        mention = statement.chain[-1] if statement.chain else None
        teller = self.teller(statement)
        if mention is None or not mention.doubt or mention.name not in (teller.name, *teller.aliases):
            return ""  # sure, or decided by the reader
        start, end = mention.span
        words = self.article_by_id[statement.article].text[start:end]
        if mention.confidence and words == mention.name:
            return ""  # the words name who is meant as well as any
        unquoted = mention.confidence == 0 or len(words) > LONGEST_WORDS
        return mention.doubt if unquoted else f"“{words}”, {mention.doubt}"

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON form, `narrator.comparison/1`."""
        return {
            "schema": SCHEMA,
            "by": self.by,
            "threshold": self.threshold,
            "articles": [
                article.to_dict()
                | {"origin": self.origins.get(article.id, article.id), "extracted": article.id in self.extracted}
                for article in self.articles
            ],
            "narrators": [_narrator(narrator) for narrator in self.narrators],
            "statements": [_statement(statement) for statement in self.statements],
            "claims": [_claim(claim) | self.reach(claim)._asdict() for claim in self.claims],
            "links": [_link(link) for link in self.links],
            "contrasts": [_contrast(contrast) for contrast in self.contrasts],
            "unmatched": len(self.unmatched),
            "columns": [{"id": c.id, "title": c.title, "statements": sorted(c.statements)} for c in self.columns],
        }


def rank(link: Link) -> tuple[float, str]:
    """Sort key: most surely conflicting first, then by id."""
    return (-link.conflict if link.speaks else 1.0, link.id)


def _narrator(narrator: Narrator) -> dict[str, Any]:
    return {
        "id": narrator.id,
        "name": narrator.name,
        "kind": narrator.kind.value,
        "aliases": list(narrator.aliases),
        "side": narrator.side,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "article": statement.article,
        "start": statement.start,
        "end": statement.end,
        "spans": [list(span) for span in statement.spans],
        "text": statement.text,
        "narrators": list(statement.narrators),
        "mentions": [
            {"start": one.span.start, "end": one.span.end, "name": one.name, "confidence": one.confidence}
            for one in statement.chain
        ],
        "quotation": statement.quotation.value if statement.quotation else None,
        "certainty": statement.certainty.value,
        "stance": statement.stance.value,
        "polarity": statement.polarity.value,
        "quantities": [_quantity(quantity) for quantity in statement.quantities],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "text": quantity.text,
        "minimum": quantity.minimum,
        "maximum": quantity.maximum,
        "qualifier": quantity.qualifier.value,
        "unit": quantity.unit,
        "category": quantity.category,
        "action": quantity.action,
        "part": quantity.part,
        "approximate": quantity.approximate,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "label": claim.label,
        "by": claim.by.value,
        "statements": list(claim.statements),
        "more": list(claim.more),
    }


def _contrast(contrast: Contrast) -> dict[str, Any]:
    return {
        "referent": contrast.referent,
        "claims": list(contrast.claims),
        "namings": [_naming(naming) for naming in contrast.namings],
    }


def _naming(naming: Naming) -> dict[str, Any]:
    return {
        "narrator": naming.narrator,
        "statement": naming.statement,
        "start": naming.span.start,
        "end": naming.span.end,
        "text": naming.text,
        "judges": naming.judges,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "id": link.id,
        "left": link.left,
        "right": link.right,
        "relation": link.relation.value,
        "kind": link.kind.value if link.kind else None,
        "conflict": round(link.conflict, 4),
        "confidence": round(link.confidence, 4),
        "left_spans": [list(span) for span in link.left_spans],
        "right_spans": [list(span) for span in link.right_spans],
        "rule": link.rule,
        "parts": {part.name: round(part.value, 4) for part in link.parts},
        "explanation": link.explanation,
        "change": link.change,
        "gate": list(link.gate),
    }
