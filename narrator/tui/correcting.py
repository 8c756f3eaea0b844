"""What the reader can decide about the words under the cursor, in words, and why some of it does not apply now."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from narrator.model.comparison import Comparison, Relation
from narrator.model.notebook import Correction, CorrectionKind, named
from narrator.model.party import Narrator
from narrator.model.statement import Statement
from narrator.tui.reading import SIGN_OF_RELATION, chain
from narrator.tui.screens.chooser import Option
from narrator.tui.widgets.lines import fit
from narrator.tui.words import outlet

KINDS: Mapping[str, CorrectionKind] = {
    "link_by_hand" if kind is CorrectionKind.LINK else kind.value: kind for kind in CorrectionKind
}
"""The command of each kind."""

NO_SIDE = "no side"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a correction acts on: `here` is under the cursor, `other` is what it stands against, or what is `held`.

    Where the two are parted, it is `here` that leaves the rows of `other`, unless `other_leaves`.
    """

    comparison: Comparison
    here: Statement
    other: Statement | None = None
    held: bool = False
    other_leaves: bool = False

    @property
    def teller(self) -> str:
        """Who says what is under the cursor."""
        return self.comparison.teller(self.here).name

    @property
    def rowmates(self) -> bool:
        """Whether the two share a row."""
        claims = self.comparison.claim_of
        return self.other is not None and not {one.id for one in claims.get(self.here.id, ())}.isdisjoint(
            one.id for one in claims.get(self.other.id, ())
        )

    @property
    def linked(self) -> bool:
        """Whether anything is said of how the two stand to each other."""
        links = self.comparison.links_of.get(self.here.id, ())
        return self.other is not None and any(self.other.id in (link.left, link.right) for link in links)

    @property
    def one_voice(self) -> bool:
        """Whether one narrator says both in one outlet."""
        ends = [(one.narrators[0], one.narrators[-1]) for one in (self.here, self.other) if one is not None]
        return len(ends) == 2 and ends[0] == ends[1]

    @property
    def pair(self) -> tuple[str, ...]:
        """The ids of the two, first the one that stays where it is."""
        if self.other is None:
            return (self.here.id,)
        pair = (self.other.id, self.here.id)
        return pair[::-1] if self.other_leaves else pair

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called, `here` first: their tellers, or the whole chains where one person tells both."""
        assert self.other is not None
        tellers = [self.comparison.teller(one).name for one in (self.here, self.other)]
        if tellers[0] == tellers[1]:
            tellers = [chain(self.comparison, one) for one in (self.here, self.other)]
        return tellers[0], tellers[1]


def refusal(subject: Subject, kind: CorrectionKind, hold: str) -> str:
    """Why a correction cannot be made now, in words; empty where it can. `hold` is the key that holds a statement."""
    if kind in _REFUSALS and subject.other is None:
        return f"needs a second: hold one with {hold}"
    return _REFUSALS[kind](subject) if kind in _REFUSALS else _alone(subject, kind)


def _alone(subject: Subject, kind: CorrectionKind) -> str:
    if kind is CorrectionKind.HIDE and not subject.comparison.claim_of.get(subject.here.id):
        return "it stands in no row"
    if kind is CorrectionKind.SAME_NARRATOR and not other_narrators(subject):
        return "there is no other narrator"
    return ""


def _apart(subject: Subject) -> str:
    return "" if subject.rowmates or subject.linked else "they share no row"


_REFUSALS: Mapping[CorrectionKind, Callable[[Subject], str]] = {
    CorrectionKind.SAME_ROW: lambda subject: "they share a row already" if subject.rowmates else "",
    CorrectionKind.NOT_SAME_ROW: _apart,
    CorrectionKind.NOT_SAME_EVENT: _apart,
    CorrectionKind.RELATION_IS: lambda subject: "" if subject.linked else "they are not linked yet",
    CorrectionKind.LINK: lambda subject: (
        "they are linked already" if subject.linked else "one narrator says both" if subject.one_voice else ""
    ),
}


def effect(subject: Subject, kind: CorrectionKind) -> str:
    """What a correction would do to just these words, where its name leaves that open; else empty."""
    if kind in {CorrectionKind.NOT_SAME_ROW, CorrectionKind.NOT_SAME_EVENT}:
        return f"Takes out {subject.names[1 if subject.other_leaves else 0]}"
    side = subject.comparison.teller(subject.here).side
    told = {
        CorrectionKind.SPEAKER_IS: f"Not {subject.teller}, but someone else",
        CorrectionKind.SAME_NARRATOR: f"{subject.teller} and … are one",
        CorrectionKind.SIDE_IS: f"Of {subject.teller}" + (f", now {side}" if side else ""),
    }
    return told.get(kind, "")


def question(subject: Subject, kind: CorrectionKind) -> str:
    """What is asked before a correction is made."""
    asked = {
        CorrectionKind.SPEAKER_IS: f"Who says this, if not {subject.teller}?",
        CorrectionKind.SAME_NARRATOR: f"Who is {subject.teller}? The name chosen stands for both.",
        CorrectionKind.SIDE_IS: f"Which side is {subject.teller} on?",
    }
    return asked.get(kind, "How do the two stand to each other?")


def speakers(subject: Subject) -> list[Option]:
    """Every narrator by name, those who speak most first."""
    comparison = subject.comparison
    told = [one.narrators[-1] for one in comparison.statements]
    ordered = sorted(comparison.narrators, key=lambda one: (-told.count(one.id), one.name))
    others = [one for one in ordered if one.id != subject.here.narrators[-1]]
    names = Counter(one.name for one in ordered)
    return [
        Option(named(one.name, one.id) if names[one.name] > 1 else one.name, one.name, _note(comparison, one))
        for one in others
    ]


def _note(comparison: Comparison, narrator: Narrator) -> str:
    """The sort of a narrator, and of several of one name also where it is heard first."""
    kind = narrator.kind.value.replace("_", " ")
    if sum(one.name == narrator.name for one in comparison.narrators) == 1:
        return kind
    first = next((one for one in comparison.statements if narrator.id in one.narrators), None)
    where = comparison.article_by_id[first.article] if first else None
    heard = (f"in {outlet(where)}", where.title) if where else ()
    return " · ".join(part for part in (kind, *heard) if part)


def other_narrators(subject: Subject) -> list[Option]:
    """The first statement of every other narrator who tells anything, by the narrator's name; who is beside the cursor first."""
    comparison = subject.comparison
    beside = [subject.other] if subject.other is not None else []
    first = {one.narrators[-1]: one.id for one in reversed(comparison.statements)}
    first |= {one.narrators[-1]: one.id for one in beside}
    ids = list(dict.fromkeys([*(one.narrators[-1] for one in beside), *reversed(first)]))
    known = comparison.narrator_by_id
    return [
        Option(first[one], known[one].name, _note(comparison, known[one]))
        for one in ids
        if one != subject.here.narrators[-1]
    ]


def sides(subject: Subject) -> list[Option]:
    """The sides that narrators are on, and none."""
    known = sorted({one.side for one in subject.comparison.narrators if one.side})
    now = subject.comparison.teller(subject.here).side
    options = [Option(one, one) for one in known if one != now]
    return [*options, Option("", NO_SIDE)] if now else options


def relations(subject: Subject) -> list[Option]:
    """How the two can stand to each other, whichever of them comes first; ids as `relation` reads them."""
    here, other = subject.names
    told = [
        (Relation.CONTRADICTS, "They contradict each other", ""),
        (Relation.DENIES, f"{here} denies what {other} says", f"{other} denies what {here} says"),
        (Relation.UPDATE, f"{other} tells a later state", f"{here} tells a later state"),
        (Relation.FRAMES_DIFFERENTLY, "They frame it differently", ""),
        (Relation.SAME, "They say the same", ""),
        (Relation.MORE_SPECIFIC, f"{here} is more specific", f"{other} is more specific"),
        (Relation.ADDS, f"{here} adds another part", f"{other} adds another part"),
        (Relation.DIFFERENT_EVENT, "They speak of different events", ""),
        (Relation.UNCLEAR, "It cannot be told", ""),
    ]
    return [
        Option(
            f"{relation.value} {turned}", text, SIGN_OF_RELATION[relation].glyph if relation in SIGN_OF_RELATION else ""
        )
        for relation, *texts in told
        for turned, text in enumerate(texts)
        if text
    ]


def ordered(subject: Subject, answer: str) -> tuple[tuple[str, ...], str]:
    """The two statements in the order that an answer of `relations` means, and the relation."""
    assert subject.other is not None
    relation, turned = answer.split()
    pair = (subject.here.id, subject.other.id)
    return (pair[::-1] if turned == "1" else pair), relation


def settled(subject: Subject, kind: CorrectionKind, answer: str) -> tuple[Sequence[str], str]:
    """The statements (ids) and the value of a correction, given the answer to its question."""
    if kind in {CorrectionKind.RELATION_IS, CorrectionKind.LINK}:
        return ordered(subject, answer)
    if kind is CorrectionKind.SAME_NARRATOR:
        return (answer, subject.here.id), ""
    if kind in {CorrectionKind.SPEAKER_IS, CorrectionKind.SIDE_IS}:
        return (subject.here.id,), answer
    return ((subject.here.id,) if kind is CorrectionKind.HIDE else subject.pair), ""


def told(correction: Correction, end: str, width: int) -> str:
    """What was done to whose words, in a line of at most `width` cells that ends with `end`; the words are cut to fit."""
    room = width - cell_len(end)
    tellers = [fit(chain[-1], max(width // 6, 8)) for chain in correction.tellers if chain]
    one, other = (*tellers, "", "")[:2]
    value = correction.words.removeprefix(correction.kind.value.replace("_", " ")).strip()
    kind, number = correction.kind, 0
    if kind is CorrectionKind.SAME_NARRATOR:
        return fit(f"{other} and {one} are one narrator now", room) + end
    if kind is CorrectionKind.SIDE_IS:
        return fit(f"Side of {one}: {value}", room) + end
    if kind in {CorrectionKind.NOT_SAME_ROW, CorrectionKind.NOT_SAME_EVENT}:
        left = "row" if kind is CorrectionKind.NOT_SAME_ROW else "event"
        number, done = 1, f" ({other}) left the {left} of {one}"
    elif kind is CorrectionKind.SAME_ROW:
        done = f" ({one}) shares a row with {other}"
    elif kind is CorrectionKind.SPEAKER_IS:
        done = f": said by {fit(value, max(width // 4, 8))}, not {one}"
    elif kind is CorrectionKind.HIDE:
        done = f" ({one}) left every row"
    else:
        done = f" ({one}) and {other}: {value}"
    words = " ".join(correction.anchors[number].exact.split())
    return fit(f"“{fit(words, max(room - cell_len(done) - 2, 6))}”{done}", room) + end
