"""The command line: parse, call one service, print; no more belongs here.

Exit codes: 0 done, 1 refused input (one line on standard error), 2 wrong usage.
"""

import logging
import os
import sys

import click

from gazetteer.errors import FilesRefused, GazetteerError
from geomap import __version__
from geomap.cli.atlas import load
from geomap.cli.control import control
from geomap.cli.database import database
from geomap.cli.differences import diff
from geomap.cli.explaining import explain, learned
from geomap.cli.export import export
from geomap.cli.places import gazetteer, place
from geomap.cli.reading import read
from geomap.cli.serve import serve
from geomap.cli.statistics import statistics
from geomap.cli.territory import territory
from geomap.cli.tokens import token
from geomap.errors import GeomapError, InvalidAtlas
from geomap.settings import Settings

REFUSED = 1
WRONG_USAGE = 2
INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geomap")
@click.pass_context
def cli(context: click.Context) -> None:
    """Conflict maps you can cite: who held what on any day, as known on any day."""
    context.obj = Settings.from_environ(os.environ)
    logging.basicConfig(level=context.obj.log_level, format="%(levelname)s %(name)s: %(message)s")
    # Migrations that run say so at INFO; that is for the log of a developer.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # A browser asks for many files at once, and that some wait for a moment is no warning.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


for command in (
    *(control, database, diff, explain, export, gazetteer, learned, load, place),
    *(read, serve, statistics, territory, token),
):
    cli.add_command(command)


def main() -> None:
    """Run the command line, with one clear line for everything that is refused."""
    try:
        cli.main(standalone_mode=False)
    except (GeomapError, GazetteerError) as error:
        _refuse(error)
    except click.ClickException as error:
        error.show()
        sys.exit(WRONG_USAGE if isinstance(error, click.UsageError) else REFUSED)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(REFUSED)


def _refuse(error: Exception) -> None:
    for line in error.problems if isinstance(error, FilesRefused | InvalidAtlas) else ():
        click.echo(line, err=True)
    click.echo(f"geomap: {error}", err=True)
    sys.exit(REFUSED)
