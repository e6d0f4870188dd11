"""A brief, set for a reader. Every format is made from the brief alone, and every word passes through `safe`."""

from summarizer.records import Brief

FORMATS = {".md": "md", ".markdown": "md", ".json": "json", ".txt": "text", ".text": "text"}  # by ending of a file


def render(brief: Brief, name: str) -> str:
    """`brief` as `md`, `json` or `text`."""
    if name == "json":
        from summarizer.output.json import dumps

        return dumps(brief)
    if name == "text":
        from summarizer.output import text

        return text.render(brief)
    from summarizer.output import markdown

    return markdown.render(brief)
