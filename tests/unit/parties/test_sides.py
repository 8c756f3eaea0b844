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
        (("organisers in Berlin",), "Germany"),
        (("Syrian rescue workers and activists",), None),
        (("the Syrian Observatory for Human Rights",), None),
        (("Syrian rebels",), None),
        (("American Airlines spokesman",), None),
        (("Pat Lee", "Berlin correspondent"), None),
    ],
)
def test_suggestions(descriptions: tuple[str | None, ...], side: str | None) -> None:
    assert suggest(*descriptions) == side
