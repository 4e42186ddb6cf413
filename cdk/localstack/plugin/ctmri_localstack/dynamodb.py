"""DynamoDB Local as a process of LocalStack's own process group, from Maven's jars where the launcher found them."""

import os
import subprocess
from pathlib import Path

from localstack import config
from localstack.runtime import hooks
from localstack.services.dynamodb.packages import DynamoDBLocalPackageInstaller
from localstack.services.dynamodb.server import DynamodbServer
from localstack.utils.threads import TMP_THREADS, FuncThread

JARS = os.environ.get("CTMRI_DYNAMODB_JARS", "")
JAVA = os.environ.get("CTMRI_JAVA", "java")

DATABASE_ENDED = 97
"""Exit status of a LocalStack that has lost its database."""


class DynamoDBLocalThread(FuncThread):
    """Runs the server. Never restarts it: its data is in memory, an empty table would be a silent loss.

    Where it ends by itself, LocalStack ends too: what asks it would wait for an answer until its patience is over.
    """

    auto_restart = False

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.command = command
        self.environment = environment
        self.process: subprocess.Popen[bytes] | None = None
        self.stopped = False
        super().__init__(self.run_server, name="dynamodb-local")

    def run_server(self, *_: object) -> None:
        """Body of the thread."""
        self.process = subprocess.Popen(self.command, env=self.environment, stdin=subprocess.DEVNULL)
        status = self.process.wait()
        if not self.stopped:
            print(f"DynamoDB Local has ended ({status}), and the tables with it: LocalStack ends too.", flush=True)
            os._exit(DATABASE_ENDED)

    def stop(self, quiet: bool = False) -> None:
        """Called by LocalStack when it stops or resets its state."""
        self.stopped = True
        if self.process:
            self.process.kill()


def start_thread(server: DynamodbServer) -> FuncThread:
    """Replaces DynamodbServer.do_start_thread, which starts java in a session of its own, out of reach of the group."""
    environment = {**os.environ, "DDB_LOCAL_TELEMETRY": "0"}
    if not JARS:
        installer = DynamoDBLocalPackageInstaller()
        installer.install()
        environment |= installer.get_java_env_vars()
    thread = DynamoDBLocalThread(server._create_shell_command(), environment)
    TMP_THREADS.append(thread)
    thread.start()
    return thread


def command_with_maven_jars(server: DynamodbServer) -> list[str]:
    """Maven's jars need neither LocalStack's Java agent (for tables of over 20 indexes) nor its own Java."""
    # Compiled at installation, where the Java has a compiler.
    loopback = Path(JARS, "LoopbackServer.class").exists()
    return [
        JAVA,
        *server._get_java_vm_options(),
        f"-Xmx{server.heap_size}",
        # Otherwise it goes on at its heap's end, and answers nobody.
        "-XX:+ExitOnOutOfMemoryError",
        # Starts in half the time, and is as fast afterwards: LocalStack is what takes the time.
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        os.pathsep.join([JARS, f"{JARS}/*"]),
        "LoopbackServer" if loopback else "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
        "-port",
        str(server.port),
        "-inMemory",
    ]


@hooks.on_infra_start()
def run_dynamodb_local_in_our_process_group() -> None:
    """Called by LocalStack before any service starts."""
    if libraries := os.environ.get("CTMRI_LOCALSTACK_LIBRARIES"):
        # What LocalStack downloads itself (DynamoDB Local, Java) outlives the instance's own folders.
        config.dirs.var_libs = libraries
    DynamodbServer.do_start_thread = start_thread
    if JARS:
        DynamodbServer._create_shell_command = command_with_maven_jars
