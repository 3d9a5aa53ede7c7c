"""Measure ourselves against our peers in the same run, as ratios.

Usage: python -m bench.run_peers [NAME ...]

`bench.peer_questions` writes the questions once, with the places that they are about. Every
`bench/peers/NAME/` holds `measure.py`, which answers the questions in a folder and prints answers
as JSON, one set a line (see `bench.asked`), and `requirements.lock`: the peer, exact and with
hashes, which is installed into an environment of its own, `.venv-peers/NAME`. Our side is
`bench/peers/geomap/measure.py`, in our own environment.

A slow peer answers only the first questions of a set; we are then compared over the same ones.

Three figures belong together: how many right places are among the first ten, how many are first,
and how many look-ups are answered in a second. One that answers fast and finds nothing is no
gazetteer, so none stands for the others, and the last lines name each figure in which a peer leads.
"""

import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.asked import Answers, Asked
from bench.figures import Figure
from bench.run import PATIENCE_SECONDS

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "bench" / "peers"
OURSELVES = "geomap"
_SMALL = 0.1
_LESS_IS_BETTER = "s"


def names() -> list[str]:
    """Give the names of the gazetteer's peers; those of the API have a runner of their own."""
    locked = PEERS.glob("*/requirements.lock")
    return sorted(path.parent.name for path in locked if (path.parent / "measure.py").exists())


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


def answers_of(name: str, python: Path, folder: Path) -> dict[str, Answers]:
    """Let one side answer the questions in a folder; the answers are by name of the set."""
    run = subprocess.run(
        [python, PEERS / name / "measure.py", folder],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=PATIENCE_SECONDS,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    found = [
        Answers(**json.loads(line)) for line in run.stdout.splitlines() if line.startswith("{")
    ]
    return {answers.name: answers for answers in found}


def figures(answers: Answers, count: int) -> Iterator[Figure]:
    """Give the figures of the first so many answers."""
    ranks, seconds = answers.ranks[:count], answers.seconds[:count]
    if not answers.name.startswith("reverse"):
        found = sum(rank > 0 for rank in ranks) / len(ranks)
        yield Figure(f"{answers.name}: among ten", found, "of 1")
    yield Figure(f"{answers.name}: first", ranks.count(1) / len(ranks), "of 1")
    yield Figure(f"{answers.name}: speed", len(seconds) / sum(seconds), "/s")
    if answers.ready:
        yield Figure(f"{answers.name}: ready after", answers.ready, _LESS_IS_BETTER)


def ratio(ours: float, theirs: float) -> str:
    """Give our figure by theirs in words; above 1 means that we do better."""
    if not theirs:
        return "only we" if ours else "neither"
    times = ours / theirs
    return f"{times:,.2f} x" if times >= _SMALL else f"{times:.2g} x"


@dataclass(frozen=True)
class Comparison:
    """One figure of ours beside that of a peer."""

    ours: Figure
    theirs: Figure

    @property
    def ratio(self) -> str:
        """In words; above 1 means that we do better, as everywhere."""
        if self.ours.unit == _LESS_IS_BETTER:
            return ratio(self.theirs.value, self.ours.value)
        return ratio(self.ours.value, self.theirs.value)

    @property
    def is_behind(self) -> bool:
        """Whether the peer does better."""
        if self.ours.unit == _LESS_IS_BETTER:
            return self.theirs.value < self.ours.value
        return self.theirs.value > self.ours.value

    def __str__(self) -> str:
        return (
            f"  {self.ours.name:<46} {self.ours.value:>12,.4g} {self.theirs.value:>12,.4g}"
            f" {self.ours.unit:<5} {self.ratio:>12}"
        )


def comparisons(ours: Answers, theirs: Answers) -> list[Comparison]:
    """Compare a set over the questions that the peer has answered."""
    count = len(theirs.seconds)
    if not theirs.ready:  # It was counted with an earlier set.
        ours = replace(ours, ready=0.0)
    pairs = zip(figures(ours, count), figures(theirs, count), strict=True)
    return [Comparison(*pair) for pair in pairs]


def main(arguments: Sequence[str]) -> int:
    """Run the comparisons that are named, or all."""
    started = time.perf_counter()
    behind: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        asked = Asked(Path(scratch))
        print("Building the indexes and drawing the questions...", flush=True)
        writing = [sys.executable, "-m", "bench.peer_questions", scratch]
        subprocess.run(writing, cwd=ROOT, check=True, timeout=PATIENCE_SECONDS)
        ours = answers_of(OURSELVES, Path(sys.executable), asked.folder)
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
        for name in arguments or names():
            theirs = answers_of(name, environment_of(name), asked.folder)
            print(f"\n{name:<48} {OURSELVES:>12} {'peer':>12} {'ratio':>18}")
            for subject, answers in theirs.items():
                compared = comparisons(ours[subject], answers)
                print(f"  ({len(answers.seconds):,} questions)", *compared, sep="\n", flush=True)
                behind += [
                    f"{name}: {one.ours.name}, {one.ratio}" for one in compared if one.is_behind
                ]
    print("\nWhere a peer is ahead:", *(behind or ["nowhere"]), sep="\n  ")
    print(f"\n({time.perf_counter() - started:.0f} s in all)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
