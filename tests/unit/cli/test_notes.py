"""bookmarks, export and verify over a real library."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def library(run: Run, articles: Path) -> str:
    """A library with one event; the id of the link about the number of the dead."""
    run("add", articles)
    links = json.loads(run("compare", "1", "--json").stdout)["links"]
    return str(next(link["id"] for link in links if link["kind"] == "number"))


def kept(run: Run) -> list[dict[str, str]]:
    return json.loads(run("bookmarks", "list", "--json").stdout)["bookmarks"]  # type: ignore[no-any-return]


def test_a_link_is_kept_with_note_status_and_tags(run: Run, library: str) -> None:
    added = run("bookmarks", "add", "1", library[:8], "--note", "Ask the hospital.", "--tag", "toll")
    assert added.exit_code == 0
    (bookmark,) = kept(run)
    assert (bookmark["relation"], bookmark["kind"], bookmark["tags"]) == ("contradicts", "number", ["toll"])
    assert run("bookmarks", "note", bookmark["id"][:6], "Asked", "twice.").exit_code == 0
    assert run("bookmarks", "status", bookmark["id"][:6], "different scope").exit_code == 0
    (bookmark,) = kept(run)
    assert (bookmark["note"], bookmark["status"]) == ("Asked twice.", "different scope")
    listed = run("bookmarks").stdout
    assert "different scope · #toll" in listed and "note: Asked twice." in listed
    assert run("bookmarks", "list", "1").stdout == listed
    assert run("bookmarks", "remove", bookmark["id"]).exit_code == 0
    assert run("bookmarks").stdout == "There are no bookmarks yet.\n"


def test_statements_are_kept(run: Run, library: str) -> None:
    statements = json.loads(run("compare", "1", "--json").stdout)["statements"]
    assert run("bookmarks", "add", "1", statements[0]["id"]).exit_code == 0
    (bookmark,) = kept(run)
    assert bookmark["quotes"][0]["exact"] == statements[0]["text"]


def test_a_quotation_is_graded(run: Run, library: str) -> None:
    run("bookmarks", "add", "1", library)
    (bookmark,) = kept(run)
    assert "(B2)" in run("bookmarks", "grade", bookmark["id"], "2", "b2").stdout
    assert [quote["grade"] for quote in kept(run)[0]["quotes"]] == [None, "B2"]
    assert run("export", "--notebook").stdout.count("Graded: [2] B2") == 1
    assert "A-F" in run("bookmarks", "grade", bookmark["id"], "2", "Z9").stderr
    assert "(B2)" not in run("bookmarks", "grade", bookmark["id"], "2").stdout


def test_an_unknown_bookmark_is_an_error(run: Run, library: str) -> None:
    result = run("bookmarks", "status", "ffff", "open")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ffff" in result.stderr


def test_dossier_and_notebook_verify_until_a_source_changes(
    run: Run, library: str, articles: Path, tmp_path: Path
) -> None:
    run("bookmarks", "add", "1", library)
    for name, arguments in (("dossier.md", ["1"]), ("notebook.md", ["--notebook"])):
        assert run("export", *arguments, "-o", tmp_path / name).exit_code == 0
        verified = run("verify", tmp_path / name)
        assert verified.exit_code == 0, verified.stdout
        assert run("verify", tmp_path / name, articles).exit_code == 0
    assert "status: open" in (tmp_path / "dossier.md").read_text("utf-8")
    wire = articles / "wire.md"
    wire.write_text(wire.read_text("utf-8").replace("Twelve people", "Eleven people"), "utf-8")
    changed = run("verify", tmp_path / "notebook.md", articles)
    assert changed.exit_code == 1
    assert "changed: Wire" in changed.stdout and "no longer" in changed.stdout
    outcomes = [
        one["outcome"]
        for one in json.loads(run("verify", tmp_path / "notebook.md", articles, "--json").stdout)["sources"]
    ]
    assert sorted(outcomes) == ["changed", "verified"]


def test_exports_are_the_same_bytes_each_time_and_dated_only_when_asked(run: Run, library: str) -> None:
    assert run("export", "1").stdout == run("export", "1").stdout
    assert "Exported 20" not in run("export", "1").stdout
    assert "Exported 20" in run("export", "1", "--dated").stdout


@pytest.mark.parametrize("form", ["json", "csv", "html", "text", "svg"])
def test_a_dossier_has_the_formats_of_compare(run: Run, library: str, form: str) -> None:
    assert run("export", "1", "--format", form).stdout == run("compare", "1", "--format", form).stdout


def test_a_notebook_has_its_own_formats(run: Run, library: str) -> None:
    run("bookmarks", "add", "1", library)
    assert json.loads(run("export", "--notebook", "--format", "json").stdout)["schema"] == "narrator.notebook/1"
    assert run("export", "1", "--notebook", "--format", "csv").stdout.count("\n") == 3
    assert run("export", "--notebook", "--format", "html").exit_code == 2
    assert run("export", "--notebook", "--format", "svg").exit_code == 2


def test_export_wants_to_know_what(run: Run) -> None:
    result = run("export")
    assert result.exit_code == 2
    assert "--notebook" in result.stderr


def test_verify_refuses_other_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# Mine\n", "utf-8")
    result = run("verify", tmp_path / "other.md")
    assert result.exit_code == 2
    assert "not notes that Narrator wrote" in result.stderr


def test_bytes_that_are_no_text_do_not_stop_a_command(run: Run, library: str) -> None:
    assert run("bookmarks", "add", "1", library, "--note", "bad \udcff", "--tag", "\udcfe").exit_code == 0
    (bookmark,) = kept(run)
    assert (bookmark["note"], bookmark["tags"]) == ("bad \ufffd", ["\ufffd"])
    assert run("search", "\udcff", "words").exit_code == 0
    assert run("compare", "\udcff").exit_code == 2


def test_verify_of_notes_about_other_articles_names_the_remedy(
    run: Run, library: str, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = tmp_path / "dossier.md"
    run("export", "1", "-o", notes)
    monkeypatch.setenv("NARRATOR_HOME", str(tmp_path / "other"))
    result = run("verify", notes)
    assert result.exit_code == 1
    assert "name its files" in result.stdout and "PATH..." in result.stdout
    assert "name its files" not in run("verify", notes, articles).stdout
