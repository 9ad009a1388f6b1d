"""Sample papers as plain web pages, in the manner of a council's meeting pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from corpus.samples.rendering import Rendering, Run
from corpus.samples.source import CELL_BREAK, Block, Shape, Source, groups

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<div id="header"><a href="#content">Skip to main content</a> <a href="/">{site}</a></div>
<ul id="nav"><li><a href="/meetings">Meetings</a></li><li><a href="/members">Your councillors</a></li></ul>
<div id="content">
{content}
</div>
<div id="footer"><p>{foot}</p></div>
</body>
</html>
"""
_TAGS = {Shape.TITLE: "h1", Shape.CENTRE: "h2", Shape.HEADING: "h3"}


def render(source: Source) -> Rendering:
    """The paper as one UTF-8 HTML page."""
    content = "\n".join(line for group in groups(source.blocks) for line in _group(group))
    head = source.head
    page = _PAGE.format(
        title=escape(head["title"]), site=escape(head["site"]), foot=escape(head["foot"]), content=content
    )
    runs = tuple(Run(index, None, block.words) for index, block in enumerate(source.blocks) if block.cells)
    return Rendering(data=page.encode(), unit="", runs=runs)


def _group(group: tuple[tuple[int, Block], ...]) -> Iterator[str]:
    blocks = [block for _, block in group]
    if blocks[0].shape in (Shape.TABLE, Shape.FIELD, Shape.MEMBER):
        yield "<table>"
        for block in blocks:
            tag = "th" if block.shape is Shape.TABLE else "td"
            if block.cells:
                yield "<tr>" + "".join(f"<{tag}>{_cell(cell)}</{tag}>" for cell in block.cells) + "</tr>"
        yield "</table>"
        return
    block = blocks[0]
    text = " ".join(_inline(cell) for cell in block.cells if cell)
    if block.shape is Shape.BULLET:
        yield f"<ul><li>{text}</li></ul>"
    else:
        tag = _TAGS.get(block.shape, "p")
        yield f"<{tag}>{text}</{tag}>"


def _cell(cell: str) -> str:
    paragraphs = cell.split(CELL_BREAK)
    return _inline(cell) if len(paragraphs) == 1 else "".join(f"<p>{_inline(text)}</p>" for text in paragraphs)


def _inline(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text, quote=False))
