"""A database of its own for what is judged from another standpoint than the stored one.

Answers from there are read by the very queries that read the stored ones, so that filters, pages
and counts cannot differ. It lies in a temporary folder that is removed with the last who uses it.
"""

import shutil
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path

from geomap.domain.statements import Atlas
from geomap.domain.territory.cells import Cell, Edge
from geomap.domain.timeline import ControlPeriod
from geomap.storage.atlases import store_atlas
from geomap.storage.columns import Model
from geomap.storage.database import Database
from geomap.storage.derived import store_periods, store_territory
from geomap.storage.space_time import create_index
from geomap.storage.statement_space_time import create_trees

REVISION = 1
"""The only one of such a database."""


class JudgedDatabase:
    """Places, sources and claims with what was derived from them."""

    def __init__(
        self,
        atlas: Atlas,
        periods: Iterable[ControlPeriod],
        territory: tuple[list[Cell], list[Edge]],
    ) -> None:
        folder = Path(tempfile.mkdtemp(prefix="geomap-"))
        self.database = Database(f"sqlite:///{folder / 'judged.sqlite'}")
        weakref.finalize(self, _remove, self.database, folder)
        with self.database.connection() as connection:
            Model.metadata.create_all(connection)
            create_index(connection)
            create_trees(connection)
        with self.database.writing() as session:
            store_atlas(session, atlas, "", "")
            store_periods(session, periods, REVISION, {})
            store_territory(session, territory, REVISION, {})


def _remove(database: Database, folder: Path) -> None:
    database.close()
    shutil.rmtree(folder, ignore_errors=True)
