"""Options that several commands share."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any

import click

from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint

DAY = click.DateTime(["%Y-%m-%d"])
LONGEST_DISPUTE_WINDOW = 3650
LARGEST_REVISION = 2**31 - 1
DEFAULT = "default"
# By name: what click reads it with, and what it does.
_OPTIONS: Mapping[str, tuple[Any, str]] = {
    "known": (DAY, "Count only what was known by this day."),
    "revision": (
        click.IntRange(1, LARGEST_REVISION),
        "Answer as of this revision of the atlas. Default: the newest.",
    ),
    "dispute_window": (
        click.IntRange(0, LONGEST_DISPUTE_WINDOW),
        "How many days older than one that says otherwise a claim may be and still count.",
    ),
    "reliability": (
        click.Choice([letter.value for letter in Reliability]),
        "Hear only sources of this reliability or better.",
    ),
    "source": (
        click.STRING,
        "Hear only this source, by id; several with commas between them.",
    ),
}
Command = Callable[..., Any]


def standpoint_options(command: Command) -> Command:
    """From where a command answers: it is called with a `standpoint` made of these options."""

    @wraps(command)
    def with_standpoint(*arguments: Any, **options: Any) -> Any:
        asked = {name: options.pop(name) for name in _OPTIONS}
        return command(*arguments, standpoint=_standpoint(Rule(), **asked), **options)

    for name, (kind, says) in reversed(list(_OPTIONS.items())):
        flag = "--" + name.replace("_", "-")
        with_standpoint = click.option(flag, type=kind, multiple=name == "source", help=says)(
            with_standpoint
        )
    return with_standpoint


def second_standpoint_options(command: Command) -> Command:
    """From where the second of two answers is given: the command is called with a `second`.

    It is the standpoint of the first but for what is given with `--to-` in front; `default` takes
    back there what was asked of the first. Stands below `standpoint_options`.
    """

    @wraps(command)
    def with_second(*arguments: Any, standpoint: Standpoint, **options: Any) -> Any:
        given = {name: options.pop(f"to_{name}") for name in _OPTIONS}
        second = _second(standpoint, {name: one for name, one in given.items() if one})
        return command(*arguments, standpoint=standpoint, second=second, **options)

    for name, (kind, says) in reversed(list(_OPTIONS.items())):
        flag = "--to-" + name.replace("_", "-")
        says_so = f"For the second answer: {says[0].lower()}{says[1:]}"
        with_second = click.option(flag, callback=_or_default(kind), help=says_so)(with_second)
    return with_second


def _or_default(kind: Any) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """Reads a value, or the word `default`, into a tuple, so that zero is not taken for nothing."""

    def read(context: click.Context, option: click.Parameter, text: str | None) -> Any:
        if text is None:
            return None
        return (None,) if text == DEFAULT else (kind.convert(text, option, context),)

    return read


def _second(first: Standpoint, given: Mapping[str, tuple[Any]]) -> Standpoint:
    asked: dict[str, Any] = {
        "known": first.known,
        "revision": first.revision,
        "dispute_window": first.rule.dispute_window.days,
        "reliability": first.rule.least_reliability,
        "source": tuple(first.rule.sources),
    }
    for name, (value,) in given.items():
        asked[name] = value
        if name == "source":
            asked[name] = () if value is None else (value,)
    return _standpoint(Rule(), **asked)


def _standpoint(rule: Rule, *, known: date | None, revision: int | None, **of: Any) -> Standpoint:
    window, letter = of["dispute_window"], of["reliability"]
    asked = replace(
        rule,
        dispute_window=rule.dispute_window if window is None else timedelta(days=window),
        least_reliability=None if letter is None else Reliability(letter),
        sources=frozenset(_sources(of["source"])),
    )
    day = known.date() if isinstance(known, datetime) else known
    return Standpoint(day, revision, asked)


def _sources(given: tuple[str, ...]) -> list[str]:
    sources = [part.strip() for text in given for part in text.split(",") if part.strip()]
    if given and not sources:
        raise click.UsageError("--source names none; give ids, such as sohr,reuters.")
    return sources
