"""Conflict maps you can cite: who held what on any day, as it was known on any day."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("geomap")
except PackageNotFoundError:  # Run from a folder that was never installed.
    __version__ = "0+unknown"
