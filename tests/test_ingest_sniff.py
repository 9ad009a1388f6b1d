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


def opendocument(kind: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", MediaType.PDF),
        (b"\r\n" * 100 + b"%PDF-1.4", MediaType.PDF),
        (zipped("[Content_Types].xml", "word/document.xml"), MediaType.DOCX),
        (zipped("word/document2.xml"), MediaType.DOCX),
        (opendocument("text"), MediaType.ODT),
        (opendocument("text-template"), MediaType.ODT),
        (zipped("content.xml", "META-INF/manifest.xml"), MediaType.ODT),
        (zipped("photo.jpg"), MediaType.ZIP),
        (zipped("%PDF-1.7 of May.pdf"), MediaType.ZIP),
        (zipped("papers/content.xml", "xl/minutes.pdf"), MediaType.ZIP),
        (b"{\\rtf1 Minutes}", MediaType.RTF),
        (b"\xef\xbb\xbf\r\n {\\rtf1 Minutes}", MediaType.RTF),
        (b"Talk of {\\rtf1}", MediaType.TEXT),
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
        (zipped("xl/workbook.xml"), "Excel workbook"),
        (zipped(), "is an empty ZIP archive"),
        (opendocument("spreadsheet"), "is an OpenDocument spreadsheet"),
        (opendocument("presentation"), "is an OpenDocument file, but no text"),
        (opendocument("text-master"), "is an OpenDocument master document"),
        (zipped("Index/Document.iwa"), "is an Apple Pages file"),
        (b'<?xml version="1.0"?>\n<office:document office:version="1.2"/>', "as one XML file"),
        (zipped("word/document.xml")[:40], "damaged or cut-off"),
        (b"\xff" * 4000, "is neither PDF"),
        (bytes(range(256)) * 20, "is neither PDF"),
        (b"Minutes\x00\x01\x02of", "is neither PDF"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "is neither PDF"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",  # ZIPs hold the time of making
)
def test_what_is_no_paper_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        media_type(data, "minutes.pdf")
    assert str(raised.value).startswith("minutes.pdf: ")
    assert reason in raised.value.reason
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "is_mail"),
    [
        ("From: a@b.example\nSubject: Minutes\nMIME-Version: 1.0\n\nDear all", True),
        ("Received: from x by y;\r\n\tFri, 3 May 2024\r\nFrom: Clerk <a@b.example>\r\n\r\nDear all", True),
        ("From clerk@b.example Fri May  3 10:00:00 2024\nFrom: a@b.example\nMessage-ID: <1>\n\nDear all", True),
        ("Message-ID: <1>\nSubject: no body", True),
        ("\ufeffDelivered-To: a@b.example\nFrom: c@d.example\n\n<html><body>Dear all", True),
        ("From: the Clerk\nTo: all members\nDate: 3 May 2024\nSubject: Minutes\n\nPresent: Cllr Finch", False),
        ("Date: 3 May 2024\nReferences: Local Government Act\nMinutes of the meeting", False),
        ("From: a@b.example\nMarlow Vale Council\nMIME-Version: 1.0\n", False),
        ("Minutes\n\nFrom: a@b.example\nMessage-ID: <1>\n", False),
        ("12:30 Lunch\n13:00 Message-ID: what is it?\n", False),
    ],
)
def test_an_email_is_told_from_a_paper_that_looks_like_one(text: str, is_mail: bool) -> None:
    assert media_type(text.encode(), "paper.txt") is (MediaType.EMAIL if is_mail else MediaType.TEXT)
