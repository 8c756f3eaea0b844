"""Content decides, then the extension."""

import pytest

from narrator.sources.sniff import Format, sniff


@pytest.mark.parametrize(
    ("raw", "suffix", "kind"),
    [
        (b"<?xml version='1.0'?>\n<!-- c --><rss version='2.0'>", "", Format.FEED),
        (b"<!DOCTYPE rss [ <!ENTITY a 'b'> ]><rss>", ".txt", Format.FEED),
        ("<feed xmlns='x'>".encode("utf-16"), "", Format.FEED),
        (b"<rdf:RDF xmlns='x'>", "", Format.FEED),
        (b"<something>", ".xml", Format.FEED),
        (b"\xef\xbb\xbf<!doctype html><p>", ".txt", Format.HTML),
        (b"<html><body>", ".xml", Format.HTML),
        (b"<p>Text</p>", "", Format.HTML),
        (b"<p>Text</p>", ".md", Format.MARKDOWN),
        (b"Text", ".HTM", Format.HTML),
        (b"From: x\r\nContent-Type: multipart/related;\r\n", "", Format.MHTML),
        (b'{"text": "One."}', ".txt", Format.JSONL),
        (b"not json", ".jsonl", Format.JSONL),
        (b"---\r\ntitle: T\r\n---\r\nText", ".txt", Format.MARKDOWN),
        (b"# Title\n\nText", "", Format.MARKDOWN),
        (b"# Title\n\nText", ".txt", Format.TEXT),
        (b"---\n\nText", "", Format.TEXT),
        (b"Subject: hello\n\nText", "", Format.TEXT),
        (b"Text", ".unknown", Format.TEXT),
        (b"", "", Format.TEXT),
    ],
)
def test_sniff(raw: bytes, suffix: str, kind: Format) -> None:
    assert sniff(raw, suffix) is kind
