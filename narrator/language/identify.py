"""Which language a text is in: only what the pipeline speaks is parsed."""

from functools import cache
from typing import Any

ENOUGH = 200
"""Letters from which the guess is trusted."""

FEW = 40
"""Letters from which a sure guess of another language is trusted; below, the pipeline's own language is assumed."""

SURE = 0.95
"""Probability from which a guess on few letters is sure."""

_SAMPLE = 4000


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language; "en" where there is too little text to tell."""
    sample = text[:_SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    if len(letters) < FEW and 2 * latin >= len(letters):
        return "en"
    language, probability = _identifier().classify(sample)
    return str(language) if len(letters) >= ENOUGH or probability >= SURE or 2 * latin < len(letters) else "en"


@cache
def _identifier() -> Any:
    """Loads its model: about a second, once, and never for a few words."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
