from hypothesis import given
from hypothesis import strategies as st

from narrator.language.quotations import find_quotations

texts = st.text(alphabet=st.sampled_from("ab S.,?\n“”\"'‘’«»„`5-(")) | st.text(max_size=80)
words = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=6), min_size=1, max_size=6).map(" ".join)


@given(texts)
def test_quotations_lie_in_the_text_in_order_and_never_cross(text: str) -> None:
    found = find_quotations(text)
    assert found == sorted(found, key=lambda one: (one.span.start, -one.span.end))
    for one in found:
        assert 0 <= one.span.start < one.inner.start <= one.inner.end <= one.span.end <= len(text)
    for left in found:
        for right in found:
            apart = left.span.end <= right.span.start or right.span.end <= left.span.start
            nested = left.span.start <= right.span.start <= right.span.end <= left.span.end
            assert apart or nested or (right.span.start <= left.span.start <= left.span.end <= right.span.end)


@given(words, words, words)
def test_what_stands_between_curly_marks_is_found(before: str, quoted: str, behind: str) -> None:
    text = f"{before} “{quoted}” {behind}"
    (one,) = find_quotations(text)
    assert text[one.inner.start : one.inner.end] == quoted
