"""Walking through proposals in a terminal: each with its sentence and what it would change."""

from contextlib import suppress
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from geomap.cli.review_desk import TerminalDesk
from geomap.domain.control import Verdict
from geomap.domain.proposals import Proposal
from geomap.errors import Conflict, InvalidInput, InvalidStatement
from geomap.services.consequences import Consequences
from geomap.services.reviewing import Article

AROUND = 200
"""Characters of the report that are shown before and after a sentence."""
CHECKED = "Checked against the report."
CORRECTED = "Corrected while reviewing."
SAME = "The same event, told by another report."
UNDONE = "Undone while reviewing."
KEYS = "a accept, c correct, m merge, r reject, s skip, u undo the last, q quit"
_FIELDS = {
    "claim": ("when", "effect", "holder", "loser", "credibility"),
    "event": ("when", "kind", "title", "credibility"),
    "figure": ("when", "measure", "unit", "low", "value", "high", "actor", "credibility"),
}
_WHOLE = {"credibility"}
_NUMBERS = {"low", "value", "high"}


class _Left(Exception):
    """The reviewer leaves."""


def walk(desk: TerminalDesk, report: str | None) -> None:
    """Ask about each proposal that waits, until all are decided or the reviewer leaves."""
    console = Console(highlight=False)
    decided: list[int] = []
    after = 0
    with suppress(_Left):
        while waiting := desk.waiting(report, after):
            for proposal in waiting:
                _show(console, desk, proposal)
                _ask(console, desk, proposal, decided)
                after = proposal.number
    console.print(f"{len(decided)} decided; {len(desk.waiting(report))} still wait.")


def said(proposal: Proposal) -> str:
    """What a proposal says, in a line."""
    suggestion = proposal.suggestion
    statement = suggestion.statement
    if suggestion.kind == "claim":
        parties = [statement["holder"], statement["effect"], statement["loser"]]
        return " ".join(part for part in (*parties, f"({statement['summary']})") if part)
    name = statement["kind"] if suggestion.kind == "event" else statement["measure"]
    return f"{name}: {statement['summary']}"


def _show(console: Console, desk: TerminalDesk, proposal: Proposal) -> None:
    statement = proposal.suggestion.statement
    article = desk.article(statement["report"])
    place = article.places.get(statement["place_id"] or "")
    source = article.sources.get(statement["source"])
    console.rule(f"Proposal {proposal.number}")
    if article.report is not None:
        title = article.report.title or article.report.publisher
        console.print(
            Text(f"{title} – {article.report.publisher}, {article.report.published.edtf}")
        )
    console.print(_sentence(proposal, article))
    for cited in article.cited_again:
        again = article.told_by.get(cited.report_id)
        if cited.proposal == proposal.number and again is not None:
            console.print(Text(f"Also in: {again.publisher}, {again.published.edtf}", style="dim"))
    console.print(Text(said(proposal), style="bold"))
    where = f"{place.name} ({place.country})" if place else "no place"
    grade = f"{source.reliability if source else '?'}{statement['credibility']}"
    sure = proposal.suggestion.confidence
    parts = (where, statement["when"], f"{source.name if source else statement['source']} {grade}")
    console.print(Text(" · ".join((*parts, *([f"{sure:.0%} sure"] if sure is not None else [])))))
    _show_consequences(console, desk, proposal, statement)


def _sentence(proposal: Proposal, article: Article) -> Text:
    """The quote, marked, with a little of the report around it."""
    quote, span = proposal.suggestion.statement["quote"] or "", proposal.suggestion.span
    if article.text is None or span is None:
        return Text(quote, style="reverse")
    start, end = span
    before, after = article.text[max(0, start - AROUND) : start], article.text[end : end + AROUND]
    return Text.assemble((before, "dim"), (article.text[start:end], "reverse"), (after, "dim"))


def _show_consequences(
    console: Console, desk: TerminalDesk, proposal: Proposal, document: Any
) -> Consequences | None:
    try:
        found = desk.preview(proposal, document)
    except InvalidStatement as error:
        console.print(Text(f"It cannot be accepted so: {error.part}: {error}", style="red"))
        return None
    for change in found.changes[:5]:
        before, after = _verdict(change.before), _verdict(change.after)
        line = f"{change.place.name} on {found.day}: {before} → {after}"
        console.print(Text(line if before != after else f"{line} (other days change)"))
    if proposal.suggestion.kind == "claim" and not found.changes:
        console.print("Nothing changes on the map.")
    return found


def _verdict(verdict: Verdict) -> str:
    named = ", ".join(verdict.holders)
    return f"{verdict.status}: {named}" if named else verdict.status.value


def _ask(console: Console, desk: TerminalDesk, proposal: Proposal, decided: list[int]) -> None:
    """Ask until it is decided or skipped; `decided` are the numbers of those decided so far."""
    while True:
        key = click.prompt(f"[{KEYS}]", default="s", show_default=False).strip().lower()[:1]
        if key == "q":
            raise _Left
        if key == "s" or _tried(console, desk, proposal, key, decided):
            return


def _tried(
    console: Console, desk: TerminalDesk, proposal: Proposal, key: str, decided: list[int]
) -> bool:
    """Do what a key stands for, or say why not; whether the proposal needs no answer any more."""
    try:
        if key == "u":
            _undo(console, desk, decided)
        elif _act(console, desk, proposal, key):
            decided.append(proposal.number)
            return True
    except Conflict as error:
        console.print(Text(str(error), style="red"))
        # Somebody else has decided on it.
        return key != "u"
    except InvalidInput as error:
        console.print(Text(str(error), style="red"))
    return False


def _act(console: Console, desk: TerminalDesk, proposal: Proposal, key: str) -> bool:
    """Do what a key stands for; whether the proposal is decided then."""
    number = proposal.number
    if key == "a":
        revision = desk.accept(number, click.prompt("Note", default=CHECKED))
        console.print(f"Accepted by revision {revision}.")
    elif key == "r":
        desk.reject(number, click.prompt("Reason"))
        console.print("Rejected.")
    elif key == "m":
        return _merge(console, desk, number)
    elif key == "c":
        return _correct(console, desk, proposal)
    else:
        console.print(f"There is no {key!r}: {KEYS}.")
        return False
    return True


def _undo(console: Console, desk: TerminalDesk, decided: list[int]) -> None:
    if not decided:
        console.print("There is nothing to undo.")
        return
    desk.undo(decided[-1], UNDONE)
    console.print(f"Proposal {decided.pop()} waits again.")


def _merge(console: Console, desk: TerminalDesk, number: int) -> bool:
    events = desk.alike(number)
    if not events:
        console.print("The atlas has no event at this place within a week.")
        return False
    for at, (_key, title) in enumerate(events, 1):
        console.print(Text(f"{at}  {title}"))
    chosen = click.prompt("Which one", type=click.IntRange(0, len(events)), default=1)
    if chosen == 0:
        return False
    revision = desk.merge(number, events[chosen - 1][0], click.prompt("Note", default=SAME))
    console.print(f"Merged by revision {revision}.")
    return True


def _correct(console: Console, desk: TerminalDesk, proposal: Proposal) -> bool:
    suggestion = proposal.suggestion
    document = dict(suggestion.statement)
    console.print("Enter keeps what stands in brackets; - takes it away.")
    document["place_id"] = _place(desk, document["place_id"])
    for part in _FIELDS[suggestion.kind]:
        document[part] = _field(part, document[part])
    if suggestion.kind == "event":
        given = click.prompt("actors, with commas", default=",".join(document["actors"]))
        document["actors"] = [one.strip() for one in given.split(",") if one.strip(" -")]
    found = _show_consequences(console, desk, proposal, document)
    if found is None or not click.confirm("Accept it so?", default=True):
        return False
    taught = tuple(
        name
        for name in desk.taught(found)
        if click.confirm(f"Read {name.name!r} as {name.key} from now on?", default=True)
    )
    revision = desk.accept(
        proposal.number, click.prompt("Note", default=CORRECTED), document, taught
    )
    console.print(f"Accepted by revision {revision}.")
    return True


def _place(desk: TerminalDesk, key: str | None) -> str | None:
    """Ask for a place until one is found: a name, `name, country` or an id."""
    known = desk.find_place(key) if key else None
    default = known.name if known else (key or "-")
    while True:
        given = click.prompt("place (name, name/COUNTRY or id)", default=default).strip()
        if given == default:
            return key
        if given == "-":
            return None
        try:
            if ":" in given:
                return desk.places.by_id(given).id
            name, _slash, country = given.partition("/")
            return desk.places(name.strip(), country.strip().upper(), "").id
        except InvalidInput as error:
            click.echo(str(error), err=True)


def _field(part: str, value: Any) -> Any:
    shown = "-" if value is None else str(value)
    given = click.prompt(part, default=shown).strip()
    if given == shown:
        return value
    if given == "-":
        return None
    try:
        return int(given) if part in _WHOLE else float(given) if part in _NUMBERS else given
    except ValueError:
        # The statement is refused with the part that is wrong.
        return given
