"""Minutes and the meeting that they are of, and the meeting that approved them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.links.model import Link, Thing, ThingKind
from corpus.vocabulary import LinkKind, PaperKind
from search.aligning.boards import Sameness, same_board
from search.linking.linked import linked
from search.linking.neighbours import Neighbours

_SURE = 1.0
_TIED = 0.95
"""An item and the minutes behind it in the same pack."""
_MEETING_OR_ITEM = frozenset({ThingKind.MEETING, ThingKind.ITEM, ThingKind.MINUTE})
_NAMED = 0.9
"""An item that names the day of the minutes."""


def sameness(one: Thing, other: Thing) -> Sameness:
    """How surely two things are of the same body."""
    return same_board(one.board, other.board, one.home, other.home)


def minutes_of(things: Sequence[Thing]) -> Iterator[Link]:
    """Minutes with the same meeting as other papers tell of it; an item "Minutes of the last meeting" with them."""
    minutes = [each for each in things if each.kind is ThingKind.PAPER and each.paper_kind == PaperKind.MINUTES]
    others = Neighbours([each for each in things if each.kind in _MEETING_OR_ITEM])
    for paper in minutes:
        for each in others.of(paper):
            if each.kind is ThingKind.MEETING and _same_meeting(paper, each) and each.paper != paper.id:
                reason = f"minutes of the meeting of {_body(paper)} on {paper.date}, of which this is the {_kind(each)}"
                yield linked(LinkKind.MINUTES_OF, paper, each, _SURE, reason)
            elif paper.id in each.ties:
                reason = "the minutes that the item is about, in the same pack"
                yield linked(LinkKind.MINUTES_OF, each, paper, _TIED, reason)
            elif _names(each, paper):
                reason = f"the item names the minutes of {paper.date}"
                yield linked(LinkKind.MINUTES_OF, each, paper, _NAMED, reason)


def approvals(things: Sequence[Thing]) -> Iterator[Link]:
    """The meeting that confirmed minutes, with the meeting whose minutes they are."""
    held = [each for each in things if each.kind is ThingKind.MEETING and each.paper_kind == PaperKind.MINUTES]
    confirmed = Neighbours(held)
    for approval in _of(ThingKind.APPROVAL, things):
        for meeting in confirmed.of(approval):
            if approval.about == meeting.date and sameness(approval, meeting) is Sameness.SURE:
                reason = f"{_body(approval)} on {approval.date} confirmed the minutes of {meeting.date}"
                yield linked(LinkKind.APPROVES_MINUTES_OF, approval, meeting, _SURE, reason)


def _same_meeting(paper: Thing, meeting: Thing) -> bool:
    return paper.date == meeting.date and sameness(paper, meeting) is Sameness.SURE


def _names(item: Thing, paper: Thing) -> bool:
    """Whether ``item`` is one that brings the minutes of that day to a later meeting of the same body."""
    return (
        item.kind in (ThingKind.ITEM, ThingKind.MINUTE)
        and item.about == paper.date
        and item.paper != paper.id
        and sameness(item, paper) is Sameness.SURE
    )


def _of(kind: ThingKind, things: Iterable[Thing]) -> list[Thing]:
    return [each for each in things if each.kind is kind]


def _body(thing: Thing) -> str:
    return thing.board.name if thing.board else "the body"


def _kind(meeting: Thing) -> str:
    return (meeting.paper_kind or "paper").replace("_", " ")
