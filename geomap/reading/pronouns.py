"""Words that stand for the place last told of, and whom "its army" can mean."""

from geomap.reading.actors import Cast
from geomap.reading.items import Item, Line, is_government
from geomap.reading.scenes import Scene
from geomap.reading.settled import acts
from geomap.reading.words import Sense


def is_taken(line: Line, item: Item) -> bool:
    """Whether "it" is what somebody took or holds: "captured it", "lost most of it"."""
    verb = line.before(item)
    if verb is not None and Sense.PART in verb.senses:
        verb = _before_number(line, verb)
    if verb is None or item.text.lower() != "it" or Sense.VERB not in verb.senses:
        return False
    following = line.after(item)
    return verb.senses[Sense.VERB].partition(":")[0] in _OF_PLACES and (
        following is None
        or (Sense.HAVE not in following.senses and Sense.BE not in following.senses)
    )


_OF_PLACES = frozenset({"take", "retake", "lose", "hold", "occupy", "enter"})


def _before_number(line: Line, part: Item) -> Item | None:
    """The verb before "most of" or "about 90% of"."""
    position = part.start - 1
    while position > 0 and (
        line.tokens[position].text[0].isdigit() or line.tokens[position].lower in _ROUGHLY
    ):
        position -= 1
    return line.at[position] if position >= 0 else None


_ROUGHLY = frozenset(
    {"about", "some", "nearly", "almost", "around", "more", "less", "than", "over"}
)


def acts_in(line: Line, item: Item) -> bool:
    """Whether a state does something: "Rwanda denies it", "What has Turkey got?"."""
    if item.mention is None or not acts(item):
        return False
    before, after = line.before(item), line.after(item)
    governed = before is not None and Sense.PREPOSITION in before.senses
    named = is_government(item.mention) or line.tokens[-1].text == "?"
    return named and not governed and not (after is not None and after.text == "-")


def is_only_where(item: Item) -> bool:
    """Whether a country is where something is, and nobody: "in neighbouring Syria, it took"."""
    return item.actor is None and item.preposition in {"in", "near"}


def state_of(cast: Cast, actor: Item | None) -> Item | None:
    """An actor that is a state, whose army "its army" is."""
    if actor is None or actor.general:
        return None
    return actor if actor.actor is None or actor.actor in cast.governments else None


def official_before(scene: Scene, item: Item) -> Item | None:
    """The government for which somebody speaks: "the army command says that its men"."""
    for other in scene.line.items:
        if other.start >= item.start:
            break
        if Sense.OFFICIAL in other.senses:
            senses = {Sense.GENERAL: _GOVERNMENT}
            return Item(other.start, other.end, other.text, senses, None, _GOVERNMENT, general=True)
    return None


_GOVERNMENT = "government"
