"""To be written."""

from summarizer.review.tui.view import View


class Disagreements(View):
    name_of_view = "disagreements"
