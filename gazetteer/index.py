"""Looking up: names, ids and points to places. Reads an index, never writes one."""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from numpy.typing import ArrayLike

from gazetteer.errors import InvalidQuery, PlaceNotFound
from gazetteer.index_file import LAYOUT, IndexReader
from gazetteer.location import default_path
from gazetteer.matching import Matcher
from gazetteer.places import Candidate, Context, IndexInfo, Place, SourceInfo
from gazetteer.sphere import check_point, geodesic_kilometres
from gazetteer.suggest import Suggester

if TYPE_CHECKING:  # Loading these takes longer, and far more memory, than to answer a name.
    from gazetteer.reverse import Nearest, PointTree

_PLACE = """
SELECT id, name, longitude, latitude, kind, country, admin1, population, names, admin1_name,
    other_ids
FROM place
"""
_HELD = "SELECT area FROM holder JOIN place AS held ON held.number = holder.place WHERE held.id = ?"
_HOLDERS = f"{_PLACE} WHERE number IN ({_HELD}) ORDER BY number"
_ENCLOSES = """
SELECT 1 FROM place JOIN holder ON holder.area = place.number WHERE place.id = ?
UNION SELECT 1 FROM place JOIN area ON area.place = place.number WHERE place.id = ?
"""
_BY_NUMBER = f"{_PLACE} WHERE number = ?"


class Gazetteer:
    """An open index. Threads may share it; close it when done, or use it in a `with` block.

    `matcher` is what looks names up, for those who study its answers; `reader` is the open file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.reader = IndexReader(path)
        self.matcher = Matcher(self.reader)
        self._suggester = Suggester(self.reader, self.matcher)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open an index; without a path, the one in the user's data folder (GEOMAP_GAZETTEER).

        Raises GazetteerMissing, GazetteerCorrupt (damaged, cut short, no index at all) or
        GazetteerOutdated; each says how to build a new one.
        """
        return cls(default_path() if path is None else path)

    def close(self) -> None:
        """Close the index. Later questions raise GazetteerError."""
        self.reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def lookup(
        self,
        name: str,
        *,
        country: str | None = None,
        context: Context | None = None,
        limit: int = 10,
    ) -> list[Candidate]:
        """Return the places that a name could mean, best first; none is an empty list.

        `country` (ISO 3166-1 alpha-2) and `context` put places first and shut out none; so do
        areas behind the name: "Sinjar, Idlib", "Sinjar (Iraq)". Raises InvalidName, or
        InvalidQuery for a country or a limit that makes no sense.
        """
        _check_limit(limit)
        return self.matcher.lookup(name, country, context, limit)

    def suggest(
        self, prefix: str, *, context: Context | None = None, limit: int = 10
    ) -> list[Candidate]:
        """Return the places whose name may begin so, best first, for a field that completes.

        Takes any script and one letter or more. Raises InvalidName, or InvalidQuery for a
        context or a limit that makes no sense.
        """
        _check_limit(limit)
        return self._suggester.suggest(prefix, context, limit)

    def get(self, place_id: str) -> Place:
        """Return the place with this id, such as `geonames:172955`, or another of its ids.

        Raises PlaceNotFound.
        """
        asked = _storable(place_id)
        for row in self.reader.fetch(f"{_PLACE} WHERE id = ?", (asked,)):
            return Place.of_row(row)
        for (number,) in self.reader.fetch("SELECT number FROM other_id WHERE id = ?", (asked,)):
            return self._place(number)
        raise PlaceNotFound(place_id)

    def reverse(
        self, longitude: float, latitude: float, *, limit: int = 1
    ) -> list[tuple[Place, float]]:
        """Return the places nearest to a point with their geodesic distance in kilometres.

        Countries, governorates, districts, regions and rivers are left out: one point says
        little about where they are. Raises InvalidQuery for a point that is not on the earth.
        """
        check_point(longitude, latitude)
        _check_limit(limit)
        numbers = self._points.around(longitude, latitude, limit)
        places = [self._place(number) for number in numbers]
        spots = [(place.longitude, place.latitude) for place in places]
        kilometres = geodesic_kilometres(longitude, latitude, spots)
        nearest = sorted(zip(kilometres, numbers, places, strict=True))[:limit]
        return [(place, distance) for distance, _, place in nearest]

    def nearest(
        self, longitude: float, latitude: float, *, limit: int = 10
    ) -> list[tuple[Place, float]]:
        """Return the nearest places, as `reverse` does."""
        return self.reverse(longitude, latitude, limit=limit)

    def reverse_many(self, longitudes: ArrayLike, latitudes: ArrayLike) -> "Nearest":
        """Return the nearest place of each of many points: ids and kilometres, as arrays.

        Where two places are equally near to within a hundredth, either may be named. Raises
        InvalidQuery for a point that is not on the earth, and for columns of unequal length.
        """
        return self._points.nearest_many(longitudes, latitudes)

    def areas(self, longitude: float, latitude: float) -> list[Place]:
        """Return the areas whose polygon holds a point, the smallest first.

        Only areas that were imported with a polygon are known. Raises InvalidQuery for a point
        that is not on the earth.
        """
        check_point(longitude, latitude)
        from gazetteer.areas import areas_holding  # noqa: PLC0415 - see the top.

        return [self._place(one) for one in areas_holding(self.reader, longitude, latitude)]

    def within(self, place_id: str) -> list[Place]:
        """Return the areas that hold a place, by the hierarchy of its sources or by a polygon.

        Only what was imported is known. Raises PlaceNotFound.
        """
        place = self.get(place_id)
        named = self.reader.fetch(_HOLDERS, (place.id,))
        around = [Place.of_row(row) for row in named]
        around += self.areas(place.longitude, place.latitude)
        return [one for one in {one.id: one for one in around}.values() if one.id != place.id]

    def encloses(self, place_id: str) -> bool:
        """Say whether it is known what lies in a place, by a hierarchy or by a polygon."""
        return bool(self.reader.fetch(_ENCLOSES, (_storable(place_id),) * 2))

    def info(self) -> IndexInfo:
        """Return what the index was made of, and when."""
        from gazetteer.tally import unpacked_contents  # noqa: PLC0415 - see the top.

        about = dict(self.reader.fetch("SELECT subject, content FROM about"))
        sources = self.reader.fetch("SELECT name, version, attribution FROM source ORDER BY rowid")
        return IndexInfo(
            path=self._path,
            layout=LAYOUT,
            built_at=datetime.fromisoformat(about["built_at"]),
            places=int(about["places"]),
            names=int(about["names"]),
            sources=tuple(SourceInfo(*row) for row in sources),
            contents=unpacked_contents(about["contents"]),
        )

    def _place(self, number: int) -> Place:
        (row,) = self.reader.fetch(_BY_NUMBER, (number,))
        return Place.of_row(row)

    @cached_property
    def _points(self) -> "PointTree":
        from gazetteer.reverse import PointTree  # noqa: PLC0415 - see the top.

        return PointTree.read(self.reader)


def _check_limit(limit: int) -> None:
    if limit < 1:
        raise InvalidQuery(f"limit: give a number of 1 or more, not {limit}.")


def _storable(place_id: str) -> str:
    # Half a surrogate pair cannot be handed to SQLite, and no id has one.
    return place_id.encode("utf-8", "replace").decode("utf-8")
