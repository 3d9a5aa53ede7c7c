"""What stands in SQL for our own functions, by database."""

import pytest
from sqlalchemy import Float, LargeBinary, column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect

from geomap.storage.functions import touches

SHAPE = b"a shape"
OURS: Dialect = sqlite.dialect()
POSTGIS: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
POINT = (column("x", Float), column("y", Float))
GEOMETRY = (column("geometry", LargeBinary),)


@pytest.mark.parametrize(
    ("dialect", "touching", "said"),
    [
        (OURS, POINT, "geomap_touches(x, y, ?)"),
        (OURS, GEOMETRY, "geomap_touches(geometry, ?)"),
        (POSTGIS, POINT, "ST_Intersects(ST_MakePoint(x, y), ST_GeomFromWKB(%(param_1)s))"),
        (POSTGIS, GEOMETRY, "ST_Intersects(ST_GeomFromWKB(geometry), ST_GeomFromWKB(%(param_1)s))"),
    ],
)
def test_a_shape_is_touched_and_always_bound(
    dialect: Dialect, touching: tuple[object, ...], said: str
) -> None:
    compiled = touches(SHAPE, *touching).compile(dialect=dialect)
    assert str(compiled).replace("::BYTEA", "") == said
    assert list(compiled.params.values()) == [SHAPE]
