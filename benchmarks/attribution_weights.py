"""Make `narrator/language/lexicon/attribution_weights.json` from articles whose attributions are annotated.

    python -m benchmarks.attribution_weights --data DIR

DIR is that of `benchmarks.quality`; the weights are learned on `attribution/polnear.jsonl`. Held-out figures come first: three
times a third of the articles is scored with weights that the other two thirds made, beside the syntax rules alone.
"""

import argparse
import json
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.logistic import newton
from benchmarks.quality import Bench, Row, rows
from narrator.language import attribution
from narrator.language.complements import OPEN
from narrator.language.drafts import Draft
from narrator.language.likelihood import BIAS, features, is_sure, score
from narrator.language.paragraphs import Paragraph, parse
from narrator.language.pieces import Piece
from narrator.language.pipeline import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

FOLDS = 3
RAREST = 5
"""Examples that a feature must be seen in."""
PENALTY = 3.0
"""Of the squared weights."""
ACCEPTED = 0.45
"""Probability from which an attribution is worth having: what it adds to F1 outweighs what it costs."""
OVERLAP = 0.5
"""Jaccard index of characters from which two contents are the same."""
OUT = Path(__file__).parents[1] / "narrator/language/lexicon/attribution_weights.json"

CARD = {
    "what": "Weights of a logistic regression that tells attributions from other complements (narrator/language/likelihood.py).",
    "data": "Assertions annotated in the training part of PolNeAR 1.0 (Newell, Margolin, Ruths 2018): 300 political articles of"
    " seven US outlets, 2015-16. No text of the corpus is here: features are lemmas, tags and classes of the syntax.",
    "labels": "1: the content is that of an annotated assertion (Jaccard of characters >= 0.5); 0: of no annotation; matches of"
    " annotated acts and attitudes that assert nothing are left out.",
    "training": "python -m benchmarks.attribution_weights; penalty 3 on squared weights, features of five examples or more; the"
    " bias is shifted so that forms of probability 0.45 and more are kept.",
    "gain": "Three folds by article, held out: assertion-and-source F1 .746 against .735 of the rules alone, character F1 .814"
    " against .810.",
    "limits": "US political news in English; forms that other genres use may be judged too harshly or too kindly.",
    "licence": "as the project (MIT)",
}

Example = tuple[list[str], int]
"""Features of a draft, and whether it is an assertion."""


def examples(article: Row, paragraphs: Sequence[Paragraph]) -> Iterator[Example]:
    """The forms that the syntax of an article offers, with their labels; matches of annotated acts are left out."""
    seen: dict[Any, list[str]] = {}
    starts = {id(paragraph.doc): paragraph for paragraph in paragraphs}

    def record(doc: "Doc", draft: Draft, pieces: Sequence[Piece]) -> bool:
        if not is_sure(doc, draft):
            seen[starts[id(doc)].span(doc[slice(*draft.cue)])] = list(features(doc, draft, pieces))
        return True

    found = attribution.find(article["text"], paragraphs, record)
    gold = [(_characters(one["content"]), one["assertion"]) for one in article["quotes"]]
    for one in found:
        if one.cue in seen:
            content = _characters(one.content)
            best = max(((_jaccard(content, other), asserted) for other, asserted in gold), default=(0.0, False))
            if best[0] < OVERLAP or best[1]:
                yield seen[one.cue], int(best[0] >= OVERLAP)


def _characters(spans: Sequence[Sequence[int]]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}


def _jaccard(left: set[int], right: set[int]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0


def fit(data: Sequence[Example]) -> dict[str, float]:
    """Logistic regression by Newton's method; the bias shifted to the accepted probability."""
    counts = Counter(feature for found, _ in data for feature in set(found))
    columns = {feature: n for n, feature in enumerate(sorted(f for f, count in counts.items() if count >= RAREST))}
    x = np.zeros((len(data), len(columns) + 1), np.float32)
    x[:, -1] = 1
    for row, (found, _) in enumerate(data):
        x[row, [columns[feature] for feature in found if feature in columns]] = 1
    y = np.array([label for _, label in data], np.float32)
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-6
    weights = newton(x, y, penalty)
    learned = {feature: round(float(weights[n]), 2) for feature, n in columns.items()}
    shift = float(np.log(ACCEPTED / (1 - ACCEPTED)))
    return {BIAS: round(float(weights[-1]) - shift, 2)} | {
        feature: value for feature, value in learned.items() if value
    }


def judge(weights: Mapping[str, float]) -> attribution.Judge:
    """What accepts the drafts of sure rules, and those that some weights favour."""
    return lambda doc, draft, pieces: is_sure(doc, draft) or score(features(doc, draft, pieces), weights) > 0


def rules_alone(_doc: "Doc", draft: Draft, _pieces: Sequence[Piece]) -> bool:
    """Accepts the drafts of rules that need no weights."""
    return not draft.rule.startswith(OPEN)


def quotes(article: Row, paragraphs: Sequence[Paragraph], decide: attribution.Judge) -> Row:
    """The predictions for an article, as the data's scorer takes them."""
    found = attribution.find(article["text"], paragraphs, decide)
    return {
        "doc_id": article["doc_id"],
        "quotes": [
            {"source": [list(one.source)] if one.source else [], "cue": [], "content": [list(s) for s in one.content]}
            for one in found
        ],
    }


def learn(bench: Bench, gold: Path, articles: Sequence[Row], parsed: Sequence[Sequence[Paragraph]]) -> dict[str, float]:
    """The weights of all articles; prints what rules alone, and weights on articles they were not made of, score."""
    data = [list(examples(article, paragraphs)) for article, paragraphs in zip(articles, parsed, strict=True)]
    folds = [fit([one for n, d in enumerate(data) if n % FOLDS != fold for one in d]) for fold in range(FOLDS)]
    both = list(enumerate(zip(articles, parsed, strict=True)))
    alone = [quotes(article, paragraphs, rules_alone) for _, (article, paragraphs) in both]
    held_out = [quotes(article, paragraphs, judge(folds[n % FOLDS])) for n, (article, paragraphs) in both]
    for name, predictions in (("rules alone", alone), ("weights, held-out articles", held_out)):
        print(name, bench.score("attribution", "attribution", gold, predictions).figures, file=sys.stderr)
    return fit([one for d in data for one in d])


def main() -> None:
    """Reads the arguments, learns, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    gold = parser.parse_args().data / "attribution/polnear.jsonl"
    articles = rows(gold)
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as out:
        parsed = parse(load(), [article["text"] for article in articles])
        weights = learn(Bench(gold.parents[1], Path(out)), gold, articles, parsed)
    text = json.dumps({"card": CARD, "weights": dict(sorted(weights.items()))}, indent=0, ensure_ascii=False)
    OUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
