"""`geomap token`: a token is shown once, recognised, listed without its secret, and revoked."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from geomap.domain.rights import Right, Writer
from geomap.services.tokens import writer_of
from geomap.storage.database import Database
from tests.commands import Run


def writer(database: Database, text: str) -> Writer | None:
    with database.reading() as session:
        return writer_of(session, text)


def test_a_token_is_printed_and_recognised(geomap: Run, database: Database) -> None:
    made = geomap("token", "add", "Amira", "--may", "edit")
    assert made.code == 0
    assert writer(database, made.out.strip()) == Writer("Amira", Right.EDIT)


def test_a_token_may_only_propose_unless_more_is_said(geomap: Run, database: Database) -> None:
    made = geomap("token", "add", "Amira").out.strip()
    assert writer(database, made) == Writer("Amira", Right.PROPOSE)


def test_the_secret_stands_nowhere_in_the_database(geomap: Run, database_file: Path) -> None:
    secret = geomap("token", "add", "Amira").out.strip().split("_", 2)[2]
    with closing(sqlite3.connect(database_file)) as connection:
        assert secret not in "\n".join(connection.iterdump())


@pytest.mark.parametrize("change", ["last", "id", "cut", "longer", "space", "empty", "prefix"])
def test_what_is_not_quite_a_token_is_none(geomap: Run, database: Database, change: str) -> None:
    text = geomap("token", "add", "Amira").out.strip()
    other = {
        "last": text[:-1] + ("A" if text[-1] != "A" else "B"),
        "id": text[:7] + ("0" if text[7] != "0" else "1") + text[8:],
        "cut": text[:-1],
        "longer": text + "A",
        "space": text + " ",
        "empty": "",
        "prefix": text.replace("geomap", "GEOMAP"),
    }
    assert writer(database, other[change]) is None


def test_a_revoked_token_is_none(geomap: Run, database: Database) -> None:
    text = geomap("token", "add", "Amira").out.strip()
    assert geomap("token", "revoke", "Amira").out == "Amira can no longer write.\n"
    assert writer(database, text) is None


def test_a_name_is_free_again_after_its_token_was_revoked(geomap: Run, database: Database) -> None:
    geomap("token", "add", "Amira")
    refused = geomap("token", "add", "Amira")
    assert (refused.code, "revoke it first" in refused.err) == (1, True)
    geomap("token", "revoke", "Amira")
    assert writer(database, geomap("token", "add", "Amira").out.strip()) is not None


def test_the_list_names_tokens_without_their_secrets(geomap: Run) -> None:
    text = geomap("token", "add", "Amira").out.strip()
    geomap("token", "revoke", "Amira")
    geomap("token", "add", "Bo", "--may", "edit")
    rows = geomap("token", "list", "--json").document
    assert [(row["name"], row["may"], row["revoked"] is None) for row in rows] == [
        ("Amira", "propose", False),
        ("Bo", "edit", True),
    ]
    printed = geomap("token", "list").out
    assert "Amira" in printed
    assert text.split("_", 2)[2] not in printed


@pytest.mark.parametrize("name", ["", " ", "a\nb", "-", "x" * 101, "<b>"])
def test_a_name_that_could_mislead_is_refused(geomap: Run, name: str) -> None:
    assert geomap("token", "add", "--", name).code == 1


def test_who_has_no_token_cannot_lose_one(geomap: Run) -> None:
    refused = geomap("token", "revoke", "Nobody")
    assert (refused.code, refused.err) == (
        1,
        "geomap: There is no valid token called 'Nobody'.\n",
    )
