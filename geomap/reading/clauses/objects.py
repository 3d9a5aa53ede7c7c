"""What a verb acts on where no town is named: Dutch "het", "het centrum", a country."""

from geomap.reading.clauses.antecedents import names_others
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

PARTS_OF_TOWNS = (Sense.INSIDE, Sense.QUARTERS, Sense.BUILDING)
_IT = words("het haar hem ze")
_BEHIND_IT = (
    *(Sense.VERB, Sense.PARTED, Sense.PREPOSITION, Sense.CALENDAR, Sense.MARK, Sense.ADVERB),
    *(Sense.STILL, Sense.LASTING, Sense.HAVE, Sense.BE, Sense.CONJUNCTION),
)
"""What can follow a pronoun, and no article."""
_ARTICLES = words("de het een alle enkele twee drie vier vijf zijn hun haar")


def meant_by_it(scene: Scene) -> list[Item]:
    """The place of "nam het leger het in", "totdat het leger haar heroverde": the last named."""
    meant = scene.last or scene.focus
    opener = scene.clause.opener
    if meant is None or (opener is not None and opener.text.lower() == "dat"):
        # In "het gebied dat het bezette" it is who acts.
        return []
    lowers = scene.line.sentence.lowers
    for position in range(scene.clause.first, scene.clause.last):
        if lowers[position] in _IT and _stands_alone(scene, position):
            # "Ze hebben zich overgegeven": those who act.
            return [meant] if scene.line.at[position] not in scene.subjects else []
    return []


def _stands_alone(scene: Scene, position: int) -> bool:
    """Whether "het" is no article: what follows is no noun."""
    at = scene.line.at
    if position + 1 >= len(at):
        return True
    following = at[position + 1]
    if following is None or following.senses.get(Sense.PREPOSITION) == "by":
        # "Het door IS veroverde X."
        return False
    return any(sense in following.senses for sense in _BEHIND_IT)


def is_object_part(scene: Scene, part: Item) -> bool:
    """Whether a part of a town is what somebody takes: "het centrum", and not "in de wijk"."""
    if not any(sense in part.senses for sense in PARTS_OF_TOWNS):
        return False
    lowers, at = scene.line.sentence.lowers, scene.line.at
    if lowers[part.start] == "in":
        return False
    position = part.start - 1
    while position >= scene.clause.first and (
        lowers[position] in _ARTICLES
        or at[position] is None
        or Sense.DIRECTION in at[position].senses  # type: ignore[union-attr]
    ):
        position -= 1
    before = at[position] if position >= scene.clause.first else None
    return before is None or Sense.PREPOSITION not in before.senses


def acts_on_land(scene: Scene, item: Item) -> bool:
    """As in "who overran part of Iraq", "the region that IS took", and not the town spoken of."""
    opener = scene.clause.opener
    if opener is not None and names_others(scene.line, opener):
        return True
    return any(
        one.mention is not None and one.preposition is None and one.start > item.start
        for one in scene.clause.items
    )


def acts_through_of(item: Item) -> bool:
    """Whether a verb acts on what stands behind "van": "nam bezit van X"."""
    choices = item.senses.get(Sense.PARTED, "").split("|")
    return any(choice.endswith((":meester", ":bezit")) for choice in choices)


def resumes(scene: Scene, item: Item) -> bool:
    """Whether an aside parted a verb from what it acts on: "heeft X, dat IS innam, heroverd"."""
    earlier = scene.earlier
    return (
        scene.language == "nl"
        and scene.clause.opening is Opening.GOES_ON
        and earlier is not None
        and earlier.clause.has(Sense.HAVE)
        and "n" in forms_of(item)
        and not any("n" in forms_of(one) for one in earlier.clause.items)
    )
