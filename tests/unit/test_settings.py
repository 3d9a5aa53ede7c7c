"""Settings come from the environment, and a misspelt one is never passed over."""

import dataclasses
from pathlib import Path

import pytest

from geomap.errors import InvalidInput
from geomap.settings import VARIABLES, Settings


def test_without_any_variable_the_defaults_count() -> None:
    settings = Settings.from_environ({})
    assert (settings.host, settings.port, settings.log_level) == ("127.0.0.1", 8000, "INFO")


def test_the_database_and_the_index_lie_in_the_data_folder() -> None:
    settings = Settings.from_environ({"GEOMAP_DATA_DIR": "/srv/geomap"})
    assert (settings.database_url, settings.gazetteer_path) == (
        "sqlite:////srv/geomap/geomap.sqlite",
        Path("/srv/geomap/gazetteer.sqlite"),
    )


def test_the_data_folder_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/home/reader/data")
    assert Settings.from_environ({}).data_folder == Path("/home/reader/data/geomap")


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("GEOMAP_DATABASE", "sqlite:////x.sqlite", "database_url", "sqlite:////x.sqlite"),
        ("GEOMAP_GAZETTEER", "/x.sqlite", "gazetteer_path", Path("/x.sqlite")),
        ("GEOMAP_HOST", "0.0.0.0", "host", "0.0.0.0"),  # noqa: S104 - only read, not bound.
        ("GEOMAP_PORT", "0", "port", 0),
        ("GEOMAP_PORT", "65535", "port", 65535),
        ("PORT", "8080", "port", 8080),
        ("GEOMAP_LARGEST_REPORT", "1000", "largest_report", 1000),
        ("GEOMAP_FETCH", "Off", "fetch", False),
        ("GEOMAP_FETCH_CONTACT", "maps@paper.example", "fetch_contact", "maps@paper.example"),
        ("GEOMAP_FETCH_DELAY", "0.5", "fetch_delay", 0.5),
        ("GEOMAP_FETCH_PORTS", "80, 8080", "fetch_ports", frozenset({80, 8080})),
        ("GEOMAP_LOG_LEVEL", "debug", "log_level", "DEBUG"),
        (
            "GEOMAP_WRITE_ORIGINS",
            "https://a.example, http://b.example:8080,",
            "write_origins",
            ("https://a.example", "http://b.example:8080"),
        ),
    ],
)
def test_a_variable_sets_its_setting(name: str, text: str, field: str, value: object) -> None:
    assert getattr(Settings.from_environ({name: text}), field) == value


def test_our_own_name_of_the_port_goes_before_the_common_one() -> None:
    assert Settings.from_environ({"GEOMAP_PORT": "1", "PORT": "2"}).port == 1


@pytest.mark.parametrize("name", [*VARIABLES, "PORT"])
def test_an_empty_variable_counts_as_not_set(name: str) -> None:
    assert Settings.from_environ({name: ""}) == Settings.from_environ({})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("GEOMAP_PORT", "http"),
        ("GEOMAP_PORT", "-1"),
        ("GEOMAP_PORT", "65536"),
        ("GEOMAP_PORT", "80.0"),
        ("GEOMAP_PORT", "８０"),
        ("GEOMAP_PORT", "9" * 5000),
        ("PORT", "http"),
        ("GEOMAP_LARGEST_REPORT", "5 MB"),
        ("GEOMAP_LARGEST_REPORT", "0"),
        ("GEOMAP_FETCH", "yes"),
        ("GEOMAP_FETCH_CONTACT", "me\r\nX-Header: 1"),
        ("GEOMAP_FETCH_CONTACT", "m" * 201),
        ("GEOMAP_FETCH_DELAY", "-1"),
        ("GEOMAP_FETCH_DELAY", "nan"),
        ("GEOMAP_FETCH_PORTS", "http"),
        ("GEOMAP_FETCH_PORTS", "0"),
        ("GEOMAP_FETCH_PORTS", ","),
        ("GEOMAP_LOG_LEVEL", "LOUD"),
        ("GEOMAP_DATABSE", "sqlite://"),
        ("GEOMAP_WRITE_ORIGINS", "newsroom.example"),
        ("GEOMAP_WRITE_ORIGINS", "https://newsroom.example/"),
        ("GEOMAP_WRITE_ORIGINS", "*"),
        ("GEOMAP_WRITE_ORIGINS", "null"),
    ],
)
def test_what_cannot_be_read_is_refused_and_named(name: str, text: str) -> None:
    with pytest.raises(InvalidInput, match=f"(?i)^{name}|port") as refusal:
        Settings.from_environ({name: text})
    assert len(str(refusal.value)) < 700


def test_variables_of_others_are_no_business_of_ours() -> None:
    assert Settings.from_environ({"GEO_PORT": "x", "HOME": "/"}) == Settings.from_environ({})


def test_every_setting_has_a_variable_and_a_help_text() -> None:
    fields = {field.name for field in dataclasses.fields(Settings)}
    assert {variable.field for variable in VARIABLES.values()} == fields
    assert all("Default" in variable.help for variable in VARIABLES.values())
