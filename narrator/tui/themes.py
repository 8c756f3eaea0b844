"""Narrator's own themes, and the colours of differences that every theme has.

Backgrounds are so near to grey that terminals of 256 colours show grey. Signs and words always stand beside colour.
The colour-blind-safe themes tell blue from orange, never red from green.
"""

from collections.abc import Sequence

from textual.color import Color
from textual.theme import Theme

DEFAULT = "narrator-dark"

DARK = Theme(
    name="narrator-dark",
    primary="#7aa2c8",
    secondary="#8c9bb0",
    accent="#c8a97a",
    foreground="#d8dade",
    background="#15171a",
    surface="#1a1d21",
    panel="#23272d",
    success="#8fb78b",
    warning="#d9b36c",
    error="#e08a76",
    dark=True,
    variables={
        "difference-conflict": "#f0937c",
        "difference-frame": "#d9b36c",
        "difference-update": "#7fb4dd",
        "difference-agree": "#8fb78b",
        "difference-only": "#828a96",
        "cursor-line": "#2b3038",
        "input-selection-background": "#7aa2c8 35%",
    },
)

LIGHT = Theme(
    name="narrator-light",
    primary="#2f5d8a",
    secondary="#5b6b7f",
    accent="#8a5a1c",
    foreground="#23262b",
    background="#faf8f3",
    surface="#f5f4f1",
    panel="#e9e7e2",
    success="#3d6b3a",
    warning="#8a6414",
    error="#a8321d",
    dark=False,
    variables={
        "difference-conflict": "#9c2a16",
        "difference-frame": "#805a0e",
        "difference-update": "#24598c",
        "difference-agree": "#3d6b3a",
        "difference-only": "#767a80",
        "cursor-line": "#e7e5df",
        "input-selection-background": "#2f5d8a 25%",
    },
)

SAFE_DARK = Theme(
    name="narrator-colour-blind-dark",
    primary="#56b4e9",
    secondary="#9aa5b1",
    accent="#f0e442",
    foreground="#e2e4e8",
    background="#14161a",
    surface="#1a1d21",
    panel="#23272d",
    success="#56b4e9",
    warning="#f0e442",
    error="#e69f00",
    dark=True,
    variables={
        "difference-conflict": "#f5a623",
        "difference-frame": "#f0e442",
        "difference-update": "#56b4e9",
        "difference-agree": "#c3c8cf",
        "difference-only": "#868d97",
        "cursor-line": "#2a2f36",
        "input-selection-background": "#56b4e9 35%",
    },
)

SAFE_LIGHT = Theme(
    name="narrator-colour-blind-light",
    primary="#00598f",
    secondary="#5b6470",
    accent="#7a4b00",
    foreground="#1e2126",
    background="#ffffff",
    surface="#f6f6f4",
    panel="#ebebe8",
    success="#00598f",
    warning="#7a5c00",
    error="#a24e00",
    dark=False,
    variables={
        "difference-conflict": "#944400",
        "difference-frame": "#6b5f00",
        "difference-update": "#00598f",
        "difference-agree": "#4b5056",
        "difference-only": "#767b82",
        "cursor-line": "#e4e7ea",
        "input-selection-background": "#00598f 25%",
    },
)

THEMES = (DARK, LIGHT, SAFE_DARK, SAFE_LIGHT)

FALLBACKS = {
    "difference-conflict": "text-error",
    "difference-frame": "text-warning",
    "difference-update": "text-primary",
    "difference-agree": "text-success",
    "difference-only": "foreground-muted",
}
"""Which colour of a theme that is not ours stands for a difference."""


LEAST = 4.6
"""WCAG's contrast that every text has on every ground, with a little to spare for rounding."""

TINT = 0.14
"""How much of its own colour lies under a conflict's words, as the style sheet has it."""

SHADES = {"text-quiet": 0.64, "text-faint": 0.48, "text-strong": None, "text-chosen": None}
"""Texts that every theme has in a colour made for it: so much of the foreground, or the theme's own secondary and accent."""


def with_differences(variables: dict[str, str]) -> dict[str, str]:
    """A theme's variables, with the colours of differences and of quiet text where it has none, all of them legible."""
    missing = {name: variables[other] for name, other in FALLBACKS.items() if name not in variables}
    found = {**missing, **variables}
    ground, front = Color.parse(found["background"]), Color.parse(found["foreground"])
    if ground.ansi is not None or front.ansi is not None:
        quiet = {"text-quiet": found["foreground-muted"], "text-faint": found["foreground-muted"]}
        own = {"text-strong": found["text-secondary"], "text-chosen": found["text-accent"]}
        return {"cursor-line": f"{found['primary']} 16%", **quiet, **own, **found}
    found.setdefault("cursor-line", ground.blend(Color.parse(found["primary"]), 0.16, 1).hex)
    grounds = [Color.parse(found[name]) for name in ("background", "surface", "panel", "cursor-line")]
    grounds = [ground + one for one in grounds]
    for name, share in SHADES.items():
        given = Color.parse(found["secondary" if name == "text-strong" else "accent"])
        found[name] = legible(given if share is None else ground.blend(front, share, 1), grounds).hex
    for name in FALLBACKS:
        tint = TINT if name == "difference-conflict" else 0
        colour = Color.parse(found[name])
        found[name] = legible(front if colour.auto else ground + colour, grounds, tint).hex
    return found


def legible(colour: Color, grounds: Sequence[Color], tint: float = 0) -> Color:
    """The colour moved towards white, or on light grounds black, until it can be read on every ground; its hue stays.

    With a tint, also where so much of the colour lies on the ground itself.
    """

    def readable(one: Color) -> bool:
        tinted = (ground.blend(one, tint, 1) for ground in grounds)
        return min(contrast(one, ground) for ground in (*grounds, *tinted)) >= LEAST

    end = Color(255, 255, 255) if grounds[0].brightness < 0.5 else Color(0, 0, 0)
    way = (colour.blend(end, step / 40, 1) for step in range(40))
    return next((one for one in way if readable(one)), end)


def contrast(one: Color, other: Color) -> float:
    """WCAG's ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
