"""Options that several commands share."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

import click

from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint

DAY = click.DateTime(["%Y-%m-%d"])
LONGEST_DISPUTE_WINDOW = 3650
LARGEST_REVISION = 2**31 - 1
_NAMES = ("known", "revision", "dispute_window", "reliability", "source")
Command = Callable[..., Any]


def standpoint_options(command: Command) -> Command:
    """From where a command answers: it is called with a `standpoint` made of these options."""

    @click.option("--known", type=DAY, help="Count only what was known by this day.")
    @click.option(
        "--revision",
        type=click.IntRange(1, LARGEST_REVISION),
        help="Answer as of this revision of the atlas. Default: the newest.",
    )
    @click.option(
        "--dispute-window",
        type=click.IntRange(0, LONGEST_DISPUTE_WINDOW),
        metavar="DAYS",
        help="How much older than the newest a claim may be and still disagree with it.",
    )
    @click.option(
        "--reliability",
        type=click.Choice([letter.value for letter in Reliability]),
        help="Hear only sources of this reliability or better.",
    )
    @click.option(
        "--source",
        multiple=True,
        metavar="ID",
        help="Hear only this source; may be given several times, or with commas between ids.",
    )
    @wraps(command)
    def with_standpoint(*arguments: Any, **options: Any) -> Any:
        asked = {name: options.pop(name) for name in _NAMES}
        return command(*arguments, standpoint=_standpoint(Rule(), **asked), **options)

    return with_standpoint


def _standpoint(
    rule: Rule, *, known: datetime | None, revision: int | None, **of: Any
) -> Standpoint:
    window, letter = of["dispute_window"], of["reliability"]
    asked = replace(
        rule,
        dispute_window=rule.dispute_window if window is None else timedelta(days=window),
        least_reliability=None if letter is None else Reliability(letter),
        sources=frozenset(_sources(of["source"])),
    )
    return Standpoint(known.date() if known else None, revision, asked)


def _sources(given: tuple[str, ...]) -> list[str]:
    sources = [part.strip() for text in given for part in text.split(",") if part.strip()]
    if given and not sources:
        raise click.UsageError("--source names none; give ids, such as sohr,reuters.")
    return sources
