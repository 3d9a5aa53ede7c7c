"""What a word can be in a sentence, as far as reading needs to know."""

from geomap.reading.language import senses as Sense  # noqa: N812 - rules name it as what it stands for.

__all__ = ["SENSES", "Sense"]

SENSES = frozenset(value for name, value in vars(Sense).items() if name.isupper())
"""All of them, as the lexicons name them."""
