"""The reader's corrections, oldest first: the later wins. Every change goes through the journal."""

import json
from datetime import datetime
from textwrap import shorten
from typing import Any

from narrator.errors import NotFoundError
from narrator.model.article import timestamp
from narrator.model.codec import decode, encode
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.store.database import Connection
from narrator.store.journal import Journal

QUOTED = 40
"""Characters of the quotation that the journal repeats."""


class Corrections:
    """The corrections of a library that stand, those undone left out."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> tuple[Correction, ...]:
        """Every correction in the order in which they were made."""
        return tuple(correction for _, correction in self._rows())

    def add(self, correction: Correction) -> None:
        """Add a correction after all others."""
        row = {
            "kind": correction.kind.value,
            "anchors": json.dumps(encode(correction.anchors), ensure_ascii=False),
            "value": correction.value,
            "created": timestamp(correction.created),
            "tellers": json.dumps(encode(correction.tellers), ensure_ascii=False),
        }
        self._journal.add(f"correction: {_words(correction)}", "corrections", row)

    def remove(self, correction: Correction) -> None:
        """Take a correction out, of equal ones the latest; NotFoundError where none stands."""
        keys = [key for key, one in self._rows() if one == correction]
        if not keys:
            raise NotFoundError("This correction no longer stands", "look at the log of corrections again")
        self._journal.change(f"correction taken back: {_words(correction)}", "corrections", keys[-1], None)

    def _rows(self) -> list[tuple[int, Correction]]:
        with self._connection.read() as db:
            return [(row["key"], _correction(row)) for row in db.query("SELECT * FROM corrections ORDER BY key")]


def _words(correction: Correction) -> str:
    quoted = f" · “{shorten(correction.anchors[0].exact, QUOTED, placeholder=' …')}”" if correction.anchors else ""
    return correction.words + quoted


def _correction(row: dict[str, Any]) -> Correction:
    return Correction(
        kind=CorrectionKind(row["kind"]),
        anchors=decode(tuple[Anchor, ...], json.loads(row["anchors"])),
        value=row["value"],
        created=datetime.fromisoformat(row["created"]) if row["created"] else None,
        tellers=decode(tuple[tuple[str, ...], ...], json.loads(row["tellers"])),
    )
