"""The collections of the API, each declared once."""

from dataclasses import dataclass
from enum import StrEnum

from geomap.domain.control import Status
from geomap.domain.event_kinds import EventKind
from geomap.domain.items.properties import (
    Filter,
    Kind,
    Property,
    day,
    flag,
    number,
    one_of,
    prose,
    text,
    texts,
)
from geomap.domain.statements import Effect, Measure, Unit


class Shape(StrEnum):
    """The geometry of the items of a collection, by its name in GeoJSON."""

    POINT = "Point"
    LINES = "MultiLineString"
    LAND = "MultiPolygon"


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """A set of items of one kind, of which there is one alone."""

    id: str
    title: str
    description: str
    shape: Shape | None
    """None where items have no geometry."""
    properties: tuple[Property, ...]
    filters: tuple[Filter, ...]
    """Parameters beside the properties themselves, each of which is a parameter too."""
    judged: bool = False
    """Whether items follow from a rule, so that its settings can be asked for."""
    timed: bool = True
    """Whether items have a time; those without one match every time."""

    def property_named(self, name: str) -> Property | None:
        """A property by its name, or None where there is none."""
        return next((one for one in self.properties if one.name == name), None)

    @property
    def queryables(self) -> tuple[Property, ...]:
        """What items can be filtered and sorted by."""
        return tuple(one for one in self.properties if one.queryable)


_STATUSES = tuple(Status)
_START = day("start", "The first day")
_END = day("end", "The day after the last; null while it lasts")
_PLACE = (
    text("place_id", "The id of the place"),
    prose("name", "The name of the place"),
    text("country", "The country, by ISO 3166-1 alpha-2"),
)
_STATED = (
    prose("when", "The date as it is known, in EDTF"),
    day("start", "The first day that it can mean; null where that is open"),
    day("end", "The day after the last day that it can mean; null where that is open"),
    day("known", "The day on which it became known"),
    text("source_id", "The id of the source"),
    prose("source", "Who says it"),
    text("grade", "The grade in the Admiralty code, such as B2"),
    text("report_id", "The id of the report that says it"),
    prose("summary", "What is said"),
    prose("quote", "The words of the report"),
)
_OF_PLACE = Filter("place", "Ids of places", ("place_id",))
_OF_SOURCE = Filter("source", "Ids or names of sources", ("source_id", "source"))
_OF_REPORT = Filter("report", "Ids of reports", ("report_id",))

CONTROL = Collection(
    "control",
    "Control of places",
    "Who held what from when to when: one item for each run of days with one answer.",
    Shape.POINT,
    (
        *_PLACE,
        one_of("status", "The kind of answer", _STATUSES),
        text("holder", "The actor that holds the place; null unless it is held"),
        texts("holders", "All actors that are named: the holder, or the weightiest, first"),
        _START,
        _END,
        flag("opposed", "Whether a minority of the weight names somebody else"),
        flag("uncertain", "Whether a change is going on whose day is not known"),
        texts("candidates", "Who may hold it already while that is uncertain"),
        flag("stale", "Whether the newest claim on the holder is old, on the last day asked for"),
        Property("evidence", "The claims that the answer rests on", Kind.CLAIMS),
    ),
    (Filter("actor", "Ids of actors that are named", ("holders",)), _OF_PLACE),
    judged=True,
)
TERRITORY = Collection(
    "territory",
    "Territory of places",
    "Whose the land around each place was from when to when.",
    Shape.LAND,
    (
        *_PLACE,
        one_of("status", "The kind of answer", _STATUSES),
        text("actor", "The actor that holds the land; null unless it is held"),
        texts("holders", "All actors that are named"),
        _START,
        _END,
        number("area_km2", "The geodesic area of the land, in km2"),
    ),
    (_OF_PLACE,),
    judged=True,
)
FRONTS = Collection(
    "fronts",
    "Fronts",
    "Where the land of two places met while their answers differed.",
    Shape.LINES,
    (
        text("a_place", "The id of the place on one side"),
        text("b_place", "The id of the place on the other side"),
        one_of("a_status", "The kind of answer on one side", _STATUSES),
        text("a_holder", "The holder on one side; null unless it is held"),
        texts("a_holders", "All actors that are named on one side"),
        one_of("b_status", "The kind of answer on the other side", _STATUSES),
        text("b_holder", "The holder on the other side; null unless it is held"),
        texts("b_holders", "All actors that are named on the other side"),
        _START,
        _END,
        number("length_km", "The geodesic length, in km"),
    ),
    (
        Filter("actor", "Ids of actors that are named on a side", ("a_holders", "b_holders")),
        Filter("status", "The kind of answer on a side", ("a_status", "b_status"), _STATUSES),
        Filter("place", "Ids of places on a side", ("a_place", "b_place")),
    ),
    judged=True,
)
EVENTS = Collection(
    "events",
    "Events",
    "Dated occurrences: battles, air strikes, sieges, agreements.",
    Shape.POINT,
    (
        one_of("kind", "What happened", EventKind),
        prose("title", "What happened, in a few words"),
        texts("actors", "The ids of who took part"),
        *_PLACE,
        *_STATED,
    ),
    (Filter("actor", "Ids of actors", ("actors",)), _OF_PLACE, _OF_SOURCE, _OF_REPORT),
)
CLAIMS = Collection(
    "claims",
    "Claims",
    "Statements on control: somebody takes, holds, contests or loses a place.",
    Shape.POINT,
    (
        one_of("effect", "What is claimed", Effect),
        text("holder", "Who is said to hold the place"),
        text("loser", "Who is said to lose it, or to fight for it"),
        *_PLACE,
        *_STATED,
    ),
    (
        Filter("actor", "Ids of actors", ("holder", "loser")),
        Filter("kind", "What is claimed", ("effect",), tuple(Effect)),
        _OF_PLACE,
        _OF_SOURCE,
        _OF_REPORT,
    ),
)
FIGURES = Collection(
    "figures",
    "Figures",
    "Quantities that reports state, with their bounds.",
    Shape.POINT,
    (
        one_of("measure", "What is counted", Measure),
        one_of("unit", "The unit of the values", Unit),
        number("value", "The best value"),
        number("low", "The lowest value"),
        number("high", "The highest value"),
        text("actor", "The id of whom it is about"),
        *_PLACE,
        *_STATED,
    ),
    (
        Filter("kind", "What is counted", ("measure",), tuple(Measure)),
        _OF_PLACE,
        _OF_SOURCE,
        _OF_REPORT,
    ),
)
PLACES = Collection(
    "places",
    "Places",
    "The places of the atlas.",
    Shape.POINT,
    (
        prose("name", "The name"),
        Property("names", "Names by language", Kind.OBJECT),
        text("kind", "What sort of place it is"),
        text("country", "The country, by ISO 3166-1 alpha-2"),
        text("admin1", "The first-order division"),
        Property("population", "Inhabitants; null where they were not counted", Kind.INTEGER),
    ),
    (Filter("place", "Ids of places", ("id",)),),
    timed=False,
)
REPORTS = Collection(
    "reports",
    "Reports",
    "The documents that statements stand in.",
    None,
    (
        prose("title", "The title"),
        text("source_id", "The id of the source"),
        prose("source", "Whose report it is"),
        prose("publisher", "Who published it"),
        prose("published", "When it was published, in EDTF"),
        day("start", "The first day that this can mean; null where that is open"),
        day("end", "The day after the last day that this can mean; null where that is open"),
        text("language", "The language, by ISO 639-1"),
        prose("url", "Where it stands"),
        prose("note", "A remark"),
    ),
    (_OF_SOURCE,),
)
COLLECTIONS = {
    one.id: one for one in (CONTROL, TERRITORY, FRONTS, EVENTS, CLAIMS, FIGURES, PLACES, REPORTS)
}
"""All of them, by id."""
