"""Times as written, found in running text by their form alone: "early Monday", "7 February", "10:40pm on Tuesday"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from narrator.language.numerals import ONES, TENS
from narrator.model.article import Span
from narrator.model.statement import TimeExpression

MONTHS = {
    name: index
    for index, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
WEEKDAYS = {name: index for index, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
UNITS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
"""Days of a unit of the calendar, as `offset_days` counts them."""

FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}
"""Month and day of the days that go by a name."""

_COUNTS = {**ONES, **TENS}
_VAGUE = {"a few": 3, "several": 3, "a couple of": 2, "": 3}
_PARTS = {
    "daybreak": "dawn",
    "sunrise": "dawn",
    "predawn": "dawn",
    "pre-dawn": "dawn",
    "midday": "noon",
    "lunchtime": "noon",
    "dusk": "evening",
    "sunset": "evening",
    "overnight": "night",
    "midnight": "night",
}
_MODIFIERS = {
    "by": "before",
    "until": "before",
    "till": "before",
    "since": "after",
    "from": "after",
    "about": "around",
    "approximately": "around",
    "roughly": "around",
    "sometime": "around",
    "mid": "around",
    "past": "last",
    "coming": "next",
} | {word: word for word in ("before", "after", "around", "early", "late")}

_MONTH = (
    r"(?:Jan(?:uary\b|\.|(?=\ \d))|Feb(?:ruary\b|\.|(?=\ \d))|Mar(?:ch\b|\.|(?=\ \d))|Apr(?:il\b|\.|(?=\ \d))|May\b|June?\b"
    r"|July?\b|Aug(?:ust\b|\.|(?=\ \d))|Sept?(?:ember\b|\.|(?=\ \d))|Oct(?:ober\b|\.|(?=\ \d))|Nov(?:ember\b|\.|(?=\ \d))"
    r"|Dec(?:ember\b|\.|(?=\ \d)))"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\w|[,.-]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
_MERIDIEM = r"(?:[ap]\.m\.?|[apAP][mM]|[AP]\.M\.?)(?!\w)"
_PART = (
    r"(?:pre-?dawn|daybreak|sunrise|dawn|morning|midday|lunchtime|noon|afternoon|evening|dusk|sunset|overnight"
    r"|midnight|night)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _COUNTS if word != "zero")
_FEAST = r"(?:New Year['’]s (?:Eve|Day)|Christmas (?:Eve|Day)|Boxing Day)"
_COUNT = rf"(?:[Aa] few|[Aa] couple of|[Ss]everal|\d{{1,3}}|[Aa]n?|{_NUMBER})"
_WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:last|previous|past|next|following))"
_BARE = "[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade"
_WAY = r"(?P<way>ago|earlier|later|before(?! ['’\"“\w])|prior(?! to)|previously)"

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?:[T ](?P<isohour>[0-2]\d):(?P<isominute>[0-5]\d)(?::\d\d)?Z?)?",
        rf"(?P<day>{_DAY})(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?",
        rf"(?P<month>{_MONTH}) (?:the )?(?P<day>{_DAY})(?! ?{_MERIDIEM})(?:,? (?P<year>{_YEAR}))?",
        rf"(?P<month>{_MONTH}),? (?:of )?(?:(?P<year>{_YEAR})|(?P<which>last|next|this) (?P<unit>year))",
        r"(?P<hour>2[0-3]|1\d|0?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>" + _MERIDIEM + ")",
        r"(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?![:.]?\d|-\d)",
        rf"{_WHICH} (?P<weekday>{_WEEKDAY})",
        rf"{_WHICH} (?P<unit>day|week(?:end)?|month|year|decade)(?![\w-])",
        rf"(?P<which>[Ll]ast|[Tt]his) (?P<part>{_PART})",
        rf"{_WHICH} (?P<month>{_MONTH})(?! \d)",
        rf"(?P<feast>{_FEAST})(?:,? (?:in )?(?P<year>{_YEAR}))?",
        rf"(?P<weekday>{_WEEKDAY})(?!s)",
        r"(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?!['’]s [A-Z])",
        rf"(?P<count>{_COUNT}) (?P<unit>day|week|fortnight|month|year|decade)s? {_WAY}\b",
        rf"(?P<count>)(?P<unit>{_BARE})s (?P<way>ago|earlier|before(?=,))\b",
        r"(?P<unit>the (?:week|month|year|day) before|the weekend)\b(?! the\b)",
        rf"(?P<at>(?:at|in the|by) )?(?P<part>{_PART})\b",
        rf"(?P<month>{_MONTH})",
        rf"(?P<year>{_YEAR})",
    )
)

# Where a form can begin.
_OPENING = re.compile(
    r"(?<![\w@#/$£€'’-])(?<!\d[.,])(?:\d{1,4}|(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he|at|in|by"
    rf"|[Aa]n?|[Ss]everal|{_NUMBER})(?=\ )"
    rf"|{_FEAST}\b|(?:{_BARE})s(?= (?:ago|earlier|before)\b)"
    rf"|(?:{_WEEKDAY}|{_PART}|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
)
_LEAD = re.compile(
    r"\b(?P<lead>before|by|until|till|after|since|from|around|about|approximately|roughly|sometime|early|late|mid|shortly before"
    r"|shortly after)(?P<more>(?:[ -](?:on|in|at|the|of|hours|early|late|around|about))*)[ -]$",
    re.IGNORECASE,
)
_GLUE = re.compile(r",? ?(?:(?:local time|on|at|in|of|the|around|about|before|after|shortly|just|early|late|,) ?)*$")
# "May" and "March" are words, a bare year may be a figure: they need such a word before them.
_PREPOSITION = re.compile(
    r"\b(?:in|since|by|until|of|through|from|during|between|and|or|to|before|after|for|as|early|late|mid)[ -]"
    r"(?:early |late |mid-)?$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:at|around|by|about|before|after|until|since|from|between|and|to) $", re.IGNORECASE)
_ZONE = re.compile(
    r"(?:,? (?:hours|hrs|local(?: time)?|GMT|UTC|BST|CET|CEST|ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|EET|EEST|MSK|TRT|PKT"
    r"|IST|SGT|HKT|KST|JST|AEST|AEDT|NZST|NZDT|WAT|EAT|SAST"
    r"|(?:[A-Z]\w+ ){1,2}(?:(?:[Ss]tandard|[Dd]aylight|[Ss]ummer) )?[Tt]ime)\b)+"
)
_OTHER_HALF = re.compile(rf" ?(?:and|to|or|-|–) ?\d{{1,2}}(?::\d\d)? ?(?P<half>{_MERIDIEM})")
# "Black Friday" is a name.
_NAMED_DAY = re.compile(r"\b(?:Black|Good|Ash|Super|Cyber|Bloody|Palm|Fat|Throwback) $")
_ALONE = frozenset({"overnight"})
WINDOW = 40
"""Characters looked at before a form for the words that lead to it."""


@lru_cache(maxsize=8)  # figures and times ask for the same paragraph
def scan(text: str) -> tuple[TimeExpression, ...]:
    """The times of a text, in order and disjoint; spans are offsets of `text`."""
    found: list[TimeExpression] = []
    end = 0
    for opening in _OPENING.finditer(text):
        atom = _atom(text, opening.start()) if opening.start() >= end else None
        if atom is None:
            continue
        end = atom.span.end
        joint = _joined(text, found[-1], atom) if found else None
        if joint is None:
            found.append(atom)
        else:
            found[-1] = joint
    return tuple(one for one in found if _stands(one))


def _atom(text: str, start: int) -> TimeExpression | None:
    """The time that begins at `start`, with the words that lead to it."""
    for form in _FORMS:
        match = form.match(text, start)
        if match is None:
            continue
        fields = _fields(text, match)
        if fields is None:
            continue
        before = text[max(0, start - WINDOW) : start]
        lead = _LEAD.search(before)
        if lead is not None:
            start -= len(before) - lead.start()
            fields["modifier"] = _modifier(lead)
        zone = _ZONE.match(text, match.end()) if "hour" in fields else None
        span = Span(start, zone.end() if zone else match.end())
        return TimeExpression(span, text[span.start : span.end], **fields)  # type: ignore[arg-type]
    return None


def _modifier(lead: re.Match[str]) -> str:
    """ "since early 2018" says early: the inner word fixes more."""
    words = [lead["lead"].lower().split()[-1], *lead["more"].lower().replace("-", " ").split()]
    return next(_MODIFIERS[word] for word in reversed(words) if word in _MODIFIERS)


Fields = dict[str, int | str | None]


def _fields(text: str, match: re.Match[str]) -> Fields | None:
    """What the words of a form fix, or None where they are no time after all."""
    groups = {name: value for name, value in match.groupdict().items() if value or (name == "count" and value == "")}
    fields: Fields = {}
    if "iso" in groups:
        year, month, day = groups["iso"].split("-")
        fields = {"year": int(year), "month": int(month), "day": int(day)}
        if "isohour" in groups:
            fields |= {"hour": int(groups["isohour"]), "minute": int(groups["isominute"])}
    if "month" in groups:
        fields["month"] = MONTHS[groups["month"][:3].lower()]
    for name in ("year", "day"):
        if name in groups:
            fields[name] = int(re.sub(r"\D", "", groups[name]))
    if "feast" in groups:
        fields["month"], fields["day"] = FEASTS[groups["feast"].lower().replace("’", "'")]
    if "weekday" in groups:
        fields["weekday"] = WEEKDAYS[groups["weekday"][:3].lower()]
    if "part" in groups:
        fields["part"] = _PARTS.get(groups["part"], groups["part"])
        fields |= {"noon": {"hour": 12}, "midday": {"hour": 12}, "midnight": {"hour": 0}}.get(groups["part"], {})
    if "hour" in groups and not _clock(text, match, groups, fields):
        return None
    return _relative(groups, fields) if _is_time(text, match, groups) else None


def _is_time(text: str, match: re.Match[str], groups: Mapping[str, str]) -> bool:
    """Months that are words, and bare years, need a preposition; "the last day of" is none; a day needs to exist."""
    if groups.get("which", "").lower().endswith("last") and (
        groups.get("unit") == "day" or text.startswith(" of", match.end())
    ):
        return False
    if "weekday" in groups and _NAMED_DAY.search(text, max(0, match.start() - 12), match.start()):
        return False
    if set(groups) == {"year"} or (set(groups) == {"month"} and groups["month"] in {"May", "March"}):
        return _PREPOSITION.search(text[max(0, match.start() - 15) : match.start()]) is not None
    return "iso" not in groups or (0 < int(groups["iso"][5:7]) < 13 and 0 < int(groups["iso"][8:]) < 32)


def _clock(text: str, match: re.Match[str], groups: Mapping[str, str], fields: Fields) -> bool:
    """Sets hour and minute; False where "1:15" may as well be a score or a length."""
    hour, minute = int(groups["hour"]), int(groups.get("minute", "0"))
    other = _OTHER_HALF.match(text, match.end())
    half = groups.get("half") or (other["half"] if other else "")
    if half:
        if not 0 < hour < 13:
            return False
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    elif not (_CLOCK.search(text[max(0, match.start() - 10) : match.start()]) or _ZONE.match(text, match.end())):
        return False
    fields["hour"] = hour
    if "minute" in groups:
        fields["minute"] = minute
    return True


def _relative(groups: Mapping[str, str], fields: Fields) -> Fields:
    """What is counted from the day of publication."""
    near = groups.get("near", "").lower()
    if near:
        fields["offset_days"] = {"yesterday": -1, "tomorrow": 1}.get(near, 0)
        if near == "tonight":
            fields["part"] = "night"
    which = groups.get("which", "").lower()
    unit = groups.get("unit", "").lower().removesuffix(" before").removeprefix("the ")
    back = -1 if which.startswith("last") or "p" in which else 1 if "next" in which or "coming" in which else 0
    if which in {"the last", "the past"} and unit:
        return fields  # "in the last year": up to now
    if "count" in groups:
        back = _counted(groups["count"].lower()) * (1 if groups["way"] == "later" else -1)
        if groups["count"].lower() in _VAGUE:
            fields["modifier"] = "around"
    elif groups.get("unit", "").endswith(" before"):
        back = -1
    if unit and (back or unit == "day"):
        fields["offset_days"] = back * UNITS[unit] if "following" not in which else UNITS[unit]
    elif "part" in groups and which:
        fields["offset_days"] = back
    if back and which and "part" not in groups and unit != "day":
        fields["modifier"] = "last" if back < 0 else "next"
    return fields


def _counted(word: str) -> int:
    if word in _VAGUE:
        return _VAGUE[word]
    return int(word) if word.isdigit() else _COUNTS.get(word, 1)


def _joined(text: str, last: TimeExpression, atom: TimeExpression) -> TimeExpression | None:
    """Two neighbours as one time ("10:40pm", "on Tuesday"), or None where they fix the same thing twice or do not fit."""
    between = text[last.span.end : atom.span.start]
    one, other = known(last), known(atom)
    listed = "," in between and not ({"weekday", "hour"} & one.keys() and {"day", "hour"} & other.keys())
    if len(between) > WINDOW or _GLUE.fullmatch(between) is None or listed:
        return None
    both = one.keys() & other.keys() - {"modifier", "part"}
    fits = not both and ("part" not in one or "part" not in other or one["part"] == other["part"] or "hour" in one)
    merged = other | one
    days = {"weekday", "day", "month", "year"} & merged.keys()
    whole = not {"month", "year"} & days or {"day", "month"} <= days or not {"weekday", "hour", "part"} & merged.keys()
    if not fits or not whole or ("offset_days" in merged and days):
        return None
    span = Span(last.span.start, atom.span.end)
    return TimeExpression(span, text[span.start : span.end], **merged)  # type: ignore[arg-type]


def known(time: TimeExpression) -> dict[str, int | str]:
    """The fields that the words of a time fix."""
    names = ("year", "month", "day", "weekday", "hour", "minute", "part", "offset_days", "modifier")
    return {name: value for name in names if (value := getattr(time, name)) is not None}


def _stands(time: TimeExpression) -> bool:
    """A bare part of the day is a time only as "at night", "in the morning", "by noon": not in "night sky"."""
    word = time.text.lower()
    if set(known(time)) - {"modifier", "hour"} != {"part"} or word[0].isdigit():
        return True
    return word in _ALONE or word.startswith(("at ", "in the ", "before", "after", "around", "by "))
