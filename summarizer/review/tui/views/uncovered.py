"""To be written."""

from summarizer.review.tui.view import View


class UncoveredView(View):
    name_of_view = "uncovered"
