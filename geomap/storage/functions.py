"""What SQLite is taught by us: whether a geometry touches a shape, and LIKE as the standard has it.

PostgreSQL has PostGIS for the first, and the second itself.
"""

import sqlite3
from threading import local
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Boolean, ColumnElement, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

_kept = local()


def teach(connection: sqlite3.Connection) -> None:
    """Register the functions on a connection."""
    connection.create_function("geomap_touches", 2, _touches, deterministic=True)
    connection.create_function("geomap_touches", 3, _touches_point, deterministic=True)


def _touches(geometry: bytes | None, shape: bytes) -> bool | None:
    """Whether a geometry shares a point with a shape, both as well-known binary."""
    if geometry is None:
        return None
    return bool(shapely.intersects(_prepared(shape), shapely.from_wkb(geometry)))


def _touches_point(longitude: float | None, latitude: float | None, shape: bytes) -> bool | None:
    """Whether a point lies in a shape or on its border."""
    if longitude is None or latitude is None:
        return None
    return bool(shapely.intersects_xy(_prepared(shape), longitude, latitude))


def _prepared(shape: bytes) -> BaseGeometry:
    """The shape, read once for all the rows of a query."""
    if getattr(_kept, "binary", None) != shape:
        made = shapely.from_wkb(shape)
        shapely.prepare(made)
        _kept.binary, _kept.shape = shape, made
    found: BaseGeometry = _kept.shape
    return found


class touches(FunctionElement[bool]):  # noqa: N801 -- Functions of SQL are written so.
    """Whether a shape is touched by a geometry, or by a point of longitude and latitude.

    Shapes and geometries are well-known binary.
    """

    type = Boolean()
    inherit_cache = True
    name = "touches"

    def __init__(self, shape: bytes, *touching: Any) -> None:
        """`touching` is one geometry, or a longitude and a latitude."""
        super().__init__(*touching, literal(shape))


@compiles(touches)
def _by_postgis(element: touches, compiler: SQLCompiler, **more: Any) -> str:
    *touching, shape = (compiler.process(one, **more) for one in element.clauses)
    maker = "ST_GeomFromWKB" if len(touching) == 1 else "ST_MakePoint"
    return f"ST_Intersects({maker}({', '.join(touching)}), ST_GeomFromWKB({shape}))"


@compiles(touches, "sqlite")
def _by_ourselves(element: touches, compiler: SQLCompiler, **more: Any) -> str:
    told = ", ".join(compiler.process(one, **more) for one in element.clauses)
    return f"geomap_touches({told})"


class like(FunctionElement[bool]):  # noqa: N801 -- Functions of SQL are written so.
    """Whether a text matches a pattern of LIKE, with capitals told from small letters."""

    type = Boolean()
    inherit_cache = True
    name = "like"

    def __init__(self, text: ColumnElement[Any], pattern: str) -> None:
        """A backslash escapes."""
        super().__init__(text, literal(pattern), literal(_glob(pattern)))


@compiles(like)
def _standard(element: like, compiler: SQLCompiler, **more: Any) -> str:
    text, pattern, _ = (compiler.process(one, **more) for one in element.clauses)
    return f"({text} LIKE {pattern} ESCAPE '\\')"


@compiles(like, "sqlite")
def _of_sqlite(element: like, compiler: SQLCompiler, **more: Any) -> str:
    # LIKE of SQLite takes A for a; GLOB does not.
    text, _, glob = (compiler.process(one, **more) for one in element.clauses)
    return f"({text} GLOB {glob})"


def _glob(pattern: str) -> str:
    """The same pattern with `*` for any text and `?` for one character."""
    made, characters = [], iter(pattern)
    for character in characters:
        if character == "\\":
            made.append(_plain(next(characters, "\\")))
        else:
            made.append({"%": "*", "_": "?"}.get(character) or _plain(character))
    return "".join(made)


def _plain(character: str) -> str:
    return f"[{character}]" if character in "*?[" else character
