"""Rules that keep the application themeable and safe: styles in files, colours in themes, text never as markup."""

import ast
import re
from pathlib import Path

import pytest

import narrator.commands
import narrator.tui
from narrator.assets import styles_dir
from narrator.tui.widgets.page import ROLES

SOURCES = sorted(Path(narrator.tui.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_styles_colours_or_markup_in_code(source: Path):
    text = source.read_text("utf-8")
    assert "DEFAULT_CSS" not in text
    assert "from_markup" not in text
    if source.name != "themes.py":
        assert not re.search(r"#[0-9a-fA-F]{6}\b", text)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_widgets_that_read_markup_are_told_not_to(source: Path):
    for call in re.findall(r"\bStatic\((?:[^()]|\([^()]*\))*\)", source.read_text("utf-8")):
        assert "markup=False" in call, call
    for call in re.findall(r"\.notify\((?:[^()]|\([^()]*\))*\)", source.read_text("utf-8")):
        assert "markup=False" in call, call


NAMED = re.compile(
    r"\b[Pp]ress \S|(?:^|[.;:,] )[A-Za-z0-9?!/] (?:opens|brings|makes|shows|finds|keeps|takes|lets|leads)\b"
)
"""A key that stands in a text as it is, though the user's keymap may have another."""


def _texts(source: Path) -> list[str]:
    tree = ast.parse(source.read_text("utf-8"))
    docstrings = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    constants = (one for one in ast.walk(tree) if isinstance(one, ast.Constant) and id(one) not in docstrings)
    return [one.value for one in constants if isinstance(one.value, str)]


@pytest.mark.parametrize("source", [*SOURCES, Path(narrator.commands.__file__)], ids=lambda source: source.stem)
def test_keys_in_texts_are_those_of_the_keymap(source: Path):
    assert [text for text in _texts(source) if NAMED.search(text)] == []


def test_every_role_has_its_style():
    styles = (styles_dir() / "base.tcss").read_text("utf-8")
    assert [role for role in ROLES if f".page--{role} " not in styles] == []


def test_styles_hold_no_colours_of_their_own():
    for sheet in styles_dir().glob("*.tcss"):
        assert not re.search(r":\s*(#[0-9a-fA-F]{3,8}|rgb)", sheet.read_text("utf-8")), sheet.name
