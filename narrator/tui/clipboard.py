"""Copying: by the terminal (OSC 52, which nobody acknowledges) and by a program of the desktop where there is one."""

import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping

LIMIT = 74_994
"""Bytes of text that terminals commonly take by OSC 52."""

SECONDS = 3
"""How long a program of the desktop may take."""


def through_tmux(text: str) -> str:
    """OSC 52 wrapped so that tmux hands it on to the terminal, where `allow-passthrough` is on."""
    encoded = b64encode(text.encode()).decode()
    return f"\x1bPtmux;\x1b\x1b]52;c;{encoded}\a\x1b\\"


def program(environment: Mapping[str, str], platform: str = sys.platform) -> list[str] | None:
    """The program that fills the clipboard which the user sees; over SSH only one that reaches the user's own screen."""
    remote = any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
    choices = [
        (bool(environment.get("TMUX")), ["tmux", "load-buffer", "-w", "-"]),
        (platform == "darwin" and not remote, ["pbcopy"]),
        (bool(environment.get("WAYLAND_DISPLAY")) and not remote, ["wl-copy"]),
        (bool(environment.get("DISPLAY")), ["xclip", "-selection", "clipboard"]),
        (bool(environment.get("DISPLAY")), ["xsel", "--clipboard", "--input"]),
        ((platform == "win32" or bool(environment.get("WSL_DISTRO_NAME"))) and not remote, ["clip.exe"]),
    ]
    return next((command for fits, command in choices if fits and shutil.which(command[0])), None)


def copy_with(command: list[str], text: str) -> str | None:
    """Give the text to the program; None if it took it, else why not, in words. Blocks for `SECONDS` at most."""
    data = text.encode("utf-16-le" if command[0] == "clip.exe" else "utf-8")
    try:
        # Some stay in the background to serve the clipboard: a pipe to them would never end.
        subprocess.run(  # one of the programs named above
            command, input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=True
        )
    except subprocess.TimeoutExpired:
        return f"{command[0]} did not answer"
    except subprocess.CalledProcessError as error:
        return f"{command[0]} failed ({error.returncode})"
    except OSError as error:
        return f"{command[0]} could not be started: {error.strerror}"
    return None


def copy(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """Copy with a program where there is one; what can honestly be said of it and of what the terminal was sent."""
    command = program(environment)
    trouble = copy_with(command, text) if command else None
    if command and trouble is None and command[0] != "tmux":
        return f"Copied ({command[0]}), and sent to the terminal's clipboard."
    told = "Copied to tmux and sent" if command and trouble is None else f"{trouble}; sent" if trouble else "Sent"
    advice = (
        "if it does not arrive: set -g set-clipboard on" if environment.get("TMUX") else "some terminals refuse this"
    )
    if len(text.encode()) > LIMIT:
        advice = "it is long, and many terminals refuse that"
    return f"{told} to the terminal's clipboard (OSC 52); {advice}."
