"""Word lists as data files."""

from importlib.resources import files

import pytest

from narrator.language import lexicon

FILES = sorted(path.name for path in files(lexicon).iterdir() if path.name.endswith(".txt"))


@pytest.mark.parametrize("name", FILES)
def test_a_file_opens_with_what_it_is_and_holds_something(name: str) -> None:
    assert files(lexicon).joinpath(name).read_text(encoding="utf-8").startswith("#")
    found = list(lexicon.lines(name))
    assert found
    assert not any(line.startswith("#") or line != line.strip() for line in found)


@pytest.mark.parametrize(
    ("lemma", "act"), [("bomb", "strike"), ("shelling", "strike"), ("die", "kill"), ("sign", "sign"), ("bake", "bake")]
)
def test_an_act_has_a_class(lemma: str, act: str) -> None:
    assert lexicon.act_of(lemma) == act


def test_violent_acts_are_classes_of_the_list() -> None:
    assert set(lexicon.classes("acts.txt").values()) >= lexicon.VIOLENT


@pytest.mark.parametrize("name", ["acts.txt", "groups.txt"])
def test_no_lemma_has_two_classes(name: str) -> None:
    lemmas = [lemma for line in lexicon.lines(name) for lemma in line.partition(":")[2].split()]
    assert sorted(lemmas) == sorted(set(lemmas))


def test_stages_are_in_order() -> None:
    ranks = {lemma: dict(found) for lemma, found in lexicon.stages().items()}
    assert ranks["arrest"]["custody"] < ranks["charge"]["custody"] < ranks["convict"]["custody"]
    assert ranks["arrest"] == ranks["detain"]
    assert ranks["missing"].keys() >= {"person", "vessel"}


def test_labels_know_their_choice_and_whether_they_judge() -> None:
    (protester,), (rioter,) = lexicon.labels()["protester"], lexicon.labels()["rioter"]
    assert protester.referent == rioter.referent
    assert protester.choice != rioter.choice
    assert (protester.judges, rioter.judges) == (False, True)
