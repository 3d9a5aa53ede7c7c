"""Places where somebody only sits or speaks, and where nothing that is told happened."""

from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_VOICES = words(
    "government governments ministry ministries minister embassy embassies parliament presidency "
    "diplomats diplomat analysts analyst generals rulers reporters journalists conference talks "
    "negotiations summit spokesman spokeswoman spokesperson "
    "regering regeringen ministerie ministeries minister ambassade ambassades parlement "
    "diplomaten diplomaat analisten analist generaals machthebbers verslaggevers journalisten "
    "persconferentie conferentie overleg onderhandelingen besprekingen woordvoerder woordvoerster "
    "legerleiding opperbevel kabinet denktank "
    "waarnemersgroep observatorium observatory monitor persbureau zender rechtbank tribunaal court "
    "broadcaster agency authorities autoriteiten "
    "ministers colleagues organisation organization charity foundation "
    "institute thinktank think-tank researchers correspondent "
    "collega's organisatie stichting instituut onderzoeksbureau onderzoekers "
    "correspondent hulporganisatie mensenrechtenorganisatie denktanks onderhandelaars"
)
"""Who and what can sit in a capital far from the war, in both languages."""
_HOUSES = words(
    "school college hospital university barracks base hall house academy "
    "middelbare lyceum ziekenhuis universiteit basis kazerne academie"
)
_ENDINGS = ("regering", "ministerie", "woordvoerder")
_SPOKEN = words("said says told zei zeiden zegt vertelde verklaarde")
_NAME_OFFICES = words("of the for and van de het en voor on op die dat which that , is")
_FROM = words("vanuit from")
_FARTHEST, _JUST_SAID = 6, 3
"""Tokens back from "in": to the office ("the ministry of foreign affairs in"), to "said"."""


def leave_out_seats(line: Line) -> None:
    """Tell "X" of "the government in X" and "told reporters in X" from where things happen."""
    for item in line.items:
        if item.mention is None or Sense.PLACE not in item.senses:
            continue
        if _is_home_of(line, item):
            item.seat = True
            continue
        position = _voice_before(line, item)
        if position is None:
            continue
        item.seat = True
        voice = line.at[position]
        if voice is not None and voice.general and voice.mention is None:
            voice.mention = item.mention


def _is_home_of(line: Line, item: Item) -> bool:
    """As in "the London-based monitor", "het in Londen gevestigde observatorium"."""
    following = line.tokens[item.end : item.end + 2]
    if not following:
        return False
    if following[0].lower in {"-based", "gevestigde", "gebaseerde", "zetelende"}:
        return True
    return len(following) > 1 and following[0].text == "-" and following[1].lower == "based"


def _voice_before(line: Line, item: Item) -> int | None:
    """The token of who speaks from a place, when what stands before it is "the government in"."""
    inside = _preposition_before(line, item)
    if inside is None or not (
        inside.senses.get(Sense.PREPOSITION) == "in" or inside.text.lower() in _FROM
    ):
        return None
    for position in range(inside.start - 1, max(inside.start - 1 - _FARTHEST, -1), -1):
        token = line.tokens[position]
        if token.lower in _HOUSES:
            # "Stormed the Government Secondary School in X": things happen there.
            return None
        if token.lower in _VOICES or token.lower.endswith(_ENDINGS):
            return position
        if token.lower in _SPOKEN:
            return position if position >= inside.start - _JUST_SAID else None
        if not _goes_on(line, position):
            return None
    return None


def _preposition_before(line: Line, item: Item) -> Item | None:
    """What governs a name, also in "vanuit het Britse X"."""
    for position in range(item.start - 1, max(item.start - 1 - _DESCRIBED, -1), -1):
        before = line.at[position]
        if before is not None and Sense.PREPOSITION in before.senses:
            return before
        if before is not None and not _DESCRIBING & before.senses.keys():
            return None
        if before is None and not line.tokens[position].text[0].isupper():
            return None
    return None


_DESCRIBING = frozenset({Sense.DETERMINER, Sense.ADJECTIVE})
_DESCRIBED = 3


def _goes_on(line: Line, position: int) -> bool:
    """Whether a word can stand between who speaks and where: the name of an office, a day."""
    token, item = line.tokens[position], line.at[position]
    if item is not None and (item.actor is not None or item.mention is not None):
        return False
    is_day = item is not None and Sense.CALENDAR in item.senses
    return is_day or token.lower in _NAME_OFFICES or token.text[0].isupper()
