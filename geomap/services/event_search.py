"""Find events by words: of their texts, and of the names of their places, actors and kinds."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from unicodedata import category, normalize

from sqlalchemy.orm import Session

from gazetteer.names import folded, without_articles
from geomap.domain.event_kinds import EventKind
from geomap.domain.event_search import EventQuery, FoundEvents, Term
from geomap.domain.record import Dated, Happening, Happenings, Order, RecordQuery, picked
from geomap.domain.standpoint import Standpoint
from geomap.services.kept import Kept
from geomap.services.standpoints import resolved
from geomap.storage.atlases import load_actors, load_places, load_sources
from geomap.storage.event_words import events_with
from geomap.storage.happenings import load_events, load_reports

MOST_TERMS = 6
MOST_PLACES = 1000
"""A word that begins the names of more places than this says nothing of the place."""
_MOST_REVISIONS = 2
_WORD = re.compile(r"[^\W_]+")

KindNames = Mapping[EventKind, Iterable[str]]
"""What each kind of event is called, in any language."""


class _Names:
    """Finds ids by the beginnings of the words of their names."""

    def __init__(self, named: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._words = sorted(
            {
                (word, key)
                for key, names in named
                for name in names
                for text in (folded(name), without_articles(folded(name)))
                for word in text.split()
            }
        )

    def beginning(self, word: str) -> frozenset[str]:
        """The ids of everything that has a word in its names that begins so."""
        first = bisect_left(self._words, (word, ""))
        found = takewhile(lambda entry: entry[0].startswith(word), self._words[first:])
        return frozenset(key for _word, key in found)


@dataclass(frozen=True, slots=True)
class _AtlasNames:
    places: _Names
    actors: _Names


class KeptNames:
    """The names of places and actors at the revisions that were asked for last."""

    def __init__(self, kinds: KindNames) -> None:
        self._kinds = _Names((kind.value, names) for kind, names in kinds.items())
        self._names = Kept[int, _AtlasNames](_MOST_REVISIONS)

    def terms(self, session: Session, revision: int, words: str) -> list[Term]:
        """The first words of a search, each with all that it may name."""
        names = self._names.get(revision, lambda: _names_at(session, revision))
        return [self._term(names, word) for word in _words(words)[:MOST_TERMS]]

    def _term(self, names: _AtlasNames, word: str) -> Term:
        sought = folded(word)
        places = names.places.beginning(sought)
        return Term(
            word,
            places if len(places) <= MOST_PLACES else frozenset(),
            names.actors.beginning(sought),
            frozenset(map(EventKind, self._kinds.beginning(sought))),
        )


def _words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and vowel signs."""
    bare = (sign for sign in normalize("NFKD", text) if category(sign) != "Mn")
    return _WORD.findall("".join(bare).casefold())


def _names_at(session: Session, revision: int) -> _AtlasNames:
    places = load_places(session, revision)
    actors = load_actors(session, revision).values()
    return _AtlasNames(
        _Names((place.id, (place.name, *place.names.values())) for place in places),
        _Names((one.id, (one.name, *one.names.values(), *one.aliases)) for one in actors),
    )


def search_events(
    session: Session, query: EventQuery, standpoint: Standpoint, names: KeptNames
) -> FoundEvents:
    """The events in which every word is met, those that are named so first.

    A search without a word finds nothing. Raises InvalidParameter for a revision or a source that
    does not exist.
    """
    revision, frame = resolved(session, standpoint)
    terms = names.terms(session, revision, query.words)
    found = events_with(session, revision, terms, standpoint.known) if terms else []
    titled = _nearest((one.dated for one in found if one.named), query, query.limit)
    rest = query.limit - len(titled)
    told = titled + _nearest((one.dated for one in found if not one.named), query, rest)
    sources = load_sources(session, revision)
    events = load_events(session, [one.key for one in told], sources)
    where = {one.place_id for one in told if one.place_id is not None}
    places = {place.id: place for place in load_places(session, revision, where)}
    happenings = tuple(
        Happening(events[one.key], places.get(one.place_id or ""), 0.0) for one in told
    )
    said = [one.event for one in happenings]
    named = {one.report_id for one in said if one.report_id is not None}
    return FoundEvents(
        frame,
        query,
        standpoint,
        revision,
        Happenings(happenings, len(found)),
        {one.source_id: sources[one.source_id] for one in said},
        load_reports(session, revision, named),
    )


def _nearest(events: Iterable[Dated], query: EventQuery, limit: int) -> list[Dated]:
    order = RecordQuery("", order=Order.DISTANCE, around=query.around, limit=limit)
    return picked(events, order)
