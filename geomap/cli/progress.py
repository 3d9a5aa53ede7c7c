"""Progress on standard error, so that it never mixes with an answer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Offer a function of (done, in all); the bar appears with its first call."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as progress:
        task = progress.add_task(what, visible=False, total=None)

        def show(done: int, in_all: int) -> None:
            progress.update(task, completed=done, total=in_all, visible=True)

        yield show
