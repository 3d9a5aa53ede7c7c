"""The files of the page, kept in memory in every encoding while they do not change."""

import mimetypes
from dataclasses import dataclass, field
from os import stat_result
from pathlib import Path
from threading import Lock
from typing import Any, cast

from flask import Response, current_app, request, send_from_directory
from werkzeug.security import safe_join

from geomap.web.packing import Packed, packed_answer

LARGEST_KEPT = 4 * 1024 * 1024
_EXTENSION = "geomap-static"
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest"})


@dataclass(slots=True)
class KeptFiles:
    """Files by their path, each with the mark of what it was read from."""

    kept: dict[str, tuple[tuple[int, int], Packed]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def get(self, path: str, state: stat_result) -> Packed:
        """A file as it is now."""
        mark = (state.st_mtime_ns, state.st_size)
        with self.lock:
            found = self.kept.get(path)
            if found is None or found[0] != mark:
                found = self.kept[path] = mark, Packed(Path(path).read_bytes())
            return found[1]


def mount(extensions: dict[str, Any]) -> None:
    """Hand the files to an app."""
    extensions[_EXTENSION] = KeptFiles()


def show_static(filename: str) -> Response:
    """A file of the page: a text from memory, anything else as Flask sends it."""
    folder = current_app.static_folder or ""
    path = safe_join(folder, filename)
    if path is not None and Path(path).suffix in _TEXTS and "Range" not in request.headers:
        try:
            state = Path(path).stat()
            if state.st_size <= LARGEST_KEPT:
                files = cast("KeptFiles", current_app.extensions[_EXTENSION])
                packed = files.get(path, state)
                return packed_answer(packed, _media_type(path), packed.name)
        except (OSError, ValueError):
            pass  # No such file, or a name that can be none: what follows says so.
    return send_from_directory(folder, filename)


def _media_type(path: str) -> str:
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
