"""Which name of a place is shown: the way people write it, never a transliteration for scholars.

GeoNames and Who's On First name most places of the Arab world in the system of the mapping
agencies: "‘Arab Muḩammad ash Shaykh Aḩmad". Nobody writes or types that, so where no source has a
plain spelling, the signs are taken off. The full spelling stays among the names of the place.
"""

import re
import unicodedata

# Where official maps are transliterated from Arabic script. Elsewhere a macron or a cedilla is
# part of how a name is written: Jūrmala, Ōsaka, Şanlıurfa.
_TRANSLITERATED = frozenset(
    {
        "AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KM", "KW", "LB",
        "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE",
    }
)  # fmt: skip

# Signs for ayn and hamza; a plain apostrophe also stands for them where it opens or ends a word.
_AYN_OR_HAMZA = re.compile("[‘’ʿʾʼʻ`´ˈ]|(?<![^\\W_])'|'(?![^\\W_])")
# Macron, dot below, cedilla (BGN writes it for the dot), macron below, breve below, ring.
_SIGNS = frozenset("\u0304\u0323\u0327\u0331\u032e\u030a")
_ALIF_MAQSURA = str.maketrans("áÁ", "aA")
# Kurdish and Turkish spellings that people write; there ş is a letter of its own.
_OTHER_ALPHABETS = frozenset("çêîûğıöüÇÊÎÛĞİÖÜ")


def is_transliteration(name: str, country: str) -> bool:
    """Say whether a name bears signs that only transliterations have."""
    return country in _TRANSLITERATED and plain(name) != name


def display_name(name: str, country: str) -> str:
    """Return a name as it is shown: plain where it is a transliteration, else as it is."""
    return plain(name) if country in _TRANSLITERATED else name


def plain(name: str) -> str:
    """Take the signs of transliteration off; accents that people write, as in "é", stay."""
    name = unicodedata.normalize("NFC", name)
    if name.isascii() and "'" not in name and "`" not in name:
        return name
    if _OTHER_ALPHABETS.intersection(name):
        return name
    bare = _AYN_OR_HAMZA.sub("", name).translate(_ALIF_MAQSURA)
    letters = (letter for letter in unicodedata.normalize("NFD", bare) if letter not in _SIGNS)
    return unicodedata.normalize("NFC", "".join(letters)) or name
