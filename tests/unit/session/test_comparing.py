from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from narrator.config import Config
from narrator.errors import NotFoundError
from narrator.model.article import Article, Span
from narrator.model.comparison import Comparison
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.session import CHUNK, Analyse, Progress, Session


@pytest.fixture
def crowd(tmp_path: Path, write: Callable[..., Path], ferry: str) -> Path:
    """A folder of articles of one event that take two chunks, the second of two articles."""
    for count in range(CHUNK + 2):
        write(tmp_path / "crowd" / f"{count:02}.md", ferry.format(toll=count + 2), f"Outlet {count}", f"Ferry {count}")
    return tmp_path / "crowd"


def test_language_work_is_done_once(
    session: Session, library: Path, press: Path, analyse: Analyse, batches: list[list[str]]
) -> None:
    session.add([press])
    event = session.events()[0]
    first = session.compare(event.id)
    assert [len(batch) for batch in batches] == [2]
    assert session.compare(event.id) == first
    with closing(Session.open(library, Config(), analyse)) as again:
        assert again.compare(event.id) == first
    assert len(batches) == 1


def test_only_what_is_missing_is_analysed(session: Session, press: Path, batches: list[list[str]]) -> None:
    session.add([press / "gazette.md"])
    (event,) = session.events()
    session.compare(event.id)
    session.add([press / "herald.md"])
    comparison = session.compare(event.id)
    assert [["five" in text for text in batch] for batch in batches] == [[True], [False]]
    assert len(comparison.articles) == 2


def test_a_text_that_two_outlets_print_is_analysed_once(
    session: Session, press: Path, ferry: str, write: Callable[..., Path], batches: list[list[str]]
) -> None:
    write(press / "herald.md", ferry.format(toll="five"), "The Herald", "The same again")
    session.add([press / "gazette.md", press / "herald.md"])
    comparison = session.compare(session.events()[0].id)
    assert [len(batch) for batch in batches] == [1]
    assert len(comparison.articles) == 2


def test_progress_is_told_after_each_chunk(session: Session, crowd: Path) -> None:
    session.add([crowd])
    (event,) = session.events()
    told: list[Progress] = []
    session.compare(event.id, progress=told.append)
    total = CHUNK + 2
    assert told[:2] == [Progress(CHUNK, total, "analysing"), Progress(total, total, "analysing")]
    assert {one.what for one in told[2:]} == {"comparing"}


def test_breaking_off_loses_nothing_that_was_analysed(session: Session, crowd: Path, batches: list[list[str]]) -> None:
    def break_off(progress: Progress) -> None:
        raise InterruptedError

    session.add([crowd])
    (event,) = session.events()
    with pytest.raises(InterruptedError):
        session.compare(event.id, progress=break_off)
    session.compare(event.id)
    assert [len(batch) for batch in batches] == [CHUNK, 2]


def test_the_list_shows_what_the_comparison_found(library: Path, press: Path) -> None:
    with closing(Session.open(library)) as session:
        session.add([press])
        comparison = session.compare(session.events()[0].id)
        flagged = [link for link in comparison.links if link.flagged]
        assert any(link.kind == "number" for link in flagged)
        ferry = session.events()[0]
        assert ferry.kinds == Counter(link.kind for link in flagged if link.kind)
        assert ferry.conflicts == sum(link.is_conflict for link in flagged)
        assert ferry.origins == len(set(comparison.origins.values()))


def test_an_unknown_event_cannot_be_compared(session: Session) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        session.compare("nowhere")


def test_inputs_are_compared_without_being_stored(
    session: Session, press: Path, tmp_path: Path, batches: list[list[str]]
) -> None:
    for _ in range(2):
        comparison, problems = session.compare_inputs([press, tmp_path / "missing.md"], by="narrator")
        assert len(comparison.articles) == 3
        assert comparison.by == "narrator"
        assert len(problems) == 1
    assert session.events() == ()
    assert [len(batch) for batch in batches] == [3, 3]


def test_nothing_compared_is_nothing_found(session: Session, batches: list[list[str]]) -> None:
    assert session.compare_inputs([]) == (Comparison(), ())
    assert batches == []


def test_a_correction_holds_from_the_next_comparison_on(session: Session, press: Path) -> None:
    session.add([press])
    ferry, harvest = session.events()
    comparison = session.compare(ferry.id)
    hidden = comparison.statements[0]
    article = comparison.article_by_id[hidden.article]
    session.correct(Correction(CorrectionKind.HIDE, (Anchor.of(article, hidden.spans),)))
    (kept,) = session.corrections()
    assert kept.created is not None
    corrected = session.compare(ferry.id)
    assert hidden.id not in {one for claim in corrected.claims for one in claim.statements}
    assert corrected.unmatched == ()
    assert session.compare(harvest.id).unmatched == ()
    assert (session.undo() or "").startswith("correction: hide · “")
    assert session.corrections() == ()
    assert session.compare(ferry.id) == comparison


def test_a_decision_keeps_who_said_what_it_is_about(session: Session, press: Path) -> None:
    session.add([press])
    ferry, _ = session.events()
    comparison = session.compare(ferry.id)
    told = comparison.statements[0]
    made = session.decide(comparison, CorrectionKind.SPEAKER_IS, [told.id], " The\nharbour master ")
    assert session.corrections() == (made,)
    assert made.value == "The harbour master"
    assert made.tellers == ((comparison.teller(told).name,),)
    corrected = session.compare(ferry.id)
    assert corrected.teller(corrected.statement_by_id[told.id]).name == "The harbour master"
    with pytest.raises(NotFoundError, match="no statement"):
        session.decide(comparison, CorrectionKind.HIDE, ["nothing"])


def test_a_correction_is_taken_back_whatever_was_done_since(session: Session, press: Path) -> None:
    session.add([press])
    ferry, harvest = session.events()
    before = session.compare(ferry.id)
    first, second = (
        session.decide(before, CorrectionKind.SPEAKER_IS, [one.id], "Somebody") for one in before.statements[:2]
    )
    session.remove_correction(first)
    assert [one.correction for one in session.decisions()] == [second]
    with pytest.raises(NotFoundError, match="no longer stands"):
        session.remove_correction(first)
    assert (session.undo() or "").startswith("correction taken back: speaker is Somebody")
    assert [one.correction for one in session.decisions(ferry.id)] == [second, first]
    assert session.decisions(harvest.id) == ()
    assert all(one.holds and one.event == ferry.id for one in session.decisions())
    session.redo()
    assert session.corrections() == (second,)


def test_a_correction_of_words_that_are_nowhere_is_kept_and_told(session: Session) -> None:
    elsewhere = Article("Nobody came.", outlet="Elsewhere")
    session.correct(Correction(CorrectionKind.HIDE, (Anchor.of(elsewhere, (Span(0, 6),)),)))
    (lost,) = session.decisions()
    assert (lost.holds, lost.articles, lost.event) == (False, (None,), None)


def test_a_correction_costs_no_language_work(session: Session, press: Path, batches: list[list[str]]) -> None:
    session.add([press])
    for speaker in ("A fisherman", "A farmer"):
        for event in session.events():
            comparison = session.compare(event.id)
            session.decide(comparison, CorrectionKind.SPEAKER_IS, [comparison.statements[0].id], speaker)
            assert session.compare(event.id) != comparison
    assert len(batches) == len(session.events())


def test_an_event_that_grew_is_compared_anew(
    session: Session, press: Path, write: Callable[..., Path], ferry: str
) -> None:
    session.add([press])
    event, _ = session.events()
    before = session.compare(event.id)
    write(press / "late.md", ferry.format(toll="forty"), "Late Edition", "Ferry")
    session.add([press / "late.md"])
    assert len(session.compare(event.id).articles) == len(before.articles) + 1


def test_the_threshold_is_a_setting(tmp_path: Path, write: Callable[..., Path]) -> None:
    write(tmp_path / "gazette.md", "The fire killed 12 people.", "Gazette", "Fire")
    write(tmp_path / "herald.md", "Nine people died in the fire.", "Herald", "Fire")
    flagged = []
    for threshold in (0.01, 1.0):
        with closing(Session.in_memory(Config(threshold=threshold))) as session:
            comparison, _ = session.compare_inputs([tmp_path])
            assert comparison.to_dict()["threshold"] == threshold
            flagged.append(sum(link.flagged for link in comparison.links))
    assert flagged == [1, 0]
