"""What a connection of the server does otherwise than waitress."""

from threading import Condition
from typing import Any, cast

from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel

from geomap.cli.refusals import Refusal

MOST_IN_MEMORY = 4 * 1024 * 1024


class Connection(HTTPChannel):
    """A connection that refuses as the app does, and forgets what it has sent.

    A buffer of waitress in memory holds all that ever went through it, which for a reader who
    keeps up is a whole file. One that went to disk, for a reader who does not, stays.
    """

    error_task_class = Refusal

    def write_soon(self, data: Any) -> int:
        """Take something to send, from time to time into a fresh buffer."""
        channel = cast("Any", self)
        lock: Condition = channel.outbuf_lock
        with lock:
            large = channel.current_outbuf_count >= MOST_IN_MEMORY
            if large and not channel.outbufs[-1].overflowed:
                # The one before is let go of when it is empty.
                channel.outbufs.append(OverflowableBuffer(channel.adj.outbuf_overflow))
                channel.current_outbuf_count = 0
        return int(super().write_soon(data))
