"""A comparison as lines for a terminal or a pager: what `narrator compare` and `narrator explain` print."""

from collections.abc import Iterable

from narrator.export import clashes, wording
from narrator.export.explain import explained
from narrator.export.fold import fold
from narrator.model.article import Article
from narrator.model.chain import Chain
from narrator.model.comparison import Claim, Comparison, Link, Relation
from narrator.model.contrast import Contrast
from narrator.model.party import Narrator
from narrator.model.statement import Statement

LINK_ID = 8
"""Digits of a link's id that are printed; `narrator explain` takes any unique beginning."""

_BAR = 20
_OPENING, _CLOSING = '"“„«「', '"”“»」'


def comparison_text(comparison: Comparison, width: int = 100, only: wording.Only = "all") -> str:
    """The accounts side by side, in lines of at most `width` cells (0: as long as they are).

    Shared claims come first, then what only one narrator says, grouped by narrator, then the narrators. `only` keeps the claims
    with a flagged link ("differences") or a flagged contradiction or denial ("conflicts") and leaves out the rest.
    """
    page = _Page(comparison, width)
    shown = wording.shown_claims(comparison, only)
    blocks = [page.summary(), *map(page.claim, shown)]
    loose = wording.loose_links(comparison, only)
    if loose:
        blocks.append(page.across(loose))
    blocks.append(page.contrasts(wording.contrasts(comparison, only)))
    if only == "all":
        blocks += page.alone(shown)
        blocks.append(page.narrators())
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def link_text(comparison: Comparison, link: Link, width: int = 100) -> str:
    """Why a link is what it is: both statements, the clashing words, the rule, the parts of the score and the threshold."""
    page, told = _Page(comparison, width), explained(comparison, link)
    lines = [f"{told.heading} [{link.id}]"]
    for side in (link.left, link.right):
        lines += page.statement(comparison.statement_by_id[side])
    (clash,) = clashes.gathered(comparison, [link])
    lines += page.reason(clash)
    lines.append("")
    for name, value, note in (*told.scores, *told.parts):
        lines.append(f"  {name:<12} {_bar(value)} {value:.2f}" + (f"  ({note})" if note else ""))
    facts = [told.verdict, f"One occurrence: {told.occurrence}", *(f"Row {row}" for row in told.rows)]
    facts += [f"Rule: {link.rule}"] if link.rule else []
    facts += [f"What would change it: {link.change}"] if link.change else []
    lines += ["", *(line for fact in facts for line in fold(fact, width, "  ", "    "))]
    if told.contrasts:
        lines += ["", *page.contrasts(told.contrasts)]
    for chain in told.chains:
        lines += ["", *page.chain(chain)]
    return "\n".join(lines) + "\n"


def _bar(value: float) -> str:
    full = round(min(max(value, 0.0), 1.0) * _BAR)
    return "█" * full + "░" * (_BAR - full)


class _Page:
    """The parts of the page, each a list of lines."""

    def __init__(self, comparison: Comparison, width: int) -> None:
        self._comparison = comparison
        self._width = width
        self._numbers = wording.claim_numbers(comparison)
        self._told: dict[str, str] = {}

    def _fold(self, text: str, first: str = "", rest: str = "  ") -> list[str]:
        return fold(text, self._width, first, rest)

    def summary(self) -> list[str]:
        """What was compared, in one line, and which articles could not be."""
        comparison = self._comparison
        told = (
            f"{wording.outlets(comparison)} / {wording.origins(comparison)}",
            wording.counted(len(comparison.statements), "statement"),
            wording.counted(sum(link.flagged for link in comparison.links), "difference"),
            wording.conflicts(comparison),
        )
        silent = [article for article in comparison.articles if article.id not in comparison.extracted]
        return [
            *self._fold(" · ".join(told)),
            *(line for article in silent for line in self._fold(f"not extracted (language): {_source(article)}")),
        ]

    def claim(self, claim: Claim) -> list[str]:
        """A row: its heading, who says what, what clashes and why."""
        links = self._comparison.claim_links(claim)
        flagged = tuple(link for link in links if link.flagged)
        agrees = any(link.relation in (Relation.SAME, Relation.MORE_SPECIFIC) for link in links)
        mark = wording.sign(flagged[0]) if flagged else "=" if agrees else "·"
        kinds = "".join(f" · {words}" for words in dict.fromkeys(map(wording.relation_words, flagged)))
        reach = wording.reach(self._comparison, claim)
        lines = self._fold(f"{mark} {self._numbers[claim.id]} {claim.label}{kinds} · {reach}", rest="    ")
        for statement in wording.members(self._comparison, claim):
            lines += self.statement(statement)
        told, number = clashes.told(self._comparison, claim), self._numbers[claim.id]
        for chain in told.chains:
            lines += self.chain(chain) if clashes.is_first(number, chain.links, self._told) else []
        for clash in told.clashes:
            lines += self.clash(clash) if clashes.is_first(number, clash.links, self._told) else []
        for more in (clashes.see_contrasts(told.contrasted), clashes.above(number, flagged, self._told)):
            lines += self._fold(more, "  ", "    ") if more else []
        return lines

    def chain(self, chain: Chain) -> list[str]:
        """Updates that follow each other: the words of each step, and who said them when."""
        lines = self._fold(f"{wording.CHAIN} {wording.chain_words(chain)}", "  ", "    ")
        for stage in clashes.stages(self._comparison, chain):
            told = (f'"{words}" ({"; ".join(map(self._source, statements))})' for words, statements in stage)
            lines += self._fold(f"→ {', '.join(told)}", "    ", "      ")
        return lines

    def _source(self, statement: Statement) -> str:
        return _source(self._comparison.article_by_id[statement.article])

    def across(self, links: Iterable[Link]) -> list[str]:
        """Flagged links between statements of different rows."""
        lines = ["Across claims"]
        for link in links:
            for side in (link.left, link.right):
                lines += self.statement(self._comparison.statement_by_id[side])
            lines += [line for clash in clashes.gathered(self._comparison, [link]) for line in self.clash(clash)]
        return lines

    def contrasts(self, contrasts: Iterable[Contrast]) -> list[str]:
        """Who names one party or act by which words."""
        lines: list[str] = []
        for contrast in contrasts:
            lines += self._fold(contrast.referent, "  ", "    ")
            for naming in wording.namings(contrast):
                statement = self._comparison.statement_by_id[naming.statement]
                names = " < ".join(reversed(wording.told_by(self._comparison, statement)))
                lines += self._fold(f"{_quoted(naming.text)} ({names})", "    ", "      ")
        return [wording.CONTRASTS, *lines] if lines else []

    def statement(self, statement: Statement) -> list[str]:
        """Who says it, in which outlet and when; then the words."""
        article = self._comparison.article_by_id[statement.article]
        names = " < ".join(reversed(wording.told_by(self._comparison, statement)))
        when = wording.moment(article.published)
        return [
            *self._fold(f"{names}, {when}" if when else names, "  ", "    "),
            *self._fold(_quoted(article.quote(statement.spans)), "    ", "    "),
        ]

    def clash(self, clash: clashes.Clash) -> list[str]:
        """The clashing words of both sides, whose they are, and the reason."""
        link, ids = clash.link, ", ".join(one[:LINK_ID] for one in clash.links)
        head = f"{wording.sign(link)} {wording.relation_words(link)} [{ids}]"
        return [*self._fold(head, "  ", "    "), *self.reason(clash)]

    def reason(self, clash: clashes.Clash) -> list[str]:
        """The clashing words and the explanation."""
        link = clash.link
        sides = (f'{name}: "{words}"' if words else name for name, words in clashes.sides(self._comparison, clash))
        lines = self._fold(" / ".join(sides), "    ", "      ")
        return lines + (self._fold(f"Why: {link.explanation}", "    ", "      ") if link.explanation else [])

    def alone(self, shared: Iterable[Claim]) -> list[list[str]]:
        """What stands in no shared claim, grouped by ultimate narrator in the order of the comparison."""
        told = {one.id for claim in shared for one in wording.members(self._comparison, claim)}
        by_teller: dict[str, list[Statement]] = {}
        for statement in self._comparison.statements:
            if statement.id not in told:
                by_teller.setdefault(statement.narrators[-1], []).append(statement)
        groups = [
            self._group(narrator, by_teller[narrator.id])
            for narrator in self._comparison.narrators
            if narrator.id in by_teller
        ]
        return [self._fold("Told by one narrator only"), *groups] if groups else []

    def _group(self, narrator: Narrator, statements: list[Statement]) -> list[str]:
        lines = self._fold(narrator.name)
        for statement in statements:
            article = self._comparison.article_by_id[statement.article]
            quoted = f"· {_quoted(article.quote(statement.spans))}"
            lines += [*self._fold(quoted, "  ", "    "), *self._fold(_source(article), "    ", "      ")]
        return lines

    def narrators(self) -> list[str]:
        """Every narrator: kind, side, other names, number of statements."""
        counts: dict[str, int] = {}
        for statement in self._comparison.statements:
            counts[statement.narrators[-1]] = counts.get(statement.narrators[-1], 0) + 1
        lines = ["Narrators"] if self._comparison.narrators else []
        for narrator in self._comparison.narrators:
            told = [narrator.kind.replace("_", " ")]
            told += [f"side: {narrator.side}"] if narrator.side else []
            told += [f"also: {', '.join(narrator.aliases)}"] if narrator.aliases else []
            told.append(wording.counted(counts.get(narrator.id, 0), "statement"))
            lines += self._fold(f"{narrator.name} ({'; '.join(told)})", "  ", "    ")
        return lines


def _source(article: Article) -> str:
    when = wording.moment(article.published)
    return ", ".join(part for part in (wording.outlet(article), when) if part)


def _quoted(words: str) -> str:
    """The words between quotation marks, which they may bring with them."""
    return words if words[:1] in _OPENING and words[-1:] in _CLOSING else f'"{words}"'
