"""The command line: parse, call one service, print; no more belongs here.

Exit codes: 0 done, 1 refused input (one line on standard error), 2 wrong usage.
"""

import logging
import os
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from gazetteer.errors import FilesRefused, GazetteerError
from geomap import __version__
from geomap.errors import GeomapError, InvalidAtlas
from geomap.settings import Settings

REFUSED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
# By name: the module of a command. One is imported when it is asked for, since what drawing a map
# needs takes seconds to load, and reading a report needs none of it.
COMMANDS: Mapping[str, str] = {
    "control": "control",
    "database": "database",
    "diff": "differences",
    "explain": "explaining",
    "export": "export",
    "gazetteer": "places",
    "ingest": "ingesting",
    "learned": "explaining",
    "load": "atlas",
    "place": "places",
    "read": "reading",
    "review": "review",
    "serve": "serve",
    "statistics": "statistics",
    "territory": "territory",
    "token": "tokens",
}


class _Commands(click.Group):
    """The commands of geomap, each imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """By name."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        del ctx
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"geomap.cli.{module}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geomap")
@click.pass_context
def cli(context: click.Context) -> None:
    """Conflict maps you can cite: who held what on any day, as known on any day."""
    context.obj = Settings.from_environ(os.environ)
    logging.basicConfig(level=context.obj.log_level, format="%(levelname)s %(name)s: %(message)s")
    # Migrations that run say so at INFO; that is for the log of a developer.
    logging.getLogger("alembic").setLevel(logging.WARNING)
    # What is odd in a page is said when it is refused, once.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # A browser asks for many files at once, and that some wait for a moment is no warning.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


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
