"""The same event once, however often and in whatever words a report tells it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from geomap.domain.event_kinds import EventKind
from geomap.reading.merging import Told, close, key
from geomap.reading.model import ReadEvent


def merged_events(events: Iterable[Told[ReadEvent]]) -> tuple[ReadEvent, ...]:
    """Keep one event for each kind, place and time, with the actors of all that is told of it.

    What says no place of its own is told again of one that does.
    """
    kept: list[Told[ReadEvent]] = []
    for event in sorted(events, key=lambda told: not told.placed):
        alike = [index for index, known in enumerate(kept) if _is_one(known, event)]
        if alike:
            index = min(alike, key=lambda one: _way_back(kept[one], event))
            kept[index] = _put_together(kept[index], event)
        else:
            kept.append(event)
    kept = _in_towns(_told_exactly(kept))
    return tuple(told.statement for told in sorted(kept, key=lambda told: told.statement.start))


def _way_back(known: Told[ReadEvent], event: Told[ReadEvent]) -> tuple[bool, int]:
    """How far back in the report the one was told; what comes later is meant last."""
    back = event.statement.start - known.statement.start
    return back < 0, abs(back)


def _told_exactly(kept: list[Told[ReadEvent]]) -> list[Told[ReadEvent]]:
    """Put what is told in wide words to what is told exactly: "the attack" to the car bomb."""
    exact: list[Told[ReadEvent] | None] = [*kept]
    for at in range(len(kept)):
        # As it is by now: what others have been put to may itself be told in wide words.
        event = exact[at]
        if event is None or not event.wider:
            continue
        for other, known in enumerate(exact):
            if known is not None and _is_wider(event, known):
                exact[other], exact[at] = _put_together(known, event), None
                break
    return [told for told in exact if told is not None]


def _in_towns(kept: list[Told[ReadEvent]]) -> list[Told[ReadEvent]]:
    """Put a fight of a province, told at first, to the one town in it that is told below."""
    found = list(kept)
    for event in kept:
        place = event.statement.place
        if event.statement.kind not in _FOUGHT or place is None or place.kind not in _WIDE:
            continue
        below = [told for told in found if _tells_town(event, told)]
        if len({key(told.statement.place) for told in below}) == 1:
            found.remove(event)
            _put_to_town(found, event, below)
    return found


def _tells_town(event: Told[ReadEvent], told: Told[ReadEvent]) -> bool:
    one, other = event.statement, told.statement
    later = other.kind in _VIOLENT and one.start < other.start
    return later and _is_within(event, told) and close(event, told)


def _put_to_town(
    found: list[Told[ReadEvent]], event: Told[ReadEvent], below: list[Told[ReadEvent]]
) -> None:
    """Make one of a fight and an attack; what has a weapon of its own is told besides it."""
    kinds = (*_FOUGHT, EventKind.ATTACK_ON_CIVILIANS)
    same = next((told for told in below if told.statement.kind in kinds), None)
    if same is None:
        town = replace(event.statement, place=below[0].statement.place)
        found.append(replace(event, statement=town))
        return
    one = _put_together(event, same)
    wider = same.statement.kind in event.wider
    kind = same.statement.kind if wider else event.statement.kind
    found[found.index(same)] = replace(one, statement=replace(one.statement, kind=kind))


def _is_wider(event: Told[ReadEvent], known: Told[ReadEvent]) -> bool:
    kinds = {known.statement.kind, event.statement.kind}
    if known is event:
        return False
    if kinds == _FIRE and known.statement.start == event.statement.start:
        # "Air strikes and bombardments" are both told.
        return False
    return (
        known.statement.kind in event.wider
        and (_same_place(known, event) or _says_less(known, event))
        and close(known, event)
    )


def _is_one(known: Told[ReadEvent], event: Told[ReadEvent]) -> bool:
    if not _alike(known.statement.kind, event.statement.kind):
        return False
    if _is_same_offensive(known, event):
        return True
    if _is_another(known, event):
        return False
    return (
        (
            _same_place(known, event)
            or _says_less(known, event)
            or _is_within(known, event)
            or _is_beside(known, event)
        )
        and close(known, event)
        and not _began_apart(known, event)
    )


def _is_another(known: Told[ReadEvent], event: Told[ReadEvent]) -> bool:
    """Whether what is told of as new was days before the news that the report began with."""
    if not event.new or not event.dated or known.dated:
        return False
    later = event.statement.start > known.statement.start
    return later and event.statement.when.latest < known.statement.when.latest - _A_DAY


def _is_same_offensive(known: Told[ReadEvent], event: Told[ReadEvent]) -> bool:
    """Whether one tells of the offensive whose beginning the other dates, at the same place."""
    kinds = {known.statement.kind, event.statement.kind}
    if kinds != {EventKind.OFFENSIVE} or not _same_place(known, event):
        return False
    return known.dated != event.dated


def _began_apart(one: Told[ReadEvent], other: Told[ReadEvent]) -> bool:
    """Whether two that go on until now began in different months: a war, and its last battle."""
    first, second = one.statement.when, other.statement.when
    if not (one.dated and other.dated and (first.standing or second.standing)):
        return False
    return abs(first.earliest - second.earliest) > _A_MONTH


_SOON_AFTER = 600
"""Characters: a place is named soon after what was told of it, or it was another's."""
_A_MONTH = timedelta(days=31)
_A_DAY = timedelta(days=1)


def _same_place(one: Told[ReadEvent], other: Told[ReadEvent]) -> bool:
    return key(one.statement.place) == key(other.statement.place)


def _says_less(known: Told[ReadEvent], event: Told[ReadEvent]) -> bool:
    """Whether an event names no place, and no day on which the other was not."""
    if not known.placed or event.placed:
        return False
    if known.statement.start > event.statement.start + _SOON_AFTER:
        return False
    sides = known.statement.actors, event.statement.actors
    if (
        known.statement.start > event.statement.start
        and all(sides)
        and not {*sides[0]} & {*sides[1]}
    ):
        return False
    when, other = known.statement.when, event.statement.when
    return not event.dated or (when.earliest <= other.latest and other.earliest <= when.latest)


def _is_within(known: Told[ReadEvent], event: Told[ReadEvent]) -> bool:
    """Whether one was told of a province or country at first, and of a town in it below."""
    first, second = sorted((known.statement, event.statement), key=lambda one: one.start)
    wide, town = first.place, second.place
    if wide is None or town is None or wide.country != town.country:
        return False
    if town.name[:_ALIKE] == wide.name[:_ALIKE] or EventKind.OFFENSIVE in {first.kind, second.kind}:
        return False
    far = max(abs(wide.longitude - town.longitude), abs(wide.latitude - town.latitude)) > _REACH
    if far and wide.kind != "country":
        return False
    return wide.kind in _WIDE and town.kind not in _WIDE and first.start < _LEAD


def _is_beside(known: Told[ReadEvent], event: Told[ReadEvent]) -> bool:
    """Whether it is told again of a quarter or suburb: "the blast hit the district of X"."""
    first, second = known.statement, event.statement
    one, other = first.place, second.place
    if not event.back or one is None or other is None or first.start >= second.start:
        return False
    far = max(abs(one.longitude - other.longitude), abs(one.latitude - other.latitude))
    return far < _CLOSE_BY and first.kind is not EventKind.OFFENSIVE


_CLOSE_BY = 0.15
"""Degrees from the middle of a town to its quarters."""
_WIDE = frozenset({"country", "governorate", "region"})
_LEAD = 400
"""Characters in which a report says at first what it is about."""
_REACH = 2.0
"""Degrees from the middle of a province to a town in it, at most."""
_ALIKE = 5
"""Letters: a town of the name of its province is no more exact."""


def _alike(one: EventKind, other: EventKind) -> bool:
    return one is other or {one, other} == _FIGHTS


_FIRE = {EventKind.AIR_STRIKE, EventKind.SHELLING}
_FOUGHT = frozenset({EventKind.BATTLE})
_VIOLENT = _FOUGHT | {
    *(EventKind.ATTACK_ON_CIVILIANS, EventKind.BOMBING, EventKind.SHELLING),
}
_FIGHTS = {EventKind.BATTLE, EventKind.OFFENSIVE}


def _put_together(known: Told[ReadEvent], event: Told[ReadEvent]) -> Told[ReadEvent]:
    first, second = known.statement, event.statement
    own = first.actors if first.actors and not _same_place(known, event) else None
    actors = own or tuple(dict.fromkeys((*first.actors, *second.actors)))
    when = second.when if event.dated and not known.dated else first.when
    dated = known.dated or event.dated
    placed, wider = known.placed or event.placed, known.wider & event.wider
    wide = _is_within(known, event) and first.place is not None and first.place.kind in _WIDE
    place = second.place if wide else first.place
    return Told(replace(first, actors=actors, when=when, place=place), dated, placed, wider=wider)
