"""What CloudWatch gets for one invocation: the platform's lines around what the function wrote."""

import math
from dataclasses import dataclass
from pathlib import Path

from ctmri_localstack.failures import Verdict


@dataclass(frozen=True)
class Measured:
    """What the REPORT line says."""

    duration_ms: float
    init_ms: float | None
    memory_megabytes: int
    most_memory_megabytes: int


class InvocationLog:
    """The file that a function's processes write to, read piece by piece."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_to = 0

    def whole(self) -> str:
        """Everything ever written."""
        return self.path.read_text(errors="replace") if self.path.exists() else ""

    def of_invocation(self, request_id: str, version: str, verdict: Verdict, measured: Measured) -> str:
        """The lines of the invocation that has just ended. What the handler wrote after its answer goes to the next."""
        lines = [
            f"START RequestId: {request_id} Version: {version}",
            self._new_output(),
            verdict.log_line,
            f"END RequestId: {request_id}",
            report(request_id, verdict, measured),
        ]
        return "".join(f"{line.rstrip('\n')}\n" for line in lines if line)

    def _new_output(self) -> str:
        if not self.path.exists():
            # The environment was stopped in the middle of the invocation.
            return ""
        with self.path.open("rb") as file:
            file.seek(self._read_to)
            output = file.read()
        self._read_to += len(output)
        return output.decode(errors="replace")


def report(request_id: str, verdict: Verdict, measured: Measured) -> str:
    """Lambda's REPORT line."""
    parts = [
        f"REPORT RequestId: {request_id}",
        f"Duration: {measured.duration_ms:.2f} ms",
        f"Billed Duration: {math.ceil(measured.duration_ms)} ms",
        f"Memory Size: {measured.memory_megabytes} MB",
        f"Max Memory Used: {measured.most_memory_megabytes} MB",
    ]
    if measured.init_ms is not None:
        parts.append(f"Init Duration: {measured.init_ms:.2f} ms")
    if verdict.status:
        parts.append(f"Status: {verdict.status}")
    return "\t".join(parts)
