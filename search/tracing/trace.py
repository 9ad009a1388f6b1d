"""The trace of one thing: the events that are reached from it, in order, and the links they were reached by."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.links.rows import LinkRow
from corpus.store import Corpus
from search.index import Index
from search.stories.events import Event
from search.tracing.elsewhere import names_of, told_elsewhere
from search.tracing.held import Held
from search.tracing.parts import Part
from search.tracing.telling import Told, in_order, told_by
from search.tracing.walk import Limits, Walk, walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What was reached from the part ``start``, oldest first; ``walk`` tells how, and where it ended.

    ``names`` are what the matter is called (none where no heading is its name alone), ``elsewhere`` is what tells of
    one of them with no link between.
    """

    start: Part
    told: tuple[Told, ...]
    walk: Walk
    names: tuple[str, ...]
    elsewhere: tuple[Event, ...]

    @property
    def is_alone(self) -> bool:
        """Whether nothing but what was asked for, and stands under its heading, is told."""
        return len(self.walk.steps) == 1 and not self.elsewhere

    @property
    def links(self) -> tuple[LinkRow, ...]:
        """The links that were followed, in the order of the walk."""
        return tuple(step.far.link for step in self.walk.steps if step.far)


def trace(corpus: Corpus, index: Index, start: tuple[str, str], at: int, limits: Limits) -> Trace | None:
    """The trace of ``start``: the ids of a document and of a paper, section or finding of it, at character ``at``.

    ``None`` where it is of many matters (a meeting's minutes as a whole), or not on show.
    """
    ground = Held(corpus)
    part = ground.part(*start)
    if part is None:
        return None
    found = walk(ground, part, limits)
    told = in_order(each for step in found.steps for each in told_by(step))
    whole = [step.part for step in found.steps if not step.is_passage]
    names = names_of(part, at, whole[1:])
    elsewhere = told_elsewhere(index, corpus, names, (each.event for each in told), whole)
    return Trace(start=part, told=told, walk=found, names=names, elsewhere=elsewhere)
