"""The marks that ModernGov hides around each agenda item of the papers made from its templates: ``<AI7>`` … ``</AI7>``.

They tell where an item begins and ends, and are no words of the paper. Beside them stand marks of the template's other
parts (``<TRAILER_SECTION>``), and at its end the patterns that items were laid out by, with ``FIELD_TITLE`` for words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Signs inside raw text, in place of the marks (`folding` has the others).
ITEM_OPENS = "\ufdd3"
ITEM_CLOSES = "\ufdd4"
ITEM_SIGNS = ITEM_OPENS + ITEM_CLOSES

_MARK = re.compile(
    r"<(?P<end>/?)(?:(?P<item>AI\d{1,4}[A-Za-z]?)|(?:[A-Z]+_)+SECTION|RESTRICTED_SUMMARY)>"
    r"|\[?(?:\b\d{1,2}\.\s*)?\bFIELD_(?:NUMBER|SUBNUMBER|TITLE|SUMMARY|COMMENT\d?)\b\]?"
)
_ITEM_TAG = re.compile(r"ai\d{1,4}[a-z]?")


def item_marks(raw: str) -> Iterator[tuple[int, int, str]]:
    """The marks in ``raw``: where each starts and ends, and its sign (empty where it is not an item's)."""
    # These two questions spare nearly all lines the search.
    if "<" in raw or "FIELD_" in raw:
        for mark in _MARK.finditer(raw):
            yield mark.start(), mark.end(), _sign(mark)


def with_item_signs(raw: str) -> str:
    """``raw`` with signs in place of items' marks, and a space in place of the template's others."""
    if "<" in raw or "FIELD_" in raw:
        return _MARK.sub(lambda mark: _sign(mark) or " ", raw)
    return raw


def is_item_tag(name: str) -> bool:
    """Whether an element of a web page, named in small letters, is an item's mark that was read as a tag."""
    return _ITEM_TAG.fullmatch(name) is not None


def is_pattern_tag(name: str) -> bool:
    """Whether an element of a web page holds a pattern that items were laid out by."""
    return name.endswith("layout_section")


def _sign(mark: re.Match[str]) -> str:
    if not mark["item"]:
        return ""
    return ITEM_CLOSES if mark["end"] else ITEM_OPENS
