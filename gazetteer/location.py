"""Where the index of a user stands when nobody names a file."""

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "GEOMAP_GAZETTEER"


def default_path() -> Path:
    """Return the file that GEOMAP_GAZETTEER names, else the one in the user's data folder."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    folder = os.environ.get("GEOMAP_DATA_DIR")
    return (
        Path(folder) if folder else user_data_path("geomap", appauthor=False)
    ) / "gazetteer.sqlite"
