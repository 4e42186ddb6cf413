"""Lambda's Runtime API, for one process of a function.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue

PREFIX = "/2018-06-01/runtime"


@dataclass(frozen=True)
class Ready:
    """The handler is loaded: the process asked for its next event."""


@dataclass(frozen=True)
class InitFailed:
    """The handler could not be loaded."""

    payload: bytes


@dataclass(frozen=True)
class Answered:
    """What the handler returned, or the error that it threw."""

    request_id: str
    payload: bytes
    is_error: bool


@dataclass(frozen=True)
class Exited:
    """The process ended: its exit status, negative for a signal (as in subprocess)."""

    status: int


Happening = Ready | InitFailed | Answered | Exited


@dataclass(frozen=True)
class Invocation:
    """One event, as the process gets it."""

    request_id: str
    function_arn: str
    trace_id: str
    deadline_ms: int
    payload: bytes


class RuntimeApi:
    """Hands events to the process; what it answers goes to `happenings`, in the order it came."""

    def __init__(self, happenings: "SimpleQueue[Happening]") -> None:
        self._happenings = happenings
        self._waiting: SimpleQueue[Invocation | None] = SimpleQueue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, name="lambda-runtime-api", daemon=True).start()

    @property
    def address(self) -> str:
        """Value of AWS_LAMBDA_RUNTIME_API."""
        return f"127.0.0.1:{self._server.server_port}"

    def hand_over(self, invocation: Invocation) -> None:
        """Answer the process's request for its next event, now or when it comes."""
        self._waiting.put(invocation)

    def close(self) -> None:
        """Free the port and the threads."""
        self._waiting.put(None)
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                api._happenings.put(Ready())
                invocation = api._waiting.get()
                if invocation is None:
                    self.close_connection = True
                    return
                self._answer(
                    200,
                    invocation.payload,
                    {
                        "Content-Type": "application/json",
                        "Lambda-Runtime-Aws-Request-Id": invocation.request_id,
                        "Lambda-Runtime-Deadline-Ms": str(invocation.deadline_ms),
                        "Lambda-Runtime-Invoked-Function-Arn": invocation.function_arn,
                        "Lambda-Runtime-Trace-Id": invocation.trace_id,
                    },
                )

            def do_POST(self) -> None:
                payload = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                match self.path.removeprefix(PREFIX).strip("/").split("/"):
                    case ["init", "error"]:
                        api._happenings.put(InitFailed(payload))
                    case ["invocation", request_id, ("response" | "error") as kind]:
                        api._happenings.put(Answered(request_id, payload, kind == "error"))
                    case _:
                        self._answer(404)
                        return
                self._answer(202)

            def _answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
                self.send_response_only(status)
                for name, value in {**(headers or {}), "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """One line per call would hide everything else in LocalStack's log."""

        return Handler
