"""Who takes or holds a place together with another: "Somali soldiers and African Union troops"."""

from collections.abc import Iterator
from itertools import pairwise

from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.context.owners import of_nation
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_ONE_SIDE = (frozenset({"turkey-sna", "syrian-opposition"}), frozenset({"sdf", "ypg"}))
"""Allies of which one counts as part of the other when they act together."""
_HELPERS = frozenset({"coalition", "united-nations", "russia", "iran", "united-states"})
"""Who helps others to take places, and has them itself only where it is named first."""
_EACH = frozenset({"respectievelijk", "respectively"})
_WITHIN = 3
"""Tokens between "and" and who comes behind it."""


def partners_of(scene: Scene, holder: Item) -> Iterator[Item]:
    """Yield who stands beside a party in its list, as "A, B and C" or "A and B troops"."""
    at = scene.line.at
    if holder.end > len(at) or at[holder.start] is not holder:
        # Remembered from a sentence before.
        return
    if not _EACH.isdisjoint(scene.line.sentence.vocabulary):
        return
    yield from _of_nations_before(scene, holder)
    if holder.general:
        yield from _countries_behind(scene, holder)
    known = holder
    while (following := _next(scene, known)) is not None:
        yield following
        known = following


def _of_nations_before(scene: Scene, holder: Item) -> Iterator[Item]:
    """The Nigerians of "Nigerian and Chadian troops"."""
    conjunction = scene.line.before(holder)
    if conjunction is None or Sense.CONJUNCTION not in conjunction.senses:
        return
    if conjunction.start and scene.line.at[conjunction.start - 1] is None:
        nation = of_nation(scene, conjunction.start - 1)
        if nation is not None:
            yield nation


def _countries_behind(scene: Scene, holder: Item) -> Iterator[Item]:
    """The countries of "soldiers from Niger and Chad", but the first, which is who is meant."""
    after = scene.line.after(holder)
    joins = after.senses.get(Sense.PREPOSITION) if after is not None else None
    if after is None or joins not in {"from", "of"}:
        return
    known = scene.line.after(after)
    while known is not None:
        conjunction = scene.line.after(known)
        if conjunction is None or not (
            Sense.CONJUNCTION in conjunction.senses or conjunction.text == ","
        ):
            return
        known = scene.line.after(conjunction)
        if known is not None and known in scene.actors and known.actor is None:
            yield known


def _next(scene: Scene, party: Item) -> Item | None:
    """The party behind "and" and an article, or behind a comma that goes on with one."""
    conjunction = _behind(scene, party)
    if conjunction is None or Sense.CONJUNCTION not in conjunction.senses:
        return None
    for position in range(conjunction.end, min(conjunction.end + _WITHIN, len(scene.line.at))):
        other = scene.line.at[position]
        if other is not None and Sense.POSSESSIVE in other.senses:
            # "The army and its allies".
            return None
        if other is None or Sense.DETERMINER in other.senses:
            continue
        joined = other in scene.actors and Sense.PRONOUN not in other.senses
        return other if joined and not _acts_alone(scene, party, other) else None
    return None


def _behind(scene: Scene, party: Item) -> Item | None:
    """The item behind a party and its "fighters", with a name between that nobody knows."""
    following = scene.line.after(party)
    if following is not None and Sense.TAIL not in following.senses:
        return following
    for position in range(party.end, min(party.end + _WITHIN, len(scene.line.at))):
        other = scene.line.at[position]
        if other is not None:
            return scene.line.after(other) if Sense.TAIL in other.senses else None
    return None


def _acts_alone(scene: Scene, party: Item, other: Item) -> bool:
    """Whether a verb of its own follows: "taken by the army and rebels fled"."""
    after = scene.line.after(other)
    return party.preposition not in {None, "loyal"} and after is not None and is_verbal(after)


def are_apart(first: str | None, second: str | None) -> bool:
    """Whether two who act together are told of each for itself."""
    if first is None or second is None or first == second or second in _HELPERS:
        return False
    return not any({first, second} == side for side in _ONE_SIDE)


def is_joint(scene: Scene, holder: Item, deed: Item) -> bool:
    """Whether a word means all who did together what was told last: "they", "the joint forces"."""
    return holder.text.lower() in _THEY or is_same_alliance(scene, deed)


def is_same_alliance(scene: Scene, deed: Item) -> bool:
    """As in "the joint forces", "the same alliance", which names nobody itself."""
    if _JOINT.isdisjoint(scene.line.sentence.vocabulary):
        return False
    lowers = scene.line.sentence.lowers
    return any(
        one in _JOINT and two in _FORCES
        for one, two in pairwise(lowers[scene.clause.first : deed.start])
    )


_THEY = words("they zij ze")
_JOINT = words("joint allied combined same gezamenlijke gecombineerde geallieerde dezelfde")
_FORCES = words(
    "forces troops alliance coalition fighters armies army units rebels militants "
    "troepen alliantie coalitie strijders legers eenheden strijdkrachten rebellen"
)
