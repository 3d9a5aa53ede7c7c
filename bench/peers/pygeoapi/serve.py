"""pygeoapi over the events, in a server of the same kind as ours.

Usage: python serve.py FOLDER PORT sqlite FILE
       python serve.py FOLDER PORT postgresql SOCKET-FOLDER SOCKET-PORT

The table is `events` in each; FOLDER holds what pygeoapi wants to read from files.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from waitress import serve

THREADS = 8
MOST_ITEMS = 10_000


def provider(kind: str, where: list[str]) -> dict[str, Any]:
    """Tell pygeoapi where the events are."""
    shared = {"type": "feature", "id_field": "id", "table": "events", "time_field": "start"}
    if kind == "sqlite":
        return shared | {"name": "SQLiteGPKG", "data": where[0]}
    folder, port = where
    reached = {"host": folder, "port": int(port), "dbname": "bench", "user": "postgres"}
    data = reached | {"password": "", "search_path": ["public"]}
    return shared | {"name": "PostgreSQL", "data": data, "geom_field": "geom"}


def configuration(port: int, events: dict[str, Any]) -> dict[str, Any]:
    """Give the smallest configuration that pygeoapi accepts."""
    address = f"http://127.0.0.1:{port}"
    told = {"title": "Events", "description": "Events", "keywords": ["events"]}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": port},
            "url": address,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "limits": {"default_items": 10, "max_items": MOST_ITEMS},
            "map": {"url": address, "attribution": ""},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": told
            | {"keywords_type": "theme", "terms_of_service": "none", "url": address},
            "license": {"name": "CC0", "url": address},
            "provider": {"name": "bench", "url": address},
            "contact": {"name": "bench"},
        },
        "resources": {
            "events": {
                "type": "collection",
                **told,
                "links": [],
                "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
                "providers": [events],
            }
        },
    }


def main(folder: Path, port: int, kind: str, *where: str) -> None:
    """Write the configuration and serve."""
    written, described = folder / f"{kind}.yml", folder / f"{kind}-openapi.yml"
    document = configuration(port, provider(kind, list(where)))
    written.write_text(yaml.safe_dump(document), encoding="utf-8")
    os.environ |= {"PYGEOAPI_CONFIG": str(written), "PYGEOAPI_OPENAPI": str(described)}
    program = Path(sys.executable).with_name("pygeoapi")
    describing: list[str | Path] = [program, "openapi", "generate", written]
    describing += ["--output-file", described]
    subprocess.run(describing, check=True, stdout=subprocess.DEVNULL)
    from pygeoapi.flask_app import APP  # noqa: PLC0415 - It reads the variables when imported.

    serve(APP, host="127.0.0.1", port=port, threads=THREADS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
