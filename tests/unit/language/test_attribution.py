import pytest

from narrator.language.attribution import find
from narrator.language.paragraphs import parse
from narrator.language.pipeline import load
from narrator.model.article import quote
from narrator.model.statement import Attribution, Quotation


def attributions(text: str) -> list[Attribution]:
    (paragraphs,) = parse(load(), [text])
    return find(text, paragraphs)


def triples(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            text[slice(*one.source)] if one.source else None,
            text[slice(*one.cue)] if one.cue else None,
            quote(text, one.content),
        )
        for one in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("As the minister put it, the war is over.", "the minister", "the war is over"),
        # Quotations, speaker before, after and in between.
        ("“The road is mined,” said Pat Lee.", "Pat Lee", "“The road is mined,”"),
        ("“The road is mined,” Pat Lee said.", "Pat Lee", "“The road is mined,”"),
        ("Pat Lee said, “The road is mined.”", "Pat Lee", "“The road is mined.”"),
        ("Pat Lee told reporters: “The road is mined.”", "Pat Lee", "“The road is mined.”"),
        ("“The road,” she said, “is mined.”", "she", "“The road,” … “is mined.”"),
        ("“It is mined,” she said. “Nobody goes there.”", "she", "“It is mined,” … “Nobody goes there.”"),
        ("“Is the road mined?” asked Lee.", "Lee", "“Is the road mined?”"),
        ("According to the army, “the road is mined.”", "the army", "“the road is mined.”"),
        ('"The road is mined", the mayor told the radio.', "the mayor", '"The road is mined"'),
        # Indirect speech.
        ("The army said the road was mined.", "The army", "the road was mined"),
        ("The army said that the road was mined.", "The army", "that the road was mined"),
        ("The road was mined, the army said.", "the army", "The road was mined"),
        ("The road, the army said, was mined.", "the army", "The road … was mined"),
        ("The road was mined, according to the army.", "the army", "The road was mined"),
        ("According to the army, the road was mined.", "the army", "the road was mined"),
        ("Lee believes the road was mined.", "Lee", "the road was mined"),
        ("The report shows that 12 people died.", "The report", "that 12 people died"),
        ("Lee is convinced that the road was mined.", "Lee", "that the road was mined"),
        ("The army made the claim that the road was mined.", "The army", "that the road was mined"),
        ("The army issued a statement saying the road was mined.", "The army", "the road was mined"),
        ("Two men are missing, a person close to the inquiry said.", "a person close to the inquiry", "Two men are missing"),
        ("The hospital has treated 41 people who were hurt in the raid on the Calder Rose, its director, Dr. Lidia Ferro, said.",
         "its director, Dr. Lidia Ferro", "The hospital has treated 41 people who were hurt in the raid on the Calder Rose"),
        ("An official said shells and rounds, thirty of them, had come down near the headquarters.", "An official",
         "shells and rounds, thirty of them, had come down near the headquarters"),
        # Partly quoted.
        ("Lee said the road was “full of mines” and closed.", "Lee", "the road was “full of mines” and closed"),
        ("Lee called the raid “a massacre.”", "Lee", "the raid “a massacre.”"),
        # Acts of speech.
        ("The army denied the accusation.", "The army", "the accusation"),
        ("The rebels vowed to return.", "The rebels", "to return"),
        ("The army claimed responsibility for the strike.", "The army", "responsibility for the strike"),
        ("Per the ministry, ten people died.", "the ministry", "ten people died"),
        ("In the view of diplomats, the war is over.", "diplomats", "the war is over"),
        ("The police called the video a forgery.", "The police", "the video a forgery"),
        ("The coast guard puts the number of people aboard at 118.", "The coast guard", "the number of people aboard at 118"),
        ("The hospital reported three dead on Saturday.", "The hospital", "three dead on Saturday"),
        ("The army speaks of militias on a scouting mission.", "The army", "militias on a scouting mission"),
        ("The army denied a report that ten had died.", "The army", "a report that ten had died"),
        # Nobody named.
        ("The general is believed to have fled.", None, "The general … to have fled"),
    ],
)  # fmt: skip
def test_one_attribution(text: str, source: str | None, content: str) -> None:
    assert [(who, what) for who, _, what in triples(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Bureau of Fisheries notes, “Nets kill.”", "The Bureau of Fisheries", "“Nets kill.”"),
        ("Lee, the harbour master, said that the pier was shut.", "Lee, the harbour master", "that the pier was shut"),
        ("Ferry co-owner Dana Holt wrote to the board and said the pier was safe.", "Dana Holt", "the pier was safe"),
        ("The fishermen are concerned the board will close it.", "The fishermen", "the board will close it"),
        ("Lee is likely to say that the pier is safe.", "Lee", "that the pier is safe"),
        ("The crew was held and told that the pier was closed.", None, "that the pier was closed"),
    ],
)
def test_who_tells_where_the_subject_stands_elsewhere(text: str, source: str | None, content: str) -> None:
    assert [(who, what) for who, _, what in triples(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Lee told the Harbour News, the pier is closed.", "the pier is closed"),
        ("Lee claims that his boat was taken and he was sent home.", "that his boat was taken and he was sent home"),
        ("Lee said that, after dark, “nobody could land”.", "that, after dark, “nobody could land”"),
    ],
)
def test_how_far_a_clause_reaches(text: str, content: str) -> None:
    assert [(who, what) for who, _, what in triples(text)] == [("Lee", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The rain made the road hard to use.",
        "The mayor opened the new bridge on Monday.",
        "This means that the bridge stays closed.",
        "The “Blue Line” runs to the coast.",
        "The low number suggests that the bridge stays closed.",
        "Who ordered the raid is not clear.",
        "The rebels reportedly fled.",
        "Lee, who came from a port where fishing is in common use, should be declared free.",
        "",
    ],
)
def test_no_attribution(text: str) -> None:
    assert triples(text) == []


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("“The road is mined,” said Lee.", Quotation.DIRECT),
        ("Lee said the road was mined.", Quotation.INDIRECT),
        ("Lee said the road was “full of mines”.", Quotation.MIXED),
    ],
)
def test_kind_of_quotation(text: str, quotation: Quotation) -> None:
    (one,) = attributions(text)
    assert one.quotation is quotation


def test_a_quotation_over_paragraphs_is_one_attribution() -> None:
    text = "“The road is mined,” said Pat Lee. “Nobody goes there.\n\n“We warned everybody.”"
    (one,) = attributions(text)
    assert quote(text, one.content) == "“The road is mined,” … “Nobody goes there. … “We warned everybody.”"


def test_a_paragraph_of_quotation_alone_is_the_last_speakers_too() -> None:
    text = "“The road is mined,” said Pat Lee.\n“Nobody goes there.” “We warned everybody.”"
    assert [(who, what) for who, _, what in triples(text)] == [
        ("Pat Lee", "“The road is mined,”"),
        ("Pat Lee", "“Nobody goes there.” … “We warned everybody.”"),
    ]


def test_a_colon_leaves_the_words_to_the_next_paragraph() -> None:
    text = "The mayor wrote to the harbour board on Monday:\n“The pier is closed.”\n“Nobody lands there.”"
    ((who, _, what),) = triples(text)
    assert (who, what) == ("The mayor", "“The pier is closed.” … “Nobody lands there.”")


def test_words_without_marks_follow_a_verb_of_telling_and_a_colon() -> None:
    text = "In her letter the mayor wrote:\nThe pier is closed until May."
    assert triples(text) == [("the mayor", "wrote", "The pier is closed until May.")]
    assert triples("These are the members of the board:\nPat Lee is the chair.") == []


def test_the_turns_of_an_interview_belong_to_their_speakers() -> None:
    text = "The board met on Monday.\nQ: Is the pier open?\nLEE: It is closed. I think it stays so.\nQ: Since when?"
    assert [(who, what) for who, _, what in triples(text)] == [
        ("Q", "Is the pier open?"),
        ("LEE", "It is closed. I think it stays so."),
        ("Q", "Since when?"),
    ]


@pytest.mark.parametrize(
    ("words", "name", "signed"),
    [
        ("I saw the wave come over the pier.", "Pat Lee", True),
        ("The wave came over the pier.", "Pat Lee, Harbour Commissioner (Seven Bays)", True),
        ("The wave came over the pier.", "Pat Lee, AP", False),
        ("I saw the wave come over the pier.", "Nobody was hurt.", False),
    ],
)
def test_words_set_apart_belong_to_who_signs_them(words: str, name: str, signed: bool) -> None:
    text = f"The ferry sank on Monday.\n{words} {name}\nIt was raised on Friday."
    assert [(who, what) for who, _, what in triples(text)] == ([(name, words)] if signed else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Lee: The pier stays closed", [("Mayor Lee", "The pier stays closed")]),
        ("Report: Ferry hit a reef before it sank", [("Report", "Ferry hit a reef before it sank")]),
        ("Ferry disaster: The pier stays closed", []),
        ("Mayor Lee: a life in pictures", []),
        ("Insiders: The pier stays closed.", [("Insiders", "The pier stays closed.")]),
        ("Bombshell: The pier stays closed", []),
    ],
)
def test_a_headline_may_name_who_tells(text: str, expected: list[tuple[str, str]]) -> None:
    text += "\nThe board met on Monday."
    found = attributions(text)
    assert [(text[slice(*one.source)], quote(text, one.content)) for one in found if one.source] == expected
    assert all(one.quotation is Quotation.INDIRECT for one in found)


def test_who_is_asked_does_not_ask() -> None:
    text = "Asked whether the pier was open, Lee declined to answer."
    assert triples(text)[0] == (None, "Asked", "whether the pier was open")
    text = "When asked by a reporter whether the pier was open, Lee left the room."
    assert triples(text)[0][0] == "a reporter"


def test_a_quotation_may_be_signed() -> None:
    text = "“The sea was calm, and nobody was afraid.” — Pat Lee, mayor"
    assert triples(text) == [("Pat Lee, mayor", "—", "“The sea was calm, and nobody was afraid.”")]


def test_a_participle_after_the_clause_has_the_same_speaker() -> None:
    text = "Lee said the road was mined, adding that nobody used it."
    assert [(who, what) for who, _, what in triples(text)] == [
        ("Lee", "the road was mined"),
        ("Lee", "that nobody used it"),
    ]


def test_clauses_on_both_sides_of_a_semicolon_have_their_own_tellers() -> None:
    text = "Protesters say that police opened fire; police say they answered shots."
    assert [(who, what) for who, _, what in triples(text)] == [
        ("Protesters", "that police opened fire"),
        ("police", "they answered shots"),
    ]


def test_who_comes_last_tells_of_the_whole() -> None:
    text = "The police said two men were hurt when the barge caught fire, the Herald reported."
    outer, inner = attributions(text)
    assert [mention.name for mention in outer.chain] == ["Herald"]
    assert [mention.name for mention in inner.chain] == ["Herald", "police"]
    assert quote(text, inner.content) == "two men were hurt when the barge caught fire"


def test_a_second_teller_is_not_in_the_words_of_the_first() -> None:
    text = "One woman said she was hit, while a guard said nobody was hurt."
    assert [[mention.name for mention in one.chain] for one in attributions(text)] == [["One woman"], ["guard"]]


def test_the_chain_names_the_outer_teller_first() -> None:
    text = "State television said a commander told villagers that the road was mined."
    outer, inner = attributions(text)
    assert [mention.name for mention in outer.chain] == ["state television"]
    assert [mention.name for mention in inner.chain] == ["state television", "commander"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("State television quoted the commander as saying the road was mined.", ["state television", "commander"]),
        ("The road was mined, state media reported, citing the governor.", ["state media", "governor"]),
        ("Lee rejected the army's claim that the road was mined.", ["army"]),
    ],
)
def test_who_passes_on_and_who_is_cited(text: str, chain: list[str]) -> None:
    *_, last = attributions(text)
    assert [mention.name for mention in last.chain] == chain


def test_attributions_are_ordered_and_their_spans_apart() -> None:
    text = "“One,” said Lee, “two.” Kim said three was wrong.\nThe army denied that four had died, according to Lee."
    found = attributions(text)
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)
    for one in found:
        assert all(left.end <= right.start for left, right in zip(one.content, one.content[1:], strict=False))


def test_no_attribution_without_paragraphs() -> None:
    assert find("", []) == []
