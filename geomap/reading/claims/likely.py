"""Deeds whose sentence is built in a way that is not known: who and where are then the likeliest.

Such a claim is less sure than one that was understood, and says so in its confidence.
"""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.holding import NOT_ITSELF
from geomap.reading.claims.no_land import OBJECT_BEHIND, OBJECT_WITHIN, frees_people, takes_no_land
from geomap.reading.clauses.antecedents import names_others
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import first_of, frame_of, is_passive, is_verb_here
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.unknown_subjects import has_unknown_subject
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.context.memory import Memory
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told
from geomap.reading.telling.nearly import is_almost

_TAKING = frozenset({"take", "retake", "occupy"})
_NAMED_TAKING = frozenset({"take", "occupy"})
"""Of nouns; who takes a place back is inferred where it is dated."""
_COMMON = frozenset(
    (
        *("take", "takes", "took", "taken", "taking", "free", "clear", "secure", "secured"),
        *("neem", "neemt", "nam", "namen", "nemen", "genomen", "vrij", "bezet"),
        *("maakt", "maakte", "maakten", "buitgemaakt", "gemaakt"),
    )
)
"""Words that mean much else; of them only what is understood is told."""
_NOT_AGENT = frozenset({"from", "off", "against", "near", "about", "with", "without", "for"})
_NOT_TAKEN = _NOT_AGENT | {"to"}
_LIKELY = 0.6
_PLACE = {Sense.PLACE: ""}


def likely_claims(
    scenes: Sequence[Scene], drafts: Sequence[ClaimDraft], memory: Memory
) -> Iterator[ClaimDraft]:
    """Yield a taking for each deed of taking that told nothing yet, and that is told as a fact."""
    deeds = [
        (scene, item)
        for scene in scenes
        for item in scene.clause.telling
        if frame_of(scene, item) in _TAKING
    ]
    if not deeds:
        return
    whole = [draft for draft in drafts if draft.holder is not None or draft.loser is not None]
    understood = {id(draft.anchor) for draft in whole}
    told = {
        id(draft.place.mention)
        for draft in whole
        if draft.passing or draft.effect is not Effect.HOLDS
    }
    for scene, item in deeds:
        # What is taken there is a bridge or a barracks.
        if scene.clause.has(Sense.FACILITY) or scene.clause.has(Sense.BUILDING):
            continue
        if id(item) in understood or not _is_taking(scene, item):
            continue
        holder = _holder(scene, item, memory)
        if holder is None:
            continue
        almost = is_almost(scene, item)
        loser = first_of(scene.governed("from", "off", "against"))
        found = _places(scenes, scene, item, memory)
        parts = {id(place.mention) for place in found if place.head == "part"}
        for place in found:
            if id(place.mention) not in told and not _had(drafts, place, holder):
                partly = almost or id(place.mention) in parts
                effect = Effect.CONTESTS if partly else Effect.TAKES
                yield ClaimDraft(effect, place, scene, item, holder, loser, _LIKELY)


def _had(drafts: Sequence[ClaimDraft], place: Item, holder: Item) -> bool:
    """Whether it is who had it: "X, which A had controlled, was captured"."""
    return any(
        one.effect is Effect.HOLDS
        and one.place.mention is place.mention
        and one.holder is not None
        and one.holder.actor == holder.actor
        for one in drafts
    )


def _is_taking(scene: Scene, item: Item) -> bool:
    return (
        item.text.lower() not in _COMMON
        and frame_of(scene, item) in (_TAKING if is_verb_here(scene, item) else _NAMED_TAKING)
        and not takes_no_land(scene, item)
        and not _is_doing(scene, item)
        and not frees_people(scene, item)
        and is_told(scene, item)
    )


def _is_doing(scene: Scene, item: Item) -> bool:
    """As in "were securing the surroundings", of which the end is not told."""
    before = scene.line.before(item)
    return "g" in forms_of(item) and before is not None and Sense.BE in before.senses


def _holder(scene: Scene, item: Item, memory: Memory) -> Item | None:
    """By whom; else who is named before the deed, or acts; else who acted last."""
    by = first_of(scene.governed("by"))
    if by is not None:
        return by
    if is_passive(scene, item):
        # What is freed or taken back goes to who does so in this report, which is inferred later.
        return memory.party if frame_of(scene, item) != "retake" else None
    own = [one for one in scene.actors if one.preposition not in _NOT_AGENT]
    before = [one for one in own if one.start < item.start]
    behind = []
    if scene.language == "nl":
        behind = [one for one in own if one.preposition != "of"]
    elif not before and _has_unknown_subject(scene):
        return None
    if scene.language == "en" and not is_verb_here(scene, item):
        return first_of(before)
    return first_of(before or scene.subjects or behind) or memory.actor


def _has_unknown_subject(scene: Scene) -> bool:
    main = scene.clause.opening is Opening.MAIN
    return main and has_unknown_subject(scene.line, scene.clause, scene.verb, scene.actors)


def _places(scenes: Sequence[Scene], scene: Scene, item: Item, memory: Memory) -> list[Item]:
    """The places of the clause; else those that it goes on with; else the nearest, or in focus."""
    here = [place for place in scene.places if _can_be_taken(place) and not _takes(place, item)]
    if _takes_villages(scene):
        return [place for place in here if place.preposition is None] or scene.listed
    if here:
        return here
    if scene.listed or scene.topics:
        return [place for place in scene.listed or scene.topics if place.head not in NOT_ITSELF]
    # "Het gebied dat IS bezette."
    told_of_it = scene.language == "nl" and scene.clause.opening is Opening.RELATIVE
    opener = scene.clause.opener
    of_others = opener is not None and names_others(scene.line, opener)
    if told_of_it or of_others or _is_elsewhere(scene, item):
        return []
    told = (one for one in scenes if not one.clause.has(Sense.NEGATION))
    around = [place for one in told for place in one.places if _can_be_taken(place)]
    around = [place for place in around if not _is_passing_capital(place, memory)]
    if around:
        return [min(around, key=lambda place: abs(place.start - item.start))]
    focus = memory.town if scene.actors else None
    return [Item(item.start, item.end, item.text, _PLACE, focus)] if focus is not None else []


def _is_elsewhere(scene: Scene, item: Item) -> bool:
    """Whether what was taken is none of the towns around."""
    if scene.language == "en" and _is_of_area(scene, item):
        return True
    return _is_another(scene, item) or _is_unknown(scene, item)


def _is_of_area(scene: Scene, item: Item) -> bool:
    """Whether land was taken in a province or country: "overran part of northern Iraq"."""
    return any(
        one.mention is not None
        and one.preposition in {None, "of"}
        and 0 < one.start - item.end <= OBJECT_BEHIND
        and (one not in scene.places or is_area(one))
        for one in scene.clause.items
    )


def _is_passing_capital(place: Item, memory: Memory) -> bool:
    """Whether a capital is named that the report is not about: "the governor told Baghdad"."""
    where = place.mention.place if place.mention is not None else None
    town = memory.town.place if memory.town is not None else None
    return where is not None and where.kind == "capital" and where != town


def _takes(place: Item, item: Item) -> bool:
    """Whether a capital stands for who takes something: "Kyiv recaptured the railway hub"."""
    where = place.mention.place if place.mention is not None else None
    capital = where is not None and where.kind == "capital"
    return capital and place.end == item.start and bool(set("ds") & set(forms_of(item)))


def _takes_villages(scene: Scene) -> bool:
    """Whether a clause says what was taken without a name that is known: "zes dorpen"."""
    if not _LAND_TAKEN.isdisjoint(words_of(scene)):
        return True
    return any(
        (Sense.SETTLEMENT in item.senses or Sense.QUARTERS in item.senses)
        and item.mention is None
        and (
            item.text.lower() in _SEVERAL
            or _has_strange_name(scene, item)
            or _is_some_town(scene, item)
        )
        for item in scene.clause.items
    )


def _is_some_town(scene: Scene, item: Item) -> bool:
    """Whether Dutch does not say which: "heeft een dorp ingenomen", "heroveren grote stad"."""
    if scene.language != "nl":
        return False
    following = scene.line.after(item)
    if following is not None and Sense.PLACE in following.senses:
        return False
    for position in range(item.start - 1, max(item.start - _ARTICLE_WITHIN, -1), -1):
        other = scene.line.at[position]
        if other is not None:
            named = Sense.DETERMINER in other.senses and other.text.lower() != "een"
            return not named and Sense.PREPOSITION not in other.senses
    return False


_ARTICLE_WITHIN = 4
_LAND_TAKEN = words(
    "dorpen steden dorpjes stadjes plaatsen plaatsjes gehuchten gebied gebieden rebellengebied "
    "rebellengebieden grondgebied bolwerken regeringsgebied oppositiegebied"
)


def _has_strange_name(scene: Scene, item: Item) -> bool:
    """Whether a name follows that no gazetteer has: "het dorp Al-Eis"."""
    tokens = scene.line.tokens
    if item.end >= len(tokens) or scene.line.at[item.end] is not None:
        return False
    return tokens[item.end].text[0].isupper()


_SEVERAL = frozenset(
    (
        *("dorpen", "steden", "plaatsen", "gebieden", "wijken", "plaatsjes", "stadjes", "gebied"),
        *("villages", "towns", "cities", "areas", "districts", "hamlets", "territory"),
    )
)


def _is_another(scene: Scene, item: Item) -> bool:
    """Whether what was taken is not among what was named: "a fourth town"."""
    lowers = scene.line.sentence.lowers
    for one in scene.clause.items:
        if Sense.SETTLEMENT in one.senses:
            before = lowers[max(one.start - OBJECT_WITHIN, 0) : one.start]
            # "The third town they have seized", "seized another town".
            among = _INDEFINITE if one.start > item.start else _ORDINALS
            if not among.isdisjoint(before):
                return True
    return False


def _is_unknown(scene: Scene, item: Item) -> bool:
    """Whether what was taken has a name that is no place known here: "overran Al-Watiya"."""
    tokens, at = scene.line.tokens, scene.line.at
    if scene.language == "nl":
        stretch = range(max(scene.clause.first, 1), scene.clause.last)
        return any(at[one] is None and tokens[one].text[0].isupper() for one in stretch)
    if item.end >= len(tokens) or at[item.end] is not None:
        return False
    name = tokens[item.end].text
    return name[0].isupper() or name in {"al", "el"}


_INDEFINITE = frozenset({"a", "another", "an"})
_ORDINALS = words(
    "second third fourth fifth sixth seventh eighth another latest "
    "tweede derde vierde vijfde zesde zevende achtste zoveelste"
)


def _can_be_taken(place: Item) -> bool:
    return (
        place.preposition not in _NOT_TAKEN and place.head not in NOT_ITSELF and not is_area(place)
    )
