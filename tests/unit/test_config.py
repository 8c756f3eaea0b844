import subprocess
import sys
from pathlib import Path

import pytest

from narrator.config import Config, load
from narrator.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def complaint(file: Path, content: str | bytes) -> ConfigError:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert str(file) in caught.value.message
    return caught.value


def test_without_a_file_everything_has_its_default(file: Path) -> None:
    assert load(file) == Config()


def test_a_missing_key_has_its_default(file: Path) -> None:
    file.write_text("theme = 'nord'\n")
    assert load(file) == Config(theme="nord")


def test_every_setting_can_be_set(file: Path) -> None:
    file.write_text(
        "pipeline = 'en_core_web_md'\ntheme = 'nord'\nthreshold = 0.7\n[keymap]\nnext-conflict = 'n,right_square_bracket'\n",
        "utf-8",
    )
    assert load(file) == Config(
        pipeline="en_core_web_md", theme="nord", threshold=0.7, keymap={"next-conflict": "n,right_square_bracket"}
    )


def test_an_editors_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes("\ufefftheme = 'nord'".encode())
    assert load(file).theme == "nord"


@pytest.mark.parametrize(
    ("key", "near"), [("them", "theme"), ("Theme", "theme"), ("key_map", "keymap"), ("pipelines", "pipeline")]
)
def test_an_unknown_key_names_the_nearest(file: Path, key: str, near: str) -> None:
    error = complaint(file, f"{key} = 'x'\n")
    assert f"“{key}”" in error.message
    assert f"“{near}”" in error.hint


def test_a_key_like_no_other_names_them_all(file: Path) -> None:
    assert complaint(file, "zzz = 1\n").hint == "the settings are pipeline, theme, threshold, keymap"


def test_a_wrong_value_is_named(file: Path) -> None:
    message = complaint(file, "theme = 3\n").message
    assert "theme" in message
    assert "str" in message
    assert "keymap" in complaint(file, "[keymap]\nundo = 1\n").message


@pytest.mark.parametrize("content", ["theme = \n", "theme 'nord'", b"theme = '\xff'"])
def test_what_is_not_toml_is_said_to_be_so(file: Path, content: str | bytes) -> None:
    assert "not valid TOML" in complaint(file, content).message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)


def test_every_setting_is_documented() -> None:
    source = Path(sys.modules[Config.__module__].__file__ or "").read_text("utf-8")
    for name in Config.__struct_fields__:
        declaration = source.index(f"    {name}: ")
        assert source[source.index("\n", declaration) :].lstrip().startswith('"""')


def test_importing_it_reads_and_makes_nothing(tmp_path: Path) -> None:
    program = "import narrator.config, narrator.paths, narrator.assets"
    home = {"NARRATOR_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], env=home, check=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("threshold", ["0", "1.5", "'high'"])
def test_a_threshold_is_a_probability(file: Path, threshold: str) -> None:
    assert "threshold" in complaint(file, f"threshold = {threshold}\n").message
