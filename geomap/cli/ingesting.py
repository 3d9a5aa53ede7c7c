"""`geomap ingest`: keep reports, and propose what is read in them."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from geomap import __version__
from geomap.cli.options import DAY
from geomap.cli.place_sources import counted
from geomap.cli.progress import progress_bar
from geomap.domain.rule import Rule
from geomap.errors import InvalidInput, NotRead
from geomap.imports.documents import Body, Document
from geomap.imports.fetching import Bounds, Fetcher
from geomap.services.atlases import prepare_database
from geomap.services.ingest_addresses import AddressIngester
from geomap.services.ingest_files import files_among, ingest_body, ingest_files
from geomap.services.ingesting import Ingested, Ingester, What
from geomap.services.reading import ready_gazetteer
from geomap.services.visiting import Visitor
from geomap.settings import Settings
from geomap.storage.database import Database

STANDARD_INPUT = "-"
SCHEME = "://"
_WORDS = {"place": "without a place", "actor": "by a party that the atlas lacks"}


@dataclass(slots=True)
class Tally:
    """What became of the reports of a run."""

    found: list[tuple[str, Ingested]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, ingested: Ingested | None, refused: str) -> None:
        """Count one, and say at once why another is refused."""
        if ingested is not None:
            self.found.append((name, ingested))
        else:
            self.refused.append((name, refused))
            click.echo(f"geomap: {refused}", err=True)

    def count(self, what: What) -> int:
        """How many reports became of one kind."""
        return sum(1 for _name, one in self.found if one.what is what)

    def left_out(self) -> Counter[str]:
        """What was read and not proposed: how many, by the reason."""
        return sum((Counter(one.left_out) for _name, one in self.found), Counter())


@click.command()
@click.argument("what", nargs=-1, required=True)
@click.option("--publisher", default="", metavar="NAME", help="Who published the reports.")
@click.option("--published", type=DAY, help="The day on which they were published.")
@click.option("--language", metavar="XX", help="ISO 639-1, such as nl. Default: told by the words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def ingest(
    settings: Settings,
    /,
    what: Sequence[str],
    publisher: str,
    published: datetime | None,
    language: str | None,
    **how: bool,
) -> None:
    """Keep the reports in WHAT and propose what they say; nothing on the map changes by that.

    WHAT are files (texts, web pages), folders of them, addresses of pages or of RSS and Atom
    feeds, or - for standard input. A report that was ingested before is left as it is, so a run
    that was interrupted is simply started again.
    """
    day = published.date() if published else None
    said = Document("", publisher=publisher, published=day, language=language)
    addresses = [one for one in what if SCHEME in one]
    if addresses and not settings.fetch:
        raise InvalidInput("Fetching is turned off (GEOMAP_FETCH=off); give files instead.")
    files = files_among([Path(one) for one in what if one not in {*addresses, STANDARD_INPUT}])
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    tally = Tally()
    with (
        progress_bar("Building the gazetteer index") as progress,
        ready_gazetteer(settings.gazetteer_path, progress) as gazetteer,
    ):
        ingester = Ingester(database, gazetteer)
        _ingest_files(ingester, files, said, settings, tally)
        if STANDARD_INPUT in what:
            _ingest_input(ingester, said, settings, tally)
        visiting = AddressIngester(database, ingester, _visitor(settings))
        for address in addresses:
            _ingest_address(visiting, address, said, tally)
    if how["as_json"]:
        click.echo(json.dumps(_document(tally), ensure_ascii=False))
    elif tally.found:
        click.echo(_said(tally))
    if tally.refused:
        sys.exit(1)


def _ingest_files(
    ingester: Ingester, files: Sequence[Path], said: Document, settings: Settings, tally: Tally
) -> None:
    with progress_bar("Ingesting reports") as progress:
        found = ingest_files(ingester, files, said, settings.largest_report)
        for number, one in enumerate(found, 1):
            tally.add(one.name, one.ingested, one.refused)
            if len(files) > 1:
                progress(number, len(files))


def _ingest_input(ingester: Ingester, said: Document, settings: Settings, tally: Tally) -> None:
    name, largest = "Standard input", settings.largest_report
    body = Body(sys.stdin.buffer.read(largest + 1), name)
    try:
        tally.add(name, ingest_body(ingester, body, said, largest), "")
    except (InvalidInput, NotRead) as error:
        tally.add(name, None, str(error))


def _ingest_address(visiting: AddressIngester, address: str, said: Document, tally: Tally) -> None:
    with progress_bar("Fetching pages") as progress:
        try:
            for one in visiting.ingest(address, said, progress):
                tally.add(one.url, one.ingested, one.refused)
        except (InvalidInput, NotRead) as error:
            tally.add(address, None, str(error))


def _visitor(settings: Settings) -> Visitor:
    contact = f" (+{settings.fetch_contact})" if settings.fetch_contact else ""
    bounds = Bounds(
        largest=settings.largest_report,
        ports=settings.fetch_ports,
        user_agent=f"geomap/{__version__}{contact}",
    )
    return Visitor(Fetcher(bounds), settings.fetch_delay)


def _document(tally: Tally) -> dict[str, Any]:
    return {
        "new": tally.count(What.NEW),
        "same_story": tally.count(What.SAME_STORY),
        "again": tally.count(What.AGAIN),
        "proposed": sum(one.proposed for _name, one in tally.found),
        "cited": sum(one.cited for _name, one in tally.found),
        "left_out": dict(tally.left_out()),
        "refused": [{"from": name, "reason": reason} for name, reason in tally.refused],
        "reports": [
            {
                "from": name,
                "report": one.report or None,
                "what": one.what.value,
                "proposed": one.proposed,
                "cited": one.cited,
            }
            for name, one in tally.found
        ],
    }


def _said(tally: Tally) -> str:
    new, same = tally.count(What.NEW), tally.count(What.SAME_STORY)
    document = _document(tally)
    parts = [
        f"{counted(new, 'new report')}",
        f"{same:,} with a wire story that was known" if same else "",
        f"{tally.count(What.AGAIN):,} ingested before" if tally.count(What.AGAIN) else "",
        f"{len(tally.refused):,} refused" if tally.refused else "",
    ]
    lines = [", ".join(filter(None, parts)) + "."]
    proposed = f"{counted(document['proposed'], 'statement')} proposed"
    cited = f", {document['cited']:,} cited once more" if document["cited"] else ""
    lines.append(f"{proposed}{cited}. Review them before they count.")
    if left_out := tally.left_out():
        reasons = ", ".join(
            f"{number:,} {_WORDS.get(part, f'for their part {part!r}')}"
            for part, number in left_out.most_common()
        )
        lines.append(f"Read, but not proposed: {reasons}.")
    return "\n".join(lines)
