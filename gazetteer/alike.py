"""How alike two spellings are.

The share of letters that two spellings have in common in their order, once as they are written and
once as they sound.
"""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, LCSseq

from gazetteer.keys import as_meant_elsewhere, sounding
from gazetteer.names import Forms, folded, script_of, without_articles
from gazetteer.places import Tier
from gazetteer.ranking import COUNTRY_STANDING, Likeness, Match

LEAST_DEGREE = 0.55
"""Spellings that have less in common are no answer."""

# How sounds of two scripts are compared: see `Listener`.
_ACROSS_SCRIPTS = 0.97
_WITHOUT_SHORT_VOWELS = frozenset({"arabic", "hebrew"})
_BOTH_WITH_VOWELS = 0.95
_WEIGHT_OF_SHOWN = 0.3
_OF_SHORTER = 0.75
_NO_STRICT_KEY = 0.85

_SPELLINGS_KEPT = 4096


def is_answer(match: Match, likeness: Likeness, script: str) -> bool:
    """Say whether a spelling that is alike may be meant by a name in a script.

    Everybody spells a country in their own script: "Raqqa" is not al-Iraq, however it sounds. So
    a country is not meant by its name in another script, if it has one in that of the asker.
    """
    if likeness.degree < LEAST_DEGREE:
        return False
    return (
        match.standing < COUNTRY_STANDING
        or script_of(match.text) == script
        or script_of(match.name) != script
    )


class _Spelling(NamedTuple):
    """What is compared of a spelling: its script, its key without articles, how it sounds."""

    script: str
    key: str
    sound: str


# The same names sound like many others.
@lru_cache(_SPELLINGS_KEPT)
def _spelling(text: str) -> _Spelling:
    key = without_articles(folded(text)).replace(" ", "")
    return _Spelling(script_of(text), key, sounding(text))


class Listener:
    """Judges how alike spellings are to one name; `script` is that of the name."""

    def __init__(self, asked: Forms) -> None:
        self._written = asked.bare_key
        self.script = script_of(asked.bare_key)
        heard = (sounding(asked.normal), sounding(as_meant_elsewhere(asked.normal)))
        self._heard = tuple(dict.fromkeys(heard))
        self._known: dict[str, float] = {}

    def likeness(self, text: str, tier: Tier, shown: str) -> Likeness:
        """Return how alike a spelling is, which was found in a certain way.

        `shown` is the usual name of its place. What a spelling in another script leaves open, the
        usual name tells where it is in the script of the asker.
        """
        spelling = _spelling(text)
        if spelling.script == self.script:
            alike = self._in_one_script(text)
        else:
            alike = max(self._across_scripts(one, spelling, tier) for one in self._heard)
            if _spelling(shown).script == self.script:
                alike -= _WEIGHT_OF_SHOWN * max(alike - self._in_one_script(shown), 0)
        return Likeness(tier, round(alike, 3))

    def _in_one_script(self, text: str) -> float:
        if text not in self._known:
            _, key, sound = _spelling(text)
            written = OSA.normalized_similarity(self._written, key)
            heard = max(OSA.normalized_similarity(one, sound) for one in self._heard)
            self._known[text] = min(max(written, (2 * written + heard) / 3), 0.99)
        return self._known[text]

    def _across_scripts(self, heard: str, spelling: _Spelling, tier: Tier) -> float:
        """Compare sounds of two scripts, of which one may leave out short vowels.

        Then what counts most is that the letters of the shorter one are found in the longer one.
        """
        script, _, sound = spelling
        if _WITHOUT_SHORT_VOWELS.isdisjoint((script, self.script)):
            return _BOTH_WITH_VOWELS * OSA.normalized_similarity(heard, sound)
        shorter, longer = sorted((heard, sound), key=len)
        shared = LCSseq.similarity(shorter, longer)
        alike = _OF_SHORTER * shared / max(len(shorter), 1)
        alike += (1 - _OF_SHORTER) * shared / max(len(longer), 1)
        return _ACROSS_SCRIPTS * alike * (1.0 if tier is Tier.STRICT else _NO_STRICT_KEY)
