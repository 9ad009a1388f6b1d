"""Reads Word files: their body, notes, title, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.document import Furniture, FurnitureKind
from corpus.vocabulary import MediaType
from ingest.docxbody import Body, printed_lines
from ingest.docxnumbers import Numbers
from ingest.docxpackage import opened, title, tree
from ingest.docxstyles import Styles
from ingest.hyperlinks import kept_target
from ingest.layout import Reading
from ingest.wordml import w

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_FURNITURE = {"header": FurnitureKind.HEAD, "footer": FurnitureKind.FOOT}


def read_docx(data: bytes, name: str) -> Reading:
    """The pieces of a Word file: one page, and in place of a line the 1-based count of the paragraphs with words.

    Tracked insertions are text, deletions and comments are not; notes follow at the end. Headers, footers and lists of
    contents are furniture. Raises ``UnreadableFileError`` where the file is damaged, or unpacks to more than
    ``archives.MAX_UNPACKED_BYTES``.
    """
    document = opened(data, name)
    numbers, styles = Numbers(_part(document, "numbering", name)), Styles(_part(document, "styles", name))
    body = Body(numbers, styles, _targets(document))
    body.take(document.element.body)
    _take_notes(body, document, name)
    contents = [Furniture(1, FurnitureKind.CONTENTS, line) for line in body.contents]
    return Reading(
        media_type=MediaType.DOCX,
        pieces=tuple(body.flow.pieces),
        title=title(document),
        furniture=tuple(dict.fromkeys([*_heads_and_feet(document, name), *contents])),
    )


def _take_notes(body: Body, document: Document, name: str) -> None:
    """The notes that the body refers to, each behind its number in brackets."""
    by_kind: dict[str, dict[str, _Element]] = {}
    for kind in {kind for kind, _ in body.notes}:
        notes = _part(document, kind, name)
        by_kind[kind] = {note.get(w("id"), ""): note for note in (() if notes is None else notes.iterchildren())}
    for count, (kind, note_id) in enumerate(body.notes.copy(), start=1):
        note = by_kind[kind].get(note_id)
        if note is not None:
            body.take_note(note, f"[{count}]")


def _part(document: Document, kind: str, name: str) -> _Element | None:
    """The tree of the part that the document relates to as ``kind``; ``None`` where it has none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return tree(relation.target_part, name)
    return None


def _targets(document: Document) -> dict[str, str]:
    """The targets that links of the body lead to, by the id of their relation."""
    return {
        key: target
        for key, relation in document.part.rels.items()
        if relation.is_external and (target := kept_target(relation.target_ref))
    }


def _heads_and_feet(document: Document, name: str) -> Iterator[Furniture]:
    """The lines of the headers and footers of all sections."""
    for relation in document.part.rels.values():
        kind = _FURNITURE.get(relation.reltype.rpartition("/")[2])
        if kind is not None and not relation.is_external:
            for line in printed_lines(tree(relation.target_part, name)):
                yield Furniture(1, kind, line)
