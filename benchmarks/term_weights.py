"""Make `narrator/language/lexicon/term_weights.txt` from a word-frequency list.

usage: python -m benchmarks.term_weights frequency_dictionary_en_82_765.txt > narrator/language/lexicon/term_weights.txt

The list comes with symspellpy (MIT licence) and was made from the Google Books Ngram counts (CC BY 3.0) and the SCOWL word list.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterable

WORDS = 40_000

HEAD = """# How rare a word is: -log10 of its share of running English, one tenth a step; one line a step, commonest first.
# From frequency_dictionary_en_82_765.txt of symspellpy (MIT licence, W. Garbe and mmb L), made of Google Books Ngram counts
# (CC BY 3.0) and SCOWL. Made again by `python -m benchmarks.term_weights`. Words that are not listed count as rarer than all.
"""


def table(lines: Iterable[str], words: int = WORDS) -> str:
    """The file's text, from lines of `word count`."""
    counts = {word: int(count) for word, count in (line.lstrip("\ufeff").split() for line in lines if line.strip())}
    total = sum(counts.values())
    steps: dict[float, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:words]:
        steps[round(-math.log10(count / total), 1)].append(word)
    return HEAD + "".join(f"{step} {' '.join(sorted(found))}\n" for step, found in sorted(steps.items()))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8-sig") as source:  # noqa: PTH123 - a script's argument
        sys.stdout.write(table(source))
