"""Which date of a sentence is that of what it tells."""

import pytest

from tests.unit.reading.reading_of import claims_of, reading_of

_TODAY = "2017-10-17"


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        # A date behind an aside is that of what comes before it.
        ("en", ("The SDF seized [[Hajin]], the largest town in the last IS pocket, on Friday after "
         "days of fighting."), {"Hajin": "2017-10-13"}),
        ("en", ("The SDF seized [[Hajin]], the largest town of the area, on Friday. Its commander "
         "said on Thursday that 5,000 men were left in the pocket."), {"Hajin": "2017-10-13"}),
        ("en", ("The SDF captured [[Conoco]] in July and seized [[Omar]], the largest of all, on "
         "October 2, hours before the army could."), {"Conoco": "2017-07", "Omar": "2017-10-02"}),
        # One more of a list with a date of its own.
        ("nl", "Zondag veroverde de SDF [[Hajin]], en op 2 oktober [[Omar]].",
         {"Hajin": "2017-10-15", "Omar": "2017-10-02"}),
        # Feasts, and a weekday before the day that was told of.
        ("en", "The SDF took [[Hajin]] on New Year's Day.", {"Hajin": "2017-01-01"}),
        ("nl", "In de nieuwjaarsnacht nam de SDF [[Hajin]] in.",
         {"Hajin": "2016-12-31/2017-01-01"}),
        ("en", "Fighting began on October 10. The SDF had taken [[Hajin]] on the Monday before.",
         {"Hajin": "2017-10-09"}),
        # When something else happened.
        ("en", ("The army regained [[Hama]], the biggest of the towns that rebels seized when they "
         "invaded the region last August, it said on Monday."),
         {"Hama": "2017-08"}),
        ("en", ("[[Tabqa]], which IS has controlled since February 2016, when it captured it, "
         "was shelled on Sunday."), {"Tabqa": "2016-02"}),
    ],
)  # fmt: skip
def test_a_claim_has_the_date_of_its_clause(
    language: str, text: str, dates: dict[str, str]
) -> None:
    found = {place: when for place, _, _, _, when in claims_of(text, language)}
    assert found == dates


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "A bomb hit [[Idlib]] on Sunday. Seven people were killed.", "2017-10-15"),
        ("en", "A bomb hit [[Idlib]] on Sunday. Doctors have counted 72 dead.", "2017-10-15"),
        ("nl", "Zondag werd [[Idlib]] gebombardeerd. In totaal zijn 55 mensen omgekomen.",
         "2017-10-15"),
        # Those who are there are there now.
        ("en", "IS lost [[Raqqa]] on Sunday. It has 300 fighters there.", _TODAY),
    ],
)  # fmt: skip
def test_who_fell_did_so_on_the_day_that_is_told_of(language: str, text: str, date: str) -> None:
    assert [figure.when.edtf for figure in reading_of(text, language).figures] == [date]
