"""Reads the imports of the packages and says which arrows of the architecture they break.

The layers are those of docs/architecture.md: an import points down, never up and never sideways.
Everything here works on source text, so a rule holds for imports inside functions and under
TYPE_CHECKING too.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ADAPTERS = frozenset({"web", "cli"})
WORKERS = frozenset({"storage", "reading", "exports", "imports"})
BASE = frozenset({"errors", "settings", "version"})
# The package itself and the way in for `python -m geomap`.
ROOT_MODULES = frozenset({"", "__main__"})
# Each layer and the parts of geomap below it. A part may always import from itself.
MAY_IMPORT = {
    **dict.fromkeys(ADAPTERS, WORKERS | BASE | {"services", "domain"}),
    "services": WORKERS | BASE | {"domain"},
    **dict.fromkeys(WORKERS, BASE | {"domain"}),
    "domain": BASE,
    **dict.fromkeys(BASE, BASE),
    # The package says only its version, so that importing it costs nothing.
    "": frozenset({"version"}),
    "__main__": frozenset({"cli"}),
}
# Who puts the parts together, and who may ask for the result.
COMPOSITION_ROOT, ITS_CALLERS = "app", frozenset({"cli", "__main__"})
# The adapters turn the gazetteer's errors into answers, so they may name them; the rest of the
# gazetteer is for services.
GAZETTEER_ERRORS = ("gazetteer.errors.", "gazetteer.GazetteerError.")
# The domain holds plain values and rules: no database, no web, no terminal, no files.
IMPURE_MODULES = (
    "alembic click csv flask io os pathlib rich shutil socket sqlalchemy sqlite3 subprocess "
    "tempfile urllib waitress werkzeug"
)
IMPURE = frozenset(IMPURE_MODULES.split())
# What other layers may name of SQLAlchemy: the handles that they pass on, nothing that queries.
SQL_HANDLES = frozenset({"Connection", "Engine", "Session", "sessionmaker"})
QUERY_METHODS = frozenset({"execute", "exec_driver_sql", "query", "scalar", "scalars"})


@dataclass(frozen=True, order=True)
class Import:
    """One imported module or name: `importer` asks for `target` on a line of its file."""

    importer: str
    target: str
    line: int


def module_name(path: Path, root: Path) -> str:
    """Give the dotted name of a source file; a package has the name of its folder."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_sources(root: Path, packages: tuple[str, ...]) -> dict[str, str]:
    """Read the source of every module of the packages under a folder, by dotted name."""
    return {
        module_name(path, root): path.read_text(encoding="utf-8")
        for package in packages
        for path in sorted((root / package).rglob("*.py"))
    }


def imports_of(module: str, source: str, *, is_package: bool = False) -> Iterator[Import]:
    """Find every import of a module, wherever it stands, with relative ones made absolute."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node, is_package=is_package)
            for alias in node.names:
                yield Import(
                    module, base if alias.name == "*" else f"{base}.{alias.name}", node.lineno
                )
        elif isinstance(node, ast.Call) and (name := _dynamic_import(node)):
            yield Import(module, name, node.lineno)


def _absolute(module: str, node: ast.ImportFrom, *, is_package: bool) -> str:
    if not node.level:
        return node.module or ""
    parts = module.split(".")
    kept = parts[: len(parts) - node.level + is_package]
    return ".".join([*kept, node.module] if node.module else kept)


def _dynamic_import(call: ast.Call) -> str | None:
    name = (
        call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", None)
    )
    if name not in {"import_module", "__import__"} or not call.args:
        return None
    argument = call.args[0]
    return (
        argument.value
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        else None
    )


def all_imports(sources: Mapping[str, str]) -> list[Import]:
    """Find every import of all modules."""
    packages = {name.rpartition(".")[0] for name in sources}
    return sorted(
        found
        for name, source in sources.items()
        for found in imports_of(name, source, is_package=name in packages or "." not in name)
    )


def part_of(module: str) -> str:
    """Give the part of geomap that a module belongs to: `geomap.web.pages` belongs to `web`."""
    return module.split(".")[1] if "." in module else ""


def broken_arrow(found: Import) -> str | None:
    """Say what is wrong with an import, or None when it points down."""
    importer_package, target_package = found.importer.split(".")[0], found.target.split(".")[0]
    if importer_package == "gazetteer":
        return "gazetteer never imports geomap" if target_package == "geomap" else None
    if target_package == "gazetteer":
        return _broken_gazetteer_arrow(found)
    if target_package == "geomap":
        return _broken_layer(part_of(found.importer), part_of(found.target))
    if part_of(found.importer) == "domain" and target_package in IMPURE:
        return f"domain is plain values and rules, without {target_package}"
    return None


def _broken_gazetteer_arrow(found: Import) -> str | None:
    part = part_of(found.importer)
    if part in {"services", COMPOSITION_ROOT}:
        return None
    if part in ADAPTERS and f"{found.target}.".startswith(GAZETTEER_ERRORS):
        return None
    return "only services may import gazetteer"


def _broken_layer(importer: str, target: str) -> str | None:
    if target == COMPOSITION_ROOT != importer:
        return None if importer in ITS_CALLERS else "only the command line may import app"
    if importer in {target, COMPOSITION_ROOT} or target in ROOT_MODULES or _is_root_name(target):
        return None
    if importer not in MAY_IMPORT:
        return f"{importer} is in no layer; give it one in tests/layers.py"
    return None if target in MAY_IMPORT[importer] else f"{importer} may not import {target}"


def _is_root_name(target: str) -> bool:
    # `from geomap import __version__` names no module.
    return target.startswith("__") and target.endswith("__")


def query_outside_storage(module: str, source: str) -> Iterator[str]:
    """Find what makes or runs a database query in a module that is not in geomap.storage."""
    for found in imports_of(module, source):
        package, _, name = found.target.partition(".")
        if package in {"sqlite3", "alembic"}:
            yield f"line {found.line}: {package} belongs into storage"
        if package == "sqlalchemy" and name.split(".")[-1] not in SQL_HANDLES:
            yield f"line {found.line}: {found.target} belongs into storage"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _runs_a_query(node.func):
            yield f"line {node.lineno}: a query is run outside storage"


def _runs_a_query(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute) or function.attr not in QUERY_METHODS:
        return False
    owner = ast.unparse(function.value).lower()
    return any(word in owner for word in ("session", "connection", "engine"))


def find_cycles(sources: Mapping[str, str]) -> list[list[str]]:
    """Find groups of modules that import each other in a circle."""
    graph: dict[str, set[str]] = {name: set() for name in sources}
    for found in all_imports(sources):
        # The target is a module, or a name in one.
        for target in (found.target, found.target.rpartition(".")[0]):
            if target in sources:
                graph[found.importer] |= {target} - {found.importer}
                break
    reach = {name: _reachable(graph, name) for name in graph}
    groups = {
        frozenset({a} | {b for b in reach[a] if a in reach[b]}) for a in graph if a in reach[a]
    }
    return sorted(sorted(group) for group in groups)


def _reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = list(graph[start])
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(graph[name])
    return seen


def long_functions(source: str, limit: int) -> Iterator[tuple[str, int]]:
    """Find functions with more lines than the limit, docstrings not counted."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if ast.get_docstring(node):
            docstring = node.body[0]
            lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
        if lines > limit:
            yield node.name, lines
