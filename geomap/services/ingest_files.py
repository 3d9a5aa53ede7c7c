"""Ingest the reports in files and folders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geomap.errors import InvalidInput, NotRead, Unreadable
from geomap.imports.documents import Body, Document, read_document
from geomap.imports.feeds import is_feed
from geomap.services.ingesting import Ingested, Ingester, digest_of
from geomap.services.reading import bytes_of_file, refuse_large


@dataclass(frozen=True, slots=True)
class FileIngested:
    """What became of a file: a report, or the reason why it is none."""

    name: str
    ingested: Ingested | None = None
    refused: str = ""


def files_among(paths: Sequence[Path]) -> list[Path]:
    """The files, and those in the folders and theirs, but for hidden ones, in their order.

    Raises Unreadable for a path where nothing is.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.is_file())
            found += sorted(one for one in inside if not _is_hidden(one.relative_to(path)))
        elif path.exists():
            found.append(path)
        else:
            raise Unreadable(f"There is no file {path}.")
    return found


def ingest_files(
    ingester: Ingester, files: Sequence[Path], said: Document, largest: int
) -> Iterator[FileIngested]:
    """Ingest files one by one; what is said of the reports goes before what they say themselves."""
    for file in files:
        try:
            body = Body(bytes_of_file(file, largest), str(file))
            yield FileIngested(str(file), ingest_body(ingester, body, said, largest))
        except (InvalidInput, NotRead) as error:
            yield FileIngested(str(file), refused=_named(str(error), str(file)))


def ingest_body(ingester: Ingester, body: Body, said: Document, largest: int) -> Ingested:
    """Ingest what was read from a file. Raises TooLarge, Unreadable."""
    refuse_large(body.content, body.name, largest)
    digest = digest_of(body, said)
    before = ingester.read_before(digest)
    if before is not None:
        return before
    if is_feed(body.content):
        raise Unreadable(f"{body.name} is a feed; give its address, so that its pages are fetched.")
    return ingester.ingest(read_document(body).said(said), digest)


def _named(reason: str, name: str) -> str:
    return reason if name in reason else f"{name}: {reason}"


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
