"""What was reported on five days of the campaign stands in the atlas, clause by clause."""

from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect, Measure
from tests.shipped_atlas import Shipped

Bounds: TypeAlias = tuple[float | None, float | None, float | None]  # Low, value, high.
# Each fact ends with the source and the day on which it became known.
FigureFact: TypeAlias = tuple[Measure, Bounds, str | None, str, str]
EventFact: TypeAlias = tuple[EventKind, str | None, str, str, str]
ClaimFact: TypeAlias = tuple[Effect, str, str, str, str]


@pytest.fixture(scope="module")
def shipped(gazetteer_index: Path) -> Shipped:
    return Shipped.read(gazetteer_index)


@pytest.mark.parametrize(
    "fact",
    [
        (Measure.KILLED, (22, 22, None), "Raqqa", "sohr", "2016-05-24"),
        (Measure.FIGHTERS, (None, 250, None), "Raqqa", "anha", "2016-05-24"),
        (Measure.FIGHTERS, (None, 2000, None), "Raqqa", "us-envoy", "2017-08-05"),
        (Measure.SHARE_LOST, (None, 45, None), "Raqqa", "us-envoy", "2017-08-05"),
        (Measure.SHARE_LOST, (None, 78, None), None, "us-envoy", "2017-08-05"),
        (Measure.TERRITORY_LOST, (None, 70000, None), None, "us-envoy", "2017-08-05"),
        (Measure.NAMES_LISTED, (None, 19000, None), None, "us-envoy", "2017-08-05"),
        (Measure.FIGHTERS, (None, 275, None), "Raqqa", "raqqa-civil-council", "2017-10-15"),
        (Measure.SURRENDERED, (None, 1000, None), "Hawija", "press", "2017-10-15"),
        (Measure.FIGHTERS, (None, None, 1000), None, "coalition", "2017-12-27"),
        (Measure.FIGHTERS, (None, 3000, None), None, "coalition", "2017-12-27"),
        (Measure.FOREIGN_FIGHTERS, (None, 42000, None), None, "coalition", "2017-12-27"),
        (Measure.TERRITORY, (None, 700, None), "Al-Baghuz Fawqani", "sdf-commander", "2019-02-16"),
        (Measure.SURRENDERED, (None, 240, None), "Al-Baghuz Fawqani", "press", "2019-02-16"),
        (Measure.SURRENDERED, (None, 200, None), "Al-Baghuz Fawqani", "press", "2019-02-16"),
        (Measure.DISPLACED, (37000, 37000, None), "Al-Baghuz Fawqani", "press", "2019-02-16"),
        (Measure.TERRITORY, (None, 90800, None), None, "ihs-markit", "2016-07-10"),
        (Measure.TERRITORY, (None, 78000, None), None, "ihs-markit", "2016-07-10"),
        (Measure.TERRITORY, (None, 68300, None), None, "ihs-markit", "2016-07-10"),
        (Measure.TERRITORY, (None, 60400, None), None, "ihs-markit", "2017-06-29"),
        (Measure.TERRITORY, (None, 36200, None), None, "ihs-markit", "2017-06-29"),
    ],
)
def test_the_figures_that_were_reported(shipped: Shipped, fact: FigureFact) -> None:
    measure, bounds, place, source, known = fact
    wanted = (measure, *bounds, shipped.place_id(place), source, date.fromisoformat(known))
    assert wanted in [
        (f.measure, f.low, f.value, f.high, f.place_id, f.source_id, f.known)
        for f in shipped.atlas.figures
    ]


@pytest.mark.parametrize(
    "fact",
    [
        (EventKind.OFFENSIVE, "Raqqa", "2016-05-24", "sdf", "2016-05-24"),
        (EventKind.DECLARATION, "Al-Shaddadi", "2016-05-24", "sdf", "2016-05-24"),
        (EventKind.DECLARATION, "Tell Abyad", "2016-05-24", "sdf", "2016-05-24"),
        (EventKind.DECLARATION, "Kobani", "2016-05-24", "sdf", "2016-05-24"),
        (EventKind.BATTLE, "Raqqa", "2016-05-24", "sohr", "2016-05-24"),
        (EventKind.AIR_STRIKE, "Raqqa", "2016-05-24", "sohr", "2016-05-24"),
        (EventKind.OTHER, "Raqqa", "2016-05-23", "anha", "2016-05-24"),
        (EventKind.LEAFLETS, "Raqqa", "2016-05-18/2016-05-24", "press", "2016-05-24"),
        (EventKind.BATTLE, "Fallujah", "2016-05-23", "press", "2016-05-24"),
        (EventKind.BATTLE, "Mosul", "2017-07", "us-envoy", "2017-08-05"),
        (EventKind.OTHER, None, "2017-08-05", "us-envoy", "2017-08-05"),
        (EventKind.AGREEMENT, "Raqqa", "2017-10-14", "raqqa-civil-council", "2017-10-15"),
        (EventKind.WITHDRAWAL, "Raqqa", "2017-10-14/2017-10-15", "press", "2017-10-15"),
        (EventKind.BATTLE, "Raqqa", "2017-10-15", "press", "2017-10-15"),
        (EventKind.BATTLE, "Mayadin", "2017-10-14/2017-10-15", "syrian-government", "2017-10-15"),
        (EventKind.WITHDRAWAL, "Mayadin", "2017-06/2017-10", "press", "2017-10-15"),
        (EventKind.WITHDRAWAL, "Abu Kamal", "2017-06/2017-10", "press", "2017-10-15"),
        (EventKind.OFFENSIVE, "Deir ez-Zor", "2017-09", "press", "2017-10-15"),
        (EventKind.BATTLE, "Hawija", "2017-10-01/2017-10-10", "press", "2017-10-15"),
        (EventKind.SURRENDER, "Hawija", "2017-10-01/2017-10-10", "press", "2017-10-15"),
        (EventKind.DECLARATION, "Baghdad", "2017-12-09", "coalition", "2017-12-27"),
        (EventKind.DECLARATION, "Damascus", "2017-11/2017-12", "coalition", "2017-12-27"),
        (EventKind.SURRENDER, "Al-Baghuz Fawqani", "2019-02-14", "press", "2019-02-16"),
        (EventKind.SURRENDER, "Al-Baghuz Fawqani", "2019-02-15", "press", "2019-02-16"),
        (EventKind.DISPLACEMENT, "Al-Baghuz Fawqani", "2018-12/2019-02", "press", "2019-02-16"),
    ],
)
def test_the_events_that_were_reported(shipped: Shipped, fact: EventFact) -> None:
    kind, place, when, source, known = fact
    wanted = (kind, shipped.place_id(place), when, source, date.fromisoformat(known))
    assert wanted in [
        (e.kind, e.place_id, e.when.edtf, e.source_id, e.known) for e in shipped.atlas.events
    ]


@pytest.mark.parametrize(
    "fact",
    [
        (Effect.CONTESTS, "Fallujah", "2016-05-23", "press", "2016-05-24"),
        (Effect.HOLDS, "Mosul", "2017-08-05", "us-envoy", "2017-08-05"),
        (Effect.CONTESTS, "Raqqa", "2017-10-15", "press", "2017-10-15"),
        (Effect.TAKES, "Mayadin", "2017-10-14", "syrian-government", "2017-10-15"),
        (Effect.HOLDS, "Hawija", "2017-10-15", "press", "2017-10-15"),
        (Effect.TAKES, "Al-Baghuz Fawqani", "2019-02-16", "sohr", "2019-02-16"),
        (Effect.HOLDS, "Al-Baghuz Fawqani", "2019-02-16", "sdf-commander", "2019-02-16"),
    ],
)
def test_the_claims_that_were_reported(shipped: Shipped, fact: ClaimFact) -> None:
    effect, place, when, source, known = fact
    wanted = (effect, when, source, date.fromisoformat(known))
    assert wanted in [(c.effect, c.when.edtf, c.source_id, c.known) for c in shipped.claims[place]]
