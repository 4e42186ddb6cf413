"""Starts LocalStack so that it listens to this machine only."""

import os
from pathlib import Path
from typing import Any

from twisted.internet import endpoints
from twisted.python.failure import Failure

PORT_TAKEN = 98
"""Exit status that tells the supervisor to try another port (the number is Linux's EADDRINUSE)."""


class LoopbackEndpoint(endpoints.TCP4ServerEndpoint):
    """LocalStack drops the host of GATEWAY_LISTEN and would open its port, which runs any code, to the network."""

    def __init__(self, reactor: Any, port: int) -> None:
        super().__init__(reactor, port, interface="127.0.0.1")

    def listen(self, protocolFactory: Any) -> Any:
        """LocalStack ignores a failure to listen, and would take whoever holds the port for itself."""
        return super().listen(protocolFactory).addCallbacks(say_so, end_process)


def say_so(port: Any) -> Any:
    """So does the supervisor, which is therefore told that it is us."""
    if file := os.environ.get("CTMRI_LISTENING"):
        Path(file).touch()
    return port


def end_process(failure: Failure) -> None:
    """Nothing is running yet that would need more care."""
    print(failure.getErrorMessage(), flush=True)
    os._exit(PORT_TAKEN)


if __name__ == "__main__":
    endpoints.TCP4ServerEndpoint = LoopbackEndpoint

    from localstack.runtime.main import main

    main()
