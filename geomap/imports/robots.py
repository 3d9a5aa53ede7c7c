"""What a site asks of robots, by its robots.txt (RFC 9309)."""

import re
from dataclasses import dataclass, field

LARGEST = 512_000
LONGEST_DELAY = 60.0
EVERYBODY = "*"
_LINE = re.compile(r"\s*([A-Za-z-]{1,40})\s*:\s*([^#]*?)\s*(?:#.*)?")
_DELAY = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")


@dataclass(slots=True)
class _Group:
    """The lines for some robots."""

    robots: list[str] = field(default_factory=list)
    rules: list[tuple[str, bool]] = field(default_factory=list)
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Robots:
    """What one robot may fetch of a site; `delay` are the seconds between two requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    """Patterns of paths, each with whether it allows."""
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path, with its query, may be fetched: the longest pattern that fits decides."""
        fitting = [(len(pattern), allows) for pattern, allows in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


NOTHING_ASKED = Robots()


def read_robots(text: str, robot: str) -> Robots:
    """Read what is asked of a robot by its name, or of everybody where it is not named."""
    groups = _groups(text[:LARGEST])
    mine = [one for one in groups if robot.lower() in one.robots]
    for_me = mine or [one for one in groups if EVERYBODY in one.robots]
    rules = tuple(rule for group in for_me for rule in group.rules)
    return Robots(rules, max((group.delay for group in for_me), default=0.0))


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    naming = False
    for line in text.removeprefix("\ufeff").splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        field_name, value = found[1].lower(), found[2]
        if field_name == "user-agent":
            if not naming:
                groups.append(_Group())
            naming = True
            groups[-1].robots.append(value.lower().partition("/")[0])
        elif groups:
            naming = naming and field_name not in {"allow", "disallow", "crawl-delay"}
            _add(groups[-1], field_name, value)
    return groups


def _add(group: _Group, name: str, value: str) -> None:
    if name in {"allow", "disallow"} and value:
        group.rules.append((value, name == "allow"))
    elif name == "crawl-delay" and _DELAY.fullmatch(value):
        group.delay = min(float(value), LONGEST_DELAY)


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says; * is anything, $ at the end is the end."""
    closed = pattern.endswith("$")
    parts = pattern.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if len(parts) == 1:
        return not closed or at == len(path)
    if closed:
        return len(path) - at >= len(parts[-1]) and path.endswith(parts[-1])
    return path.find(parts[-1], at) >= 0
