"""Files, directories and standard input; nothing that goes wrong stops the others or is lost."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from narrator.sources.metadata import Metadata
from narrator.sources.read import read

PAGE = (
    "<html><head><title>Page</title></head><body><article><p>Two people died on Thursday.</p></article></body></html>"
)
FEED = (
    "<rss version='2.0'><channel><title>The Daily</title><item><title>A</title><description>Text of A.</description></item>"
    "<item><title>B</title></item><item><title>C</title><description>Text of C.</description></item></channel></rss>"
)


def write(directory: Path, name: str, content: str | bytes) -> Path:
    path = directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_format_from_one_directory(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Title\n\nText of a.")
    write(tmp_path, "b/b.md", "---\noutlet: B\n---\nText of b.")
    write(tmp_path, "c.html", PAGE)
    write(tmp_path, "d.xml", FEED)
    write(tmp_path, "e.jsonl", '{"text": "Text of e."}\n')
    for skipped in (".hidden.txt", ".git/a.txt", "expected.json", "image.png", "c_files/ad.html"):
        write(tmp_path, skipped, "never read")
    reading = read([tmp_path])
    assert [article.text for article in reading.articles] == [
        "Text of a.",
        "Text of b.",
        "Two people died on Thursday.",
        "Text of A.",
        "Text of C.",
        "Text of e.",
    ]
    assert [str(problem) for problem in reading.problems] == [
        f"{tmp_path / 'd.xml'}: no article text found in entry 2 (save the text of the article as a text or Markdown file)"
    ]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", "", "empty"),
        ("blank.md", " \n ", "empty"),
        ("front.md", "---\ntitle: Only front matter\n---\n", "no article text"),
        ("broken.md", "---\ntitle: a: b\n---\nText.", "line 2"),
        ("binary.txt", bytes(range(256)) * 9, "binary"),
        ("report.pdf", b"%PDF-1.7", "PDF"),
        ("nothing.html", "<html><body></body></html>", "no article text"),
        ("large.html", b"<html>" + b"x" * 5_000_001, "larger than 5 MB"),
        ("list.opml", "<opml><body/></opml>", "not a feed"),
        ("lines.jsonl", '{"text": "Fine."}\n{"text": 1}', "line 2"),
    ],
)
def test_a_bad_file_is_one_problem_that_names_it(tmp_path: Path, name: str, content: str | bytes, why: str) -> None:
    bad, good = write(tmp_path, name, content), write(tmp_path, "good.txt", "Good text.")
    reading = read([bad, good])
    (problem,) = reading.problems
    assert problem.message.startswith(f"{bad}: ")
    assert why in problem.message
    assert problem.hint
    assert "Good text." in [article.text for article in reading.articles]


def test_missing_files_addresses_and_bare_directories_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    reading = read([tmp_path / "none.txt", "https://example.org/a", tmp_path / "empty", "bad\0path", "-"])
    assert not reading.articles
    assert [problem.message.rpartition(": ")[2] for problem in reading.problems[:3]] == [
        "no such file or directory",
        "fetching pages is not in this version",
        "no file that Narrator reads in this directory",
    ]
    assert len(reading.problems) == 5


def test_a_parser_that_gives_up_is_a_problem(tmp_path: Path) -> None:
    deep = write(tmp_path, "deep.md", "---\ntitle: " + "[" * 5000 + "\n---\nText.")
    (problem,) = read([deep]).problems
    assert "cannot be read as Markdown" in problem.message


def test_standard_input_is_sniffed() -> None:
    assert [article.text for article in read(["-"], stdin=PAGE.encode()).articles] == ["Two people died on Thursday."]
    assert [article.title for article in read(["-"], stdin=b"# Title\n\nText.").articles] == ["Title"]
    assert [article.text for article in read(["-"], stdin=b'{"text": "One."}\n{"text": "Two."}').articles] == [
        "One.",
        "Two.",
    ]
    assert "standard input" in read(["-"], stdin=b"").problems[0].message


def test_an_article_met_twice_is_kept_once(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a.txt", "Same text."), write(tmp_path, "b.txt", "Same text.")
    assert len(read([first, second, first]).articles) == 1


def test_what_is_given_wins_for_one_article(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "---\noutlet: Found\ndate: 2017-01-01\n---\n# Found title\n\nText.")
    given = Metadata(outlet="Given", title="Given title", published=date(2018, 2, 8), url="https://given.example/a")
    (article,) = read([path], given).articles
    assert (article.outlet, article.title, article.published, article.url) == tuple(
        getattr(given, name) for name in ("outlet", "title", "published", "url")
    )
    assert article.text == "Text."


def test_a_title_and_an_address_are_not_given_to_several_articles(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Text of a.")
    write(tmp_path, "b.txt", "Text of b.")
    reading = read([tmp_path], Metadata(outlet="Given", title="One title", url="https://given.example/a"))
    assert [(article.outlet, article.title, article.url) for article in reading.articles] == [("Given", None, None)] * 2
    assert "one article" in reading.problems[0].message


def test_reading_is_repeatable_and_leaves_retrieved_open(tmp_path: Path) -> None:
    path = write(tmp_path, "rows.jsonl", json.dumps({"text": "Title\nBody.", "title": "Title"}))
    first, second = read([path]), read([path])
    assert first == second
    assert (first.articles[0].text, first.articles[0].retrieved) == ("Title\nBody.", None)


def test_control_characters_of_a_file_name_stay_out_of_the_message(tmp_path: Path) -> None:
    (problem,) = read([tmp_path / "\x1b[31mred.txt"]).problems
    assert "\x1b" not in str(problem)


def test_markdown_is_read_without_the_heavy_parsers(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "---\noutlet: A\n---\nText.")
    script = (
        "import sys; from narrator.sources.read import read; assert read([sys.argv[1]]).articles; "
        "print(*({'trafilatura', 'feedparser', 'spacy', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_another_text_at_the_same_address_is_another_version(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{toll} people died.", "url": "https://daily.example/1"}) for toll in (2, 7, 2, 7)]
    first, later = read([write(tmp_path, "a.jsonl", "\n".join(lines))]).articles
    assert [first.text, later.text] == ["2 people died.", "7 people died."]
    assert (first.version, later.version) == ("", later.text_sha256[:8])
    assert first.id != later.id


def test_reading_can_be_given_up_between_two_files(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{name}: a bridge has closed for repairs.\n", "utf-8")
    done = []
    read([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"], between=done.append)
    assert done == [0, 1, 2]

    def give_up(_: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read([tmp_path], between=give_up)
