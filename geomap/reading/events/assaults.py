"""Whom an attack was on: armed men and their posts, or people without arms."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.positions import Kinds
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_POSTS = words(
    "base bases barracks checkpoint checkpoints outpost outposts garrison garrisons "
    "basis bases basissen kazerne kazernes legerpost legerposten legerkamp legerkampen "
    "controlepost controleposten politiepost politieposten garnizoen garnizoenen wachtpost "
    "wachtposten grenspost grensposten checkpoint checkpoints veiligheidstroepen "
    "regeringstroepen legerkonvooi legerpatrouille legereenheid legereenheden"
)
"""What only armed men have, whoever else is killed there."""
_POST_ENDS = ("basis", "bases", "basissen", "kazerne", "kazernes", "legerpost", "legerkamp")
_FORCES = words("military army security militaire")
_THEIR_OWN = words(
    "forces camp camps post posts convoy convoys positions position unit units site sites "
    "installations facility facilities personnel kamp kampen post posten konvooi stellingen "
    "doelen installaties complex eenheden"
)
_BESIDE = words("near outside nabij vlakbij naast bij around")
_WITHIN = 7
_NEAR = 3


def is_on_forces(scene: Scene, item: Item) -> bool:
    """Whether what is attacked is an army's: "bij een aanval op een legerbasis", "on a base"."""
    lowers = scene.line.sentence.lowers
    first, last = item.end, min(item.end + _WITHIN, scene.clause.last)
    if is_verb_here(scene, item):
        first, last = scene.clause.first, scene.clause.last
    for at in range(first, last):
        word = lowers[at]
        theirs = word in _POSTS or word.endswith(_POST_ENDS)
        if theirs or (word in _FORCES and not _THEIR_OWN.isdisjoint(lowers[at + 1 : at + 2])):
            return _BESIDE.isdisjoint(lowers[max(at - _NEAR, first) : at])
    return False


_OUTRAGES = ("aanslag", "aanslagen")


def by_unknown_means(scene: Scene, item: Item) -> Kinds | None:
    """What a Dutch "aanslag" was in a report that speaks of no bomb; None for other words."""
    if not item.text.lower().endswith(_OUTRAGES) or scene.cast.bombed:
        return None
    on_forces = is_on_forces(scene, item)
    return (EventKind.BATTLE if on_forces else EventKind.ATTACK_ON_CIVILIANS,)


def is_on_people(scene: Scene, item: Item) -> bool:
    """Whether people are shot at, and no place: "burgers beschoten", "werden ze beschoten"."""
    if not is_verb_here(scene, item) or not item.text.lower().endswith(_SHOT_AT):
        return False
    if any(place.preposition is None for place in scene.places):
        return False
    return any(
        Sense.CIVILIANS in one.senses and one.preposition is None and one.start < item.start
        for one in scene.clause.items
    )


_SHOT_AT = ("beschoten", "beschoot", "beschiet", "beschieten")
