"""Spelling: what makes two written names the same name, rule by rule. Knows no places.

A name has three forms, each looser than the one before:

- the *normal form*, for exact comparison: Unicode NFC, single spaces;
- the *folded form*: lower case, no marks, no apostrophes, no hyphens, one way to write each letter;
- the folded form *without articles*: al-, ar-, as-... and ال taken away.

The last two with their words joined are the keys of the index: "Deir ez-Zor" meets "Deir Ezzor".
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from gazetteer.errors import InvalidName

LONGEST_NAME = 200
"""Characters; the longest name that GeoNames has room for."""

# Control characters, bidirectional embeddings, overrides and isolates (they make a text read
# differently from what it is), and halves of surrogate pairs, which no encoding can write.
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# Typists use all of these for ayn, hamza, a soft sign or stress; most writers leave them out.
APOSTROPHES = frozenset("'`´‘’‛′ʹʻʼʽʾʿˈˌ΄᾽᾿＇")

_LATIN_LETTERS = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
    "ə": "e", "ħ": "h", "ŋ": "n", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o",
}  # fmt: skip

# Hamza on a carrier needs no line here: it is a combining mark once the letter is decomposed.
_ARABIC_LETTERS = {
    "ٱ": "ا", "ء": "", "ة": "ه", "ى": "ي", "ـ": "",
    "ی": "ي", "ې": "ي", "ێ": "ي", "ے": "ي", "ک": "ك", "گ": "ك",
    "ە": "ه", "ھ": "ه", "ہ": "ه", "ۆ": "و", "ڕ": "ر", "ڵ": "ل",
    "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف",
}  # fmt: skip

_LETTERS = _LATIN_LETTERS | _ARABIC_LETTERS

# Marks of these combining classes carry sound in their scripts: none (vowel signs of India and
# Thailand), 8 (the voicing of kana), 9 (the sign that silences a vowel).
_KEPT_MARKS = frozenset({0, 8, 9})

_MODIFIER_LETTERS = range(0x2B0, 0x300)

# l before anything; the others are what l becomes before the same consonant.
_ARTICLE = re.compile("[aeiu]l|[aeu](r|s|sh|t|th|d|dh|n|z)")

_ARABIC_ARTICLE = "ال"
_SHORTEST_ARABIC_STEM = 2


class Forms(NamedTuple):
    """The forms of a name that is looked up; the keys are often the same.

    `bare` is the folded name without articles, its words still apart.
    """

    normal: str
    key: str
    bare_key: str
    bare: str


def forms(name: str) -> Forms:
    """Return the forms of a name.

    Raises InvalidName for what cannot be a name: no letter or digit, more than 200 characters,
    control characters, or marks that turn the direction of writing.
    """
    trimmed = name.strip()
    if len(trimmed) > LONGEST_NAME:
        raise InvalidName(
            f"A name has at most {LONGEST_NAME} characters; this one has {len(trimmed)}."
        )
    if refused := _REFUSED.search(trimmed):
        raise InvalidName(
            f"A name cannot hold the character U+{ord(refused.group()):04X} "
            "(a control character or a mark that turns the direction of writing)."
        )
    found = forms_of(trimmed)
    if not found.key:
        raise InvalidName("A name needs at least one letter or digit.")
    return found


def forms_of(name: str) -> Forms:
    """Return the forms of a name that an index has. Takes any text and never raises."""
    plain = folded(name)
    bare = without_articles(plain)
    normal = unicodedata.normalize("NFC", " ".join(name.split()))
    return Forms(normal, plain.replace(" ", ""), bare.replace(" ", ""), bare)


def normal_form(name: str) -> str:
    """Return the name as it is compared exactly. Raises InvalidName, as `forms` does."""
    return forms(name).normal


def without_refused(text: str) -> str:
    """Return the text cleared of what `forms` refuses, for sources that let it slip in."""
    return _REFUSED.sub("", text).strip()


def folded(text: str) -> str:
    """Return the folded form. Takes any text, never raises, and folding twice changes nothing."""
    return " ".join(text.translate(_FOLDED_CHARACTERS).split())


def without_articles(folded_name: str) -> str:
    """Take the Arabic articles off a folded name, at the start of any word but never all of it.

    An assimilated article goes only before its own consonant: "ar raqqah" loses it, "ar mosul"
    keeps it. The words are read backwards, so that a row of articles falls in one go.
    """
    if " " not in folded_name:
        return _without_arabic_article(folded_name)
    kept: list[str] = []
    for word in reversed(folded_name.split()):
        if kept and _is_article(word, before=kept[-1]):
            continue
        kept.append(_without_arabic_article(word))
    return " ".join(reversed(kept))


def keys(name: str) -> tuple[str, str]:
    """Return the keys of a name: folded, and folded without articles; often the same."""
    plain = folded(name)
    return plain.replace(" ", ""), without_articles(plain).replace(" ", "")


def script_of(text: str) -> str:
    """Return the script of most letters: "latin", "arabic", "cyrillic"...; empty if no letters."""
    if text.isascii():
        return "latin" if any(map(str.isalpha, text)) else ""
    counts: dict[str, int] = {}
    for character in text:
        if script := _script_of_character(character):
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=counts.__getitem__, default="")


def _is_article(word: str, *, before: str) -> bool:
    match = _ARTICLE.fullmatch(word)
    return match is not None and before.startswith(match.group(1) or "")


def _without_arabic_article(word: str) -> str:
    stem = word.removeprefix(_ARABIC_ARTICLE)
    return stem if len(stem) >= _SHORTEST_ARABIC_STEM else word


@cache
def _script_of_character(character: str) -> str:
    if not character.isalpha():
        return ""
    # The Unicode name of a letter begins with its script: "ARABIC LETTER REH".
    return unicodedata.name(character, "").partition(" ")[0].lower()


class _FoldedCharacters(dict[int, str]):
    """A table for str.translate that works out a character when it first meets it."""

    def __missing__(self, code_point: int) -> str:
        return self.setdefault(code_point, folded_character(chr(code_point)))


def folded_character(character: str) -> str:
    """Return the folded form of one character: any number of characters, a space for a gap."""
    if character in APOSTROPHES:
        return ""
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    return "".join(map(_folded_part, unicodedata.normalize("NFKD", decomposed)))


def _folded_part(part: str) -> str:
    """Fold one character of a full decomposition."""
    if part in _LETTERS:
        return _LETTERS[part]
    category = unicodedata.category(part)
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if part.isspace() or category[0] in "ZPS":
        return "" if category == "Sk" else " "
    if category[0] == "C" or _is_dropped_mark(part, category):
        return ""
    return part


def _is_dropped_mark(part: str, category: str) -> bool:
    if category == "Lm":
        return ord(part) in _MODIFIER_LETTERS
    return category == "Me" or unicodedata.combining(part) not in _KEPT_MARKS


_FOLDED_CHARACTERS = _FoldedCharacters()
