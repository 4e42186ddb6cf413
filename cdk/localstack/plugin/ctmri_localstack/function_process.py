"""One process of a function: started, watched, killed."""

import subprocess
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue

import psutil

from ctmri_localstack.runtime_api import Exited, Happening, Invocation, RuntimeApi

MEGABYTE = 1024 * 1024
LOOK_AT_MEMORY_EVERY_SECONDS = 0.1


class MemoryExceeded(Exception):
    """The process holds more memory than its function has."""


class FunctionProcess:
    """What the process does arrives, in order, in one queue: nothing can be missed between two looks."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path, memory_megabytes: int) -> None:
        self.memory_megabytes = memory_megabytes
        self.most_memory_megabytes = 0
        self._started_at: float | None = time.monotonic()
        self._happenings: SimpleQueue[Happening] = SimpleQueue()
        self._api = RuntimeApi(self._happenings)
        self._environment = {**environment, "AWS_LAMBDA_RUNTIME_API": self._api.address}
        self._process: subprocess.Popen[bytes] | None = None
        self._started = threading.Event()
        self._ended = threading.Event()
        threading.Thread(target=self._run, args=(command, log), name="lambda-process", daemon=True).start()
        self._started.wait()

    @property
    def alive(self) -> bool:
        """Whether the process can take an event."""
        return not self._ended.is_set()

    def first_milliseconds(self) -> float | None:
        """Time since the start of the process, the first time that it is asked for: what loading the handler took."""
        since, self._started_at = self._started_at, None
        return None if since is None else (time.monotonic() - since) * 1000

    def hand_over(self, invocation: Invocation) -> None:
        """Give the process an event."""
        self._api.hand_over(invocation)

    def next_happening(self, limit_seconds: float) -> Happening | None:
        """The next thing that the process does, or None at the limit. Raises MemoryExceeded."""
        deadline = time.monotonic() + limit_seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                return self._happenings.get(timeout=min(left, LOOK_AT_MEMORY_EVERY_SECONDS))
            except Empty:
                self.look_at_memory()
        return None

    def look_at_memory(self) -> None:
        """V8's own limit covers its heap only; buffers count too. Raises MemoryExceeded."""
        try:
            used = psutil.Process(self._process.pid).memory_info().rss // MEGABYTE if self._process else 0
        except psutil.Error:
            return
        self.most_memory_megabytes = max(self.most_memory_megabytes, used)
        if used > self.memory_megabytes:
            raise MemoryExceeded

    def kill(self) -> None:
        """End the process and wait until it is gone."""
        if self._process:
            self._process.kill()
        self._ended.wait()

    def _run(self, command: list[str], log: Path) -> None:
        status = 1
        try:
            # Node writes to a file synchronously: once it has answered, all that it logged is there.
            with log.open("ab") as output:
                self._process = subprocess.Popen(
                    command,
                    cwd=self._environment["LAMBDA_TASK_ROOT"],
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                )
            self._started.set()
            status = self._process.wait()
        finally:
            self._ended.set()
            self._started.set()
            self._happenings.put(Exited(status))
            self._api.close()
