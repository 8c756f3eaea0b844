"""The words that each narrator uses for one party or act."""

from dataclasses import dataclass

from narrator.model.article import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """The words by which a narrator (id) names a referent in a statement (id); `span` counts in the article.

    `choice` is equal for synonyms, `judges` says whether the words judge.
    """

    narrator: str
    statement: str
    span: Span
    text: str
    choice: str
    judges: bool = False


@dataclass(frozen=True, slots=True)
class Contrast:
    """A referent, the claims (ids) in which it is named, and who names it how, in the order of the statements."""

    referent: str
    claims: tuple[str, ...]
    namings: tuple[Naming, ...]
