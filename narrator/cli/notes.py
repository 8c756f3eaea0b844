"""The commands of the notebook: bookmarks, export, verify."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from narrator.cli import diagnostics, output, scope
from narrator.cli.comparing import find_link, rendered
from narrator.cli.diagnostics import ExitCode
from narrator.errors import NarratorError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from narrator.export.verify import SourceCheck
    from narrator.model.article import Article
    from narrator.model.comparison import Comparison, Link
    from narrator.model.notebook import Bookmark
    from narrator.session import Session

STATUSES = ("open", "explained", "update", "different scope", "same origin", "unresolved")


@click.group(invoke_without_command=True)
@click.pass_context
def bookmarks(context: click.Context) -> None:
    """What you keep: list, add, note, status, grade, remove. Without a command they are listed."""
    if context.invoked_subcommand is None:
        context.invoke(list_bookmarks, event=(), as_json=False)


@bookmarks.command("list")
@click.argument("event", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def list_bookmarks(event: tuple[str, ...], as_json: bool) -> None:
    """List the bookmarks, all or those of one event."""
    with scope.library() as session:
        notebook = session.notebook(scope.find_event(session, event).id if event else None)
    if as_json:
        from narrator.export.json import notebook_dict

        output.show_json(notebook_dict(notebook))
    else:
        output.show_lines(
            [line for one in notebook.bookmarks for line in _bookmark(one)] or ["There are no bookmarks yet."]
        )


@bookmarks.command("add")
@click.argument("event")
@click.argument("ids", nargs=-1, required=True, metavar="LINK|STATEMENT...")
@click.option("--note", default="", help="What you want to remember.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
def add_bookmark(event: str, ids: tuple[str, ...], note: str, tags: tuple[str, ...]) -> None:
    """Keep a link, or statements, of an event: the ids are those that `narrator compare` prints (statements: --json)."""
    with scope.library() as session:
        found = scope.compared(session, [event])
        statements, link = _chosen(found.comparison, ids)
        bookmark = session.bookmark(found.comparison, statements, link, found.event, note, tags)
    output.show_lines(_bookmark(bookmark))


@bookmarks.command("note")
@click.argument("bookmark")
@click.argument("words", nargs=-1, required=True)
def note_bookmark(bookmark: str, words: tuple[str, ...]) -> None:
    """Write the note of a bookmark anew."""
    with scope.library() as session:
        changed = session.edit_bookmark(_bookmark_id(session, bookmark), note=" ".join(words))
    output.show_lines(_bookmark(changed))


@bookmarks.command("status")
@click.argument("bookmark")
@click.argument("status", type=click.Choice(STATUSES))
def set_status(bookmark: str, status: str) -> None:
    """Say what you have come to think of a bookmark."""
    from narrator.model.notebook import Status

    with scope.library() as session:
        changed = session.edit_bookmark(_bookmark_id(session, bookmark), status=Status(status))
    output.show_lines(_bookmark(changed))


@bookmarks.command("grade")
@click.argument("bookmark")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("grade", default="")
def grade_quotation(bookmark: str, number: int, grade: str) -> None:
    """Grade a quotation (1 is the first) of a bookmark: source A-F, statement 1-6, as in B2; without a grade take it away."""
    with scope.library() as session:
        changed = session.grade_quotation(_bookmark_id(session, bookmark), number - 1, grade)
    output.show_lines(_bookmark(changed))


@bookmarks.command("remove")
@click.argument("bookmark")
def remove_bookmark(bookmark: str) -> None:
    """Take a bookmark out of the notebook."""
    with scope.library() as session:
        session.remove_bookmark(_bookmark_id(session, bookmark))


@click.command()
@click.argument("event", nargs=-1)
@click.option("--notebook", is_flag=True, help="Write the bookmarks, of all events or of the one named.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json", "csv", "html", "text", "svg"]),
    default="markdown",
    show_default=True,
    help="How to write it: svg draws the figures; a notebook is written as markdown, json or csv.",
)
@click.option("--dated", is_flag=True, help="Put today's date into Markdown notes.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="Write to this file.")
def export(event: tuple[str, ...], notebook: bool, form: str, dated: bool, file: Path | None) -> None:
    """Write the dossier of an event, or the notebook, for others to read and check."""
    if not event and not notebook:
        raise click.UsageError("Name an EVENT, or say --notebook.")
    if notebook and form in ("html", "text", "svg"):
        raise click.BadParameter("a notebook is written as markdown, json or csv", param_hint="--format")
    day = date.today() if dated else None
    with scope.library() as session:
        text = _notebook(session, event, form, day) if notebook else _dossier(session, event, form, day)
    output.deliver(text, file)


@click.command()
@click.argument("notes", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--json", "as_json", is_flag=True, help="Print the result for each source as JSON.")
def verify(notes: Path, paths: tuple[str, ...], as_json: bool) -> ExitCode:
    """Find every quote of NOTES again in the library, or in the files named; fails if a character of a source has changed."""
    from narrator.export.verify import Outcome
    from narrator.export.verify import verify as check

    try:
        text = notes.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise NarratorError(
            f"{notes} cannot be read: {failure}", "name the Markdown notes that Narrator wrote"
        ) from failure
    result = check(text, _articles(paths))
    if as_json:
        output.show_json({"ok": result.ok, "sources": [_check_json(one) for one in result.sources]})
    else:
        from narrator.export.wording import counted

        output.show_lines(line for one in result.sources for line in _check(one))
        found = sum(one.outcome == "verified" for one in result.sources)
        output.show_lines([f"{found} of {counted(len(result.sources), 'source')} verified."])
        if not paths and {one.outcome for one in result.sources} == {Outcome.MISSING}:
            output.show_lines(
                [f"No article of these notes is in your library: name its files, `narrator verify {notes} PATH...`."]
            )
    return ExitCode.OK if result.ok else ExitCode.PROBLEM


def _chosen(comparison: Comparison, ids: Sequence[str]) -> tuple[tuple[str, ...], Link | None]:
    """Statements as they are named, or the two statements of a link."""
    if len(ids) > 1 or ids[0] in comparison.statement_by_id:
        return tuple(ids), None
    _, link = find_link(ids[0], [comparison])
    return (str(link.left), str(link.right)), link


def _bookmark_id(session: Session, beginning: str) -> str:
    found = [one.id for one in session.notebook().bookmarks if one.id.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"Several bookmarks begin with “{beginning}”", f"say which: {', '.join(found[:5])}")
    raise NotFoundError(f"No bookmark has the id “{beginning}”", "`narrator bookmarks` lists them")


def _bookmark(bookmark: Bookmark) -> list[str]:
    from narrator.export.wording import teller

    relation = ", ".join(one.replace("_", " ") for one in (bookmark.relation, bookmark.kind) if one)
    told = (bookmark.label, relation, bookmark.status, *(f"#{tag}" for tag in bookmark.tags))
    lines = [f"{' · '.join(part for part in told if part)} [{bookmark.id}]"]
    for index, anchor in enumerate(bookmark.anchors):
        names = bookmark.tellers[index] if bookmark.tellers else ()
        said = f'  {teller(names)}: "{anchor.exact}"' if names else f'  "{anchor.exact}"'
        lines.append(f"{said} ({grade})" if (grade := bookmark.grade_of(index)) else said)
    return lines + [f"  note: {line}" for line in bookmark.note.splitlines()]


def _notebook(session: Session, event: Sequence[str], form: str, day: date | None) -> str:
    from narrator.export.csv import notebook_csv
    from narrator.export.json import notebook_json
    from narrator.export.markdown import notebook_notes

    found = scope.find_event(session, event) if event else None
    kept = session.notebook(found.id if found else None)
    if form == "json":
        return notebook_json(kept)
    if form == "csv":
        return notebook_csv(kept)
    return notebook_notes(kept, found.title if found else "Notebook", day)


def _dossier(session: Session, event: Sequence[str], form: str, day: date | None) -> str:
    from narrator.export.markdown import comparison_notes

    found = scope.compared(session, event)
    if form != "markdown":
        return rendered(found.comparison, found.title, form)
    return comparison_notes(found.comparison, found.title, session.notebook(found.event), day)


def _articles(paths: Sequence[str]) -> tuple[Article, ...]:
    if paths:
        from narrator.sources.read import read

        reading = read(paths, stdin=scope.standard_input(paths))
        diagnostics.warn(reading.problems)
        return reading.articles
    with scope.library() as session:
        listed = (article for event in session.events() for article in session.event(event.id).articles)
        return tuple({article.id: article for article in (*listed, *session.notebook().articles)}.values())


def _check(check: SourceCheck) -> list[str]:
    heading = f"[{check.number}] {check.outcome}: {check.source}"
    return [heading] + ([f"  {check.detail}"] if check.detail else [])


def _check_json(check: SourceCheck) -> dict[str, Any]:
    return {
        "number": check.number,
        "source": check.source,
        "quotes": list(check.quotes),
        "outcome": check.outcome.value,
        "detail": check.detail,
    }
