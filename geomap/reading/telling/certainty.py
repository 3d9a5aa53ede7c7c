"""Whether a clause tells what happened, or what was planned, feared, tried or denied."""

import re

from geomap.reading.clauses.beginnings import took_time, uses_chance
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.any_case import is_hoped, is_of_us, made
from geomap.reading.telling.forced import HAD_TO, had_to_in_the_end, is_hit, is_no_plan
from geomap.reading.telling.outcome import outcome_of
from geomap.reading.telling.supposed import asks, begins_with_if, is_supposed

_OPEN_ENDED = frozenset({"of", "for", "from", "to", "against", "on", "without"})


def is_told(scene: Scene, item: Item) -> bool:
    """Whether a verb or noun is told as a fact; several rules ask it of the same one."""
    told = scene.told.get(item)
    if told is None:
        told = scene.told[item] = _is_told(scene, item)
    return told


def _is_told(scene: Scene, item: Item) -> bool:
    if begins_with_if(scene) or asks(scene) or _is_without(scene, item):
        return False
    if is_hoped(scene) or _is_denied(scene) or is_supposed(scene):
        return False
    known = outcome_of(scene, item) if Sense.NOUN in item.senses else None
    if known is not None:
        return known
    if scene.language == "nl":
        return not _held_back_anywhere(scene, item)
    return not _held_back_before(scene, item)


def _is_denied(scene: Scene) -> bool:
    """Whether the clause before says that what follows "that" is not so, or only wished."""
    opener, former = scene.clause.opener, scene.former
    if opener is None or former is None or opener.text.lower() not in _THAT:
        return False
    before = scene.line.before(opener) if scene.clause.opening is Opening.RELATIVE else None
    if before is not None and before.text == ",":
        # "Mag naar X, dat door IS wordt bezet."
        return False
    return former.clause.has(Sense.NEGATION) or former.clause.has(Sense.PLAN)


_THAT = frozenset({"that", "dat"})


def _is_without(scene: Scene, item: Item) -> bool:
    """Whether a noun or infinitive is what was lacking: "without an agreement"."""
    if Sense.PREPOSITION not in scene.clause.senses:
        return False
    if Sense.PARTED in item.senses or not _OF_ITSELF.isdisjoint(_form(item)):
        # "Zonder slag of stoot reed X binnen."
        return False
    if scene.language == "nl" and _form(item) and scene.line.tokens[item.start - 1].lower != "te":
        return False
    first = max(item.start - _LACK, scene.clause.first)
    for other in scene.line.at[first : item.start]:
        if other is not None and other.senses.get(Sense.PREPOSITION) == "without":
            return other.start >= first
    return False


_OF_ITSELF = frozenset("dsn")
"""Forms of a verb that needs no other."""


_LACK = 3


def _held_back_before(scene: Scene, item: Item) -> bool:
    """English: what is planned or denied stands before its verb."""
    form = _form(item)
    previous = scene.line.before(item)
    if previous is not None and previous.senses.get(Sense.PREPOSITION) == "to" and "b" in form:
        return not (_succeeds(scene, previous) or _is_one_of_many(scene, previous))
    if previous is not None and "g" in form and _is_open_ended(previous):
        return not _is_length_of(scene, item, previous)
    if previous is not None and _is_prospect(scene, previous):
        return True
    if (not form or not is_verb_here(scene, item)) and _may_be(scene, item):
        return True
    return _is_held_back(scene, item) or _goes_on_held_back(scene, item)


_HOLDING_BACK = frozenset({Sense.NEGATION, Sense.PLAN})


def _is_held_back(scene: Scene, item: Item) -> bool:
    """Whether a word before a deed denies or plans it, and none behind that says it succeeded."""
    held = False
    if _HOLDING_BACK.isdisjoint(scene.clause.senses):
        return held
    for other in scene.clause.items:
        if other.start >= item.start:
            break
        if Sense.SUCCESS in other.senses:
            held = False
        elif Sense.NEGATION in other.senses or (
            Sense.PLAN in other.senses and _plans(scene, other)
        ):
            held = True
    return held


def _is_prospect(scene: Scene, being: Item) -> bool:
    """As in "a vote on being annexed", "at risk of being captured"."""
    before = scene.line.before(being)
    return being.text == "being" and before is not None and _is_open_ended(before)


def _may_be(scene: Scene, item: Item) -> bool:
    """Whether a noun is the subject of what may come: "strikes on X would continue"."""
    if Sense.MODAL not in scene.clause.senses:
        return False
    modals = (one for one in scene.clause.items if Sense.MODAL in one.senses and one.text != "May")
    return any(one.start > item.start or not _form(item) for one in modals)


def _plans(scene: Scene, other: Item) -> bool:
    """Whether it is not the month of May, nor the "to" of "to the north" and "to Mosul"."""
    if other.text == "May" or is_hit(scene, other):
        return False
    if Sense.PREPOSITION not in other.senses or other.end - other.start > 1:
        return True
    after = scene.line.after(other)
    if after is not None and after.text.lower() == "have" and other.text == "to":
        # "Claims to have taken X"; who only hopes to says so before.
        return False
    if after is not None and after.text.lower() == "be" and _is_so(scene, other):
        return False
    return after is None or not any(sense in after.senses for sense in _WHITHER)


def _is_so(scene: Scene, to: Item) -> bool:
    """As in "X, believed to be a stronghold of IS", "took X only to be driven out"."""
    return to.start > 0 and scene.line.sentence.lowers[to.start - 1] in _REPUTED


_REPUTED = words(
    "only believed thought said reported known considered purported reputed understood assumed "
    "alleged presumed rumoured rumored continues continued appears appeared seems seemed "
    "claims claimed"
)
_WHITHER = (Sense.DETERMINER, Sense.PLACE, Sense.DIRECTION, Sense.ACTOR, Sense.GENERAL)


def _is_length_of(scene: Scene, item: Item, of: Item) -> bool:
    """Whether a stretch of time was filled with it: "after five days of fighting"."""
    before = scene.line.before(of)
    return Sense.NOUN in item.senses and before is not None and Sense.CALENDAR in before.senses


def _is_open_ended(previous: Item) -> bool:
    return previous.senses.get(Sense.PREPOSITION) in _OPEN_ENDED


def _succeeds(scene: Scene, to: Item) -> bool:
    """Whether "to" comes after "managed" or "claims" and not after "wants"."""
    before = scene.line.before(to)
    if to.start and scene.line.tokens[to.start - 1].lower == "only":
        return True
    if uses_chance(scene.line.sentence.lowers[scene.clause.first : to.start]) or took_time(
        scene.line, scene.clause.first, scene.clause.last
    ):
        return True
    if before is not None and before.actor is not None:
        # "Forced the army to leave."
        return made(scene, before)
    return before is not None and (
        Sense.SUCCESS in before.senses
        or (Sense.SAID in before.senses and Sense.PLAN not in before.senses)
    )


def _is_one_of_many(scene: Scene, to: Item) -> bool:
    """As in "the sixth provincial capital to fall": an ordinal counts what happened."""
    first = max(to.start - _ORDINAL_WITHIN, 0)
    words = scene.line.tokens[first : to.start]
    if not any(one and _is_town(one) for one in scene.line.at[first : to.start]):
        return False
    planned = any(
        Sense.PLAN in one.senses and _plans(scene, one)
        for one in scene.clause.items
        if one.start < to.start
    )
    return not planned and any(
        word.lower in _ORDINALS or _ORDINAL.match(word.lower) for word in words
    )


def _is_town(item: Item) -> bool:
    return any(sense in item.senses for sense in (Sense.SETTLEMENT, Sense.SEAT, Sense.ANAPHOR))


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_ORDINALS = frozenset(
    (
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "latest", "biggest", "largest"),
    )
)
_ORDINAL_WITHIN = 5


def _goes_on_held_back(scene: Scene, item: Item) -> bool:
    """As in "Will attack and seize": a bare verb without a subject of its own goes on a plan."""
    earlier = scene.earlier
    if earlier is None or earlier.verb is None or scene.clause.opening is not Opening.GOES_ON:
        return False
    if _form(item) not in {"b", "g"} or scene.subjects is not earlier.subjects:
        return False
    return earlier.verb is not item and not _HOLDING_BACK.isdisjoint(earlier.clause.senses)


def _held_back_anywhere(scene: Scene, item: Item) -> bool:
    """Dutch: the verb that plans or denies can stand on either side."""
    form = _form(item)
    previous = item.start - 1
    if form in {"b", "bd"} and item.frame != "hold" and is_of_us(scene, item):
        return True
    after_te = previous >= 0 and scene.line.tokens[previous].lower == "te" and "b" in form
    if form == "t" or after_te:
        told = (
            _has_success(scene)
            or (after_te and scene.clause.has(Sense.SAID))
            or (after_te and _by_doing(scene, item))
        )
        return not told or scene.clause.has(Sense.NEGATION)
    if not form and _is_yet_to_be_done(scene, item):
        return not _has_success(scene)
    if _HOLDING_BACK.isdisjoint(scene.clause.senses):
        return False
    told_by_others = (
        _still_is(scene, item) if item.frame in _STATES else not form or "n" in form
    ) and _is_hearsay(scene)
    forced = "b" in form and had_to_in_the_end(scene, item)
    return any(
        (
            Sense.NEGATION in other.senses
            or (
                Sense.PLAN in other.senses
                and not (told_by_others and Sense.HEARSAY in other.senses)
                and not (forced and other.text.lower() in HAD_TO)
            )
        )
        and other is not item
        and not is_no_plan(scene, item, other)
        for other in scene.clause.items
    )


def _is_yet_to_be_done(scene: Scene, item: Item) -> bool:
    """As in "een aanslag te plegen"; not "raketten te verduren", "zegt X in handen te hebben"."""
    to, verb = (*scene.line.sentence.lowers[item.end : item.end + 2], "", "")[:2]
    has = verb in {"hebben", "zijn"} and scene.clause.has(Sense.SAID)
    return to == "te" and verb != "verduren" and not has


def _by_doing(scene: Scene, item: Item) -> bool:
    """Whether it is how something was done: "maakte gebruik van de chaos door X te bezetten"."""
    return any(
        one.senses.get(Sense.PREPOSITION) == "by" and one.start < item.start
        for one in scene.clause.items
    ) and not scene.governed("by")


_STATES = frozenset({"resist", "hold", "rule"})


def _still_is(scene: Scene, item: Item) -> bool:
    """As in "zouden er nog standhouden", which is no plan."""
    return "n" in _form(item) or scene.clause.has(Sense.STILL)


def _is_hearsay(scene: Scene) -> bool:
    """Whether "zou" goes with a perfect: "zou zijn ingenomen", and not "zou worden ingenomen"."""
    among = (
        one for one in scene.clause.items if Sense.POSSESSIVE not in one.senses or Sense.BE in one
    )
    return any(Sense.HAVE in one.senses or one.text.lower() in {"zijn", "nog"} for one in among)


def _has_success(scene: Scene) -> bool:
    scenes = [scene, scene.earlier] if scene.earlier is not None else [scene]
    return any(one.clause.has(Sense.SUCCESS) for one in scenes)


def _form(item: Item) -> str:
    value = item.senses.get(Sense.VERB, "")
    return value.partition(":")[2]
