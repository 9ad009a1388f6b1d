"""Rich Text as tokens: braces, control words with their numbers, and the bytes of text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

# Rich Text Format 1.9.1, "RTF syntax": a word ends at a space (which belongs to it), a digit ends the letters.
_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?|'(?P<hex>[0-9a-fA-F]{2})|(?P<symbol>[^a-zA-Z']))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    TEXT = auto()


class Token(NamedTuple):
    """A token: ``word`` is that of a control word or symbol, ``data`` the bytes of text in the code page in force."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of ``data``; binary pictures are passed over, and so is what is no token (a stray backslash)."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "open":
            yield _OPEN
        elif kind == "close":
            yield _CLOSE
        elif kind == "text":
            yield Token(Kind.TEXT, data=found["text"])
        elif kind == "hex":
            yield Token(Kind.TEXT, data=bytes.fromhex(found["hex"].decode("ascii")))
        elif kind == "symbol":
            yield Token(Kind.SYMBOL, found["symbol"].decode("latin-1"))
        else:
            number = int(found["number"]) if found["number"] else None
            word = found["word"].decode("ascii")
            if word == "bin":
                at += max(number or 0, 0)
            else:
                yield Token(Kind.WORD, word, number)
