"""Which language a text is in: only what the pipeline speaks is parsed."""

ENOUGH = 200
"""Letters below which the guess is not trusted and the pipeline's own language is assumed."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the text's language; "en" where there is too little text to tell."""
    letters = sum(map(str.isalpha, text[:4000]))
    if letters == 0:
        return "en"
    latin = sum(1 for c in text[:4000] if c.isalpha() and c < "\u0250")
    if letters < ENOUGH and 2 * latin > letters:
        return "en"
    from py3langid import classify  # loads its model: 1 s, once, and never for short texts

    return str(classify(text[:4000])[0])
