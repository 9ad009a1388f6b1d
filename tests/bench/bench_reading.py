"""How fast papers are read, and in how much memory: ``read_pdf`` against pdfplumber and ``pdftotext -layout``.

Run ``python tests/bench/bench_reading.py [--rounds N] [PDF or folder ...]``; paths are measured as one set each. Beside
them three packs that the script makes: of 300 pages with fonts that every reader has, of 300 justified pages with fonts
of their own, and of 1,000 pages for the memory.

All sides read the same files on one processor, taking turns; the median of the rounds counts, in processor seconds,
those of started programs included: other work on the machine counts less in them. Ratios are printed, never asserted:
they belong to the machine.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

from corpus.errors import UnreadableFileError
from ingest.pdf import read_pdf

_MADE_PAGES = 300
_LARGE_PAGES = 1000
_SENTENCES = (
    "The Board received the report of the Director of Finance and noted the position at the end of the quarter.",
    "Members asked how the savings would be delivered and were told that a plan would come to the next meeting.",
    "It was confirmed that the contract had been extended by twelve months under the powers already delegated.",
)
_WORDS = (
    "the of and to in a for that is on by with be as will was are at from this have it not which has an or were their "
    "council board committee report members service services plan year budget need people county health care local "
    "public meeting work support would been other more also further information new work review funding agreed "
    "proposed risk delivery programme strategy performance development housing transport education children adults "
    "residents partners improvement number capital revenue savings pressures forecast position quarter consultation "
    "recommendation decision cabinet portfolio director officer authority government integrated neighbourhood"
).split()
# A process of its own reads the pack and says its greatest resident size in KiB.
_PEAK = (
    "import resource, sys; from pathlib import Path; from ingest.pdf import read_pdf;"
    " read_pdf(Path(sys.argv[1]).read_bytes(), 'pack');"
    " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)
_KIB_A_MIB = 1024

_Side = Callable[[Path, bytes], object]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for path in options.paths:
        report(path.name, list(_found(path)), options.rounds)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        report("made pack, common fonts", [_made(folder / "common.pdf", _MADE_PAGES)], options.rounds)
        report("made pack, justified, own fonts", [_made_like_word(folder / "own.pdf", _MADE_PAGES)], options.rounds)
        peak = int(_run([sys.executable, "-c", _PEAK, str(_made(folder / "large.pdf", _LARGE_PAGES))])) // _KIB_A_MIB
    sys.stdout.write(f"peak memory of reading a pack of {_LARGE_PAGES} pages: {peak} MiB\n")
    return 0


def report(name: str, paths: Sequence[Path], rounds: int) -> None:
    """Print one line a side: processor seconds, pages a second, and the ratio to ``read_pdf``."""
    files = [(path, path.read_bytes()) for path in paths]
    pages = sum(_pages(path, data) for path, data in files)
    sides: dict[str, _Side] = {"read_pdf": _ours, "pdfplumber words+tables": _pdfplumber}
    if shutil.which("pdftotext"):
        sides["pdftotext -layout"] = _pdftotext
    taken = _taken(sides, files, rounds)
    sys.stdout.write(f"{name}: {len(files)} files, {pages} pages\n")
    for side, seconds in taken.items():
        ratio = seconds / taken["read_pdf"]
        sys.stdout.write(
            f"  {side:<26}{seconds:9.2f} s{pages / seconds:10.0f} pages/s   read_pdf is {ratio:6.2f} times it\n"
        )
    sys.stdout.flush()


def _taken(sides: Mapping[str, _Side], files: Sequence[tuple[Path, bytes]], rounds: int) -> dict[str, float]:
    """The median of each side's processor seconds; within a round the sides take turns."""
    told: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            told[name].append(_timed(side, files))
    return {name: median(seconds) for name, seconds in told.items()}


def _found(path: Path) -> Iterable[Path]:
    return sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def _timed(side: _Side, files: Sequence[tuple[Path, bytes]]) -> float:
    started = sum(os.times()[:4])
    for path, data in files:
        side(path, data)
    return sum(os.times()[:4]) - started


def _pages(path: Path, data: bytes) -> int:
    try:
        return read_pdf(data, path.name).pages
    except UnreadableFileError:
        return 0


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


def _run(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def _made(path: Path, pages: int) -> Path:
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
    SimpleDocTemplate(str(path), pagesize=A4).build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return path


def _made_like_word(path: Path, pages: int) -> Path:
    """A pack in the manner of what word processors write: fonts of its own, justified lines, no two pages alike."""
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf"))
    heading = ParagraphStyle("heading", fontName="VeraBd", fontSize=12, leading=18)
    body = ParagraphStyle("body", fontName="Vera", fontSize=9, leading=12, spaceAfter=6, alignment=TA_JUSTIFY)
    chance = random.Random(pages)
    story: list[object] = []
    for number in range(1, pages + 1):
        story.append(Paragraph(f"{number}. Report of the Director of Finance", heading))
        has_table = number % 3 == 0
        for part in range(1, 5 if has_table else 9):
            words = " ".join(chance.choices(_WORDS, k=60))
            story.append(Paragraph(f"{number}.{part} {words.capitalize()}.", body))
        if has_table:
            rows = [["Ref", "Risk", "Owner", "Rating"]]
            rows += [
                [
                    f"R{row}",
                    " ".join(chance.choices(_WORDS, k=3)),
                    "Director of Estates",
                    chance.choice(["Red", "Amber"]),
                ]
                for row in range(1, 13)
            ]
            ruled = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTNAME", (0, 0), (-1, -1), "Vera")]
            story.append(Table(rows, style=[*ruled, ("FONTSIZE", (0, 0), (-1, -1), 8)]))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4).build(story, onFirstPage=_furniture, onLaterPages=_furniture)
    return path


def _furniture(canvas: object, document: object) -> None:
    canvas.drawString(72, 810, "Fernshire Integrated Care Board")  # type: ignore[attr-defined]
    canvas.drawString(280, 30, f"Page {document.page}")  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
