import pytest

from narrator.parties.names import definitions, same_organisation, same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Veale", "Col. Thomas Veale", True),
        ("T. Veale", "Thomas Veale", True),
        ("Thomas Veale", "Anna Veale", False),
        ("Veale", "Vale", False),
        ("Mr Hassan", "Hassan's", True),
        ("Ana Ruiz", "Ana Ruiz Mora", False),
        ("Omar Said", "Omar Said al-Khalil", False),
        ("Ruth Kern", "Ruth Kern Weller", False),
        ("Juan Carlos", "Juan Carlos Ruiz", False),
    ],
)
def test_persons(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same is same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Syrian Democratic Forces", "the SDF", True),
        ("Russia's Ministry of Defense", "the Russian Ministry of Defence", True),
        ("the Kremlin", "Moscow", False),
        ("Russia's Ministry of Defense", "Syria's Ministry of Defense", False),
        ("Ministry of Defense", "Ministry of Health", False),
        ("U.S.", "the United States", True),
        ("Harwick police", "the Harwick Police Department", True),
        ("police in Harwick", "Harwick police", True),
        ("Harwick Zoo", "Harwick Zoo & Botanical Garden", True),
        ("Ministry of Fisheries", "Ministry of Fisheries and Ports", False),
        ("Department of Transport", "Department of Transport and Public Works", False),
        ("Harwick Police", "Harwick Police and Fire Brigade", False),
        ("Deltora", "Deltora Inc", True),
        ("Harwick-based Deltora", "Deltora", True),
        ("New York", "New York Times", False),
        ("CENTCOM", "U.S. Central Command", True),
        ("CENTCOM", "Southern Command", False),
        ("IRAN", "Air Iran", False),
        ("PETA", "People for the Ethical Treatment of Animals", True),
        ("PETA", "blog post of People for the Ethical Treatment of Animals", False),
    ],
)
def test_organisations(one: str, other: str, same: bool) -> None:
    assert same_organisation(one, other) is same is same_organisation(other, one)


def test_acronyms_that_a_text_defines() -> None:
    text = "U.S. Central Command (CENTCOM) and the Ministry of Health (MoH) agreed. Visit (2018)."
    assert definitions([text]) == {"CENTCOM": "U.S. Central Command", "MoH": "Ministry of Health"}
