"""Who did what to whom: one frame per verb of a sentence, roles turned round for the passive."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from narrator.language.negation import is_negated
from narrator.language.paragraphs import Paragraph
from narrator.model.statement import Frame, Phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# What follows the head of a phrase and belongs to another clause.
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "punct", "cc", "conj"})
_CAUSES = frozenset({"because", "due", "owing"})
ANSWERS = frozenset({"response", "retaliation", "revenge", "defence", "defense", "self"})
_MEASURING = frozenset({"take", "need", "like", "love", "hate", "prefer"})  # "it took an hour to get there"
_AGAINST = frozenset({"on", "against", "at", "upon", "with", "into"})


def find(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Frame]:
    """The frames of a sentence, outermost verb first."""
    for verb in sorted((t for t in sentence if t.pos_ == "VERB"), key=_depth):
        agent, patient = _roles(verb)
        yield Frame(
            predicate=predicate(verb),
            span=paragraph.span(verb),
            agent=phrase(paragraph, agent, coordinated=True),
            patient=phrase(paragraph, patient),
            negated=is_negated(verb),
            cause=_cause(paragraph, verb),
            purpose=_purpose(paragraph, verb),
        )
    yield from _states(paragraph, sentence)


def _states(paragraph: Paragraph, sentence: "Tokens") -> Iterator[Frame]:
    """ "the station is out of control", "the crowd was armed": a copula with what it says of its subject."""
    for copula in sentence:
        if copula.lemma_ != "be" or copula.pos_ != "AUX":
            continue
        subject, said = _child(copula, "nsubj"), _child(copula, "acomp", "prep")
        if subject is not None and said is not None and subject.pos_ in {"NOUN", "PROPN"}:
            word = f"be {said.lemma_.lower()}"
            yield Frame(word, paragraph.span(said), phrase(paragraph, subject), negated=is_negated(copula))


def predicate(verb: "Token") -> str:
    """Lower-case lemma with its particle: "break_out"."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    lemma = "missing" if verb.lower_ == "missing" else verb.lemma_.lower()
    return f"{lemma}_{particle}" if particle else lemma


def phrase(paragraph: Paragraph, head: "Token | None", coordinated: bool = False) -> Phrase | None:
    """The noun phrase of a head as offsets, without the clauses that hang on it, with or without "and the coalition"."""
    if head is None:
        return None
    left, right = head.left_edge.i, head.i
    while left < head.i and head.doc[left].is_punct:
        left += 1
    for child in head.rights:
        if coordinated and child.dep_ in {"cc", "conj"}:
            right = max(right, _last(child))
        elif child.dep_ in _CLAUSES:
            break
        right = max(right, _last(child))
    tokens = head.doc[left : right + 1]
    return Phrase(paragraph.span(tokens), tokens.text, head.lemma_.lower())


def _depth(token: "Token") -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), token.i


def _last(token: "Token") -> int:
    """Last token of a modifier, stopping before the clauses inside it."""
    last: int = token.i
    for child in token.rights:
        if child.dep_ in _CLAUSES:
            break
        last = max(last, _last(child))
    return last


def _child(token: "Token", *relations: str) -> "Token | None":
    return next((child for child in token.children if child.dep_ in relations), None)


def _roles(verb: "Token") -> tuple["Token | None", "Token | None"]:
    """Heads of agent and patient."""
    patient = _child(verb, "nsubjpass")
    passive = patient is not None or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    by = _child(verb, "agent")
    agent = _child(by, "pobj") if by is not None else None
    if passive:
        return agent, _antecedent(verb, patient) if patient is not None else verb.head
    if _is_absolute(verb):
        return agent, _child(verb, "nsubj")
    agent = agent or _subject(verb)
    patient = _child(verb, "dobj", "attr") or _object_of_preposition(verb)
    if patient is None and verb.dep_ == "relcl" and agent is not None and agent.head == verb:
        patient = verb.head if agent.tag_ not in {"WDT", "WP"} else None
    return (_antecedent(verb, agent) if agent is not None else None), patient


def _is_absolute(verb: "Token") -> bool:
    """ "with 600 people attacked": a participle without an object, which the parser takes for the past tense."""
    with_it = verb.dep_ in {"pcomp", "advcl"} and verb.tag_ in {"VBN", "VBD"} and _child(verb, "dobj", "prt") is None
    return with_it and (verb.head.lower_ == "with" or any(child.lower_ == "with" for child in verb.lefts))


def _subject(verb: "Token") -> "Token | None":
    subject = _child(verb, "nsubj")
    if subject is not None:
        return subject
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        return _child(verb.head, "nsubj", "nsubjpass")
    return None


def _antecedent(verb: "Token", argument: "Token") -> "Token":
    """The noun that a relative pronoun stands for."""
    return verb.head if verb.dep_ == "relcl" and argument.tag_ in {"WDT", "WP"} else argument


def _object_of_preposition(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _AGAINST:
            return _child(child, "pobj")
    return None


def _cause(paragraph: Paragraph, verb: "Token") -> Phrase | None:
    for child in verb.children:
        mark = _child(child, "mark", "advmod") if child.dep_ == "advcl" else None
        if (mark is not None and mark.lower_ in _CAUSES) or (child.dep_ == "prep" and _is_cause(child)):
            return words_below(paragraph, child)
    return None


def _is_cause(preposition: "Token") -> bool:
    if preposition.lower_ in _CAUSES:
        return True
    noun = _child(preposition, "pobj")
    return preposition.lower_ == "in" and noun is not None and noun.lemma_ in ANSWERS


def _purpose(paragraph: Paragraph, verb: "Token") -> Phrase | None:
    """An infinitive of purpose ("to hunt down ISIS", "in order to win") that is not the verb's own complement."""
    if verb.lemma_.lower() in _MEASURING:
        return None
    for child in verb.children:
        infinitive = child.dep_ == "advcl" and child.tag_ == "VB" and any(token.lower_ == "to" for token in child.lefts)
        if child.dep_ == "prep" and child.lower_ == "in" and any(noun.lower_ == "order" for noun in child.children):
            return words_below(paragraph, child)
        if infinitive and child.left_edge.lower_ in {"to", "in", "so"}:
            return words_below(paragraph, child)
    return None


def words_below(paragraph: Paragraph, head: "Token") -> Phrase:
    """The words below a head; an infinitive ends before what somebody did next ("to get ashore | and were treated")."""
    further = (child for child in head.rights if child.dep_ == "conj" and head.tag_ == "VB" != child.tag_)
    end = next((child.left_edge.i for child in further), head.right_edge.i + 1)
    while head.doc[end - 1].dep_ in {"cc", "punct"} and end - 1 > head.i:
        end -= 1
    tokens = head.doc[head.left_edge.i : end]
    return Phrase(paragraph.span(tokens), tokens.text, head.lemma_.lower())
