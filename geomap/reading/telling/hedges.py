"""How sure a sentence is of what it tells: denied, planned, feared, claimed, almost, or plain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from geomap.reading.language.phrase_table import PhraseTable
from geomap.reading.language.sentences import Sentence, tokens_of
from geomap.reading.language.word_lists import phrases

_REACH = 8
_WALLS = frozenset({";", ":", ".", "!", "?", "(", ")", '"', "“", "”", "„"})


class Hedge(StrEnum):
    """What keeps a sentence from being plain, the strongest first."""

    DENIED = "denied"
    """It did not happen, or somebody says so."""
    PLANNED = "planned"
    """It has not happened: wanted, called for, feared, on a condition."""
    POSSIBLE = "possible"
    """It may have happened."""
    ALMOST = "almost"
    CLAIMED = "claimed"
    """Somebody says so whom the report does not simply believe."""
    REPORTED = "reported"
    """Nobody is named who says so."""


@dataclass(slots=True)
class HedgeFound:
    """A hedge at `[start, end)` in the whole text."""

    start: int
    end: int
    hedge: Hedge


_SURENESS: Mapping[Hedge, float] = {
    Hedge.DENIED: 0.1,
    Hedge.PLANNED: 0.2,
    Hedge.POSSIBLE: 0.5,
    Hedge.ALMOST: 0.7,
    Hedge.CLAIMED: 0.7,
    Hedge.REPORTED: 0.8,
}
_ENGLISH = {
    Hedge.DENIED: phrases(
        "not | n't | never | no longer | denied | denies | denying | denial | failed to | without "
        "| neither | nor | rejected claims | dismissed | refuted | unable to | didn't | hasn't "
        "| haven't | wasn't | weren't | don't | doesn't | isn't | aren't | cannot | can't | won't"
    ),
    Hedge.PLANNED: phrases(
        "will | would | shall | plans to | planned to | plan to | planning to | aims to | aimed at "
        "| vowed to | pledged to | wants to | intends to | preparing to | prepares to | set to "
        "| called for | calls for | called on | urged | demanded | threatened to | threatens to "
        "| fear | fears | feared | if | unless | hopes to | hope to | hoped to | ready to "
        "| tried to | trying to | attempted to | expected to | about to | in an attempt to "
        "| in a bid to | in order to | should | must"
    ),
    Hedge.POSSIBLE: phrases(
        "may | might | could | possibly | perhaps | likely | probably | suspected | believed to "
        "| thought to | appears to | appeared to | seems to | seemed to | presumed | unclear "
        "| not clear | unknown"
    ),
    Hedge.ALMOST: phrases("almost | nearly | all but | virtually | on the verge of | close to"),
    Hedge.CLAIMED: phrases(
        "claims | claimed | claim | alleged | allegedly | purportedly | so-called | boasted "
        "| insists | insisted | maintains | unverified | unconfirmed | could not be verified "
        "| not be independently verified"
    ),
    Hedge.REPORTED: phrases(
        "reportedly | reports of | reports that | said to be | said to have | is said | are said "
        "| apparently | rumoured | rumored | rumours | rumors | there are reports"
    ),
}
_DUTCH = {
    Hedge.DENIED: phrases(
        "niet | geen | nooit | nimmer | noch | ontkent | ontkennen | ontkende | ontkenden "
        "| ontkend | ontkenning | zonder | slaagde er niet in | mislukt | mislukte "
        "| tegengesproken | weersproken | spreekt tegen | sprak tegen"
    ),
    Hedge.PLANNED: phrases(
        "zal | zullen | wil | willen | wilde | wilden | gaat | gaan | van plan | plannen om "
        "| dreigt | dreigen | dreigde | riep op | roept op | opgeroepen | eist | eiste | eisen "
        "| vreest | vrezen | vreesde | als | indien | tenzij | mits | hoopt | hopen | hoopte "
        "| bereidt zich voor | bereiden zich voor | probeert | proberen | probeerde | probeerden "
        "| poging | pogingen | om te | moet | moeten | beloofde | zwoer | verwacht | klaar om "
        "| staat op het punt | staan op het punt"
    ),
    Hedge.POSSIBLE: phrases(
        "kan | kunnen | kon | konden | mogelijk | misschien | wellicht | waarschijnlijk "
        "| vermoedelijk | lijkt | lijken | leek | leken | onduidelijk | niet duidelijk | onbekend"
    ),
    Hedge.ALMOST: phrases(
        "bijna | vrijwel | zo goed als | nagenoeg | praktisch | op het punt | vrijwel geheel "
        "| haast | nog net niet"
    ),
    Hedge.CLAIMED: phrases(
        "claimt | claimen | claimde | claimden | geclaimd | beweert | beweren | beweerde "
        "| beweerden | naar eigen zeggen | zegt te hebben | zeggen te hebben | zei te hebben "
        "| niet bevestigd | onbevestigd | onbevestigde | niet onafhankelijk | houdt vol "
        "| zelfverklaarde | vermeende"
    ),
    Hedge.REPORTED: phrases(
        "zou | zouden | naar verluidt | er wordt gemeld | berichten over | geruchten | gerucht "
        "| schijnt | schijnen | naar men zegt | zo wordt gemeld"
    ),
}
_HEDGES: Mapping[str, Mapping[Hedge, frozenset[str]]] = {"en": _ENGLISH, "nl": _DUTCH}
# Of a number they say that it has not come about; what is only possible or reported is counted.
_UNREAL = frozenset(
    {
        *("will", "shall", "would", "plans", "planned", "planning", "could", "might", "fear"),
        *("fears", "feared", "risk", "threatens", "vowed", "wants", "hopes", "expects", "if"),
        *("zal", "zullen", "wil", "willen", "dreigen", "dreigt", "vreest", "vrezen", "plan"),
        *("kunnen", "kan", "hoopt", "verwacht", "verwachten", "indien", "van plan"),
    }
)


_NEAR, _REACH_BEHIND = 4, 9
_NEEDED = frozenset({"moeten", "moet", "must", "should", "needs"})
_WOULD = frozenset({"zou", "zouden", "would"})
_COULD = frozenset({"kunnen", "gaan", "could"})


def hedges_in(sentence: Sentence, language: str) -> list[HedgeFound]:
    """Find the hedges of a sentence, in their order."""
    table = _TABLES.get(language)
    found: list[HedgeFound] = []
    if table is None or sentence.vocabulary.isdisjoint(_KEYS[language]):
        return found
    tokens, behind = sentence.tokens, 0
    for at in sentence.places_of(_BEGUN[language]):
        if at >= behind and not _is_may(tokens[at].text):
            hedge = table.at(sentence.lowers, at)
            if hedge is not None:
                behind = hedge[0]
                found.append(HedgeFound(sentence.starts[at], sentence.end_of(behind - 1), hedge[1]))
    return found


def _is_may(text: str) -> bool:
    # With a capital it is the month, or begins a wish.
    return text == "May"


def sureness(hedges: Sequence[HedgeFound]) -> float:
    """Say how sure a sentence is with these hedges, 0 to 1: as its strongest hedge leaves it."""
    return min((_SURENESS[found.hedge] for found in hedges), default=1.0)


def is_unreal(lowers: Sequence[str], first: int, last: int) -> bool:
    """Whether a number, of the tokens `[first, last)`, has not come about: "will send 400 men"."""
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if lowers[index] in _WALLS:
            break
        if lowers[index] in _UNREAL:
            return True
    if not _UNREAL.isdisjoint(lowers[last : last + 2]):
        return True
    behind = lowers[last : last + _REACH_BEHIND]
    return not _NEEDED.isdisjoint(behind[:_NEAR]) or (
        not _WOULD.isdisjoint(behind[:_NEAR]) and not _COULD.isdisjoint(behind)
    )


def _table(hedges: Mapping[Hedge, frozenset[str]]) -> PhraseTable[Hedge]:
    return PhraseTable(
        {
            " ".join(token.lower for token in tokens_of(phrase)): hedge
            for hedge, group in hedges.items()
            for phrase in group
        }
    )


_TABLES = {language: _table(hedges) for language, hedges in _HEDGES.items()}
_BEGUN = {language: frozenset(table.begun) for language, table in _TABLES.items()}
_KEYS = {language: table.longest_words() for language, table in _TABLES.items()}
