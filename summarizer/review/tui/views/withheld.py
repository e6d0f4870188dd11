"""To be written."""

from summarizer.review.tui.view import View


class WithheldView(View):
    name_of_view = "withheld"
