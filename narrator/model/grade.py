"""The reader's grades (Admiralty scale): a letter for the source, a figure for the statement, each judged by itself."""

import re

from narrator.errors import NarratorError

SOURCES = {
    "A": "has never been found wrong",
    "B": "nearly always right",
    "C": "right more often than not",
    "D": "wrong as often as right",
    "E": "has misled before",
    "F": "too little known to judge",
}
"""What a letter says of the source."""

STATEMENTS = {
    "1": "others who do not depend on it say the same",
    "2": "fits what else is known",
    "3": "may be so, nothing for or against it",
    "4": "hardly fits what else is known",
    "5": "goes against what is known",
    "6": "nothing to judge it by",
}
"""What a figure says of the statement."""

_GRADE = re.compile(r"([A-F]?)\s*([1-6]?)", re.IGNORECASE)


def read_grade(words: str) -> str:
    """A grade as one writes it, "b 2" or "B2", or one half of it; empty for none. NarratorError for anything else."""
    match = _GRADE.fullmatch(words.strip())
    if match is None:
        raise NarratorError(
            f"“{words}” is no grade", "give a letter A-F for the source, a figure 1-6 for the statement"
        )
    return f"{match[1].upper()}{match[2]}"


def regraded(old: str, new: str) -> str:
    """The old grade with the halves that the new one gives; an empty new one takes both away."""
    if not new:
        return ""
    letters, figures = (next((one for one in f"{new}{old}" if one in scale), "") for scale in (SOURCES, STATEMENTS))
    return f"{letters}{figures}"


def grade_words(grade: str) -> str:
    """A grade in words: "source: nearly always right; statement: fits what else is known"."""
    told = [f"source: {SOURCES[one]}" for one in grade if one in SOURCES]
    return "; ".join(told + [f"statement: {STATEMENTS[one]}" for one in grade if one in STATEMENTS])
