"""What an English clause goes on with: who came back, who went, what was taken again."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "IS was driven out of [[Palmyra]] in March 2016 but returned in December 2016.",
            [("loses", None, "2016-03"), ("takes", "is", "2016-12")],
        ),
        (
            "Rebels captured [[Homs]] in May 2012 but withdrew in June 2012.",
            [("takes", "syrian-opposition", "2012-05"), ("loses", None, "2012-06")],
        ),
        (
            "IS seized [[Palmyra]] in May 2015 and again in December 2016.",
            [("takes", "is", "2015-05"), ("takes", "is", "2016-12")],
        ),
        (
            "The army took [[Homs]] on Sunday, leaving open the question of who would govern.",
            [("takes", "syrian-government", "2017-10-15")],
        ),
    ],
)
def test_who_came_back_and_who_went(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [(one[1], one[2], one[4]) for one in claims_of(text)] == claims
