"""Progress on standard error, so that it never mixes with an answer."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Offer a function of (done, in all); nothing is printed before its first call."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    progress = Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True))
    tasks: list[TaskID] = []
    with ExitStack() as shown:

        def show(done: int, in_all: int) -> None:
            if not tasks:
                shown.enter_context(progress)
                tasks.append(progress.add_task(what))
            progress.update(tasks[0], completed=done, total=in_all)

        yield show
