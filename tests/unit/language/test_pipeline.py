"""Which pipeline speaks."""

import pytest

from narrator.errors import PipelineError
from narrator.language.pipeline import DEFAULT, VENDORED, candidates, identity, installed, load


def test_a_configured_name_is_tried_alone() -> None:
    assert candidates("de_core_news_sm") == ("de_core_news_sm",)
    assert candidates() == (DEFAULT, VENDORED)


def test_the_default_is_installed_and_known_by_its_version() -> None:
    assert installed() in candidates()
    name, version = identity().split()
    assert name == installed().replace("_", "-")
    assert version.startswith("3.8")


@pytest.mark.parametrize("name", ["xx_no_such_model", "not a name", "../model"])
def test_a_missing_pipeline_is_named_with_its_remedy(name: str) -> None:
    with pytest.raises(PipelineError) as error:
        installed(name)
    assert name in error.value.message
    assert "pip install" in error.value.hint


def test_it_is_loaded_once() -> None:
    assert load() is load()


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("He hoped to win.", "hope"),
        ("She hopes to win.", "hope"),
        ("It fined the firm.", "fine"),
        ("They hated it.", "hate"),
        ("It rated the film.", "rate"),
        ("She blogged daily.", "blog"),
        ("Frogs hopped away.", "hop"),
        ("He tapped the phone.", "tap"),
    ],
)
def test_a_verb_is_known_by_its_forms(text: str, lemma: str) -> None:
    assert load()(text)[1].lemma_ == lemma
