"""Hold the comparison of the sample stories against their gold.

usage: python -m benchmarks.samples [STORY …]

Printed per story: attributions found (content and speaker), gold rows whose statements meet, conflicts found by kind, and
forbidden pairs that were linked or share a row all the same. The tests ask the same functions.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from narrator.assets import samples_dir
from narrator.comparison import compare
from narrator.model.article import Article
from narrator.model.comparison import Comparison, Link
from narrator.model.statement import Statement
from narrator.sources.read import read

STORIES = ("khusham-strike", "ferry-accident", "harbour-demonstration")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What a comparison makes of a story's gold; the lists hold gold rows."""

    comparison: Comparison
    conflicts: list[Row]
    missed: list[Row]
    forbidden: list[Row]
    rows: tuple[int, int]
    attributions: tuple[int, int, int]

    def by_kind(self) -> dict[str, tuple[int, int]]:
        """Kind to (found, listed)."""
        hits, listed = (
            Counter(r["kind"] for r in self.conflicts),
            Counter(r["kind"] for r in self.conflicts + self.missed),
        )
        return {kind: (hits[kind], listed[kind]) for kind in sorted(listed)}


class Story:
    """A sample story: its articles by file and feed item, and its gold."""

    def __init__(self, name: str) -> None:
        folder = samples_dir() / name
        self.name = name
        self.gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        self._places = [(row["file"], row.get("item") or 0) for row in self.gold["articles"]]
        self.by_place: dict[tuple[str, int], Article] = {
            (file, item): article
            for file in sorted({file for file, _ in self._places})
            for item, article in enumerate(read([folder / file]).articles)
        }

    @property
    def articles(self) -> list[Article]:
        """The articles in the order of the gold."""
        return [self.by_place[place] for place in self._places]

    def article(self, row: Row) -> Article:
        """The article that a gold row speaks of."""
        return self.by_place[row["file"], row.get("item") or 0]


def judge(story: Story) -> Found:
    """Compare the story and look for every row of its gold."""
    comparison = compare(story.articles)
    spans = _Spans(story, comparison)
    hits = {id(row): _speaks(comparison, spans, row) for row in story.gold["conflicts"]}
    return Found(
        comparison=comparison,
        conflicts=[row for row in story.gold["conflicts"] if hits[id(row)]],
        missed=[row for row in story.gold["conflicts"] if not hits[id(row)]],
        forbidden=[row for row in story.gold["never_linked"] if _forbidden(comparison, spans, row)],
        rows=(sum(_meets(comparison, spans, claim) for claim in story.gold["claims"]), len(story.gold["claims"])),
        attributions=_attributions(story, comparison),
    )


class _Spans:
    """Which statements cover which gold text."""

    def __init__(self, story: Story, comparison: Comparison) -> None:
        self._story = story
        self._statements: dict[str, list[Statement]] = {}
        for statement in comparison.statements:
            self._statements.setdefault(statement.article, []).append(statement)

    def ids(self, row: Row) -> set[str]:
        article = self._story.article(row)
        start = article.text.index(row["text"])
        end = start + len(row["text"])
        return {one.id for one in self._statements.get(article.id, ()) if _covers(one.start, one.end, start, end)}


def _covers(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two ranges share at least half of the shorter one."""
    shared = min(end, other_end) - max(start, other_start)
    return shared > 0 and 2 * shared >= min(end - start, other_end - other_start)


def _links(comparison: Comparison, left: set[str], right: set[str]) -> Iterator[Link]:
    for link in comparison.links:
        if (link.left in left and link.right in right) or (link.left in right and link.right in left):
            yield link


def _speaks(comparison: Comparison, spans: _Spans, row: Row) -> bool:
    links = _links(comparison, spans.ids(row["left"]), spans.ids(row["right"]))
    return any(link.flagged and link.kind is not None and link.kind.value == row["kind"] for link in links)


def _forbidden(comparison: Comparison, spans: _Spans, row: Row) -> bool:
    left, right = spans.ids(row["left"]), spans.ids(row["right"])
    if any(link.flagged for link in _links(comparison, left, right)):
        return True
    return not row.get("may_share_claim") and any(
        left - right and right - left and members & left and members & right for members in _rows(comparison)
    )


def _meets(comparison: Comparison, spans: _Spans, claim: Row) -> bool:
    """Whether some row holds statements of at least two texts of a gold claim."""
    texts = [spans.ids(row) for row in claim["statements"]]
    return any(sum(bool(members & ids) for ids in texts) > 1 for members in _rows(comparison))


def _rows(comparison: Comparison) -> Iterable[set[str]]:
    return ({*claim.statements, *claim.more} for claim in comparison.claims)


def _attributions(story: Story, comparison: Comparison) -> tuple[int, int, int]:
    """Gold attributions whose content a statement covers, those with the right teller among them, and all."""
    found = right = 0
    for row in story.gold["attributions"]:
        article = story.article(row)
        start = article.text.index(row["content"][0])
        end = start + len(row["content"][0])
        told = [s for s in comparison.statements if s.article == article.id and _covers(s.start, s.end, start, end)]
        told = [s for s in told if s.chain]
        found += bool(told)
        right += any(_same_teller(comparison, statement, row) for statement in told)
    return found, right, len(story.gold["attributions"])


def _same_teller(comparison: Comparison, statement: Statement, row: Row) -> bool:
    """A narrator of the chain shares a capitalised or last word with the gold's name, or with the source as written."""
    wanted = {word.strip(".,'’").lower() for name in (row["narrator"], row["source"] or "") for word in name.split()}
    for narrator in statement.narrators[1:]:
        party = comparison.narrator_by_id[narrator]
        if {word.strip(".,'’").lower() for word in party.name.split()} & wanted - {"the", "a", "of", "and"}:
            return True
    return False


def main(names: Iterable[str]) -> None:
    """Print the figures of the stories."""
    for name in names:
        story = Story(name)
        found = judge(story)
        contents, tellers, attributions = found.attributions
        print(f"{name}: attributions {contents} found, {tellers} with speaker, of {attributions}")
        listed = len(found.conflicts) + len(found.missed)
        print(f"  rows {found.rows[0]} of {found.rows[1]}; conflicts {len(found.conflicts)} of {listed}")
        print("  " + ", ".join(f"{kind} {hit}/{total}" for kind, (hit, total) in found.by_kind().items()))
        flagged = sum(link.flagged for link in found.comparison.links)
        print(f"  flagged links {flagged}; forbidden {len(found.forbidden)} of {len(story.gold['never_linked'])}")
        for row in found.forbidden:
            print(f"    forbidden: {row['left']['text'][:70]!r} / {row['right']['text'][:70]!r}")


if __name__ == "__main__":
    main(sys.argv[1:] or STORIES)
