"""Which language a text is in, told by its script and its commonest words.

Thirty small words make up a third of any running text, so that a few sentences are enough.
"""

import re
from collections import Counter
from functools import cache

from gazetteer.names import script_of
from gazetteer.toponyms.lexicon import commonest_words

_SAMPLE = 1500
# A word that is one language's own counts so much, one of two languages half of it.
_SHARED = 12
_LEAST = 24

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
    counts: dict[str, int] = {}
    languages = _languages_of_words()
    for among in filter(None, map(languages.get, _WORD.findall(sample.lower()))):
        for language in among:
            # A word that several languages have tells little.
            counts[language] = counts.get(language, 0) + _SHARED // len(among)
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] >= _LEAST else None


def _script_of(sample: str) -> str:
    """Return the script of most letters, each sort of which is looked at once."""
    if sample.isascii():
        return script_of(sample)
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


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in commonest_words().items():
        for word in words:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
