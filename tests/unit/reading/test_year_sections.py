"""Below a heading that names a year, days without a year are days of that year."""

from tests.unit.reading.reading_of import reading_of


def days_of(text: str) -> list[tuple[str, str]]:
    return [
        (claim.place.name, claim.when.edtf)
        for claim in reading_of(text, "en").claims
        if claim.place
    ]


def test_days_belong_to_the_year_above_them() -> None:
    chronicle = (
        "2014: the conquests\n\nIS captured [[Mosul]] in June.\n\n"
        "2015\n\nOn 25 May the army took [[Ramadi]] from IS.\n\n"
        "2017: the end\n\nOn Monday the SDF captured [[Raqqa]]."
    )
    assert days_of(chronicle) == [
        ("Mosul", "2014-06"),
        ("Ramadi", "2015-05-25"),
        ("Raqqa", "2017-10-16"),
    ]


def test_a_span_of_years_counts_to_its_end() -> None:
    chronicle = (
        "2013-2014\n\nIS captured [[Mosul]] in June.\n\n2015 – ruin\n\nThe SDF took [[Raqqa]]."
    )
    assert days_of(chronicle) == [("Mosul", "2014-06"), ("Raqqa", "2015")]


def test_one_year_alone_is_a_caption_and_later_years_are_none() -> None:
    assert days_of("2014: fighters\n\nIS took [[Mosul]] in June.") == [("Mosul", "2017-06")]
    later = "2031: plans\n\n2032: hopes\n\nIS took [[Mosul]] in June."
    assert days_of(later) == [("Mosul", "2017-06")]
