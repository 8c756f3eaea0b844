"""The commands about the library's articles: add, events, search."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from narrator.cli import diagnostics, output, scope
from narrator.cli.diagnostics import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from narrator.model.article import Article
    from narrator.session import Glimpse, Head, Hit
    from narrator.sources.metadata import Metadata


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...|-")
@click.option("--outlet", help="The outlet, where the file does not say it or says it wrongly.")
@click.option("--title", help="The title (one article only).")
@click.option("--date", help="When it was published, such as 2024-03-04 or 2024-03-04T09:30+02:00.")
@click.option("--url", help="Its address (one article only); it is noted, not fetched.")
@click.option("--json", "as_json", is_flag=True, help="Print what came in as JSON.")
def add(
    inputs: tuple[str, ...], outlet: str | None, title: str | None, date: str | None, url: str | None, as_json: bool
) -> ExitCode:
    """Add articles to the library: text, Markdown, saved pages, feeds, JSON lines, or folders of them; - reads standard input."""
    given = _given(outlet, title, date, url)
    with scope.library() as session, scope.meter() as shown:
        report = session.add(inputs, given, scope.standard_input(inputs), shown)
    diagnostics.warn(report.problems)
    if as_json:
        output.show_json({"added": [_article(a) for a in report.added], "known": [_article(a) for a in report.known]})
    else:
        output.show_lines(
            [f"added {_version(a)}{_named(a)}" for a in report.added]
            + [f"known already: {_named(a)}" for a in report.known]
        )
    if not report.problems:
        return ExitCode.OK
    return ExitCode.PROBLEM if report.added or report.known else ExitCode.FAILED


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def events(as_json: bool) -> None:
    """List the events of the library, newest first."""
    with scope.library() as session:
        found = session.events()
        heads = [session.heads(event.id) for event in found] if as_json else []
    if as_json:
        output.show_json([_event_json(event, held) for event, held in zip(found, heads, strict=True)])
    elif found:
        output.show_lines(line for number, event in enumerate(found, 1) for line in _event(number, event))
    else:
        output.show_lines(["The library is empty: narrator add PATH fills it."])


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="The most hits to show.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
def search(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search articles, what is said in them, and notes; words in quotes stand together."""
    with scope.library() as session:
        hits = session.search(" ".join(words), limit)
    if as_json:
        output.show_json([_hit_json(hit) for hit in hits])
    else:
        output.show_lines([line for hit in hits for line in _hit(hit)] or ["Nothing was found."])


def _given(outlet: str | None, title: str | None, date: str | None, url: str | None) -> Metadata:
    from narrator.sources.metadata import Metadata, when

    published = when(date)
    if date and published is None:
        raise click.BadParameter(f"“{date}” is no date that Narrator can read", param_hint="--date")
    return Metadata(outlet, title, published, url)


def _article(article: Article | Head) -> dict[str, Any]:
    from narrator.model.article import timestamp

    published = timestamp(article.published)
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": published,
        "url": article.url,
    }


def _named(article: Article) -> str:
    from narrator.export.wording import moment, outlet

    told = (outlet(article), article.title if article.outlet else None, moment(article.published))
    return f"{', '.join(part for part in told if part)} [{article.id}]"


def _version(article: Article) -> str:
    return "another version of an article at this address: " if article.version else ""


def _event(number: int, event: Glimpse) -> list[str]:
    from narrator.export.wording import counted, moment

    days = list(dict.fromkeys(moment(when)[:10] for when in (event.first_published, event.last_published) if when))
    told = [" to ".join(days)] if days else []
    told.append(counted(event.outlets, "outlet") + (f" / {counted(event.origins, 'origin')}" if event.origins else ""))
    if event.conflicts is not None:
        kinds = ", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in sorted((event.kinds or {}).items()))
        among = f" among {counted(sum((event.kinds or {}).values()), 'difference')}: {kinds}" if kinds else ""
        told.append(counted(event.conflicts, "conflict") + among)
    told += ["not compared yet"] if event.conflicts is None else []
    told += ["unread"] if event.unread else []
    return [f"{number} {event.title}", f"  {' · '.join(told)} [{event.id}]"]


def _event_json(event: Glimpse, articles: Sequence[Head]) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "outlets": event.outlets,
        "origins": event.origins,
        "kinds": dict(sorted(event.kinds.items())) if event.kinds is not None else None,
        "conflicts": event.conflicts,
        "unread": event.unread,
        "articles": [_article(article) for article in articles],
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    from narrator.model.article import timestamp

    return {**asdict(hit), "published": timestamp(hit.published)}


def _hit(hit: Hit) -> list[str]:
    from narrator.export.wording import moment, teller

    said = (teller(hit.tellers) if hit.tellers else None, hit.outlet, hit.title, moment(hit.published))
    words = hit.excerpt.replace("\n", " ")
    return [f"{' · '.join(dict.fromkeys(one for one in said if one))} ({hit.kind} {hit.id})", f"  {words}"]
