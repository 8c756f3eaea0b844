"""Who speaks without a verb: the turns of an interview, headlines ("Lee: the road was mined"), words set apart and signed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from narrator.language.paragraphs import Paragraph
from narrator.language.people import humans
from narrator.language.sources_of import is_teller
from narrator.model.article import Span

_LEAD = re.compile(r"^(?:EXCLUSIVE|Exclusive|UPDATE|WATCH)?[ –—:-]*(?=\w)([^:.?!“\"]{1,60}?):\s+(?=\S)")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}")
_SIGNED = re.compile(r"[a-z]{2}[.!?] ((?!By )[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}(?:, [^!?;:\"“”]{2,60})?)(?<!,)$")
_ENDS = tuple(".?!:”\"’'")
_WORDS = 6
_TURNS = 3
"""Turns from which paragraphs that open with a name and a colon make an interview."""
_NEAR = 8
"""Paragraphs in which a name that the parser does not know comes again."""
_FIRST = frozenset(("i", "we", "my", "our"))
_PLACES = frozenset(("GPE", "LOC", "DATE", "EVENT", "FAC"))


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that is all one speaker's: spans of name, colon if any, and words; a headline's words are not verbatim."""

    source: Span
    cue: Span | None
    content: Span
    headline: bool


def find_turns(paragraphs: Sequence[Paragraph]) -> dict[int, Turn]:
    """The paragraphs, by number, that a name with a colon, or a signature, gives to one speaker."""
    leads = {n: match for n, one in enumerate(paragraphs) if (match := _LEAD.match(one.text)) is not None}
    names = {n: match[1].split()[-1].lower() for n, match in leads.items() if _NAME.fullmatch(match[1])}
    interview = len(names) >= _TURNS and max(Counter(names.values()).values()) > 1
    found = {n: turn for n, one in enumerate(paragraphs) if (turn := _signed(one)) is not None}
    for number, match in leads.items():
        spoken = interview and number in names
        if spoken or (number == 0 and _is_headline(paragraphs, match)):
            turn = _turn(paragraphs[number], match, headline=not spoken)
            if turn is not None:
                found[number] = turn
    return found


def _turn(paragraph: Paragraph, match: re.Match[str], headline: bool) -> Turn | None:
    doc, start = paragraph.doc, paragraph.start
    words = doc.char_span(match.end(), len(paragraph.text), alignment_mode="expand")
    if words is None:
        return None
    name, colon = Span(start + match.start(1), start + match.end(1)), start + match.end(1)
    return Turn(name, Span(colon, colon + 1), paragraph.span(words), headline)


def _signed(paragraph: Paragraph) -> Turn | None:
    """ "I saw the wave come. Pat Lee, fisherman": words set apart from the article, with the name of who says them."""
    match = _SIGNED.search(paragraph.text) if not paragraph.text.endswith(_ENDS) else None
    name = paragraph.doc.char_span(match.start(1), match.end(1)) if match is not None else None
    if name is None or name[0].pos_ != "PROPN" or name.root.dep_ != "ROOT" or not name.start:
        return None
    words = paragraph.doc[: name.start]
    post = any(token.lower_ in humans() for token in name)
    if not post and not any(token.lower_ in _FIRST for token in words):  # "Pat Lee, AP" took the picture
        return None
    return Turn(paragraph.span(name), None, paragraph.span(words), headline=False)


def _is_headline(paragraphs: Sequence[Paragraph], match: re.Match[str]) -> bool:
    """Whether the words before the colon of a first line are a teller, and those behind it a clause."""
    doc = paragraphs[0].doc
    name = doc.char_span(match.start(1), match.end(1), alignment_mode="expand")
    if name is None or len(name) > _WORDS:
        return False
    root = name.root
    if any(token.pos_ in ("VERB", "NUM") for token in name) or root.ent_type_ in _PLACES:
        return False
    named = root.pos_ in ("PROPN", "NOUN") and any(root.text in one.text for one in paragraphs[1:_NEAR])
    return (named or is_teller(root)) and any(token.pos_ in ("VERB", "AUX") for token in doc[name.end :])
