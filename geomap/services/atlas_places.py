"""Which place of the atlas somebody means by a name, in whatever spelling, or by an id."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from gazetteer import GazetteerError, InvalidName
from gazetteer.names import forms, keys
from geomap.domain.statements import Place
from geomap.errors import InvalidInput, NotFound
from geomap.services.places import open_gazetteer
from geomap.services.resolving import CANDIDATES, CLEAR_MARGIN
from geomap.services.standpoints import resolved_revision
from geomap.storage.atlases import load_places

LONGEST_SHOWN = 60


def atlas_place(session: Session, text: str, revision: int | None, gazetteer: Path) -> Place:
    """The place of the atlas that an id or a name stands for.

    The atlas' own names are compared first, as they stand and then without accents, articles and
    spaces; other spellings are asked of the gazetteer. Raises NotFound where nothing fits,
    InvalidInput where several places do, with their ids.
    """
    number, _frame = resolved_revision(session, revision)
    places = load_places(session, number)
    found = _by_id(places, text) or _by_own_name(places, text)
    found = found or _by_gazetteer(places, text, gazetteer)
    if not found:
        raise NotFound(f"The atlas has no place called {text[:LONGEST_SHOWN]!r}.")
    if len(found) > 1:
        listed = " or ".join(f"{one.name}, {one.country} ({one.id})" for one in found)
        raise InvalidInput(f"{text!r} could be {listed}; give the id.")
    return found[0]


def _by_id(places: Iterable[Place], text: str) -> list[Place]:
    return [place for place in places if place.id == text]


def _by_own_name(places: Sequence[Place], text: str) -> list[Place]:
    """Those that are called just so, or else those that are in another spelling of the name."""
    try:
        wanted = forms(text).normal
    except InvalidName:
        return []
    named = [(place, {place.name, *place.names.values()}) for place in places]
    exact = [place for place, names in named if any(_normal(name) == wanted for name in names)]
    if exact:
        return exact
    spelling = {key for key in keys(text) if key}
    return [
        place for place, names in named if any(spelling.intersection(keys(name)) for name in names)
    ]


def _normal(name: str) -> str:
    # A name of the atlas was taken by the gazetteer before, so this cannot refuse it.
    return forms(name).normal


def _by_gazetteer(places: Sequence[Place], text: str, path: Path) -> list[Place]:
    """The likeliest of the atlas' places that the gazetteer knows under the name.

    Raises NotFound where there is no gazetteer to ask, with what to do about that.
    """
    own = {place.id: place for place in places}
    try:
        with open_gazetteer(path) as gazetteer:
            found = gazetteer.lookup(text, limit=CANDIDATES)
    except InvalidName:
        return []
    except GazetteerError as error:
        raise NotFound(
            f"The atlas has no place called {text[:LONGEST_SHOWN]!r}, and other spellings cannot"
            f" be looked up: {error}"
        ) from error
    fitting = [one for one in found if one.place.id in own]
    return [own[one.place.id] for one in fitting if fitting[0].score - one.score < CLEAR_MARGIN]
