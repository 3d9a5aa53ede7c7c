"""Run our benchmarks and print each figure beside its target.

Usage: python -m bench.run [NAME ...]      such as `python -m bench.run gazetteer`

Every `bench/bench_NAME.py` has a function `measure()` that yields figures. Each runs in a process
of its own, so that no benchmark warms another up. A missed target is printed and is no error: a
busy machine must not fail a build.
"""

import importlib
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench.figures import Figure

FOLDER = Path(__file__).resolve().parent
PATIENCE_SECONDS = 600
VERDICTS = {True: "met", False: "MISSED", None: ""}


def names() -> list[str]:
    """Give the names of all benchmarks."""
    return sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))


def measure_here(name: str) -> None:
    """Run one benchmark in this process and write its figures as JSON, one a line."""
    for figure in importlib.import_module(f"bench.bench_{name}").measure():
        print(json.dumps(asdict(figure)), flush=True)


def measure_apart(name: str, python: str = sys.executable) -> list[Figure]:
    """Run one benchmark in a process of its own and give its figures."""
    run = subprocess.run(
        [python, "-m", "bench.run", "--here", name],
        cwd=FOLDER.parent,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=PATIENCE_SECONDS,
    )
    return [Figure(**json.loads(line)) for line in run.stdout.splitlines() if line.startswith("{")]


def row(figure: Figure) -> str:
    """Give the printed line of a figure."""
    value = f"{figure.value:,.4g}" if figure.value < 1000 else f"{figure.value:,.0f}"  # noqa: PLR2004 - four digits.
    measured = f"{value} {figure.unit}"
    return (
        f"  {figure.name:<52} {measured:>18}   {figure.target:<28} {VERDICTS[figure.met]}".rstrip()
    )


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks that are named, or all; exit code 1 when one broke."""
    if arguments[:1] == ["--here"]:
        measure_here(arguments[1])
        return 0
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    broken = 0
    for name in arguments or names():
        started = time.perf_counter()
        print(f"\n{name}")
        try:
            for figure in measure_apart(name):
                print(row(figure))
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            broken += 1
            print(f"  broke: {error}", file=sys.stderr)
        print(f"  ({time.perf_counter() - started:.1f} s in all)")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
