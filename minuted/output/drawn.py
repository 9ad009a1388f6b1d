"""What was seen on a page that was drawn."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from ingest.pdf.geometry import Box
from ingest.pdf.legend import called
from ingest.pdf.sight import PageSight
from minuted.drawing import ToDraw
from minuted.output.citation import joined, page_words


def show_drawn(wanted: ToDraw, sight: PageSight, out: Path) -> None:
    """Print where the picture is and how much of what is on it."""
    click.echo(joined(str(out), f"{wanted.name} {page_words(sight.page, sight.page)} of {sight.pages}", sight.reason))
    counts = Counter(map(called, sight.seen))
    for what, count in counts.items():
        click.echo(f"  {count:5}  {what}")


def drawn_object(wanted: ToDraw, sight: PageSight, out: Path) -> dict[str, object]:
    """The page and the boxes of all that was seen on it as JSON; boxes are in points from its top left corner."""
    return {
        "picture": str(out),
        "file": wanted.name,
        "page": sight.page,
        "pages": sight.pages,
        "width": sight.width,
        "height": sight.height,
        "turned": sight.turned,
        "read_by": sight.by.value,
        "reason": sight.reason,
        "order": [_rounded(box) for box in sight.order],
        "seen": [
            {
                "kind": seen.kind.value,
                "level": seen.level or None,
                "note": seen.note or None,
                "box": _rounded(seen.box),
                "text": seen.text,
            }
            for seen in sight.seen
        ],
    }


def _rounded(box: Box) -> list[float]:
    return [round(each, 1) for each in box]
