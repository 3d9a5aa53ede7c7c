"""Which records share an id, and under which id their place is known afterwards."""

from collections.abc import Sequence

from gazetteer.sources.source import PlaceRecord

# An entry of Wikidata often stands for a town and for the district around it, so it joins nothing.
_NOT_JOINING = "wikidata:"
_PREFERRED = "geonames:"

_EXTENDED = frozenset({"district", "governorate", "region", "country"})


class Identities:
    """Sets of records that are one place, by the numbers that records were added with."""

    def __init__(self) -> None:
        self._leader: list[int] = []
        self._extended: list[bool | None] = []
        self._by_id: dict[str, list[int]] = {}
        self._own: dict[str, int] = {}
        self._ids: list[str] = []

    def add(self, number: int, record: PlaceRecord) -> None:
        """Add a record and join it with those that share an id. Numbers rise by one from 0."""
        self._leader.append(number)
        self._ids.append(record.id)
        self._extended.append(record.kind in _EXTENDED if record.kind else None)
        # What two sources know under one id of their own is one place, whatever they call its kind.
        self.join(number, self._own.setdefault(record.id, number))
        for one in _joining(record):
            known = self._by_id.setdefault(one, [])
            for other in known:
                if self._may_be_one(number, other) and self._tells(one, number, other):
                    self.join(number, other)
            known.append(number)

    def knows(self, record: PlaceRecord) -> bool:
        """Say whether a record that was added has one of the ids of this one."""
        return any(one in self._by_id for one in _joining(record))

    def join(self, number: int, other: int) -> None:
        """Make one place of two records."""
        one, two = sorted((self._find(number), self._find(other)))
        self._leader[two] = one

    def clusters(self) -> list[list[int]]:
        """Return the records of each place, places in the order of their first records."""
        clusters: dict[int, list[int]] = {}
        for number in range(len(self._leader)):
            clusters.setdefault(self._find(number), []).append(number)
        return list(clusters.values())

    def canonical_ids(
        self,
        clusters: Sequence[Sequence[int]],
        records: Sequence[PlaceRecord],
        ranks: Sequence[int],
    ) -> list[str]:
        """Return the id of each place: one chosen by hand, else of GeoNames, else its own.

        No id is given to two places, and none that some record of another place has as its own.
        """
        owner = {
            records[number].id: index
            for index, cluster in enumerate(clusters)
            for number in cluster
        }
        ids = []
        for index, cluster in enumerate(clusters):
            best_first = sorted(cluster, key=lambda number: -ranks[number])
            found = next(
                place_id
                for place_id in _candidates([records[number] for number in best_first])
                if owner.setdefault(place_id, index) == index
            )
            ids.append(found)
        return ids

    def _may_be_one(self, number: int, other: int) -> bool:
        """A town and the district that a source gives the id of the town are two places."""
        known = {self._extended[number], self._extended[other]} - {None}
        return len(known) < 2  # noqa: PLR2004 - Both said, and not the same.

    def _tells(self, one: str, number: int, other: int) -> bool:
        """Two records of one source that took the place of one older record are two places."""
        own = {self._ids[number], self._ids[other]}
        source, _, _ = one.partition(":")
        return one in own or not all(place_id.startswith(f"{source}:") for place_id in own)

    def _find(self, number: int) -> int:
        while self._leader[number] != number:
            self._leader[number] = self._leader[self._leader[number]]
            number = self._leader[number]
        return number


def _joining(record: PlaceRecord) -> list[str]:
    ids = (record.id, *record.other_ids, record.superseded_by)
    return [own for own in ids if own and not own.startswith(_NOT_JOINING)]


def _candidates(best_first: Sequence[PlaceRecord]) -> list[str]:
    own = [record.id for record in best_first if not record.superseded_by]
    dead = [record.id for record in best_first if record.superseded_by]
    others = [other for record in best_first for other in record.other_ids]
    return [
        *(record.id for record in best_first if record.curated),
        *(place_id for place_id in own if place_id.startswith(_PREFERRED)),
        *(place_id for place_id in others if place_id.startswith(_PREFERRED)),
        *own,
        *dead,
    ]
