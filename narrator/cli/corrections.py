"""The commands of corrections: list, add, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from narrator.cli import output, scope
from narrator.errors import NotFoundError

if TYPE_CHECKING:
    from narrator.model.notebook import Correction
    from narrator.session import Decided

ONE = ("speaker_is", "side_is", "hide")
TWO = ("same_row", "not_same_row", "not_same_event", "same_narrator", "relation_is", "link")
RELATIONS = (
    "same", "more_specific", "adds", "update", "contradicts", "denies", "frames_differently", "different_event", "unclear",
)  # fmt: skip


@click.group(invoke_without_command=True)
@click.pass_context
def corrections(context: click.Context) -> None:
    """What you have decided against Narrator's reading: list, add, remove. Without a command they are listed."""
    if context.invoked_subcommand is None:
        context.invoke(list_corrections, event=(), as_json=False)


@corrections.command("list")
@click.argument("event", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def list_corrections(event: tuple[str, ...], as_json: bool) -> None:
    """List the corrections that stand, newest first, all or those of one event; the numbers are those of all."""
    with scope.library() as session:
        decisions = session.decisions()
        only = scope.find_event(session, event).id if event else None
    listed = [(number, one) for number, one in enumerate(decisions, 1) if only in (None, one.event)]
    if as_json:
        output.show_json([_json(number, one) for number, one in listed])
    else:
        output.show_lines([line for one in listed for line in _lines(*one)] or ["There are no corrections."])


@corrections.command("add")
@click.argument("event")
@click.argument("kind", type=click.Choice([*TWO, *ONE]))
@click.argument("statements", nargs=-1, required=True)
@click.option(
    "--value", default="", help="The speaker, the side, or the relation of the first statement to the second."
)
def add_correction(event: str, kind: str, statements: tuple[str, ...], value: str) -> None:
    """Correct an event: the ids are those of statements in `narrator compare --format json`."""
    from narrator.model.notebook import CorrectionKind

    wanted = 2 if kind in TWO else 1
    if len(set(statements)) != wanted:
        raise click.UsageError(f"{kind} takes {wanted} statement{'s' if wanted > 1 else ''}.")
    if kind in ("relation_is", "link") and value not in RELATIONS:
        raise click.BadParameter(f"one of {', '.join(RELATIONS)}", param_hint="--value")
    if kind == "speaker_is" and not value.strip():
        raise click.BadParameter("name the speaker", param_hint="--value")
    with scope.library() as session:
        found = scope.compared(session, [event])
        made = session.decide(found.comparison, CorrectionKind(kind), statements, value)
    output.show_lines(_told(made))


@corrections.command("remove")
@click.argument("number", type=click.IntRange(min=1))
def remove_correction(number: int) -> None:
    """Take a correction back, by its number in the list."""
    with scope.library() as session:
        decisions = session.decisions()
        if number > len(decisions):
            raise NotFoundError(f"There is no correction {number}", "`narrator corrections` lists them")
        session.remove_correction(decisions[number - 1].correction)


def _lines(number: int, decided: Decided) -> list[str]:
    first, *others = _told(decided.correction)
    lost = "" if decided.holds else " · its words are gone"
    return [f"{number}. {first}{lost}", *others]


def _told(correction: Correction) -> list[str]:
    from narrator.export.wording import teller

    when = f" · {correction.created:%Y-%m-%d %H:%M}" if correction.created else ""
    lines = [f"{correction.words}{when}"]
    for index, anchor in enumerate(correction.anchors):
        names = correction.tellers[index] if index < len(correction.tellers) else ()
        lines.append(f'  {teller(names)}: "{anchor.exact}"' if names else f'  "{anchor.exact}"')
    return lines


def _json(number: int, decided: Decided) -> dict[str, Any]:
    correction = decided.correction
    return {
        "number": number,
        "kind": correction.kind.value,
        "value": correction.value,
        "created": correction.created.isoformat() if correction.created else None,
        "event": decided.event,
        "holds": decided.holds,
        "quotes": [
            {"article": anchor.article, "spans": [list(span) for span in anchor.spans], "exact": anchor.exact}
            for anchor in correction.anchors
        ],
        "tellers": [list(names) for names in correction.tellers],
    }
