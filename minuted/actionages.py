"""Since when actions are owed: the same action, as papers tell of it again and again, and who tells of it last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.findingrows import ActionRow
from corpus.store import Corpus
from corpus.vocabulary import LinkKind

_KINDS = (LinkKind.SAME_ACTION, LinkKind.RAISES)


@dataclass(frozen=True, slots=True)
class Owed:
    """The day on which an action was first told of (ISO 8601; ``None`` where none is known), and if this is the last.

    Of those that tell of the same action only the last one tells how it stands.
    """

    raised: str | None
    is_last: bool


def owed(corpus: Corpus, rows: Iterable[ActionRow]) -> dict[str, Owed]:
    """By id of each of ``rows`` since when it is owed; links between actions tell which are the same."""
    known = {row.id: row for row in rows}
    pairs = [
        (link.from_id, link.to_id)
        for link in (corpus.links_of(*known, kinds=_KINDS) if known else ())
        if not link.is_weak and {link.from_id, link.to_id} <= known.keys()
    ]
    groups = {id_: {id_} for id_ in known}
    for one, other in pairs:
        together = groups[one] | groups[other]
        groups.update(dict.fromkeys(together, together))
    return {id_: _owed(row, [known[each] for each in groups[id_]]) for id_, row in known.items()}


def _owed(row: ActionRow, same: Iterable[ActionRow]) -> Owed:
    days = [each.date for each in same if each.date]
    return Owed(raised=min(days, default=None), is_last=not days or row.date == max(days))
