"""How the tables of words are written: blanks between words, `|` between phrases."""

from sys import intern


def words(text: str) -> frozenset[str]:
    """Read a list of single words."""
    return frozenset(map(intern, text.split()))


def phrases(text: str) -> frozenset[str]:
    """Read a list of phrases, each of one or more words."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip())
