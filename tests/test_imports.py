"""What is loaded when: a fast start, rooms that stand alone, and imports that run one way."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages

import pytest

import narrator

HEAVY = {
    "textual",
    "spacy",
    "trafilatura",
    "feedparser",
    "sqlite_utils",
    "numpy",
    "rapidfuzz",
    "py3langid",
    "lxml",
    "msgspec",
    "aiohttp",
    "textual_serve",
}
ROOT = Path(narrator.__file__).parent.parent
MODULES = sorted(
    module.name for module in walk_packages(narrator.__path__, "narrator.") if not module.name.endswith("__main__")
)

RUN = """
from narrator.cli.main import main
try:
    main()
except SystemExit:
    pass
"""
LOADED = """
import sys
print(*sorted(HEAVY & sys.modules.keys()))
"""

# The parent loads other people's modules once; each child then has to find its way through ours from one of them alone.
EACH_ALONE = """
import os, sys, traceback
from importlib import import_module
for name in HEAVY:
    try:
        import_module(name)
    except ImportError:
        pass
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        try:
            import_module(name)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit(f"{name} does not import alone")
"""


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    named = f"HEAVY = {HEAVY!r}\n{code}"
    return subprocess.run(
        [sys.executable, "-c", named, *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["compare", "--help"], ["serve", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    done = python(RUN + LOADED, *arguments)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 1
    assert done.stdout.splitlines()[-1] == ""


@pytest.mark.parametrize(
    ("modules", "loaded"),
    [
        ("narrator", ""),
        ("narrator.cli.main, narrator.cli.doctor", ""),
        ("narrator.export.markdown, narrator.export.html, narrator.export.verify, narrator.commands", ""),
        ("narrator.session", "msgspec"),
    ],
)
def test_light_modules_load_nothing_heavy(modules: str, loaded: str) -> None:
    done = python(f"import {modules}{LOADED}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == loaded


def test_the_heavy_libraries_exist_under_these_names() -> None:
    optional = {"py3langid"}
    assert {name for name in HEAVY if find_spec(name) is None} <= optional


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_every_module_imports_alone() -> None:
    assert len(MODULES) > 30
    done = python(EACH_ALONE, *MODULES)
    assert done.returncode == 0, done.stderr


def test_every_public_name_is_there() -> None:
    done = python("import narrator\nfor name in narrator.__all__: getattr(narrator, name)")
    assert done.returncode == 0, done.stderr


def test_imports_run_one_way() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout
