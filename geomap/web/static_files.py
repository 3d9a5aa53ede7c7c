"""The files of the page, kept in memory in every encoding while they do not change.

The page names them below an address of their version, so that browsers ask for each but once.
"""

import mimetypes
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from os import stat_result
from pathlib import Path
from threading import Lock
from typing import Any, cast

from flask import Response, current_app, request, send_from_directory
from werkzeug.security import safe_join

from geomap.web.packing import FOR_EVER, Packed, packed_answer

LARGEST_KEPT = 4 * 1024 * 1024
_EXTENSION = "geomap-static"
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".webmanifest"})


_VERSIONED = re.compile(r"v-([0-9a-f]{12})/(.+)")
_ADDRESS = '"/static/'
Mark = tuple[int, int]
"""When a file was changed last, and its size."""


@dataclass(slots=True)
class KeptFiles:
    """Files by their path, each with the mark of what it was read from."""

    kept: dict[str, tuple[Mark, Packed]] = field(default_factory=dict)
    versions: dict[str, dict[str, Mark]] = field(default_factory=dict)
    """The version that was named last, and the files that it has."""
    lock: Lock = field(default_factory=Lock)

    def version(self, folder: str) -> str:
        """A name for all files as they are now."""
        state = dict(sorted(_marks(folder)))
        name = sha256(repr(state).encode()).hexdigest()[:12]
        with self.lock:
            self.versions = {name: state}
        return name

    def is_of(self, version: str, folder: str, path: str) -> bool:
        """Whether a file is still as it was in a version."""
        if version not in self.versions:
            self.version(folder)
        marks = self.versions.get(version, {})
        return path in marks and marks[path] == _mark(Path(path).stat())

    def get(self, path: str, state: stat_result) -> Packed:
        """A file as it is now."""
        mark = _mark(state)
        with self.lock:
            found = self.kept.get(path)
            if found is None or found[0] != mark:
                found = self.kept[path] = mark, Packed(Path(path).read_bytes())
            return found[1]


def mount(extensions: dict[str, Any]) -> None:
    """Hand the files to an app."""
    extensions[_EXTENSION] = KeptFiles()


def versioned(page: str) -> str:
    """A page that names its files by their version; modules name each other from where they are."""
    return page.replace(_ADDRESS, f"{_ADDRESS}v-{_files().version(_folder())}/")


def show_static(filename: str) -> Response:
    """A file of the page, for ever if it is asked for by the version that it has now."""
    asked = _VERSIONED.fullmatch(filename)
    if asked is None:
        return _file(filename)
    response = _file(asked[2])
    path = safe_join(_folder(), asked[2])
    found = path is not None and response.status_code < HTTPStatus.BAD_REQUEST
    # An old page may ask for a version that is gone: it is given what there is, for once.
    if found and _files().is_of(asked[1], _folder(), str(path)):
        response.headers["Cache-Control"] = FOR_EVER
    return response


def _file(filename: str) -> Response:
    """A text from memory, anything else as Flask sends it."""
    folder = _folder()
    path = safe_join(folder, filename)
    if path is not None and Path(path).suffix in _TEXTS and "Range" not in request.headers:
        try:
            state = Path(path).stat()
            if state.st_size <= LARGEST_KEPT:
                packed = _files().get(path, state)
                return packed_answer(packed, _media_type(path), packed.name)
        except (OSError, ValueError):
            pass  # No such file, or a name that can be none: what follows says so.
    return send_from_directory(folder, filename)


def _media_type(path: str) -> str:
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _files() -> KeptFiles:
    return cast("KeptFiles", current_app.extensions[_EXTENSION])


def _folder() -> str:
    return current_app.static_folder or ""


def _mark(state: stat_result) -> Mark:
    return state.st_mtime_ns, state.st_size


def _marks(folder: str) -> Iterator[tuple[str, Mark]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _marks(entry.path)
            else:
                yield entry.path, _mark(entry.stat())
