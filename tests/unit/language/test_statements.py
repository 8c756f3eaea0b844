"""One proposition each, with its spans, its teller and what it holds."""

import pytest

from narrator.language.analyse import analyse
from narrator.model.statement import Certainty, Stance, Statement


def statements(text: str) -> list[Statement]:
    return list(analyse([text])[0].statements)


def told(text: str) -> list[tuple[str, ...]]:
    """The words of each statement, then its tellers, outermost first."""
    return [(one.text, *(mention.name for mention in one.chain)) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke at noon.", [("The dam broke at noon.",)]),
        ("The dam broke, Berg said.", [("The dam broke", "Berg")]),
        ("Berg said that the dam broke.", [("the dam broke", "Berg")]),
        ("The rebels claim to have killed 30 soldiers.", [("to have killed 30 soldiers", "rebels")]),
        ("“It broke,” Berg said. It was noon.", [("“It broke,”", "Berg"), ("It was noon.",)]),
        (
            "State television quoted a commander as saying the town had fallen.",
            [("the town had fallen", "state television", "commander")],
        ),
    ],
)
def test_content_without_its_cue_and_own_voice(text: str, expected: list[tuple[str, ...]]) -> None:
    found = told(text)
    assert [one for one in expected if one not in found] == []


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("Five men were killed, state television quoted a commander as saying.", ["state television", "commander"]),
        ("“Five men were killed,” the agency quoted Omar Haddad as saying.", ["agency", "Omar Haddad"]),
        ("State television quoted a commander as saying that five men were killed.", ["state television", "commander"]),
    ],
)
def test_whom_a_medium_quotes_is_the_inner_teller(text: str, tellers: list[str]) -> None:
    assert [[mention.name for mention in one.chain] for one in statements(text)] == [tellers]


def test_what_a_thing_would_allow_is_no_fact_of_who_backs_it() -> None:
    (backed,) = statements("Lee backs a law which allows police to shoot protesters.")
    assert backed.slots == ()


def test_what_is_denied_behind_a_comma_is_told_by_who_said_it() -> None:
    found = told("The army says it killed 30 rebels, a claim the rebels deny.")
    assert ("it killed 30 rebels", "army") in found
    assert not any("claim" in tellers for _, *tellers in found)


def test_what_no_one_is_quoted_for_is_own_voice() -> None:
    text = "The minister said that talks would go on, but the strikes continued."
    own = [one.text for one in statements(text) if not one.chain]
    assert own == ["the strikes continued."]


def test_a_content_without_a_verb_is_told_with_its_cue() -> None:
    found = statements("A flight attendant accused the two players of theft. The mayor said the bridge was closed.")
    assert [one.text for one in found] == ["accused the two players of theft", "the bridge was closed"]
    assert found[0].cue is not None and found[0].spans[0].holds(found[0].cue)
    assert [one.text for one in statements("Grell accused the city of having ignored it.")] == [
        "accused the city of having ignored it"
    ]
    assert [one.text for one in statements("According to police, no survivors.")] == ["no survivors"]


def test_a_cue_alone_is_no_statement() -> None:
    assert told("“We heard a bang,” Anna Berg, a nurse from Odessa, said.") == [("“We heard a bang,”", "Anna Berg")]


def test_each_sentence_of_a_quotation_is_a_proposition() -> None:
    found = told("“We held the line. No one ran,” Berg said.")
    assert [one[-1] for one in found] == ["Berg", "Berg"]
    assert "No one ran" in found[1][0]


def test_a_divided_quotation_is_one_statement_of_two_spans() -> None:
    text = "“The dam,” Berg said, “was never inspected.”"
    (one,) = statements(text)
    assert [text[start:end] for start, end in one.spans] == ["“The dam,”", "“was never inspected.”"]
    assert one.text == "“The dam,” … “was never inspected.”"


@pytest.mark.parametrize(
    ("text", "certainty", "stance"),
    [
        ("The spokesman asked whether anyone had been hurt.", Certainty.UNKNOWN, Stance.FACT),
        ("Engineers warned that it might fall.", Certainty.SUSPECTED, Stance.FACT),
        ("The army will strike back.", Certainty.ASSERTED, Stance.PLAN),
        ("The coast guard denied that it came late.", Certainty.DENIED, Stance.FACT),
    ],
)
def test_commitment_is_the_statements_own(text: str, certainty: Certainty, stance: Stance) -> None:
    assert [(one.certainty, one.stance) for one in statements(text)] == [(certainty, stance)]


def test_a_statement_holds_only_what_its_spans_say() -> None:
    text = "The mayor said on Monday that 12 people died, but 30 families fled to Odessa on Tuesday."
    by_text = {one.text: one for one in statements(text)}
    quoted = by_text["12 people died"]
    assert [q.text for q in quoted.quantities] == ["12 people"]
    assert quoted.times == quoted.names[1:] == ()
    assert "odessa" not in {term.lemma for term in quoted.terms}


def test_statements_are_in_the_order_of_the_text_and_never_twice() -> None:
    text = "Berg said the dam broke. It was noon. “We ran,” Kern said. The dam was old, Kern added."
    places = [(one.start, one.end) for one in statements(text)]
    assert places == sorted(set(places))


@pytest.mark.parametrize("text", ["Photo", "Read more", "12:30", "— —", "By Anna Berg"])
def test_what_is_no_clause_states_nothing(text: str) -> None:
    assert statements(text) == []
