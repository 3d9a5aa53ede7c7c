"""Claims for tests: a test names only what matters to it."""

from datetime import date
from itertools import count
from typing import Any

from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.statements import Claim, Effect
from geomap.domain.when import When

_NUMBERS = count(1)


def grade(text: str) -> Grade:
    """An Admiralty grade, such as B2."""
    return Grade(Reliability(text[0]), Credibility(int(text[1])))


def make_claim(effect: str, holder: str | None, when: str, **more: Any) -> Claim:
    """A claim on one place by a source of its own, known on its earliest day, graded B2."""
    number = next(_NUMBERS)
    dated = When.parse(when)
    values: dict[str, Any] = {
        "id": f"claim-{number}",
        "place_id": "place",
        "source_id": f"source-{number}",
        "report_id": None,
        "known": dated.earliest,
        "grade": grade("B2"),
        "summary": "",
    } | more
    return Claim(effect=Effect(effect), holder=holder, when=dated, **values)


def takes(holder: str, when: str, **more: Any) -> Claim:
    """Control passes to the holder."""
    return make_claim("takes", holder, when, **more)


def holds(holder: str, when: str, **more: Any) -> Claim:
    """The holder is seen in control."""
    return make_claim("holds", holder, when, **more)


def contests(when: str, **more: Any) -> Claim:
    """There is fighting inside."""
    return make_claim("contests", None, when, **more)


def loses(loser: str, when: str, **more: Any) -> Claim:
    """The loser was driven out."""
    return make_claim("loses", None, when, loser=loser, **more)


def day(text: str) -> date:
    """A day, as YYYY-MM-DD."""
    return date.fromisoformat(text)
