"""Read a report: the gazetteer finds its places, the rules what it says of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from sqlalchemy.orm import Session

from gazetteer import Gazetteer
from gazetteer import Place as GazetteerPlace
from geomap.domain.reading import Mention, Names, Reading, ReadPlace, ReportText, Sense
from geomap.domain.statements import Actor
from geomap.errors import TooLarge, Unreadable
from geomap.imports.documents import Body, Document, read_document
from geomap.storage.atlases import load_actors, load_frame
from geomap.storage.revisions import latest_revision

STATED_LANGUAGES = ("en", "nl")
"""Languages in which statements are read; in others only names of places are."""
_MEGABYTE = 1_000_000


class Toponym(Protocol):
    """A place name as the gazetteer finds it in a text."""

    text: str
    start: int
    end: int
    place: GazetteerPlace | None
    confidence: float
    sense: str


class ReportReader:
    """Reads reports one after the other with one gazetteer; not for several threads at once.

    `bias` are the countries (ISO 3166-1 alpha-2) that the reports are likely to tell of.
    """

    def __init__(
        self, gazetteer: Gazetteer, names: Names | None = None, bias: Sequence[str] = ()
    ) -> None:
        from gazetteer.toponyms import TextReader  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

        self._texts = TextReader(gazetteer, tuple(bias) or None)
        self._names = names or Names()

    def read(self, report: ReportText) -> Reading:
        """All that is read from a report.

        Raises Unreadable when nobody says its language and it cannot be told from its words.
        """
        from geomap.reading.report import read_report  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

        found = self._texts.read(report.text, report.language)
        if not found.language:
            raise Unreadable(
                "The language of the report cannot be told from its words; give it with"
                " --language, such as --language nl."
            )
        mentions = [_mention(toponym) for toponym in found.toponyms]
        reading: Reading = read_report(report, found.language, mentions, self._names, found.method)
        return reading


def names_of_atlas(session: Session) -> tuple[Names, tuple[str, ...]]:
    """The names by which the atlas calls its actors, and the countries that it covers."""
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    actors = load_actors(session, revision).values()
    names = {name: actor.id for actor in actors for name in _names_of(actor)}
    return Names(names), () if frame is None else frame.countries


def document_of_file(body: bytes, name: str, largest: int) -> Document:
    """The report in a file of at most `largest` bytes. Raises TooLarge, Unreadable."""
    if len(body) > largest:
        raise TooLarge(
            f"{name} is {len(body) / _MEGABYTE:.1f} MB; reports of up to"
            f" {largest / _MEGABYTE:g} MB are read (GEOMAP_LARGEST_REPORT)."
        )
    return read_document(Body(body, name))


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


def _names_of(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.names.values(), *actor.aliases)


def _mention(toponym: Toponym) -> Mention:
    return Mention(
        text=toponym.text,
        start=toponym.start,
        end=toponym.end,
        place=None if toponym.place is None else _place(toponym.place),
        confidence=toponym.confidence,
        sense=Sense(toponym.sense),
    )


def _place(place: GazetteerPlace) -> ReadPlace:
    where = (place.country, place.longitude, place.latitude, place.kind)
    return ReadPlace(place.id, place.name, *where)
