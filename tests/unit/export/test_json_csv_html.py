"""The exports for machines, spreadsheets and browsers."""

import csv
import dataclasses
import io
import json
from html.parser import HTMLParser

import pytest

from narrator.export.csv import comparison_csv, notebook_csv
from narrator.export.html import comparison_html
from narrator.export.json import comparison_json, dump, notebook_json
from narrator.export.markdown import comparison_notes
from narrator.model.comparison import Column, Comparison
from narrator.model.notebook import Notebook


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_comparison_json_is_the_documented_form(comparison: Comparison) -> None:
    assert json.loads(comparison_json(comparison)) == json.loads(json.dumps(comparison.to_dict()))


def test_json_holds_nothing_that_acts_on_a_terminal_and_loses_nothing() -> None:
    value = {"text": "\x1b[2J\x9b\u202e\U000e0041\n漢é"}
    assert json.loads(dump(value)) == value
    assert dump(value).isprintable() is False  # line breaks and nothing else
    assert dump(value).replace("\n", "").isprintable()


def test_notebook_json_names_the_quote(notebook: Notebook) -> None:
    (bookmark,) = json.loads(notebook_json(notebook))["bookmarks"]
    assert bookmark["quotes"][1] == {
        "article": notebook.articles[1].id,
        "narrators": ["Wire", "Reuters", "Police"],
        "spans": [[0, 23]],
        "exact": "At least 20 people died",
        "prefix": "",
        "suffix": ', police told the agency. "We ha',
        "clash": [[0, 11]],
        "grade": None,
    }


def test_csv_has_one_row_a_statement(comparison: Comparison) -> None:
    table = rows(comparison_csv(comparison))
    assert [row["statement"] for row in table] == [statement.id for statement in comparison.statements]
    assert table[3]["narrator"] == "Police" and table[3]["via"] == "Reuters" and table[3]["outlet"] == "Wire"
    assert table[3]["differs"] == "contradicts, number" and table[3]["against"] == comparison.statements[1].id


def test_csv_of_a_notebook_has_one_row_a_quote(notebook: Notebook) -> None:
    assert [row["text"] for row in rows(notebook_csv(notebook))] == ["Twelve people died", "At least 20 people died"]


@pytest.mark.parametrize("formula", ["=cmd()", "+1", "-1+1", "@SUM(A1)", "  =1", "\t=1", "＝1", "\x1b=1"])
def test_no_cell_begins_as_a_formula(comparison: Comparison, formula: str) -> None:
    claim = dataclasses.replace(comparison.claims[0], label=formula)
    table = rows(comparison_csv(dataclasses.replace(comparison, claims=(claim,))))
    assert table[1]["label"].startswith("'")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "mark":
            self.marked.append(data)
            self.tags.append("after")


def test_html_marks_the_clashing_words_and_the_silence(comparison: Comparison) -> None:
    page = comparison_html(comparison, "The bridge")
    parser = Tags()
    parser.feed(page)
    assert parser.marked == ["Twelve", "At least 20"]
    assert "not extracted" in page and "script" not in parser.tags
    assert '<a href="https://daily.example/bridge"' in page


def test_html_says_where_a_column_is_silent(comparison: Comparison) -> None:
    third = Column("third", "Third", frozenset({comparison.statements[0].id}))
    page = comparison_html(dataclasses.replace(comparison, columns=(*comparison.columns, third)), "T")
    assert page.count("not mentioned") == 2


def test_html_escapes_all_text_and_links_to_the_web_only(comparison: Comparison) -> None:
    hostile = dataclasses.replace(
        comparison.articles[2], url="javascript:alert(1)", title="<script>alert('1')</script>"
    )
    page = comparison_html(
        dataclasses.replace(comparison, articles=(*comparison.articles[:2], hostile)), '"><img src=x>'
    )
    parser = Tags()
    parser.feed(page)
    assert "script" not in parser.tags and "img" not in parser.tags
    assert 'href="javascript' not in page


def test_filters_hold_in_every_format(comparison: Comparison) -> None:
    told = json.loads(comparison_json(comparison, "conflicts"))
    assert [claim["id"] for claim in told["claims"]] == ["one"]
    assert [link["kind"] for link in told["links"]] == ["number"]
    assert [row["claim"] for row in rows(comparison_csv(comparison, "conflicts"))] == ["C-01", "C-01"]
    assert [row["claim"] for row in rows(comparison_csv(comparison, "differences"))] == ["C-01", "C-02", "C-01", "C-02"]
    for write in (comparison_html, lambda c, title, only: comparison_notes(c, title, only=only)):
        assert "C-02" in write(comparison, "T", "differences")
        assert "C-02" not in write(comparison, "T", "conflicts")
