"""An action in words: who owes it, by when, and in which words a paper tells how it stands."""

from __future__ import annotations

from corpus.findingrows import ActionRow
from corpus.findings import Action
from corpus.folding import folded_name
from minuted.output.citation import long_date, one_line


def owner_words(row: ActionRow | Action) -> str:
    """The full name where one is known, with the initials or role that are written: "Piers Wren (PW)"."""
    written, name = one_line(row.owner or ""), row.owner_name
    if not name:
        return written or "nobody named"
    # "Cllr Wren" says no more than the full name.
    says_more = written and set(folded_name(written).split()).isdisjoint(folded_name(name).split())
    return f"{name} ({written})" if says_more else name


def due_words(due: str | None, due_date: str | None) -> str | None:
    """By when it is due, as written ("due “by the next meeting”"); ``None`` where that is the date itself."""
    if not due or due in (due_date, long_date(due_date)):
        return None
    return f"due “{one_line(due)}”"


def standing_words(status_note: str | None) -> str | None:
    """The words of the paper that tell how it stands, quoted."""
    return f"“{one_line(status_note)}”" if status_note else None
