"""HTML by construction: whatever is not made here is text, and text is made safe and escaped, without exception.

A page of articles shows the words of strangers. No markup is put together from strings anywhere else in this program.
"""

from html import escape

from summarizer.output.safe import safe

_VOID = frozenset({"br", "hr", "meta"})


class Html(str):
    """Markup that this module made. A plain str is text, whatever it looks like."""

    __slots__ = ()


Content = str | None  # Html among them


def text(words: str) -> Html:
    """`words` as text: no character of them acts, reorders or hides."""
    return Html(escape(safe(words)))


def join(*content: Content) -> Html:
    """One after another; None is nothing."""
    return Html("".join(part if isinstance(part, Html) else text(part) for part in content if part is not None))


def tag(name: str, *content: Content, **attributes: str | int | bool | None) -> Html:
    """`<name …>content</name>`. `class_` and `data_k` are the attributes class and data-k; None and False are left out.

    Names of tags and attributes are this package's own words; values and content may be anybody's.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{name}{given}>" if name in _VOID else f"<{name}{given}>{join(*content)}</{name}>")


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
