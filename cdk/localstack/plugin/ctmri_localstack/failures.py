"""The words in which Lambda reports that a function did not answer."""

import json
import signal
from dataclasses import dataclass

MAX_RESPONSE_BYTES = 6_291_556

SIGNAL_NAMES: dict[int, str] = {
    signal.SIGABRT: "aborted",
    signal.SIGBUS: "bus error",
    signal.SIGILL: "illegal instruction",
    signal.SIGKILL: "killed",
    signal.SIGSEGV: "segmentation fault",
    signal.SIGTERM: "terminated",
    signal.SIGTRAP: "trace/breakpoint trap",
}
"""As Go, in which Lambda is written, says them."""


@dataclass(frozen=True)
class Verdict:
    """How one invocation ended: what its caller gets, and what the platform adds to its log."""

    payload: bytes
    is_error: bool
    log_line: str = ""
    status: str = ""


def answered(payload: bytes, is_error: bool) -> Verdict:
    """The handler returned or threw; Lambda passes on 6 MB at most."""
    if len(payload) <= MAX_RESPONSE_BYTES:
        return Verdict(payload, is_error)
    limit = f"Response payload size exceeded maximum allowed payload size ({MAX_RESPONSE_BYTES} bytes)."
    return Verdict(_payload("Function.ResponseSizeTooLarge", limit), is_error=True)


def timed_out(request_id: str, seconds: int) -> Verdict:
    """The function's time was over."""
    line = f"RequestId: {request_id} Error: Task timed out after {seconds}.00 seconds"
    return Verdict(_payload("Sandbox.Timedout", line), is_error=True, log_line=line, status="timeout")


def exited(request_id: str, status: int) -> Verdict:
    """The process ended without an answer; a negative status is a signal, as in subprocess."""
    return _ended(request_id, "Runtime.ExitError", _reason(status))


def out_of_memory(request_id: str) -> Verdict:
    """The process was killed because it held more memory than the function has."""
    return _ended(request_id, "Runtime.OutOfMemory", _reason(-signal.SIGKILL))


def _ended(request_id: str, error_type: str, reason: str) -> Verdict:
    line = f"RequestId: {request_id} Error: {reason}"
    status = f"error\tError Type: {error_type}"
    return Verdict(_payload(error_type, line), is_error=True, log_line=f"{line}\n{error_type}", status=status)


def _reason(status: int) -> str:
    if status == 0:
        return "Runtime exited without providing a reason"
    if status > 0:
        return f"Runtime exited with error: exit status {status}"
    return f"Runtime exited with error: signal: {SIGNAL_NAMES.get(-status, str(-status))}"


def _payload(error_type: str, message: str) -> bytes:
    return json.dumps({"errorType": error_type, "errorMessage": message}).encode()
