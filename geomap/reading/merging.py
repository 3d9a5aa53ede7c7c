"""The same fact once, however often a report tells it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from geomap.domain.statements import Effect
from geomap.reading.model import ReadClaim, ReadEvent, ReadPlace, ReadStatement

_HOLDING = (Effect.TAKES, Effect.HOLDS)


def merged_claims(claims: Iterable[ReadClaim]) -> tuple[ReadClaim, ...]:
    """Keep one claim for each place, holder and time; a taking says more than a holding."""
    kept: list[ReadClaim] = []
    for claim in claims:
        for index, known in enumerate(kept):
            if _same(known, claim):
                kept[index] = _better(known, claim)
                break
        else:
            kept.append(claim)
    return tuple(claim for claim in kept if not _is_implied(claim, kept))


_SOON = timedelta(days=7)


def _is_implied(claim: ReadClaim, others: Iterable[ReadClaim]) -> bool:
    """Whether somebody lost what the report says that another took in the same days."""
    return claim.effect is Effect.LOSES and any(
        other.effect is Effect.TAKES
        and other.holder != claim.loser
        and _key(other.place) == _key(claim.place)
        and other.when.earliest - _SOON <= claim.when.latest
        and claim.when.earliest <= other.when.settled + _SOON
        for other in others
    )


def _same(one: ReadClaim, other: ReadClaim) -> bool:
    if _key(one.place) != _key(other.place) or one.holder != other.holder:
        return False
    if (one.effect in _HOLDING) != (other.effect in _HOLDING):
        return False
    if one.effect not in _HOLDING and one.effect is not other.effect:
        return False
    if one.effect is Effect.LOSES and one.loser != other.loser:
        return False
    return _close(one, other)


def _close(one: ReadStatement, other: ReadStatement) -> bool:
    return one.when.earliest <= other.when.latest and other.when.earliest <= one.when.latest


def _better(one: ReadClaim, other: ReadClaim) -> ReadClaim:
    """The taking of the two, else the one told first; a loser is taken over."""
    first = one
    if other.effect is Effect.TAKES and one.effect is Effect.HOLDS:
        first, other = other, one
    return first if first.loser else replace(first, loser=other.loser)


def merged_events(events: Iterable[ReadEvent]) -> tuple[ReadEvent, ...]:
    """Keep one event for each kind, place and time, with the actors of all that is told of it."""
    kept: list[ReadEvent] = []
    for event in events:
        for index, known in enumerate(kept):
            if (
                known.kind is event.kind
                and _key(known.place) == _key(event.place)
                and _close(known, event)
            ):
                actors = tuple(dict.fromkeys((*known.actors, *event.actors)))
                kept[index] = replace(known, actors=actors)
                break
        else:
            kept.append(event)
    return tuple(kept)


def _key(place: ReadPlace | None) -> str | None:
    return place.id if place is not None else None
