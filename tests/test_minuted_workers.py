"""Papers read by worker processes: the same in one as in two, and what bombs and bad pages cost."""

from __future__ import annotations

import ctypes
import hashlib
import io
import multiprocessing
import zipfile
import zlib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.jobs import Fork, run_jobs
from ingest.pdf import PageLayout, read_pdf
from ingest.pool import Limits, Outcome
from minuted.events import PagesRead
from minuted.limits import MIB, ReadingLimits
from minuted.reading import PaperFile, PaperRead, understood
from minuted.steps import ReadPages, ReadPaper
from minuted.unpacking import Opened
from minuted.workers import FileOutcome, failure_reason, read_papers

# What these papers need at most; a bomb is given up well before the usual limits.
LIMITS = ReadingLimits(processes=2, least_seconds=6, seconds_per_page=0.1, memory_bytes=500 * MIB)


def pack(path: Path, pages: int) -> Path:
    """A pack with running heads, numbered paragraphs and one sentence that goes on over each page's end."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setTitle("Harbour Board papers")
    for page in range(1, pages + 1):
        canvas.drawString(72, 810, "Osney Harbour Board")
        canvas.drawString(280, 30, f"Page {page}")
        for line in range(8):
            canvas.drawString(72, 760 - 80 * line, f"{page}.{line} The Board noted the report on berth {page * line}.")
        canvas.drawString(72, 100, "It was agreed that the quay be closed and that")
        canvas.showPage()
    canvas.save()
    return path


def news_of(*paths: Path, limits: ReadingLimits = LIMITS) -> Generator[FileOutcome | PagesRead, None, None]:
    return read_papers(map(PaperFile.at, paths), limits, wanted=lambda _outcome: ())


def outcome_of(path: Path, limits: ReadingLimits = LIMITS) -> FileOutcome:
    (outcome,) = [news for news in news_of(path, limits=limits) if isinstance(news, Outcome)]
    return outcome


def paper_of(path: Path, limits: ReadingLimits = LIMITS) -> PaperRead:
    outcome = outcome_of(path, limits)
    assert isinstance(outcome.result, PaperRead), outcome.failure
    return outcome.result


def test_a_long_pack_is_the_same_paper_however_many_workers_read_it(tmp_path: Path) -> None:
    path = pack(tmp_path / "pack.pdf", 200)
    news = list(news_of(path, limits=ReadingLimits(processes=2)))
    told = [(each.pages, each.of) for each in news if isinstance(each, PagesRead)]
    assert told[0] == (0, 200)
    assert told[-1] == (200, 200)
    assert len(told) > 3
    (both,) = [each.result for each in news if isinstance(each, Outcome)]
    data = path.read_bytes()
    at_once = understood(read_pdf(data, path.name), path.name, hashlib.sha256(data).hexdigest())
    assert both == paper_of(path, ReadingLimits(processes=1)) == at_once


@dataclass(frozen=True)
class DyingPages(ReadPages):
    """Reads pages, and dies over page 77."""

    def run(self) -> list[PageLayout]:
        if self.first <= 77 <= self.last:
            ctypes.string_at(0)
        return ReadPages.run(self)


@dataclass(frozen=True)
class DyingPaper(ReadPaper):
    """Forks into ranges, one of which dies."""

    def run(self) -> PaperRead | Opened | Fork:
        fork = ReadPaper.run(self)
        assert isinstance(fork, Fork)
        parts = [part for part in fork.parts if isinstance(part, ReadPages)]
        return Fork(tuple(DyingPages(**{name: getattr(part, name) for name in _FIELDS}) for part in parts), fork.join)


_FIELDS = ("file", "modified_ns", "first", "last", "limits")


def test_a_page_that_kills_its_worker_costs_no_other_page(tmp_path: Path) -> None:
    path = pack(tmp_path / "pack.pdf", 100)
    job = DyingPaper(file=PaperFile.at(path), spool=tmp_path, limits=LIMITS, seconds=30)
    (outcome,) = [news for news in run_jobs([job], Limits(processes=2)) if isinstance(news, Outcome)]
    document = outcome.result.document
    assert [(page.page, page.reason) for page in document.unread_pages] == [
        (77, "the page can't be read: crashed its worker process (SIGSEGV)")
    ]
    assert len(document.page_starts) == 100
    assert "on berth 76." in document.text
    assert "on berth 78." in document.text
    assert "77.1 The Board" not in document.text


def pdf(*objects: bytes) -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


def two_pages(bad: bytes, *more: bytes, box: bytes = b"[0 0 595 842]") -> bytes:
    """A good page and one of ``bad`` contents; ``more`` objects begin at number 8, the first is ``/X``."""
    shared = b"/Resources << /Font << /F 7 0 R >> /XObject << /X 8 0 R >> >>"
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %b /Contents 5 0 R >>" % shared,
        b"<< /Type /Page /Parent 2 0 R /MediaBox %b %b /Contents 6 0 R >>" % (box, shared),
        stream(b"BT /F 12 Tf 72 700 Td (The Harbour Board met at Osney Quay.) Tj ET"),
        bad,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def forms(levels: int) -> list[bytes]:
    """Form XObjects of which each draws the next one ten times."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    return [stream(b"/X Do " * 10, form % (9 + level)) for level in range(levels)]


_FLATE = b"/Filter /FlateDecode"
_IMAGE = (
    b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8 " + _FLATE
)


@pytest.mark.parametrize(
    ("data", "unread"),
    [
        pytest.param(lambda: two_pages(stream(b"/X Do"), *forms(9)), True, id="forms in forms"),
        pytest.param(
            lambda: two_pages(stream(zlib.compress(b"0 0 m 9 9 l S\n" * 5_000_000), _FLATE)), True, id="paths"
        ),
        pytest.param(lambda: two_pages(stream(zlib.compress(b" " * 40_000_000), _FLATE)), False, id="stream"),
        pytest.param(
            lambda: two_pages(stream(b"q 595 0 0 842 0 0 cm /X Do Q"), stream(zlib.compress(bytes(9**7)), _IMAGE)),
            True,
            id="an image of ten gigapixels",
        ),
        pytest.param(lambda: two_pages(stream(b"0 0 m 1e12 1e12 l S"), box=b"[0 0 1e12 1e12]"), False, id="page size"),
        pytest.param(lambda: two_pages(stream(b"[" * 100_000)), False, id="arrays in arrays"),
    ],
)
def test_a_bomb_on_a_page_costs_the_page(tmp_path: Path, data: Callable[[], bytes], unread: bool) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(data())
    document = paper_of(path).document
    assert document.text.startswith("The Harbour Board met at Osney Quay.")
    # With OCR at hand it is tried: it sees nothing on a picture that pdfium does not draw.
    assert [page.page for page in document.page_reads] == ([2] if unread else [])


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENTITIES = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
_LAUGHS = f'<!DOCTYPE w [<!ENTITY a0 "ha">{_ENTITIES}]>'


def docx(xml: bytes, **more: bytes) -> bytes:
    """A Word file with ``xml`` as its document part."""
    import docx

    whole, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            out.writestr(name, xml if name == "word/document.xml" else parts.read(name))
        for name, data in more.items():
            out.writestr(name, data)
    return made.getvalue()


def word(inside: str, before: str = "") -> bytes:
    return f"{before}<w:document {_W}><w:body>{inside}</w:body></w:document>".encode()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bomb.docx", lambda: docx(word("<w:p/>"), picture=bytes(600 * MIB)), "unpacks to more than 512 MiB"),
        ("bomb.docx", lambda: docx(word("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 3_000_000)), "needed more than 500 MiB"),
        ("bomb.docx", lambda: docx(word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", _LAUGHS)), "is a damaged"),
        (
            "bomb.docx",
            lambda: docx(word("<w:tbl><w:tr><w:tc>" * 9999)),
            "is a damaged",
        ),
        ("bomb.html", lambda: b"<html><body>" + b"<p>The Board met.</p>" * 2_000_000, "needed more than 500 MiB"),
        ("bomb.txt", lambda: b"The Board met. " * 3_000_000, "needed more than 500 MiB"),
        (
            "bomb.pdf",
            lambda: pdf(
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            ),
            "has 100000 pages, and more than 10000 are not read",
        ),
    ],
)
def test_a_bomb_costs_its_file(tmp_path: Path, name: str, data: Callable[[], bytes], reason: str) -> None:
    bomb, well = tmp_path / name, tmp_path / "minutes.txt"
    bomb.write_bytes(data())
    well.write_text("The Harbour Board met at Osney Quay.")
    outcomes = {news.task.name: news for news in news_of(bomb, well) if isinstance(news, Outcome)}
    assert failure_reason(outcomes[bomb.name]).startswith(reason)
    assert outcomes[well.name].failure is None


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html [" + b'<!ENTITY a "ha"><!ENTITY b "&a;&a;">' + b"]><html><body><p>Osney &b;</p></body></html>",
        b"<html><body>" + b"<div>" * 100_000 + b"<p>Osney</p>",
        b"<html><body><table><tr><td colspan=99999999 rowspan=99999999>Osney</td></tr></table>",
    ],
)
def test_html_that_would_blow_up_is_harmless(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bomb.html"
    path.write_bytes(data)
    assert outcome_of(path).failure is None


@pytest.mark.parametrize(
    "tree",
    [
        [b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>"],
        [b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 4 >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>"],
    ],
)
def test_a_page_tree_that_goes_in_circles_ends(tmp_path: Path, tree: list[bytes]) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(pdf(b"<< /Type /Catalog /Pages 2 0 R >>", *tree))
    outcome = outcome_of(path)
    assert outcome.failure is not None or outcome.result is not None
    assert "internal error" not in (outcome.failure or "")


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path / "gone.pdf")
    assert failure_reason(outcome) == "can't be opened: No such file or directory"


def test_a_broken_off_run_leaves_no_process_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pack(tmp_path / "pack.pdf", 200)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    before = set(_children())
    news = news_of(path, limits=ReadingLimits(processes=2))
    assert isinstance(next(news), PagesRead)
    assert set(_children()) - before
    news.close()
    assert not set(_children()) - before
    assert not list(temporary.iterdir())


def _children() -> list[int]:
    return [process.pid or 0 for process in multiprocessing.active_children()]
