"""A fight of a province that a report opens with, and the town that it names below."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            (
                "Army repels attack in [[Hama|governorate]] province\n\nIS fighters attacked the "
                "town of [[Salamiyah]] early on Friday, killing 25 people."
            ),
            [("battle", "Salamiyah")],
        ),
        (
            "en",
            (
                "Dozens killed in attack in [[Hama|governorate]] province\n\nIS fighters raided "
                "the town of [[Salamiyah]] on Friday, killing 30 civilians."
            ),
            [("attack_on_civilians", "Salamiyah")],
        ),
        (
            "nl",
            (
                "Leger slaat aanval af in provincie [[Hama|governorate]]\n\nStrijders van IS "
                "vielen vrijdag de stad [[Salamiyah]] aan."
            ),
            [("battle", "Salamiyah")],
        ),
        (
            "en",
            (
                "Army and IS clash in [[Hama|governorate]] province\n\nIS shelled [[Salamiyah]] on "
                "Friday. Car bombs of IS exploded in [[Saboura]] on Friday."
            ),
            [("battle", "Hama"), ("shelling", "Salamiyah"), ("bombing", "Saboura")],
        ),
    ],
)
def test_it_is_in_the_one_town_below(
    language: str, text: str, told: list[tuple[str, str | None]]
) -> None:
    """Of two towns nobody can say which of them the province stood for."""
    assert [found[:2] for found in events_of(text, language)] == told
