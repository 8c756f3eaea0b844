"""Bytes of every encoding that articles come in."""

import codecs

import pytest

from narrator.errors import SourceError
from narrator.sources.decode import decode

TEXT = "The café in Zürich was “closed”, said señor Núñez."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide_and_do_not_stay(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_without_a_mark_is_seen() -> None:
    assert decode(TEXT.encode("utf-16-le")) == TEXT
    assert decode(TEXT.encode("utf-16-be")) == TEXT


def test_a_declared_character_set_wins_over_a_guess() -> None:
    page = '<meta charset="windows-1251"><p>Министр</p>'
    assert decode(page.encode("windows-1251")) == page


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = '<meta charset="iso-8859-1"><p>“quoted”</p>'
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize("label", ["utf-16", "base64", "no-such-set"])
def test_an_impossible_declaration_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}"><p>café</p>'
    assert decode(page.encode()) == page


def test_an_undeclared_western_text_is_guessed() -> None:
    assert decode(TEXT.encode("cp1252")) == TEXT


def test_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    raw = ("é" * 300).encode() + b"\xff" + "é".encode()
    assert decode(raw) == "é" * 300 + "\ufffd" + "é"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "image"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        decode(raw)
    assert caught.value.hint


def test_a_mark_followed_by_half_a_character_is_no_crash() -> None:
    assert decode(codecs.BOM_UTF16_LE + b"a\x00b") == "a\ufffd"
