"""add, events and search over a real library."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_add_says_what_came_in_and_events_list_it(run: Run, articles: Path) -> None:
    added = run("add", articles)
    assert added.exit_code == 0
    assert "added The Daily, Strike hits the market of Oldtown, 2024-03-04 09:30 +00:00" in added.stdout
    assert added.stderr == ""
    listed = run("events").stdout
    assert listed.startswith("1 Strike hits the market of Oldtown\n  2024-03-04 · 2 outlets")
    (event,) = json.loads(run("events", "--json").stdout)
    assert [article["outlet"] for article in event["articles"]] == ["The Daily", "Wire"]
    assert event["conflicts"] is None


def test_what_is_known_already_is_said(run: Run, articles: Path) -> None:
    run("add", articles)
    again = run("add", articles / "wire.md")
    assert again.exit_code == 0
    assert again.stdout.startswith("known already: Wire, ")


def test_add_goes_on_past_a_bad_file(run: Run, articles: Path) -> None:
    result = run("add", articles, "missing.txt")
    assert result.exit_code == 1
    assert result.stdout.count("added ") == 2
    assert result.stderr.startswith("narrator: warning: missing.txt")


def test_add_fails_where_nothing_comes_in(run: Run) -> None:
    result = run("add", "missing.txt")
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_is_given_wins_and_standard_input_is_read(run: Run) -> None:
    result = run(
        "add", "-", "--outlet", "By Hand", "--title", "A title", "--date", "4 March 2024", "--url", "https://x.example/1",
        "--json", stdin=b"The bridge fell on Monday, and twelve people died there, the mayor said.",
    )  # fmt: skip
    assert result.exit_code == 0
    (article,) = json.loads(result.stdout)["added"]
    assert article["outlet"] == "By Hand" and article["title"] == "A title"
    assert article["published"] == "2024-03-04" and article["url"] == "https://x.example/1"


def test_a_date_that_is_none_is_refused(run: Run, articles: Path) -> None:
    result = run("add", articles, "--date", "some day")
    assert result.exit_code == 2
    assert result.stderr.startswith("narrator: error: ") and "some day" in result.stderr


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    assert "narrator add" in run("events").stdout
    assert run("events", "--json").stdout == "[]\n"


def test_search_finds_the_words(run: Run, articles: Path) -> None:
    run("add", articles)
    assert "Wire" not in run("search", "ministry").stdout
    (hit,) = json.loads(run("search", "health", "ministry", "--json").stdout)
    assert hit["kind"] == "article" and hit["title"] == "Strike hits the market of Oldtown"
    assert hit["end"] - hit["start"] == len(hit["match"])
    assert [hit["match"] in ("health", "Health"), len(hit["found"])] == [True, 2]
    assert run("search", "zebra").stdout == "Nothing was found.\n"
    assert len(json.loads(run("search", "strike", "--limit", "1", "--json").stdout)) == 1


def test_another_version_at_a_known_address_is_said(run: Run) -> None:
    for toll, told in (("Two", "added "), ("Nine", "added another version of an article at this address: ")):
        text = f"{toll} people were killed in the strike on the market.".encode()
        result = run("add", "-", "--url", "https://daily.example/1", "--outlet", "The Daily", stdin=text)
        assert result.stdout.startswith(f"{told}The Daily")
    assert run("add", "-", "--url", "https://daily.example/1", stdin=text).stdout.startswith("known already: ")
