"""The application as `narrator serve` shows it."""

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class ServedDriver(WebDriver):
    """Leaves when the server is gone, however it ended; Textual's own would go on without keys and screen."""

    def run_input_thread(self) -> None:
        """Take keys until there are no more, then end the application."""
        super().run_input_thread()
        self._app.post_message(ExitApp())
