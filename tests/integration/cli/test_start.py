"""Commands load what they need and no more, so that reading a report starts within a second."""

import subprocess
import sys

from tests.commands import process_environment

SCRIPT = """
import sys
import geomap.cli.reading
print(*sorted(sys.modules.keys() & {"sqlalchemy", "scipy", "folium", "flask", "trafilatura"}))
import geomap.app
print(*sorted(sys.modules.keys() & {"trafilatura", "htmldate", "feedparser"}))
"""


def test_reading_needs_no_database_and_serving_no_readers_of_pages() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=process_environment({}),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.splitlines() == ["", ""]
