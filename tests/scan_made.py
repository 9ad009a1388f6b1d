"""Scanned papers: pages that are drawn, photographed, and put into a PDF as pictures without text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw) -> bytes:
    """A PDF of pages with text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(words: Sequence[str]) -> Draw:
    """A page of these lines."""

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate(words):
            canvas.drawString(72, 760 - 18 * at, line)

    return draw


def scanned(*pages: Draw, turned: int = 0, resolution: int = 200) -> bytes:
    """The same pages as pictures; ``turned`` lays the paper on the glass the wrong way round, in degrees clockwise."""
    with pypdfium2.PdfDocument(drawn(*pages)) as document:
        pictures = [_picture(page, turned, resolution) for page in document]
    width, height = A4 if turned % 180 == 0 else A4[::-1]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    for picture in pictures:
        canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _picture(page: pypdfium2.PdfPage, turned: int, resolution: int) -> bytes:
    image = page.render(scale=resolution / 72, rotation=turned, grayscale=True)
    rows = memoryview(image.buffer)
    grey = b"".join(rows[at * image.stride : at * image.stride + image.width] for at in range(image.height))
    return b"P5 %d %d 255\n" % (image.width, image.height) + grey
