from dataclasses import replace
from types import ModuleType

import pytest

from narrator.model.article import Span
from narrator.model.comparison import Claim, Comparison, Kind, Link, Met, Relation
from narrator.model.contrast import Contrast, Naming
from narrator.model.statement import Statement
from narrator.tui.reading import AGREES, CONFLICT, FRAME, POINT, UPDATE, sign_of
from narrator.tui.rivalry import rivalry


def told(comparison: Comparison, statement: Statement) -> list[tuple[str, str]]:
    return [(one.sign.word, one.statement.text.split()[0]) for one in rivalry(comparison, statement).rivals]


def test_the_sharpest_rival_comes_first_and_none_of_the_same_article(story: ModuleType) -> None:
    found = rivalry(story.COMPARISON, story.ELEVEN).rivals
    assert [(rival.statement, rival.sign) for rival in found] == [(story.FOUR, CONFLICT), (story.NINETEEN, UPDATE)]
    assert story.NO_ATTACK not in [rival.statement for rival in rivalry(story.COMPARISON, story.VALVE).rivals]


def test_figures_that_no_link_speaks_of_are_one_point_and_not_said_to_agree(story: ModuleType) -> None:
    found = {rival.statement: rival for rival in rivalry(story.COMPARISON, story.FOUR).rivals}
    assert (found[story.NINETEEN].sign, found[story.NINETEEN].word) == (POINT, "same point")
    alone = replace(story.COMPARISON, links=())
    assert sign_of(alone, story.FOUR) == POINT
    same = replace(alone, links=(Link(story.FOUR.id, story.NINETEEN.id, Relation.SAME),))
    assert sign_of(same, story.FOUR) == AGREES
    assert [rival.word for rival in rivalry(same, story.FOUR).rivals] == ["agrees", "same point"]


def test_who_agrees_is_told_also_where_no_row_holds_both(story: ModuleType) -> None:
    same = replace(story.COMPARISON, links=(Link(story.PLACE.id, story.NINETEEN.id, Relation.SAME),))
    assert [rival.statement for rival in rivalry(same, story.PLACE).rivals] == [story.NINETEEN]
    assert sign_of(same, story.PLACE) == AGREES


def test_a_rival_that_does_not_clash_says_how_it_stands(story: ModuleType) -> None:
    more = Link(story.FOUR.id, story.NINETEEN.id, Relation.MORE_SPECIFIC)
    comparison = replace(story.COMPARISON, links=(*story.LINKS, more))
    assert {rival.word for rival in rivalry(comparison, story.FOUR).rivals if not rival.clash} == {"less specific"}
    assert {rival.word for rival in rivalry(comparison, story.NINETEEN).rivals if not rival.clash} == {"more specific"}


def test_what_may_be_another_event_comes_last_and_says_why(story: ModuleType) -> None:
    other = Link(story.FOUR.id, story.ELEVEN.id, Relation.DIFFERENT_EVENT, gate=("another place", "another time"))
    found = rivalry(replace(story.COMPARISON, links=(other,)), story.FOUR).rivals
    assert [rival.word for rival in found] == ["same point", "perhaps another event"]
    assert found[-1].doubts == ("another place", "another time")


def test_one_difference_with_several_outlets_is_told_once_with_who_stands_where(story: ModuleType) -> None:
    def against_four(statement: Statement, words: str) -> Link:
        why = f"“{words}” against “Four people”: no figure fits both."
        spans = (story.span(next(one for one in story.ARTICLES if one.id == statement.article), words),)
        return Link(
            statement.id,
            story.FOUR.id,
            Relation.CONTRADICTS,
            Kind.NUMBER,
            0.9,
            0.8,
            spans,
            (Span(0, 11),),
            explanation=why,
        )

    links = (against_four(story.ELEVEN, "eleven people"), against_four(story.NINETEEN, "nineteen"))
    (clash,) = rivalry(replace(story.COMPARISON, links=links), story.FOUR).clashes
    assert {rival.statement for rival in clash.rivals} == {story.ELEVEN, story.NINETEEN}
    assert (clash.own, clash.why) == ("Four people", "No figure fits both.")
    # "the" stands in both: the two tell the same against the one.
    links = (against_four(story.ELEVEN, "the"), against_four(story.NINETEEN, "the"))
    (clash,) = rivalry(replace(story.COMPARISON, links=links), story.NINETEEN).clashes
    assert clash.beside == (story.ELEVEN,)


def test_a_pair_with_two_differences_is_quoted_in_full_once(story: ModuleType) -> None:
    status = Link(story.ELEVEN.id, story.FOUR.id, Relation.CONTRADICTS, Kind.STATUS, 0.7, 0.8, explanation="Two ends.")
    comparison = replace(story.COMPARISON, links=(*story.LINKS, status))
    found = [one for one in rivalry(comparison, story.ELEVEN).rivals if one.statement == story.FOUR]
    assert [(one.clash.kind, one.again) for one in found if one.clash] == [(Kind.NUMBER, False), (Kind.STATUS, True)]


def test_statements_in_the_very_same_words_are_one_entry(story: ModuleType) -> None:
    copy = replace(story.VALVE, article=story.RADIO.id, spans=(Span(4, 34),))
    claim = Claim(story.PLACE.id, "cause", Met.SLOT, (story.PLACE.id, story.VALVE.id, copy.id))
    comparison = replace(story.COMPARISON, statements=(*story.STATEMENTS, copy), claims=(claim,), links=())
    (found,) = rivalry(comparison, story.PLACE).rivals
    assert (found.statement, found.copies) == (story.VALVE, (copy,))


def test_updates_in_a_row_are_told_as_one_course(story: ModuleType) -> None:
    def update(left: Statement, right: Statement) -> Link:
        spans = [(Span(one.start, one.start + 4),) for one in (left, right)]
        return Link(left.id, right.id, Relation.UPDATE, Kind.NUMBER, 0.9, 0.8, *spans)

    links = (update(story.ELEVEN, story.FOUR), update(story.FOUR, story.NINETEEN))
    found = rivalry(replace(story.COMPARISON, links=links), story.FOUR)
    (course,) = found.courses
    assert [(stage.words, stage.here) for stage in course.stages] == [("At l", False), ("Four", True), ("The ", False)]
    assert found.clashes == ()
    assert [rival.statement for rival in found.rivals] == [story.ELEVEN, story.NINETEEN]
    assert all(rival.clash in links for rival in found.rivals)


@pytest.mark.parametrize("linked", [True, False])
def test_other_words_for_the_same_are_told_together(story: ModuleType, linked: bool) -> None:
    raiders, watchmen = story.NAMES.left_spans[0], story.NAMES.right_spans[0]
    contrast = Contrast(
        "the men",
        (story.WATCHMEN.id,),
        (
            Naming("pavel-dorn", story.RAIDERS.id, raiders, "armed raiders", "raider", True),
            Naming("local-people", story.WATCHMEN.id, watchmen, "night watchmen", "watchman"),
        ),
    )
    links = story.LINKS if linked else tuple(one for one in story.LINKS if one != story.NAMES)
    found = rivalry(replace(story.COMPARISON, links=links, contrasts=(contrast,)), story.WATCHMEN)
    (words,) = found.words if linked else found.more_words
    assert (words.own, [(said, rival.statement) for said, rival in words.named]) == (
        "night watchmen",
        [("armed raiders", story.RAIDERS)],
    )
    assert found.clashes == ()
    # Without a flagged link its sentence is shown as well.
    assert [rival.sign for rival in found.rivals] == ([FRAME] if linked else [POINT, POINT])


def test_the_row_of_the_sharpest_difference_names_the_question(story: ModuleType) -> None:
    assert [claim.label for claim in rivalry(story.COMPARISON, story.RAIDERS).claims] == [
        "cause of the fire",
        "the men at the gate",
    ]


def test_what_is_only_here_has_no_rivals(story: ModuleType) -> None:
    assert told(story.COMPARISON, story.PLACE) == []
