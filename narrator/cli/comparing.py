"""The commands that compare: compare, explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from narrator.cli import output, scope
from narrator.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from narrator.export.wording import Only
    from narrator.model.comparison import By, Comparison, Link


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="PATH...|EVENT")
@click.option(
    "--by",
    type=click.Choice(["outlet", "narrator", "side"]),
    default="outlet",
    show_default=True,
    help="What the columns are; claims and conflicts are the same for each.",
)
@click.option("--only", type=click.Choice(["conflicts", "differences"]), help="Leave out the claims without any.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "csv", "html", "svg"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="Write to this file.")
def compare(what: tuple[str, ...], by: By, only: Only | None, form: str, as_json: bool, file: Path | None) -> int:
    """Put the accounts side by side: of files, or of an event of the library.

    Files (- is standard input) are only looked at: they do not enter the library.
    """
    found = scope.compared_either(what, by)
    text = rendered(found.comparison, found.title, "json" if as_json else form, only or "all")
    if file is None and form == "text" and not as_json:
        output.show(text)
    else:
        output.deliver(text, file)
    return found.code


@click.command()
@click.argument("link")
@click.argument("what", nargs=-1, metavar="[PATH...|EVENT]")
@click.option("--json", "as_json", is_flag=True, help="Print the link as JSON.")
def explain(link: str, what: tuple[str, ...], as_json: bool) -> None:
    """Say why two statements are linked as they are.

    LINK is the id that `narrator compare` prints, or a unique beginning of it. It is looked for in the files or the event named,
    otherwise in the whole library.
    """
    comparison, found = find_link(link, _comparisons(what))
    if as_json:
        told = comparison.to_dict()
        sides = [next(one for one in told["statements"] if one["id"] == side) for side in (found.left, found.right)]
        output.show_json({**next(one for one in told["links"] if one["id"] == found.id), "statements": sides})
    else:
        from narrator.export.text import link_text

        output.show(link_text(comparison, found, output.width()))


def rendered(comparison: Comparison, title: str, form: str, only: Only = "all") -> str:
    """The comparison in one of the formats."""
    from narrator.export.csv import comparison_csv
    from narrator.export.html import comparison_html
    from narrator.export.json import comparison_json
    from narrator.export.markdown import comparison_notes
    from narrator.export.svg import comparison_svg
    from narrator.export.text import comparison_text

    match form:
        case "markdown":
            return comparison_notes(comparison, title, only=only)
        case "json":
            return comparison_json(comparison, only)
        case "csv":
            return comparison_csv(comparison, only)
        case "html":
            return comparison_html(comparison, title, only)
        case "svg":
            return comparison_svg(comparison, title)
        case _:
            return comparison_text(comparison, output.width(), only)


def find_link(beginning: str, comparisons: Iterable[Comparison]) -> tuple[Comparison, Link]:
    """The one link whose id begins so, and the comparison that holds it; NotFoundError where none or several do."""
    found: dict[str, tuple[Comparison, Link]] = {}
    for comparison in comparisons:
        found.update((link.id, (comparison, link)) for link in comparison.links if link.id.startswith(beginning))
        if beginning in found:
            break
    if not found:
        raise NotFoundError(f"No link has the id “{beginning}”", "`narrator compare` prints the ids in square brackets")
    if len(found) > 1 and beginning not in found:
        raise NotFoundError(f"Several links begin with “{beginning}”", f"say which: {', '.join(sorted(found)[:5])}")
    return found[beginning] if beginning in found else next(iter(found.values()))


def _comparisons(what: Sequence[str]) -> Iterator[Comparison]:
    if what:
        yield scope.compared_either(what).comparison
        return
    with scope.library() as session:
        for event in session.events():
            yield scope.compared(session, [event.id]).comparison
