from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.errors import NotFoundError
from narrator.model.article import Span
from narrator.model.comparison import Comparison, Kind, Link, Relation
from narrator.model.notebook import Anchor, Correction, CorrectionKind, Status
from narrator.session import Session


@pytest.fixture
def compared(session: Session, press: Path) -> Comparison:
    session.add([press])
    return session.compare(session.events()[0].id)


def test_statements_are_bookmarked(session: Session, compared: Comparison) -> None:
    event = session.events()[0].id
    ids = [statement.id for statement in compared.statements]
    bookmark = session.bookmark(compared, ids, event=event, note="two tolls", tags=["toll"])
    assert [anchor.exact for anchor in bookmark.anchors] == [statement.text for statement in compared.statements]
    assert all(anchor.holds(compared.article_by_id[anchor.article]) for anchor in bookmark.anchors)
    assert bookmark.tellers == (("The Gazette",), ("The Herald",))
    notebook = session.notebook()
    assert notebook.bookmarks == (bookmark,)
    assert notebook.articles == compared.articles
    assert session.notebook(event) == notebook
    assert session.notebook("another").bookmarks == ()


def test_a_link_is_bookmarked_with_its_reason(session: Session, compared: Comparison) -> None:
    ids = [statement.id for statement in compared.statements]
    link = Link(*ids, Relation.CONTRADICTS, Kind.NUMBER, conflict=0.9, explanation="The tolls differ.")
    spans = [(Span(one.start, one.start + 3),) for one in compared.statements]
    link = replace(link, left_spans=spans[0], right_spans=spans[1])
    bookmark = session.bookmark(compared, ids[::-1], link)
    assert bookmark.clashes == (spans[1], spans[0])
    assert [bookmark.clashing(number) for number in (0, 1)] == [one.text[:3] for one in compared.statements[::-1]]
    assert session.notebook().bookmarks == (bookmark,)
    assert session.grade_quotation(bookmark.id, 1, "C3").grades == ("", "C3")
    assert (bookmark.relation, bookmark.kind, bookmark.explanation) == ("contradicts", "number", "The tolls differ.")


def test_a_bookmark_is_called_as_the_row_it_comes_from(library: Path, press: Path) -> None:
    with closing(Session.open(library)) as session:
        session.add([press])
        comparison = session.compare(session.events()[0].id)
        claim = comparison.claims[0]
        assert session.bookmark(comparison, claim.statements).label == claim.label
        elsewhere = next(one for one in comparison.statements if one.id not in {*claim.statements, *claim.more})
        across = session.bookmark(comparison, [elsewhere.id, *claim.statements])
        assert elsewhere.text.startswith(across.label.removesuffix(" …"))


def test_the_same_statements_are_bookmarked_once(session: Session, compared: Comparison) -> None:
    first, second = (statement.id for statement in compared.statements)
    bookmark = session.bookmark(compared, [first, second], note="a note")
    session.edit_bookmark(bookmark.id, status=Status.EXPLAINED)
    again = session.bookmark(compared, [second, first], tags=["tag"])
    assert again.id == bookmark.id
    assert (again.note, again.tags, again.status) == ("a note", ("tag",), Status.EXPLAINED)
    assert session.notebook().bookmarks == (again,)


def test_bookmarks_are_edited_removed_and_brought_back(session: Session, compared: Comparison) -> None:
    bookmark = session.bookmark(compared, [compared.statements[0].id])
    edited = session.edit_bookmark(bookmark.id, note="seen", tags=["a", "b"])
    assert session.notebook().bookmarks == (edited,)
    session.remove_bookmark(bookmark.id)
    assert session.notebook().bookmarks == ()
    assert session.undo() == f"removal of “{bookmark.label}”"
    assert session.notebook().bookmarks == (edited,)
    assert session.redo() == f"removal of “{bookmark.label}”"
    assert session.notebook().bookmarks == ()


def test_what_is_bookmarked_outside_the_library_keeps_its_article(session: Session, press: Path) -> None:
    comparison, _ = session.compare_inputs([press / "gazette.md"])
    bookmark = session.bookmark(comparison, [comparison.statements[0].id])
    assert session.notebook().articles == comparison.articles
    assert session.events() == ()
    assert session.add([press / "gazette.md"]).added == comparison.articles
    assert session.notebook().bookmarks == (bookmark,)


def test_a_bookmark_needs_what_it_is_about(session: Session, compared: Comparison) -> None:
    with pytest.raises(NotFoundError, match="nothing:0-1"):
        session.bookmark(compared, ["nothing:0-1"])
    with pytest.raises(NotFoundError, match="nowhere"):
        session.bookmark(compared, [compared.statements[0].id], event="nowhere")
    with pytest.raises(NotFoundError, match="unknown"):
        session.edit_bookmark("unknown", note="")
    with pytest.raises(NotFoundError, match="unknown"):
        session.remove_bookmark("unknown")
    assert session.notebook().bookmarks == ()


def test_what_a_reader_writes_is_kept_as_safe_text(session: Session, compared: Comparison) -> None:
    statement = compared.statements[0]
    kept = session.bookmark(compared, [statement.id], note="bad \udcff\x1b[31m\nline\x07", tags=["a\udcfe\nb", "\x07"])
    assert (kept.note, kept.tags) == ("bad \ufffd\nline", ("a\ufffd b",))
    assert session.notebook().bookmarks == (kept,)
    changed = session.edit_bookmark(kept.id, note="\udc80", tags=["\udc80"])
    assert (changed.note, changed.tags) == ("\ufffd", ("\ufffd",))
    anchor = Anchor.of(compared.article_by_id[statement.article], statement.spans)
    session.correct(Correction(CorrectionKind.SPEAKER_IS, (anchor,), "Jane\n\udcffDoe\x00"))
    assert [one.value for one in session.corrections()] == ["Jane \ufffdDoe"]
    assert session.search("\udcff nothing") == ()
    with pytest.raises(NotFoundError, match="\ufffd"):
        session.find_event("\udcff nothing")
