"""Kinds of columns give back what they were given, and refuse what they cannot keep."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from shapely import Point
from sqlalchemy.dialects import sqlite

from geomap.storage.columns import UtcDateTime, WkbGeometry

DIALECT = sqlite.dialect()
NOON = datetime(2017, 10, 17, 12, tzinfo=UTC)


def test_an_instant_is_kept_in_utc() -> None:
    damascus = NOON.astimezone(timezone(timedelta(hours=3)))
    assert UtcDateTime().process_bind_param(damascus, DIALECT) == NOON


def test_an_instant_gets_its_zone_back() -> None:
    assert UtcDateTime().process_result_value(NOON.replace(tzinfo=None), DIALECT) == NOON


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        UtcDateTime().process_bind_param(NOON.replace(tzinfo=None), DIALECT)


def test_a_geometry_comes_back_exactly() -> None:
    raqqa = Point(39.00821, 35.95941)
    stored = WkbGeometry().process_bind_param(raqqa, DIALECT)
    assert WkbGeometry().process_result_value(stored, DIALECT) == raqqa


@pytest.mark.parametrize("column", [UtcDateTime(), WkbGeometry()])
def test_nothing_stays_nothing(column: UtcDateTime | WkbGeometry) -> None:
    assert column.process_bind_param(None, DIALECT) is None
    assert column.process_result_value(None, DIALECT) is None
