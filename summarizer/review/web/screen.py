"""What runs in the process behind a browser: the screens as a terminal would show them, until it or the server goes."""

import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from summarizer.errors import Bug, SummarizerError
from summarizer.output.safe import line, trace
from summarizer.review.opening import Opening

LOOK = 1.0  # seconds between looks at whether the server is still there


def opening_of(text: str) -> Opening:
    """The opening that the server wrote into the command."""
    known: dict[str, Any] = json.loads(text)
    root = known["root"]
    return Opening(**{**known, "path": Path(known["path"]), "root": Path(root) if root is not None else None})


def _watch(server: int) -> None:
    """A server that was killed cannot end this process; without it nobody can see the screens, and they hold a lock."""
    while os.getppid() == server:
        threading.Event().wait(LOOK)
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> int:
    threading.Thread(target=_watch, args=(os.getppid(),), daemon=True).start()
    from summarizer.review.tui import running

    opening = opening_of(sys.argv[1])
    try:
        return running.run(opening)
    except SummarizerError as error:
        if opening.debug and isinstance(error, Bug):
            sys.stderr.write(trace(error.__cause__ or error))
        sys.stderr.write(f"summarizer: error: {line(str(error))}\n")
        return error.code


if __name__ == "__main__":
    sys.exit(main())
