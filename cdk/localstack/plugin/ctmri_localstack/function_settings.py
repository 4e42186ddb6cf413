"""How Lambda's own Node runtime is set up, here."""

import os
from collections.abc import Mapping
from pathlib import Path

NODE = os.environ.get("CTMRI_NODE", "node")
RUNTIME = Path(os.environ.get("CTMRI_RUNTIME", "runtime.mjs"))


def node_command(memory_megabytes: int) -> list[str]:
    """Node on the program that speaks the Runtime API.

    The shares of the function's memory are those that Lambda gives to V8's old and young generations.
    """
    return [
        NODE,
        f"--max-old-space-size={memory_megabytes * 90 // 100}",
        f"--max-semi-space-size={max(1, memory_megabytes * 5 // 100)}",
        str(RUNTIME),
    ]


def environment_of(variables: Mapping[str, object], runtime: str, code: Path, temporary: Path) -> dict[str, str]:
    """The function's own variables over Lambda's, and nothing of this machine's but what starts a process.

    LocalStack gives numbers for some values and its container's folders for the code; a process needs
    strings and the real ones.
    """
    return {
        "PATH": os.pathsep.join([str(Path(NODE).parent), "/usr/local/bin", "/usr/bin", "/bin"]),
        "LANG": "en_US.UTF-8",
        "TMPDIR": str(temporary),
        **{name: str(value) for name, value in variables.items()},
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{runtime}",
        "LAMBDA_TASK_ROOT": str(code),
        "LAMBDA_RUNTIME_DIR": str(RUNTIME.parent),
    }
