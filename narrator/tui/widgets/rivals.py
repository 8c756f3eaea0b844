"""What the other narrators say on the point under the cursor, with the clashing words marked on both sides and the reason."""

from collections.abc import Iterable, Iterator

from narrator.model.comparison import Comparison
from narrator.model.statement import Statement
from narrator.tui.reading import FRAME, UPDATE, Sign, chain, day_beside, flagged, heard, marks_of, name_of, within
from narrator.tui.rivalry import Clash, Course, Rival, Rivalry, Words, rivalry
from narrator.tui.widgets.chrome import WIDE
from narrator.tui.widgets.lines import Line, Mark, Piece, marked, paragraph, quotation, wrap
from narrator.tui.widgets.page import Page
from narrator.tui.words import count, language_of, outlet

INDENT = " "


class RivalsPane(Page):
    """The rivals of one statement as items; opening one leads to its article at the very words."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.comparison: Comparison | None = None
        self.statement: Statement | None = None
        self.rivalry = Rivalry()
        self.rivals: tuple[Rival, ...] = ()
        self._number = 0

    @property
    def items(self) -> int:
        """The rivals."""
        return len(self.rivals)

    @property
    def rival(self) -> Rival | None:
        """The rival under the cursor."""
        return self.rivals[self.cursor] if self.rivals else None

    def show(self, comparison: Comparison | None, statement: Statement | None) -> None:
        """Show the rivals of a statement, the sharpest difference first; the cursor stays on its rival of the same statement."""
        here = self.rival
        same = bool(self.statement and statement and self.statement.id == statement.id)
        self.comparison, self.statement = comparison, statement
        self.rivalry = rivalry(comparison, statement) if comparison and statement else Rivalry()
        self.rivals = self.rivalry.rivals
        ids = [rival.statement.id for rival in self.rivals]
        kept = same and here is not None and here.statement.id in ids
        with self.prevent(Page.Moved):
            self.cursor = _nearest(ids, here.statement.id, self.cursor) if kept and here else 0
        if not kept:
            self.scroll_home(animate=False)
        self.renew()

    def lay_out(self, width: int) -> list[Line]:
        """The statement itself, then its rivals."""
        measure = width - 2
        if self.comparison is None:
            return [Line(), *paragraph(self.awaited, measure, None, "muted", indent=INDENT)]
        if self.statement is None:
            nothing = "Nothing here was read for statements, so that nothing can be compared."
            return [Line(), *paragraph(nothing, measure, None, "muted", indent=INDENT), *self._missing(measure)]
        self._number = 0
        lines = list(self._statement(self.comparison, self.statement, measure))
        if not self.rivals:
            alone = "Only here: no other narrator speaks to this."
            lines += [Line(), *paragraph(alone, measure, None, "muted", indent=INDENT)]
        for clash in self.rivalry.clashes:
            lines += [Line(), *self._clash(self.comparison, clash, measure)]
        for words in self.rivalry.words:
            lines += [Line(), *self._words(self.comparison, words, measure)]
        for course in self.rivalry.courses:
            lines += [Line(), *self._course(self.comparison, course, measure)]
        for word, rivals in self.rivalry.others:
            lines += [Line(), *_heading(rivals[0].sign, word, "", measure)]
            lines += self._accounts(self.comparison, rivals, measure)
        for words in self.rivalry.more_words:
            lines += [Line(), *self._words(self.comparison, words, measure)]
        return [*lines, *self._missing(measure), Line()]

    def _statement(self, comparison: Comparison, statement: Statement, width: int) -> Iterator[Line]:
        """The question, how many speak to it, and the statement itself where its text does not stand just above."""
        labels = list(dict.fromkeys(claim.label for claim in self.rivalry.claims))
        compact = self._compact
        if not compact:
            yield Line()
        if labels:
            yield from self._question(comparison, labels, width)
        if not compact:
            yield Line()
        yield from paragraph(heard(comparison, statement), width, None, "muted" if compact else "strong", indent=INDENT)
        if not compact:
            marks = within(statement, marks_of(flagged(comparison, statement), statement))
            yield from quotation(statement.text, width, None, marks, indent=INDENT)

    @property
    def _compact(self) -> bool:
        """Whether the text stands just above, and lines are few."""
        return self.app.size.width < WIDE

    def bring_into_view(self) -> None:
        """What stands above the first rival belongs to it, also where the two do not fit together."""
        if self.cursor:
            super().bring_into_view()
        else:
            self.scroll_home(animate=False)

    def _question(self, comparison: Comparison, labels: list[str], width: int) -> list[Line]:
        members = {one for claim in self.rivalry.claims for one in (*claim.statements, *claim.more)}
        statements = [comparison.statement_by_id[one] for one in members]
        narrators = count(len({comparison.teller(one).id for one in statements}), "narrator")
        outlets, origins = comparison.reach_of(one.article for one in statements)
        reach = f"{count(outlets, 'outlet')} / {count(origins, 'origin')}" if origins < outlets else ""
        also = f"also: {'; '.join(labels[1:])}" if len(labels) > 1 and not self._compact else ""
        told = " · ".join(part for part in (labels[0], narrators, reach, also) if part)
        marks = (Mark(0, len(labels[0]), "title"), Mark(len(labels[0]), len(told), "muted"))
        return _mixed(told, width, None, marks)

    def _clash(self, comparison: Comparison, clash: Clash, width: int) -> Iterator[Line]:
        yield from _heading(clash.rivals[0].sign, name_of(clash.link)[2:], clash.why, width, clash.own)
        if clash.beside:
            names = "; ".join(dict.fromkeys(chain(comparison, one) for one in clash.beside))
            yield from paragraph(f"so too: {names}", width, None, "muted", indent=INDENT)
        yield from self._accounts(comparison, clash.rivals, width)

    def _accounts(self, comparison: Comparison, rivals: Iterable[Rival], width: int) -> Iterator[Line]:
        """Each rival with its words; air between two."""
        for place, rival in enumerate(rivals):
            if place:
                yield Line()
            yield from self._account(comparison, rival, width)

    def _account(self, comparison: Comparison, rival: Rival, width: int) -> list[Line]:
        number, statement = self._next(), rival.statement
        marks = within(statement, marks_of((rival.clash,), statement)) if rival.clash else ()
        lines = self._teller(comparison, rival, number, width)
        if rival.again and marks:
            said = " … ".join(f"“{statement.text[mark.start : mark.end]}”" for mark in marks)
            lines += paragraph(said, width, number, marks[0].role, indent=INDENT)
        else:
            lines += quotation(statement.text, width, number, marks, indent=INDENT)
        if rival.copies:
            names = "; ".join(dict.fromkeys(chain(comparison, one) for one in rival.copies))
            lines += paragraph(f"in the same words: {names}", width, number, "muted", indent=INDENT)
        if rival.doubts:
            lines += paragraph(
                f"Perhaps not the same: {', '.join(rival.doubts)}.", width, number, "muted", indent=INDENT
            )
        return lines

    def _teller(self, comparison: Comparison, rival: Rival, number: int, width: int) -> list[Line]:
        said, when = heard(comparison, rival.statement), self._when(comparison, rival.statement)
        told = f"{said} · {when}"
        marks = (Mark(0, len(said), "strong"), Mark(len(said), len(told), "muted"))
        return _mixed(told, width, number, marks)

    def _when(self, comparison: Comparison, statement: Statement) -> str:
        assert self.statement is not None
        here = comparison.article_by_id[self.statement.article].published
        return day_beside(comparison.article_by_id[statement.article].published, here)

    def _words(self, comparison: Comparison, words: Words, width: int) -> Iterator[Line]:
        """Who calls the same party or act by other words."""
        if words.clash:
            yield from _heading(FRAME, name_of(words.clash)[2:], "Others say:", width, words.own)
        else:
            yield from _heading(None, "other words for", "", width, words.own)
        for said, rival in words.named:
            role = "clash-frame" if rival.clash else "quote"
            yield from self._short(said, role, chain(comparison, rival.statement), rival, comparison, width)

    def _course(self, comparison: Comparison, course: Course, width: int) -> Iterator[Line]:
        """The steps of a figure or status, oldest first; one's own is marked."""
        kind = f" · {course.chain.kind.value.replace('_', ' ')}" if course.chain.kind else ""
        yield from _heading(UPDATE, f"updates{kind}", "", width)
        for stage in course.stages:
            if stage.here:
                assert self.statement is not None
                told = f"▸ “{stage.words}” here"
                marks = (Mark(0, len(told) - 5, "clash-update"), Mark(len(told) - 5, len(told), "chosen"))
                yield from _mixed(told, width, None, marks)
            for rival in stage.rivals:
                names = chain(comparison, rival.statement)
                yield from self._short(stage.words, "clash-update", names, rival, comparison, width)

    def _short(self, words: str, role: str, names: str, rival: Rival, comparison: Comparison, width: int) -> list[Line]:
        """An account by the words that matter alone."""
        said = f"“{words}”"
        told = f"{said} {names} · {self._when(comparison, rival.statement)}"
        marks = (Mark(0, len(said), role), Mark(len(said), len(told), "muted"))
        return _mixed(told, width, self._next(), marks)

    def _next(self) -> int:
        self._number += 1
        return self._number - 1

    def _missing(self, width: int) -> list[Line]:
        """The articles that could not be compared: their silence says nothing."""
        assert self.comparison is not None
        missing = [one for one in self.comparison.articles if one.id not in self.comparison.extracted]
        if not missing:
            return []
        names = "; ".join(f"{outlet(article)} ({language_of(article)})" for article in missing)
        return [Line(), *paragraph(f"Not extracted: {names}", width, None, "muted", indent=INDENT)]


def _nearest(ids: list[str], wanted: str, place: int) -> int:
    """The place of an id; of several, as a statement may clash twice, the one nearest to `place`."""
    return min((number for number, one in enumerate(ids) if one == wanted), key=lambda number: abs(number - place))


def _heading(sign: Sign | None, name: str, why: str, width: int, words: str = "") -> list[Line]:
    """Sign and kind, the statement's own words at stake, then the reason in a sentence."""
    head = f"{sign.glyph} {name}" if sign else name
    own = f"{head} “{words}”" if words else head
    told = f"{own}  {why}" if why else own
    marks = (
        Mark(0, len(head), sign.role if sign else "muted"),
        Mark(len(head) + 1, len(own), f"clash-{sign.role}" if sign else "quote"),
        Mark(len(own), len(told), "muted"),
    )
    return _mixed(told, width, None, marks)


def _mixed(text: str, width: int, item: int | None, marks: tuple[Mark, ...]) -> list[Line]:
    """A text of several styles, wrapped and indented."""
    lines = wrap(text, width - len(INDENT))
    return [Line((Piece(INDENT), *marked(text, start, end, marks)), item) for start, end in lines]
