"""The one door of the language room."""

import pytest

from narrator.errors import PipelineError
from narrator.language.analyse import analyse, attributions, propositions
from narrator.model.article import Span
from narrator.model.codec import decode, encode
from narrator.model.statement import Analysis

TEXT = "KYIV (AP) — At least 12 people died on Monday, the mayor said.\n“No one warned us,” Anna Berg said."
GERMAN = "Die Feuerwehr teilte am Montag mit, dass die alte Mühle am Hafen neun Stunden lang gebrannt habe. " * 4


@pytest.mark.parametrize("function", [analyse, attributions, propositions])
def test_nothing_needs_no_pipeline(function) -> None:  # type: ignore[no-untyped-def]
    assert function([], pipeline="xx_no_such_model") == []
    with pytest.raises(PipelineError):
        function(["Something."], pipeline="xx_no_such_model")


def test_each_text_has_its_own_result() -> None:
    together = analyse([TEXT, "", "The dam broke."])
    assert together == [analyse([text])[0] for text in (TEXT, "", "The dam broke.")]
    assert together[1] == Analysis(language="en")


def test_every_offset_refers_to_the_whole_text() -> None:
    (found,) = analyse([TEXT])
    assert [one.text for one in found.statements] == ["At least 12 people died on Monday", "“No one warned us,”"]
    for one in found.statements:
        assert [TEXT[start:end] for start, end in one.spans] == [one.text]
        assert all(TEXT[slice(*q.span)] == q.text for q in (*one.quantities, *one.times))


def test_times_stay_unresolved() -> None:
    (monday,) = analyse([TEXT])[0].statements[0].times
    assert (monday.weekday, monday.day, monday.year) == (0, None, None)


def test_another_language_is_not_parsed() -> None:
    (found,) = analyse([GERMAN])
    assert found == Analysis(language="de", extracted=False)


def test_attributions_take_strings_as_they_are() -> None:
    assert attributions(["", "\n"]) == [[], []]
    assert len(attributions([GERMAN])) == 1
    (one,) = attributions(["The dam broke, Berg said."])[0]
    assert one.source == Span(15, 19)


def test_an_analysis_can_be_kept() -> None:
    (found,) = analyse([TEXT])
    assert decode(Analysis, encode(found)) == found


def test_a_proposition_is_the_whole_string_whatever_it_holds() -> None:
    text = " Two died. Berg said three fled, on Monday. "
    one, empty = propositions([text, ""])
    assert (one.text, one.spans) == (text, (Span(0, len(text)),))
    assert [q.text for q in one.quantities] == ["Two", "three"]
    assert [t.text for t in one.times] == ["Monday"]
    assert (empty.text, empty.terms) == ("", ())
