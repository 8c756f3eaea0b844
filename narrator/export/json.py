"""JSON of comparisons and notebooks: documented, versioned, the same bytes for the same input."""

import json
from typing import Any

from narrator.export.escape import UNSAFE
from narrator.export.wording import Only, passes, shown_claims
from narrator.model.article import timestamp
from narrator.model.comparison import Comparison
from narrator.model.grade import SOURCES, STATEMENTS
from narrator.model.notebook import Anchor, Bookmark, Notebook

NOTEBOOK_SCHEMA = "narrator.notebook/1"


def dump(value: Any) -> str:
    """Indented JSON with its keys in the given order; characters that could act on a terminal are written as \\u escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def comparison_json(comparison: Comparison, only: Only = "all") -> str:
    """`Comparison.to_dict()` as text; `only` leaves out the claims, and the links, without conflict or difference."""
    told = comparison.to_dict()
    if only != "all":
        claims = {claim.id for claim in shown_claims(comparison, only)}
        links = {link.id for link in comparison.links if passes((link,), only)}
        told["claims"] = [claim for claim in told["claims"] if claim["id"] in claims]
        told["links"] = [link for link in told["links"] if link["id"] in links]
    return dump(told)


def notebook_json(notebook: Notebook) -> str:
    """`notebook_dict` as text."""
    return dump(notebook_dict(notebook))


def notebook_dict(notebook: Notebook) -> dict[str, Any]:
    """The documented JSON form of a notebook, `narrator.notebook/1`.

    A quote has the names of the W3C TextQuoteSelector: `exact`, `prefix`, `suffix`; `spans` are offsets in code points, `clash`
    those of the words set against the other side. `grades` says what the reader's grades mean, where there are any.
    """
    graded = any(bookmark.grades for bookmark in notebook.bookmarks)
    return {
        "schema": NOTEBOOK_SCHEMA,
        **({"grades": {"source": SOURCES, "statement": STATEMENTS}} if graded else {}),
        "bookmarks": [_bookmark(bookmark) for bookmark in notebook.bookmarks],
        "articles": [article.to_dict() for article in notebook.articles],
    }


def _bookmark(bookmark: Bookmark) -> dict[str, Any]:
    tellers = bookmark.tellers or ((),) * len(bookmark.anchors)
    return {
        "id": bookmark.id,
        "label": bookmark.label,
        "created": timestamp(bookmark.created),
        "event": bookmark.event,
        "relation": bookmark.relation,
        "kind": bookmark.kind,
        "explanation": bookmark.explanation,
        "status": bookmark.status.value,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "quotes": [
            _quote(anchor, names)
            | {
                "clash": [list(span) for span in bookmark.clash_of(number)],
                "grade": bookmark.grade_of(number) or None,
            }
            for number, (anchor, names) in enumerate(zip(bookmark.anchors, tellers, strict=True))
        ],
    }


def _quote(anchor: Anchor, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "article": anchor.article,
        "narrators": list(names),
        "spans": [list(span) for span in anchor.spans],
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
