"""Reads OpenDocument texts (LibreOffice, OpenOffice): opens them safely, and has body, title, heads and feet read.

With lxml on the two XML files that matter: odfpy, the library there is, saw its last release in 2020 and would build a
tree of objects around every element without knowing printed numbers, spans or tracked changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.document import Furniture, FurnitureKind
from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest import archives
from ingest.folding import without_signs
from ingest.layout import Reading
from ingest.odf import n
from ingest.odtbody import Body, printed_lines
from ingest.odtlists import Lists
from ingest.odtstyles import Styles

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

_DAMAGED = "is a damaged or cut-off OpenDocument file; fetch it again, or open it in LibreOffice and save it anew"
_LOCKED = "is protected by a password; save it without one"
_HEADS_AND_FEET = {
    n(f"style:{part}{which}"): kind
    for part, kind in (("header", FurnitureKind.HEAD), ("footer", FurnitureKind.FOOT))
    for which in ("", "-left", "-first")
}


def read_odt(data: bytes, name: str) -> Reading:
    """The pieces of an OpenDocument text: one page, and in place of a line the 1-based count of paragraphs with words.

    Tracked insertions are text, deletions and comments are not; footnotes follow at the end. Headers, footers and lists
    of contents are furniture. Raises ``UnreadableFileError`` where the file is damaged, protected, or unpacks to more
    than ``archives.MAX_UNPACKED_BYTES``.
    """
    archive = archives.opened(data, name, _DAMAGED)
    if _is_locked(archive, name):
        raise UnreadableFileError(name, _LOCKED)
    content = _tree(archive, "content.xml", name)
    text = None if content is None else content.find(f"{n('office:body')}/{n('office:text')}")
    if content is None or text is None:
        raise UnreadableFileError(name, _DAMAGED)
    styles = _tree(archive, "styles.xml", name)
    body = Body(Lists(content, styles), Styles(content, styles))
    body.take_all(text)
    contents = [Furniture(1, FurnitureKind.CONTENTS, line) for line in body.contents]
    return Reading(
        media_type=MediaType.ODT,
        pieces=tuple(body.flow.pieces),
        title=_title(_tree(archive, "meta.xml", name)),
        furniture=tuple(dict.fromkeys([*_heads_and_feet(styles), *contents])),
    )


def _tree(archive: zipfile.ZipFile, path: str, name: str) -> _Element | None:
    """The XML at ``path``, entities left alone and nothing fetched; ``None`` where the archive has none."""
    from lxml import etree

    xml = archives.part(archive, path, name, _DAMAGED)
    if xml is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(name, _DAMAGED) from error
    # OpenDocument has no entities of its own: what is left of them stands for nothing.
    etree.strip_tags(tree, etree.Entity)
    return tree


def _is_locked(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether entries are encrypted (OpenDocument 1.3, part 2, 3.4); since 1.4 one entry may hold them all."""
    manifest = _tree(archive, "META-INF/manifest.xml", name)
    if manifest is None:
        return False
    return next(manifest.iter(n("manifest:encryption-data")), None) is not None


def _title(meta: _Element | None) -> str | None:
    title = None if meta is None else meta.findtext(f".//{n('dc:title')}")
    return " ".join(without_signs(title).split()) or None if title else None


def _heads_and_feet(styles: _Element | None) -> Iterator[Furniture]:
    """The lines of the headers and footers of all kinds of pages."""
    for region in () if styles is None else styles.iter(*_HEADS_AND_FEET):
        yield from (Furniture(1, _HEADS_AND_FEET[str(region.tag)], line) for line in printed_lines(region))
