"""Lists of actions under a heading of their own: "Summary of actions", "Action points"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.findings import RuleId
from extract.announced import announced
from extract.foundactions import FoundAction, Record
from extract.paragraphs import Paragraph

_RULE = RuleId("actions.action-list")
_HEAD = re.compile(
    r"^(?:\d{1,3}[.)]? ?)?(?:(?:summary|list|schedule) of )?(?:agreed |new |outstanding |key |follow[- ]up )?actions?"
    r"(?: (?:points?|items?|list|summary|agreed|arising|log|to take forward|to be taken|"
    r"(?:from|at|of) (?:this|the) meeting)){0,2}\s*:?$",
    re.IGNORECASE,
)
_LONGEST_HEAD = 60  # characters
_NO_ACTION = re.compile(r"^(?:none|nil|no (?:new |further |outstanding )?(?:actions?|matters)|n/a)\b", re.IGNORECASE)
_LEAST_WORDS = 3  # of an action in a list; fewer are a heading or a name


def listed_actions(record: Record) -> Iterator[FoundAction]:
    """Every item of a list under a heading for actions, and every line below one that says who is to do what."""
    after = 0
    for paragraph in record.paragraphs:
        if paragraph.index < after or paragraph.column >= 0 or len(paragraph.text) > _LONGEST_HEAD:
            continue
        if not _HEAD.match(paragraph.text):
            continue
        for item in record.paragraphs[paragraph.index + 1 :]:
            found = _item(record, item)
            if found is None:
                break
            after = item.index + 1
            yield found


def _item(record: Record, item: Paragraph) -> FoundAction | None:
    """The action that ``item`` of a list holds; ``None`` where it is none: there the list ends."""
    if item.column >= 0 or _NO_ACTION.match(item.text) or len(item.text.split()) < _LEAST_WORDS:
        return None
    told = announced(record, item.body)
    if told.owner is None and (not item.is_list_item or item.is_heading):
        return None
    return FoundAction(span=told.span or item.body, rule=_RULE, explicit=True, owner=told.owner, due=told.due)
