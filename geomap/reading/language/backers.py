"""States that are named only as those who help others: "the US-backed SDF"."""

from geomap.reading.language.sentences import Sentence

_HYPHEN = "-"


def only_helps(sentence: Sentence, end: int) -> bool:
    """Whether somebody stands behind who is meant: "the US" of "the US-backed SDF"."""
    lowers = sentence.lowers
    if end + 2 >= len(lowers) or lowers[end] != _HYPHEN:
        return False
    # "IS-linked militants" may well be IS; "the IS-linked Maute group" is not.
    linked = lowers[end + 1] in _LINKED and sentence.tokens[end + 2].text[0].isupper()
    return linked or lowers[end + 1] in _HELPED


_LINKED = frozenset({"linked", "affiliated", "inspired", "gelieerd", "gelieerde"})
_HELPED = frozenset(
    (
        *("backed", "supported", "aligned", "allied", "armed", "trained", "funded", "sponsored"),
        *("gesteund", "gesteunde", "getraind", "getrainde", "gezind", "gezinde"),
    )
)
