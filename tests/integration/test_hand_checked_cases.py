"""Cases whose answers were worked out by hand, each with the sources that it rests on.

The first part asks the shipped atlas; what it does not carry is asked of a few claims made here.
An answer reads `held by is`, `contested by army, is`, `disputed by is, sdf` or `unknown`, with
`?` and who may hold the place already while the day of a change is uncertain.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from geomap.domain.control import Control
from geomap.domain.statements import Claim
from geomap.domain.statistics.sieges import sieges_of
from geomap.domain.statistics.tallies import changes_of
from geomap.domain.timeline import Span
from geomap.domain.windows import Window
from tests.claims import day, holds, takes
from tests.comparing import answers, asked, make_atlas
from tests.events import make_place
from tests.shipped_atlas import Shipped

IRAQ, SYRIA = "iraqi-government", "syrian-government"


@pytest.fixture(scope="module")
def shipped(gazetteer_index: Path) -> Shipped:
    return Shipped.read(gazetteer_index)


def told(answer: Control) -> str:
    """An answer in words."""
    verdict = answer.verdict
    words = verdict.status.value
    if verdict.holders:
        words += " by " + (verdict.holder or ", ".join(sorted(verdict.holders)))
    return words + "".join(f" ?{actor}" for actor in verdict.candidates)


def between(shipped: Shipped, name: str, first: str, last: str) -> set[str]:
    """Every answer on a place from one day to another, both included."""
    window = Window(day(first), day(last) + timedelta(days=1))
    periods = [one for one in shipped.periods(name) if window.cut(Span(one.start, one.end))]
    return {told(one.on(max(one.start, window.start))) for one in periods}


def sources(answer: Control) -> set[str]:
    return {claim.source_id for claim in answer.evidence}


# -------------------------------------------------------------------------------- Baghuz 2019

BAGHUZ = "Al-Baghuz Fawqani"


@pytest.mark.parametrize(
    ("on", "known", "answer", "said_by"),
    [
        pytest.param("2019-02-15", None, "held by is", {"public-knowledge"}, id="the day before"),
        pytest.param(
            "2019-02-16", "2019-02-15", "held by is", {"public-knowledge"}, id="nobody said it yet"
        ),
        pytest.param(
            "2019-02-16", "2019-02-16", "disputed by is, sdf", {"sohr", "sdf-commander"},
            id="as known that evening",
        ),
        pytest.param(
            "2019-02-28", None, "disputed by is, sdf", {"sohr", "sdf-commander"}, id="until March"
        ),
        pytest.param("2019-03-01", None, "contested by is, sdf", {"sdf"}, id="the last assault"),
        pytest.param(
            "2019-03-23", "2019-03-22", "contested by is, sdf", {"sdf"}, id="the evening before"
        ),
        pytest.param("2019-03-23", None, "held by sdf", {"english-wikipedia", "sdf"}, id="the end"),
    ],
)  # fmt: skip
def test_baghuz_falls_twice_in_the_reports_and_once_on_the_ground(
    shipped: Shipped, on: str, known: str | None, answer: str, said_by: set[str]
) -> None:
    found = shipped.on(BAGHUZ, on, known)
    assert (told(found), sources(found) >= said_by) == (answer, True)


# ------------------------------------------------------------------------- Palmyra 2015 to 2017


def test_palmyra_changes_hands_four_times(shipped: Shipped) -> None:
    changes = changes_of("palmyra", shipped.periods("Palmyra"))
    assert [(change.day.isoformat(), change.loser, change.holder) for change in changes] == [
        ("2015-05-20", SYRIA, "is"),
        ("2016-03-27", "is", SYRIA),
        ("2016-12-11", SYRIA, "is"),
        ("2017-03-02", "is", SYRIA),
    ]


def test_each_change_of_palmyra_has_a_dated_news_line(shipped: Shipped) -> None:
    for on in ("2015-05-20", "2016-03-27", "2016-12-11", "2017-03-02"):
        assert "news-line" in sources(shipped.on("Palmyra", on, known=on))


# ------------------------------------------------------- Samarra, lost and retaken on one day


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2014-06-03", f"held by {IRAQ}", id="two days before"),
        pytest.param("2014-06-04", f"contested by {IRAQ}, is", id="attacked, by one account"),
        pytest.param("2014-06-05", f"held by {IRAQ}", id="lost in part and retaken"),
        pytest.param("2014-06-06", f"held by {IRAQ}", id="the day after"),
    ],
)
def test_samarra_is_with_the_army_at_the_end_of_5_june_2014(
    shipped: Shipped, on: str, answer: str
) -> None:
    assert told(shipped.on("Samarra", on)) == answer


def test_the_order_of_the_day_decides_in_samarra(shipped: Shipped) -> None:
    of_the_day = [one for one in shipped.claims["Samarra"] if one.when.edtf == "2014-06-05"]
    assert {(one.effect.value, one.order) for one in of_the_day} == {("contests", 1), ("takes", 2)}
    (retaken,) = shipped.on("Samarra", "2014-06-05").evidence
    assert (retaken.holder, retaken.order) == (IRAQ, 2)


# ----------------------------------------------------------------- Abu Kamal, November 2017


@pytest.mark.parametrize(
    ("on", "known", "answer", "said_by"),
    [
        pytest.param("2017-11-07", None, "held by is", {"public-knowledge"}, id="before"),
        pytest.param(
            "2017-11-08", None, f"held by {SYRIA}", {"news-line"}, id="captured, it is said"
        ),
        pytest.param(
            "2017-11-09", None, f"held by {SYRIA}", {"syrian-army"}, id="said by the army"
        ),
        pytest.param(
            "2017-11-10", "2017-11-09", f"held by {SYRIA}", {"news-line"}, id="before the denial"
        ),
        pytest.param(
            "2017-11-10", None, f"contested by is, {SYRIA}", {"sohr"}, id="two fifths lost"
        ),
        pytest.param("2017-11-11", None, "held by is", {"sohr"}, id="all of it lost"),
        pytest.param("2017-11-18", None, "held by is", {"sohr"}, id="the last day of IS"),
        pytest.param("2017-11-19", None, f"held by {SYRIA}", {"public-knowledge"}, id="final"),
        pytest.param("2019-12-31", None, f"held by {SYRIA}", {"public-knowledge"}, id="for good"),
    ],
)
def test_the_capture_of_abu_kamal_is_reversed_and_then_final(
    shipped: Shipped, on: str, known: str | None, answer: str, said_by: set[str]
) -> None:
    found = shipped.on("Abu Kamal", on, known)
    assert (told(found), sources(found) >= said_by) == (answer, True)


# ----------------------------------------------------------------- Ramadi 2014, half held


def test_ramadi_is_contested_while_each_side_holds_a_half(shipped: Shipped) -> None:
    fought_over = f"contested by {IRAQ}, is"
    assert between(shipped, "Ramadi", "2014-01-10", "2015-05-16") == {fought_over}
    for known in ("2014-01-02", "2014-06-29", "2014-06-30"):
        assert told(shipped.on("Ramadi", known, known)) == fought_over


def test_that_ramadi_fell_early_in_january_is_told_by_one_account_alone(shipped: Shipped) -> None:
    assert told(shipped.on("Ramadi", "2014-01-05")) == f"contested by {IRAQ}, is ?is"


def test_the_account_of_a_half_stands_against_that_of_a_fall(shipped: Shipped) -> None:
    assert sources(shipped.on("Ramadi", "2014-06-30")) == {
        "english-wikipedia",
        "wikipedia-war-in-iraq",
    }
    assert told(shipped.on("Ramadi", "2015-05-17")) == "held by is"


# ------------------------------------- a facility that falls while its town does not


def test_the_air_base_of_tal_afar_falls_nine_months_before_the_town(shipped: Shipped) -> None:
    days = ("2016-11-15", "2016-11-16", "2017-08-21", "2017-08-22", "2017-08-27")
    base = [told(shipped.on("Tal Afar air base", on)) for on in days]
    town = [told(shipped.on("Tal Afar", on)) for on in days]
    assert base == ["held by is", *[f"held by {IRAQ}"] * 4]
    assert town == [*["held by is"] * 3, f"contested by {IRAQ}, is", f"held by {IRAQ}"]


def test_the_air_base_of_tabqa_falls_while_the_town_stands(shipped: Shipped) -> None:
    days = ("2017-03-25", "2017-03-27", "2017-05-09", "2017-05-10")
    base = [told(shipped.on("Tabqa air base", on)) for on in days]
    town = [told(shipped.on("Tabqa", on)) for on in days]
    assert base == ["held by is", *["held by sdf"] * 3]
    assert town == ["held by is", "held by is", "contested by is, sdf", "held by sdf"]


def test_the_dam_of_tabqa_was_said_to_have_fallen_and_was_fought_for(shipped: Shipped) -> None:
    assert told(shipped.on("Tabqa Dam", "2017-03-25")) == "held by is"
    assert told(shipped.on("Tabqa Dam", "2017-04-01", known="2017-04-01")) == "held by sdf"
    assert between(shipped, "Tabqa Dam", "2017-03-26", "2017-05-09") == {"contested by is, sdf"}
    assert told(shipped.on("Tabqa Dam", "2017-05-10")) == "held by sdf"


# -------------------------------------------------- a siege broken that changes no holder


def test_amirli_is_besieged_for_three_months_and_never_lost(shipped: Shipped) -> None:
    place = shipped.place_id("Amirli")
    events = [event for event in shipped.atlas.events if event.place_id == place]
    (siege,) = sieges_of(events)
    assert (siege.span, siege.broken) == (Span(date(2014, 6, 1), date(2014, 8, 31)), True)
    held = {told(shipped.on("Amirli", f"2014-{month:02}-15")) for month in range(5, 11)}
    assert held == {f"held by {IRAQ}"}
    assert changes_of("amirli", shipped.periods("Amirli")) == []


def test_the_siege_of_deir_ez_zor_ends_two_months_before_the_battle(shipped: Shipped) -> None:
    place = shipped.place_id("Deir ez-Zor")
    (siege,) = sieges_of(event for event in shipped.atlas.events if event.place_id == place)
    assert (siege.span, siege.broken) == (Span(date(2014, 7, 14), date(2017, 9, 5)), True)
    days = ("2017-09-04", "2017-09-05", "2017-11-02", "2017-11-03")
    assert [told(shipped.on("Deir ez-Zor", on)) for on in days] == [
        *[f"contested by is, {SYRIA}"] * 3,
        f"held by {SYRIA}",
    ]


# ------------------------------------------------------------- a month-precise capture


@pytest.mark.parametrize(
    ("on", "known", "answer"),
    [
        pytest.param("2014-05-31", None, f"held by {IRAQ}", id="before the month"),
        pytest.param("2014-06-01", None, f"held by {IRAQ} ?is", id="its first day"),
        pytest.param("2014-06-29", None, f"held by {IRAQ} ?is", id="its last day but one"),
        pytest.param("2014-06-30", None, "held by is", id="taken at the latest"),
        pytest.param("2014-06-30", "2014-06-29", f"held by {IRAQ}", id="before it was known"),
    ],
)
def test_hawija_falls_on_some_day_of_june_2014(
    shipped: Shipped, on: str, known: str | None, answer: str
) -> None:
    assert told(shipped.on("Hawija", on, known)) == answer


# ----------------------------------------------------- a late report about an early day


@pytest.mark.parametrize(
    ("on", "known", "answer"),
    [
        pytest.param("2014-06-22", "2015-05-24", f"held by {IRAQ}", id="as known a year long"),
        pytest.param("2014-06-22", "2015-05-25", "held by is", id="as known since the report"),
        pytest.param("2014-06-25", None, f"held by is ?{IRAQ}", id="the army is back within days"),
        pytest.param("2014-06-30", None, f"held by {IRAQ}", id="back at the latest"),
        pytest.param(
            "2015-05-24", "2015-05-24", f"held by {IRAQ}", id="the day of the second loss"
        ),
        pytest.param("2015-05-24", "2015-05-25", "held by is", id="told the day after"),
    ],
)
def test_that_al_walid_was_lost_for_days_became_known_a_year_later(
    shipped: Shipped, on: str, known: str | None, answer: str
) -> None:
    assert told(shipped.on("Al-Walid", on, known)) == answer


# ------------------------------------- made here: what the shipped atlas does not carry

HIT, ANA, RAWA = (make_place(name, country="IQ", admin1="01") for name in ("hit", "ana", "rawa"))
MOSUL = make_place("mosul", country="IQ", admin1="15")
ANBAR = make_place("anbar", kind="governorate", country="IQ", admin1="01")
WHOLE_COUNTRY = make_place("iraq", kind="country", country="IQ", admin1="")
SMALL = [HIT, ANA, RAWA, MOSUL, ANBAR, WHOLE_COUNTRY]


def small(claims: list[Claim], on: str, known: str | None = None) -> dict[str, str]:
    """The answers of a small atlas on one day."""
    found = answers(make_atlas(SMALL, claims), asked(on, known))
    return {place.id: told(found.at(place)) for place in SMALL}


def test_a_town_taken_and_retaken_on_one_day_stays_with_its_holder() -> None:
    claims = [
        holds("army", "2014-06-01", place_id="hit"),
        takes("is", "2014-06-05", order=1, place_id="hit"),
        takes("army", "2014-06-05", order=2, place_id="hit"),
    ]
    for on in ("2014-06-04", "2014-06-05", "2014-06-06"):
        assert small(claims, on)["hit"] == "held by army"


# A governorate falls; a town in it holds out, another was lost on its own before.
AN_AREA_WITH_EXCEPTIONS = [
    holds("army", "2011-12-18/..", place_id="iraq"),
    takes("is", "2014-01-04", place_id="rawa"),
    takes("is", "2014-06-21", place_id="anbar"),
    holds("army", "2014-06-21", place_id="ana"),
    takes("army", "2016-01-10", place_id="anbar"),
]


@pytest.mark.parametrize(
    ("on", "hit", "ana", "rawa", "mosul"),
    [
        pytest.param(
            *("2013-12-31", "held by army", "held by army", "held by army", "held by army"),
            id="the country as a whole",
        ),
        pytest.param(
            *("2014-01-04", "held by army", "held by army", "held by is", "held by army"),
            id="one town is lost",
        ),
        pytest.param(
            *("2014-06-21", "held by is", "held by army", "held by is", "held by army"),
            id="the governorate falls but for one town",
        ),
        pytest.param(
            *("2016-01-10", "held by army", "held by army", "held by is", "held by army"),
            id="it is retaken, of the lost town nothing is said",
        ),
    ],
)
def test_what_is_said_of_an_area_does_not_count_for_its_exceptions(
    on: str, hit: str, ana: str, rawa: str, mosul: str
) -> None:
    found = small(AN_AREA_WITH_EXCEPTIONS, on)
    assert [found[name] for name in ("hit", "ana", "rawa", "mosul")] == [hit, ana, rawa, mosul]


def test_a_governorate_answers_for_itself_as_its_places_do() -> None:
    assert small(AN_AREA_WITH_EXCEPTIONS, "2014-06-21")["anbar"] == "held by is"


# One source says that a town has fallen and takes it back two days later; another never said so.
A_CORRECTION = [
    holds("army", "2014-09-30", place_id="hit", source_id="ministry"),
    takes("is", "2014-10-02", place_id="hit", source_id="sohr", known=day("2014-10-02")),
    holds("army", "2014-10-02", place_id="hit", source_id="sohr", known=day("2014-10-04")),
]


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        pytest.param("2014-10-01", "held by army", id="before it was said"),
        pytest.param("2014-10-03", "held by is", id="before it was corrected"),
        pytest.param("2014-10-04", "held by army", id="corrected"),
        pytest.param(None, "held by army", id="as known now"),
    ],
)
def test_a_source_that_corrects_itself_counts_with_the_correction(
    known: str | None, answer: str
) -> None:
    assert small(A_CORRECTION, "2014-10-05", known)["hit"] == answer


def test_a_correction_does_not_speak_for_others() -> None:
    other = takes("is", "2014-10-02", place_id="hit", source_id="agency")
    assert small([*A_CORRECTION, other], "2014-10-05")["hit"] == "disputed by army, is"
