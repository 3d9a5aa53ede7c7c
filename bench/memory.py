"""Ask an index in every way, then print how much memory this process holds, in MB.

Usage: python -m bench.memory INDEX      (Linux alone; in a process of its own)
"""

import sys
from pathlib import Path

from gazetteer import Gazetteer

STATUS = Path("/proc/self/status")
ASKED = ("Raqqa", "Rakkka", "Lodnon", "الرقة", "Kamishly")


def resident() -> float:
    """Return what this process holds now."""
    lines = STATUS.read_text(encoding="ascii").splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(kilobytes) / 1000


def main(index: Path) -> None:
    """Look up, suggest, reverse one point and many, and ask for areas."""
    with Gazetteer.open(index) as gazetteer:
        for name in ASKED:
            gazetteer.lookup(name)
            gazetteer.suggest(name[:2])
        gazetteer.reverse(39.0, 35.9)
        gazetteer.reverse_many([39.0, -60.0], [35.9, 10.0])
        gazetteer.areas(39.0, 35.9)
        print(resident())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
