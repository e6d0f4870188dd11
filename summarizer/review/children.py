"""Processes of our own: the same Python, the same package, and never a module that lies in the folder we run in.

`python -m` looks for modules in the current folder first. That may be a folder of articles from anywhere, and a
`json.py` among them would run.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

HOME = Path(__file__).parents[2]  # where the package lies


def command(module: str, *words: str) -> tuple[str, ...]:
    """What runs `module` of this package."""
    return (sys.executable, "-P", "-m", module, *words)


def environ(**more: str) -> Mapping[str, str]:
    """This process's environment, in which that module is found wherever it is that this package was found."""
    paths = os.pathsep.join(filter(None, (str(HOME), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", **more}
