"""Which characters the bytes of a text or HTML file stand for."""

from __future__ import annotations

import codecs

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# What Windows programs save when they don't say UTF-8: the usual case of older council pages and clerks' text files.
_FALLBACK = "cp1252"
# ... and what programs of the first Macintoshes did, whose files have carriage returns alone.
_MACINTOSH = "mac_roman"

# Text of two bytes a character shows, in English, by every other byte being 0, and hardly any of those between.
_TWO_BYTES_WITHIN = 4096
_ZEROS_BESIDE = 0.7
_ZEROS_BETWEEN = 0.05


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark at the start of ``data`` tells, and the mark's length in bytes.

    Two bytes a character are told without a mark, too.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    first, second = (_zeros(data[start:_TWO_BYTES_WITHIN:2]) for start in (0, 1))
    if second >= _ZEROS_BESIDE and first <= _ZEROS_BETWEEN:
        return "utf-16-le", 0
    if first >= _ZEROS_BESIDE and second <= _ZEROS_BETWEEN:
        return "utf-16-be", 0
    return None


def _zeros(data: bytes) -> float:
    return data.count(0) / max(len(data), 1)


def decoded(data: bytes, declared: str | None = None) -> str:
    """``data`` as text: by its byte order mark, as ``declared``, as UTF-8, else as Windows text; never raises.

    A byte that means nothing becomes U+FFFD, so that one damaged character doesn't cost the paper.
    """
    marked = marked_encoding(data)
    if marked:
        return data[marked[1] :].decode(marked[0], errors="replace")
    if declared and _known(declared):
        return data.decode(declared, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut off inside its last character is still UTF-8.
        cut_short = error.reason == "unexpected end of data"
        old = _MACINTOSH if b"\r" in data and b"\n" not in data else _FALLBACK
        return data.decode("utf-8" if cut_short else old, errors="replace")


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False
