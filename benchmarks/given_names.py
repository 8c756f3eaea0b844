"""Make `narrator/language/lexicon/given_names.txt` from census counts and the names of Faker.

usage: python -m benchmarks.given_names dist.male.first dist.female.first > narrator/language/lexicon/given_names.txt

The two files are the first names of the 1990 census of the United States (U.S. Census Bureau, public domain; they come with
the package `names`); Faker (MIT licence) must be installed.
"""

import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from narrator.language.people import folded

LOCALES = (
    "ar_AA ar_PS cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_NZ en_US es_AR es_CL es_CO es_ES es_MX et_EE fi_FI "
    "fr_CH fr_FR ga_IE hr_HR hu_HU is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI "
    "sv_SE tr_TR uk_UA"
)
CLEAR = 20
"""Bearers of one gender to one of the other from which a name of the census tells it."""
FEW = 4
"""Languages in which it is a man's name to one in which it is a woman's, or the other way round."""
UNSURE = {"andrea", "alex", "max", "sam", "charlie", "nicky", "sasha", "misha", "kim", "chris", "pat"}
"""Short forms of names of either."""

HEAD = """# Given names that are nearly always a man's or a woman's, lower case, without accents.
# From the first names of the 1990 census of the United States (U.S. Census Bureau, public domain) and the person providers of
# Faker 40.54 (Copyright (c) 2012 Daniele Faraglia, MIT licence); names that are a man's in one language and a woman's in
# another are left out. Made again by `python -m benchmarks.given_names`.
"""


def table(male: Mapping[str, float], female: Mapping[str, float], lists: Iterable[tuple[set[str], set[str]]]) -> str:
    """The file's text, from shares of the census and lists of men's and women's names, one pair a language."""
    men, women = Counter[str](), Counter[str]()
    for his, hers in lists:
        men.update(his)
        women.update(hers)
    lines = []
    for label, share, other, lists_of, others in (
        ("female", female, male, women, men),
        ("male", male, female, men, women),
    ):
        names = [
            name
            for name in sorted({*share, *lists_of} - UNSURE)
            if name.isalpha()
            and len(name) > 2
            and lists_of[name] >= FEW * others[name]
            and (share[name] >= CLEAR * other.get(name, 0) if name in share else name not in other)
        ]
        lines += [f"{label}: {line}\n" for line in textwrap.wrap(" ".join(names), 118)]
    return HEAD + "".join(lines)


def _census(path: str) -> dict[str, float]:
    rows = (line.split() for line in Path(path).read_text(encoding="ascii").splitlines())
    return {folded(row[0]): float(row[1]) for row in rows}


def _faker(locale: str) -> tuple[set[str], set[str]]:
    provider = import_module(f"faker.providers.person.{locale}").Provider
    male, female = (
        {folded(name) for name in getattr(provider, f"first_names_{one}", ())} for one in ("male", "female")
    )
    return male, female


if __name__ == "__main__":
    men, women = (_census(path) for path in sys.argv[1:3])
    sys.stdout.write(table(men, women, [_faker(locale) for locale in LOCALES.split()]))
