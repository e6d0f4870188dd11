"""To be written."""

from summarizer.review.tui.view import View


class ExportView(View):
    name_of_view = "export"
