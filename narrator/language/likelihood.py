"""Whether a form that may attribute does: a few hundred learned weights for its words and its syntax.

The weights are `lexicon/attribution_weights.json`, with a card of their data; `benchmarks/attribution_weights.py` makes them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from narrator.language.cues import cues
from narrator.language.drafts import Draft
from narrator.language.people import humans
from narrator.language.pieces import MARKS, Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BIAS = ""
"""The name of the weight that every form has."""

_SURE = frozenset(("according", "passive", "aside"))
"""Rules whose words say by themselves that somebody tells."""
_ACTS = frozenset(("acting", "naming"))
_INFINITIVES = frozenset(("willing", "open infinitive"))
_CLAIMING = frozenset(("claim", "profess", "purport"))
"""Verbs whose infinitive is an assertion: "claims to have killed 30"."""

_CLASSES = ("speech", "thought", "showing", "naming", "acting", "willing", "nouns", "never")
_PERSONS = {
    "i": "first",
    "we": "first",
    "you": "second",
    "one": "second",
    "it": "thing",
    "this": "thing",
    "that": "thing",
}
_NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_BELOW = frozenset(("ccomp", "xcomp", "conj", "acl", "relcl", "advcl"))
_ASKED = frozenset(("whether", "if"))
_WH = frozenset(("WRB", "WP", "WDT", "WP$"))
_ENDS = frozenset('.?!”")…') | {"''"}
_LONG = 10


def likely(doc: "Doc", draft: Draft, pieces: Sequence[Piece]) -> bool:
    """Whether a draft is an attribution rather than none, as far as the weights tell; what needs no weighing is."""
    return is_sure(doc, draft) or score(features(doc, draft, pieces), _weights()) > 0


def is_sure(doc: "Doc", draft: Draft) -> bool:
    """Whether a draft needs no weighing: "according to …", "denied the charge", "put the toll at nine", "claims to have won"."""
    if draft.rule in _SURE:
        return True
    known, lemma = cues(), _verb(doc, draft).lemma_.lower()
    if lemma in _CLAIMING and draft.rule in _INFINITIVES:
        return True
    return draft.rule in _ACTS and lemma in known.stating | known.counting | known.putting | known.speaking


def score(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of some features and of the bias; the log-odds of an attribution, shifted by the bias."""
    return weights[BIAS] + sum(weights.get(one, 0.0) for one in found)


def features(doc: "Doc", draft: Draft, pieces: Sequence[Piece]) -> Iterator[str]:
    """What a draft shows of itself: rule, cue, source, content, and the quotations of the paragraph around it."""
    rule, known = draft.rule, cues()
    verb = _verb(doc, draft)
    lemma = verb.lemma_.lower()
    yield f"rule {rule}"
    yield f"cue {lemma}"
    yield f"cue {lemma} {rule}"
    rule = rule.partition(" ")[0]
    for name in _classes(lemma):
        yield f"class {name}"
        yield f"class {name} {rule}"
    yield f"form {verb.tag_} {rule}"
    yield f"place {verb.dep_} {rule}"
    source = _source(doc, draft)
    yield f"source {source}"
    yield f"source {source} {rule}"
    if any(doc[n].dep_ == "neg" for n in range(*draft.cue)):
        yield "negated"
    if any(doc[n].tag_ == "MD" for n in range(*draft.cue)):
        yield f"modal {rule}"
    if verb.dep_ in _BELOW and verb.head.lemma_.lower() in known.speech:
        yield f"under {verb.dep_}"
    if any(piece.start < verb.i for piece in pieces):
        yield "quoted" if any(piece.start <= verb.i < piece.end for piece in pieces) else "behind quotation"
    if doc[-1].text not in _ENDS:
        yield f"heading {rule}"
    yield from _of_content(doc, draft, verb, rule)


@lru_cache(maxsize=4096)
def _classes(lemma: str) -> tuple[str, ...]:
    return tuple(name for name in _CLASSES if lemma in getattr(cues(), name))


def _verb(doc: "Doc", draft: Draft) -> "Token":
    return next((doc[n] for n in reversed(range(*draft.cue)) if doc[n].pos_ != "PART"), doc[draft.cue[0]])


def _source(doc: "Doc", draft: Draft) -> str:
    if draft.source is None:
        return "none"
    head = doc[slice(*draft.source)].root
    if head.lower_ in _PERSONS:
        return _PERSONS[head.lower_]
    if head.pos_ == "PRON":
        return "relative" if head.tag_ in _WH else "third"
    if head.ent_type_ in _NAMED:
        return head.ent_type_
    if head.pos_ == "PROPN":
        return "name"
    lemma = head.lemma_.lower()
    return "human" if lemma in humans() else "document" if lemma in cues().documents else "noun"


def _of_content(doc: "Doc", draft: Draft, verb: "Token", rule: str) -> Iterator[str]:
    start, end = draft.content[0][0], draft.content[-1][1]
    yield f"opens {_opening(doc[start])} {rule}"
    inside = doc[start:end]
    if any(token.text in MARKS for token in inside):
        yield f"quotes {rule}"
    subjects = {token.tag_ in ("WDT", "WP") for token in inside if token.dep_ in ("nsubj", "nsubjpass", "expl")}
    if subjects:
        yield f"clause {rule}" if False in subjects else f"relative {rule}"
    if any(token.text == "?" for token in doc[end : end + 2]):
        yield "question"
    if end - start > _LONG:
        yield f"long {rule}"
    if start < verb.i:
        yield f"before {rule}"


def _opening(first: "Token") -> str:
    if first.lower_ == "that":
        return "that"
    if first.tag_ == "TO":
        return "to"
    return "wh" if first.tag_ in _WH else "whether" if first.lower_ in _ASKED else "plain"


@cache
def _weights() -> dict[str, float]:
    text = files("narrator.language.lexicon").joinpath("attribution_weights.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)["weights"]
    return found
