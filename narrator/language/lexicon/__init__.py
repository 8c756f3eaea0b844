"""Word lists as data files; each names its source and licence in its head."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

VIOLENT = frozenset({"strike", "attack", "fire", "kill", "injure", "repel", "clash"})
FORCE = "force"
"""What the violent acts have in common: accounts differ in which of them it was, and still speak of one occurrence."""


def lines(name: str) -> Iterator[str]:
    """The lines of a lexicon file that are neither empty nor comments."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def classes(name: str) -> dict[str, str]:
    """Lemma to class, from a file of lines `class: lemma lemma …`; the first class that lists a lemma has it."""
    found: dict[str, str] = {}
    for line in lines(name):
        label, _, lemmas = line.partition(":")
        for lemma in lemmas.split():
            found.setdefault(lemma, label.strip())
    return found


@cache
def stages(name: str = "stages.txt") -> dict[str, tuple[tuple[str, int], ...]]:
    """Lemma to its (process, rank) pairs, from a file of lines `process: stage stage …`, lemmas of a stage joined by "/"."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in lines(name):
        process, _, ordered = line.partition(":")
        for rank, stage in enumerate(ordered.split()):
            for lemma in stage.split("/"):
                found[lemma] = (*found.get(lemma, ()), (process.strip(), rank))
    return found


def first_words(lemmas: Iterable[str]) -> frozenset[str]:
    """The words that a sentence must hold for one of these lemmas to be in it: "break" of "break_out"."""
    return frozenset(lemma.partition("_")[0] for lemma in lemmas)


class Label(NamedTuple):
    """A word for a kind of referent: which choice of words it belongs to, and whether it judges."""

    referent: str
    choice: int
    judges: bool


@cache
def labels() -> dict[str, tuple[Label, ...]]:
    """Lemma to the kinds of referent that it can name."""
    found: dict[str, tuple[Label, ...]] = {}
    for line in lines("labels.txt"):
        referent, _, choices = line.partition(":")
        for choice, words in enumerate(choices.split("|")):
            for word in words.split():
                lemma = word.removeprefix("!")
                found[lemma] = (*found.get(lemma, ()), Label(referent, choice, lemma != word))
    return found


def act_of(lemma: str) -> str:
    """The class of acts that a verb or noun lemma belongs to, else the lemma itself."""
    return classes("acts.txt").get(lemma, lemma)
