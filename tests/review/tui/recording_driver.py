"""A driver that renders everything a terminal would get, and keeps it. Textual's headless one renders nothing."""

from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver


class RecordingDriver(HeadlessDriver):
    """For `App(driver_class=RecordingDriver).run_test(headless=False)`. `written` is what a terminal would have got."""

    @property
    def is_headless(self) -> bool:
        return False

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.written.append(data)
