"""Notes in Markdown that `narrator.export.verify` can check against the sources, byte for byte the same for the same input.

Verbatim words stand between straight quotation marks, escaped so that they can be read back exactly. Every quote in a table
refers to a numbered source, which pins it to a text by SHA-256 and to a place in it by offsets in Unicode code points.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from narrator.export import clashes, wording
from narrator.export.escape import UNSAFE, escape_markdown
from narrator.model.article import Article, Span, timestamp
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Comparison, Link
from narrator.model.contrast import Contrast
from narrator.model.grade import SOURCES, STATEMENTS
from narrator.model.notebook import Anchor, Bookmark, Notebook
from narrator.model.statement import Statement

FORMAT = "Narrator notes format 1."
_COLUMNS = "| Narrator | Statement (verbatim) | In | Published | Ref |\n|---|---|---|---|---|"
_SCALE = "\n".join(
    [
        "## Grades",
        "",
        "The reader's own: a letter for the source, a figure for the statement.",
        "",
        *(f"- {sign}: {words}" for sign, words in (SOURCES | STATEMENTS).items()),
    ]
)
_WEB = re.compile(r"https?://[^\s<>\"|\\`]+")
_BLOCK_START = re.compile(r"^(\d+(?=[.)]))?([-+=.)])")


def comparison_notes(
    comparison: Comparison,
    title: str,
    notebook: Notebook | None = None,
    exported: date | None = None,
    only: wording.Only = "all",
) -> str:
    """The dossier of an event: every claim that several parties speak to, what clashes and why, and the sources.

    `notebook` adds the status and note of what was bookmarked; a date of export appears only where one is given;
    `only` leaves out the claims without conflict or difference.
    """
    sources = Sources()
    numbers = wording.claim_numbers(comparison)
    shown = wording.shown_claims(comparison, only)
    bookmarks = notebook.bookmarks if notebook else ()
    blocks = [_heading(title, _coverage(comparison), exported)]
    told: dict[str, str] = {}
    blocks += [_claim(comparison, claim, numbers[claim.id], bookmarks, sources, told) for claim in shown]
    loose = wording.loose_links(comparison, only)
    if loose:
        blocks.append(_across(comparison, loose, sources))
    blocks += _contrasts(comparison, wording.contrasts(comparison, only), sources)
    silent = [article for article in comparison.articles if article.id not in comparison.extracted]
    if silent:
        blocks.append("## Not extracted\n\n" + "\n".join(f"- {source_head(article)}." for article in silent))
    return _page([*blocks, sources.section()])


def notebook_notes(notebook: Notebook, title: str = "Notebook", exported: date | None = None) -> str:
    """All bookmarks with what the reader wrote about them, and the sources."""
    sources = Sources()
    articles = {article.id: article for article in notebook.articles}
    told = f"{wording.counted(len(notebook.bookmarks), 'bookmark')}."
    blocks = [_heading(title, told, exported)]
    blocks += [
        _bookmark(bookmark, f"B-{index:02}", articles, sources) for index, bookmark in enumerate(notebook.bookmarks, 1)
    ]
    if any(bookmark.grades for bookmark in notebook.bookmarks):
        blocks.append(_SCALE)
    return _page([*blocks, sources.section()])


class Sources:
    """The numbered citations, in the order in which the notes refer to them."""

    def __init__(self) -> None:
        self._entries: dict[str, int] = {}

    def cite(self, article: Article, spans: tuple[Span, ...]) -> int:
        """Number of the citation of these words."""
        retrieved = f", retrieved {timestamp(article.retrieved)}" if article.retrieved else ""
        pin = source_pin(article.text_sha256, Anchor.of(article, spans))
        entry = f"{source_head(article)}{retrieved}, {pin}"
        return self._entries.setdefault(entry, len(self._entries) + 1)

    def cite_lost(self, anchor: Anchor) -> int:
        """Number of the citation of words whose article is no longer at hand, so that its text has no known hash."""
        entry = f"Article {anchor.article}, no longer in the library, {source_pin('unknown', anchor)}"
        return self._entries.setdefault(entry, len(self._entries) + 1)

    def section(self) -> str:
        """The list of all citations."""
        return "## Sources\n\n" + "\n".join(f"{number}. {entry}" for entry, number in self._entries.items())


def source_head(article: Article) -> str:
    """Outlet, title, authors, time and address, as a citation begins."""
    parts = [escape_markdown(article.outlet or "Unknown outlet")]
    if article.title:
        parts.append(f'"{escape_markdown(article.title)}"')
    if article.authors:
        parts.append(escape_markdown(" and ".join(article.authors)))
    if article.published:
        parts.append(str(timestamp(article.published)))
    if article.url:
        safe = _WEB.fullmatch(article.url) and not UNSAFE.search(article.url)
        parts.append(f"<{article.url}>" if safe else escape_markdown(article.url))
    return ", ".join(parts)


def source_pin(sha256: str, anchor: Anchor) -> str:
    """Where exactly the words stand: hash of the text, offsets, and the characters on either side."""
    places = ", ".join(f"{start}-{end}" for start, end in anchor.spans)
    after, before = escape_markdown(anchor.prefix), escape_markdown(anchor.suffix)
    return f'sha256 {sha256}, characters {places}, after "{after}", before "{before}".'


def _page(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _heading(title: str, told: str, exported: date | None) -> str:
    dated = f" Exported {exported.isoformat()}." if exported else ""
    return f"# {escape_markdown(title)}\n\n{told} {FORMAT}{dated}"


def _coverage(comparison: Comparison) -> str:
    told = f"Sources: {wording.outlets(comparison)}, {wording.origins(comparison)}."
    days = sorted(wording.moment(article.published)[:10] for article in comparison.articles if article.published)
    if not days:
        return told
    return f"{told} Coverage published {days[0] if days[0] == days[-1] else f'{days[0]} to {days[-1]}'}."


def _claim(
    comparison: Comparison,
    claim: Claim,
    number: str,
    bookmarks: Sequence[Bookmark],
    sources: Sources,
    told: dict[str, str],
) -> str:
    """A row. `told` maps links and notes to the row that told them first: statements of several rows are not explained twice."""
    statements = wording.members(comparison, claim)
    links = tuple(link for link in comparison.claim_links(claim) if link.flagged)
    kept = [bookmark for bookmark in bookmarks if _holds(bookmark, statements)]
    kinds = "".join(f" `{kind}`" for kind in wording.kind_words(links))
    status = f" · status: {', '.join(dict.fromkeys(one.status for one in kept))}" if kept else ""
    lines = [f"## {number} {escape_markdown(claim.label)}{kinds}{status}", f"{wording.reach(comparison, claim)}."]
    lines += [_table(comparison, statements, sources)]
    held = clashes.told(comparison, claim)
    lines += [
        _chain(comparison, chain, sources) for chain in held.chains if clashes.is_first(number, chain.links, told)
    ]
    lines += [_clash(comparison, one, sources) for one in held.clashes if clashes.is_first(number, one.links, told)]
    lines += [escape_markdown(clashes.see_contrasts(held.contrasted)), clashes.above(number, links, told)]
    lines += [_note(one.note) for one in kept if one.note and clashes.is_first(number, [one.id], told)]
    return "\n\n".join(line for line in lines if line)


def _across(comparison: Comparison, links: Sequence[Link], sources: Sources) -> str:
    """Links between statements of different claims."""
    sides = dict.fromkeys(side for link in links for side in (link.left, link.right))
    statements = [comparison.statement_by_id[side] for side in sides]
    found = [_clash(comparison, clash, sources) for clash in clashes.gathered(comparison, links)]
    return "\n\n".join(["## Across claims", _table(comparison, statements, sources), *found])


def _contrasts(comparison: Comparison, contrasts: Sequence[Contrast], sources: Sources) -> list[str]:
    """Who names one party or act by which words: a table for each."""
    blocks = [f"## {wording.CONTRASTS}"] if contrasts else []
    for contrast in contrasts:
        rows = [_COLUMNS]
        for naming in wording.namings(contrast):
            statement = comparison.statement_by_id[naming.statement]
            article, names = comparison.article_by_id[statement.article], wording.told_by(comparison, statement)
            number = sources.cite(article, (naming.span,))
            rows.append(_row(wording.teller(names), naming.text, names[0], article, number))
        blocks.append(f"### {escape_markdown(contrast.referent)}\n\n" + "\n".join(rows))
    return blocks


def _holds(bookmark: Bookmark, statements: Sequence[Statement]) -> bool:
    places = {(statement.article, statement.spans) for statement in statements}
    return all((anchor.article, anchor.spans) in places for anchor in bookmark.anchors)


def _table(comparison: Comparison, statements: Sequence[Statement], sources: Sources) -> str:
    rows = []
    for statement in statements:
        article = comparison.article_by_id[statement.article]
        names = wording.told_by(comparison, statement)
        number = sources.cite(article, statement.spans)
        rows.append(_row(wording.teller(names), article.quote(statement.spans), names[0], article, number))
    return "\n".join([_COLUMNS, *rows])


def _row(narrator: str, words: str, outlet: str, article: Article | None, number: int) -> str:
    published = wording.moment(article.published) if article else ""
    cells = (
        escape_markdown(narrator),
        f'"{escape_markdown(words)}"',
        escape_markdown(outlet),
        published,
        f"[{number}]",
    )
    return f"| {' | '.join(cells)} |"


def _clash(comparison: Comparison, clash: clashes.Clash, sources: Sources) -> str:
    link, sides = clash.link, []
    for statements, words in zip((clash.left, clash.right), wording.clash(comparison, link), strict=True):
        cited = "".join(f"[{_cited(comparison, one, sources)}]" for one in statements)
        sides.append(f'"{escape_markdown(words)}" {cited}' if words else cited)
    why = f" Why: {escape_markdown(link.explanation)}" if link.explanation else ""
    return f"Clash: {' / '.join(sides)} ({wording.relation_words(link)}).{why}"


def _cited(comparison: Comparison, statement: Statement, sources: Sources) -> int:
    return sources.cite(comparison.article_by_id[statement.article], statement.spans)


def _chain(comparison: Comparison, chain: Chain, sources: Sources) -> str:
    def cited(statements: Iterable[Statement]) -> str:
        return "".join(f"[{_cited(comparison, one, sources)}]" for one in statements)

    told = " → ".join(
        ", ".join(f'"{escape_markdown(words)}" {cited(said)}' for words, said in stage)
        for stage in clashes.stages(comparison, chain)
    )
    return f"Chain: {told} ({wording.chain_words(chain)})."


def _bookmark(bookmark: Bookmark, number: str, articles: dict[str, Article], sources: Sources) -> str:
    kind = bookmark.kind or bookmark.relation
    heading = f"## {number} {escape_markdown(bookmark.label)}" + (f" `{kind.replace('_', ' ')}`" if kind else "")
    rows, numbers = [_COLUMNS], []
    for index, anchor in enumerate(bookmark.anchors):
        article = articles.get(anchor.article)
        names = bookmark.tellers[index] if bookmark.tellers else ()
        outlet = names[0] if names else wording.outlet(article) if article else anchor.article
        cited = sources.cite(article, anchor.spans) if article and anchor.holds(article) else sources.cite_lost(anchor)
        rows.append(_row(wording.teller(names) if names else "", anchor.exact, outlet, article, cited))
        numbers.append(cited)
    lines = [f"{heading} · status: {bookmark.status}", "\n".join(rows), *_kept_clash(bookmark, numbers)]
    if grades := [
        f"[{one}] {bookmark.grade_of(index)}" for index, one in enumerate(numbers) if bookmark.grade_of(index)
    ]:
        lines.append(f"Graded: {', '.join(grades)}")
    if bookmark.tags:
        lines.append(f"Tags: {', '.join(escape_markdown(tag) for tag in bookmark.tags)}")
    if bookmark.note:
        lines.append(_note(bookmark.note))
    return "\n\n".join(lines)


def _kept_clash(bookmark: Bookmark, numbers: Sequence[int]) -> list[str]:
    """The clashing words that the bookmark keeps, and why they clash."""
    why = f"Why: {escape_markdown(bookmark.explanation)}" if bookmark.explanation else ""
    words = [bookmark.clashing(index) for index in range(len(numbers))]
    if not any(words):
        return [why] if why else []
    sides = (
        f'"{escape_markdown(said)}" [{one}]' if said else f"[{one}]" for said, one in zip(words, numbers, strict=True)
    )
    kinds = ", ".join(one.replace("_", " ") for one in (bookmark.relation, bookmark.kind) if one)
    return [f"Clash: {' / '.join(sides)}{f' ({kinds})' if kinds else ''}.{f' {why}' if why else ''}"]


def _note(note: str) -> str:
    """The reader's words as a block quotation, line by line, so that no line of theirs can begin a block of the notes."""
    lines = (_BLOCK_START.sub(r"\1\\\2", escape_markdown(line.strip())) for line in note.strip().split("\n"))
    return "Note:\n\n" + "\n".join(f"> {line}".rstrip() for line in lines)
