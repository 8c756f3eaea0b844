"""corrections: made, listed and taken back over a real library."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from narrator.cli.corrections import ONE, RELATIONS, TWO
from narrator.model.comparison import Relation
from narrator.model.notebook import CorrectionKind

Run = Callable[..., Result]


@pytest.fixture
def link(run: Run, articles: Path) -> tuple[str, str]:
    """A library with one event; the two statements about the number of the dead."""
    run("add", articles)
    links = json.loads(run("compare", "1", "--json").stdout)["links"]
    found = next(link for link in links if link["kind"] == "number")
    return found["left"], found["right"]


def test_every_kind_and_relation_can_be_named() -> None:
    assert {*ONE, *TWO} == {kind.value for kind in CorrectionKind}
    assert set(RELATIONS) == {relation.value for relation in Relation}


def test_a_correction_is_made_listed_and_taken_back(run: Run, link: tuple[str, str]) -> None:
    assert run("corrections").stdout == "There are no corrections.\n"
    assert "relation is same" in run("corrections", "add", "1", "relation_is", *link, "--value", "same").stdout
    assert run("corrections", "add", "1", "speaker_is", link[0], "--value", "A surgeon").exit_code == 0
    (newest, oldest) = json.loads(run("corrections", "list", "1", "--json").stdout)
    assert (newest["number"], newest["kind"], newest["value"]) == (1, "speaker_is", "A surgeon")
    assert (oldest["kind"], len(oldest["quotes"]), oldest["holds"]) == ("relation_is", 2, True)
    compared = json.loads(run("compare", "1", "--json").stdout)
    relations = {frozenset((one["left"], one["right"])): one["relation"] for one in compared["links"]}
    assert relations[frozenset(link)] == "same"
    assert "A surgeon" in {one["name"] for one in compared["narrators"]}
    listed = run("corrections").stdout
    assert listed.startswith("1. speaker is A surgeon · ") and "\n2. relation is same · " in listed
    assert run("corrections", "remove", "2").exit_code == 0
    assert [one["kind"] for one in json.loads(run("corrections", "list", "--json").stdout)] == ["speaker_is"]
    missing = run("corrections", "remove", "2")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "There is no correction 2" in missing.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("same_row", "left"), "takes 2 statements"),
        (("hide", "left", "right"), "takes 1 statement."),
        (("link", "left", "right", "--value", "quarrels"), "contradicts"),
        (("speaker_is", "left"), "name the speaker"),
        (("hide", "nowhere"), "no statement"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, link: tuple[str, str], arguments: tuple[str, ...], words: str
) -> None:
    named = [{"left": link[0], "right": link[1]}.get(one, one) for one in arguments]
    refused = run("corrections", "add", "1", *named)
    assert refused.exit_code != 0
    assert words in refused.stderr
    assert run("corrections").stdout == "There are no corrections.\n"
