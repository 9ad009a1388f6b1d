"""Reads Word files: their body, notes, title, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.document import Furniture, FurnitureKind
from corpus.vocabulary import MediaType
from ingest.docxbody import Body, printed_lines
from ingest.docxnumbers import Numbers
from ingest.docxpackage import Relation, opened, relations, title, tree
from ingest.docxstyles import Styles
from ingest.hyperlinks import kept_target
from ingest.layout import Reading
from ingest.wordml import w

if TYPE_CHECKING:
    from lxml.etree import _Element

_FURNITURE = {"header": FurnitureKind.HEAD, "footer": FurnitureKind.FOOT}


def read_docx(data: bytes, name: str) -> Reading:
    """The pieces of a Word file: one page, and in place of a line the 1-based count of the paragraphs with words.

    Tracked insertions are text, deletions and comments are not; notes follow at the end. Headers, footers and lists of
    contents are furniture. Raises ``UnreadableFileError`` where the file is damaged, or unpacks to more than
    ``archives.MAX_UNPACKED_BYTES``.
    """
    document = opened(data, name)
    related = relations(document)
    body = Body(Numbers(_part(related, "numbering", name)), Styles(_part(related, "styles", name)), _targets(related))
    body.take(document.element.body)
    _take_notes(body, related, name)
    contents = [Furniture(1, FurnitureKind.CONTENTS, line) for line in body.contents]
    return Reading(
        media_type=MediaType.DOCX,
        pieces=tuple(body.flow.pieces),
        title=title(document),
        furniture=tuple(dict.fromkeys([*_heads_and_feet(related, name), *contents])),
    )


def _take_notes(body: Body, related: Sequence[Relation], name: str) -> None:
    """The notes that the body refers to, each behind its number in brackets."""
    by_kind: dict[str, dict[str, _Element]] = {}
    for kind in {kind for kind, _ in body.notes}:
        notes = _part(related, kind, name)
        by_kind[kind] = {note.get(w("id"), ""): note for note in (() if notes is None else notes.iterchildren())}
    for count, (kind, note_id) in enumerate(body.notes.copy(), start=1):
        note = by_kind[kind].get(note_id)
        if note is not None:
            body.take_note(note, f"[{count}]")


def _part(related: Sequence[Relation], kind: str, name: str) -> _Element | None:
    """The tree of the part that the document relates to as ``kind``; ``None`` where it has none."""
    part = next((each.part for each in related if each.kind == kind and each.part is not None), None)
    return None if part is None else tree(part, name)


def _targets(related: Sequence[Relation]) -> dict[str, str]:
    """The targets that links of the body lead to, by the id of their relation."""
    return {each.id: target for each in related if each.part is None and (target := kept_target(each.target))}


def _heads_and_feet(related: Sequence[Relation], name: str) -> Iterator[Furniture]:
    """The lines of the headers and footers of all sections."""
    for each in related:
        kind = _FURNITURE.get(each.kind)
        if kind is not None and each.part is not None:
            for line in printed_lines(tree(each.part, name)):
                yield Furniture(1, kind, line)
