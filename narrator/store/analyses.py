"""What the language room said of each text, kept so that a second opening does no language work."""

import json
import zlib
from collections.abc import Iterable, Mapping

from narrator.model.codec import CODEC_VERSION, decode, encode
from narrator.model.statement import Analysis
from narrator.store.database import Connection


class Analyses:
    """Analyses by the hash of their text. `analyser` names the version of the analyser and its pipeline: others' do not count."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, texts: Iterable[str], analyser: str) -> dict[str, Analysis]:
        """The analyses kept of the texts with these SHA-256, by hash."""
        query = (
            "SELECT text_sha256, data FROM analyses WHERE maker = ? AND text_sha256 IN (SELECT value FROM json_each(?))"
        )
        with self._connection.read() as db:
            rows = db.execute(query, (_maker(analyser), json.dumps(list(texts)))).fetchall()
        return {text: analysis for text, data in rows if (analysis := _unpack(data))}

    def keep(self, analyses: Mapping[str, Analysis], analyser: str) -> None:
        """Store analyses by the SHA-256 of their text, in place of another analyser's."""
        rows = [(text, _maker(analyser), _pack(analysis)) for text, analysis in analyses.items()]
        with self._connection.write() as db:
            db.conn.executemany("INSERT OR REPLACE INTO analyses (text_sha256, maker, data) VALUES (?, ?, ?)", rows)


def _maker(analyser: str) -> str:
    return f"{analyser}, codec {CODEC_VERSION}"


def _pack(analysis: Analysis) -> bytes:
    return zlib.compress(json.dumps(encode(analysis), ensure_ascii=False, separators=(",", ":")).encode())


def _unpack(data: bytes) -> Analysis | None:
    """The analysis; None where what is kept is damaged: it is made again then."""
    try:
        return decode(Analysis, json.loads(zlib.decompress(data)))
    except (zlib.error, ValueError, TypeError):
        return None
