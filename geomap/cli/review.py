"""`geomap review`: decide on what was proposed, one by one or by number."""

import getpass
import json
from dataclasses import dataclass

import click
from rich.table import Table

from geomap.cli.review_desk import TerminalDesk, terminal_desk
from geomap.cli.review_names import names
from geomap.cli.review_rules import rules
from geomap.cli.review_walk import said, walk
from geomap.cli.tables import print_table
from geomap.exports.proposals import proposal_document
from geomap.settings import Settings

CHECKED = "Checked against the report."


@dataclass(frozen=True, slots=True)
class Wished:
    """What the command line says is to be done."""

    accept: tuple[int, ...]
    reject: tuple[int, ...]
    merge: tuple[int, str] | None
    undo: tuple[int, ...]
    note: str | None
    reason: str | None

    @property
    def any(self) -> bool:
        """Whether anything is to be done without asking."""
        return bool(self.accept or self.reject or self.merge or self.undo)


def default_author() -> str:
    """Whoever is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


@click.group(invoke_without_command=True)
@click.option("--list", "listing", is_flag=True, help="List what waits, and decide nothing.")
@click.option("--json", "as_json", is_flag=True, help="List it as JSON.")
@click.option("--report", metavar="ID", help="Only what was read in this report.")
@click.option("--accept", type=int, multiple=True, metavar="N", help="Accept proposal N.")
@click.option("--reject", type=int, multiple=True, metavar="N", help="Reject proposal N.")
@click.option(
    "--merge", type=(int, str), metavar="N EVENT", help="Let an EVENT of the atlas cite proposal N."
)
@click.option("--undo", type=int, multiple=True, metavar="N", help="Take the decision on N back.")
@click.option("--note", help=f"Why; it is public. Default: {CHECKED}")
@click.option("--reason", help="Why it is rejected; needed with --reject.")
@click.option("--author", help="The author of the revisions. Default: the user who is logged in.")
@click.pass_context
def review(
    context: click.Context,
    /,
    *,
    listing: bool,
    as_json: bool,
    report: str | None,
    author: str | None,
    **wished: object,
) -> None:
    """Walk through the proposals that wait: accept, correct, merge or reject each.

    With --accept, --reject, --merge or --undo it decides without asking.
    """
    context.meta["author"] = author or default_author()
    if context.invoked_subcommand is not None:
        return
    todo = Wished(**wished)  # type: ignore[arg-type]  # click has made each of its type.
    if todo.reject and not (todo.reason or "").strip():
        raise click.UsageError("--reject needs --reason: why it is rejected.")
    settings: Settings = context.obj
    with terminal_desk(settings, context.meta["author"]) as desk:
        if todo.any:
            _decide(desk, todo)
        elif listing or as_json:
            _list(desk, report, as_json=as_json)
        else:
            walk(desk, report)


def _decide(desk: TerminalDesk, todo: Wished) -> None:
    note = todo.note or CHECKED
    for number in todo.accept:
        revision = desk.accept(number, note)
        click.echo(f"Proposal {number} is accepted by revision {revision}.")
    for number in todo.reject:
        desk.reject(number, todo.reason or "")
        click.echo(f"Proposal {number} is rejected.")
    if todo.merge is not None:
        number, event = todo.merge
        revision = desk.merge(number, event, note)
        click.echo(f"Event {event} cites proposal {number} from revision {revision} on.")
    for number in todo.undo:
        desk.undo(number, todo.note or "Undone while reviewing.")
        click.echo(f"Proposal {number} waits again.")


def _list(desk: TerminalDesk, report: str | None, *, as_json: bool) -> None:
    waiting = desk.waiting(report)
    if as_json:
        shown = [proposal_document(one) for one in waiting]
        click.echo(json.dumps(shown, ensure_ascii=False))
        return
    if not waiting:
        click.echo("Nothing waits.")
        return
    table = Table("number", "report", "when", "says", box=None, pad_edge=False)
    for one in waiting:
        statement = one.suggestion.statement
        table.add_row(str(one.number), statement["report"] or "", statement["when"], said(one))
    print_table(table)


review.add_command(names)
review.add_command(rules)
