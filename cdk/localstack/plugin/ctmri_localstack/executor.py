"""Lambda execution environments as local Node processes.

LocalStack makes one executor for each environment and gives it one event at a time.
"""

import shutil
import tempfile
import threading
import time
from pathlib import Path

from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import LambdaRuntimeException, RuntimeExecutor

from ctmri_localstack import failures
from ctmri_localstack.failures import Verdict
from ctmri_localstack.function_process import FunctionProcess, MemoryExceeded
from ctmri_localstack.function_settings import environment_of, node_command
from ctmri_localstack.invocation_log import InvocationLog, Measured
from ctmri_localstack.runtime_api import Answered, Exited, Happening, InitFailed, Invocation, Ready

INIT_LIMIT_SECONDS = 30
"""Lambda allows 10 s to load the handler; a laptop with a cold disk is slower."""


class NodeExecutor(RuntimeExecutor):
    """One execution environment. Its process ends with a timeout or by itself; the next event starts another."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        self._folder = Path(tempfile.gettempdir()) / "environments" / id
        self._log = InvocationLog(self._folder / "output.log")
        self._environment: dict[str, str] = {}
        self._process: FunctionProcess | None = None
        self._stopped = False
        self._starting_or_stopping = threading.Lock()

    def start(self, env_vars: dict[str, str]) -> None:
        """Begin to load the handler. A failure of it is the answer to the first event, with its log, as on AWS."""
        temporary = self._folder / "tmp"
        temporary.mkdir(parents=True)
        function = self.function_version.config
        code = function.code.get_unzipped_code_location()
        self._environment = environment_of(env_vars, function.runtime, code, temporary)
        self._start_process()

    def stop(self) -> None:
        """End the process, whatever it is doing, and forget its files."""
        with self._starting_or_stopping:
            self._stopped = True
            if self._process:
                self._process.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        """Run the handler on one event; whatever happens is told in Lambda's words."""
        request_id = payload["invoke-id"]
        process = self._live_process()
        began, init_ms = time.monotonic(), None
        try:
            loaded = process.next_happening(INIT_LIMIT_SECONDS)
            began, init_ms = time.monotonic(), process.first_milliseconds()
            if isinstance(loaded, Ready):
                process.hand_over(self._invocation(payload))
                verdict = self._verdict_on(process, request_id)
            else:
                verdict = self._without_answer(process, request_id, loaded)
            process.look_at_memory()
        except MemoryExceeded:
            process.kill()
            verdict = failures.out_of_memory(request_id)
        measured = Measured(
            duration_ms=(time.monotonic() - began) * 1000,
            init_ms=init_ms,
            memory_megabytes=process.memory_megabytes,
            most_memory_megabytes=process.most_memory_megabytes,
        )
        logs = self._log.of_invocation(request_id, self.function_version.id.qualifier, verdict, measured)
        return InvocationResult(request_id, verdict.payload, verdict.is_error, logs)

    def _invocation(self, payload: dict[str, str]) -> Invocation:
        return Invocation(
            request_id=payload["invoke-id"],
            function_arn=payload["invoked-function-arn"],
            trace_id=payload.get("trace-id", ""),
            deadline_ms=round((time.time() + self.function_version.config.timeout) * 1000),
            payload=payload["payload"].encode(),
        )

    def _verdict_on(self, process: FunctionProcess, request_id: str) -> Verdict:
        happening = process.next_happening(self.function_version.config.timeout)
        if isinstance(happening, Answered):
            return failures.answered(happening.payload, happening.is_error)
        return self._without_answer(process, request_id, happening)

    def _without_answer(self, process: FunctionProcess, request_id: str, happening: Happening | None) -> Verdict:
        process.kill()
        match happening:
            case InitFailed(payload):
                return Verdict(payload, is_error=True)
            case Exited(status):
                return failures.exited(request_id, status)
            case _:
                return failures.timed_out(request_id, self.function_version.config.timeout)

    def _live_process(self) -> FunctionProcess:
        return self._process if self._process and self._process.alive else self._start_process()

    def _start_process(self) -> FunctionProcess:
        memory = self.function_version.config.memory_size
        with self._starting_or_stopping:
            if self._stopped:
                raise LambdaRuntimeException("this execution environment has been stopped")
            self._process = FunctionProcess(node_command(memory), self._environment, self._log.path, memory)
            return self._process

    def get_logs(self) -> str:
        """For LocalStack's own log, when something goes wrong."""
        return self._log.whole()

    def get_address(self) -> str:
        """Where the environment is, seen from LocalStack."""
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        """Where LocalStack is, seen from the function: an address, so that SDKs use path-style S3 and no DNS."""
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        """Of LocalStack's own runtime only, which is not used."""
        return ""

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        """Unpack the code, once for all environments."""
        function = function_version.config
        if not function.code or not function.runtime or not function.runtime.startswith("nodejs"):
            raise LambdaRuntimeException("only Node functions deployed as a zip archive run without Docker")
        function.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """LocalStack removes the unpacked code itself."""


class NodeExecutorPlugin(RuntimeExecutorPlugin):
    """Makes the executor known to LocalStack as LAMBDA_RUNTIME_EXECUTOR=ctmri-node."""

    name = "ctmri-node"

    def load(self, *_: object) -> type[RuntimeExecutor]:
        """Called by LocalStack when it first needs an executor."""
        return NodeExecutor
