"""Answers of online geocoders, kept in one small SQLite file so that nothing is asked twice."""

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Any

KEPT_SECONDS = 30 * 24 * 3600
_BUSY_SECONDS = 5.0
_TABLE = """
CREATE TABLE IF NOT EXISTS answer (
    question TEXT PRIMARY KEY, answer TEXT NOT NULL, asked_at REAL NOT NULL
) WITHOUT ROWID
"""


class AnswerCache:
    """Questions and their answers, both as JSON; several threads and programs may share a file.

    It is a convenience: a file that cannot be opened, read or written keeps nothing and says
    nothing, since no answer may fail because of it.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._now = now
        self._turn = Lock()

    def get(self, question: Any) -> Any | None:
        """The answer that was kept, or None when there is none or it is too old."""
        oldest = self._now() - KEPT_SECONDS
        statement = "SELECT answer FROM answer WHERE question = ? AND asked_at >= ?"
        try:
            rows = self._run(statement, (_text(question), oldest))
            return json.loads(rows[0][0]) if rows else None
        except (OSError, sqlite3.Error, ValueError):
            return None

    def keep(self, question: Any, answer: Any) -> None:
        """Keep an answer, and throw away those that are too old."""
        now = self._now()
        try:
            self._run("DELETE FROM answer WHERE asked_at < ?", (now - KEPT_SECONDS,))
            self._run(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)",
                (_text(question), _text(answer), now),
            )
        except (OSError, sqlite3.Error):
            return

    def _run(self, statement: str, values: tuple[object, ...]) -> list[Any]:
        with self._turn:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Opened for each question: these are rare, and so the file may be removed at any time.
            opened = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
            with closing(opened), opened:
                opened.execute(_TABLE)
                return opened.execute(statement, values).fetchall()


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True)
