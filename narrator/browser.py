"""Whether a browser would have a screen of its own: those of the terminal would take it over."""

import os
import sys

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""What the environment holds where a browser can be opened."""


def has_screen() -> bool:
    """Whether a browser can be opened here."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, SCREENS))
