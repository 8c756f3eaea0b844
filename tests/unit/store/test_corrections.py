from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narrator.errors import NotFoundError
from narrator.model.article import Article, Span
from narrator.model.notebook import Anchor, Correction, CorrectionKind
from narrator.store.library import Library


def correction(article: Article, value: str = "Col. Thomas F. Veale") -> Correction:
    anchor = Anchor.of(article, (Span(0, 13), Span(14, 20)))
    return Correction(
        CorrectionKind.SPEAKER_IS, (anchor,), value, datetime(2018, 2, 9, tzinfo=UTC), (("Gazette", "Veale"),)
    )


def test_corrections_outlive_the_library_in_their_order(library: Library, path: Path, stored: Article) -> None:
    ours = (correction(stored), correction(stored, "CENTCOM"), Correction(CorrectionKind.HIDE, ()))
    for one in ours:
        library.corrections.add(one)
    with closing(Library(path)) as again:
        assert again.corrections.all() == ours


def test_a_correction_can_be_undone_and_made_again(library: Library, stored: Article) -> None:
    first, second = correction(stored), correction(stored, "CENTCOM")
    library.corrections.add(first)
    library.corrections.add(second)
    assert library.journal.undo() == "correction: speaker is CENTCOM · “The coalition … struck”"
    assert library.corrections.all() == (first,)
    library.journal.undo()
    assert library.corrections.all() == ()
    library.journal.redo()
    library.journal.redo()
    assert library.corrections.all() == (first, second)


def test_a_correction_makes_what_a_comparison_found_stale(library: Library, stored: Article) -> None:
    def kinds() -> object:
        return library.events()[0].kinds

    library.record("strike", articles=1, origins=1, kinds={"number": 1}, conflicts=1)
    library.corrections.add(correction(Article("of another event")))
    assert kinds() == {"number": 1}
    library.corrections.add(correction(stored))
    assert kinds() is None
    library.record("strike", articles=1, origins=1, kinds={}, conflicts=0)
    library.journal.undo()
    assert kinds() is None


def test_a_correction_is_taken_out_and_brought_back(library: Library, stored: Article) -> None:
    first, second = correction(stored), correction(stored, "CENTCOM")
    for one in (first, second, first):
        library.corrections.add(one)
    library.corrections.remove(first)
    assert library.corrections.all() == (first, second)
    library.corrections.remove(first)
    assert library.corrections.all() == (second,)
    with pytest.raises(NotFoundError):
        library.corrections.remove(first)
    library.journal.undo()
    library.journal.undo()
    assert library.corrections.all() == (first, second, first)
    library.journal.redo()
    assert library.corrections.all() == (first, second)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Correction(CorrectionKind.NOT_SAME_ROW, ()), "not same row"),
        (Correction(CorrectionKind.RELATION_IS, (), "more_specific"), "relation is more specific"),
        (Correction(CorrectionKind.SPEAKER_IS, (), "The_Handle"), "speaker is The_Handle"),
        (Correction(CorrectionKind.SIDE_IS, ()), "side is none"),
    ],
)
def test_a_decision_in_words(made: Correction, words: str) -> None:
    assert made.words == words
