"""The links of a page, as annotations lay them over it, and the words that they lie on."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from corpus.document import Hyperlink
from corpus.spans import Span
from ingest.hyperlinks import kept_target
from ingest.pdf.characters import clean
from ingest.pdf.geometry import Box
from ingest.pdf.glyphs import Glyphs
from ingest.pdf.lines import Line

# A page of references has a few hundred; a file with more was made to harm.
_MOST_LINKS = 2000
_LONGEST_TARGET = 2048
# A link lies on the lines that have at least this share of their height in its box.
_SHARED_HEIGHT = 0.5


class PlacedLink(NamedTuple):
    """The words of one line that a link lies on, as they stand in the line, and where they stand on the page."""

    words: str
    box: Box
    target: str


def page_links(page: Any, glyphs: Glyphs, lines: Sequence[Line]) -> tuple[PlacedLink, ...]:
    """The links of an open pdfium page whose target is kept, line by line of their words."""
    found = []
    for box, target in _annotations(page, glyphs):
        for line in lines:
            shared = min(box.bottom, line.box.bottom) - max(box.top, line.box.top)
            if shared >= _SHARED_HEIGHT * line.box.height and box.x0 < line.box.x1 and box.x1 > line.box.x0:
                covered = [
                    word for word in glyphs.words(line.start, line.end) if box.x0 <= (word.x0 + word.x1) / 2 <= box.x1
                ]
                if covered:
                    text = clean(glyphs.text[covered[0].start : covered[-1].end])
                    place = Box(covered[0].x0, line.box.top, covered[-1].x1, line.box.bottom)
                    found.append(PlacedLink(text, place, target))
    return tuple(found)


def links_of_lines(
    text: str, lines: Sequence[tuple[int, Line]], links: Mapping[int, Sequence[PlacedLink]]
) -> Iterator[Hyperlink]:
    """The links in ``text``, which was put together from ``lines`` (each with its page); one over two lines is one."""
    at = 0
    last: Hyperlink | None = None
    for page, line in lines:
        for link in links.get(page, ()):
            if not _lies_on(link.box, line.box):
                continue
            start = text.find(link.words, at)
            if start < 0:
                continue
            at = start + len(link.words)
            if last and last.target == link.target and start - last.span.end <= 1:
                last = Hyperlink(Span(last.span.start, at), link.target)
                continue
            if last:
                yield last
            last = Hyperlink(Span(start, at), link.target)
    if last:
        yield last


def _lies_on(box: Box, line: Box) -> bool:
    return line.holds((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)


def _annotations(page: Any, glyphs: Glyphs) -> Iterator[tuple[Box, str]]:
    """The boxes of links that lead out of the file, and their targets."""
    import pypdfium2.raw as pdfium

    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    buffer = ctypes.create_string_buffer(_LONGEST_TARGET)
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI or not pdfium.FPDFLink_GetAnnotRect(link, rect):
            continue
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, _LONGEST_TARGET)
        target = kept_target(buffer.value.decode("utf-8", "replace"))
        if target:
            yield glyphs.frame.box(rect.left, rect.bottom, rect.right, rect.top), target
