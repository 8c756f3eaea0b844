"""How far the teller commits, what the telling does, and what is negated."""

from typing import TYPE_CHECKING

import pytest

from narrator.language.certainty import judge

if TYPE_CHECKING:
    from spacy.language import Language

TABLE = [
    ("The militia attacked the base.", None, "asserted fact positive"),
    ("it had attacked the base", "deny", "denied fact negative"),
    ("it did not carry out the raid", "deny", "denied fact positive"),
    ("The ministry denied involvement in the raid.", None, "denied fact negative"),
    ("The ministry denied that it had ordered the raid.", None, "denied fact negative"),
    ("The army confirmed that 12 soldiers died.", None, "confirmed fact positive"),
    ("12 soldiers died", "confirm", "confirmed fact positive"),
    ("to win the islands over", "attempt", "asserted plan positive"),
    ("to have won the islands over", "attempt", "asserted fact positive"),
    ("to run the islands", "claim", "alleged fact positive"),
    ("Police did not confirm the report.", None, "unknown fact positive"),
    ("The attack claimed 12 lives.", None, "asserted fact positive"),
    ("The group claimed it had shot down the jet.", None, "alleged fact positive"),
    ("the firm had hidden the files", "accuse", "alleged fact positive"),
    ("Rebels reportedly took the town.", None, "alleged fact positive"),
    ("Rebels allegedly took the town.", None, "alleged fact positive"),
    ("It may have struck a school.", None, "suspected fact positive"),
    ("The bomb could cause damage.", None, "suspected fact positive"),
    ("They could not find him.", None, "asserted fact negative"),
    ("He was likely killed.", None, "suspected fact positive"),
    ("Apparently the bridge fell.", None, "suspected fact positive"),
    ("The convoy appears to have been hit.", None, "suspected fact positive"),
    ("He appeared on television.", None, "asserted fact positive"),
    ("The jet is thought to have crashed.", None, "suspected belief positive"),
    ("the bomb was planted", "believe", "suspected belief positive"),
    ("the bomb was planted", "suspect", "suspected belief positive"),
    ("The army admitted killing two civilians.", None, "conceded fact positive"),
    ("it had hit the school", "acknowledge", "conceded fact positive"),
    ("The minister declined to comment.", None, "no_comment fact positive"),
    ("to comment", "decline", "no_comment fact positive"),
    ("The company did not respond to a request for comment.", None, "no_comment fact positive"),
    ("He could not be reached.", None, "no_comment fact positive"),
    ("They will strike back.", None, "asserted plan positive"),
    ("The group vowed to strike back.", None, "asserted plan positive"),
    ("to rebuild the bridge", "plan", "asserted plan positive"),
    ("to see the records", "want", "asserted wish positive"),
    ("the talks go on", "hope", "asserted wish positive"),
    ("He refused to leave.", None, "asserted refusal positive"),
    ("No one was hurt.", None, "asserted fact negative"),
    ("None of the passengers was hurt.", None, "asserted fact negative"),
    ("Nobody claimed responsibility.", None, "asserted fact negative"),
    ("The plane landed without casualties.", None, "asserted fact negative"),
    ("The plane landed without a word from its crew.", None, "asserted fact positive"),
    ("Not a single sailor died.", None, "asserted fact negative"),
    ("Neither the driver nor his wife was hurt.", None, "asserted fact negative"),
    ("She pleaded guilty to robbing a bank.", None, "asserted fact positive"),
    ("She pleaded for mercy.", None, "asserted wish positive"),
    ("Nine sailors are feared dead.", None, "suspected fact positive"),
    ("He has never visited.", None, "asserted fact negative"),
    ("Not only did they win, they cheered.", None, "asserted fact positive"),
    ("Was it an attack?", None, "unknown fact positive"),
    ("How could the guards allow it?", None, "unknown fact positive"),
    ("Never open such letters.", None, "asserted wish negative"),
    ("Keep away from the river.", None, "asserted wish positive"),
    ("to leave their homes", "tell", "asserted wish positive"),
    ("it would close the plant", "say", "asserted plan positive"),
    ("The dam would have burst.", None, "suspected belief positive"),
    ("The tower is going to fall.", None, "asserted plan positive"),
    ("the capsule is expected to land in May", "say", "suspected belief positive"),
    ("Young drivers are more likely to crash.", None, "suspected fact positive"),
    ("The bridge is due to open in May.", None, "asserted plan positive"),
    ("He committed a crime.", None, "asserted fact positive"),
    ("The gang threatened the mayor.", None, "asserted fact positive"),
    ("The gang threatened to kill the mayor.", None, "asserted plan positive"),
    ("Shares declined by a third.", None, "asserted fact positive"),
    ("The board rejected the bid.", None, "asserted fact positive"),
    ("The driver appealed against the verdict.", None, "asserted fact positive"),
    ("Divers failed to find the wreck.", None, "asserted fact negative"),
    ("Neither the army nor the police responded.", None, "no_comment fact positive"),
    ("It is unclear whether anyone was hurt.", None, "unknown fact positive"),
]


@pytest.mark.parametrize(("text", "cue", "expected"), TABLE)
def test_judge(nlp: "Language", text: str, cue: str | None, expected: str) -> None:
    found = judge(nlp(text)[:], cue)
    assert f"{found.certainty} {found.stance} {found.polarity}" == expected


def test_only_the_words_of_the_statement_are_judged(nlp: "Language") -> None:
    doc = nlp("He said the strike hit a school, but no one was hurt.")
    assert judge(doc[2:7], "say").polarity == "positive"


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("He tried to prove that the guard fired.", "the guard fired", "prove", "unknown fact positive"),
        ("He proved that the guard fired.", "the guard fired", "prove", "confirmed fact positive"),
        ("The army did not deny that its jets came.", "its jets came", "deny", "unknown fact positive"),
        ("It neither confirmed nor denied that jets came.", "jets came", "deny", "unknown fact positive"),
        ("Police ruled out that the guard fired.", "the guard fired", "rule", "denied fact negative"),
        ("Reports that nine guards fell are untrue.", "nine guards fell", "report", "denied fact negative"),
        ("Reports that nine guards fell are not false.", "nine guards fell", "report", "asserted fact positive"),
        ("He pretended that he knew it.", "he knew it", "pretend", "denied fact negative"),
    ],
)
def test_the_cue_is_judged_where_it_stands(nlp: "Language", text: str, content: str, cue: str, expected: str) -> None:
    doc = nlp(text)
    tokens = doc.char_span(start := text.index(content), start + len(content))
    assert tokens is not None
    found = judge(tokens, cue)
    assert f"{found.certainty} {found.stance} {found.polarity}" == expected
