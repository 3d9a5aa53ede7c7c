"""Read a report: the gazetteer finds its places, the rules what it says of them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from gazetteer import Gazetteer, GazetteerError, PlaceNotFound
from gazetteer import Place as GazetteerPlace
from gazetteer.toponyms import Region, TextReader, Toponym
from gazetteer.toponyms import Sense as ToponymSense
from geomap.domain.reading import Mention, Names, Reading, ReadPlace, ReportText, Sense
from geomap.errors import TooLarge, Unreadable
from geomap.imports.documents import Body, Document, read_document
from geomap.reading.language.taught import TaughtPlaces
from geomap.reading.report import read_report
from geomap.services.settlements import kind_read

STATED_LANGUAGES = ("en", "nl")
"""Languages in which statements are read; in others only names of places are."""
_MEGABYTE = 1_000_000
_PLACES_KEPT = 4_000
_SENSES = {sense: Sense(sense.value) for sense in ToponymSense}


def ready_gazetteer(path: Path, progress: Callable[[int, int], None]) -> Gazetteer:
    """Open the index as it is; only where none can be used, one is built first.

    Raises GazetteerError when there is none and none can be built.
    """
    with suppress(GazetteerError):
        return Gazetteer.open(path)
    # What builds an index takes longer to load than a report to read.
    from geomap.services.places import ensure_index  # noqa: PLC0415 - see the line above.

    ensure_index(path, progress)
    return Gazetteer.open(path)


class ReportReader:
    """Reads reports one after the other with one gazetteer; not for several threads at once.

    `bias` are the countries (ISO 3166-1 alpha-2) that the reports are likely to tell of, `places`
    names that are known to mean a place, by its id.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        names: Names | None = None,
        bias: Sequence[str] = (),
        places: Mapping[str, str] | None = None,
    ) -> None:
        self._texts = TextReader(gazetteer, Region(frozenset(bias)) if bias else None)
        self._names = names or Names()
        found = {name: _taught(gazetteer, key) for name, key in (places or {}).items()}
        self._places: dict[str, ReadPlace] = {}
        self._taught = TaughtPlaces({name: place for name, place in found.items() if place})

    def read(self, report: ReportText) -> Reading:
        """All that is read from a report.

        Statements are read in the languages of `STATED_LANGUAGES` alone. Raises Unreadable when
        the language is neither given nor told by the words, and no name of a place is found.
        """
        found = self._texts.read(report.text, report.language)
        if not found.language and not found.toponyms:
            raise Unreadable(
                "The language of the report cannot be told from its words, and no name of a place"
                " is in it; give the language with --language, such as --language nl."
            )
        mentions = self._taught.among(report.text, [self._mention(one) for one in found.toponyms])
        if found.language not in STATED_LANGUAGES:
            return Reading(report.published, found.language, found.method, mentions)
        return read_report(report, found.language, mentions, self._names, found.method)

    def _mention(self, toponym: Toponym) -> Mention:
        return Mention(
            text=toponym.text,
            start=toponym.start,
            end=toponym.end,
            place=None if toponym.place is None else self._read_place(toponym.place),
            confidence=toponym.confidence,
            sense=_SENSES[toponym.sense],
        )

    def _read_place(self, place: GazetteerPlace) -> ReadPlace:
        """The place as reading knows it; most are named again and again."""
        known = self._places.get(place.id)
        if known is None:
            if len(self._places) >= _PLACES_KEPT:
                self._places.clear()
            known = self._places[place.id] = _place(place)
        return known


def document_of_file(body: bytes, name: str, largest: int) -> Document:
    """The report in a file of at most `largest` bytes. Raises TooLarge, Unreadable."""
    refuse_large(body, name, largest)
    return read_document(Body(body, name))


def refuse_large(body: bytes, name: str, largest: int) -> None:
    """Raise TooLarge for a body of more bytes than are read."""
    if len(body) > largest:
        raise TooLarge(
            f"{name} is larger than {largest / _MEGABYTE:g} MB; give the text of the report alone,"
            " or raise GEOMAP_LARGEST_REPORT (bytes)."
        )


def bytes_of_file(path: Path, largest: int) -> bytes:
    """What is in a file, but no more than one byte over what is read. Raises Unreadable."""
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except FileNotFoundError:
        raise Unreadable(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise Unreadable(f"{path} is a folder; geomap ingest takes folders.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error


def report_text(document: Document) -> ReportText:
    """What is read of a document."""
    return ReportText(
        text=document.text,
        published=document.published,
        language=document.language,
        publisher=document.publisher,
        title=document.title,
    )


def _taught(gazetteer: Gazetteer, key: str) -> ReadPlace | None:
    try:
        return _place(gazetteer.get(key))
    except PlaceNotFound:
        return None


def _place(place: GazetteerPlace) -> ReadPlace:
    where = (place.country, place.longitude, place.latitude, kind_read(place))
    return ReadPlace(place.id, place.name, *where)
