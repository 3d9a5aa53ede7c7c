"""Measure ourselves against our peers in the same run, as ratios.

Usage: python -m bench.peers [NAME ...]

Every `bench/peers/NAME/` holds `requirements.lock` (the peer, exact and with hashes) and
`measure.py`, which prints figures as JSON, one a line, with the fields of `bench.figures.Figure`.
The peer is installed into an environment of its own, `.venv-peers/NAME`. Our side of a figure is
the one of the same name in `bench/bench_NAME.py`.
"""

import hashlib
import json
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure
from bench.run import PATIENCE_SECONDS, measure_apart

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "bench" / "peers"


def names() -> list[str]:
    """Give the names of all comparisons."""
    return sorted(path.parent.name for path in PEERS.glob("*/measure.py"))


def environment_of(name: str) -> Path:
    """Install a peer into an environment of its own, once, and give the Python in it."""
    folder, lock = ROOT / ".venv-peers" / name, PEERS / name / "requirements.lock"
    python, stamp = folder / "bin" / "python", folder / ".installed"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        venv.create(folder, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
        stamp.write_text(digest, encoding="utf-8")
    return python


def measure_peer(name: str) -> dict[str, Figure]:
    """Run the measurement of a peer and give its figures by name."""
    run = subprocess.run(
        [environment_of(name), PEERS / name / "measure.py"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=PATIENCE_SECONDS,
    )
    found = [Figure(**json.loads(line)) for line in run.stdout.splitlines() if line.startswith("{")]
    return {figure.name: figure for figure in found}


def row(ours: Figure, theirs: Figure) -> str:
    """Give the printed line of a comparison; a ratio above 1 means that we do better."""
    more_is_better = ours.at_least is not None
    ratio = ours.value / theirs.value if more_is_better else theirs.value / ours.value
    unit = ours.unit
    return (
        f"  {ours.name:<52} {ours.value:>12,.4g} {theirs.value:>12,.4g} {unit:<10} {ratio:6.2f} x"
    )


def main(arguments: Sequence[str]) -> int:
    """Run the comparisons that are named, or all."""
    chosen = list(arguments) or names()
    if not chosen:
        print("There are no peers in bench/peers yet.")
        return 0
    for name in chosen:
        theirs = measure_peer(name)
        print(f"\n{name:<54} {'geomap':>12} {'peer':>12}")
        for ours in measure_apart(name):
            if ours.name in theirs:
                print(row(ours, theirs[ours.name]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
