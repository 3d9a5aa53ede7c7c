"""One reader of an API with one connection: how long answers take, and what they cost a server."""

import http.client
import os
import signal
import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Event, Thread
from typing import Self

PATIENCE_SECONDS = 600
PIECE = 1 << 20
_PERCENTILES = 20
_MILLISECONDS = 1000
_STRIDE, _NUMBERS = 99_991, 400_000


@dataclass(frozen=True)
class Answer:
    """One answer, and the milliseconds until its last byte."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    milliseconds: float


@dataclass(frozen=True)
class Timing:
    """How long one kind of answer takes."""

    mean: float
    median: float
    p95: float
    work: float
    """Milliseconds that the processor spends on one in the server, which a busy machine moves
    least; what a database of its own spends is not in it."""

    @classmethod
    def of(cls, milliseconds: Sequence[float], work: float) -> Self:
        """Sum up some answers, and the milliseconds of work on all of them."""
        slowest = statistics.quantiles(milliseconds, n=_PERCENTILES, method="inclusive")[-1]
        mean, median = statistics.mean(milliseconds), statistics.median(milliseconds)
        return cls(mean, median, slowest, work / len(milliseconds))

    @property
    def a_second(self) -> float:
        """So many answers one connection gets in a second."""
        return _MILLISECONDS / self.mean


class Reader:
    """A connection that stays open, to a server that is a process of this machine."""

    def __init__(self, port: int, process: int) -> None:
        self._process = process
        self._asked = 0
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)

    def get(self, path: str, asked: Mapping[str, str] | None = None) -> Answer:
        """Ask once."""
        started = time.perf_counter()
        self._connection.request("GET", path, headers=dict(asked or {}))
        answer = self._connection.getresponse()
        body = answer.read()
        spent = time.perf_counter() - started
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, headers, body, spent * _MILLISECONDS)

    def time(
        self, path: str, times: int, headers: Mapping[str, str] | None = None, status: int = 200
    ) -> Timing:
        """Ask once to warm up, then some times more. An answer of another status is an error."""
        return self._time([(path, headers or {})] * (times + 1), status)

    def time_anew(self, path: str, times: int) -> Timing:
        """The same with questions that are new each time, for a server that keeps its answers.

        `{number}` in the path stands for another number each time; where there is none, only a
        header tells the questions apart.
        """
        asked = [
            (path.format(number=f"{one * _STRIDE % _NUMBERS:06}"), {"Accept": f"*/*, x/{one}"})
            for one in range(self._asked, self._asked + times + 1)
        ]
        self._asked += times + 1
        return self._time(asked, HTTPStatus.OK)

    def _time(self, asked: Sequence[tuple[str, Mapping[str, str]]], status: int) -> Timing:
        first, before = self.get(*asked[0]), self.work()
        answers = [self.get(*one) for one in asked[1:]]
        if any(answer.status != status for answer in answers):
            raise AssertionError(f"{asked[0][0]}: {first.status}, {first.body[:200]!r}")
        spent = self.work() - before
        return Timing.of([answer.milliseconds for answer in answers], spent)

    def work(self) -> float:
        """Milliseconds of processor time that the server has spent so far (Linux alone)."""
        parts = Path(f"/proc/{self._process}/stat").read_text(encoding="ascii").rpartition(")")
        user, system = parts[2].split()[11:13]
        return (int(user) + int(system)) * _MILLISECONDS / os.sysconf("SC_CLK_TCK")

    def read_through(self, path: str) -> tuple[float, bytes]:
        """Read a large answer piece by piece; give the seconds and how it ends."""
        started = time.perf_counter()
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        end = b""
        while piece := answer.read(PIECE):
            end = (end + piece)[-PIECE:]
        return time.perf_counter() - started, end[-200:]


class Memory:
    """The most memory that a process holds while a block runs, in MB (Linux alone)."""

    def __init__(self, process: int) -> None:
        self._status = Path(f"/proc/{process}/status")
        self._over = Event()
        self._thread = Thread(target=self._watch)
        self.before = self.most = self._now()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self.most = max(self.most, self._now())

    def _now(self) -> float:
        lines = self._status.read_text(encoding="ascii").splitlines()
        (kilobytes,) = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
        return int(kilobytes) / 1024


@contextmanager
def running(
    command: Sequence[str | Path], environment: Mapping[str, str], log: Path, ready: tuple[int, str]
) -> Iterator[int]:
    """Run a server until the block ends and give its process id once `ready` answers 200."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, cwd=log.parent
        )
    try:
        _wait(process, ready, log)
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], ready: tuple[int, str], log: Path) -> None:
    port, path = ready
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if Reader(port, process.pid).get(path).status == HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The server does not answer. {log.read_text(errors='replace')[-2000:]}")


def environment_with(**more: str) -> dict[str, str]:
    """Our own environment and some variables more."""
    return {**os.environ, **more}
