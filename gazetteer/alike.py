"""How alike two spellings are.

The share of letters that two spellings have in common in their order, once as they are written and
once as they sound.
"""

from rapidfuzz.distance import OSA, LCSseq

from gazetteer.keys import as_meant_elsewhere, sounding
from gazetteer.names import Forms, folded, script_of, without_articles
from gazetteer.places import Tier
from gazetteer.ranking import Likeness

LEAST_DEGREE = 0.55
"""Spellings that have less in common are no answer."""

# How sounds of two scripts are compared: see `Listener`.
_ACROSS_SCRIPTS = 0.97
_WITHOUT_SHORT_VOWELS = frozenset({"arabic", "hebrew"})
_BOTH_WITH_VOWELS = 0.95
_WEIGHT_OF_SHOWN = 0.3
_OF_SHORTER = 0.75
_NO_STRICT_KEY = 0.85


class Listener:
    """Judges how alike spellings are to one name."""

    def __init__(self, asked: Forms) -> None:
        self._written = asked.bare_key
        self._script = script_of(asked.bare_key)
        heard = (sounding(asked.normal), sounding(as_meant_elsewhere(asked.normal)))
        self._heard = tuple(dict.fromkeys(heard))
        self._known: dict[str, float] = {}

    def likeness(self, text: str, tier: Tier, shown: str) -> Likeness:
        """Return how alike a spelling is, which was found in a certain way.

        `shown` is the usual name of its place. What a spelling in another script leaves open, the
        usual name tells where it is in the script of the asker.
        """
        script = script_of(text)
        if script == self._script:
            alike = self._in_one_script(text)
        else:
            sound = sounding(text)
            alike = max(self._across_scripts(one, sound, script, tier) for one in self._heard)
            if script_of(shown) == self._script:
                alike -= _WEIGHT_OF_SHOWN * max(alike - self._in_one_script(shown), 0)
        return Likeness(tier, round(alike, 3))

    def _in_one_script(self, text: str) -> float:
        if text not in self._known:
            key = without_articles(folded(text)).replace(" ", "")
            written = OSA.normalized_similarity(self._written, key)
            sound = sounding(text)
            heard = max(OSA.normalized_similarity(one, sound) for one in self._heard)
            self._known[text] = min(max(written, (2 * written + heard) / 3), 0.99)
        return self._known[text]

    def _across_scripts(self, heard: str, sound: str, script: str, tier: Tier) -> float:
        """Compare sounds of two scripts, of which one may leave out short vowels.

        Then what counts most is that the letters of the shorter one are found in the longer one.
        """
        if _WITHOUT_SHORT_VOWELS.isdisjoint((script, self._script)):
            return _BOTH_WITH_VOWELS * OSA.normalized_similarity(heard, sound)
        shorter, longer = sorted((heard, sound), key=len)
        shared = LCSseq.similarity(shorter, longer)
        alike = _OF_SHORTER * shared / max(len(shorter), 1)
        alike += (1 - _OF_SHORTER) * shared / max(len(longer), 1)
        return _ACROSS_SCRIPTS * alike * (1.0 if tier is Tier.STRICT else _NO_STRICT_KEY)
