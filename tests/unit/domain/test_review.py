"""What reviewing leaves behind: rules for accepting unattended, and names in quotes."""

from datetime import UTC, datetime

import pytest

from geomap.domain.grades import Reliability
from geomap.domain.proposals import Suggestion
from geomap.domain.review import AcceptanceRule, written_in

RULE = AcceptanceRule(
    3,
    frozenset({"claim", "event"}),
    Reliability.C,
    0.8,
    "Amira",
    datetime(2026, 1, 1, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("kind", "reliability", "confidence", "accepted"),
    [
        ("claim", Reliability.B, 0.9, True),
        ("event", Reliability.C, 0.8, True),
        ("figure", Reliability.A, 1.0, False),
        ("claim", Reliability.D, 1.0, False),
        ("claim", Reliability.F, 1.0, False),
        ("claim", Reliability.A, 0.79, False),
        ("claim", Reliability.A, None, False),
    ],
)
def test_a_rule_needs_the_kind_the_grade_and_the_confidence(
    kind: str,
    reliability: Reliability,
    confidence: float | None,
    accepted: bool,  # noqa: FBT001 -- The parameter of a test.
) -> None:
    suggestion = Suggestion(kind, {}, "geomap ingest", confidence=confidence)
    assert RULE.accepts(suggestion, reliability) is accepted


def test_a_rule_says_itself_in_words() -> None:
    assert str(RULE) == (
        "rule 3: claims and events from sources graded C or better, read with a confidence of at"
        " least 0.8"
    )


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("IS fighters left Raqqa.", "IS"),
        ("Islamic State (IS) left.", "Islamic State"),
        ("ISLAMIC STATE left.", "ISLAMIC STATE"),
        ("This is about Isis-like groups.", "is"),
        ("The island.", None),
        ("", None),
    ],
)
def test_the_longest_name_that_stands_in_a_quote_is_found(quote: str, found: str | None) -> None:
    assert written_in(quote, ["IS", "Islamic State", "", " "]) == found
