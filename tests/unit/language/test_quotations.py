import pytest

from narrator.language.quotations import Quoted, find_quotations
from narrator.model.article import Span


def inner(text: str) -> list[str]:
    return [text[one.inner.start : one.inner.end] for one in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Lee said “we saw it” on Monday.", ["we saw it"]),
        ('Lee said "we saw it" on Monday.', ["we saw it"]),
        ("Lee said ‘we saw it’ on Monday.", ["we saw it"]),
        ("Lee said 'we saw it' on Monday.", ["we saw it"]),
        ("Lee said «we saw it» on Monday.", ["we saw it"]),
        ("Lee said „we saw it“ on Monday.", ["we saw it"]),
        ("Lee said ''we saw it'' on Monday.", ["we saw it"]),
        ("Lee said ``we saw it'' on Monday.", ["we saw it"]),
        ("“He said ‘go’ and left,” Lee recalled.", ["He said ‘go’ and left,", "go"]),
        ("\"He said 'go' and left,\" Lee recalled.", ["He said 'go' and left,", "go"]),
        ('“We saw it," said Lee. “All of it."', ["We saw it,", "All of it."]),
        ("“One.” “Two.”", ["One.", "Two."]),
        ("The so-called 'cease-fire' held.", ["cease-fire"]),
    ],
)
def test_quotation_marks_of_every_kind(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' camp wasn't far from the river's bend.",
        "It’s the army’s road; the soldiers’ camp isn’t there.",
        "Back in the '90s it was the miners' town.",
        "Back in the ’90s they’d call ’em rebels.",
        "She is 5'4\" tall.",
        "Rock 'n' roll is old.",
        "",
    ],
)
def test_apostrophes_elisions_and_inches_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert inner("He wrote that 'the soldiers' camp was empty' that day.") == ["the soldiers' camp was empty"]


def test_an_unclosed_quotation_ends_at_its_paragraph() -> None:
    text = "Lee said “we saw it.\nThe road is closed."
    (one,) = find_quotations(text)
    assert not one.closed
    assert text[one.inner.start : one.inner.end] == "we saw it."


def test_an_unclosed_quotation_runs_on_when_the_next_paragraph_opens_with_a_mark() -> None:
    text = "Lee said: “We saw it.\n\n“We heard it too,” he added. “Twice.”"
    first, second = find_quotations(text)
    assert first.closed
    assert text[first.span.start : first.span.end] == "“We saw it.\n\n“We heard it too,”"
    assert text[second.span.start : second.span.end] == "“Twice.”"


def test_spans_hold_the_marks_and_depth_counts_nesting() -> None:
    assert find_quotations("“a ‘b’ c”") == [
        Quoted(Span(0, 9), Span(1, 8), True, 0),
        Quoted(Span(3, 6), Span(4, 5), True, 1),
    ]


def test_a_quotation_that_only_its_end_closes_runs_over_paragraphs() -> None:
    assert inner('Lee said, "We saw it.\n\nNobody came back."') == ["We saw it.\n\nNobody came back."]


def test_an_unclosed_quotation_ends_before_a_paragraph_that_opens_its_own() -> None:
    assert inner('Lee said, "We saw it.\nThen "nobody" came.') == ["We saw it.", "nobody"]
