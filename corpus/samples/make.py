"""Makes the sample papers and their truth from the sources: ``python -m corpus.samples.make [FOLDER]``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.samples import render_docx, render_html, render_pdf, render_text
from corpus.samples.registry import bodies, people
from corpus.samples.rendering import Rendering
from corpus.samples.source import Source, read, with_pages
from corpus.samples.truth import Entry, Event, events, paper_pages, truth

HERE = Path(__file__).parent
_SOURCES = HERE / "sources"
_RENDERERS = {
    "pdf": render_pdf.render,
    "docx": render_docx.render,
    "html": render_html.render,
    "txt": render_text.render,
    "md": render_text.render,
}
_PLACEHOLDER = "{pages "
_ORDER_OF_A_DAY = ("notice", "report", "recommendation", "call_in", "mention", "action_closed", "decision", "action")
"""On one day a report comes before what is decided on it, and what is to be done after."""


def sources() -> tuple[Source, ...]:
    """All sample papers as written, ordered by file name."""
    return tuple(read(path) for path in sorted(_SOURCES.glob("*.paper")))


def made() -> dict[str, bytes]:
    """Every file of the sample corpus: path below ``corpus/samples`` to bytes; the same at every call."""
    persons, organisations = people(_SOURCES / "people.toml"), bodies(_SOURCES / "bodies.toml")
    stories = dict(_stories())
    files: dict[str, bytes] = {}
    steps: list[Event] = []
    for written in sources():
        source, rendering = _rendered(written)
        files[f"papers/{source.stem}.{source.format}"] = rendering.data
        files[f"truth/{source.stem}.json"] = _json(truth(source, rendering, persons, organisations))
        steps.extend(events(source, rendering))
    files["truth/matters.json"] = _json(_matters(stories, steps))
    return files


def write(folder: Path) -> None:
    """Writes every file of the sample corpus under ``folder``."""
    for name, data in made().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _rendered(source: Source) -> tuple[Source, Rendering]:
    """The paper rendered; twice where its agenda prints page numbers, which are known only after the first time."""
    render = _RENDERERS[source.format]
    if not any(_PLACEHOLDER in cell for block in source.blocks for cell in block.cells):
        return source, render(source)
    draft = with_pages(source, {})
    final = with_pages(source, paper_pages(draft, render(draft)))
    return final, render(final)


def _stories() -> Iterator[tuple[str, str]]:
    for line in (_SOURCES / "stories.txt").read_text(encoding="utf-8").splitlines():
        story, _, title = line.partition(": ")
        yield story, title


def _matters(stories: Mapping[str, str], steps: list[Event]) -> list[Entry]:
    """The stories in the form of "matters", each with its events, oldest first."""

    def when(event: Entry) -> tuple[str, int]:
        return str(event["date"]), _ORDER_OF_A_DAY.index(str(event["kind"]))

    return [
        {"title": title, "events": sorted((step.entry for step in steps if step.story == story), key=when)}
        for story, title in stories.items()
    ]


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
