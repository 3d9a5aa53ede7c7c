"""Every setting: its name in the environment, its default and what it does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from platformdirs import user_data_path

from geomap.errors import InvalidInput

DEFAULT_PORT = 8000
HIGHEST_PORT = 65535
LONGEST_SHOWN = 40
_PORT = re.compile(r"[0-9]{1,5}")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Variable:
    """The environment variable of a setting, and what it does."""

    field: str
    help: str


VARIABLES = {
    "GEOMAP_DATA_DIR": Variable(
        "data_folder",
        "Folder for the database and the gazetteer index. Default: the user's data folder.",
    ),
    "GEOMAP_DATABASE": Variable(
        "database",
        "SQLAlchemy URL of the database. Default: geomap.sqlite in the data folder.",
    ),
    "GEOMAP_GAZETTEER": Variable(
        "gazetteer", "File of the gazetteer index. Default: gazetteer.sqlite in the data folder."
    ),
    "GEOMAP_HOST": Variable("host", "Address to listen on. Default: 127.0.0.1."),
    "GEOMAP_PORT": Variable(
        "port", "Port to listen on; PORT is read when it is not set. Default: 8000."
    ),
    "GEOMAP_LOG_LEVEL": Variable("log_level", f"One of {', '.join(LOG_LEVELS)}. Default: INFO."),
}


def _data_folder() -> Path:
    return user_data_path("geomap", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this geomap is set up; made once, at the edge, from the environment."""

    data_folder: Path = field(default_factory=_data_folder)
    database: str = ""
    gazetteer: str = ""
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    log_level: str = "INFO"

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL of the database."""
        return self.database or f"sqlite:///{self.data_folder / 'geomap.sqlite'}"

    @property
    def gazetteer_path(self) -> Path:
        """The file of the gazetteer index."""
        return Path(self.gazetteer) if self.gazetteer else self.data_folder / "gazetteer.sqlite"

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings; a variable that is empty counts as not set.

        Raises InvalidInput when a variable cannot be read, or a GEOMAP_ variable is unknown.
        """
        given = {name: text for name, text in environ.items() if name.startswith("GEOMAP_")}
        for name in given:
            if name not in VARIABLES:
                known = ", ".join(sorted(VARIABLES))
                raise InvalidInput(f"{name}: there is no such setting; known settings: {known}.")
        if environ.get("PORT") and not given.get("GEOMAP_PORT"):
            given["GEOMAP_PORT"] = environ["PORT"]
        values: dict[str, Any] = {
            VARIABLES[name].field: text for name, text in given.items() if text
        }
        if "data_folder" in values:
            values["data_folder"] = Path(values["data_folder"])
        if "port" in values:
            values["port"] = _port(values["port"])
        if "log_level" in values:
            values["log_level"] = _log_level(values["log_level"])
        return cls(**values)


def _port(text: str) -> int:
    if _PORT.fullmatch(text) and int(text) <= HIGHEST_PORT:
        return int(text)
    raise InvalidInput(
        f"port: {text[:LONGEST_SHOWN]!r} is not a whole number from 0 to {HIGHEST_PORT}."
    )


def _log_level(text: str) -> str:
    if text.upper() in LOG_LEVELS:
        return text.upper()
    raise InvalidInput(f"GEOMAP_LOG_LEVEL: {text!r} is none of {', '.join(LOG_LEVELS)}.")
