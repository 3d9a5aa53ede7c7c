"""What a clause leaves unsaid of a change of hands: where it was, and who brought it about."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def handed_over_in(scene: Scene) -> list[Item]:
    """As in "droegen in X hun posten over aan het leger"."""
    clause = scene.clause
    if _POSTS.isdisjoint(scene.line.sentence.lowers[clause.first : clause.last]):
        return []
    return [one for one in scene.places if one.preposition in _WHERE and not is_area(one)]


_WHERE = frozenset({"in", "on", "of"})


_POSTS = frozenset(
    (
        *("posten", "stellingen", "posities", "controle", "controleposten", "gezag", "bases"),
        *("sleutels", "sleutel", "bestuur", "beheer", "bewaking"),
        *("positions", "posts", "checkpoints", "control"),
    )
)


def told_by(scene: Scene, loser: Item | None) -> Item | None:
    """The army that says that others were driven out, which it has done itself then."""
    opener, former = scene.clause.opener, scene.former
    if opener is None or former is None or opener.text.lower() not in {"dat", "that"}:
        return None
    admits = any(one.text.lower() in _ADMITS for one in former.clause.items)
    if loser is None or admits or not former.clause.has(Sense.SAID):
        return None
    speakers = (one for one in former.subjects if one.actor not in {None, loser.actor})
    return next(speakers, None)


_ADMITS = frozenset(
    (
        *("bevestigt", "bevestigde", "bevestigden", "erkent", "erkende", "erkenden"),
        *("confirmed", "confirms", "admitted", "acknowledged", "conceded"),
    )
)


def admitted_by(scene: Scene) -> Item | None:
    """Who admits a loss: "Ukraine admits that X is lost", "erkent het verlies van X"."""
    said = scene
    if scene.clause.opener is not None and scene.clause.opener.text.lower() in {"dat", "that"}:
        said = scene.former or scene
    admits = any(one.text.lower() in _ADMITS for one in said.clause.items)
    return next(iter(said.subjects), None) if admits else None


def below_heading(scene: Scene) -> Item | None:
    """The place that is spoken of where a sentence has no subject: "X. In handen van IS."."""
    bare = scene.language == "nl" and scene.verb is None and scene.former is None
    return scene.focus if bare and not scene.places and not scene.subjects else None


def has_no_more(scene: Scene, item: Item, loser: Item | None) -> Iterator[ClaimDraft]:
    """As in "has lost", "no longer controls X", Dutch "heeft geen controle meer over X"."""
    if scene.clause.opening is Opening.CONDITIONAL or scene.clause.has(Sense.PLAN):
        return
    for place in scene.places if loser is not None else ():
        if place.preposition in {None, "on"} and place.head in _KEPT:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.9)


_KEPT = (None, "control")


def has_stopped(scene: Scene) -> bool:
    """Whether what was so is so no more: "no longer", Dutch "geen ... meer"."""
    said = scene.line.sentence.lowers[scene.clause.first : scene.clause.last]
    if scene.language != "nl":
        return "longer" in said and "no" in said
    return scene.clause.has(Sense.STOPPED) or ("geen" in said and "meer" in said)


def no_longer(scene: Scene, item: Item, loser: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "is niet langer in handen van A"."""
    if scene.clause.opening is Opening.CONDITIONAL or scene.clause.has(Sense.PLAN):
        return
    for place in scene.topics:
        if place.head is None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)
