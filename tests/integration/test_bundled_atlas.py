"""The atlas that ships: it loads whole, and it answers what is known of the campaign."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from geomap.domain.control import UNKNOWN, Status
from geomap.domain.grades import Credibility, Reliability
from geomap.domain.items.collections import CLAIMS, EVENTS
from geomap.domain.items.queries import FeatureText, ItemsQuery
from geomap.domain.statements import Effect
from geomap.domain.timeline import period_on
from geomap.domain.when import When
from geomap.exports.feature_text import features_text
from geomap.storage.atlases import store_atlas
from geomap.storage.database import Database
from geomap.storage.items.pages import features_of, read_all, texts_of
from geomap.storage.migrate import upgrade
from tests.shipped_atlas import Shipped

CHRONOLOGY = (
    Path(__file__).parents[3] / "shared" / "data" / "conflict" / "isis_control_chronology.csv"
)
ONE_DAY = timedelta(days=1)

# Takings whose loser no longer held the place, each with the reason.
SECOND_ACCOUNTS = {
    "tabqa-air-base-2014-08-28-is-takes": "dates the fall of 24 August four days later",
    "dayr-hafir-2017-03-24-syrian-government-takes": "dates the capture one day later",
    "fallujah-2014-01-01-is-takes": "knows the capture of 4 January only as early in the month",
    "al-qaim-2017-11-17-iraqi-government-takes": "dates the capture with that of Rawa",
}
CHRONOLOGY_NAMES = {
    "Tabqa airbase": "Tabqa air base",
    "Jirah airbase": "Jirah air base",
    "Tal Afar airbase": "Tal Afar air base",
    "Al-Shaafah": "Ash-Sha'fah",
    "Al-Susah": "As-Susah",
}
CHRONOLOGY_ACTORS = {
    "ISIS": "is",
    "SAA": "syrian-government",
    "Opposition": "syrian-opposition",
    "KRG": "peshmerga",
    "Iraq": "iraqi-government",
    "Turkey/SNA": "turkey-sna",
    "SDF": "sdf",
    "YPG": "ypg",
    "contested": None,
}


@pytest.fixture(scope="module")
def shipped(gazetteer_index: Path) -> Shipped:
    return Shipped.read(gazetteer_index)


def test_it_is_large_enough(shipped: Shipped) -> None:
    atlas = shipped.atlas
    assert len(atlas.places) >= 290
    assert len(atlas.claims) >= 900
    assert len(atlas.events) >= 120
    assert len(atlas.figures) >= 35
    assert {place.country for place in atlas.places} == {"SY", "IQ"}


def test_every_place_has_a_holder_before_the_slider_begins(shipped: Shipped) -> None:
    unknown = {
        (name, period.start)
        for name in shipped.claims
        for period in shipped.periods(name)
        if period.verdict == UNKNOWN
    }
    assert unknown == set()
    view_start = shipped.atlas.frame.view_start
    late = [name for name in shipped.claims if shipped.periods(name)[0].start > view_start]
    assert late == []


def test_every_place_of_an_event_or_a_figure_has_claims_too(shipped: Shipped) -> None:
    claimed = {claim.place_id for claim in shipped.atlas.claims}
    assert {place.id for place in shipped.atlas.places} == claimed


def test_no_place_stays_contested_or_with_is_by_accident(shipped: Shipped) -> None:
    last = shipped.atlas.frame.end - ONE_DAY
    unsettled = {}
    for name in shipped.claims:
        period = period_on(shipped.periods(name), last)
        verdict = period.verdict if period else UNKNOWN
        if verdict.status is not Status.HELD or verdict.uncertain or verdict.holder == "is":
            unsettled[name] = verdict
    assert unsettled == {}


def test_each_taking_takes_from_the_holder_of_the_day_before(shipped: Shipped) -> None:
    odd = set()
    for name, claims in shipped.claims.items():
        periods = shipped.periods(name)
        for claim in claims:
            before = period_on(periods, claim.when.settled - ONE_DAY)
            holders = before.verdict.holders if before else ()
            if claim.effect is Effect.TAKES and claim.loser not in holders:
                odd.add(claim.id)
    assert odd == set(SECOND_ACCOUNTS)


@pytest.mark.parametrize(
    ("name", "day", "holder"),
    [
        ("Mosul", "2014-06-09", "iraqi-government"),
        ("Mosul", "2014-06-11", "is"),
        ("Mosul", "2017-07-11", "iraqi-government"),
        ("Raqqa", "2016-05-24", "is"),
        ("Raqqa", "2017-10-21", "sdf"),
        ("Tell Abyad", "2015-10-31", "sdf"),
        ("Hit", "2014-06-01", "iraqi-government"),
        ("Trebil", "2014-06-23", "is"),
        ("Trebil", "2014-06-24", "iraqi-government"),
    ],
)
def test_the_known_holders(shipped: Shipped, name: str, day: str, holder: str) -> None:
    assert shipped.on(name, day).verdict.holder == holder


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Kobani", date(2014, 11, 1), date(2014, 11, 30)),
        ("Fallujah", date(2016, 5, 24), date(2016, 6, 25)),
        ("Deir ez-Zor", date(2014, 1, 1), date(2017, 11, 2)),
        ("Uqayribat", date(2017, 9, 2), date(2017, 9, 4)),
    ],
)
def test_contested_on_every_day(shipped: Shipped, name: str, first: date, last: date) -> None:
    periods = shipped.periods(name)
    for offset in range((last - first).days + 1):
        period = period_on(periods, first + timedelta(days=offset))
        assert period is not None
        assert period.verdict.status is Status.CONTESTED


def test_sources_that_date_the_fall_of_sarrin_apart_make_it_disputed(shipped: Shipped) -> None:
    assert shipped.on("Sarrin", "2014-02-01").verdict.status is Status.DISPUTED
    assert shipped.on("Sarrin", "2014-04-01").verdict.holder == "is"


def test_everything_is_unknown_before_the_first_claim(shipped: Shipped) -> None:
    assert {shipped.on(name, "2011-03-14").verdict for name in shipped.claims} == {UNKNOWN}


def test_nothing_is_known_before_its_report_was_published(shipped: Shipped) -> None:
    atlas = shipped.atlas
    published = {report.id: report.published.earliest for report in atlas.reports}
    early = [
        statement.id
        for statement in (*atlas.claims, *atlas.events, *atlas.figures)
        if statement.report_id and statement.known < published[statement.report_id]
    ]
    assert early == []


def test_what_is_only_public_knowledge_is_not_graded_well(shipped: Shipped) -> None:
    grades = {c.grade for c in shipped.atlas.claims if c.source_id == "public-knowledge"}
    assert {grade.reliability for grade in grades} == {Reliability.F}
    assert min(grade.credibility for grade in grades) >= Credibility.POSSIBLE


@pytest.mark.skipif(
    not CHRONOLOGY.exists(), reason="the chronology does not lie beside the project"
)
def test_every_row_of_the_chronology_is_accounted_for(shipped: Shipped) -> None:
    with CHRONOLOGY.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 167
    assert [row for row in rows if not _tells(shipped, row)] == []


def _tells(shipped: Shipped, row: dict[str, str]) -> bool:
    """Whether some claim on the place says of that time what the row says."""
    when, holder = When.parse(row["date"]), CHRONOLOGY_ACTORS[row["to_actor"]]
    fighting = holder is None or row["event_type"] == "partial_capture"
    return any(
        claim.when.earliest <= when.latest
        and claim.when.settled >= when.earliest
        and (claim.effect is Effect.CONTESTS if fighting else claim.holder == holder)
        for claim in shipped.claims[CHRONOLOGY_NAMES.get(row["place"], row["place"])]
    )


def test_its_texts_are_what_is_written_of_it_anew(shipped: Shipped, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'geomap.sqlite'}")
    upgrade(database)
    with database.writing() as session:
        store_atlas(session, shipped.atlas, "", "")
    with database.reading() as session:
        for collection in (EVENTS, CLAIMS):
            query = ItemsQuery(collection)
            kept = list(read_all(session, query, 1, texts_of(session, query, 1, few=False)))
            anew = list(read_all(session, query, 1, features_of(session, query, 1, few=False)))
            assert isinstance(kept[0], FeatureText)
            assert features_text(kept) == features_text(anew)
    database.close()
