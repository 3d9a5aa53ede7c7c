"""Attacks of which the place and the party tell what they were: raids on villages, air power."""

from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_RAIDED = frozenset({"NG", "NE", "TD", "CM", "ML", "BF", "CD", "MZ", "CF", "SS", "ET"})
"""Countries in which armed bands raid villages rather than take them."""
_HOMES = words(
    "village villages hamlet hamlets settlement settlements farm farms farmers herders church "
    "churches mosque mosques school schools wedding funeral "
    "dorp dorpen gehucht gehuchten boerderij boerderijen kerk kerken moskee moskeeën school "
    "scholen bruiloft begrafenis dorpje dorpjes vluchtelingenkamp vluchtelingenkampen "
    "ontheemdenkamp"
)
_CAMPS = words("refugee refugees displaced displacement idp")
_FORCES = words("army soldiers troops military police base leger soldaten militairen politie basis")
_FAR_POWERS = frozenset({"russia", "israel", "coalition", "saudi-coalition", "united-states"})
_FLOWN_OVER = frozenset({"SY", "IQ", "YE", "LY", "SO", "LB"})
"""Countries that those powers fight over from the air."""


def is_raid(scene: Scene) -> bool:
    """Whether a village or a camp of refugees is attacked where armed bands do so."""
    if scene.cast.country not in _RAIDED:
        return False
    said = frozenset(words_of(scene))
    homes = not _HOMES.isdisjoint(said) or (
        not _CAMPS.isdisjoint(said) and not said.isdisjoint({"camp", "camps"})
    )
    return homes and _FORCES.isdisjoint(said)


def is_by_air_power(scene: Scene, item: Item) -> bool:
    """As in "a Russian attack" in Syria, which no troops on the ground carried out."""
    if _carries_out(scene, item) or _strikes_targets(scene, item):
        return True
    before = scene.line.before(item)
    if before is None or scene.cast.country not in _FLOWN_OVER or Sense.NOUN not in item.senses:
        return False
    return before.senses.get(Sense.ADJECTIVE, before.actor) in _FAR_POWERS


def _carries_out(scene: Scene, item: Item) -> bool:
    """Whether a coalition that fights from the air carries attacks out."""
    said = words_of(scene)
    flies = any(one.actor in _FROM_ABOVE for one in scene.subjects)
    return flies and Sense.NOUN in item.senses and not _CARRIED_OUT.isdisjoint(said)


def _strikes_targets(scene: Scene, item: Item) -> bool:
    """As in "Israel attacked targets of Hezbollah near Damascus", from far away."""
    if Sense.NOUN in item.senses or _TARGETS.isdisjoint(words_of(scene)):
        return False
    where = {one.mention.place.country for one in scene.places if one.mention and one.mention.place}
    if _FLOWN_OVER.isdisjoint(where or {scene.cast.country}):
        return False
    return any(scene.cast.who(one) in _FAR_POWERS for one in scene.subjects)


_TARGETS = words("target targets doel doelen doelwit doelwitten")
_FROM_ABOVE = frozenset({"coalition", "saudi-coalition", "nato"})
_CARRIED_OUT = words("uit uitgevoerd uitvoerde uitvoerden carried conducted flew")
