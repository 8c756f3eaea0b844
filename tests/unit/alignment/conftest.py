"""Statements of invented accounts."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from narrator.language.analyse import propositions
from narrator.model.statement import Statement

Account = Callable[..., Statement]


@pytest.fixture
def account() -> Account:
    """A sentence as a statement of an article and of a teller; the outlet's own voice unless told."""

    def of(text: str, article: str = "a", teller: str | None = None) -> Statement:
        narrators = (article,) if teller is None else (article, teller)
        (found,) = propositions([text])
        return replace(found, article=article, narrators=narrators)

    return of
