"""Whether something is told as what came to pass: not as plotted, forbidden, invented, disproved or only possible."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEARLY = frozenset({"nearly", "almost", "narrowly"})
_POSSIBLE = frozenset({"may", "might", "must"})  # "may have died", "may be dead": somebody holds it for a fact
_ACHIEVING = frozenset({"go", "manage", "continue", "proceed", "begin", "start"})  # "went on to kill"
_UNREAL = frozenset(
    {"ban", "forbid", "prohibit", "outlaw", "depict", "portray", "simulate", "dramatise", "dramatize", "imagine"}
)
_CLEARING = frozenset({"clear", "acquit", "exonerate", "absolve"})
_UNDOING = frozenset({"prevent", "avert", "avoid", "foil", "thwart", "deter"})
_UNDONE = frozenset({"attempted", "foiled", "planned", "failed", "thwarted", "fictional"})
_ANYONE = frozenset({"anyone", "anybody", "whoever"})
_CONDITIONS = frozenset({"if", "unless"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN = frozenset({"relcl", "acl", "advcl", "ccomp"})  # clauses that no verb above undoes


def is_real(verb: "Token") -> bool:
    """Whether a verb by itself tells what came to pass, not what nearly did, might or shall."""
    auxiliaries = [child for child in verb.children if child.dep_ == "aux"]
    perfect = any(one.lemma_ == "have" for one in auxiliaries)
    for one in auxiliaries:
        if one.tag_ == "MD" and not ((perfect or verb.lemma_ == "be") and one.lower_ in _POSSIBLE):
            return False
        if one.tag_ == "TO" and not (perfect or verb.head.lemma_.lower() in _ACHIEVING):
            return False
    return not any(
        child.lower_ in _NEARLY and child.i < verb.i and not child.nbor(1).like_num for child in verb.children
    )


def came_to_pass(word: "Token") -> bool:
    """Whether the clause of a word, and the clauses and nouns that hold it, tell what came to pass."""
    same = direct = True  # the clause of the word itself; no clause of its own between
    below = word
    for token in (word, *word.ancestors):
        if token.pos_ in {"VERB", "AUX"}:
            lemma = token.lemma_.lower()
            if token != word and (lemma in _UNREAL or (direct and _undoes(token, lemma, below))):
                return False
            if (same and not is_real(token)) or _is_conditional(token):
                return False
            same = same and _goes_on(token)
            direct = direct and token.dep_ not in _OWN
        elif token.lower_ in _ANYONE or (same and any(child.lower_ in _UNDONE for child in token.lefts)):
            return False
        below = token
    return True


def _undoes(verb: "Token", lemma: str, below: "Token") -> bool:
    """ "averted nine deaths", "was cleared of killing two men", not "cleared nine bodies"."""
    clears = lemma in _CLEARING and below.lower_ == "of" and (lemma != "clear" or verb.tag_ == "VBN")
    return clears or lemma in _UNDOING


def _goes_on(verb: "Token") -> bool:
    """Whether a verb shares the auxiliaries of the one before: "would have hit the hall and killed hundreds"."""
    return verb.dep_ in {"conj", "xcomp"} and not any(child.dep_ in _SUBJECTS for child in verb.children)


def _is_conditional(verb: "Token") -> bool:
    return verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)
