"""Columns of action logs: how councils and NHS bodies head the reference, the owner, the due date and the status."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("reference", r"^(?:action )?(?:ref(?:erence)?|no|number|id|minute ref)\.?(?: ?no\.?)?$|^#$|"
                      r"^(?:action|minute) (?:no|number|ref)\.?"),
        ("owner", r"^(?:action )?(?:owner|lead|by whom|who|responsib\w*|responsible (?:officer|person)|assigned to|"
                  r"action by|lead officer|officer)$"),
        ("due", r"^(?:due|deadline|by when|when|due date|target date|timescale|date due|completion date|due by|"
                r"review date)$"),
        ("status", r"^(?:status|update|progress|outcome|rag(?: rating| status)?|comments?|update ?/ ?status|"
                   r"(?:status|update) ?(?:/|and|&) ?(?:status|update)|position)$"),
        ("text", r"^(?:agreed )?actions?(?: (?:required|agreed|point|arising|to be taken|description))?$|"
                 r"^description$|^task$"),
    )
)  # fmt: skip
_TEXT = dict(_COLUMNS)["text"]
_LEAST_COLUMNS = 2  # beside the actions themselves: a table of one more column is an agenda or a list of items


def action_columns(heads: Sequence[str]) -> Mapping[str, int]:
    """The place of each column (``text``, ``reference``, ``owner``, ``due``, ``status``) among ``heads``.

    Nothing where they aren't the head of an action log.
    """
    written = [" ".join(head.split()).strip(" :") for head in heads]
    if not any(_TEXT.match(words) for words in written):  # most rows of most tables
        return {}
    columns: dict[str, int] = {}
    for index, words in enumerate(written):
        for name, pattern in _COLUMNS:
            if name not in columns and pattern.match(words):
                columns[name] = index
                break
    return columns if "text" in columns and len(columns) > _LEAST_COLUMNS else {}
