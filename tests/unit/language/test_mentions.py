import pytest

from narrator.language.mentions import Tellers
from narrator.language.paragraphs import parse
from narrator.language.pipeline import load
from narrator.model.article import Span
from narrator.model.party import Mention, NarratorKind


def last_mention(text: str, *sources: str) -> Mention:
    """The mention of the last of these source phrases, each the first occurrence after the one before it."""
    (paragraphs,) = parse(load(), [text])
    tellers, offset, found = Tellers(paragraphs), 0, None
    for source in sources:
        start = text.index(source, offset)
        offset = start + len(source)
        found = tellers.mention(Span(start, offset))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "source", "name", "kind", "role", "affiliation"),
    [
        ("Hassan Ali, a senior fellow at the Tahrir Institute, said no.", "Hassan Ali, a senior fellow at the Tahrir Institute",
         "Hassan Ali", NarratorKind.PERSON, "senior fellow", "Tahrir Institute"),
        ("Col. Thomas Veale said the raid went well.", "Col. Thomas Veale", "Thomas Veale", NarratorKind.PERSON, "Col.", None),
        ("Mr. Thomas Veale said the raid went well.", "Mr. Thomas Veale", "Thomas Veale", NarratorKind.PERSON, None, None),
        ("The ministry spokesman, Pavel Ivanov, said no.", "The ministry spokesman, Pavel Ivanov",
         "Pavel Ivanov", NarratorKind.PERSON, "ministry spokesman", None),
        ("A U.S. official said no.", "A U.S. official", "U.S. official", NarratorKind.UNNAMED, "official", "U.S."),
        ("A spokesman for the ministry said no.", "A spokesman for the ministry",
         "spokesman for the ministry", NarratorKind.UNNAMED, "spokesman", "ministry"),
        ("Two witnesses said they saw smoke.", "Two witnesses", "Two witnesses", NarratorKind.WITNESS, None, None),
        ("A report said nobody died.", "A report", "report", NarratorKind.DOCUMENT, None, None),
        ("Syrian state media said nobody died.", "Syrian state media", "Syrian state media", NarratorKind.MEDIA, None, None),
        ("Organisers of the march that drew thousands said no.", "Organisers of the march that drew thousands",
         "organisers of the march", NarratorKind.UNNAMED, "organiser", "march"),
        ("The Defense Ministry said no.", "The Defense Ministry", "Defense Ministry", NarratorKind.OFFICIAL_BODY, None, None),
    ],
)  # fmt: skip
def test_a_source_phrase(
    text: str, source: str, name: str, kind: NarratorKind, role: str | None, affiliation: str | None
) -> None:
    found = last_mention(text, source)
    assert (found.name, found.kind, found.role, found.affiliation) == (name, kind, role, affiliation)
    assert found.confidence == 1.0
    assert found.antecedent is None


def test_a_short_name_stands_for_the_fuller_one() -> None:
    text = "Thomas Veale arrived on Monday.\nOn Tuesday Veale said the road was open."
    found = last_mention(text, "Thomas Veale", "Veale")
    assert (found.name, found.antecedent) == ("Thomas Veale", Span(0, 12))
    assert 0 < found.confidence < 1


def test_a_pronoun_stands_for_the_last_speaker() -> None:
    text = "Thomas Veale said the road was open. He said it was safe."
    assert last_mention(text, "Thomas Veale", "He").name == "Thomas Veale"


def test_a_pronoun_between_two_people_stays_open() -> None:
    text = "Thomas Veale met Robert Miller and James Carter in Paris.\nHe said the road was open."
    found = last_mention(text, "He")
    assert (found.name, found.confidence, found.antecedent) == ("He", 0.0, None)


def test_a_pronoun_of_the_other_gender_is_not_resolved() -> None:
    text = "Mr. Thomas Veale said the road was open.\nShe said it was closed."
    assert last_mention(text, "Mr. Thomas Veale", "She").confidence == 0.0


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    text = "The talks were led by Thomas Veale, who said the road was open."
    assert last_mention(text, "who").name == "Thomas Veale"


def test_a_body_named_by_its_last_word() -> None:
    text = "The Russian Defense Ministry said nobody died. The ministry said the road was open."
    assert last_mention(text, "The Russian Defense Ministry", "The ministry").name == "Russian Defense Ministry"


def test_a_role_stands_for_the_one_who_holds_it() -> None:
    text = "Pavel Ivanov, a spokesman for the army, said nobody died. The spokesman said the road was open."
    found = last_mention(text, "Pavel Ivanov, a spokesman for the army", "The spokesman")
    assert (found.name, found.affiliation) == ("Pavel Ivanov", "army")


def test_two_who_hold_a_role_leave_it_open() -> None:
    text = (
        "Pavel Ivanov, a spokesman for the army, said nobody died. John Smith, a spokesman for the navy, said two died. "
        "The spokesman said the road was open."
    )
    found = last_mention(
        text, "Pavel Ivanov, a spokesman for the army", "John Smith, a spokesman for the navy", "The spokesman"
    )
    assert found.confidence == 0.0


@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        # The last teller, though somebody with a name was mentioned before.
        ("They fled from Thomas Veale's house. A U.S. official said it was over. He said nobody died.",
         ("A U.S. official", "He"), "U.S. official"),
        ("Thomas Veale was led away, his wife said. She said he was innocent.", ("his wife", "She"), "his wife"),
        ("State media said the raid failed. They described it as a crime.", ("State media", "They"), "state media"),
        ("Sundline Ferries denied it. Sundline said the ship was safe.", ("Sundline Ferries", "Sundline"), "Sundline Ferries"),
        # The subject of the sentence before, who told nothing yet.
        ("Mayor Ilse Varn spoke in the evening. She said it was over.", ("She",), "Ilse Varn"),
        ("The coalition attacked on Monday. It said nobody died.", ("It",), "coalition"),
        # A given name tells the gender of somebody who stands in the way, or of the one meant.
        ("Mary Carter said the road was open. The army then met John Smith. She said it was safe.",
         ("Mary Carter", "She"), "Mary Carter"),
        # Somebody of no known gender who leads no sentence.
        ("Mary Carter said the road was open. Crews then carried Harlo away. She said it was safe.",
         ("Mary Carter", "She"), "Mary Carter"),
        # A middle name, a given name, a surname that stands first.
        ("Maria Lopez Vega said no. Lopez said the road was open.", ("Maria Lopez Vega", "Lopez"), "Maria Lopez Vega"),
        ("Mr. Zhao Wenbin said no. Mr. Zhao said the road was open.", ("Mr. Zhao Wenbin", "Mr. Zhao"), "Zhao Wenbin"),
        # One of several bearers of a surname: who told something, or whom a title or post tells.
        ("Peter Kern left. Laura Kern said no. Kern said the road was open.", ("Laura Kern", "Kern"), "Laura Kern"),
        ("Peter Kern and Laura Kern left. Mrs. Kern said no.", ("Mrs. Kern",), "Laura Kern"),
        ("Mayor Peter Kern and his wife, Laura Kern, left. Mayor Kern said no.", ("Mayor Kern",), "Peter Kern"),
        # What a body is called beside its name.
        ("The Harwick Zoo was closed. The zoo said nobody died.", ("The zoo",), "Harwick Zoo"),
        ("Crews of American Airlines met. The airline said nobody died.", ("The airline",), "American Airlines"),
        ("Passengers of the airline Ryanair left. The airline said nobody died.", ("The airline",), "Ryanair"),
        ("Sundline Corp. denied it. Police visited Sundline Corp. on Monday. The company said nobody died.",
         ("The company",), "Sundline Corp."),
        # Who holds a post.
        ("The boy's uncle, Pavel Ivanov, said no. The boy's uncle said the well was empty.",
         ("The boy's uncle, Pavel Ivanov", "The boy's uncle"), "Pavel Ivanov"),
    ],
)  # fmt: skip
def test_what_a_pronoun_or_short_name_means(text: str, sources: tuple[str, ...], name: str) -> None:
    found = last_mention(text, *sources)
    assert found.name == name
    assert 0 < found.confidence < 1


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # Only mentioned, never a teller or subject.
        ("The raid hit the troops of Thomas Veale. He said nobody died.", ("He",)),
        # Somebody else was named since.
        ("Thomas Veale said the road was open. The army then met John Smith. He said it was safe.", ("Thomas Veale", "He")),
        # Two of one surname.
        ("Peter Kern met Paul Kern on Monday. He said the road was open.", ("He",)),
        ("Peter Kern said no. Then Paul Kern left. He said the road was open.", ("Peter Kern", "He")),
        # Two bodies that the noun can mean.
        ("Stanford University sued Columbia University. The university said nobody died.", ("The university",)),
        # Another number.
        ("A U.S. official said it was over. The officials said nobody died.", ("A U.S. official", "The officials")),
    ],
)  # fmt: skip
def test_what_stays_open(text: str, sources: tuple[str, ...]) -> None:
    found = last_mention(text, *sources)
    assert (found.name, found.confidence) == (sources[-1].removeprefix("The "), 0.0)


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("Peter and Laura Kern left. Kern said the road was open.", "Kern", None),
        ("Elena Vidal Soto and Rosa Vidal arrived. Vidal said the road was open.", "Vidal", None),
        ("Peter Kern and Laura Kern left. Kern said the road was open.", "Kern", None),
        ("Elena Vidal Soto arrived. Vidal said the road was open.", "Vidal", "Elena Vidal Soto"),
        ("Peter Kern arrived with Peter A. Kern. Kern said the road was open.", "Kern", "Peter Kern"),
        ("Peter Kern Weller arrived. Peter Kern said the road was open.", "Peter Kern", "Peter Kern"),
        ("Peter van Kern arrived. Van Kern said the road was open.", "Van Kern", "Peter van Kern"),
        ("Peter Paul Kern arrived. Laura Kern said the road was open.", "Laura Kern", "Laura Kern"),
    ],
)
def test_a_surname_is_open_where_several_bear_it(text: str, name: str, meant: str | None) -> None:
    (paragraphs,) = parse(load(), [text])
    start = text.rindex(name)
    found = Tellers(paragraphs).mention(Span(start, start + len(name)))
    assert (found.name, found.confidence > 0) == (meant or name, meant is not None)


def test_nobody_named_in_what_the_pronoun_says_stands_for_it() -> None:
    text = "John Smith was there, she said."
    (paragraphs,) = parse(load(), [text])
    found = Tellers(paragraphs).mention(Span(22, 25), content=[Span(0, 20)])
    assert found.confidence == 0.0


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Mayor Ilse Varn said no.", "Mayor Ilse Varn", "Ilse Varn"),
        ("The coalition's spokesman, Veale, said no.", "The coalition's spokesman, Veale", "Veale"),
        ("Nadia Brenn, who speaks for the union, said no.", "Nadia Brenn, who speaks for the union", "Nadia Brenn"),
        (
            "A cellist, Pat Brenn, a friend of the mayor, said no.",
            "A cellist, Pat Brenn, a friend of the mayor",
            "Pat Brenn",
        ),
        ("Deltora CEO Pat Brenn said no.", "Deltora CEO Pat Brenn", "Pat Brenn"),
        ("Comedian Sarah Silverman said no.", "Comedian Sarah Silverman", "Sarah Silverman"),
    ],
)
def test_persons_by_what_stands_around_their_names(text: str, source: str, name: str) -> None:
    found = last_mention(text, source)
    assert (found.name, found.kind) == (name, NarratorKind.PERSON)


@pytest.mark.parametrize(
    ("text", "source", "name", "kind"),
    [
        ("Tech giant Deltora said no.", "Tech giant Deltora", "Deltora", NarratorKind.ORGANISATION),
        ("The Guardian newspaper said no.", "The Guardian newspaper", "Guardian", NarratorKind.MEDIA),
        ("State news agency SANA said no.", "State news agency SANA", "SANA", NarratorKind.MEDIA),
        ("The company said no.", "The company", "company", NarratorKind.ORGANISATION),
        ("“Nobody died,” said company chairman and chief executive Richard Smith.",
         "company chairman and chief executive Richard Smith", "Richard Smith", NarratorKind.PERSON),
    ],
)  # fmt: skip
def test_names_beside_their_descriptions(text: str, source: str, name: str, kind: NarratorKind) -> None:
    found = last_mention(text, source)
    assert (found.name, found.kind) == (name, kind)


def test_a_former_holder_of_a_post_is_somebody_else() -> None:
    text = "Pavel Ivanov, the director of the Harwick Zoo, said no. The former director of the Harwick Zoo said yes."
    found = last_mention(
        text, "Pavel Ivanov, the director of the Harwick Zoo", "The former director of the Harwick Zoo"
    )
    assert found.name == "former director of the Harwick Zoo"


def test_a_courtesy_title_goes_with_a_surname() -> None:
    text = "James Ortega said no. Mr. James said the road was open."
    assert last_mention(text, "James Ortega", "Mr. James").name == "James"


def test_two_persons_are_no_one_person() -> None:
    found = last_mention("Mr. Thomas Veale and Mr. John Smith said no.", "Mr. Thomas Veale and Mr. John Smith")
    assert (found.name, found.kind) == ("Mr. Thomas Veale and Mr. John Smith", NarratorKind.UNNAMED)


def test_a_pronoun_names_no_affiliation() -> None:
    found = last_mention("His lawyer said no.", "His lawyer")
    assert (found.role, found.affiliation) == ("lawyer", None)


def test_a_subject_who_told_nothing_is_not_taken_for_the_last_teller() -> None:
    text = (
        "Omar Grell is free, his lawyer said.\nInterior Minister Livia Sorn was silent. She had said that all was well."
    )
    assert last_mention(text, "his lawyer", "She").name == "Livia Sorn"


def test_a_pronoun_stays_open_where_its_paragraph_has_somebody_else_by_a_noun() -> None:
    text = "“No,” Ruth Tillman said.\nThe answer came from the foreign minister. “Yes,” she said."
    assert last_mention(text, "Ruth Tillman", "she").confidence == 0
