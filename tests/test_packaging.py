"""What is installed from a wheel is whole: styles, sample articles, word lists, and a comparison that runs."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's contents, as pip would lay them out."""
    place = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("narrator_reader-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def run(installed: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=installed, env=environment, check=True, capture_output=True, text=True).stdout


def test_styles_and_samples_come_from_the_package(installed: Path) -> None:
    told = run(
        installed,
        "-c",
        "from narrator.assets import samples_dir, styles_dir; print(samples_dir()); print(styles_dir())",
    )
    samples, styles = (Path(line) for line in told.split("\n")[:2])
    assert samples.is_relative_to(installed) and styles.is_relative_to(installed)
    assert {one.name for one in styles.glob("*.tcss")} == {one.name for one in (ROOT / "styles").glob("*.tcss")}


def test_the_page_of_the_browser_comes_with_the_package(installed: Path) -> None:
    pages = {one.name for one in (ROOT / "narrator" / "serve" / "page").iterdir()}
    assert pages == {one.name for one in (installed / "narrator" / "serve" / "page").iterdir()} != set()


def test_the_installed_program_compares_the_samples(installed: Path) -> None:
    story = installed / "narrator" / "sample_articles" / "khusham-strike"
    comparison = json.loads(run(installed, "-m", "narrator", "compare", str(story), "--format", "json"))
    assert comparison["schema"] == "narrator.comparison/1"
    assert len(comparison["articles"]) == 8 and comparison["links"]


def test_the_installed_application_styles_its_screens(installed: Path) -> None:
    script = (
        "import asyncio\n"
        "from narrator.session import Session\n"
        "from narrator.tui.app import NarratorApp\n"
        "async def main():\n"
        "    app = NarratorApp(lambda _: Session.in_memory())\n"
        "    async with app.run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "        print(len(app.stylesheet.rules))\n"
        "asyncio.run(main())\n"
    )
    assert int(run(installed, "-c", script)) > 50
