"""The parties whose accounts are compared."""

from dataclasses import dataclass
from enum import StrEnum

from narrator.model.article import Span


class NarratorKind(StrEnum):
    """What sort of party tells."""

    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICIAL_BODY = "official_body"
    UNNAMED = "unnamed"
    WITNESS = "witness"
    DOCUMENT = "document"
    MEDIA = "media"


SURE, LIKELY = 0.95, 0.7
"""Confidences from which it is told no more, and told as likely, who is meant."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A teller as one article names it.

    `span` is the source span as written ("Veale", "he", "the spokesman said" without the verb); `name` the words to show
    for it, taken from the same article: the fullest mention that it was resolved to, without article or apposition.
    `affiliation` holds the words that tie a person or spokesman to a body ("the coalition", "Tahrir Institute") and `role`
    the title ("Col.", "spokesman"). `confidence` in [0, 1] is lower where a pronoun or short name had to be resolved and 0
    where it could not be: then `name` repeats the words of `span`.
    """

    span: Span
    name: str
    kind: NarratorKind
    affiliation: str | None = None
    role: str | None = None
    antecedent: Span | None = None
    confidence: float = 1.0

    @property
    def doubt(self) -> str:
        """How sure it is who is meant, in a word: "likely", "perhaps", "unresolved"; empty where it leaves no doubt."""
        if self.confidence == 0:
            return "unresolved"
        return "perhaps" if self.confidence < LIKELY else "likely" if self.confidence < SURE else ""


@dataclass(frozen=True, slots=True)
class Narrator:
    """A party whose account it is, across all articles; `side` groups narrators that speak for one another."""

    id: str
    name: str
    kind: NarratorKind
    aliases: tuple[str, ...] = ()
    side: str | None = None
