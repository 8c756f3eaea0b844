"""What can honestly be said after text was sent to the terminal's clipboard: OSC 52 has no acknowledgement."""

import os


def advice() -> str:
    """What was done, and what to do where the terminal does not listen."""
    if os.environ.get("TMUX"):
        return "Quotation sent to the clipboard through tmux; if it does not arrive: set -g set-clipboard on"
    return "Quotation sent to the terminal's clipboard; some terminals refuse this (OSC 52)."
