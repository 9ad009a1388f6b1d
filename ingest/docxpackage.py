"""The package of a Word file: opened with bounds, and what Word saves beside ordinary documents made into one."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFileError
from ingest import archives

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from lxml.etree import _Element

_DAMAGED = "is a damaged or cut-off DOCX file; fetch it again, or open it in Word and save it anew"

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
# ISO/IEC 29500-1 has other names of namespaces ("strict") than what Word writes by default and python-docx knows
# (ISO/IEC 29500-4, "transitional"): the same words behind another beginning.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL_NAME = rb"http://schemas.openxmlformats.org/\1/2006/"
# Documents with macros and templates hold the same, and say so in the type of their main part.
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN_PARTS = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Something that the body of a document relates to: a part of the file, or what stands elsewhere at ``target``.

    ``kind`` is the last word of the relation's type: ``styles``, ``header``, ``hyperlink``.
    """

    id: str
    kind: str
    part: Part | None
    target: str


def opened(data: bytes, name: str) -> Document:
    """The Word file that ``data`` is; raises ``UnreadableFileError`` where it is damaged or unpacks to too much."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    archive = archives.opened(data, name, _DAMAGED)
    if _is_unusual(archive, name):
        data = _usual(archive, name)
    # python-docx takes for granted that parts are what their types say, and trips over what isn't in any of these ways.
    faults = (
        PackageNotFoundError,
        LxmlError,
        *archives.ENTRY_ERRORS,
        RuntimeError,
        KeyError,
        AttributeError,
        TypeError,
    )
    try:
        # It reads XML with entities off (docx.oxml.parser).
        document = docx.Document(io.BytesIO(data))
    except faults as error:
        raise UnreadableFileError(name, _DAMAGED) from error
    if document.element.body is None:
        raise UnreadableFileError(name, _DAMAGED)
    return document


def relations(document: Document) -> tuple[Relation, ...]:
    """What the body of ``document`` relates to, in the order of the file."""
    return tuple(
        Relation(
            id=key or "",
            kind=(each.reltype or "").rpartition("/")[2],
            part=None if each.is_external else each.target_part,
            target=(each.target_ref or "") if each.is_external else "",
        )
        for key, each in document.part.rels.items()
    )


def title(document: Document) -> str | None:
    """The title that the file's properties tell."""
    try:
        told = document.core_properties.title
    except (AttributeError, KeyError, ValueError, TypeError):
        # Damaged properties don't cost the paper.
        return None
    return " ".join((told or "").split()) or None


def tree(part: Part, name: str) -> _Element:
    """The XML of a part; raises ``UnreadableFileError`` where it has none."""
    from docx.oxml import parse_xml
    from lxml.etree import LxmlError

    element: _Element | None = getattr(part, "element", None)
    if element is not None:
        return element
    try:
        return parse_xml(part.blob)
    except (LxmlError, ValueError) as error:
        raise UnreadableFileError(name, _DAMAGED) from error


def _is_unusual(archive: zipfile.ZipFile, name: str) -> bool:
    types = archives.part(archive, _CONTENT_TYPES, name, _DAMAGED) or b""
    relations = archives.part(archive, _RELATIONS, name, _DAMAGED) or b""
    return _STRICT in relations or any(kind in types for kind in _OTHER_MAIN_PARTS)


def _usual(archive: zipfile.ZipFile, name: str) -> bytes:
    """The same package as an ordinary document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as usual:
        for path in dict.fromkeys(archive.namelist()):
            xml = archives.part(archive, path, name, _DAMAGED) or b""
            if path == _CONTENT_TYPES:
                for kind in _OTHER_MAIN_PARTS:
                    xml = xml.replace(kind, _DOCUMENT)
            if path.endswith((".xml", ".rels")):
                xml = _STRICT_NAME.sub(_TRANSITIONAL_NAME, xml)
            usual.writestr(path, xml)
    return buffer.getvalue()
