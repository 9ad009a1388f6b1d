"""What a file is, is told from its bytes, and what can't be read is named in one line."""

from __future__ import annotations

import io
import zipfile

import pytest

from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest.sniff import media_type


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", MediaType.PDF),
        (b"\r\n" * 100 + b"%PDF-1.4", MediaType.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), MediaType.DOCX),
        (zipped("word/document2.xml"), MediaType.DOCX),
        (b"<!DOCTYPE html><title>Agenda</title>", MediaType.HTML),
        (b"\xef\xbb\xbf  <HTML><BODY>Agenda", MediaType.HTML),
        (b'<div class="minutes"><h4>PRESENT</h4><p>Cllr Ada Finch</p></div>', MediaType.HTML),
        (b"<h1>Minutes of Marlow Vale</h1>\n\nPresent: Cllr Finch\n\n12. Police: none\n", MediaType.TEXT),
        (b"Report of the Clerk\n<p>one</p>\t<ul> two\n", MediaType.TEXT),
        ("Council tax: £120 – agreed".encode("cp1252"), MediaType.TEXT),
        ("Cofnodion y Cyngor: tŷ".encode(), MediaType.TEXT),
        ("Minutes".encode("utf-16"), MediaType.TEXT),
        (("x" * 65535 + "é").encode(), MediaType.TEXT),
    ],
)
def test_types_are_told_by_content(data: bytes, expected: MediaType) -> None:
    assert media_type(data, "misnamed.pdf") is expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a JPEG picture"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old Office format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (zipped("xl/workbook.xml"), "Excel"),
        (zipped("photo.jpg"), "ZIP archive, not a DOCX"),
        (zipped("word/document.xml")[:40], "damaged or cut-off"),
        (b"{\\rtf1 Minutes}", "Rich Text"),
        (b"\xff" * 4000, "neither PDF, DOCX, HTML nor text"),
        (bytes(range(256)) * 20, "neither PDF, DOCX, HTML nor text"),
        (b"Minutes\x00\x01\x02of", "neither PDF, DOCX, HTML nor text"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "neither PDF, DOCX, HTML nor text"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",  # ZIPs hold the time of making
)
def test_what_is_no_paper_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        media_type(data, "minutes.pdf")
    assert str(raised.value).startswith("minutes.pdf: ")
    assert reason in raised.value.reason
    assert "\n" not in str(raised.value)
