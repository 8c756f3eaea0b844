"""What an article is about, as a vector of weighted words: enough to tell events apart, without any parsing."""

import math
import re
from collections import Counter
from collections.abc import Mapping

from narrator.language.weights import weight
from narrator.model.article import Article

LEAD = 1500
"""Characters of the body that say what happened; news puts it first."""

TITLE = 3
"""How often a word of the headline counts."""

NAME = 1.6
"""How much more a capitalised word inside a sentence tells than a common one."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"“”‘]\s*)$")

Profile = Mapping[str, float]


def profile(article: Article) -> Profile:
    """Word to weight, of length one; empty where there are no telling words."""
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for text, times in ((article.title or "", TITLE), (article.text[:LEAD], 1)):
        for found in _WORD.finditer(text):
            word = found[0].lower().removesuffix("'s").removesuffix("’s")
            counts[word] += times
            if found[0][0].isupper() and not _SENTENCE_START.search(text[max(0, found.start() - 3) : found.start()]):
                names.add(word)
    raw = {w: (1 + math.log(n)) * weight(w) * (NAME if w in names else 1.0) for w, n in counts.items() if weight(w) > 0}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}
