"""Who is meant by a general word, by the place that it is said of."""

from datetime import date

import pytest

from geomap.reading.clauses.actors import Cast
from geomap.reading.language.items import Item
from geomap.reading.language.lexicon import lexicon_for
from geomap.reading.language.words import Sense
from geomap.reading.model import ReadPlace


@pytest.mark.parametrize(
    ("longitude", "latitude", "meant"),
    [
        pytest.param(36.87, 36.51, "ypg", id="Afrin"),
        pytest.param(37.16, 36.23, "ypg", id="Aleppo"),
        pytest.param(37.95, 36.53, "sdf", id="Manbij"),
    ],
)
def test_kurds_west_of_the_euphrates_valley_are_the_ypg(
    longitude: float, latitude: float, meant: str
) -> None:
    lexicon = lexicon_for("en", {})
    assert lexicon is not None
    place = ReadPlace("1", "A town", "SY", longitude, latitude, "town")
    kurds = Item(0, 1, "Kurds", {Sense.GENERAL: "kurds"}, actor="kurds", general=True)
    assert Cast(lexicon, "SY").who_at(kurds, place, date(2018, 1, 1)) == meant
