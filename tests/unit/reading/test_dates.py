"""Words for days are worked out from the day of publication, as precisely as they are meant."""

from datetime import date

import pytest

from geomap.domain.when import When
from geomap.reading.calendar.of_sentence import Bound, DateFound, Known, dates_in
from geomap.reading.language.sentences import sentences

TUESDAY = date(2017, 10, 17)


def found(text: str, language: str, published: date | None = TUESDAY) -> list[DateFound]:
    return [one for sentence in sentences(text) for one in dates_in(sentence, published, language)]


def read(text: str, language: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.when.edtf) for one in found(text, language, published)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # Full dates.
        ("op 17 oktober 2017 viel de stad", "2017-10-17"),
        ("dinsdag 17 oktober", "2017-10-17"),
        ("de 3e september", "2017-09-03"),
        ("op 5 sept. 2016", "2016-09-05"),
        ("17-10-2017", "2017-10-17"),
        ("2017-10-17", "2017-10-17"),
        ("17.10.2017", "2017-10-17"),
        ("6 juni jl. begon het", "2017-06-06"),
        ("op 20 december", "2016-12-20"),
        ("morgen, 1 november, wordt", "2017-10-18"),
        # Days.
        ("vandaag", "2017-10-17"),
        ("vanochtend", "2017-10-17"),
        ("gisteren", "2017-10-16"),
        ("gisteravond", "2017-10-16"),
        ("eergisteren", "2017-10-15"),
        ("overmorgen", "2017-10-19"),
        ("zaterdag viel Raqqa", "2017-10-14"),
        ("Zaterdagochtend viel Raqqa", "2017-10-14"),
        ("dinsdag viel Raqqa", "2017-10-17"),
        ("afgelopen dinsdag viel Raqqa", "2017-10-10"),
        ("vorige week vrijdag", "2017-10-13"),
        ("vrijdag vorige week", "2017-10-13"),
        ("komende zaterdag", "2017-10-21"),
        ("zaterdag zal het leger aanvallen", "2017-10-21"),
        ("drie dagen geleden", "2017-10-14"),
        ("een dag eerder", "2017-10-16"),
        # Nights, weekends and weeks.
        ("vannacht", "2017-10-16/2017-10-17"),
        ("in de nacht van vrijdag op zaterdag", "2017-10-13/2017-10-14"),
        ("in de nacht van 15 op 16 oktober", "2017-10-15/2017-10-16"),
        ("in de nacht op zaterdag", "2017-10-13/2017-10-14"),
        ("afgelopen weekend", "2017-10-14/2017-10-15"),
        ("in het weekend", "2017-10-14/2017-10-15"),
        ("begin dit jaar", "2017-01/2017-03"),
        ("begin deze maand", "2017-10-01/2017-10-10"),
        ("het vorig jaar", "2016"),
        ("de komende weken", "2017-10-17/2017-11-07"),
        ("kondigde donderdag aan dat het zal aanvallen", "2017-10-12"),
        ("komend weekend", "2017-10-21/2017-10-22"),
        ("deze week", "2017-10-16/2017-10-17"),
        ("vorige week", "2017-10-09/2017-10-15"),
        ("de afgelopen week", "2017-10-10/2017-10-17"),
        ("twee weken geleden", "2017-09-30/2017-10-06"),
        ("in de week van 5 juni", "2017-06-05/2017-06-11"),
        ("de afgelopen drie dagen", "2017-10-14/2017-10-17"),
        ("de afgelopen dagen", "2017-10-10/2017-10-17"),
        ("een paar dagen geleden", "2017-10-12/2017-10-15"),
        # Months.
        ("eerder deze maand", "2017-10-01/2017-10-17"),
        ("later deze maand", "2017-10-17/2017-10-31"),
        ("vorige maand", "2017-09"),
        ("in juni", "2017-06"),
        ("in december", "2016-12"),
        ("in december zal er gestemd worden", "2017-12"),
        ("juni vorig jaar", "2016-06"),
        ("afgelopen juni", "2017-06"),
        ("begin juni", "2017-06-01/2017-06-10"),
        ("half juni", "2017-06-11/2017-06-20"),
        ("medio juni", "2017-06-11/2017-06-20"),
        ("eind juni", "2017-06-21/2017-06-30"),
        ("een maand geleden", "2017-09"),
        ("de eerste week van juli", "2017-07-01/2017-07-07"),
        # Years and seasons.
        ("in 2014", "2014"),
        ("begin 2016", "2016-01/2016-03"),
        ("eind 2015", "2015-10/2015-12"),
        ("eind vorig jaar", "2016-10/2016-12"),
        ("eerder dit jaar", "2017-01-01/2017-10-17"),
        ("de eerste helft van 2015", "2015-01/2015-06"),
        ("in de zomer van 2014", "2014-06/2014-08"),
        ("de zomer van 2014", "2014-06/2014-08"),
        ("afgelopen zomer", "2017-06/2017-08"),
        ("in de winter van 2015", "2015-12/2016-02"),
        ("drie jaar geleden", "2014"),
        ("anderhalf jaar geleden", "2016-04"),
        ("de jaren negentig", "1990/1999"),
        # Ranges.
        ("tussen 5 en 8 juni", "2017-06-05/2017-06-08"),
        ("van 28 juni tot 2 juli", "2017-06-28/2017-07-02"),
        ("5-8 juni 2016", "2016-06-05/2016-06-08"),
        ("5 t/m 8 juni", "2017-06-05/2017-06-08"),
        ("van maandag tot woensdag", "2017-10-09/2017-10-11"),
        ("tussen 2014 en 2017", "2014/2017"),
    ],
)
def test_a_dutch_date(text: str, edtf: str) -> None:
    assert [found for _, found in read(text, "nl")][:1] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # Full dates.
        ("on 17 October 2017 the city fell", "2017-10-17"),
        ("on October 17, 2017, the city fell", "2017-10-17"),
        ("on Tuesday, 17 October", "2017-10-17"),
        ("Tuesday, October 17", "2017-10-17"),
        ("on Oct. 17", "2017-10-17"),
        ("on the 3rd of September", "2017-09-03"),
        ("on May 5", "2017-05-05"),
        ("on March 2, 2016", "2016-03-02"),
        ("10/17/2017", "2017-10-17"),
        ("on December 20", "2016-12-20"),
        # Days.
        ("today", "2017-10-17"),
        ("this morning", "2017-10-17"),
        ("yesterday", "2017-10-16"),
        ("the day before yesterday", "2017-10-15"),
        ("on Saturday", "2017-10-14"),
        ("late on Saturday", "2017-10-14"),
        ("early Saturday", "2017-10-14"),
        ("Saturday's attack", "2017-10-14"),
        ("on Tuesday", "2017-10-17"),
        ("last Tuesday", "2017-10-10"),
        ("on Friday last week", "2017-10-13"),
        ("next Saturday", "2017-10-21"),
        ("the talks will resume on Saturday", "2017-10-21"),
        ("three days ago", "2017-10-14"),
        ("a day earlier", "2017-10-16"),
        ("the handover is to start on Saturday", "2017-10-21"),
        ("tomorrow", "2017-10-18"),
        # Nights, weekends and weeks.
        ("overnight", "2017-10-16/2017-10-17"),
        ("last night", "2017-10-16/2017-10-17"),
        ("over the weekend", "2017-10-14/2017-10-15"),
        ("last weekend", "2017-10-14/2017-10-15"),
        ("this past weekend", "2017-10-14/2017-10-15"),
        ("earlier this week", "2017-10-16/2017-10-17"),
        ("last week", "2017-10-09/2017-10-15"),
        ("in the last week", "2017-10-10/2017-10-17"),
        ("over the past week", "2017-10-10/2017-10-17"),
        ("two weeks ago", "2017-09-30/2017-10-06"),
        ("in the past three days", "2017-10-14/2017-10-17"),
        ("a few days ago", "2017-10-10/2017-10-15"),
        # Months.
        ("earlier this month", "2017-10-01/2017-10-17"),
        ("last month", "2017-09"),
        ("in June", "2017-06"),
        ("in May", "2017-05"),
        ("in December", "2016-12"),
        ("June last year", "2016-06"),
        ("October of 2016", "2016-10"),
        ("early June", "2017-06-01/2017-06-10"),
        ("mid-June", "2017-06-11/2017-06-20"),
        ("late June", "2017-06-21/2017-06-30"),
        ("at the end of June", "2017-06-21/2017-06-30"),
        ("the first week of July", "2017-07-01/2017-07-07"),
        # Years and seasons.
        ("in 2014", "2014"),
        ("late 2015", "2015-10/2015-12"),
        ("mid-2016", "2016-04/2016-09"),
        ("late last year", "2016-10/2016-12"),
        ("the second half of 2015", "2015-07/2015-12"),
        ("the summer of 2014", "2014-06/2014-08"),
        ("the spring of last year", "2016-03/2016-05"),
        ("the first three months of 2016", "2016-01/2016-03"),
        ("at the beginning of the month", "2017-10-01/2017-10-10"),
        ("a year and a half ago", "2016-04"),
        ("in the week to October 8", "2017-10-02/2017-10-08"),
        ("two and a half years ago", "2015-04"),
        ("struck on the 7th", "2017-10-07"),
        ("struck on the 27th", "2017-09-27"),
        ("talks resume on Thursday", "2017-10-19"),
        ("IS set off a bomb on Friday", "2017-10-13"),
        ("in the fall of 2014", "2014-09/2014-11"),
        ("last summer", "2017-06/2017-08"),
        ("three years ago", "2014"),
        ("half a year ago", "2017-04"),
        ("the 1990s", "1990/1999"),
        # Ranges.
        ("between 5 and 8 June", "2017-06-05/2017-06-08"),
        ("June 5-8", "2017-06-05/2017-06-08"),
        ("from Friday to Sunday", "2017-10-13/2017-10-15"),
        ("from 2014 to 2017", "2014/2017"),
    ],
)
def test_an_english_date(text: str, edtf: str) -> None:
    assert [found for _, found in read(text, "en")] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("vorig jaar zomer", "2016-06/2016-08"),
        ("de laatste twee weken van juni", "2017-06-17/2017-06-30"),
        ("aan het begin van de maand", "2017-10-01/2017-10-10"),
        ("een halfjaar geleden", "2017-04"),
        ("tweeënhalf jaar geleden", "2015-04"),
        ("twee weken terug", "2017-09-30/2017-10-06"),
        ("op de 7e werd", "2017-10-07"),
        ("de minister landt woensdag in Ankara", "2017-10-18"),
        ("ze ontmoeten elkaar donderdag", "2017-10-19"),
        ("in december begint de strijd", "2016-12"),
    ],
)
def test_more_dutch_dates(text: str, edtf: str) -> None:
    assert [found for _, found in read(text, "nl")] == [edtf]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Later that year they took it", "2014"),
        ("en", "A month earlier they took it", "2014-05"),
        ("en", "The following month they took it", "2014-07"),
        ("en", "It fell in the weeks that followed", "2014-07-01/2014-07-28"),
        ("en", "in August that year", "2014-08"),
        ("nl", "in augustus van dat jaar", "2014-08"),
        ("nl", "eind december dat jaar", "2014-12-21/2014-12-31"),
        ("nl", "De maand daarop viel het", "2014-07"),
        ("nl", "Een jaar later viel het", "2015"),
        ("nl", "In de maanden daarna viel het", "2014-07-01/2014-10-30"),
    ],
)
def test_that_year_is_the_one_spoken_of(language: str, text: str, edtf: str) -> None:
    known = Known(about=date(2014, 6, 30))
    (one,) = dates_in(sentences(text)[0], TUESDAY, language, known)
    assert one.when.edtf == edtf


def test_a_year_later_is_no_year_to_come() -> None:
    known = Known(anchor=date(2017, 10, 2), about=date(2017, 10, 2))
    text = "Ruim een jaar later, in november 2015, viel het"
    assert [one.when.edtf for one in dates_in(sentences(text)[0], TUESDAY, "nl", known)] == [
        "2015-11"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army may march on the city"),
        ("en", "Theresa May said so"),
        ("en", "they would next march on the capital"),
        ("en", "some 2000 fighters"),
        ("en", "a force of 2000 fighters"),
        ("en", "the fall of Raqqa"),
        ("en", "Bloody Sunday"),
        ("en", "an august body"),
        ("en", "99-99-2017 and 2017-13-45"),
        ("nl", "2017 strijders"),
        ("nl", "Het 22 Mei-ziekenhuis"),
        ("nl", "in de vroege morgen"),
        ("nl", "een stad"),
        ("nl", "sinds het begin van het offensief"),
        ("nl", "½ ² ٣"),
        ("tr", "17 Ekim 2017"),
    ],
)
def test_other_words_are_no_dates(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "edtf", "bound", "past"),
    [
        ("nl", "sinds 2014 de hoofdstad", "2014/..", Bound.SINCE, True),
        ("en", "the capital since 2014", "2014/..", Bound.SINCE, True),
        ("en", "since June 2014", "2014-06/..", Bound.SINCE, True),
        ("en", "since Saturday", "2017-10-14/..", Bound.SINCE, False),
        ("nl", "sinds vorige week", "2017-10-09~/..", Bound.SINCE, False),
        ("nl", "sinds twee dagen", "2017-10-15/..", Bound.SINCE, False),
        ("en", "until July 2017", "2017-07", Bound.UNTIL, True),
        ("nl", "tot vrijdag", "2017-10-13", Bound.UNTIL, False),
        ("en", "after 2015", "2015", Bound.AFTER, True),
        ("en", "before Friday", "2017-10-13", Bound.BEFORE, False),
        ("en", "on Friday", "2017-10-13", Bound.ON, False),
    ],
)
def test_a_preposition_opens_or_bounds_the_date(
    language: str, text: str, edtf: str, bound: Bound, *, past: bool
) -> None:
    (one,) = found(text, language)
    assert (one.when.edtf, one.bound, one.past) == (edtf, bound, past)


def test_the_preposition_belongs_to_an_open_date() -> None:
    assert read("Het is sinds begin juni van IS", "nl") == [("sinds begin juni", "2017-06-01~/..")]


def test_days_of_a_list_are_each_a_date() -> None:
    assert read("op 5, 6 en 7 juni", "nl") == [
        ("5", "2017-06-05"),
        ("6", "2017-06-06"),
        ("7 juni", "2017-06-07"),
    ]
    assert [edtf for _, edtf in read("on October 5 and 6", "en")] == ["2017-10-05", "2017-10-06"]


def test_a_count_behind_a_date_is_no_day_of_it() -> None:
    assert read("On October 5 and 12 fighters died", "en") == [("October 5", "2017-10-05")]


def test_the_verb_beside_each_date_says_whether_it_is_to_come() -> None:
    text = "On Sunday the SDF said it will attack on Friday"
    assert [edtf for _, edtf in read(text, "en")] == ["2017-10-15", "2017-10-20"]


def test_a_verb_in_the_past_keeps_its_date_in_the_past() -> None:
    text = "They will hand over what was agreed on Wednesday"
    assert [edtf for _, edtf in read(text, "en")] == ["2017-10-11"]


def test_a_day_before_rests_on_the_date_before_it() -> None:
    text = "De stad viel op 6 juni; de dag ervoor was er nog gevochten"
    assert [edtf for _, edtf in read(text, "nl")] == ["2017-06-06", "2017-06-05"]


def test_what_the_report_said_before_counts() -> None:
    known = Known(anchor=date(2017, 6, 6), offensive=When.parse("2017-06-06"))
    (before,) = dates_in(sentences("Two days later")[0], TUESDAY, "en", known)
    assert before.when.edtf == "2017-06-08"
    text = "Sinds het begin van het grote offensief verloor IS 45 procent"
    (since,) = dates_in(sentences(text)[0], TUESDAY, "nl", known)
    assert (since.when.edtf, since.bound) == ("2017-06-06/..", Bound.SINCE)


def test_without_a_day_of_publication_only_full_dates_are_read() -> None:
    assert read("gisteren, zaterdag, vorige maand, 6 juni", "nl", None) == []
    assert read("op 6 juni 2017 en in mei 2016, sinds 2014", "nl", None) == [
        ("6 juni 2017", "2017-06-06"),
        ("mei 2016", "2016-05"),
        ("sinds 2014", "2014/.."),
    ]


def test_a_saturday_paper_says_saturday_of_its_own_day() -> None:
    saturday = date(2017, 10, 14)
    assert read("zaterdag", "nl", saturday) == [("zaterdag", "2017-10-14")]
    assert read("afgelopen weekend", "nl", saturday)[0][1] == "2017-10-07/2017-10-08"


@pytest.mark.parametrize(
    "published", [date(1, 1, 1), date(9999, 12, 31), date(2016, 2, 29), date(1600, 1, 1)]
)
def test_the_ends_of_the_calendar_are_no_accident(published: date) -> None:
    text = (
        "gisteren morgen vorige week komend weekend volgend jaar vorig jaar 200 jaar geleden "
        "afgelopen zomer 29 februari vorige maand volgende maand begin juni 199 weken geleden"
    )
    for language in ("nl", "en"):
        for one in found(text, language, published):
            assert one.when.earliest <= one.when.latest


@pytest.mark.parametrize("number", range(0, 366, 5))
def test_what_is_written_means_the_same_days_to_the_parser_of_edtf(number: int) -> None:
    published = date.fromordinal(date(2016, 1, 1).toordinal() + number)
    text = (
        "vorige week, sinds vorige week, eind 2015, begin juni, vorige maand, sinds mei, gisteren, "
        "eerder dit jaar, in de winter van 2015, sinds 2014, de jaren negentig, van mei tot juli"
    )
    dated = found(text, "nl", published)
    assert len(dated) >= 12
    for one in dated:
        assert When.parse(one.when.edtf) == one.when
