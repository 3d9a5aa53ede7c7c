"""Every sentence in which an answer is explained, in one table, so that it can be translated.

A sentence names what it needs in braces. What is filled in is never read as a template itself, so
a name may hold whatever it likes.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from geomap.domain.control import Status, Verdict
from geomap.domain.explanation import Fate
from geomap.domain.statements import Claim, Effect

ENGLISH = {
    # ------------------------------------------------------------ what a claim says
    Effect.TAKES: "{holder} takes {place}",
    Effect.HOLDS: "{holder} holds {place}",
    Effect.LOSES: "{loser} loses {place}",
    Effect.CONTESTS: "there is fighting inside {place}",
    "takes_from": "{holder} takes {place} from {loser}",
    "contests_one": "there is fighting inside {place}, with {holder} a party",
    "contests_both": "there is fighting inside {place} between {holder} and {loser}",
    "claim": "{source} ({grade}), {when}, known {known}: {says}.",
    "claim_named": "“{says}” ({source}, {when})",
    # ------------------------------------------------------- what became of a claim
    Fate.NOT_HEARD: "Left out: this answer does not hear {source}, of reliability {reliability}.",
    Fate.NOT_KNOWN: "Not known yet: it became known on {known}.",
    Fate.NOT_IN_FORCE: "Not in force yet: it speaks of {earliest} at the earliest.",
    Fate.BELOW: "Set aside: there is a claim on {nearer}, which goes before one on {place}: {by}.",
    Fate.PENDING: "Pending: it took effect on some day up to {settled}, perhaps not yet.",
    Fate.HISTORY: "History: control changed later, by {by}.",
    Fate.REPLACED: "Replaced: the same source said later, {by}.",
    Fate.OUTSIDE_WINDOW: (
        "Too old to disagree: {days} days older than {by}, which says otherwise; the dispute"
        " window is {window} days."
    ),
    Fate.COUNTED: "Counts for {parties}: {reliability} × {credibility} = {weight}.",
    "counted_nobody": "Counts, and names nobody as the holder.",
    # ------------------------------------------------------------------- the answer
    Status.HELD: "On {day}, {place} was held by {holder}.",
    "opposed": (
        "On {day}, {place} was held by {holder}, with {share} of the weight; {others} also named."
    ),
    Status.CONTESTED: "On {day}, {place} was contested: a claim tells of fighting inside.",
    Status.DISPUTED: (
        "On {day}, {place} was disputed: sources name {holders}, and none of them has {majority}"
        " of the weight."
    ),
    Status.UNKNOWN: "On {day}, nobody is known to have held {place}.",
    "candidates": "A change was under way whose day is not known: {candidates} may have held it.",
    "uncertain": "A change was under way whose day is not known.",
    "share": "{actor}: {weight} of {total}, {share}.",
    "fresh": "The newest claim that names {holder} was {age} days old; the limit is {limit} days.",
    "stale": "The answer is stale: the newest claim that names {holder} was {age} days old.",
    "standing": "A standing claim names {holder}, so the answer does not grow stale.",
    "nothing": "No claim was ever made on {place} or on an area that it lies in.",
    # --------------------------------------------------------------- the standpoint
    "known": "As known on {known}.",
    "revision": "As the atlas stood at revision {revision}.",
    "sources": "As told by {sources} alone.",
    "reliability": "Hearing only sources of reliability {reliability} or better.",
    "window": "With a dispute window of {window} days.",
    # ------------------------------------------------------- two answers side by side
    "shortly_held": "held by {holders}",
    "shortly_contested": "contested",
    "shortly_contested_by": "contested between {holders}",
    "shortly_disputed": "disputed between {holders}",
    "shortly_unknown": "unknown",
    "mark_opposed": "opposed by {others}",
    "mark_uncertain": "uncertain",
    "mark_perhaps": "perhaps {candidates} already",
    "mark_stale": "stale",
    "marked": "{answer} ({marks})",
    "difference": "{place}: {before} before, {after} now.",
    "alternative": "{place}: {standard} by the standard rule, {asked} as asked.",
    "role_counts": "New; it counts.",
    "role_pending": "New; it tells of a change that may have taken place by then.",
    "role_sets_aside": "New; it was overtaken since, but it put older evidence aside.",
    "role_edited": "It counted before it was edited.",
    "role_withdrawn": "It counted before it was withdrawn.",
    "and_aside": "{role} It put aside {aside}.",
    # ------------------------------------------------------------------------- the feed
    "feed_title": "{atlas}: changes of control",
    "news": "{place}, {day}: {after} (before: {before})",
    "news_first": "{place}, {day}: {after}",
    # ----------------------------------------------------------------- lists of names
    "two": "{first} and {last}",
    "day": "{day} {month} {year}",
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
Key = Effect | Fate | Status | str


def sentence(key: Key, **parts: object) -> str:
    """The sentence of a key with its parts filled in."""
    return ENGLISH[key].format(**parts)


def listed(names: Sequence[str]) -> str:
    """Names as a person would list them: one, two, or several with commas."""
    if len(names) < 2:  # noqa: PLR2004 -- One or none is no list.
        return "".join(names)
    return sentence("two", first=", ".join(names[:-1]), last=names[-1])


def percent(part: Fraction) -> str:
    """A part of the whole in percent, rounded to a whole number."""
    return f"{round(part * 100)} %"


def hundredths(weight: int) -> str:
    """A weight in hundredths as a decimal number."""
    return f"{weight // 100}.{weight % 100:02}"


def tenths(weight: int) -> str:
    """A weight in tenths as a decimal number."""
    return f"{weight // 10}.{weight % 10}"


def long_day(day: date) -> str:
    """A day as a person writes it."""
    return sentence("day", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def effect_key(claim: Claim) -> Key:
    """Which sentence says what a claim says."""
    if claim.effect is Effect.TAKES and claim.loser:
        return "takes_from"
    if claim.effect is Effect.CONTESTS and claim.holder and claim.loser:
        return "contests_both"
    if claim.effect is Effect.CONTESTS and (claim.holder or claim.loser):
        return "contests_one"
    return claim.effect


def verdict_key(verdict: Verdict) -> Key:
    """Which sentence says the verdict."""
    return "opposed" if verdict.opposed else verdict.status
