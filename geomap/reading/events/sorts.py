"""Which kind of event a word tells of where it stands, if of any."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of, is_passive, is_verb_here
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.only_named import is_only_named
from geomap.reading.context.retold import points_back
from geomap.reading.events.agreements import behind
from geomap.reading.events.assaults import is_on_forces
from geomap.reading.events.from_above import from_the_air
from geomap.reading.events.killings import kills_people
from geomap.reading.events.leaving import is_agreed
from geomap.reading.events.no_blows import is_a_bombers
from geomap.reading.events.positions import Kinds
from geomap.reading.events.raids import is_by_air_power, is_raid
from geomap.reading.events.weapons import by_guns, has_noun_of_guns, is_with_weapons
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import phrases, words
from geomap.reading.language.words import Sense
from geomap.reading.telling.nearly import is_almost


def attacking(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Aircraft strike, and who attacks people without arms fights no battle."""
    if is_with_weapons(scene, item) or _are_searches(scene, item) or is_a_bombers(scene, item):
        return ()
    if from_the_air(scene) or _is_flown(scene, item) or is_by_air_power(scene, item):
        return (EventKind.AIR_STRIKE,)
    if item.text.lower() in _FIRING and by_guns(scene):
        return () if has_noun_of_guns(scene) else (EventKind.SHELLING,)
    struck = scene.clause.has(Sense.CIVILIANS) and not _flees(scene)
    struck = struck or kills_people(scene, item) or is_raid(scene)
    if struck and not is_on_forces(scene, item):
        return (EventKind.ATTACK_ON_CIVILIANS,)
    return fighting(scene, item, kind)


def _flees(scene: Scene) -> bool:
    """Whether people flee from the attack that the clause only names."""
    return any(frame_of(scene, other) in _FLIGHTS for other in scene.clause.telling)


_FLIGHTS = frozenset({"flee", "displacement", "cross"})


def _are_searches(scene: Scene, item: Item) -> bool:
    """Whether "raids" are those of police who arrest somebody."""
    if item.text.lower() not in _RAIDS:
        return False
    return any(frame_of(scene, other) == "arrest" for other in scene.line.items if other.tells)


def _is_flown(scene: Scene, item: Item) -> bool:
    """Whether "the raids" of a report of aircraft are theirs, and nobody's on the ground."""
    if item.text.lower() not in _RAIDS or is_verb_here(scene, item) or not scene.cast.flown:
        return False
    if item.text.lower() == "raid" and not points_back(scene, item):
        return False
    near = words_of(scene)
    return not scene.actors and _ON_GROUND.isdisjoint(near)


_ON_GROUND = words("gunmen fighters militants rebels police soldiers jihadists attackers base")
_FIRING = phrases("fired at | fired on | fire at | fire on | firing at | firing on | fires at")
_RAIDS = words("raid raids raided inval invallen")


def advancing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """A party advances on a town; who advances in it contests it."""
    if scene.clause.opening is Opening.SUBORDINATE or not scene.subjects:
        return ()
    if "g" in forms_of(item) and not scene.clause.has(Sense.BE):
        return ()
    if scene.line.tokens[item.end - 1].lower in _ONWARDS:
        return (kind,) if any(one.start >= item.end for one in scene.places) else ()
    close = "within" in scene.line.sentence.lowers[item.end : scene.clause.last]
    wanted = _CLOSE_TO if close else _TOWARDS
    behind_it = (one for one in scene.places if scene.language == "nl" or one.start > item.start)
    return (kind,) if any(one.preposition in wanted for one in behind_it) else ()


_TOWARDS = frozenset({"on", "near", "to"})
_ONWARDS = words("on towards toward")
"""With which a verb ends that has the town as its object."""
_CLOSE_TO = _TOWARDS | {"of"}


def invading(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """An army invades a country or an enclave: "invaded Ukraine", "vielen Afrin binnen"."""
    if not item.text.lower().startswith(_INVADES) or not is_verb_here(scene, item):
        return ()
    return (kind,) if scene.subjects and (scene.places or scene.topics) else ()


_INVADES = ("invad", "viel", "vallen", "valt", "binnenval", "binnenviel", "binnengevallen")


def beginning(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """What was begun was not done yet: "began the recapture of X", "begonnen met de verovering"."""
    if Sense.NOUN not in item.senses or is_verb_here(scene, item):
        return ()
    begun = any(frame_of(scene, other) == "launch" for other in scene.clause.telling)
    return (kind,) if begun else ()


def fighting(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """A battle that is told, and not only named to say when or against whom something was."""
    is_noun = Sense.NOUN in item.senses and not is_verb_here(scene, item)
    if item.senses.get(Sense.NOUN) == "operation" and _is_of_aid(scene):
        return ()
    nowhere = item.text.lower() in _PROGRESS and not (scene.places or scene.topics)
    return () if nowhere or (is_noun and is_only_named(scene, item)) else (kind,)


_PROGRESS = frozenset({"opmars"})
"""Of which it is said that somebody makes it, nowhere in particular: "is bezig aan een opmars"."""


def _is_of_aid(scene: Scene) -> bool:
    """Whether an operation brings people away or helps them, and takes nothing."""
    return not _OF_AID.isdisjoint(scene.line.sentence.vocabulary)


_OF_AID = words(
    "evacuation evacuations evacuated rescue relief humanitarian evacuatie evacuaties geëvacueerd "
    "reddingsoperatie reddingsactie hulpoperatie evacuatieoperatie humanitaire"
)


def giving_up(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """A surrender that came, and not one that is only agreed on."""
    said = words_of(scene)
    own = scene.language == "en" or _GIVEN.isdisjoint(said) or not _ONESELF.isdisjoint(said)
    own = own and not (scene.language == "nl" and _tells_that(scene, item))
    return (kind,) if own and not is_agreed(scene, item) else ()


def _tells_that(scene: Scene, item: Item) -> bool:
    """As in "had aangegeven dat": who lets know that something is so."""
    lowers = scene.line.sentence.lowers
    return "aan" in item.text.lower() and "dat" in lowers[item.end : item.end + 2]


_GIVEN = words(
    "gaf gaven geeft geven overgegeven aangegeven overgaf overgaven aangaf aangaven "
    "overgeeft overgeven aangeeft"
)
_ONESELF = words("zich zichzelf ons me")
"""Dutch says who is given up; "gaven de stad over" hands over a town."""


def surrendering(scene: Scene, _item: Item, kind: EventKind) -> Kinds:
    """Who lays down or hands in arms gives himself up; flowers are laid down too."""
    lowers = words_of(scene)
    if not any(word in _LAID_DOWN for word in lowers):
        return ()
    # Two who lay down their arms do so for each other.
    both = len({one.start for one in scene.subjects}) > 1 and _THEIR.isdisjoint(lowers)
    return (EventKind.AGREEMENT,) if both else (kind,)


_LAID_DOWN = words("arms weapons wapens wapen")
_THEIR = words("their his its hun zijn haar")


def besieging(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """A siege that was laid or lifted."""
    broken = any(
        frame_of(scene, other) == "lift" and is_verb_here(scene, other)
        for other in scene.clause.items
    )
    if broken or scene.clause.has(Sense.ENDED):
        # "Daarmee eindigt een beleg dat sinds 2012 duurde" tells how long it was.
        return (EventKind.SIEGE_BROKEN,) if behind(scene, item) is scene else (kind,)
    if _cuts_only_lines(scene, item) or _lies_around(scene, item) or _hems_in(scene, item):
        return ()
    return () if is_almost(scene, item) else (kind,)


def _hems_in(scene: Scene, item: Item) -> bool:
    """Whether it is fighters who are surrounded, and no town: "the militants are surrounded"."""
    armed = any(one.actor is not None for one in scene.subjects)
    return armed and not scene.places and not scene.topics and is_passive(scene, item)


def _lies_around(scene: Scene, item: Item) -> bool:
    """Whether "surrounding" only says where other places lie: "the surrounding towns"."""
    if item.text.lower() in _RINGS:
        # "De muur die de stad omringt" is no army.
        return scene.clause.opening is Opening.RELATIVE and not scene.subjects
    if item.text.lower() != "surrounding" or not item.start:
        return False
    before = scene.line.at[item.start - 1]
    if before is None:
        return scene.line.tokens[item.start - 1].text.isalpha()
    senses = before.senses
    return before.actor is None and not _ALONGSIDE.isdisjoint(senses)


_RINGS = frozenset({"omringt", "omringen", "omringde", "omringden", "surrounds"})
_ALONGSIDE = frozenset(
    {Sense.DETERMINER, Sense.CONJUNCTION, Sense.SETTLEMENT, Sense.FACILITY, Sense.QUARTERS}
)
_BACK = 6


def _cuts_only_lines(scene: Scene, item: Item) -> bool:
    """Whether a road, the water or the telephones were cut off, or one building surrounded."""
    if Sense.NOUN in item.senses:
        return False
    among = _LINES if item.text.lower() in _CUT else _BUILDINGS
    lowers = scene.line.sentence.lowers
    first = scene.clause.first
    if scene.clause.opening is Opening.RELATIVE:
        # "The restaurant in X that they have surrounded".
        first = max(first - _BACK, 0)
    near = lowers[first : item.end + _BACK]
    if among is _LINES and _ALL.intersection(near):
        return False
    if among is _BUILDINGS and any(word.endswith(_BUILT) for word in near):
        return True
    return any(word in among for word in near)


_ALL = words("alle all enige only laatste last every beide")
"""Who cuts the last of the roads to a town besieges it."""
_CUT = words(
    "cut cuts cutting blocked blockade blockades snijdt sneed sneden afsneed afsneden "
    "afgesneden geblokkeerd blokkeerde blokkeerden"
)
_LINES = words(
    "road roads highway highways route routes supply supplies water electricity power network "
    "networks phone phones telephone internet "
    "route routes hoofdweg hoofdwegen verbinding verbindingsweg toegangsweg toegangswegen "
    "bevoorradingsroute bevoorradingsroutes bevoorradingslijn bevoorradingslijnen aanvoer corridor "
    "vluchtroute vluchtwegen weg wegen snelweg aanvoerroute aanvoerroutes aanvoerlijn "
    "aanvoerlijnen toevoer stroom"
)
_BUILDINGS = words(
    "station building post posts house hotel school church mosque restaurant prison mall office "
    "offices headquarters compound hideout apartment bank hospital university "
    "politiebureau post posten huis hotel school kerk moskee restaurant gevangenis hoofdkantoor "
    "kantoor schuilplaats woning appartement bank ziekenhuis universiteit complex"
)
_BUILT = ("gebouw", "huis", "hotel", "kantoor", "bureau", "hoofdkwartier")
"""Of compounds of buildings: "luchthavengebouw"."""


def declaring(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Victory, a caliphate or independence is declared, by a party or an official."""
    before = scene.line.before(item)
    article = before is not None and before.text.lower() in _ARTICLES
    article = article and before is not None and before.end - before.start == 1
    if article and Sense.NOUN not in item.senses:
        # "The declared capital of the caliphate."
        return ()
    if any(frame_of(scene, other) in _TRUCES for other in scene.clause.telling):
        return ()
    who = scene.subjects or scene.governed("by") or scene.clause.has(Sense.OFFICIAL)
    lowers = words_of(scene)
    own = any(word in _FOUNDED for word in lowers)
    won = "victory" in lowers and not _VOTES & scene.line.sentence.vocabulary
    own = own or (won and scene.verb is not None and scene.verb.start > scene.clause.first)
    if any(frame_of(scene, one) == "truce" for one in scene.clause.telling):
        # "Declared a ceasefire" is an agreement, of one side at least.
        return ()
    return (kind,) if own or (who and _is_declared(scene)) else ()


def _is_declared(scene: Scene) -> bool:
    """Whether it can be declared, also in a clause: "verklaarde dat de stad bevrijd is"."""
    if scene.clause.has(Sense.DECLARABLE):
        return True
    later = scene.later
    opener = later.clause.opener if later is not None else None
    if later is None or opener is None or opener.text.lower() not in {"dat", "that"}:
        return False
    free = not _FREE.isdisjoint(words_of(later))
    return free and not later.clause.has(Sense.NEGATION) and not later.clause.has(Sense.ALMOST)


_FREE = words("bevrijd verslagen overwonnen liberated defeated")


_TRUCES = frozenset({"truce", "agreement"})
"""What is declared or proclaimed as victories are: "kondigde een bestand af"."""
_VOTES = words("election elections vote votes polls ballot referendum match cup game")
_FOUNDED = words("caliphate kalifaat republic republiek independence onafhankelijkheid")
_ARTICLES = words("the a its their de het zijn hun")
