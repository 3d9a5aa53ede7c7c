"""A difference between two answers says whether the ground changed or only the telling."""

from datetime import timedelta

import pytest

from geomap.domain.differences.changes import Asked
from geomap.domain.measures.reasons import Reason
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim
from tests.claims import contests, day, holds, takes
from tests.comparing import asked, compared, make_atlas
from tests.measured import make_place

BEFORE = holds("army", "2013-01-01/..")
FALL = takes("is", "2014-06-10", known=day("2014-06-20"), source_id="sohr")
ONLY_SOHR = Rule(sources=frozenset({"sohr"}))
WIDE = Rule(dispute_window=timedelta(days=365))


def why(claims: list[Claim], first: Asked, second: Asked) -> list[Reason]:
    """The reasons of the one place that changed."""
    (change,) = compared(make_atlas([make_place("place")], claims), first, second)
    return list(change.reasons)


MAY, JULY = "2014-05-01", "2014-07-01"


@pytest.mark.parametrize(
    ("claims", "first", "second", "reasons"),
    [
        pytest.param([BEFORE, FALL], asked(MAY), asked(JULY), [Reason.GROUND], id="two days"),
        pytest.param([BEFORE, FALL], asked(JULY), asked(MAY), [Reason.GROUND], id="backwards"),
        pytest.param(
            [BEFORE, takes("is", "2014-06")],
            asked(MAY),
            asked(JULY),
            [Reason.PRECISION],
            id="some day of June",
        ),
        pytest.param(
            [BEFORE, contests("2014-06-09"), takes("is", "2014-06")],
            asked(MAY),
            asked(JULY),
            [Reason.GROUND, Reason.PRECISION],
            id="fighting, then some day of June",
        ),
        pytest.param(
            [BEFORE, FALL],
            asked(JULY, known="2014-06-15"),
            asked(JULY),
            [Reason.SOURCE],
            id="a report that came late",
        ),
        pytest.param(
            [BEFORE, FALL],
            asked(MAY),
            asked(MAY, rule=ONLY_SOHR),
            [Reason.SOURCE],
            id="as one source told it",
        ),
        pytest.param(
            [takes("army", "2014-01-01"), holds("is", "2014-04-01")],
            asked(MAY),
            asked(MAY, rule=WIDE),
            [Reason.RULE],
            id="another dispute window",
        ),
        pytest.param(
            [takes("army", "2014-01-01"), holds("is", "2014-04-01"), takes("sdf", "2014-06-10")],
            asked(MAY),
            asked(JULY, rule=WIDE),
            [Reason.GROUND, Reason.RULE],
            id="another window and another day",
        ),
        pytest.param(
            [BEFORE, FALL],
            asked(MAY),
            asked(JULY, rule=ONLY_SOHR),
            [Reason.GROUND, Reason.SOURCE],
            id="another source and another day",
        ),
    ],
)
def test_a_difference_says_what_it_comes_from(
    claims: list[Claim], first: Asked, second: Asked, reasons: list[Reason]
) -> None:
    assert why(claims, first, second) == reasons
