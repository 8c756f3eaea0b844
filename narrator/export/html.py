"""A self-contained page with the matrix: claims down, narrators across. No scripts, nothing is loaded, all text is escaped."""

import html
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from narrator.export import clashes, wording
from narrator.export.escape import scrub
from narrator.model.article import Article, Span
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Column, Comparison, Link
from narrator.model.contrast import Contrast, Naming
from narrator.model.statement import Statement

_STYLE = """
:root { color-scheme: light dark; --line: #8886; --mark: #f6c34480; --silent: #8883; }
body { font: 1rem/1.45 Georgia, serif; margin: 2rem; }
table { border-collapse: collapse; min-width: 100%; }
th, td { border: 1px solid var(--line); padding: .5rem .6rem; text-align: start; vertical-align: top; min-width: 14rem; }
thead th { position: sticky; top: 0; background: Canvas; }
blockquote { margin: .1rem 0 .6rem; white-space: pre-line; unicode-bidi: plaintext; }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid; }
small, .silent { opacity: .75; }
.silent { background: repeating-linear-gradient(45deg, var(--silent) 0 1px, transparent 1px 8px); }
.why td { border-top: 0; }
.why p { margin: .2rem 0; }
"""


def comparison_html(comparison: Comparison, title: str, only: wording.Only = "all") -> str:
    """The whole page; `only` leaves out claims and links across claims without conflict or difference."""
    numbers = wording.claim_numbers(comparison)
    head = "".join(f'<th scope="col">{_text(column.title)}</th>' for column in comparison.columns)
    rows = [_row(comparison, claim, numbers[claim.id]) for claim in wording.shown_claims(comparison, only)]
    told = " · ".join((wording.outlets(comparison), wording.origins(comparison), wording.conflicts(comparison)))
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{_text(title)}</h1>\n<p>{told}</p>",
        f'<table><thead><tr><th scope="col">Claim</th>{head}</tr></thead><tbody>',
        *rows,
        "</tbody></table>",
        _loose(comparison, only),
        _contrasts(comparison, wording.contrasts(comparison, only)),
        "<h2>Sources</h2>\n<ol>",
        *(_source(comparison, article) for article in comparison.articles),
        "</ol>\n</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _text(text: str) -> str:
    return html.escape(scrub(text), quote=True)


def _row(comparison: Comparison, claim: Claim, number: str) -> str:
    flagged = tuple(link for link in comparison.claim_links(claim) if link.flagged)
    signs = f"{wording.sign(flagged[0])} " if flagged else ""
    kinds = f"<br><small>{', '.join(wording.kind_words(flagged))}</small>" if flagged else ""
    reach = f"<br><small>{wording.reach(comparison, claim)}</small>"
    cells = "".join(_cell(comparison, claim, column, flagged) for column in comparison.columns)
    row = f'<tr><th scope="row">{signs}{number} {_text(claim.label)}{kinds}{reach}</th>{cells}</tr>'
    if not flagged:
        return row
    told = clashes.told(comparison, claim)
    parts = [_chain(comparison, chain) for chain in told.chains]
    parts += [_clash(comparison, clash) for clash in told.clashes]
    parts += [f"<p>{_text(clashes.see_contrasts(told.contrasted))}</p>"] if told.contrasted else []
    why = "".join(parts)
    return f'{row}\n<tr class="why"><td colspan="{len(comparison.columns) + 1}">{why}</td></tr>'


def _cell(comparison: Comparison, claim: Claim, column: Column, flagged: Sequence[Link]) -> str:
    held = [one for one in wording.members(comparison, claim) if one.id in column.statements]
    if not held:
        return f'<td class="silent"><small>{"not mentioned" if column.statements else "not extracted"}</small></td>'
    return f"<td>{''.join(_statement(comparison, one, flagged) for one in held)}</td>"


def _statement(comparison: Comparison, statement: Statement, flagged: Sequence[Link]) -> str:
    article = comparison.article_by_id[statement.article]
    marks = [span for link in flagged for span in _side(link, statement)]
    words = " … ".join(_marked(article.text, span, marks) for span in statement.spans)
    names = " &lt; ".join(_text(name) for name in reversed(wording.told_by(comparison, statement)))
    when = wording.moment(article.published)
    return f"<small>{names}{', ' if when else ''}{when}</small><blockquote>{words}</blockquote>"


def _side(link: Link, statement: Statement) -> Iterable[Span]:
    if link.left == statement.id:
        return link.left_spans
    return link.right_spans if link.right == statement.id else ()


def _marked(text: str, span: Span, marks: Iterable[Span]) -> str:
    """The words of `span`, the clashing ones among them marked."""
    parts, at = [], span.start
    for start, end in sorted(marks):
        start, end = max(start, at), min(end, span.end)
        if start < end:
            parts += [_text(text[at:start]), "<mark>", _text(text[start:end]), "</mark>"]
            at = end
    return "".join([*parts, _text(text[at : span.end])])


def _clash(comparison: Comparison, clash: clashes.Clash) -> str:
    link = clash.link
    sides = " / ".join(
        f"{_text(name)}: “{_text(words)}”" if words else _text(name) for name, words in clashes.sides(comparison, clash)
    )
    why = f" Why: {_text(link.explanation)}" if link.explanation else ""
    return f"<p>{wording.sign(link)} {wording.relation_words(link)}. {sides}.{why}</p>"


def _chain(comparison: Comparison, chain: Chain) -> str:
    def outlets(statements: Iterable[Statement]) -> str:
        return ", ".join(_text(wording.outlet(comparison.article_by_id[one.article])) for one in statements)

    told = " → ".join(
        ", ".join(f"“{_text(words)}” ({outlets(said)})" for words, said in stage)
        for stage in clashes.stages(comparison, chain)
    )
    return f"<p>{wording.CHAIN} {wording.chain_words(chain)}. {told}.</p>"


def _loose(comparison: Comparison, only: wording.Only) -> str:
    links = wording.loose_links(comparison, only)
    found = "\n".join(_clash(comparison, clash) for clash in clashes.gathered(comparison, links))
    return f"<h2>Across claims</h2>\n{found}" if links else ""


def _contrasts(comparison: Comparison, contrasts: Sequence[Contrast]) -> str:
    parts = [f"<h2>{wording.CONTRASTS}</h2>"] if contrasts else []
    for contrast in contrasts:
        rows = "".join(_naming(comparison, naming) for naming in wording.namings(contrast))
        parts.append(f'<table><tr><th scope="col" colspan="2">{_text(contrast.referent)}</th></tr>{rows}</table>')
    return "\n".join(parts)


def _naming(comparison: Comparison, naming: Naming) -> str:
    names = wording.told_by(comparison, comparison.statement_by_id[naming.statement])
    return f"<tr><td>{' &lt; '.join(_text(name) for name in reversed(names))}</td><td>“{_text(naming.text)}”</td></tr>"


def _source(comparison: Comparison, article: Article) -> str:
    told = [article.outlet or "Unknown outlet", article.title or "", " and ".join(article.authors)]
    told.append(wording.moment(article.published))
    parts = [_text(part) for part in told if part]
    if article.url:
        parts.append(_link(article.url))
    if article.id not in comparison.extracted:
        parts.append("not extracted (language)")
    return f"<li>{', '.join(parts)}, <small>sha256 {article.text_sha256}</small></li>"


def _link(url: str) -> str:
    try:
        web = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        web = False
    shown = _text(url)
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' if web else shown
