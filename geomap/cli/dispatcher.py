"""The threads of the server: a few for answers, and one each for those who listen."""

from threading import Thread
from typing import Any

from waitress.task import ThreadedTaskDispatcher

from geomap.services.following import Listeners

MOST_LISTENERS = 200


class Dispatcher(ThreadedTaskDispatcher):
    """Keeps streams, which last for minutes, off the threads that answer everybody else.

    A stream sleeps nearly all of the time, so a thread of its own costs little more than its stack.
    """

    def __init__(self, listeners: Listeners, path: str) -> None:
        """`path` is the address of the stream."""
        super().__init__()
        self._listeners = listeners
        self._path = path

    def add_task(self, task: Any) -> None:
        """Serve a request: a stream at once, anything else when a thread is free."""
        if task.requests and getattr(task.requests[0], "path", None) == self._path:
            Thread(target=self._serve, args=(task,), name="geomap-stream", daemon=True).start()
        else:
            super().add_task(task)

    def shutdown(self, cancel_pending: bool = True, timeout: int = 5) -> bool:  # noqa: FBT001, FBT002 -- As waitress calls it.
        """End the streams first, so that nothing waits for them."""
        self._listeners.close()
        return bool(super().shutdown(cancel_pending, timeout))

    def _serve(self, task: Any) -> None:
        try:
            task.service()
        except Exception:
            # As waitress does: one request that fails must not end the server.
            self.logger.exception("Exception when serving a stream")
