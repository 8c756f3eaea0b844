"""compare and explain on real files and a real library."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_files_are_compared_without_storing_anything(run: Run, articles: Path, home: Path) -> None:
    result = run("compare", articles)
    assert result.exit_code == 0
    assert result.stdout.startswith("2 outlets / ")
    assert "At least 35 people were killed in the strike" in result.stdout
    assert "Twelve people were killed in the strike" in result.stdout
    assert "contradicts, number" in result.stdout
    assert not home.exists()


def test_columns_do_not_change_claims_and_links(run: Run, articles: Path) -> None:
    told = [json.loads(run("compare", articles, "--by", by, "--json").stdout) for by in ("outlet", "narrator", "side")]
    assert [one["by"] for one in told] == ["outlet", "narrator", "side"]
    assert told[0]["schema"] == "narrator.comparison/1"
    assert told[0]["claims"] == told[1]["claims"] == told[2]["claims"]
    assert told[0]["links"] == told[1]["links"] == told[2]["links"]


def test_only_conflicts_leaves_out_the_rest(run: Run, articles: Path) -> None:
    text = run("compare", articles, "--only", "conflicts").stdout
    assert "≠" in text and "Narrators" not in text
    links = json.loads(run("compare", articles, "--only", "conflicts", "--format", "json").stdout)["links"]
    assert links and {link["relation"] for link in links} <= {"contradicts", "denies"}


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("text", "2 outlets"),
        ("markdown", "# Strike hits"),
        ("json", "{"),
        ("csv", '"statement"'),
        ("html", "<!DOCTYPE"),
        ("svg", "<svg "),
    ],
)
def test_every_format_goes_to_a_file_as_it_is_printed(
    run: Run, articles: Path, tmp_path: Path, form: str, begins: str
) -> None:
    printed = run("compare", articles, "--format", form).stdout
    assert printed.startswith(begins)
    written = tmp_path / "out"
    assert run("compare", articles, "--format", form, "-o", written).stdout == ""
    assert written.read_text("utf-8") == printed


def test_a_file_that_cannot_be_written_is_named(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("compare", articles, "-o", tmp_path / "none" / "out.md")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert [place.name for place in tmp_path.iterdir()] == ["articles"]


def test_what_is_no_file_is_an_event(run: Run, articles: Path) -> None:
    run("add", articles)
    for words in (["1"], ["strike", "hits"]):
        assert "contradicts, number" in run("compare", *words).stdout
    assert json.loads(run("events", "--json").stdout)[0]["conflicts"] >= 1


def test_neither_file_nor_event_is_an_error(run: Run) -> None:
    result = run("compare", "no-such-thing")
    assert result.exit_code == 2
    assert result.stderr.startswith("narrator: error: ") and "no-such-thing" in result.stderr
    assert "no such file" in result.stderr


def test_a_part_that_cannot_be_read_is_told(run: Run, articles: Path) -> None:
    result = run("compare", articles, "missing.txt")
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr and "Twelve people" in result.stdout


def test_standard_input_is_compared(run: Run, articles: Path) -> None:
    result = run("compare", articles / "daily.md", "-", stdin=(articles / "wire.md").read_bytes())
    assert "contradicts, number" in result.stdout


def test_hostile_text_does_not_reach_the_terminal(run: Run, articles: Path) -> None:
    (articles / "wire.md").write_text(
        "An air strike hit \x1b[2J\x9b2J the market\u202e of Oldtown, police said.\n", "utf-8"
    )
    printed = run("compare", articles).stdout
    assert not re.search("[\x1b\x9b\u202e]", printed)


def test_explain_finds_a_link_by_the_beginning_of_its_id(run: Run, articles: Path) -> None:
    link = next(
        one for one in json.loads(run("compare", articles, "--json").stdout)["links"] if one["kind"] == "number"
    )
    told = run("explain", link["id"][:8], articles)
    assert told.exit_code == 0
    assert told.stdout.startswith(f"≠ contradicts, number [{link['id']}]")
    assert "flagged from 0.50" in told.stdout
    run("add", articles)
    assert run("explain", link["id"][:8]).stdout == told.stdout
    shown = json.loads(run("explain", link["id"], "1", "--json").stdout)
    assert shown["id"] == link["id"] and [one["id"] for one in shown["statements"]] == [link["left"], link["right"]]


def test_explain_says_when_there_is_no_such_link(run: Run, articles: Path) -> None:
    result = run("explain", "ffffffffffff", articles)
    assert result.exit_code == 2
    assert "ffffffffffff" in result.stderr
