"""Who does what to which place in a clause: the parts of a deed."""

from collections.abc import Sequence

from geomap.reading.clauses.beginnings import took_time
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.helped import helped
from geomap.reading.clauses.objects import acts_on_land, acts_through_of, meant_by_it, resumes
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import acts, is_settled
from geomap.reading.clauses.verbs import forms_of, is_plural_noun, is_verbal, names_deed
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def frame_of(scene: Scene, item: Item) -> str | None:
    """What sort of deed a word tells of."""
    if item.frame == "":
        item.frame = _frame_of(scene, item) if item.tells else None
    return item.frame


def _frame_of(scene: Scene, item: Item) -> str | None:
    senses = item.senses
    value = senses.get(Sense.VERB)
    # "Vielen X aan" is no falling.
    parted = _parted(scene, item) if Sense.PARTED in senses else None
    if parted is None and value is not None and is_verb_here(scene, item):
        return value.partition(":")[0]
    return parted or senses.get(Sense.NOUN)


def _parted(scene: Scene, item: Item) -> str | None:
    """The frame of a verb whose particle stands further on in its clause."""
    said = scene.line.sentence
    for choice in item.senses[Sense.PARTED].split("|"):
        frame, _, particle = choice.split(":")
        if particle not in said.vocabulary:
            continue
        for position in range(item.end, len(said.lowers)):
            other = scene.line.at[position]
            if position >= scene.clause.last and other is not None and is_verbal(other):
                break
            if said.lowers[position] == particle and _ends_phrase(scene, position):
                return frame
    return None


def _ends_phrase(scene: Scene, position: int) -> bool:
    """Whether a particle stands alone, and does not govern what follows."""
    if position + 1 >= len(scene.line.at) or position + 1 == scene.clause.last:
        return True
    following = scene.line.at[position + 1]
    if following is None:
        return not scene.line.tokens[position + 1].text[0].isalnum()
    return (
        Sense.CONJUNCTION in following.senses
        or Sense.PREPOSITION in following.senses
        or Sense.MARK in following.senses
        or Sense.SUBORDINATOR in following.senses
        or (Sense.INSIDE in following.senses and following.end - following.start > 1)
    )


def is_verb_here(scene: Scene, item: Item) -> bool:
    """Whether a word that can be both is a verb where it stands."""
    if Sense.NOUN not in item.senses:
        return scene.language != "nl" or not names_deed(scene.line, item)
    if Sense.VERB not in item.senses:
        return False
    following = scene.line.after(item)
    counted = item.start and scene.line.sentence.lowers[item.start - 1] in _COUNTING
    if counted or (following is not None and following.senses.get(Sense.PREPOSITION) == "of"):
        return False
    if following is not None and "g" in forms_of(item) and Sense.PLACE in following.senses:
        # "After retaking X."
        return True
    plural = scene.language == "en" and is_plural_noun(scene.line, scene.clause.items, item)
    return not plural and _is_free(scene, item)


def _is_free(scene: Scene, item: Item) -> bool:
    """Whether nothing before a word makes it a noun."""
    for position in (item.start - 1, item.start - 2):
        previous = scene.line.at[position] if position >= 0 else None
        if previous is None:
            continue
        if Sense.DETERMINER in previous.senses or Sense.POSSESSIVE in previous.senses:
            return False
        return previous.senses.get(Sense.PREPOSITION, "to") == "to" or position != item.start - 1
    return True


_COUNTING = frozenset({"'s", "’s", "both", "two", "three", "four", "five", "several", "repeated"})
"""Before what is counted or of a day, and so named: "both attacks", "Thursday's raid"."""


def is_passive(scene: Scene, item: Item) -> bool:
    """Whether the subject of a verb is what it was done to."""
    form = item.senses.get(Sense.VERB, "").partition(":")[2]
    if "n" not in form or item.text.lower() in _OF_THE_SUBJECT:
        return False
    auxiliary = _auxiliary(scene, item)
    former = _shares_auxiliary(scene)
    if auxiliary is None and scene.language == "nl" and former is not None:
        # "Werd ingenomen en later bevrijd": the second participle shares the auxiliary.
        auxiliary = _auxiliary(former, item)
    if auxiliary is not None:
        return auxiliary is Sense.BE
    if scene.language == "en":
        return item.start == 0 or _is_passive_alone(scene, item, form)
    # ", in 2017 op IS veroverd,": nobody has done it there.
    alone = former is not None and form == "n"
    return alone and not any(one in scene.actors for one in scene.subjects)


def _is_passive_alone(scene: Scene, item: Item, form: str) -> bool:
    """Whether an English participle goes without an auxiliary: "X, captured by IS in 2014"."""
    if "d" not in form and "b" not in form:
        return not _goes_on_perfect(scene)
    behind = any(actor.start > item.start for actor in scene.governed("by"))
    return behind and not _acts_on(scene, item)


def _acts_on(scene: Scene, item: Item) -> bool:
    """Whether a verb has a place right behind it: "handed over X under a deal made by A"."""
    return bool(scene.subjects) and any(
        place.preposition is None and 0 <= place.start - item.end <= _OBJECT_WITHIN
        for place in scene.places
    )


_OBJECT_WITHIN = 3


_OF_THE_SUBJECT = frozenset({"kwijt", "kwijtgeraakt"})
"""As in "IS is X kwijt": what goes with "zijn" and is no passive."""


def _shares_auxiliary(scene: Scene) -> Scene | None:
    """The clause whose auxiliary a participle can share; an aside between them does not count."""
    if scene.clause.opening is not Opening.GOES_ON or scene.former is None:
        return None
    aside = scene.former.clause.opening is Opening.RELATIVE or scene.former.verb is None
    return scene.earlier if aside and scene.earlier is not None else scene.former


def _goes_on_perfect(scene: Scene) -> bool:
    """As in "had swept down the road and taken X"."""
    earlier = scene.earlier
    return (
        scene.clause.opening is Opening.GOES_ON
        and earlier is not None
        and earlier.clause.has(Sense.HAVE)
        and not scene.governed("by")
    )


def _auxiliary(scene: Scene, item: Item) -> str | None:
    """The auxiliary of a participle, the nearest one counting."""
    found: str | None = None
    if _AUXILIARIES.isdisjoint(scene.clause.senses):
        return found
    for other in scene.clause.items:
        if scene.language == "en" and other.start >= item.start:
            break
        if Sense.BE in other.senses:
            found = Sense.BE
        elif Sense.HAVE in other.senses and found is None:
            found = Sense.HAVE
    return found


_AUXILIARIES = frozenset({Sense.BE, Sense.HAVE})


def objects_of(scene: Scene, item: Item) -> list[Item]:
    """The places that a verb acts on; in a relative clause the one that it tells about."""
    found = [
        place
        for place in scene.places
        if place.preposition is None and (scene.language == "nl" or place.start > item.start)
    ]
    if scene.listed and not any(place.head is None for place in found):
        return scene.listed
    if found and scene.listed:
        return found + scene.listed
    if not found and acts_through_of(item):
        found = [place for place in scene.places if place.preposition == "of"]
    if not found and resumes(scene, item):
        return scene.topics
    if not found and scene.language == "nl" and Sense.NOUN not in item.senses:
        found = meant_by_it(scene)
    if found or scene.clause.opening is not Opening.RELATIVE:
        return found
    if scene.topics or scene.earlier is None or acts_on_land(scene, item):
        return scene.topics
    return scene.earlier.topics if scene.earlier.clause.has(Sense.BE) else []


def first_of(items: Sequence[Item]) -> Item | None:
    """The first, if there is one."""
    return items[0] if items else None


def agent_of(scene: Scene, item: Item) -> Item | None:
    """Who does it in an active clause, by himself or helped by another."""
    agent = helped(scene, item) or first_of([one for one in scene.subjects if one is not item])
    if scene.language == "en" and took_time(scene.line, scene.clause.first, scene.clause.last):
        return None if item.start <= scene.clause.first + 1 else _who_took_time(scene, item)
    return agent


def _who_took_time(scene: Scene, item: Item) -> Item | None:
    """The A of "it took A three days to enter X"."""
    own = (one for one in scene.actors if one.preposition is None and one.start < item.start)
    return first_of([one for one in own if Sense.PRONOUN not in one.senses])


def places_of(scene: Scene, item: Item) -> list[Item]:
    """Places behind a noun and "of"."""
    return [
        place
        for place in scene.places
        if place.governor is item or (place.preposition == "of" and place.start == item.end + 1)
    ]


def freed_from(scene: Scene, item: Item) -> Item | None:
    """The IS of Dutch "hebben X van IS bevrijd", "is bevrijd van IS"."""
    if scene.language != "nl" or frame_of(scene, item) != "retake":
        return None
    for one in scene.governed("of"):
        if one.end == item.start or 0 < one.start - item.end <= _FREED_WITHIN:
            return one
    return None


_FREED_WITHIN = 2


def owner_of(scene: Scene, item: Item) -> Item | None:
    """Who stands just before a noun: "the army's capture of", "IS takeover of"."""
    position = item.start - 1
    while position >= scene.clause.first and item.start - position <= OWNER_WITHIN:
        other = scene.line.at[position]
        if other is not None and (other.actor is not None or Sense.ADJECTIVE in other.senses):
            return other
        if other is not None and other in scene.actors and acts(other):
            return other
        position -= 1
    return None


OWNER_WITHIN = 3


def actor_after(scene: Scene, item: Item) -> Item | None:
    """The next actor of the clause."""
    following = (one for one in scene.actors if one.start >= item.end)
    return next(following, None)


def nearest_before(scene: Scene, item: Item) -> Item | None:
    """The place that an apposition or a predicate tells about."""
    for position in range(item.start - 1, max(item.start - _APPOSITION_WITHIN, -1), -1):
        other = scene.line.at[position]
        if other is not None and Sense.PLACE in other.senses and is_settled(other):
            return other
    return None


_APPOSITION_WITHIN = 12


def there(scene: Scene) -> Item | None:
    """The place that "er" means, as in "IS er in juni 2014 binnentrok"."""
    said = scene.line.sentence
    if _THERE.isdisjoint(said.vocabulary):
        return None
    clause = said.lowers[scene.clause.first : scene.clause.last]
    return None if _THERE.isdisjoint(clause) else scene.last


_THERE = frozenset({"er", "daar", "there", "eruit", "daaruit", "vandaar"})
