"""The reader's corrections, oldest first: the later wins. Every change goes through the journal."""

import json
from datetime import datetime
from typing import Any

from narrator.model.article import timestamp
from narrator.model.codec import decode, encode
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.store.database import Connection
from narrator.store.journal import Journal


class Corrections:
    """The corrections of a library that stand, those undone left out."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> tuple[Correction, ...]:
        """Every correction in the order in which they were made."""
        with self._connection.read() as db:
            return tuple(_correction(row) for row in db.query("SELECT * FROM corrections ORDER BY key"))

    def add(self, correction: Correction) -> None:
        """Add a correction after all others."""
        row = {
            "kind": correction.kind.value,
            "anchors": json.dumps(encode(correction.anchors), ensure_ascii=False),
            "value": correction.value,
            "created": timestamp(correction.created),
        }
        words = correction.kind.value.replace("_", " ")
        self._journal.add(f"correction: {words} {correction.value}".rstrip(), "corrections", row)


def _correction(row: dict[str, Any]) -> Correction:
    return Correction(
        kind=CorrectionKind(row["kind"]),
        anchors=decode(tuple[Anchor, ...], json.loads(row["anchors"])),
        value=row["value"],
        created=datetime.fromisoformat(row["created"]) if row["created"] else None,
    )
