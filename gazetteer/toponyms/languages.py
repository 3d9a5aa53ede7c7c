"""Which language a text is in, told by its script and its commonest words.

Thirty small words make up a third of any running text, so that a few sentences are enough.
"""

import re
from collections import Counter
from functools import cache, lru_cache

from gazetteer.names import script_of
from gazetteer.toponyms.lexicon import commonest_words

_SAMPLE = 1500
# A word that is one language's own counts so much, one of two languages half of it.
_SHARED = 12
_LEAST = 24
_CHUNKS_KEPT = 20_000

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
    counts: dict[str, int] = {}
    for told in filter(None, map(_told_by, sample.lower().split())):
        for language, weight in told:
            counts[language] = counts.get(language, 0) + weight
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] >= _LEAST else None


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


@lru_cache(_CHUNKS_KEPT)
def _told_by(chunk: str) -> tuple[tuple[str, int], ...]:
    """Return what stands between two blanks says for each language, most of it nothing."""
    languages = _languages_of_words()
    among = [languages.get(word, ()) for word in _WORD.findall(chunk)]
    # A word that several languages have tells little.
    return tuple((language, _SHARED // len(those)) for those in among for language in those)


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in commonest_words().items():
        for word in words:
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
