"""What an atlas knows of names before a report on it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from gazetteer import Gazetteer
from geomap.domain.reading import Names
from geomap.domain.rule import Rule
from geomap.domain.statements import Actor
from geomap.errors import NotFound
from geomap.services.atlases import prepare_database
from geomap.services.reading import ReportReader
from geomap.services.teaching import aliases, known_names, place_names
from geomap.storage.atlases import load_actors, load_frame
from geomap.storage.database import Database
from geomap.storage.revisions import latest_revision


@dataclass(frozen=True, slots=True)
class AtlasNames:
    """What an atlas knows beforehand of the reports on it."""

    names: Names = field(default_factory=Names)
    places: Mapping[str, str] = field(default_factory=dict)
    """What reviewers have taught: from a name to the id of the place that is meant."""
    countries: Sequence[str] = ()
    """ISO 3166-1 alpha-2 codes; reports are likely to tell of these."""


def names_of_atlas(session: Session) -> AtlasNames:
    """The names by which the atlas calls its actors, those taught, and the countries it covers."""
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    actors = load_actors(session, revision).values()
    names = {name: actor.id for actor in actors for name in _names_of(actor)}
    taught = known_names(session)
    return AtlasNames(
        Names(names | aliases(taught)),
        place_names(taught),
        () if frame is None else frame.countries,
    )


def reader_of_atlas(database_url: str, gazetteer: Gazetteer) -> ReportReader:
    """A reader with what the atlas of a database knows. Raises NotFound while there is none."""
    database = Database(database_url)
    prepare_database(database, Rule())
    with database.reading() as session:
        require_atlas(session)
        atlas = names_of_atlas(session)
    database.close()
    return ReportReader(gazetteer, atlas.names, atlas.countries, atlas.places)


def require_atlas(session: Session) -> None:
    """Raise NotFound while there is no atlas."""
    if load_frame(session, latest_revision(session)) is None:
        raise NotFound("There is no atlas in the database; load one with geomap load FOLDER.")


def _names_of(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.names.values(), *actor.aliases)
