"""The events that the steps of a trace tell of: a part with all that was resolved in it, or a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.entries import EntryKind
from corpus.vocabulary import LinkKind, PaperKind
from search.stories.debates import opening
from search.stories.events import PRECEDENCE, Event, is_standing
from search.stories.fitting import shortened
from search.stories.items import OF_MANY_MATTERS
from search.stories.matching import About
from search.stories.readings import Reading
from search.stories.teller import Place, Teller
from search.stories.telling import of_item, of_paper
from search.tracing.walk import Far, Step

SOON = 1500
"""Characters from a passage of minutes on, within its section, in which they come to what was resolved on it."""

_HOW = {
    LinkKind.RECOMMENDS: ("what was resolved on it", "what was recommended"),
    LinkKind.RAISES: ("what settled it", "what it settled"),
    LinkKind.DELEGATES: ("taken under the power that it gave", "what gave the power"),
    LinkKind.SAME_ACTION: ("the same action", "the same action"),
    LinkKind.SAME_MATTER: ("the same matter", "the same matter"),
    LinkKind.AMENDS: ("what it amends", "what amends it"),
    LinkKind.SUPERSEDES: ("what it supersedes", "what supersedes it"),
    LinkKind.CALLS_IN: ("the decision that was called in", "the call-in"),
    LinkKind.REPORTS: ("what it tells of", "what tells of it"),
}
"""By kind, what the second end of a link is to the first, and the first to the second."""

ASKED = "what the trace was asked for"


@dataclass(frozen=True, slots=True)
class Told:
    """An event, and the step of the trace that tells of it."""

    event: Event
    step: Step

    @property
    def day(self) -> str | None:
        """Where it stands in the story (ISO 8601): what is undated comes with that which it was reached from."""
        return self.event.date or (self.step.via.paper.date if self.step.via else None)


def told_by(step: Step) -> Iterator[Told]:
    """What ``step`` tells of, in no order; each with why it belongs."""
    events = _passage(step, step.far) if step.is_passage and step.far else _part(step)
    return (Told(replace(event, why=_why(step, event)), step) for event in events)


def in_order(told: Iterable[Told]) -> tuple[Told, ...]:
    """``told``, oldest first and the undated last; what copies of one paper tell is told once."""
    once: dict[object, Told] = {}
    for each in told:
        event = each.event
        once.setdefault((event.date, event.body, event.kind, event.quote.casefold()), each)
    return tuple(sorted(once.values(), key=lambda each: place_in_time(each.event, each.day)))


def _part(step: Step) -> Iterator[Event]:
    part = step.part
    teller = Teller(part.outline, part.paper)
    if part.is_row:
        for found in part.findings():
            if found.id == part.id:
                yield teller.found(found, part.paper.title, "")
        return
    readings = tuple(Reading(part.outline, item, ()) for item in part.items())
    if not readings:
        return
    about = About(part.head, frozenset(), readings)
    if part.paper.kind in OF_MANY_MATTERS:
        told = tuple(of_item(about, teller))
        if all(event.id != part.id for event in told):
            kind = teller.kind(about.head.text, about.text, about=True)
            yield teller.event(kind, teller.at_head(about.head), opening(about), "")
        yield from told
    else:
        yield from of_paper(about, teller, part.head.text, attached=part.paper.kind == PaperKind.APPENDIX)


def _passage(step: Step, far: Far) -> Iterator[Event]:
    """A passage, and in minutes what was resolved in it or soon after it."""
    outline, paper = step.part.outline, step.part.paper
    teller = Teller(outline, paper)
    found = next((each for each in outline.findings if each.id == far.id), None)
    if found is not None:
        yield teller.found(found, step.part.head.text, "")
        return
    section = next((each for each in outline.sections if each.id == far.id), None)
    heading = (section.heading if section else None) or paper.title
    place = Place(far.id, far.page, far.line, heading)
    quote = outline.text[far.start : far.end] or far.quote
    kind = teller.kind(heading, quote, about=far.id == paper.id)
    yield teller.event(kind, place, quote, "")
    if section is not None and paper.kind == PaperKind.MINUTES and not is_standing(heading):
        soon = min(section.end, far.start + SOON)
        for each in outline.findings:
            within = each.kind in (EntryKind.DECISION, EntryKind.ACTION) and far.start <= each.start < far.end
            if within or (each.kind is EntryKind.DECISION and far.end <= each.start < soon):
                yield teller.found(each, heading, "")


def _why(step: Step, event: Event) -> str:
    """Why ``event`` belongs: by what link it was come to, and from where."""
    if step.far is None or step.via is None:
        return ASKED if event.id == step.part.id else f"under the same heading, “{shortened(step.part.head.text)}”"
    link = step.far.link
    how = _HOW[LinkKind(link.kind)][0 if step.far.forward else 1]
    said = f"said by hand: {link.reason}" if link.by_hand else link.reason
    if step.depth == 1:
        return f"{how}: {said}"
    kind = step.via.paper.kind.replace("_", " ")
    return f"{how}: {said} (by way of the {kind} of {_written(step.via.paper.date)})"


def _written(day: str | None) -> str:
    """A day as papers write it: "11 June 2024"."""
    if day is None:
        return "no day"
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%B %Y}"


def place_in_time(event: Event, day: str | None) -> tuple[bool, str, int, str, int, int]:
    """By what events are put in order: by ``day`` (ISO 8601), without one last, and within it as matters go."""
    return (
        day is None,
        day or "",
        PRECEDENCE[event.kind],
        event.document_name,
        event.page,
        event.line or 0,
    )
