"""A run of the cases: one brief of each, by the engine that the settings name, live, recorded or replayed.

It stands above both the pipeline and the harness, which know nothing of each other; it scores nothing.
"""

from summarizer.measuring.making import make_run

__all__ = ["make_run"]
