"""Which language a text is in, told by its script and its commonest words.

Thirty small words make up a third of any running text, so that a few sentences are enough.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import repeat

from gazetteer.names import script_of
from gazetteer.toponyms.lexicon import commonest_words

_SAMPLE = 1500
# A word that is one language's own counts so much, one of two languages half of it.
_SHARED = 12
_LEAST = 24
# What is counted so often, and so much more often than another language, is told beyond doubt.
_PLAIN, _FAR_AHEAD = 96, 2
_READ_MOST = frozenset({"en", "nl"})
# No language counts more in a sample than these bits hold.
_BITS = 16
_MOST = (1 << _BITS) - 1

_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_WORD = re.compile(r"[^\W\d_]+")

_OF_SCRIPT = {
    "cyrillic": "ru", "hebrew": "he", "greek": "el", "cjk": "zh", "hiragana": "ja",
    "katakana": "ja", "hangul": "ko", "thai": "th", "devanagari": "hi", "armenian": "hy",
    "georgian": "ka", "ethiopic": "am",
}  # fmt: skip
_NOT_RUSSIAN = "іїєґІЇЄҐ"
# Letters that Persian, Kurdish and Urdu have and Arabic lacks.
_NOT_ARABIC = {"fa": "پچژگ", "ckb": "ەێۆڵڕ", "ur": "ٹڈڑں"}
_OF_ARABIC_SCRIPT = {"ckb": "ku"}
_SHARE_NOT_ARABIC = 0.01


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None when nothing tells it."""
    sample = text[:_SAMPLE]
    script = _script_of(sample)
    if script == "arabic":
        return _of_arabic_script(sample)
    if script == "cyrillic" and any(letter in sample for letter in _NOT_RUSSIAN):
        return "uk"
    if script != "latin":
        return _OF_SCRIPT.get(script)
    lower = sample.lower()
    # What stands between two blanks is nearly always enough, and found much sooner than words.
    return _told_by(lower.split(), plainly=True) or _told_by(_WORD.findall(lower))


def _script_of(sample: str) -> str:
    """Return the script of most letters, each sort of which is looked at once."""
    if sample.isascii():
        return script_of(sample)
    ascii_alone = sample.encode("ascii", "ignore")
    if len(ascii_alone.translate(None, _NO_LETTERS)) > len(sample) - len(ascii_alone):
        return "latin"
    counts: dict[str, int] = {}
    for character, times in Counter(sample).items():
        if script := script_of(character):
            counts[script] = counts.get(script, 0) + times
    return max(counts, key=counts.__getitem__, default="")


def _of_arabic_script(sample: str) -> str:
    letters = max(sum(map(str.isalpha, sample)), 1)
    shares = {
        language: sum(map(sample.count, signs)) / letters for language, signs in _NOT_ARABIC.items()
    }
    best = max(shares, key=shares.__getitem__)
    if shares[best] < _SHARE_NOT_ARABIC:
        return "ar"
    return _OF_ARABIC_SCRIPT.get(best, best)


def _told_by(words: Sequence[str], *, plainly: bool = False) -> str | None:
    """Return the language that words tell; `plainly`, only one that is told beyond doubt."""
    languages, weights = _weights()
    told = sum(map(weights.get, words, repeat(0)))
    counts = [(told >> _BITS * place) & _MOST for place in range(len(languages))]
    best, second = sorted(counts, reverse=True)[:2]
    if best < (_PLAIN if plainly else _LEAST) or (plainly and best < _FAR_AHEAD * second):
        return None
    return languages[counts.index(best)]


@cache
def _weights() -> tuple[tuple[str, ...], dict[str, int]]:
    """Return the languages, and of each common word what it counts for every one of them.

    All counts of a word are bits of one number, those of a language beside those of another, so
    that the counts of all languages are summed at once.
    """
    common = commonest_words()
    shared = Counter(word for words in common.values() for word in words)
    weights: dict[str, int] = {}
    # Of two that count the same, the first is told.
    languages = sorted(common, key=lambda language: (language not in _READ_MOST, language))
    for place, language in enumerate(languages):
        for word in common[language]:
            # A word that several languages have tells little.
            weight = _SHARED // shared[word] << _BITS * place
            weights[word] = weights.get(word, 0) + weight
    return tuple(languages), weights
