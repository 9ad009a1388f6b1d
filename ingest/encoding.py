"""Which characters the bytes of a text or HTML file stand for."""

from __future__ import annotations

import codecs

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# What Windows programs save when they don't say UTF-8: the usual case of older council pages and clerks' text files.
_FALLBACK = "cp1252"


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark at the start of ``data`` tells, and the mark's length in bytes."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None


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
        return data.decode("utf-8" if cut_short else _FALLBACK, errors="replace")


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False
