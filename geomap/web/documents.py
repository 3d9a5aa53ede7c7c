"""Finished timeline documents, kept because they are large, asked for often and never change."""

import json
from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from typing import Any

from geomap.domain.standpoint import Standpoint
from geomap.exports.timeline import timeline_document
from geomap.services.outline import outline
from geomap.services.standpoints import resolved
from geomap.storage.database import Database
from geomap.storage.revisions import NewestRevision
from geomap.web.packing import Packed

MOST_KEPT = 8


class TimelineDocuments:
    """The timeline of a standpoint: made once, then handed out as it is."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.newest = NewestRevision(database)
        self._kept: OrderedDict[Standpoint, Packed] = OrderedDict()
        self._lock = Lock()

    def get(self, standpoint: Standpoint) -> tuple[Packed, int]:
        """The document, and the revision that it stands for."""
        asked = standpoint.revision or self.newest.get()
        kept = self._look_up(replace(standpoint, revision=asked))
        if kept is not None:
            return kept, asked
        with self._database.reading() as session:
            number, _frame = resolved(session, standpoint)
            key = replace(standpoint, revision=number)
            body = self._look_up(key)
            if body is None:
                body = Packed(encoded(timeline_document(outline(session, key))))
                self._keep(key, body)
        return body, number

    def _look_up(self, key: Standpoint) -> Packed | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: Standpoint, body: Packed) -> None:
        with self._lock:
            self._kept[key] = body
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


def encoded(document: Any) -> bytes:
    """A document as compact JSON in UTF-8; a number that JSON does not know is a defect."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()
