"""Records of several sources to one record a place: what is one place, and whom to believe.

Two records are one place when they share an id (a Who's On First place names its GeoNames number),
or when they are duplicates: one name, one kind of place, and so near to each other that nobody
would call two places so (see `gazetteer.duplicates`).

Sources are given in the order of belief, the best last. What was imported and what is small is held
in memory, some 1.5 kB a place; the largest source that ships is read as a stream.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from gazetteer.display_names import display_name, is_transliteration
from gazetteer.duplicates import Duplicates
from gazetteer.identities import Identities
from gazetteer.names import script_of
from gazetteer.places import Name, NameKind
from gazetteer.sources.source import PlaceRecord, Source
from gazetteer.sources.stored import StoredSource
from gazetteer.tally import Tally

_UNIT_WORDS = (" Governorate", " Province", " Muhafazah")


def merged(sources: Sequence[Source], tally: Tally | None = None) -> Iterator[PlaceRecord]:
    """Yield one record a place, those of the streamed source that nobody else knows first.

    A record of a user's or a curator's own hand is yielded even when it has no point, so that
    whoever stores it can complain; a held record of others without name or point is dropped.
    What each source brings is counted in the tally as far as the records are yielded.
    """
    streamed = _streamed(sources)
    tally = tally or Tally(len(sources))
    held = _Held(tally)
    for rank, source in enumerate(sources):
        if rank != streamed:
            held.add_all(rank, source)
    admin1_names = held.admin1_names()
    for record in sources[streamed].records() if streamed is not None else ():
        if held.may_know(record):
            held.add(streamed or 0, record)
        else:
            tally.count(streamed or 0, record)
            yield _finished(record, admin1_names)
    for record in held.merged(held.admin1_names()):
        if record.curated or (record.name and record.longitude is not None):
            yield record


def _streamed(sources: Sequence[Source]) -> int | None:
    """Return the place in the list of the largest source, but of none that was imported.

    A streamed source is taken to have no duplicates in itself, which holds only for what ships.
    """
    sizes = {
        rank: len(source)
        for rank, source in enumerate(sources)
        if not isinstance(source, StoredSource)
    }
    return max(sizes, key=sizes.__getitem__, default=None)


def merged_record(base: PlaceRecord, overlay: PlaceRecord) -> PlaceRecord:
    """Return the base with whatever the overlay says put over it, and the names of both."""
    return replace(
        overlay,
        name=overlay.name or base.name,
        longitude=base.longitude if overlay.longitude is None else overlay.longitude,
        latitude=base.latitude if overlay.latitude is None else overlay.latitude,
        kind=overlay.kind or base.kind,
        country=overlay.country or base.country,
        admin1=overlay.admin1 or base.admin1,
        population=base.population if overlay.population is None else overlay.population,
        names=_merged_names(base, overlay),
        curated=base.curated or overlay.curated,
        other_ids=_all_ids(base, overlay),
        parents=overlay.parents or base.parents,
        inception=overlay.inception or base.inception,
        cessation=overlay.cessation or base.cessation,
        polygon=base.polygon if overlay.polygon is None else overlay.polygon,
        admin1_name=overlay.admin1_name or base.admin1_name,
        own_names=(*base.own_names, *overlay.own_names),
    )


class _Held:
    """The records that are held until all are known, each with the rank of its source."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._records: list[PlaceRecord] = []
        self._ranks: list[int] = []
        self._same = Identities()
        self._duplicates = Duplicates()
        self._admin1_codes: dict[str, str] = {}

    def add(self, rank: int, record: PlaceRecord) -> None:
        self._tally.count(rank, record)
        number = len(self._records)
        self._records.append(record)
        self._ranks.append(rank)
        if record.kind == "governorate" and record.admin1:
            self._admin1_codes[record.id] = record.admin1
        self._same.add(number, record)
        for other in self._duplicates.of(record):
            self._same.join(number, other)
        self._duplicates.add(number, record)

    def add_all(self, rank: int, source: Source) -> None:
        for record in source.records():
            self.add(rank, record)

    def may_know(self, record: PlaceRecord) -> bool:
        """Say whether a record has to be held, to be told apart from what is held already."""
        return (
            bool(record.other_ids or record.parents)
            or self._same.knows(record)
            or next(self._duplicates.of(record), None) is not None
        )

    def admin1_names(self) -> dict[tuple[str, str], str]:
        """Return the display names of first-level areas by country and code."""
        names: dict[tuple[str, str], str] = {}
        best_last = sorted(range(len(self._records)), key=self._ranks.__getitem__)
        for record in (self._records[number] for number in best_last):
            if record.kind == "governorate" and record.admin1 and record.name:
                shown = display_name(record.name, record.country)
                names[record.country, record.admin1] = _without_unit(shown)
        return names

    def merged(self, admin1_names: Mapping[tuple[str, str], str]) -> Iterator[PlaceRecord]:
        clusters = self._same.clusters()
        ids = self._same.canonical_ids(clusters, self._records, self._ranks)
        final = {
            own: place_id
            for place_id, cluster in zip(ids, clusters, strict=True)
            for own in self._ids_of(cluster)
        }
        taken = set(ids)
        for place_id, cluster in zip(ids, clusters, strict=True):
            for number in cluster if len(cluster) > 1 else ():
                self._tally.count_joined(self._ranks[number], self._records[number])
            others = [own for own in self._ids_of(cluster) if own not in taken]
            taken.update(others)
            record, shown = self._merged_cluster(cluster)
            parents = dict.fromkeys(final.get(parent, parent) for parent in record.parents)
            parents.pop(place_id, None)
            record = _renamed(
                record,
                shown,
                id=place_id,
                other_ids=tuple(others),
                parents=tuple(parents),
                admin1=record.admin1 or self._admin1(record),
            )
            yield _finished(record, admin1_names)

    def _ids_of(self, cluster: Sequence[int]) -> dict[str, None]:
        """Return all ids of a place, those of the best source first."""
        records = [self._records[number] for number in sorted(cluster, key=self._belief)]
        return dict.fromkeys(
            own for record in reversed(records) for own in (record.id, *record.other_ids)
        )

    def _merged_cluster(self, cluster: Sequence[int]) -> tuple[PlaceRecord, str]:
        """Return what all records of a place say together, and the name to show."""
        records = [self._records[number] for number in sorted(cluster, key=self._belief)]
        record = records[0]
        for overlay in records[1:]:
            record = merged_record(record, overlay)
        return record, _display(records)

    def _admin1(self, record: PlaceRecord) -> str:
        """Return the code of the governorate that holds a place whose own source has none."""
        codes = (self._admin1_codes.get(parent, "") for parent in record.parents)
        return next(filter(None, codes), "")

    def _belief(self, number: int) -> tuple[int, int, int]:
        """Order records: of one source, that of the larger population is the fuller one.

        The dead come before all others, so that nothing of theirs but more names is left.
        """
        record = self._records[number]
        rank = -1 if record.superseded_by else self._ranks[number]
        return rank, record.population or 0, -number


def _display(records: Sequence[PlaceRecord]) -> str:
    """Choose the name to show: chosen by hand, else plain English, else plain, else made plain."""
    best_first = records[::-1]
    for record in best_first:
        if record.curated and (chosen := record.name or next(_english([record]), "")):
            return chosen
    candidates = [
        *_english(best_first),
        *(record.name for record in best_first if record.name),
    ]
    country = next((record.country for record in best_first if record.country), "")
    for name in candidates:
        if script_of(name) == "latin" and not is_transliteration(name, country):
            return name
    return next(iter(candidates), "")


def _english(records: Iterable[PlaceRecord]) -> Iterator[str]:
    for record in records:
        for name in record.names:
            if name.language == "en" and name.kind == NameKind.PREFERRED:
                yield name.text


def _finished(record: PlaceRecord, admin1_names: Mapping[tuple[str, str], str]) -> PlaceRecord:
    """Return a record with the name to show and the name of its admin area."""
    shown = record.name if record.curated else display_name(record.name, record.country)
    admin1_name = record.admin1_name or admin1_names.get((record.country, record.admin1), "")
    if (shown, admin1_name) == (record.name, record.admin1_name):
        return record
    return _renamed(record, shown, admin1_name=admin1_name)


def _renamed(record: PlaceRecord, shown: str, **changes: Any) -> PlaceRecord:
    """Show another name, and keep the one before among the names."""
    names = record.names
    if record.name not in {shown, ""} and all(name.text != record.name for name in names):
        names = (*names, Name(record.name, "", NameKind.VARIANT))
    return replace(record, name=shown, names=names, **changes)


def _without_unit(name: str) -> str:
    for word in _UNIT_WORDS:
        name = name.removesuffix(word)
    return name


def _all_ids(base: PlaceRecord, overlay: PlaceRecord) -> tuple[str, ...]:
    ids = dict.fromkeys((*overlay.other_ids, base.id, *base.other_ids))
    ids.pop(overlay.id, None)
    return tuple(ids)


def _merged_names(base: PlaceRecord, overlay: PlaceRecord) -> tuple[Name, ...]:
    """Keep every name; where both spell one alike, the overlay knows its language and kind.

    A language has one preferred name, that of the overlay.
    """
    spelled = {name.text for name in overlay.names}
    if overlay.name:
        spelled.add(overlay.name)
    named = {name.language for name in overlay.names if name.kind == NameKind.PREFERRED}
    names = [
        *overlay.names,
        *(_demoted(name, named) for name in base.names if name.text not in spelled),
    ]
    if overlay.name and base.name not in {"", *spelled, *(name.text for name in names)}:
        names.append(Name(base.name, "", NameKind.VARIANT))
    return tuple(names)


def _demoted(name: Name, named: set[str]) -> Name:
    if name.kind == NameKind.PREFERRED and name.language in named:
        return replace(name, kind=NameKind.VARIANT)
    return name
