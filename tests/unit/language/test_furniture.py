import pytest

from narrator.language.furniture import is_furniture
from narrator.language.paragraphs import split


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "READ MORE: Bridge over the Elm closed for a third week",
        "Related: What we know of the ferry",
        "[How the harbour was built]",
        "Scroll down for video",
        "Advertisement",
        "Continue reading the main story",
        "https://example.org/ferry",
        "Sign up for our daily newsletter",
        "Follow Pat Lee on Twitter @patlee",
        "Copyright 2021 Example News. All rights reserved.",
        "Image copyright Getty Images Image caption The ferry in the harbour",
        "Photo: Ana Ruiz",
        "Divers search the harbour for the ferry. (Ana Ruiz/AP)",
        "Divers search the harbour (Getty Images)",
        "Divers search the harbour ©Ana Ruiz (AFP)",
        "Ana Ruiz/Reuters",
        "Reporting by Pat Lee; Editing by Ana Ruiz",
        "(SOUNDBITE OF MUSIC)",
        "___",
    ],
)
def test_page_furniture_is_no_part_of_the_article(line: str) -> None:
    assert is_furniture(line)
    assert [piece.text for piece in split(f"The ferry sank.\n{line}\nFive died.")] == ["The ferry sank.", "Five died."]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Harbour reopens after ferry accident",
        "More people were found on Monday.",
        "Read the statement: “We regret the loss of life.”",
        "The road was closed, he said. (Reuters)",
        "Like many others, she wrote about it on Twitter.",
        "Photographs show a crater beside the road.",
        "Follow-up searches found nothing.",
        "[The ferry] left on time, the owner said.",
        "Sources: the ferry was overloaded.",
        "Watching from the shore, Lee said that he saw smoke.",
        "Share prices fell after the accident.",
        "The talks failed and five soldiers were killed, the ministry said. (with AFP)",
        "Five soldiers were killed, the ministry said. (Additional reporting by Reuters)",
        "Like him, she was on the bus when the bomb went off.",
        "Find him at once, the general told his men.",
        "Copyright holders sued the company, which denied it.",
        "Written by a teenager, the letter says that police shot three men",
        "Reporting by the BBC showed that the army lied; the army denied it.",
        "A video shared by activists showed police shooting a man.",
        "Read more closely, the report says that 12 people died.",
        "Reuters / Ipsos poll: 45% want the bridge closed",
        "Source: Two soldiers killed in raid on Harwick",
        "Video: Police shot a man who had no weapon, mayor says",
        "The figures are those of the Environmental Protection Agency (EPA)",
    ],
)
def test_what_tells_something_stays(line: str) -> None:
    assert not is_furniture(line)
