"""What the parts of ModernGov's pages are (meetings, items, issues, decisions), by the classes that it gives them.

The classes are the same at all councils: ``mgItemTable`` with a row for each agenda item, its number in
``mgItemNumberCell`` and its title in ``mgAiTitleTxt``; ``mgLabel`` before a value; ``mgActionList`` for what a reader
can do with an item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Below the title of the page and the name of the meeting.
_ITEM_LEVEL = 3
# Numbers of items are short, whatever form a council gives them.
_LONGEST_NUMBER = 16


def has_class(element: HtmlElement, name: str) -> bool:
    """Whether ``name`` is one of the classes of an element."""
    return name in (element.get("class") or "").split()


def main_part(tree: HtmlElement) -> HtmlElement | None:
    """What of a ModernGov page is not of the council's site around it; ``None`` for other pages."""
    found = tree.get_element_by_id("modgov", None)
    return found if found is not None and found.find(".//h1") is not None else None


def is_item_table(table: HtmlElement) -> bool:
    """Whether a table holds the agenda items of a meeting, with all that is said on each."""
    return has_class(table, "mgItemTable") or table.get("id") == "mgItemTable"


def is_head_of_items(row: HtmlElement, tag: str) -> bool:
    """Whether a row is the head of such a table: "No." and "Item"."""
    return tag == "tr" and row.find("td") is None and any(is_item_table(above) for above in row.iterancestors("table"))


def is_item(row: HtmlElement, tag: str) -> bool:
    """Whether a row of a table is an agenda item, with all that is said on it."""
    return tag == "tr" and any(has_class(cell, "mgItemNumberCell") for cell in row)


def item_number(cell: HtmlElement, tag: str) -> str | None:
    """The number in a cell that has nothing but the number of an item; ``None`` for every other cell."""
    if tag != "td" or not has_class(cell, "mgItemNumberCell"):
        return None
    number = " ".join((cell.text_content() or "").split())
    return number if number and len(number) <= _LONGEST_NUMBER else None


def item_level(element: HtmlElement) -> int:
    """The heading level of an item's title; 0 for every other element."""
    return _ITEM_LEVEL if has_class(element, "mgAiTitleTxt") else 0


def is_action(element: HtmlElement, tag: str) -> bool:
    """Whether an entry tells what can be done ("View the background to item 3") and does not lead to a document."""
    if tag != "li" or not has_class(element.getparent(), "mgActionList"):
        return False
    return not any("documents/" in (link.get("href") or "") for link in element.iter("a"))


def label_of(element: HtmlElement, tag: str) -> HtmlElement | None:
    """The label that a paragraph begins with, where its value follows in the same paragraph."""
    if tag not in {"p", "li", "div"} or (element.text or "").strip() or not len(element):
        return None
    label = element[0]
    words = (label.text_content() or "").strip()
    if not has_class(label, "mgLabel") or not words.endswith((":", "?")):
        return None
    rest = " ".join((element.text_content() or "").split())
    return label if rest != " ".join(words.split()) else None
