"""Reads Word files: opens them safely, and has their body, title, headers and footers read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.document import Furniture, FurnitureKind
from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest.docxbody import Body
from ingest.docxnumbers import Numbers
from ingest.docxstyles import Styles
from ingest.hyperlinks import kept_target
from ingest.layout import Reading
from ingest.wordml import w

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

# A paper with many pictures unpacks to its own size, its XML to some megabytes: what unpacks to more is an attack.
MAX_UNPACKED_BYTES = 512 * 1024 * 1024

_FURNITURE = {"header": FurnitureKind.HEAD, "footer": FurnitureKind.FOOT}

_DAMAGED = "is a damaged or cut-off DOCX file; fetch it again, or open it in Word and save it anew"


def read_docx(data: bytes, name: str) -> Reading:
    """The pieces of a Word file: one page, and in place of a line the 1-based count of the paragraphs with words.

    Tracked insertions are text, deletions and comments are not; headers and footers are furniture. Raises
    ``UnreadableFileError`` where the file is damaged, or unpacks to more than ``MAX_UNPACKED_BYTES``.
    """
    document = _opened(data, name)
    body = Body(Numbers(_part(document, "numbering")), Styles(_part(document, "styles")), _targets(document))
    body.take(document.element.body)
    return Reading(
        media_type=MediaType.DOCX,
        pieces=tuple(body.flow.pieces),
        title=" ".join((document.core_properties.title or "").split()) or None,
        furniture=tuple(dict.fromkeys(_heads_and_feet(document))),
    )


def _opened(data: bytes, name: str) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableFileError(name, _DAMAGED) from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise UnreadableFileError(name, f"unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB; it is not read")
    try:
        # python-docx reads XML with entities off (docx.oxml.parser).
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise UnreadableFileError(name, _DAMAGED) from error


def _part(document: Document, kind: str) -> _Element | None:
    """The tree of the part that the document relates to as ``kind``; ``None`` where it has none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _targets(document: Document) -> dict[str, str]:
    """The targets that links of the body lead to, by the id of their relation."""
    return {
        key: target
        for key, relation in document.part.rels.items()
        if relation.is_external and (target := kept_target(relation.target_ref))
    }


def _heads_and_feet(document: Document) -> Iterator[Furniture]:
    """The lines of the headers and footers of all sections."""
    for relation in document.part.rels.values():
        kind = _FURNITURE.get(relation.reltype.rpartition("/")[2])
        if kind is None or relation.is_external:
            continue
        tree = getattr(relation.target_part, "element", None)
        for paragraph in () if tree is None else tree.iter(w("p")):
            text = " ".join("".join(words.text or "" for words in paragraph.iter(w("t"))).split())
            if text:
                yield Furniture(1, kind, text)
