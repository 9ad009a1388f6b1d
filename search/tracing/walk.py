"""How a trace goes from part to part over links: the surest way first, not too far, each part once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import Protocol

from corpus.links.rows import LinkRow
from corpus.vocabulary import LinkKind
from search.tracing.parts import Part, is_head

LEAST_SURE = 0.4
"""Of 1: what the scores of all links on the way come to, multiplied. Below it a step is no more told."""

DEPTH = 6
"""So many links from the start: notice, report, decision, call-in, reconsideration, what was reported back."""

STEPS = 60
"""A trace of more is no story."""

_OF_MEETINGS = frozenset({LinkKind.MINUTES_OF, LinkKind.APPROVES_MINUTES_OF})
"""Links between meetings as a whole, which hold many matters."""


class Ground(Protocol):
    """Where a walk finds its way."""

    def part(self, document: str, wanted: str) -> Part | None:
        """The part that holds ``wanted`` (an id); ``None`` where it is of many matters, or not on show."""

    def links(self, part: Part) -> tuple[LinkRow, ...]:
        """The links of ``part`` and of what stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a walk goes: ``depth`` links from the start, ``steps`` parts; whether ``weak`` links are followed."""

    depth: int = DEPTH
    steps: int = STEPS
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Far:
    """The other end of ``link`` as seen from a part: the thing ``id`` at ``[start, end)`` of ``document``.

    ``forward`` tells that the link is read from that part to this end, ``passing`` that the part only mentions it.
    """

    link: LinkRow
    id: str
    document: str
    start: int
    end: int
    page: int
    line: int | None
    quote: str
    forward: bool
    passing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a trace: a whole ``part``, or of it only the passage ``far`` where ``is_passage``.

    ``sureness`` (0 to 1) is of the whole way from the start, of ``depth`` links; ``via`` is the part before it.
    ``is_weak`` tells that nothing follows from its last link.
    """

    part: Part
    far: Far | None
    via: Part | None
    is_passage: bool
    sureness: float
    depth: int
    is_weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What was reached, the start first; how many ``weak`` links were left, whether more lay beyond a limit."""

    steps: tuple[Step, ...]
    weak: int
    deeper: bool
    longer: bool


def walk(ground: Ground, start: Part, limits: Limits) -> Walk:
    """All that can be reached from ``start``, each part by the surest way."""
    order = count()
    first = Step(part=start, far=None, via=None, is_passage=False, sureness=1.0, depth=0)
    queue = [(-first.sureness, first.depth, next(order), first)]
    told: dict[object, Step] = {}
    weak: set[tuple[str, str]] = set()
    deeper = longer = False
    while queue:
        *_, step = heappop(queue)
        if _key(step) in told:
            continue
        if len(told) == limits.steps:
            longer = True
            break
        told[_key(step)] = step
        if step.is_passage:
            continue
        for link in ground.links(step.part):
            for onward in _onward(ground, step, link):
                if _key(onward) in told or onward.sureness < LEAST_SURE:
                    continue
                if onward.is_weak and not limits.weak:
                    weak.add((link.from_id, link.to_id))
                elif onward.depth > limits.depth:
                    deeper = True
                else:
                    heappush(queue, (-onward.sureness, onward.depth, next(order), onward))
    return Walk(steps=_without_parts(told.values()), weak=len(weak), deeper=deeper, longer=longer)


def _onward(ground: Ground, step: Step, link: LinkRow) -> Iterator[Step]:
    """The step that ``link`` leads to; none where it leads nowhere else, or to what is of many matters."""
    if link.kind in _OF_MEETINGS:
        return
    far = _far(step.part, link)
    part = ground.part(far.document, far.id) if far else None
    if far is None or part is None or part.id == step.part.id:
        return
    # What is mentioned in passing, or mentions it in passing, is told; it leads no further.
    whole = is_head(part, far.id, far.start)
    yield Step(
        part=part,
        far=far,
        via=step.part,
        is_passage=link.is_weak or far.passing or not whole,
        sureness=step.sureness * (1.0 if link.by_hand else min(link.score, 1.0)),
        depth=step.depth + 1,
        # Two passages with words in common may be of two matters.
        is_weak=link.is_weak or (far.passing and not whole and not link.by_hand),
    )


def _far(part: Part, link: LinkRow) -> Far | None:
    starts, ends = link.from_id in part.ids, link.to_id in part.ids
    if starts == ends:
        return None
    if starts:
        return Far(
            link=link,
            id=link.to_id,
            document=link.to_document,
            start=link.to_start,
            end=link.to_end,
            page=link.to_page,
            line=link.to_line,
            quote=link.to_quote,
            forward=True,
            passing=_is_passing(part, link, link.from_id, link.from_start),
        )
    return Far(
        link=link,
        id=link.from_id,
        document=link.from_document,
        start=link.from_start,
        end=link.from_end,
        page=link.from_page,
        line=link.from_line,
        quote=link.from_quote,
        forward=False,
        passing=_is_passing(part, link, link.to_id, link.to_start),
    )


def _is_passing(part: Part, link: LinkRow, wanted: str, start: int) -> bool:
    """Whether ``link`` is of a passage of ``part``, ``wanted``, that need not be about what the part is about.

    An item that cites a minute by its number goes on from there.
    """
    told = any(found.id == wanted for found in part.outline.findings)
    return (told or link.kind == LinkKind.SAME_MATTER) and not is_head(part, wanted, start)


def _key(step: Step) -> object:
    """A part is told once as a whole; of one that is only mentioned, each passage."""
    if not step.is_passage or step.far is None:
        return step.part.id
    return (step.part.id, step.far.start)


def _without_parts(steps: Collection[Step]) -> tuple[Step, ...]:
    """``steps`` without passages of what is told as a whole."""
    whole = {step.part.id for step in steps if not step.is_passage}
    return tuple(step for step in steps if not step.is_passage or step.part.id not in whole)
