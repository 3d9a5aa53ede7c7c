"""What is captured and is no place: soldiers, arms, a ship, a revolt."""

from geomap.reading.clauses.deeds import frame_of, is_passive
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

OBJECT_WITHIN = 3
OBJECT_BEHIND = 5


def takes_no_land(scene: Scene, item: Item) -> bool:
    """Whether it is something else that is taken: "seized power", "terrein veroverd"."""
    near = range(max(item.start - OBJECT_WITHIN, scene.clause.first), item.end + OBJECT_BEHIND)
    lowers = scene.line.sentence.lowers
    if not _OTHERS.isdisjoint(lowers[max(item.start - 2, 0) : item.start]):
        # "16 others were captured".
        return True
    if any(lowers[at] in _NO_LAND for at in near if at < len(lowers)):
        return True
    if scene.language == "en" and not is_passive(scene, item):
        return _acts_on_things(scene, item)
    things = _THINGS | _PEOPLE if is_passive(scene, item) else _THINGS
    return _tells_of(things, scene)


def _acts_on_things(scene: Scene, item: Item) -> bool:
    """As in "captured six Russian troops", up to where the phrase behind a verb ends."""
    lowers, at = scene.line.sentence.lowers, scene.line.at
    for position in range(item.end, min(item.end + _PHRASE, scene.clause.last)):
        other = at[position]
        if lowers[position] in _THINGS or lowers[position] in _PEOPLE:
            return True
        if lowers[position] == "of" or other is None:
            # "Dozens of soldiers."
            continue
        if Sense.PREPOSITION in other.senses or Sense.MARK in other.senses or is_verbal(other):
            return False
    return False


def _tells_of(things: frozenset[str], scene: Scene) -> bool:
    """As in "the revolt was hijacked", Dutch "veroverden de rebellen twee tanks"."""
    lowers, first = scene.line.sentence.lowers, scene.clause.first
    return any(
        lowers[at] in things and _LED_BY.isdisjoint(lowers[max(at - OBJECT_WITHIN, first) : at])
        for at in range(first, scene.clause.last)
    )


_LED_BY = words(
    "in of during with by after for since from against near as to than on over "
    "met van na voor tijdens sinds uit tegen bij door als aan op over tot"
)
"""What makes a thing no object: "met tanks", "during the war"."""
_PHRASE = 7
_PEOPLE = words(
    "troops troop fighter fighters militant militants insurgent insurgents terrorist terrorists "
    "soldier soldiers policeman policemen gunman gunmen pilot pilots crew crewmen sailor sailors "
    "mercenary mercenaries commander commanders general colonel leader leaders suspect suspects "
    "servicemen serviceman conscripts recruits women girls children villagers worker workers "
    "government state party parliament presidency "
    "militair militairen soldaat soldaten strijder strijders rebellenleider agent agenten "
    "terroristen piloot bemanning commandant commandanten krijgsgevangene krijgsgevangenen"
)
"""Who can capture as well as be captured."""
_THINGS = words(
    "tank tanks truck trucks vehicle rifles guns missiles rockets explosives ammunition equipment "
    "aircraft helicopter helicopters jet jets drone drones plane planes howitzer howitzers "
    "tanker tankers vessel vessels ship boat boats yacht trawler convoy convoys bus buses "
    "wheat grain cattle livestock money cash gold oil food aid supplies medicine documents drugs "
    "war revolt revolution uprising rebellion opposition movement protests protest "
    "tanks pantserwagen pantserwagens vrachtwagen vrachtwagens voertuig konvooi colonne "
    "geweren kanonnen raketten explosieven munitie materieel helikopter helikopters vliegtuig "
    "vliegtuigen schip schepen boot boten bussen graan tarwe vee geld goud olie "
    "voedsel hulpgoederen medicijnen oorlog opstand revolutie oppositie beweging"
)
_OTHERS = frozenset({"others", "anderen"})
_NO_LAND = words(
    "soldiers policemen officers personnel people civilians ships pilots "
    "land power ground terrain territory weapons arms ammunition vehicles hostages prisoners "
    "initiative momentum macht terrein wapens munitie voertuigen gijzelaars gevangenen initiatief"
)


def frees_people(scene: Scene, item: Item) -> bool:
    """Whether captives were freed, and no town: "after being freed by the rebels"."""
    said = scene.line.sentence.vocabulary
    return frame_of(scene, item) == "retake" and not _CAPTIVES.isdisjoint(said)


_CAPTIVES = words(
    "captive captives hostage hostages prisoner prisoners detainee detainees inmates "
    "gijzelaar gijzelaars gevangene gevangenen gedetineerden ontvoerden"
)
