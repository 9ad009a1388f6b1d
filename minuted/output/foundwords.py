"""A finding on one line without its own words, for where those stand above it: what it is and what is told of it."""

from __future__ import annotations

from corpus.findings import (
    Action,
    Decision,
    Declaration,
    Motion,
    Organisation,
    Person,
    Recommendation,
    ReportedDecision,
    Unresolved,
)
from minuted.marking import Finding, Mark
from minuted.output.citation import joined, long_date, one_line
from minuted.output.declared import declaration_words
from minuted.output.owed import due_words, owner_words, standing_words
from minuted.output.particulars import particulars_line
from minuted.output.voted import fate_words, few_named_words, moved_words, vote_words

_IN_PROSE = "told in prose"


def mark_words(mark: Mark) -> str:
    """What was found at ``mark``."""
    return joined(_words(mark.finding), "told again" if mark.again else None)


def _words(found: Finding) -> str:
    match found:
        case Decision():
            return _decision(found)
        case Recommendation():
            to = f"put to {one_line(found.board)}" if found.board else None
            return joined("recommendation", _part(found.number), to, _stem(found.stem))
        case ReportedDecision():
            by = f"by {one_line(found.by)}" if found.by else None
            return joined("reported decision", by, long_date(found.date))
        case Motion():
            moved = moved_words(found.moved_by, found.seconded_by)
            amends = f"amends {found.amends.rpartition('/')[2]}" if found.amends else None
            return joined(found.kind, fate_words(found.fate, found.vote), moved, amends, few_named_words(found.vote))
        case Declaration():
            return joined("declaration", declaration_words(found))
        case Action():
            return _action(found)
        case _:
            return _naming(found)


def _decision(found: Decision) -> str:
    return joined(
        "decision",
        found.outcome.replace("_", " "),
        f"verb “{one_line(found.verb)}”" if found.verb else None,
        f"item {found.item}" if found.item else None,
        _part(found.number),
        _stem(found.stem),
        None if found.explicit else _IN_PROSE,
        vote_words(found.vote),
        moved_words(found.moved_by, found.seconded_by),
        few_named_words(found.vote),
        particulars_line(found.particulars),
    )


def _action(found: Action) -> str:
    return joined(
        "action",
        owner_words(found),
        found.reference,
        f"due {found.due_date}" if found.due_date else None,
        due_words(found.due, found.due_date),
        found.status,
        standing_words(found.status_note),
        None if found.explicit else _IN_PROSE,
    )


def _naming(found: Person | Organisation | Unresolved) -> str:
    match found:
        case Person():
            return joined("person", found.name, None if found.listed else "in no list")
        case Organisation():
            return joined("organisation", found.name, found.kind.replace("_", " "))
        case Unresolved():
            could_be = f"could be {' or '.join(found.candidates)}" if found.candidates else None
            return joined("linked to nobody", found.reason, could_be)


def _part(number: str | None) -> str | None:
    return f"part {number}" if number else None


def _stem(stem: str | None) -> str | None:
    return f"completes “{one_line(stem)}”" if stem else None
