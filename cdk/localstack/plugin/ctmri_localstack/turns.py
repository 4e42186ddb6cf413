"""Asynchronous events wait for their turn where a function handles only so many at once.

LocalStack tries them all at once, throttles those that are too many, and tries each of these again after 1, 2, 4 s and
so on up to five minutes: an event that came in a burst would still wait long after the last of the others was handled.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LOOK_AGAIN_SECONDS = 1
"""The limit itself may change, of which nobody tells those who wait."""


class Turns:
    """As many at once as the limit says, in the order in which they come."""

    def __init__(self, limit: Callable[[], int | None]) -> None:
        self._limit = limit
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()
        self._taken = 0

    def _is_free(self) -> bool:
        limit = self._limit()
        # No event may be handled where the limit is none at all: that is for LocalStack to say.
        return not limit or self._taken < limit

    @contextmanager
    def one(self) -> Iterator[None]:
        """Waits for a turn, and gives it back."""
        with self._changed:
            ticket = object()
            self._waiting.append(ticket)
            while self._waiting[0] is not ticket or not self._is_free():
                self._changed.wait(LOOK_AGAIN_SECONDS)
            self._waiting.popleft()
            self._taken += 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._taken -= 1
                self._changed.notify_all()
