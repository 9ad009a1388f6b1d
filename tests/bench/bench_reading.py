"""How fast papers are read: ``read_pdf`` against pdfplumber and, where installed, ``pdftotext -layout``.

Run ``python tests/bench/bench_reading.py [--rounds N] [PDF or folder ...]``; without arguments it reads packs that it
makes itself. All sides read the same files in the same process, one after the other; the best of the rounds counts.
Ratios are printed, never asserted: they belong to the machine.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from corpus.errors import UnreadableFileError
from ingest.pdf import read_pdf

_MADE_PAGES = (20, 300)
_SENTENCES = (
    "The Board received the report of the Director of Finance and noted the position at the end of the quarter.",
    "Members asked how the savings would be delivered and were told that a plan would come to the next meeting.",
    "It was confirmed that the contract had been extended by twelve months under the powers already delegated.",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = list(_found(options.paths)) or [_made(Path(folder), pages) for pages in _MADE_PAGES]
        report(paths, options.rounds)
    return 0


def report(paths: list[Path], rounds: int) -> None:
    """Print one line a side: processor seconds, pages a second, and the ratio to ``read_pdf``."""
    files = [(path, path.read_bytes()) for path in paths]
    pages = sum(_pages(path, data) for path, data in files)
    sides: dict[str, Callable[[Path, bytes], object]] = {"read_pdf": _ours, "pdfplumber words+tables": _pdfplumber}
    if shutil.which("pdftotext"):
        sides["pdftotext -layout"] = _pdftotext
    best = {
        name: min(_timed(side, files) for _ in range(rounds if side is not _pdfplumber else 1))
        for name, side in sides.items()
    }
    sys.stdout.write(f"{len(files)} files, {pages} pages\n")
    for name, seconds in best.items():
        ratio = seconds / best["read_pdf"]
        sys.stdout.write(
            f"{name:<26}{seconds:9.2f} s{pages / seconds:10.0f} pages/s   read_pdf is {ratio:6.2f} times it\n"
        )


def _found(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def _timed(side: Callable[[Path, bytes], object], files: list[tuple[Path, bytes]]) -> float:
    """Processor seconds, those of started programs included: other work on the machine counts less in them."""
    started = sum(os.times()[:4])
    for path, data in files:
        side(path, data)
    return sum(os.times()[:4]) - started


def _pages(path: Path, data: bytes) -> int:
    return read_pdf(data, path.name).pages


def _ours(path: Path, data: bytes) -> object:
    try:
        return read_pdf(data, path.name)
    except UnreadableFileError:
        return None


def _pdfplumber(path: Path, data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_words()
            for table in page.find_tables():
                table.extract()
            page.close()
    return None


def _pdftotext(path: Path, data: bytes) -> object:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=False).stdout


def _made(folder: Path, pages: int) -> Path:
    """A pack in the manner of a board: running head and foot, numbered paragraphs, a table on every third page."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    story: list[object] = []
    for number in range(1, pages + 1):
        story.append(Paragraph(f"{number}. Report of the Director of Finance", styles["Heading2"]))
        for part in range(1, 7):
            story.append(Paragraph(f"{number}.{part} {' '.join(_SENTENCES)}", styles["BodyText"]))
        if number % 3 == 0:
            rows = [["Ref", "Risk", "Owner", "Rating"]]
            rows += [[f"R{row}", f"Delay of scheme {row}", "Director of Estates", "Amber"] for row in range(1, 13)]
            story.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        story.append(PageBreak())
    path = folder / f"pack-{pages}.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return path


def _furniture(canvas: object, document: object) -> None:
    canvas.drawString(72, 810, "Fernshire Integrated Care Board")  # type: ignore[attr-defined]
    canvas.drawString(280, 30, f"Page {document.page}")  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
