"""Spelling keys: what is left of a name when all is taken away that writers disagree about.

A key is a skeleton of consonants. It finds candidates and judges nothing: two names with one key
may be two names. The rules are numbered as in docs/gazetteer.md, which shows each with examples.
Where a letter can be read in two ways a name has several keys, at most eight.

The signs of a key are small letters, digits, S (sh, ch), K (kh) and G (gh).
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import product

from gazetteer.arabic import arabic_skeleton
from gazetteer.names import APOSTROPHES, folded_character

MOST_KEYS = 8
"""So many readings of one name are kept."""

# Rule 1. Letters whose mark changes the sound; all other marks go with folding. In GeoNames ş is
# also the emphatic s of Arabic, so it is read both ways, as is x (Kurdish kh, elsewhere ks).
_MARKED = {
    "ş": "Z", "ș": "Z", "š": "S", "ś": "S", "ç": "S", "č": "S", "ć": "S", "ğ": "G", "ġ": "G",
    "ž": "j", "ǧ": "j", "ı": "i", "x": "X", "ẍ": "G", "ḫ": "K",
}  # fmt: skip

# Rule 2. Cyrillic letters by their sound.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "K", "ц": "ts", "ч": "S", "ш": "S", "щ": "S",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye",
    "ґ": "g",
}  # fmt: skip
_SOUNDS = _MARKED | _CYRILLIC

# Rule 3. Several letters that spell one sound.
_SPELLED = {
    "tsch": "S", "dsch": "j", "sch": "S", "tch": "S", "sh": "S", "ch": "S", "sj": "S",
    "kh": "K", "gh": "G", "rh": "G", "dj": "j", "dzh": "j", "zh": "j", "dh": "d", "th": "t",
    "ph": "f", "ck": "k", "q": "k", "v": "w", "ou": "u", "oo": "u", "oe": "u", "ee": "i",
    "mb": "nb", "c": "C",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SPELLED, key=len, reverse=True)))

# Rule 4. Words for kinds of areas and settlements, which one source adds and another leaves out.
UNIT_WORDS = frozenset(
    (  # noqa: SIM905 - so many words read best as a text.
        "governorate district subdistrict province county region city town village municipality "
        "muhafazat muhafazah muhafaza mohafazat nahiyat nahiyah nahiya nahiye qada kaza qaryat "
        "madinat mintaqat ilcesi ili koyu parezgeha bajare gund navce gemeente provincie "
        "gouvernorat gouvernement provinz bezirk distrikt stadt ville "
        "محافظة ناحية قضاء مدينة قرية منطقة"
    ).split()
)
# As they stand after rule 3, which is applied to the name first.
_UNIT_SIGNS = frozenset(_SPELLING.sub(lambda part: _SPELLED[part[0]], word) for word in UNIT_WORDS)

# Rule 5. Articles: a word of their own; assimilated only before their own consonant; or written
# on to a stem of four letters or more.
_ARTICLE = re.compile(r"\b(?:[aeiu]l|[aeiou]([rstdnzS])(?= +\1)) +(?=[^ ])")
_WRITTEN_ON = re.compile(r"\b[ae]l(?=[^aeiou' l][^' ]{3})")

_FATHER = re.compile(r"\b(?:a?bu|ab[ia]|[ae]lbu)\b")  # Rule 6.
_FINAL_H = re.compile(r"(?<=[aeiou])h\b")  # Rule 7.
_DOUBLED = re.compile(r"(.)\1+")  # Rule 8.
_OU_GLIDE = re.compile("ou(?=[aei])")  # Rule 9, with the next.
_OPENING_U = re.compile(r"\bu(?=[aeio])")
_HIATUS = re.compile(r"(?<=i)(?=[aou]|eh?\b)")  # Rule 10.
# Rules 5 to 10 in their order, each with a letter that it needs: to look for that first takes a
# tenth of the time.
_RULES_IN_ORDER = (
    ("l", _WRITTEN_ON, ""),
    ("b", _FATHER, "b"),
    ("h", _FINAL_H, ""),
    ("", _DOUBLED, r"\1"),
    ("u", _OPENING_U, "w"),
    ("i", _HIATUS, "Y"),
)
_SILENT_GLIDE = re.compile(r"[wy](?![aeiou])")  # Rule 11.
_NOT_IN_A_KEY = re.compile("[^a-zA-Z0-9]|[aeiou]")  # Rule 12.

# Signs read in more ways than one, the likeliest first. Arabic script has all but Z, X and C.
_READINGS = {
    "Z": ("s", "S"), "X": ("K", "ks"), "C": ("k", "j"), "T": ("t", "s"), "D": ("d", "z"),
    "V": ("", "w"), "I": ("", "y"), "W": ("w", ""), "Y": ("y", ""), "A": ("", "t"),
    "M": ("m", "n"),
}  # fmt: skip
_AMBIGUOUS = re.compile("([" + "".join(_READINGS) + "])")
_AS_HEARD = str.maketrans(
    {sign: readings[0] for sign, readings in _READINGS.items()}
    | {"V": "u", "I": "i", "A": "a", "o": "u", "e": "i", "'": ""}
)
_MOST_AMBIGUOUS = MOST_KEYS.bit_length() - 1

# The loose key: no half-vowels, no h or kh, and one sign for sounds that scripts and ears mix up.
_LOOSE = str.maketrans(
    {"w": "", "y": "", "h": "", "K": "", "G": "g", "k": "g", "j": "g", "p": "b", "z": "s", "S": "s"}
)

# Rule 13. What only some languages mean: German ch is kh, a j between vowels in German, Dutch and
# many others is y, and a Turkish or Kurdish ş is sh.
_OF_SOME_LANGUAGES = (
    ("ch", re.compile("(?<![sct])ch"), "kh"),
    ("j", re.compile("(?<=[aeiou])j(?=[aeiou])"), "y"),
    ("ş", re.compile("ş"), "sh"),
)

_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5\ufb50-\ufdff\ufe70-\ufefc]")


def strict_keys(name: str) -> tuple[str, ...]:
    """Return the keys of a name, the likeliest reading first; none without a consonant.

    Takes any text and never raises.
    """
    if _ARABIC_LETTER.search(name):
        name = unicodedata.normalize("NFC", name)
        return _readings(arabic_skeleton(name, UNIT_WORDS))
    return _readings(_latin_skeleton(name))


def as_meant_elsewhere(name: str) -> str:
    """Return a name with its letters as only some languages mean them: Machmur is Makhmur.

    What is asked is read so besides, and what the index holds is not: there each place has an
    English spelling.
    """
    small = unicodedata.normalize("NFC", name).casefold()
    for letters, rule, instead in _OF_SOME_LANGUAGES:
        if letters in small:
            small = rule.sub(instead, small)
    return small


def asked_keys(name: str) -> tuple[str, ...]:
    """Return the keys by which a name that was asked is sought, the likeliest reading first."""
    keys = strict_keys(name)
    other = as_meant_elsewhere(name)
    if other == name.casefold():
        return keys
    return tuple(dict.fromkeys((*keys, *strict_keys(other))))


def loose_keys(strict: tuple[str, ...]) -> tuple[str, ...]:
    """Return the loose keys of strict ones, each once. A loose key has itself as loose key."""
    loose = (_DOUBLED.sub(r"\1", key.translate(_LOOSE)) for key in strict)
    return tuple(dict.fromkeys(key for key in loose if key))


def sounding(name: str) -> str:
    """Return a name as it sounds, vowels included as far as they are written: for comparison."""
    if _ARABIC_LETTER.search(name):
        skeleton = arabic_skeleton(unicodedata.normalize("NFC", name), UNIT_WORDS, end="a")
    else:
        skeleton = _latin_skeleton(name, _glide_as_vowel)
    return skeleton.translate(_AS_HEARD).replace(" ", "")


def _glide_as_vowel(glide: re.Match[str]) -> str:
    return "u" if glide[0] == "w" else "i"


def _latin_skeleton(name: str, glide: str | Callable[[re.Match[str]], str] = "") -> str:
    """Apply rules 1 to 11. Vowels are left, since glides and doubled letters need them.

    `glide` is what becomes of w and y that are no consonants.
    """
    text = name.translate(_CHARACTERS)
    if "ou" in text:
        text = _OU_GLIDE.sub("w", text)
    text = " ".join(_SPELLING.sub(lambda part: _SPELLED[part[0]], text).split())
    if " " in text:
        words = text.split()
        text = " ".join(word for word in words if word not in _UNIT_SIGNS) or text
        text = _ARTICLE.sub("", text)
    for letter, rule, instead in _RULES_IN_ORDER:
        if letter in text:
            text = rule.sub(instead, text)
    return _SILENT_GLIDE.sub(glide, text)


def _readings(skeleton: str) -> tuple[str, ...]:
    """Read a skeleton in all ways; from the fourth unclear sign on, only in the likeliest."""
    skeleton = _NOT_IN_A_KEY.sub("", skeleton)
    parts = _AMBIGUOUS.split(skeleton)
    if len(parts) == 1:
        return (skeleton,) if skeleton else ()
    choices = [
        # Every second part is an unclear sign.
        _READINGS[part][: 2 if place // 2 < _MOST_AMBIGUOUS else 1] if place % 2 else (part,)
        for place, part in enumerate(parts)
    ]
    read = map("".join, product(*choices))
    return tuple(dict.fromkeys(key for key in read if key))


class _Characters(dict[int, str]):
    """A table for str.translate that works out a character when it first meets it."""

    def __missing__(self, code_point: int) -> str:
        return self.setdefault(code_point, _sound(chr(code_point)))


@cache
def _sound(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    small = character.casefold()
    return _SOUNDS.get(small) or folded_character(small)


_CHARACTERS = _Characters()
