"""Names of places with one random edit, as fingers make them."""

import random
import sqlite3
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def place_names(index: Path) -> list[tuple[str, str, str]]:
    """Return id, display name and country of every place of an index, read past its interface."""
    connection = sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT id, name, country FROM place ORDER BY number").fetchall()
    finally:
        connection.close()


def one_edit(name: str, chance: random.Random) -> str:
    """Drop, add, replace or swap one letter at a random place."""
    edited = name
    while edited == name or not edited.strip():
        place = chance.randrange(len(name))
        before, after = name[:place], name[place + 1 :]
        letter = chance.choice(LETTERS)
        edited = chance.choice(
            (
                before + after,
                before + letter + name[place:],
                before + letter + after,
                before + after[:1] + name[place] + after[1:],
            )
        )
    return edited
