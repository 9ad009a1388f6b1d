"""The words of a paragraph in a Word file: which runs of it are printed, and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.docxfields import Fields
from ingest.docxstyles import Style, Styles
from ingest.itemmarks import ITEM_SIGNS
from ingest.symbols import symbol
from ingest.wordfields import is_page_number
from ingest.wordml import is_on, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_PRINTED = frozenset({w("del"), w("moveFrom"), w("pPr"), w("rPr"), w("sdtPr"), w("rt")})
_LINE_ENDS = frozenset({w("br"), w("cr")})
_GAPS = frozenset({w("tab"), w("ptab")})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Newer things stand beside what older programs show in their place: both hold the same words.
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
_CHOICE = f"{_COMPATIBILITY}Choice"
_FALLBACK = f"{_COMPATIBILITY}Fallback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words and how they look; a line ends where ``text`` is ``None``. ``target`` is what they link to."""

    text: str | None
    bold: bool = False
    raised: bool = False
    target: str | None = None
    in_contents: bool = False


def runs(parent: _Element) -> Iterator[_Element]:
    """The runs that are printed, through links, fields, content controls and insertions, not those of text boxes."""
    for child in parent.iterchildren():
        if child.tag in {w("r"), f"{_MATHS}r"}:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from runs(chosen(child))
        elif child.tag not in _NOT_PRINTED and not _is_empty_control(child) and not _is_page_number(child):
            yield from runs(child)


def chosen(alternatives: _Element) -> _Element:
    """The one of several alternatives that Word shows: the first; what older programs show where there is no other."""
    choice = alternatives.find(_CHOICE)
    fallback = alternatives.find(_FALLBACK)
    return choice if choice is not None else fallback if fallback is not None else alternatives


def text_boxes(run: _Element) -> Iterator[_Element]:
    """The text boxes that are anchored in a run, not those inside of other boxes."""
    for box in run.iter(w("txbxContent")):
        above = {each.tag for each in box.iterancestors()}
        if _FALLBACK in above and run.find(f".//{_CHOICE}//{w('txbxContent')}") is not None:
            continue
        outer = next(box.iterancestors(w("txbxContent"), w("r")))
        if outer is run:
            yield box


def notes(run: _Element) -> Iterator[tuple[str, str]]:
    """The notes that a run refers to: "footnotes" or "endnotes", and the id of the note among these."""
    for reference in run.iterchildren(*_NOTES):
        kind = "footnotes" if reference.tag == w("footnoteReference") else "endnotes"
        yield kind, reference.get(w("id"), "")


class WordsOfRuns:
    """Tells the words of runs in the order of the document: fields may run over paragraphs."""

    def __init__(self, styles: Styles, targets: Mapping[str, str]) -> None:
        self._styles = styles
        self._targets = targets
        self._fields = Fields()

    def of(self, run: _Element, style: Style) -> Iterator[Words]:
        """The words of ``run`` in a paragraph of that style."""
        properties = run.find(w("rPr"))
        look = self._styles.character(value(properties, "rStyle"))
        hidden = is_on(properties, "vanish")
        own_bold = is_on(properties, "b")
        position = value(properties, "vertAlign")
        told = {
            # A style that makes bold in a paragraph that is bold makes plain (ECMA-376 part 1, 17.7.3).
            "bold": own_bold if own_bold is not None else style.bold != look.bold,
            "raised": position == "superscript" if position else look.raised,
        }
        target = self._target(run)
        for text in self._texts(run, hidden=look.hidden if hidden is None else hidden):
            yield Words(text=text, target=target, in_contents=self._fields.in_contents, **told)

    def _texts(self, run: _Element, *, hidden: bool) -> Iterator[str | None]:
        for child in run.iterchildren():
            self._fields.take(child)
            for text in _printed(child):
                if not hidden and self._fields.are_printed:
                    yield text
                elif text:
                    # ModernGov's marks around items are hidden words.
                    yield "".join(filter(ITEM_SIGNS.__contains__, text))

    def _target(self, run: _Element) -> str | None:
        """What a run links to, where it stands in a link."""
        link = next((above for above in run.iterancestors(w("hyperlink"), w("p")) if above.tag == w("hyperlink")), None)
        return None if link is None else self._targets.get(link.get(_RELATION, ""))


def _printed(child: _Element) -> Iterator[str | None]:
    """What a child of a run prints; ``None`` for the end of a line."""
    if child.tag in {w("t"), f"{_MATHS}t"}:
        yield child.text or ""
    elif child.tag in _GAPS:
        yield " "
    elif child.tag == w("noBreakHyphen"):
        yield "-"
    elif child.tag in _LINE_ENDS:
        yield None
    elif child.tag == w("sym"):
        yield _symbol(child)
    elif child.tag == _ALTERNATIVES:
        fallback = child.find(_FALLBACK)
        for each in () if fallback is None else fallback.iterchildren(w("t")):
            yield each.text or ""


def _symbol(element: _Element) -> str:
    try:
        return symbol(int(element.get(w("char"), ""), 16), element.get(w("font"), ""))
    except ValueError:
        return ""


def _is_page_number(element: _Element) -> bool:
    return element.tag == w("fldSimple") and is_page_number(element.get(w("instr"), ""))


def _is_empty_control(element: _Element) -> bool:
    """Whether a content control holds only what Word shows in place of words ("Click here to enter text")."""
    return element.tag == w("sdt") and is_on(element.find(w("sdtPr")), "showingPlcHdr") is True
