"""Load an atlas from its folder: all of it or nothing, and nothing twice."""

from dataclasses import dataclass
from pathlib import Path

from gazetteer import Gazetteer
from geomap.domain.rule import Rule
from geomap.domain.statements import Atlas
from geomap.errors import InvalidAtlas, InvalidInput
from geomap.imports.atlas import read_atlas
from geomap.services.derived import is_current, rebuild
from geomap.services.resolving import PlaceResolver
from geomap.storage.atlases import load_frame, store_atlas
from geomap.storage.database import Database
from geomap.storage.migrate import upgrade
from geomap.storage.revisions import Changes, latest_revision

BUNDLED = Path(__file__).parent.parent / "data" / "isis-campaign"
AUTHOR = "geomap load"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did."""

    atlas: Atlas
    changes: Changes
    revision: int


def load_atlas_folder(database: Database, gazetteer: Gazetteer, folder: Path, rule: Rule) -> Loaded:
    """Check every file, then make the stored atlas equal to the folder in one transaction.

    Raises InvalidAtlas with every problem, DatabaseUnavailable when it cannot be stored; in both
    cases the database is as it was.
    """
    atlas = read_atlas(folder, PlaceResolver(gazetteer))
    with database.writing() as session:
        present = load_frame(session, latest_revision(session))
        if present is not None and present.id != atlas.frame.id:
            raise InvalidInput(
                f"The database holds the atlas {present.id}; one database holds one atlas, so"
                f" name another with GEOMAP_DATABASE to load {atlas.frame.id}."
            )
        changes = store_atlas(session, atlas, AUTHOR, f"atlas {atlas.frame.id}")
        if not is_current(session, rule):
            try:
                rebuild(session, rule)
            except InvalidInput as error:
                raise InvalidAtlas(str(folder), [str(error)]) from error
        return Loaded(atlas, changes, latest_revision(session))


def prepare_database(database: Database, rule: Rule) -> bool:
    """Migrate, derive anew what is out of step, and say whether there is an atlas in it."""
    upgrade(database)
    with database.reading() as session:
        empty = load_frame(session, latest_revision(session)) is None
        current = is_current(session, rule)
    if not current:
        with database.writing() as session:
            rebuild(session, rule)
    return not empty
