"""Attributions that the syntax shows: a verb, participle, noun, adjective or "according to", and the clause that it governs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from narrator.language.complements import complement
from narrator.language.cues import cues
from narrator.language.drafts import Draft, cue_range, draft, subtree, trim
from narrator.language.pieces import MARKS, Piece, is_terminal
from narrator.language.sources_of import (
    agent,
    can_tell,
    inverted,
    own_subject,
    possessor,
    subject,
)
from narrator.language.speech_acts import speech_act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EMPTY = frozenset(("it", "this", "that", "there", "what", "which", "nothing", "everything"))
"""Subjects that hold no thought and make no claim."""
_CLAUSE_ONLY = frozenset(("say", "think", "believe", "claim", "argue", "insist", "hope", "add", "know", "fear"))
_NOMINATIVE = frozenset(("he", "she", "it", "they", "we", "i", "there"))
_WORDS = frozenset(("words", "view", "opinion", "telling", "account", "eyes", "estimation"))
_LAST_WORDS = 7
"""Tokens of "said on Wednesday morning" at the end of a sentence."""
_VERBAL = frozenset(("VERB", "AUX"))
_CLAUSE_HEADS = frozenset(("ROOT", "ccomp", "advcl", "relcl", "conj", "xcomp", "acl", "parataxis", "csubj", "pcomp"))


def find_clauses(doc: "Doc") -> Iterator[Draft]:
    """Every attribution of a paragraph that its parse shows, in the order of the cues."""
    known = cues()
    for token in doc:
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            yield from _according(token)
        elif token.dep_ == "acomp" and token.lower_ in known.adjectives:
            yield from _of_adjective(token)
        elif token.pos_ in _VERBAL:
            yield from _of_verb(token, lemma)
        elif token.pos_ in ("NOUN", "PROPN") and lemma in known.nouns:
            yield from _of_noun(token)
        elif token.dep_ == "prep" and token.lower_ in ("per", "in"):
            yield from _in_the_words_of(token)


def _of_verb(verb: "Token", lemma: str) -> Iterator[Draft]:
    if lemma in ("quote", "cite") and any(one.dep_ == "ccomp" and one.head.lower_ == "saying" for one in verb.subtree):
        return  # "quoted Lee as saying that …" is found at "saying"
    found = next((one for find in (_passive, _clause, _that, _aside) if (one := find(verb, lemma)) is not None), None)
    found = found or speech_act(verb, lemma) or complement(verb)
    if found is not None:
        yield found


def finite(clause: "Token") -> bool:
    """Whether the clause of this head has a subject and a tense of its own."""
    if not _has_subject(clause):
        return False
    if clause.tag_ in ("VBD", "VBP", "VBZ", "MD"):
        return True
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in clause.children) or clause.tag_ in (
        "VB",
        "VBN",
    )


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in verb.children)


def _marked(clause: "Token", marks: tuple[str, ...]) -> bool:
    return any(
        child.dep_ in ("mark", "advmod", "dobj", "nsubj", "attr") and child.lower_ in marks for child in clause.lefts
    )


def _clause(verb: "Token", lemma: str) -> Draft | None:
    """ "Lee said that …", "…, said Lee", "saying …"."""
    known = cues()
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and not _set_apart(child, verb)]
    told = [one for one in clauses if finite(one)] or (clauses if lemma in known.speech else [])
    clause = next((one for one in told if _marked(one, ("that",))), told[0] if told else None)
    if clause is None or lemma in known.never:
        return None
    if lemma not in known.clausal and not (lemma.isalpha() and _marked(clause, ("that", "whether"))):
        return None
    source = subject(verb)
    if source is not None and source.lower_ in _EMPTY and lemma not in known.speech | known.showing:
        return None
    if own_subject(verb) is None and clause.i < verb.i:
        source = inverted(verb) or source
    if source is not None and clause.i < source.i < verb.i and source.is_ancestor(clause):
        return None
    content = subtree(clause, _others(clause, verb))
    if lemma in _CLAUSE_ONLY:
        content |= _lost_subject(verb, clause)
    if source is None and clause.i > verb.i:
        source = _set_off(verb)
    if source is None and clause.i < verb.i:
        source = _swallowed(verb, content)
        content -= subtree(source) if source is not None else set()
    return draft(
        "clause", source, cue_range(verb), content | _joined(verb, content) if clause.i > verb.i else content, verb.doc
    )


def _lost_subject(verb: "Token", clause: "Token") -> set[int]:
    """ "said shells, some thirty, had fallen": the subject that the parser took for the object of a verb that has none."""
    first = clause.left_edge.i
    thing = next((one for one in verb.rights if one.dep_ == "dobj" and one.i < first), None)
    whole = thing is not None and not _marked(clause, ("that", "whether")) and thing.left_edge.i == verb.i + 1
    return set(range(verb.i + 1, first)) if whole else set()


def _set_apart(clause: "Token", verb: "Token") -> bool:
    """ "Some say it rained; others say it did not": a clause before a semicolon is not what the verb behind it tells."""
    return any(verb.doc[number].text in (";", ":") for number in range(clause.i, verb.i))


def _set_off(verb: "Token") -> "Token | None":
    """ "Pat Lee, the mayor, said that …": the noun before the comma or dash, where the parser hung it elsewhere."""
    before = verb.doc[max(verb.i - 2, 0)]
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not verb.nbor(-1 if verb.i else 0).is_punct:
        return None
    while before.dep_ in ("appos", "conj", "pobj", "prep", "compound") and before.head.i < verb.i:
        before = before.head
    return before if before.pos_ in ("NOUN", "PROPN") and can_tell(before, before) else None


def _swallowed(verb: "Token", content: set[int]) -> "Token | None":
    """ "Two men are missing, a spokesman for the firm said": the subject that the parser took for an apposition."""
    for number in sorted(content):
        noun = verb.doc[number]
        behind = verb.doc[noun.right_edge.i + 1 : verb.i]
        if (
            noun.dep_ in ("appos", "attr", "conj", "dobj", "oprd", "npadvmod")
            and noun.pos_ in ("NOUN", "PROPN")
            and noun.right_edge.i < verb.i
            and all(token.is_punct or token.pos_ in ("ADV", "AUX") for token in behind)
            and verb.doc[noun.left_edge.i - 1].text == ","
            and can_tell(noun, noun)
        ):
            return noun
    return None


def _that(verb: "Token", lemma: str) -> Draft | None:
    """ "observed that …" where the parse lost the clause: the words from "that" to the end of the sentence."""
    doc, number = verb.doc, verb.i + 1
    while (
        number < len(doc)
        and doc[number].dep_ in ("dobj", "dative", "advmod", "prt", "npadvmod")
        and number < verb.i + 3
    ):
        number += 1
    if lemma not in cues().clausal or number + 1 >= len(doc):
        return None
    pronoun = number == verb.i + 1 and lemma in _CLAUSE_ONLY and doc[number].lower_ in _NOMINATIVE
    if not pronoun and (doc[number].lower_ != "that" or not _opens_clause(doc, number + 1)):
        return None
    source = subject(verb)
    if source is None or (source.lower_ in _EMPTY and lemma not in cues().speech | cues().showing):
        return None
    end = next((n for n in range(number, len(doc)) if doc[n].text in (".", ";", "?", "!")), len(doc))
    return draft("that", source, cue_range(verb), set(range(number, end)), doc)


def _opens_clause(doc: "Doc", start: int) -> bool:
    """Whether a subject follows soon, or a quotation."""
    if doc[start].is_punct:
        return doc[start].text in MARKS
    return any(token.dep_ in ("nsubj", "nsubjpass", "expl") for token in doc[start : start + 11])


def _joined(verb: "Token", content: set[int]) -> set[int]:
    """ "said it was mined and they were stuck": a second clause that the parser joined to the verb of telling instead."""
    joined: set[int] = set()
    for child in verb.rights:
        start = child.left_edge.i
        opens = start > 0 and verb.doc[start - 1].dep_ == "cc" and verb.doc[start - 2].text != ","
        own = child.dep_ == "conj" and _has_subject(child) and child.lemma_.lower() not in cues().clausal
        if own and opens and start - 2 in content:
            joined |= subtree(child) | {start - 1}
    return joined


def partly_quoted(doc: "Doc", piece: Piece, used: set[int]) -> Draft | None:
    """ "called the raid “a massacre”" where the parse lost the object: the words from a verb of telling to the closing mark."""
    known = cues()
    for number in range(piece.start - 1, max(piece.start - 12, -1), -1):
        verb = doc[number]
        if is_terminal(doc, number) or number in used:
            return None
        if verb.pos_ != "VERB" or verb.tag_ == "VBN":
            continue
        source = subject(verb) if verb.lemma_.lower() in known.speech | known.naming else None
        if source is None or source.i >= number or source.lower_ in _EMPTY:
            return None
        return draft("partly", source, cue_range(verb), set(range(cue_range(verb)[1], piece.end)), doc)
    return None


def said_last(doc: "Doc", used: set[int]) -> Iterator[Draft]:
    """ "The hospital treated 41 people, its director, Pat Lee, said." where the parse lost who ends the sentence."""
    for sentence in doc.sents:
        end = next((n for n in range(sentence.end - 1, sentence.start, -1) if not doc[n].is_punct), sentence.start)
        for number in range(end, max(end - _LAST_WORDS, sentence.start), -1):
            verb = doc[number]
            if verb.pos_ not in _VERBAL and not verb.is_punct:
                continue
            if (
                number not in used
                and verb.lemma_.lower() in cues().speech
                and verb.tag_ in ("VBD", "VBZ", "VBN", "VBP")
                and not any(child.dep_ == "auxpass" for child in verb.lefts)
            ):
                found = _said_last(verb, sentence.start)
                if found is not None:
                    yield found
            break


def _said_last(verb: "Token", start: int) -> Draft | None:
    doc, end = verb.doc, verb.i
    while end > start and doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    commas = [n for n in range(end - 1, start, -1) if doc[n].text == ","]
    place = (
        2 if doc[end - 1].text == "," else 0
    )  # "…, its director, Pat Lee, said": the name in between has commas of its own
    if len(commas) <= place:
        return None
    first = commas[place]
    teller = doc[first + 1 : end]
    content = {n for n in range(start, first) if not any(doc[m].text == ";" for m in range(n, first))}
    tells = any(doc[n].dep_ in ("nsubj", "nsubjpass") and doc[n].head.i in content for n in content)
    opens = teller[0].pos_ in ("DET", "PROPN", "NOUN", "NUM", "ADJ") or teller[0].tag_ in ("PRP$", "PRP")
    verbs = any(token.pos_ in _VERBAL or token.lower_ == "than" for token in teller) or teller[0].lower_ in _EMPTY
    if not tells or not opens or verbs or verb.dep_ == "relcl" or not can_tell(teller.root, verb):
        return None
    made = draft("clause", None, cue_range(verb), content, doc)
    source = trim(doc, teller.start, teller.end)
    return replace(made, source=source) if made is not None and source is not None else None


def _others(clause: "Token", verb: "Token") -> "list[Token]":
    """What the parser hung below a clause although it is the frame around it."""
    return [child for child in clause.children if child == verb or child.dep_ == "parataxis"]


def _aside(verb: "Token", lemma: str) -> Draft | None:
    """ "The road, he said, was mined", "as Lee said": the clause around the verb is what is told."""
    known = cues()
    as_clause = verb.dep_ == "advcl" and _marked(verb, ("as",))
    puts_it = as_clause and lemma == "put" and any(one.dep_ == "dobj" and one.lower_ == "it" for one in verb.rights)
    if not (verb.dep_ == "parataxis" or as_clause) or not (lemma in known.clausal or puts_it):
        return None
    first = verb.left_edge
    if as_clause and not (first.is_sent_start or verb.doc[first.i - 1].text in (",", "-", "–", "—", "--")):
        return None
    barred = {"ccomp", "xcomp", "dobj"} if as_clause and not (puts_it or lemma == "tell") else {"ccomp", "xcomp"}
    if any(child.dep_ in barred for child in verb.children):
        return None
    head = verb.head
    source = own_subject(verb) or inverted(verb)
    if source is None or head.pos_ not in _VERBAL or source.tag_ in ("WP", "WDT"):
        return None
    return draft("aside", source, cue_range(verb), subtree(head, [verb]) | _before_aside(verb, source), verb.doc)


def _before_aside(verb: "Token", source: "Token") -> set[int]:
    """ "After the vote, he said, the road was open": the words before the aside that the parser gave to its verb."""
    start = min(verb.i, source.left_edge.i)
    return {
        t.i
        for child in verb.lefts
        if child != source and child.i < start - 1 and child.dep_ in ("advcl", "prep", "npadvmod", "advmod")
        for t in child.subtree
    }


def _passive(verb: "Token", lemma: str) -> Draft | None:
    """ "X is believed to …", "it was reported that …", "they were told that …": told by an agent or by nobody named."""
    known = cues()
    feels = verb.lower_ in known.adjectives
    if lemma not in known.passive and lemma not in known.speech and not feels:
        return None
    patient = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if patient is None:
        return None
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and finite(child)), None)
    if feels and (clause is None or patient.lower_ in _EMPTY):
        return None
    if feels and clause is not None:
        return draft("adjective", patient, cue_range(verb), subtree(clause), verb.doc)
    source = agent(verb)
    if clause is not None:
        return draft("passive", source, cue_range(verb), subtree(clause), verb.doc)
    if source is not None and lemma in known.acting:
        after = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in ("for", "of", "as", "over")]
        return draft(
            "acting", source, cue_range(verb), subtree(patient).union(*(subtree(one) for one in after)), verb.doc
        )
    infinitive = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    if infinitive is not None and lemma in known.passive:
        return draft("passive", source, cue_range(verb), subtree(patient) | subtree(infinitive), verb.doc)
    return None


def _of_noun(noun: "Token") -> Iterator[Draft]:
    """ "the claim that …": told by its possessor, its "by" phrase or the subject of the verb that carries it."""
    clause = next(
        (c for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _marked(c, ("that", "whether"))), None
    )
    if clause is None or not finite(clause) or any(c.tag_ in ("WDT", "WP") for c in clause.lefts):
        return
    source = possessor(noun)
    head = noun.head
    if source is None and noun.dep_ in ("dobj", "pobj"):
        verb = head if noun.dep_ == "dobj" else head.head
        if verb.pos_ in _VERBAL and verb.lemma_.lower() not in cues().opposing:
            source = subject(verb)
    found = draft("noun", source, (noun.i, noun.i + 1), subtree(clause), noun.doc)
    if found is not None:
        yield found


def _of_adjective(adjective: "Token") -> Iterator[Draft]:
    """ "is convinced that …"."""
    clause = next((c for c in adjective.rights if c.dep_ == "ccomp" and finite(c)), None)
    source = own_subject(adjective.head)
    if clause is None or source is None or source.lower_ in _EMPTY:
        return
    found = draft("adjective", source, (adjective.i, adjective.i + 1), subtree(clause), adjective.doc)
    if found is not None:
        yield found


def governing(token: "Token") -> "Token | None":
    """The verb of the clause that an adverbial belongs to."""
    while token.head != token:
        token = token.head
        if token.pos_ in _VERBAL and token.dep_ in _CLAUSE_HEADS:
            return token
    return token if token.pos_ in _VERBAL else None


def _according(token: "Token") -> Iterator[Draft]:
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    source = next((child for child in (*to.children, *token.children) if child.dep_ == "pobj"), None)
    head = governing(token)
    if source is None:
        return
    own = subtree(token) | subtree(to)
    content = (subtree(head) if head is not None else {one.i for one in token.sent}) - own
    found = draft("according", source, (token.i, token.i + 2), content, doc)
    if found is not None:
        yield found


def _in_the_words_of(preposition: "Token") -> Iterator[Draft]:
    """ "per the ministry, …", "in his words, …", "in the view of diplomats, …"."""
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    head = governing(preposition)
    if thing is None or head is None:
        return
    if preposition.lower_ == "per":
        source = (
            thing if thing.pos_ in ("PROPN", "NOUN") and preposition.head == head and thing.left_edge != thing else None
        )
    else:
        source = possessor(thing) if thing.lower_ in _WORDS else None
    if source is not None:
        found = draft(
            "according", source, (preposition.i, preposition.i + 1), subtree(head, [preposition]), preposition.doc
        )
        if found is not None:
            yield found
