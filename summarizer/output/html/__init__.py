"""A brief as one HTML page that needs nothing else: no script, no network, no other file. For a browser and for print.

Its policy allows the one style that is part of it, by its hash, and nothing else whatever, so that nothing in an
article could run or load even if it got past `markup`. Each mark leads to its passage, and each passage back.
"""

import base64
import hashlib
from importlib import resources
from string import Template

from summarizer.output.html import body
from summarizer.output.html.markup import join
from summarizer.output.outline import outline
from summarizer.records import Brief


def render(brief: Brief) -> str:
    """The page, whole. The same brief gives the same bytes."""
    page = outline(brief)
    style = _shipped("page.css")
    return Template(_shipped("page.html")).substitute(
        title=join(page.title),
        policy=f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'",
        style=style,
        body=body.body(page, brief.language),
    )


def _shipped(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
