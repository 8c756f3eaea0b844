"""Is every offset what is shown? The checks that the property tests ask, over all articles of the evaluation data.

usage: python -m benchmarks.offsets --data DIR

Printed per data set: articles, attributions, statements, and the faults, each with its article. Spans lie within the text, are
not empty, keep the order of the text, and end in the paragraph where they begin unless a quotation crosses its end.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from narrator.language.analyse import analyse, attributions
from narrator.language.quotations import find_quotations
from narrator.model.article import Span, quote
from narrator.model.statement import Attribution, Statement


def faults(text: str, found: Iterable[Attribution], statements: Iterable[Statement]) -> Iterator[str]:
    """What is wrong with the offsets of a text's attributions and statements, in words."""
    quoted = [one.span for one in find_quotations(text)]
    for attribution in found:
        yield from (f"{fault} of {attribution}" for fault in _of_attribution(text, attribution, quoted))
    for statement in statements:
        yield from (f"{fault} of {statement}" for fault in _of_statement(text, statement, quoted))


def _of_attribution(text: str, attribution: Attribution, quoted: Sequence[Span]) -> Iterator[str]:
    content = attribution.content
    if not content or any(left.end > right.start for left, right in pairwise(content)):
        yield "content empty or out of order"
    spans = (*content, attribution.source, attribution.cue, *(mention.span for mention in attribution.chain))
    yield from _of_spans(text, (span for span in spans if span is not None), quoted)
    if not all(0 <= mention.confidence <= 1 for mention in attribution.chain):
        yield "confidence out of bounds"


def _of_statement(text: str, statement: Statement, quoted: Sequence[Span]) -> Iterator[str]:
    if not statement.spans or any(left.end > right.start for left, right in pairwise(statement.spans)):
        yield "spans empty or out of order"
    yield from _of_spans(text, statement.spans, quoted)
    if statement.text != quote(text, statement.spans):
        yield "text is not what the spans hold"
    if any(quantity.text != text[slice(*quantity.span)] for quantity in statement.quantities):
        yield "quantity is not what its span holds"
    if any(time.text != text[slice(*time.span)] for time in statement.times):
        yield "time is not what its span holds"
    held = [Span(term.start, term.end) for term in statement.terms]
    held += [Span(name.start, name.end) for name in statement.names]
    held += [span for slot in statement.slots for span in slot.spans]
    if not all(any(around.holds(span) for around in statement.spans) for span in held):
        yield "term, name or slot outside"


def _of_spans(text: str, spans: Iterable[Span], quoted: Sequence[Span]) -> Iterator[str]:
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            yield f"{span} empty or outside"
        crossed = [n for n in range(span.start, span.end) if text[n : n + 1] == "\n"]
        if not all(any(one.start < newline < one.end for one in quoted) for newline in crossed):
            yield f"{span} crosses a paragraph"


def main(arguments: Sequence[str] | None = None) -> None:
    """Checks the articles of the attribution data and of the stories."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.offsets", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="directory of the evaluation data")
    data: Path = parser.parse_args(arguments).data
    for name in ("attribution", "stories"):
        files = sorted((data / name).glob("*.jsonl"))
        texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        found, analyses = attributions(texts), analyse(texts)
        wrong = [
            f"article {number}: {fault}"
            for number, (text, told, one) in enumerate(zip(texts, found, analyses, strict=True))
            for fault in faults(text, told, one.statements)
        ]
        said, stated = sum(map(len, found)), sum(len(one.statements) for one in analyses)
        print(f"{name}: {len(texts)} articles, {said} attributions, {stated} statements, {len(wrong)} faults")
        for fault in wrong:
            print(f"  {fault}")


if __name__ == "__main__":
    main()
