"""Where a capital or a country stands for its government."""

from gazetteer.toponyms.document import OF, Document
from gazetteer.toponyms.spots import Spot

# Behind "US", anything but these is what is theirs: US forces, US-led.
_NO_NOUNS = frozenset(
    (  # noqa: SIM905 - so many words read best as a text.
        "and or en of in on to for as at from with by when who that where which is was has had are "
        "were after before since during though but than om te naar voor met die dat waar als toen "
        "na sinds maar dan aan op"
    ).split()
)
_ACCORDING_TO = frozenset({"volgens", "aldus"})


def is_government(document: Document, spot: Spot) -> bool:
    """Say whether a capital or country acts: Damascus says, US-backed forces, talks with Tehran."""
    words, lexicon, behind = document.words, document.lexicon, spot.last + 1
    before = spot.first - 1
    if before >= 0 and words.gaps[spot.first] == " ":
        if words.lower[before] in _ACCORDING_TO:
            return True
        named = words.lower[before] in lexicon.government_before
        if named and before and words.lower[before - 1] in lexicon.government_nouns:
            return True
    if behind >= words.count:
        return False
    lower = words.lower[behind]
    if words.ends[spot.last] > spot.end:
        return lower in lexicon.possessed_by_government
    if (
        words.gaps[behind] not in (" ", "-")
        or words.capital[behind]
        or _is_in_phrase(document, spot)
    ):
        return False
    return lower in lexicon.government or (spot.short and lower not in _NO_NOUNS)


def _is_in_phrase(document: Document, spot: Spot) -> bool:
    """Say whether a preposition of place governs the name: "people in Damascus fear"."""
    words, lexicon, before = document.words, document.lexicon, spot.first - 1
    if before >= 0 and words.lower[before] in ("the", "de"):
        before -= 1
    if before < 0 or words.first[spot.first]:
        return False
    lower = words.lower[before]
    if spot.short:
        return lower in lexicon.in_place
    return lower in lexicon.in_place or lower in lexicon.may_be_place or lower in OF
