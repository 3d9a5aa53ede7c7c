"""Names that say themselves where the place lies."""

import pytest

from gazetteer.qualifiers import Qualified, qualified


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        pytest.param("Sinjar, Idlib", "Sinjar", ("Idlib",), id="comma"),
        pytest.param("Sinjar,Idlib,Syria", "Sinjar", ("Idlib", "Syria"), id="nearest-area-first"),
        pytest.param("سنجار، إدلب", "سنجار", ("إدلب",), id="arabic-comma"),
        pytest.param("Sinjar; Iraq", "Sinjar", ("Iraq",), id="semicolon"),
        pytest.param("Sinjar (Iraq)", "Sinjar", ("Iraq",), id="brackets"),
        pytest.param("Sinjar(Nineveh, Iraq)", "Sinjar", ("Nineveh", "Iraq"), id="two-in-brackets"),
        pytest.param("Sinjar, , Iraq", "Sinjar", ("Iraq",), id="a-gap-says-nothing"),
    ],
)
def test_the_areas_stand_behind_the_name(text: str, name: str, where: tuple[str, ...]) -> None:
    assert qualified(text) == Qualified(name, where)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sinjar", id="no-area"),
        pytest.param("Deir ez-Zor", id="hyphen"),
        pytest.param("Sinjar,", id="nothing-behind-the-comma"),
        pytest.param(", Iraq", id="no-name"),
        pytest.param("(Iraq)", id="brackets-alone"),
        pytest.param("Sinjar (-)", id="no-letter-in-brackets"),
        pytest.param("", id="empty"),
    ],
)
def test_a_name_that_says_nothing_of_where(text: str) -> None:
    assert qualified(text) is None


def test_what_follows_brackets_belongs_to_the_name() -> None:
    assert qualified("Sinjar (Iraq) district") is None
