"""According to whom a sentence tells what it tells, as the report words it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geomap.reading.language.abbreviations import ALWAYS_GO_ON
from geomap.reading.language.phrase_table import PhraseTable
from geomap.reading.language.sentences import Sentence
from geomap.reading.telling.attribution_words import ATTRIBUTION_WORDS, AttributionWords

_MOST_TOKENS = 14
_ADVERBS = frozenset({"first", "also", "later", "earlier", "ook", "eerder", "inmiddels"})
# "Dat heeft het leger gemeld": the source is near the start, or the first word is another's.
_NEAR = 4
_QUOTES = frozenset("\"'“”„‘’«»")
_ENDS = (
    frozenset({",", ".", ";", ":", "!", "?", "(", ")", "[", "]", "...", "…", "—", "–", "--"})
    | _QUOTES
)


@dataclass(slots=True)
class Attribution:
    """A source at `[start, end)` in the whole text."""

    source: str
    start: int
    end: int
    claimed: bool = False
    """Whether the report keeps its distance: "claims", "beweert", not "said"."""
    backwards: bool = False
    """Whether it speaks of the sentence before: "Dat meldt het leger."."""


def attribution_of(
    sentence: Sentence, language: str, before: Attribution | None = None
) -> Attribution | None:
    """Find the source of a sentence; None when the report itself says it.

    `before` is the attribution of the sentence before: "he said" and a quotation that goes on mean
    the same source.
    """
    found, spoken_by_pronoun = _own(sentence, language)
    if found is not None or before is None:
        return found
    goes_on = spoken_by_pronoun or _begins_with_quotes(sentence)
    return replace(before, backwards=False) if goes_on else None


# A sentence is asked again for each of those behind it.
@lru_cache(maxsize=16)
def _own(sentence: Sentence, language: str) -> tuple[Attribution | None, bool]:
    """Find the source that a sentence names, and whether it is a pronoun that speaks."""
    words = ATTRIBUTION_WORDS.get(language)
    if words is None or sentence.vocabulary.isdisjoint(_KEYS[id(words)]):
        return None, False
    reader = _Reader(sentence, words)
    return reader.by_cue() or reader.by_verb(), reader.spoken_by_pronoun


def source_of(
    sentence: Sentence,
    language: str,
    before: Sequence[Sentence] = (),
    after: Sentence | None = None,
) -> str | None:
    """Name the source of a sentence among its neighbours; None when the report itself says it.

    Those `before` it say who "he" is; the one `after` it may tell where it comes from: "Dat meldt
    het leger."
    """
    found = _carried(sentence, language, before)
    if found is None and after is not None and _speaks_of_before(after, language):
        following = attribution_of(after, language)
        found = following if following is not None and following.backwards else None
    return found.source if found is not None else None


def _carried(sentence: Sentence, language: str, before: Sequence[Sentence]) -> Attribution | None:
    found, spoken_by_pronoun = _own(sentence, language)
    if found is not None or not before:
        return found
    if not (spoken_by_pronoun or _begins_with_quotes(sentence)):
        return None
    earlier = _carried(before[-1], language, before[:-1])
    return replace(earlier, backwards=False) if earlier is not None else None


def _begins_with_quotes(sentence: Sentence) -> bool:
    return bool(sentence.tokens) and sentence.tokens[0].text in _QUOTES


def _speaks_of_before(sentence: Sentence, language: str) -> bool:
    """Whether a sentence begins with a word such as "that", for the sentence before it."""
    words = ATTRIBUTION_WORDS.get(language)
    return words is not None and bool(sentence.lowers) and sentence.lowers[0] in words.backwards


class _Reader:
    """Looks for a source among the tokens of one sentence."""

    def __init__(self, sentence: Sentence, words: AttributionWords) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        # "IS" is a name and no verb, in both languages.
        self._lowers = sentence.lowers
        if "IS" in sentence.text and "is" in sentence.vocabulary:
            names = ["IS" if token.text == "IS" else token.lower for token in sentence.tokens]
            self._lowers = tuple(names)
        self._words = words
        self.spoken_by_pronoun = False

    def by_cue(self) -> Attribution | None:
        """Read "according to SOHR", "volgens het leger"."""
        cues = _CUES[id(self._words)]
        for index in self._sentence.places_of(_BEGUN[id(self._words)]):
            cue = cues.at(self._lowers, index)
            found = self._forward(cue[0]) if cue is not None else None
            if found is not None:
                return self._attribution(*found, index)
        return None

    def by_verb(self) -> Attribution | None:
        """Read "the army said", "said a spokesman", "Dat meldt het leger"."""
        for index in self._sentence.places_of(_KEYS[id(self._words)]):
            if not self._is_verb(index, self._lowers[index]):
                continue
            beside = self._beside(index)
            found = self._around(beside)
            if found is not None:
                return self._attribution(*found, index)
        return None

    def _is_verb(self, index: int, lower: str) -> bool:
        words = self._words
        if lower in words.verbs:
            return self._lower(index - 1) not in words.passive
        if lower in words.verbs_before_that:
            after = self._lowers[index + 1 : index + 6]
            return bool(words.that.intersection(after)) or self._lower(index + 1) == ","
        if lower in words.participles:
            return bool(words.having.intersection(self._lowers[:index]))
        return False

    def _beside(self, index: int) -> int:
        """Give the verb beside which the source stands: "heeft" of "heeft ... gezegd"."""
        words = self._words
        if self._lowers[index] in words.participles:
            while index > 0 and self._lowers[index] not in words.having:
                index -= 1
        elif self._lower(index - 1) in words.having:
            index -= 1
        return index

    def _around(self, verb: int) -> tuple[int, int] | None:
        """Read the source behind a verb or before it, by what stands in front."""
        if self._lower(verb - 1) == ",":
            found = self._with_apposition(verb - 1)
            if found is not None:
                return found
        if self._is_inverted(verb):
            found = self._forward(verb + 1)
            if found is not None or self._lower(verb + 1) in self._words.pronouns:
                return found
        return self._backward(verb)

    def _is_inverted(self, verb: int) -> bool:
        """Whether the verb stands before its source: after a quotation, or after a day in Dutch."""
        if self._lower(verb - 1) in _ENDS:
            following = self._lower(verb + 1)
            # "The army, which ..., said fighting was over."
            return not (following[:1].isdecimal() or following.endswith("ing"))
        if verb == 1 and self._lowers[0] in self._words.backwards:
            return True
        if self._lowers[0] in self._words.openings and "," not in self._lowers[:verb]:
            return True
        return all(lower in self._words.leads for lower in self._lowers[:verb])

    def _forward(self, first: int) -> tuple[int, int] | None:
        """Read a name from its first token on: the tokens `[first, last)`."""
        words, last = self._words, first
        while last < len(self._tokens) and last - first < _MOST_TOKENS:
            lower = self._lowers[last]
            if lower in _ENDS and not self._is_abbreviated(last):
                break
            if lower in words.stops or lower in words.participles:
                break
            if last > first and (lower in words.leads or self._name_is_over(last)):
                break
            last += 1
        return self._checked(first, last)

    def _name_is_over(self, index: int) -> bool:
        """Whether a word in small letters follows a name: "het ministerie van Defensie schatte"."""
        links = self._words.name_links
        text, before = self._tokens[index].text, self._tokens[index - 1].text
        if text[0].isdecimal():
            return True
        # "Russische" goes on with its noun.
        named = before[0].isupper() and not before.endswith(("se", "che"))
        return bool(links) and named and text[0].islower() and text not in links

    def _backward(self, verb: int) -> tuple[int, int] | None:
        """Read a name that ends before a verb, with what follows it between commas."""
        last = verb - 1 if self._lower(verb - 1) == "," else verb
        while self._lower(last - 1).endswith("ly") or self._lower(last - 1) in _ADVERBS:
            last -= 1
        first = self._begin(last)
        if first > 1 and self._lowers[first - 1] in self._words.relatives:
            # "Drivers who reached the town said": whom the clause tells of.
            last = first - 1
            first = self._begin(last)
        return self._checked(first, last)

    def _with_apposition(self, comma: int) -> tuple[int, int] | None:
        """Read "Talal Silo, a spokesman of the SDF," up to its last comma."""
        opening = comma - 1
        while opening > 0 and self._lowers[opening] not in _ENDS:
            opening -= 1
        opens = self._lower(opening + 1)
        is_apposition = opens in self._words.appositions
        told_of = is_apposition or opens in self._words.relatives
        if self._lowers[opening] != "," or comma - opening > _MOST_TOKENS or not told_of:
            return None
        last = comma if is_apposition else opening
        first = self._begin(opening)
        return (first, last) if self._checked(first, opening) else None

    def _begin(self, last: int) -> int:
        first = last
        while first > 0 and last - first < _MOST_TOKENS:
            lower = self._lowers[first - 1]
            if lower in _ENDS and not self._is_abbreviated(first - 1):
                break
            inside = lower == "in" and self._is_noun(first - 2)
            if not inside and (lower in self._words.stops or lower in self._words.leads):
                break
            first -= 1
        return first

    def _is_noun(self, index: int) -> bool:
        """Whether a place can belong to the word before it: "activists in Raqqa"."""
        lower = self._lower(index)
        words = self._words
        return lower.isalpha() and lower not in words.stops and lower not in words.leads

    def _is_abbreviated(self, index: int) -> bool:
        """Whether a point belongs to the word before it: "Lt. Gen. Townsend"."""
        before = self._lower(index - 1)
        return self._lowers[index] == "." and (before in ALWAYS_GO_ON or len(before) == 1)

    def _checked(self, first: int, last: int) -> tuple[int, int] | None:
        """Leave out articles, and what is no name: pronouns, and stretches without a word."""
        while last > first and self._lowers[last - 1] in self._words.articles:
            last -= 1
        inside = [token for token in self._tokens[first:last] if token.text[0].isalpha()]
        if not inside:
            return None
        if inside[0].lower in self._words.pronouns and (
            len(inside) == 1 or inside[0].lower not in self._words.articles
        ):
            self.spoken_by_pronoun = True
            return None
        while first < last and self._lowers[first] in self._words.articles:
            first += 1
        return (first, last) if first < last else None

    def _attribution(self, first: int, last: int, cue: int) -> Attribution:
        start, end = self._sentence.starts[first], self._sentence.end_of(last - 1)
        offset = self._sentence.start
        lower = self._lowers[cue]
        return Attribution(
            source=" ".join(self._sentence.text[start - offset : end - offset].split()),
            start=start,
            end=end,
            claimed=lower in self._words.claims,
            backwards=cue > 0 and self._lowers[0] in self._words.backwards and first < _NEAR,
        )

    def _lower(self, index: int) -> str:
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""


def _keys(words: AttributionWords) -> frozenset[str]:
    """Give words of which one stands in every sentence that names a source."""
    cues = {max(cue.split(), key=len) for cue in words.cues}
    return words.verbs | words.verbs_before_that | words.participles | cues


_KEYS = {id(words): _keys(words) for words in ATTRIBUTION_WORDS.values()}
_CUES = {id(words): PhraseTable(dict.fromkeys(words.cues)) for words in ATTRIBUTION_WORDS.values()}
_BEGUN = {key: frozenset(table.begun) for key, table in _CUES.items()}
