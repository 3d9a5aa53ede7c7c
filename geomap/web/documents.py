"""Finished timeline documents, kept because they are large, asked for often and never change."""

import json
from collections import OrderedDict
from datetime import date
from threading import Lock
from typing import Any

from geomap.domain.rule import Rule
from geomap.exports.timeline import timeline_document
from geomap.services.control import resolved_revision
from geomap.services.timeline import timeline
from geomap.storage.database import Database

MOST_KEPT = 8


class TimelineDocuments:
    """The timeline at a revision, as known on a day: made once, then handed out as it is."""

    def __init__(self, database: Database, rule: Rule) -> None:
        self._database = database
        self._rule = rule
        self._kept: OrderedDict[tuple[int, date | None], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, known: date | None, revision: int | None) -> tuple[bytes, int]:
        """The document in UTF-8, and the revision that it stands for."""
        with self._database.reading() as session:
            number, _frame = resolved_revision(session, revision)
            key = (number, known)
            body = self._look_up(key)
            if body is None:
                document = timeline_document(timeline(session, known, number, self._rule))
                body = encoded(document)
                self._keep(key, body)
        return body, number

    def _look_up(self, key: tuple[int, date | None]) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: tuple[int, date | None], body: bytes) -> None:
        with self._lock:
            self._kept[key] = body
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


def encoded(document: Any) -> bytes:
    """A document as compact JSON in UTF-8; a number that JSON does not know is a defect."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()
