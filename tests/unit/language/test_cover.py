from hypothesis import given
from hypothesis import strategies as st

from narrator.language.cover import Cover
from narrator.model.article import Span

spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(min(ends), max(ends))), max_size=8
)


@given(spans, st.integers(-2, 25))
def test_an_offset_is_covered_where_some_span_holds_it(some: list[Span], offset: int) -> None:
    assert (offset in Cover(some)) == any(start <= offset < end for start, end in some)
