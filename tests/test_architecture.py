"""The architecture, kept by a test: who imports whom, where queries live, how large parts get."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.layers import (
    all_imports,
    broken_arrow,
    find_cycles,
    imports_of,
    long_functions,
    part_of,
    query_outside_storage,
    read_sources,
)

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
# Modules that may be longer, each with its reason.
LONG_MODULES: Mapping[str, str] = {}
# In the order in which a sentence goes through them.
PACKAGES_OF_READING = (
    *("language", "numerals", "calendar", "clauses", "telling", "dating", "context"),
    *("claims", "events", "figures"),
)
# Alembic's migrations are a record of what was done; they are not edited into shape afterwards.
MIGRATIONS = "geomap.storage.migrations"


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    found = read_sources(ROOT, ("geomap", "gazetteer"))
    assert "geomap" in found
    assert "gazetteer" in found
    return found


def test_every_import_points_down(sources: dict[str, str]) -> None:
    broken = [
        f"{found.importer}:{found.line} imports {found.target}: {reason}"
        for found in all_imports(sources)
        if (reason := broken_arrow(found))
    ]
    assert broken == []


def test_no_modules_import_each_other_in_a_circle(sources: dict[str, str]) -> None:
    assert find_cycles(sources) == []


def test_each_package_of_reading_knows_only_those_before_it(sources: dict[str, str]) -> None:
    order = {name: at for at, name in enumerate(PACKAGES_OF_READING)}
    assert order.keys() == {
        name.split(".")[2] for name in sources if name.count(".") > 2 and ".reading." in name
    }
    later = [
        f"{found.importer}:{found.line} imports {found.target}"
        for found in all_imports(sources)
        if found.importer.startswith("geomap.reading.")
        and found.target.startswith("geomap.reading.")
        and order.get(found.target.split(".")[2], -1)
        > order.get(found.importer.split(".")[2], len(order))
    ]
    assert later == []


def test_queries_are_only_in_storage(sources: dict[str, str]) -> None:
    broken = [
        f"{name}: {problem}"
        for name, source in sources.items()
        if name.startswith("geomap") and part_of(name) != "storage"
        for problem in query_outside_storage(name, source)
    ]
    assert broken == []


def test_every_package_says_what_belongs_into_it(sources: dict[str, str]) -> None:
    folders = {
        path.parent
        for package in ("geomap", "gazetteer")
        for path in (ROOT / package).rglob("*.py")
    }
    packages = {".".join(folder.relative_to(ROOT).parts) for folder in folders}
    silent = [
        name
        for name in sorted(packages)
        if not name.startswith(MIGRATIONS) and not sources.get(name, "").lstrip().startswith('"""')
    ]
    assert silent == []


def test_modules_and_functions_stay_small(sources: dict[str, str]) -> None:
    large = [
        f"{name}: {lines} lines"
        for name, source in sources.items()
        if not name.startswith(MIGRATIONS) and name not in LONG_MODULES
        if (lines := len(source.splitlines())) > LONGEST_MODULE
    ]
    large += [
        f"{name}.{function}: {lines} lines"
        for name, source in sources.items()
        if not name.startswith(MIGRATIONS)
        for function, lines in long_functions(source, LONGEST_FUNCTION)
    ]
    assert large == []


# ------------------------------------------------- the checker itself catches what it should


def broken(importer: str, source: str) -> list[str]:
    return [reason for found in imports_of(importer, source) if (reason := broken_arrow(found))]


@pytest.mark.parametrize(
    ("importer", "source"),
    [
        pytest.param(
            "geomap.domain.control", "import geomap.storage.models", id="domain to storage"
        ),
        pytest.param("geomap.domain.control", "from geomap import storage", id="a package by name"),
        pytest.param("geomap.domain.control", "from ..services import control", id="relative, up"),
        pytest.param("geomap.domain.control", "from sqlalchemy import select", id="domain to SQL"),
        pytest.param("geomap.domain.control", "import flask.json", id="domain to the web"),
        pytest.param("geomap.domain.control", "from pathlib import Path", id="domain to files"),
        pytest.param("geomap.domain.control", "from geomap import app", id="domain to app"),
        pytest.param("geomap.storage.claims", "from geomap.exports import csv", id="sideways"),
        pytest.param(
            "geomap.imports.atlas", "from geomap.storage import claims", id="sideways too"
        ),
        pytest.param(
            "geomap.storage.claims", "from geomap.services import load", id="up to services"
        ),
        pytest.param("geomap.services.load", "from geomap.web import api", id="services to web"),
        pytest.param("geomap.web.api", "import geomap.cli.serve", id="web to cli"),
        pytest.param("geomap.cli.serve", "from geomap.web import api", id="cli to web"),
        pytest.param("geomap.web.api", "from geomap.app import create_app", id="web to app"),
        pytest.param("geomap.services.load", "from geomap import app", id="services to app"),
        pytest.param("geomap.errors", "from geomap.domain import when", id="errors to domain"),
        pytest.param(
            "geomap.settings", "from geomap.services import load", id="settings to services"
        ),
        pytest.param("geomap", "from geomap.app import create_app", id="the package to app"),
        pytest.param(
            "geomap.utils.text", "from geomap.domain import when", id="a part without a layer"
        ),
        pytest.param(
            "geomap.web.api", "from geomap.utils import text", id="to a part without a layer"
        ),
        pytest.param(
            "gazetteer.index", "from geomap.errors import GeomapError", id="gazetteer to geomap"
        ),
        pytest.param("geomap.web.api", "from gazetteer import Gazetteer", id="web to gazetteer"),
        pytest.param("geomap.cli.places", "import gazetteer.build", id="cli to gazetteer"),
        pytest.param(
            "geomap.domain.control", "from gazetteer.errors import X", id="domain to gazetteer"
        ),
        pytest.param("geomap.storage.claims", "import gazetteer", id="storage to gazetteer"),
        pytest.param(
            "geomap.domain.control",
            "if TYPE_CHECKING:\n    from geomap.storage import models",
            id="under TYPE_CHECKING",
        ),
        pytest.param(
            "geomap.domain.control",
            "def late() -> None:\n    from geomap.storage import models",
            id="inside a function",
        ),
        pytest.param(
            "geomap.domain.control",
            "import importlib\nimportlib.import_module('geomap.storage')",
            id="by its name as text",
        ),
    ],
)
def test_an_arrow_up_or_sideways_is_found(importer: str, source: str) -> None:
    assert len(broken(importer, source)) == 1


@pytest.mark.parametrize(
    ("importer", "source"),
    [
        pytest.param("geomap.web.api", "from geomap.services import control", id="web to services"),
        pytest.param(
            "geomap.web.api", "from geomap.domain.control import Status", id="web to domain"
        ),
        pytest.param("geomap.cli.serve", "from geomap.app import create_app", id="cli to app"),
        pytest.param("geomap.app", "from geomap.web import api", id="app to everything"),
        pytest.param(
            "geomap.services.places", "from gazetteer import Gazetteer", id="services to gazetteer"
        ),
        pytest.param(
            "geomap.cli", "from gazetteer.errors import GazetteerError", id="errors to be shown"
        ),
        pytest.param("geomap.storage.claims", "from .models import ClaimRow", id="within a part"),
        pytest.param("geomap.web.pages", "from geomap import __version__", id="the version"),
        pytest.param(
            "geomap.domain.when", "from geomap.errors import InvalidWhen", id="domain to errors"
        ),
        pytest.param("gazetteer.index", "import sqlite3", id="gazetteer to its database"),
    ],
)
def test_an_arrow_down_is_fine(importer: str, source: str) -> None:
    assert broken(importer, source) == []


def test_relative_imports_of_a_package_start_at_the_package() -> None:
    found = list(imports_of("geomap.domain", "from .when import When", is_package=True))
    assert [one.target for one in found] == ["geomap.domain.when.When"]


@pytest.mark.parametrize(
    ("sources", "cycles"),
    [
        pytest.param({"geomap.a": "from geomap import b", "geomap.b": ""}, [], id="no circle"),
        pytest.param(
            {"geomap.a": "from geomap import b", "geomap.b": "from geomap.a import X"},
            [["geomap.a", "geomap.b"]],
            id="two",
        ),
        pytest.param(
            {
                "geomap.a": "import geomap.b",
                "geomap.b": "def f():\n    from geomap.c import g",
                "geomap.c": "from .a import h",
            },
            [["geomap.a", "geomap.b", "geomap.c"]],
            id="three, one of them late",
        ),
        pytest.param(
            {"geomap.d": "from geomap.d.e import X", "geomap.d.e": "from geomap.d import Y"},
            [["geomap.d", "geomap.d.e"]],
            id="a package and its module",
        ),
    ],
)
def test_circles_are_found(sources: dict[str, str], cycles: list[list[str]]) -> None:
    assert find_cycles(sources) == cycles


@pytest.mark.parametrize(
    "source",
    [
        "from sqlalchemy import select",
        "from sqlalchemy import text",
        "import sqlalchemy",
        "import sqlalchemy as sa",
        "from sqlalchemy.dialects import sqlite",
        "import sqlite3",
        "def f(session):\n    return session.execute('SELECT 1')",
        "def f(self):\n    return self.session.scalars(x)",
        "def f(connection):\n    connection.exec_driver_sql('PRAGMA x')",
    ],
)
def test_a_query_outside_storage_is_found(source: str) -> None:
    assert list(query_outside_storage("geomap.services.load", source))


@pytest.mark.parametrize(
    "source",
    [
        "from sqlalchemy.orm import Session, sessionmaker",
        "from sqlalchemy import Engine",
        "def f(session):\n    return claims.in_force(session)",
        "def f(query):\n    return query.execute()",
    ],
)
def test_the_session_may_be_named_and_passed_on(source: str) -> None:
    assert list(query_outside_storage("geomap.services.load", source)) == []


def test_a_docstring_does_not_make_a_function_long() -> None:
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1\n'
    assert list(long_functions(source, 2)) == []
    assert list(long_functions(source, 1)) == [("f", 2)]
