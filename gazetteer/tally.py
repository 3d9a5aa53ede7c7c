"""What each source brings to an index, counted while records become places."""

import json
from collections.abc import Sequence
from dataclasses import astuple

from gazetteer.places import SourceContents, SourceInfo
from gazetteer.sources.source import PlaceRecord


class Tally:
    """Counts the records of sources, which are known by their place in the order of belief."""

    def __init__(self, sources: int) -> None:
        self._places = [0] * sources
        self._names = [0] * sources
        self._joined = [0] * sources

    def count(self, source: int, record: PlaceRecord) -> None:
        """Count a record that a source yields; the dead count with those that took their place."""
        if not record.superseded_by:
            self._places[source] += 1
            self._names[source] += record.spellings

    def count_joined(self, source: int, record: PlaceRecord) -> None:
        """Count a record that turned out to be one place with another."""
        self._joined[source] += not record.superseded_by

    def contents(self, sources: Sequence[SourceInfo]) -> tuple[SourceContents, ...]:
        """Return the counts with the sources that they are of."""
        rows = zip(sources, self._places, self._names, self._joined, strict=True)
        return tuple(SourceContents(*row) for row in rows)


def packed_contents(contents: Sequence[SourceContents]) -> str:
    """Write contents as JSON."""
    return json.dumps([astuple(one) for one in contents], ensure_ascii=False)


def unpacked_contents(packed: str) -> tuple[SourceContents, ...]:
    """Read what `packed_contents` wrote."""
    return tuple(
        SourceContents(SourceInfo(*source), *counts) for source, *counts in json.loads(packed)
    )
