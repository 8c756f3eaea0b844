"""Narrator: who says what, side by side, and where the accounts conflict.

The public names are loaded when first used, so that `import narrator` stays instant.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from narrator.comparison import (
        compare,
        extract_statements,
        find_attributions,
        group_events,
        read,
        relate,
        score_pairs,
    )
    from narrator.errors import NarratorError
    from narrator.model.article import Article, Span
    from narrator.model.comparison import Claim, Comparison, Kind, Link, Relation
    from narrator.model.notebook import Correction
    from narrator.model.party import Narrator
    from narrator.model.statement import Attribution, Quotation, Statement

_HOME = {
    **dict.fromkeys(
        ("compare", "extract_statements", "find_attributions", "group_events", "read", "relate", "score_pairs"),
        "narrator.comparison",
    ),
    "NarratorError": "narrator.errors",
    **dict.fromkeys(("Article", "Span"), "narrator.model.article"),
    **dict.fromkeys(("Claim", "Comparison", "Kind", "Link", "Relation"), "narrator.model.comparison"),
    "Correction": "narrator.model.notebook",
    "Narrator": "narrator.model.party",
    **dict.fromkeys(("Attribution", "Quotation", "Statement"), "narrator.model.statement"),
}

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Comparison",
    "Correction",
    "Kind",
    "Link",
    "Narrator",
    "NarratorError",
    "Quotation",
    "Relation",
    "Span",
    "Statement",
    "__version__",
    "compare",
    "extract_statements",
    "find_attributions",
    "group_events",
    "read",
    "relate",
    "score_pairs",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
