"""Files that are replaced in one step: whoever reads one sees the old content or the new."""

import os
import tempfile
from pathlib import Path

READABLE_BY_ALL = 0o644
"""A temporary file is private at first; the service may run as another user than the builder."""


def write_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8. Raises OSError; then the old file is as it was."""
    descriptor, name = tempfile.mkstemp(f".{path.name}.part", ".", path.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(READABLE_BY_ALL)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
