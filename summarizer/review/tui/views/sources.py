"""To be written."""

from summarizer.review.tui.view import View


class Sources(View):
    name_of_view = "sources"
