"""A name for the program as it is, so that what was kept of an older one is asked for anew."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
EDITION_DIGITS = 12


@lru_cache(maxsize=1)
def edition() -> str:
    """The same for the same source, whatever its version is called: also while it is worked on."""
    digest = sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:EDITION_DIGITS]
