from pathlib import Path

import pytest

from narrator import assets
from narrator.errors import NarratorError


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "top" / "narrator"
    folder.mkdir(parents=True)
    return folder


def test_a_checkout_has_its_folders_at_the_top(package: Path) -> None:
    (package.parent / "pyproject.toml").touch()
    (package.parent / "styles").mkdir()
    (package / "styles").mkdir()
    assert assets.find("styles", package) == package.parent / "styles"


def test_an_installed_package_holds_them(package: Path) -> None:
    (package / "styles").mkdir()
    assert assets.find("styles", package) == package / "styles"


def test_the_folder_of_another_package_is_not_ours(package: Path) -> None:
    (package.parent / "styles").mkdir()
    with pytest.raises(NarratorError, match="styles") as caught:
        assets.find("styles", package)
    assert "install" in caught.value.hint


def test_style_sheets_and_samples_are_there() -> None:
    assert list(assets.styles_dir().glob("*.tcss"))
    assert list(assets.samples_dir().glob("*/expected.json"))
