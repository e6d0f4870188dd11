"""A brief, set for a reader. Every format is made from the brief alone, and every word passes through `safe`."""

from summarizer.records import Brief

# By ending of a file.
FORMATS = {
    **{".md": "md", ".markdown": "md", ".json": "json"},
    **{".txt": "text", ".text": "text", ".html": "html", ".htm": "html"},
}
NAMES = ("md", "html", "json", "text")


def render(brief: Brief, name: str) -> str:
    """`brief` as `md`, `html`, `json` or `text`."""
    if name == "json":
        from summarizer.output.json import dumps

        return dumps(brief)
    if name == "text":
        from summarizer.output import text

        return text.render(brief)
    if name == "html":
        from summarizer.output import html

        return html.render(brief)
    from summarizer.output import markdown

    return markdown.render(brief)
