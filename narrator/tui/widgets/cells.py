"""What stands in the cells of a comparison, as blocks of text: these can be counted in lines long before they are drawn."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from narrator.model.article import Article
from narrator.model.chain import Account, Chain
from narrator.model.comparison import Column, Comparison, Relation
from narrator.model.statement import Quantity, Statement
from narrator.tui.reading import KEPT, SIGN_OF_RELATION, UPDATE, chain, marks_of, name_of, reach, voice, within
from narrator.tui.widgets.lines import Line, Mark, Piece, count_lines, fit, marked, occurrences, wrap
from narrator.tui.widgets.rows import Row

HATCH = "╲"
LONGEST_STAGE = 18
"""Cells of one stage of a chain."""
_QUOTES = ("“", '"', "„", "«", "‘")


class Block(NamedTuple):
    """A text to be wrapped. `lead` stands in the indent of its first line; `item` is the number of the statement in its cell.

    With a `statement` the text is its quotation, whose clashing words are looked up when it is drawn.
    """

    text: str
    roles: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    indent: int = 0
    lead: Piece = Piece("")
    item: int | None = None
    statement: Statement | None = None
    column: int | None = None


@dataclass
class Sheet:
    """What is shown: rows and columns of a comparison in their order, and what the reader did with them.

    `expanded` holds the cells, by claim and column, of which all statements are shown; `kept` the ids of the statements in the
    notebook; `words` what is being searched for; `silences` and `articles` say of each column (id) why its cells are empty and
    which articles fill it.
    """

    comparison: Comparison = field(default_factory=Comparison)
    rows: Sequence[Row] = ()
    columns: Sequence[Column] = ()
    pinned: int = 0
    hidden: int = 0
    silences: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, Sequence[Article]] = field(default_factory=dict)
    kept: Collection[str] = frozenset()
    expanded: set[tuple[str, str]] = field(default_factory=set)
    words: str = ""

    @property
    def arranged(self) -> str:
        """What the columns are, and how many of them are hidden."""
        return f"by {self.comparison.by}{f' · {self.hidden} hidden' if self.hidden else ''}"

    def said(self, row: Row, column: Column) -> tuple[Statement, ...]:
        """The statements shown in a cell."""
        cell = row.cells.get(column.id, ())
        return cell + row.more.get(column.id, ()) if (row.claim.id, column.id) in self.expanded else cell

    def beside(self, row: Row, column: Column) -> int:
        """How many more statements a cell holds than it shows."""
        return 0 if (row.claim.id, column.id) in self.expanded else len(row.more.get(column.id, ()))


def height(blocks: Iterable[Block], width: int) -> int:
    """How many lines the blocks take."""
    return sum(count_lines(block.text, width - block.indent) for block in blocks)


def lines_of(sheet: Sheet, row: Row, blocks: Iterable[Block], width: int) -> list[tuple[Line, Block]]:
    """The lines of the blocks, each with its block; the line's item is the number of the statement in its cell."""
    return [(line, block) for block in blocks for line in _set(sheet, row, block, width)]


def _set(sheet: Sheet, row: Row, block: Block, width: int) -> list[Line]:
    marks = block.marks
    if block.statement is not None:
        added = block.text != block.statement.text
        clashing = within(block.statement, marks_of(row.clashes.get(block.statement.id, ()), block.statement))
        marks = tuple(Mark(mark.start + added, mark.end + added, mark.role) for mark in clashing)
    if sheet.words and (block.statement is not None or "strong" in block.roles):
        marks += tuple(Mark(start, end, "match") for start, end in occurrences(block.text, sheet.words))
    lines: list[Line] = []
    for start, end in wrap(block.text, width - block.indent):
        lead = block.lead if not lines else Piece("")
        indent = Piece(" " * (block.indent - cell_len(lead.text)))
        lines.append(Line((lead, indent, *marked(block.text, start, end, marks, *block.roles)), block.item))
    return lines


def quoted(text: str) -> str:
    """Verbatim words in quotation marks, their own or added ones."""
    return text if text.startswith(_QUOTES) else f"“{text}”"


def label_blocks(sheet: Sheet, row: Row) -> list[Block]:
    """Sign and label of a claim, how many speak to it, what they differ in, and how what is told rose or fell."""
    notes = [f"{row.filled} of {len(sheet.comparison.columns)}", reach(sheet.comparison, row.claim)]
    return [
        _headed(row),
        *(Block(note, ("muted",), indent=2) for note in notes if note),
        *(Block(text, (role,), indent=2) for text, role in differences(sheet.comparison, row).items()),
    ]


def differences(comparison: Comparison, row: Row) -> dict[str, str]:
    """What a row differs in, in words, each with its role; updates that follow each other as a chain: `⇡ number 3 → 9 → 17`."""
    chains = comparison.chains.get(row.claim.id, ())
    chained = {link for one in chains for link in one.links}
    found = {
        name_of(link): SIGN_OF_RELATION[link.relation].role
        for link in row.links
        if not (link.relation is Relation.UPDATE and link.id in chained)
    }
    return found | {_rise(comparison, one): UPDATE.role for one in chains}


def _rise(comparison: Comparison, one: Chain) -> str:
    stages = []
    for stage in one.stages:
        words = dict.fromkeys(_figure(comparison, account) for account in stage)
        stages.append(fit(", ".join(words), LONGEST_STAGE))
    kind = one.kind.value.replace("_", " ") if one.kind else UPDATE.word
    return f"{UPDATE.glyph} {kind} {' → '.join(stages)}"


def _figure(comparison: Comparison, account: Account) -> str:
    """The figure that changed, as it is written; where it is none, the words."""
    statement = comparison.statement_by_id[account.statement]
    for quantity in statement.quantities:
        if any(quantity.span.overlaps(span) for span in account.spans):
            return _interval(quantity)
    return comparison.article_by_id[statement.article].quote(account.spans)


def _interval(quantity: Quantity) -> str:
    """A figure in digits: `17`, `≥17`, `10–17`."""
    low, high = (
        f"{bound:,.0f}" if bound and bound % 1 == 0 else f"{bound}" for bound in (quantity.minimum, quantity.maximum)
    )
    if quantity.maximum is None:
        return f"≥{low}"
    return low if quantity.minimum == quantity.maximum else f"{low}–{high}" if quantity.minimum else f"≤{high}"


def _headed(row: Row) -> Block:
    return Block(row.claim.label, ("strong",), indent=2, lead=Piece(f"{row.sign.glyph} ", (row.sign.role,)))


def cell_blocks(sheet: Sheet, row: Row, column: Column, width: int) -> list[Block]:
    """What a narrator says to a claim, verbatim, with who said it and what it clashes in; hatched, with the reason, where
    there is silence."""
    said, beside = sheet.said(row, column), sheet.beside(row, column)
    if not said:
        return [silent(sheet.silences.get(column.id, "not mentioned"), width)]
    several = len(said) + beside > 1
    blocks: list[Block] = []
    for number, statement in enumerate(said):
        if blocks:
            blocks.append(Block("", item=number))
        lead, clashes = Piece("· ", ("muted",)) if several else Piece(""), _clashes(row, statement)
        if clashes:
            told, marks = _joined(clashes)
            blocks.append(Block(told, ("muted",), marks, 2 * several, lead, number))
            lead = Piece("")
        head, marks = _joined([*_kept(sheet, statement), (_teller(sheet.comparison, statement), "")])
        blocks.append(Block(head, ("muted",), marks, 2 * several, lead, number))
        blocks.append(Block(quoted(statement.text), ("quote",), (), 2 * several, Piece(""), number, statement))
    if beside:
        blocks.append(Block(f"+{beside} more here", ("muted",), indent=2, item=len(said)))
    return blocks


def silent(reason: str, width: int) -> Block:
    """One hatched line that says why."""
    word = f"{HATCH * 3} {fit(reason, width - 5)} "
    text = word + HATCH * (width - cell_len(word))
    hatched = (Mark(0, 3, "hatch"), Mark(3, len(word), "faint"), Mark(len(word), len(text), "hatch"))
    return Block(text, (), hatched)


def _clashes(row: Row, statement: Statement) -> list[tuple[str, str]]:
    """Sign and kind of each difference that a statement takes part in, with its role."""
    links = row.clashes.get(statement.id, ())
    return list({name_of(link): SIGN_OF_RELATION[link.relation].role for link in links}.items())


def _kept(sheet: Sheet, statement: Statement) -> list[tuple[str, str]]:
    return [(KEPT.glyph, KEPT.role)] if statement.id in sheet.kept else []


def _joined(parts: Iterable[tuple[str, str]]) -> tuple[str, tuple[Mark, ...]]:
    """Texts in a line, and the marks that give each its role."""
    text, marks = "", []
    for part, role in parts:
        text += " · " if text else ""
        marks += [Mark(len(text), len(text) + len(part), role)] if role else []
        text += part
    return text, tuple(marks)


def _teller(comparison: Comparison, statement: Statement) -> str:
    """What the column's title leaves open: by outlet who is quoted there, else the whole chain."""
    return voice(comparison, statement) if comparison.by == "outlet" else chain(comparison, statement)


def stacked_blocks(sheet: Sheet, row: Row) -> list[Block]:
    """A row where it has the width for itself: the claim, then each narrator's words, then who is silent."""
    cells = (block for number in range(len(sheet.columns)) for block in stacked_cell(sheet, row, number))
    return [*stacked_label(sheet, row), *cells, *silent_blocks(sheet, row)]


def stacked_label(sheet: Sheet, row: Row) -> list[Block]:
    """The claim, and in a line what `label_blocks` says."""
    found = differences(sheet.comparison, row)
    notes = [f"{row.filled} of {len(sheet.comparison.columns)}", reach(sheet.comparison, row.claim)]
    note, marks = _joined([*((note, "") for note in notes if note), *found.items()])
    return [_headed(row), Block(note, ("muted",), marks, 2)]


def stacked_cell(sheet: Sheet, row: Row, number: int) -> list[Block]:
    """What the narrator of a column says, after its name; nothing where it is silent."""
    column, blocks = sheet.columns[number], []
    said, beside = sheet.said(row, column), sheet.beside(row, column)
    for item, statement in enumerate(said):
        teller = (_teller(sheet.comparison, statement), "muted")
        parts = [(column.title, "title"), teller, *_kept(sheet, statement), *_clashes(row, statement)]
        head, marks = _joined(parts)
        blocks.append(Block(head, ("muted",), marks, 2, Piece("  "), item, None, number))
        blocks.append(Block(quoted(statement.text), ("quote",), (), 2, Piece("  "), item, statement, number))
    if beside:
        blocks.append(Block(f"+{beside} more here", ("muted",), (), 2, Piece("  "), len(said), None, number))
    return blocks


def silent_blocks(sheet: Sheet, row: Row) -> list[Block]:
    """Who is silent, under each reason."""
    why: dict[str, list[str]] = {}
    for column in sheet.columns:
        if column.id not in row.cells:
            why.setdefault(sheet.silences.get(column.id, "not mentioned"), []).append(column.title)
    return [Block(f"{HATCH * 3} {reason}: {', '.join(titles)}", ("faint",), indent=2) for reason, titles in why.items()]
