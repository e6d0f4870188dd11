"""One short brief from many articles on one event, in which every sentence shows who said it and exactly where.

    from summarizer import summarize, check, verify, Brief

Nothing heavy is imported until one of these names is used, so that `summarizer --help` stays instant.
"""

from typing import TYPE_CHECKING, Any

from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.pipeline import check, summarize, verify
    from summarizer.records import Brief
    from summarizer.settings import Settings

__all__ = ["Brief", "Settings", "__version__", "check", "summarize", "verify"]

_HOMES = {
    "summarize": "summarizer.pipeline",
    "check": "summarizer.pipeline",
    "verify": "summarizer.pipeline",
    "Brief": "summarizer.records",
    "Settings": "summarizer.settings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
