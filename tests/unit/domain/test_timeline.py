"""The history of a place as half-open control periods."""

from geomap.domain.control import Status
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim
from geomap.domain.timeline import ControlPeriod, Span, period_on, periods_of
from tests.claims import contests, day, holds, loses, takes


def history(*claims: Claim) -> list[ControlPeriod]:
    return periods_of("place", claims, Rule())


def told(periods: list[ControlPeriod]) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    return [
        (
            period.start.isoformat(),
            period.end.isoformat() if period.end else None,
            period.verdict.status.value,
            period.verdict.holders,
        )
        for period in periods
    ]


def test_a_place_without_claims_has_no_history() -> None:
    assert history() == []


def test_palmyra_changed_hands_four_times() -> None:
    claims = [
        holds("army", "2011-03-15/.."),
        takes("is", "2015-05-20"),
        takes("army", "2016-03-27"),
        takes("is", "2016-12-11"),
        takes("army", "2017-03-02"),
    ]
    assert told(history(*claims)) == [
        ("2011-03-15", "2015-05-20", "held", ("army",)),
        ("2015-05-20", "2016-03-27", "held", ("is",)),
        ("2016-03-27", "2016-12-11", "held", ("army",)),
        ("2016-12-11", "2017-03-02", "held", ("is",)),
        ("2017-03-02", None, "held", ("army",)),
    ]


def test_baghuz_was_disputed_until_the_next_taking() -> None:
    claims = [
        takes("is", "2018-10-31"),
        takes("sdf", "2019-02-16"),
        holds("is", "2019-02-16"),
        takes("sdf", "2019-03-23"),
    ]
    assert told(history(*claims))[1:] == [
        ("2019-02-16", "2019-03-23", "disputed", ("is", "sdf")),
        ("2019-03-23", None, "held", ("sdf",)),
    ]


def test_a_claim_that_agrees_lengthens_no_list_and_joins_the_evidence() -> None:
    first, second = takes("is", "2014-01-14"), holds("is", "2014-05-24")
    (period,) = history(first, second)
    assert [evidence.claim for evidence in period.evidence] == [first, second]
    assert period.on(day("2014-05-23")).evidence == (first,)
    assert period.on(day("2014-05-24")).evidence == (first, second)


def test_an_imprecise_change_has_a_period_of_its_own() -> None:
    periods = history(holds("army", "2014-05-30"), takes("is", "2014-06"))
    marked = [(one.start.isoformat(), one.verdict.uncertain) for one in periods]
    assert marked == [("2014-05-30", False), ("2014-06-01", True), ("2014-06-30", False)]


def test_the_days_on_which_a_holder_is_stale_are_spans_of_one_period() -> None:
    (period,) = history(takes("is", "2014-01-14"), holds("is", "2016-05-24"))
    assert period.stale == (
        Span(day("2016-01-15"), day("2016-05-24")),
        Span(day("2018-05-25"), None),
    )
    assert period.on(day("2016-01-15")).is_stale(day("2016-01-15"))
    assert not period.on(day("2016-05-24")).is_stale(day("2016-05-24"))


def test_on_the_last_day_of_a_period_the_next_one_holds() -> None:
    periods = history(takes("is", "2014-06-10"), takes("army", "2017-07-10"))
    found = period_on(periods, day("2017-07-10"))
    assert found is not None
    assert found.verdict.holder == "army"


def test_before_the_first_claim_there_is_no_period() -> None:
    assert period_on(history(takes("is", "2014-06-10")), day("2014-06-09")) is None


def test_a_loss_ends_the_holding_and_leaves_it_unknown() -> None:
    periods = history(holds("is", "2014-06-05"), contests("2014-06-08"), loses("is", "2014-06-10"))
    statuses = [period.verdict.status for period in periods]
    assert statuses == [Status.HELD, Status.CONTESTED, Status.UNKNOWN]
