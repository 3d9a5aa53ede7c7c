"""Every setting: its name in the environment, its default and what it does."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path

from geomap.errors import InvalidInput

DEFAULT_PORT = 8000
HIGHEST_PORT = 65535
LONGEST_SHOWN = 40
_PORT = re.compile(r"[0-9]{1,5}")
_BYTES = re.compile(r"[1-9][0-9]{0,8}")
GEOCODERS = ("nominatim", "photon")
LONGEST_TIMEOUT = 60.0
LONGEST_CONTACT = 200
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
    "GEOMAP_GEOCODERS": Variable(
        "geocoders",
        "Online geocoders that are asked when the gazetteer is not sure, in their order, separated"
        " by commas: nominatim, photon. Default: none.",
    ),
    "GEOMAP_NOMINATIM_URL": Variable(
        "nominatim_url", "Address of a Nominatim of your own. Default: the public one."
    ),
    "GEOMAP_PHOTON_URL": Variable(
        "photon_url", "Address of a Photon of your own. Default: the public one."
    ),
    "GEOMAP_GEOCODER_USER_AGENT": Variable(
        "geocoder_user_agent",
        "Who asks the online geocoders, and how to reach you; they demand it. Default: none.",
    ),
    "GEOMAP_GEOCODER_TIMEOUT": Variable(
        "geocoder_timeout", "Seconds to wait for an online geocoder. Default: 5."
    ),
    "GEOMAP_WRITE_ORIGINS": Variable(
        "write_origins",
        "Other sites whose pages may write with a token, such as https://newsroom.example,"
        " separated by commas. Default: none.",
    ),
    "GEOMAP_LARGEST_REPORT": Variable(
        "largest_report", "Bytes of the largest report that is read. Default: 5000000."
    ),
    "GEOMAP_FETCH": Variable(
        "fetch", "Whether pages and feeds may be fetched by their address: on or off. Default: on."
    ),
    "GEOMAP_FETCH_CONTACT": Variable(
        "fetch_contact",
        "How the sites that are fetched from can reach you: an e-mail address or a page. Default:"
        " none.",
    ),
    "GEOMAP_FETCH_DELAY": Variable(
        "fetch_delay", "Seconds between two requests to one site. Default: 1."
    ),
    "GEOMAP_FETCH_PORTS": Variable(
        "fetch_ports", "Ports that are fetched from, separated by commas. Default: 80,443."
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
    largest_report: int = 5_000_000
    fetch: bool = True
    fetch_contact: str = ""
    fetch_delay: float = 1.0
    fetch_ports: frozenset[int] = frozenset({80, 443})
    log_level: str = "INFO"
    geocoders: tuple[str, ...] = ()
    nominatim_url: str = ""
    photon_url: str = ""
    geocoder_user_agent: str = ""
    geocoder_timeout: float = 5.0
    write_origins: tuple[str, ...] = ()

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL of the database."""
        return self.database or f"sqlite:///{self.data_folder / 'geomap.sqlite'}"

    @property
    def gazetteer_path(self) -> Path:
        """The file of the gazetteer index."""
        return Path(self.gazetteer) if self.gazetteer else self.data_folder / "gazetteer.sqlite"

    @property
    def geocoder_cache_path(self) -> Path:
        """The file that keeps the answers of online geocoders."""
        return self.data_folder / "geocoders.sqlite"

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
        for name in values.keys() & _READ.keys():
            values[name] = _READ[name](values[name])
        if values.get("geocoders") and not values.get("geocoder_user_agent"):
            raise InvalidInput(
                "GEOMAP_GEOCODER_USER_AGENT: is not set; online geocoders want to know who asks"
                " and how to reach you, such as 'our newsroom (maps@example.org)'."
            )
        return cls(**values)


def _port(text: str) -> int:
    if _PORT.fullmatch(text) and int(text) <= HIGHEST_PORT:
        return int(text)
    raise InvalidInput(
        f"GEOMAP_PORT or PORT: {text[:LONGEST_SHOWN]!r} is not a whole number"
        f" from 0 to {HIGHEST_PORT}."
    )


def _log_level(text: str) -> str:
    if text.upper() in LOG_LEVELS:
        return text.upper()
    raise InvalidInput(f"GEOMAP_LOG_LEVEL: {text!r} is none of {', '.join(LOG_LEVELS)}.")


def _geocoders(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    for name in names:
        if name not in GEOCODERS:
            raise InvalidInput(
                f"GEOMAP_GEOCODERS: {name[:LONGEST_SHOWN]!r} is none of {', '.join(GEOCODERS)}."
            )
    return names


def _geocoder_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme in {"http", "https"} and parts.hostname and not parts.query:
        return text.rstrip("/")
    raise InvalidInput(
        f"GEOMAP_NOMINATIM_URL, GEOMAP_PHOTON_URL: {text[:LONGEST_SHOWN]!r} is no address such as"
        " http://127.0.0.1:8080."
    )


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or origin != f"{parts.scheme}://{parts.netloc}":
            raise InvalidInput(
                f"GEOMAP_WRITE_ORIGINS: {origin[:LONGEST_SHOWN]!r} is no origin such as"
                " https://newsroom.example, without a path."
            )
    return origins


def _user_agent(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    raise InvalidInput(
        f"GEOMAP_GEOCODER_USER_AGENT: {text[:LONGEST_SHOWN]!r} may hold only printable ASCII."
    )


def _timeout(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if 0 < seconds <= LONGEST_TIMEOUT:
        return seconds
    raise InvalidInput(
        f"GEOMAP_GEOCODER_TIMEOUT: {text[:LONGEST_SHOWN]!r} is no number of seconds up to"
        f" {LONGEST_TIMEOUT:g}."
    )


def _switch(text: str) -> bool:
    if text.lower() in {"on", "off"}:
        return text.lower() == "on"
    raise InvalidInput(f"GEOMAP_FETCH: {text[:LONGEST_SHOWN]!r} is neither on nor off.")


def _contact(text: str) -> str:
    if text.isascii() and text.isprintable() and len(text) <= LONGEST_CONTACT:
        return text
    raise InvalidInput(
        f"GEOMAP_FETCH_CONTACT: {text[:LONGEST_SHOWN]!r} may hold only printable ASCII, at most"
        f" {LONGEST_CONTACT} characters."
    )


def _delay(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if 0 <= seconds <= LONGEST_TIMEOUT:
        return seconds
    raise InvalidInput(
        f"GEOMAP_FETCH_DELAY: {text[:LONGEST_SHOWN]!r} is no number of seconds from 0 to"
        f" {LONGEST_TIMEOUT:g}."
    )


def _ports(text: str) -> frozenset[int]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if parts and all(_PORT.fullmatch(part) and 0 < int(part) <= HIGHEST_PORT for part in parts):
        return frozenset(map(int, parts))
    raise InvalidInput(
        f"GEOMAP_FETCH_PORTS: {text[:LONGEST_SHOWN]!r} is no list of ports such as 80,443,8080."
    )


def _bytes(text: str) -> int:
    if _BYTES.fullmatch(text):
        return int(text)
    raise InvalidInput(
        f"GEOMAP_LARGEST_REPORT: {text[:LONGEST_SHOWN]!r} is not a number of bytes from 1 to"
        " 999999999."
    )


# How the text of a setting that is not kept as it is becomes its value.
_READ: Mapping[str, Callable[[str], object]] = {
    "data_folder": Path,
    "port": _port,
    "largest_report": _bytes,
    "fetch": _switch,
    "fetch_contact": _contact,
    "fetch_delay": _delay,
    "fetch_ports": _ports,
    "log_level": _log_level,
    "geocoders": _geocoders,
    "nominatim_url": _geocoder_url,
    "photon_url": _geocoder_url,
    "geocoder_user_agent": _user_agent,
    "geocoder_timeout": _timeout,
    "write_origins": _origins,
}


def templates_folder() -> Path:
    """The templates: beside this file in the wheel, beside the package in a checkout."""
    here = Path(__file__).parent
    packaged = here / "templates"
    return packaged if packaged.is_dir() else here.parent / "templates"
