"""What kind of file some bytes are, told from the bytes themselves: file names lie."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Callable

from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest.archives import ENTRY_ERRORS, SIGNATURES
from ingest.encoding import marked_encoding
from ingest.mailheads import is_email

# Some producers put a few lines of their own before "%PDF-"; readers look for it in the first kilobyte (PDF
# 32000-1:2008, annex H.3.4.1).
PDF_HEADER_WITHIN = 1024
# Enough of a text to see what it is, without decoding a whole file twice.
_SAMPLE = 65536
# Text in an eight-bit encoding is mostly ASCII; bytes that are no text are not.
_ASCII_SHARE = 0.7
# Control characters that a text may hold: a stray one in a thousand is dirt, more is no text.
_CONTROL_SHARE = 0.001
# A page saved without its <html> shows by a tag in most of its lines; a text with a few tags of a converter doesn't.
_TAGGED_LINES_SHARE = 0.5

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")

# What a file begins with, and what to say of it.
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "is a JPEG picture, not a document; a scan has to be made into a PDF first"),
    (b"\x89PNG", "is a PNG picture, not a document; a scan has to be made into a PDF first"),
    (b"GIF8", "is a GIF picture, not a document"),
    (b"II*\x00", "is a TIFF picture, not a document; a scan has to be made into a PDF first"),
    (b"MM\x00*", "is a TIFF picture, not a document; a scan has to be made into a PDF first"),
    (b"\x1f\x8b", "is a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "is a 7-Zip archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
)
# Formats that are ZIP archives themselves: what an entry's path begins with, and what to say of it.
_OTHER_ZIPS: tuple[tuple[str, str], ...] = (
    ("xl/workbook", "is an Excel workbook, which is not read; save it as PDF"),
    ("ppt/presentation", "is a PowerPoint file, which is not read; save it as PDF"),
    ("visio/document", "is a Visio drawing, which is not read; save it as PDF"),
    ("Index/Document.iwa", "is an Apple Pages file, which is not read; save it as .docx or PDF"),
    ("AndroidManifest.xml", "is an Android program, not a document"),
)
# What the entry "mimetype" of an archive says (OpenDocument 1.3, part 2, 3.3; EPUB 3.3, OCF 4.2.6.1).
_MIMETYPE_WITHIN = 100
_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_OPENDOCUMENT_TEXTS = frozenset({f"{_OPENDOCUMENT}text", f"{_OPENDOCUMENT}text-template"})
_OTHER_MIMETYPES: tuple[tuple[str, str], ...] = (
    (f"{_OPENDOCUMENT}text-web", "is an OpenDocument web page, which is not read; save it as .odt or PDF"),
    (f"{_OPENDOCUMENT}text-master", "is an OpenDocument master document, which is not read; save it as .odt or PDF"),
    (
        f"{_OPENDOCUMENT}spreadsheet",
        "is an OpenDocument spreadsheet, which is not read; save it as PDF",
    ),
    (_OPENDOCUMENT, "is an OpenDocument file, but no text, and is not read; save it as PDF"),
    ("application/vnd.sun.xml.", "is in the old format of OpenOffice 1, which is not read; save it as .odt or PDF"),
    ("application/epub+zip", "is an e-book, which is not read; save it as PDF"),
)
# Whole documents in one XML file.
_FLAT_XML = re.compile(r"<(?:office:document|w:wordDocument|pkg:package|fo:root)\b")
_FLAT_XML_WITHIN = 2048

_RTF_START = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,32}\{\\rtf")

_HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--")


def media_type(data: bytes, name: str) -> MediaType:
    """The type of a file's bytes; ``name`` is only for the message.

    Raises ``UnreadableFileError`` that says what the file is where it is none of the types that can be read.
    """
    if not data.strip():
        raise UnreadableFileError(name, "is empty; fetch it again")
    # Before PDF: an archive may hold one that is not compressed.
    if data.startswith(SIGNATURES):
        return _zipped(data, name)
    if is_pdf(data):
        return MediaType.PDF
    for signature, reason in _FOREIGN:
        if data.startswith(signature):
            raise UnreadableFileError(name, reason)
    if data.startswith(_OLE):
        raise UnreadableFileError(name, _ole_reason(data))
    if _RTF_START.match(data):
        return MediaType.RTF
    sample = _text_sample(data)
    if sample is None:
        raise UnreadableFileError(
            name, "is neither PDF, DOCX, ODT, RTF, HTML, e-mail, ZIP nor text; fetch it again or convert it to PDF"
        )
    if _FLAT_XML.search(sample, 0, _FLAT_XML_WITHIN) and sample.lstrip().startswith("<?"):
        raise UnreadableFileError(
            name, "is an office document as one XML file, which is not read; save it as .docx or .odt"
        )
    if is_email(sample):
        return MediaType.EMAIL
    return MediaType.HTML if _is_html(sample) else MediaType.TEXT


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF file, or of its first ``PDF_HEADER_WITHIN``."""
    return b"%PDF-" in data[:PDF_HEADER_WITHIN]


def _ole_reason(data: bytes) -> str:
    if _ENCRYPTED_OFFICE in data:
        return "is protected by a password; save it without one"
    return "is in an old Office format such as .doc, which is not read; save it as .docx or PDF"


def _zipped(data: bytes, name: str) -> MediaType:
    damaged = "is a damaged or cut-off DOCX, ODT or ZIP file; fetch it again"
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ENTRY_ERRORS as error:
        raise UnreadableFileError(name, damaged) from error
    parts = archive.namelist()
    if any(part.startswith("word/document") and part.endswith(".xml") for part in parts):
        return MediaType.DOCX
    if not parts:
        raise UnreadableFileError(name, "is an empty ZIP archive; fetch it again")
    for prefix, reason in _OTHER_ZIPS:
        if any(part.startswith(prefix) for part in parts):
            raise UnreadableFileError(name, reason)
    # An archive that somebody made of papers may hold any file; these formats tell themselves in a first entry.
    told = _mimetype(archive) if parts[0] == "mimetype" or "content.xml" in parts else ""
    if told in _OPENDOCUMENT_TEXTS or (not told and {"content.xml", "META-INF/manifest.xml"} <= set(parts)):
        return MediaType.ODT
    for prefix, reason in _OTHER_MIMETYPES:
        if told.startswith(prefix):
            raise UnreadableFileError(name, reason)
    return MediaType.ZIP


def _mimetype(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as entry:
            return entry.read(_MIMETYPE_WITHIN).decode("ascii", errors="replace").strip()
    except (KeyError, RuntimeError, *ENTRY_ERRORS):
        return ""


def _text_sample(data: bytes) -> str | None:
    """The beginning of ``data`` as text; ``None`` where it is no text in any encoding that is read."""
    marked = marked_encoding(data)
    if marked:
        sample = _start_of(data[marked[1] :], marked[0])
        return sample if sample is not None and _is_clean(sample) else None
    sample = _start_of(data, "utf-8")
    if sample is not None:
        return sample if _is_clean(sample) else None
    sample = _start_of(data, "cp1252")
    mostly_ascii = sample is not None and sum(map(str.isascii, sample)) >= _ASCII_SHARE * len(sample)
    return sample if sample is not None and mostly_ascii and _is_clean(sample) else None


def _start_of(data: bytes, encoding: str) -> str | None:
    decode: Callable[[bytes], str] = codecs.getincrementaldecoder(encoding)().decode
    try:
        return decode(data[:_SAMPLE])
    except UnicodeDecodeError:
        return None


def _is_clean(sample: str) -> bool:
    controls = sum(1 for c in sample if c < " " and c not in "\t\n\r\f\v")
    return "\x00" not in sample and controls <= _CONTROL_SHARE * len(sample)


def _is_html(sample: str) -> bool:
    if _HTML_START.search(sample):
        return True
    if not _TAG.match(sample.lstrip()):
        return False
    lines = [line for line in sample.splitlines() if line.strip()]
    return sum(1 for line in lines if _TAG.search(line)) >= _TAGGED_LINES_SHARE * len(lines)
