"""Match many names with places: one judgement for spreadsheets and for OpenRefine."""

import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gazetteer import Candidate, InvalidQuery
from gazetteer.online import OnlineGeocoders
from gazetteer.online_places import ONLINE_TIER
from geomap.services.gazetteer_context import ContextReader
from geomap.services.gazetteer_index import OpenIndex
from geomap.services.gazetteer_search import Asked, search

DEFAULT_LIMIT = 10
MOST_CANDIDATES = 100

CERTAIN_FROM = 0.8
CLEAR_MARGIN = 0.3
"""The first candidate is a match when it is so likely, and so much likelier than the next."""

_MOST_KEPT = 2048
# A type shuts out candidates, so more are looked at before it does.
_BEFORE_KINDS = 50

SETTLEMENT, ADMIN_AREA, FACILITY, NATURE = "settlement", "admin_area", "facility", "natural_feature"
GROUPS = {
    **dict.fromkeys(("city", "town", "village", "neighbourhood", "populated_place"), SETTLEMENT),
    **dict.fromkeys(("country", "governorate", "district", "region"), ADMIN_AREA),
    **dict.fromkeys(
        ("dam", "oil_field", "refinery", "air_base", "airport", "military_base",
         "border_crossing", "camp", "archaeological_site"),
        FACILITY,
    ),
    **dict.fromkeys(("river", "lake", "mountain"), NATURE),
}  # fmt: skip
"""The group of each kind of place. Sources disagree on kinds within a group, seldom beyond it."""


@dataclass(frozen=True, slots=True)
class MatchQuery:
    """A name to match. `said` holds values of PROPERTIES by name.

    `kinds` are kinds or groups of which a candidate must be; none lets all in. With `strict`
    unset they only bring candidates forward.
    """

    name: str
    said: Mapping[str, tuple[str, ...]]
    kinds: frozenset[str] = frozenset()
    strict: bool = True
    limit: int = DEFAULT_LIMIT


@dataclass(frozen=True, slots=True)
class Matched:
    """Candidates, best first, and whether the first may be taken without a person's look.

    `notes` say why there is none, or what could not be taken into account.
    """

    candidates: tuple[Candidate, ...]
    certain: bool
    notes: tuple[str, ...] = ()


class PlaceMatcher:
    """Matches names against one index; what was asked lately is not looked up again.

    `online_seconds` is how long online geocoders may be asked in all; None sets no limit.
    """

    def __init__(
        self,
        index: OpenIndex,
        online: OnlineGeocoders | None = None,
        online_seconds: float | None = None,
    ) -> None:
        self._index = index
        self._online = online
        self._until = None if online_seconds is None else time.monotonic() + online_seconds
        self._reader = ContextReader(index.gazetteer)
        self._kept: OrderedDict[tuple[object, ...], list[Candidate]] = OrderedDict()

    def match(self, query: MatchQuery) -> Matched:
        """Say which place is meant. A name that cannot be looked up has no candidates but a note.

        Raises GazetteerError when the index cannot be read.
        """
        read = self._reader.read(query.said)
        try:
            found = self._found(Asked(query.name, read.context, _reach(query)))
        except InvalidQuery as error:
            return Matched((), certain=False, notes=(str(error), *read.misread))
        chosen = _of_kinds(found, query)
        # What was said but not understood might have spoken against the candidate; and a type
        # that shuts out the likeliest place may itself be the mistake.
        certain = not read.misread and is_certain(chosen) and chosen[:1] == found[:1]
        return Matched(tuple(chosen[: query.limit]), certain, read.misread)

    def _found(self, asked: Asked) -> list[Candidate]:
        key = (asked.name, asked.context, asked.limit)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        patient = self._until is None or time.monotonic() < self._until
        found = search(self._index.gazetteer, asked, self._online if patient else None)
        self._kept[key] = found
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return found


def is_certain(found: Sequence[Candidate]) -> bool:
    """Whether the first of some candidates is likely, and clearly likelier than the next."""
    if not found or found[0].tier == ONLINE_TIER or found[0].confidence < CERTAIN_FROM:
        return False
    return len(found) == 1 or found[0].confidence - found[1].confidence >= CLEAR_MARGIN


def _reach(query: MatchQuery) -> int:
    return max(query.limit, _BEFORE_KINDS if query.kinds else DEFAULT_LIMIT)


def _of_kinds(found: Sequence[Candidate], query: MatchQuery) -> list[Candidate]:
    if not query.kinds:
        return list(found)
    wanted = query.kinds | {GROUPS[kind] for kind in query.kinds if kind in GROUPS}
    fitting = [one for one in found if {one.place.kind, GROUPS.get(one.place.kind)} & wanted]
    if query.strict:
        return fitting
    return [*fitting, *(one for one in found if one not in fitting)]
