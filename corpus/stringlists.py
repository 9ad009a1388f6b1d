"""Lists of names and ids inside a column, as JSON arrays of strings, which SQLite's ``json_each`` can read as well."""

from __future__ import annotations

import json
from collections.abc import Iterable


def encode_strings(strings: Iterable[str]) -> str:
    """``strings`` as a JSON array."""
    return json.dumps(list(strings), ensure_ascii=False, separators=(",", ":"))


def decode_strings(column: str) -> tuple[str, ...]:
    """The strings that ``encode_strings`` wrote."""
    return tuple(json.loads(column))


def decode_string_lists(column: str) -> tuple[str, ...]:
    """All strings of an array of arrays (what ``json_group_array`` gives), each once, in order of appearance."""
    return tuple(dict.fromkeys(name for names in json.loads(column) for name in names))
