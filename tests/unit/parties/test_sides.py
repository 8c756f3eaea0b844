import pytest

from narrator.parties.sides import suggest


@pytest.mark.parametrize(
    ("descriptions", "side"),
    [
        (("the Kremlin",), "Russia"),
        (("Russia's Ministry of Defense",), "Russia"),
        (("a U.S. official",), "United States"),
        (("the US-led coalition",), "United States"),
        (("Veale", "the coalition"), None),
        (("Hassan", None, "North Korean envoy"), "North Korea"),
        (("France and Italy",), None),
        (("complaint against a Chinese company",), None),
        (("Pat Lee", "Harwick & Lee in Washington"), None),
        (("organisers in Berlin",), None),
        (("police in Berlin",), "Germany"),
        (("Kurdish official in Iraq", "Iraq", "official"), None),
        (("commander near Kyiv",), None),
        (("driver from Poland",), None),
        (("French envoy in Beirut", "Beirut"), "France"),
        (("Georgia state troopers",), None),
        (("governor of Georgia",), None),
        (("Georgia's foreign minister",), "Georgia"),
        (("Lebanon County officials",), None),
        (("Syrian rescue workers and activists",), None),
        (("the Syrian Observatory for Human Rights",), None),
        (("Syrian rebels",), None),
        (("American Airlines spokesman",), None),
        (("Pat Lee", "Berlin correspondent"), None),
    ],
)
def test_suggestions(descriptions: tuple[str | None, ...], side: str | None) -> None:
    assert suggest(*descriptions) == side
