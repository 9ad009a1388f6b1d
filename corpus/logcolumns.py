"""Columns of action logs: how councils and NHS bodies head the reference, the owner, the due date and the status."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("reference", r"^(?:(?:action|minute|log|item) )?(?:ref(?:erence)?|no|number|id)\.?(?: ?no\.?)?$|^#$|"
                      r"^(?:action|minute) (?:no|number|ref)\.?|^min(?:ute)? ?ref\.?$"),
        ("owner", r"^(?:action )?(?:owners?|leads?|by whom|who|by|responsib\w*|(?:responsible|lead) (?:officer|"
                  r"person|director|manager)|(?:person|officer) responsible|assigned(?: to)?|action(?:ed)? (?:by|for)|"
                  r"(?:exec(?:utive)? |director )lead|owner ?/ ?lead|lead ?/ ?owner|officer)\??$"),
        ("due", r"^(?:due|deadline|by when|when|(?:revised |original )?due date|target(?: completion)?(?: date)?|"
                r"time ?(?:scale|frame|line)s?|date due|(?:expected )?completion(?: date)?|due (?:by|for completion)|"
                r"(?:review|complete by) date|complete by|to be completed by)\??$"),
        ("status", r"^(?:(?:action )?status|rag(?: rating| status)?|(?:status|rag) ?/ ?(?:status|rag)|"
                   r"open ?/ ?closed|completed?\??)$"),
        ("progress", r"^(?:(?:status|progress|latest|current) )?updates?$|^(?:progress|outcome|comments?|commentary|"
                     r"notes|(?:current )?position|response)$|"
                     r"^(?:status|update|progress|comments?) ?(?:/|and|&) ?(?:status|updates?|progress|comments?)$"),
        ("text", r"^(?:agreed |required )?actions?(?: (?:required|agreed|points?|arising|to be taken|description|"
                 r"details?|items?))?$|^(?:action )?description$|^task$|^details of actions?$"),
    )
)  # fmt: skip
_TEXT = dict(_COLUMNS)["text"]
_LEAST_COLUMNS = 2  # with the actions themselves: a table with one column beside them may be an agenda
_ACTIONS = re.compile(r"^(?:agreed )?actions?(?: (?:required|agreed|points?))?$", re.IGNORECASE)
_AGENDA = re.compile(
    r"^(?:agenda )?(?:items?|subject|topic|time|papers?|enclosures?|purpose|presenter|discussion)\b", re.I
)


def action_columns(heads: Sequence[str]) -> Mapping[str, int]:
    """The place of each column (``text``, ``reference``, ``owner``, ``due``, ``status``, ``progress``) among ``heads``.

    Nothing where they aren't the head of an action log. A log has two columns or more that tell of its actions, or one,
    where nothing else makes it an agenda.
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
    if "text" not in columns:
        return {}
    alone = len(columns) == _LEAST_COLUMNS and _ACTIONS.match(written[columns["text"]])
    if len(columns) > _LEAST_COLUMNS or (alone and not any(_AGENDA.match(words) for words in written)):
        return columns
    return {}
