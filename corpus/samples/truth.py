"""What stands in a sample paper: the known truth, from the same source that the paper is rendered from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.samples.registry import Entity, namings
from corpus.samples.rendering import Rendering
from corpus.samples.source import Block, Fact, Source

Entry = dict[str, object]
"""One entry of the interchange JSON; this module is its codec for the samples."""

_SHOWN_PLACES = 3
"""The interchange JSON lists the first three places of a person or body."""
_QUOTED_WORDS = 12
"""Events quote the first twelve words."""
_LISTS = ("papers", "meetings", "sections", "fields", "attendance", "people", "organisations",
          "recommendations", "decisions", "reported_decisions", "actions")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A step of one of the stories that the corpus tells."""

    story: str
    entry: Entry


def truth(source: Source, rendering: Rendering, people: Iterable[Entity], bodies: Iterable[Entity]) -> Entry:
    """All that is true of the paper, with the keys of the interchange JSON."""
    walk = _Walk(source, rendering)
    walk.run()
    found = walk.lists
    initials = {str(entry["name"]): str(entry["initials"]) for entry in found["attendance"] if entry["initials"]}
    found["people"] = _named(rendering, _with_initials(people, initials))
    found["organisations"] = _named(rendering, bodies)
    return {"source": f"{source.stem}.{source.format}", **found}


def events(source: Source, rendering: Rendering) -> tuple[Event, ...]:
    """The steps of the stories that this paper tells, in the order of the paper."""
    walk = _Walk(source, rendering)
    walk.run()
    return tuple(walk.events)


def paper_pages(source: Source, rendering: Rendering) -> dict[int, str]:
    """The page range of each paper of the pack, as an agenda prints it (``5 - 9``)."""
    walk = _Walk(source, rendering)
    walk.run()
    ends = [(paper["page"], paper["end_page"]) for paper in walk.lists["papers"]]
    return {index: f"{first}" if first == last else f"{first} - {last}" for index, (first, last) in enumerate(ends)}


class _Walk:
    """Goes through the blocks once and writes down every fact under the paper, meeting and item it stands in."""

    def __init__(self, source: Source, rendering: Rendering) -> None:
        self._source = source
        self._rendering = rendering
        self._item: str | None = None
        self.lists: dict[str, list[Entry]] = {name: [] for name in _LISTS}
        self.events: list[Event] = []

    def run(self) -> None:
        for index, block in enumerate(self._source.blocks):
            for fact in block.facts:
                self._write(fact, block, self._at(index))
        self._close_papers()

    def _at(self, index: int) -> Entry:
        place = self._rendering.place(index)
        return {} if place is None else {self._rendering.unit: place}

    def _write(self, fact: Fact, block: Block, at: Entry) -> None:
        values = fact.values
        match fact.kind:
            case "paper":
                self._item = None
                self.lists["papers"].append({**_or_none(values, "kind", "title", "body", "date"), **at})
            case "meeting":
                known = _or_none(values, "body", "date", "kind", "status")
                self.lists["meetings"].append({"id": f"m{len(self.lists['meetings']) + 1}", **known, **at})
            case "section":
                number = values.get("number", "").rstrip(".") or None
                self._item = number if "heading" in values else self._item
                self.lists["sections"].append({"number": number, "heading": values.get("heading"), **at})
            case "field":
                self.lists["fields"].append({**_or_none(values, "label", "value"), **at})
            case "attendance":
                known = _or_none(values, "name", "title", "initials", "role", "organisation", "status")
                self.lists["attendance"].append({"meeting": self._meeting(), **known, **at})
            case "recommendation":
                known = {"paper": len(self.lists["papers"]) - 1, "number": values.get("number") or None}
                self.lists["recommendations"].append({"text": _text(values, block), **known, **at})
            case "decision":
                self.lists["decisions"].append({**self._decision(values, block), **at})
            case "reported":
                known = _or_none(values, "by", "date")
                self.lists["reported_decisions"].append({"text": _text(values, block), **known, **at})
            case "action":
                self.lists["actions"].append({**self._action(values, block), **at})
            case "also":
                self._also(values["ref"], at)
            case "event":
                self.events.append(Event(story=values["story"], entry=self._event(values, block, at)))
            case _:
                raise ValueError(f"{self._source.stem}: no such fact: {fact.kind}")

    def _decision(self, values: Mapping[str, str], block: Block) -> Entry:
        entry: Entry = {
            "text": _text(values, block),
            "item": values.get("item") or self._item,
            "number": values.get("number") or None,
            "outcome": values["outcome"],
            "meeting": self._meeting(),
            "explicit": values.get("explicit") != "false",
        }
        entry |= {key: values[key] for key in ("moved_by", "seconded_by") if key in values}
        if "result" in values:
            counts = {key: int(values[key]) if key in values else None for key in ("for", "against", "abstain")}
            entry["vote"] = {**counts, "result": values["result"]}
        return entry

    def _action(self, values: Mapping[str, str], block: Block) -> Entry:
        known = _or_none(values, "ref", "owner", "owner_full", "due")
        return {
            **known,
            "text": _text(values, block),
            "status": values.get("status", "open"),
            "meeting": self._meeting(),
            "explicit": values.get("explicit") != "false",
        }

    def _also(self, ref: str, at: Entry) -> None:
        """An action that is logged twice is one entry, at its first place."""
        unit = self._rendering.unit
        action = next(entry for entry in self.lists["actions"] if entry["ref"] == ref)
        earlier = action.setdefault(f"also_{unit}s", [])
        assert isinstance(earlier, list)
        earlier.append(at[unit])

    def _event(self, values: Mapping[str, str], block: Block, at: Entry) -> Entry:
        paper = self.lists["papers"][-1]
        return {
            "doc": f"{self._source.stem}.{self._source.format}",
            **at,
            "date": values.get("date") or paper["date"],
            "body": values.get("body") or paper["body"],
            "kind": values["kind"],
            "quote": " ".join(_text(values, block).split()[:_QUOTED_WORDS]),
        }

    def _meeting(self) -> object:
        """The id of the meeting at hand; none where a later paper of the pack has begun since."""
        meetings, papers = self.lists["meetings"], self.lists["papers"]
        if not meetings or (papers and papers[-1]["kind"] not in ("agenda", "minutes", "action_log")):
            return None
        return meetings[-1]["id"]

    def _close_papers(self) -> None:
        unit, papers = self._rendering.unit, self.lists["papers"]
        if not unit:
            return
        last = max(run.place or 0 for run in self._rendering.runs)
        for paper, after in zip(papers, [*(entry[unit] for entry in papers[1:]), last + 1], strict=True):
            assert isinstance(after, int)
            paper[f"end_{unit}"] = after - 1


def _text(values: Mapping[str, str], block: Block) -> str:
    return values.get("text") or block.main


def _or_none(values: Mapping[str, str], *keys: str) -> Entry:
    return {key: values.get(key) or None for key in keys}


def _with_initials(people: Iterable[Entity], initials: Mapping[str, str]) -> tuple[Entity, ...]:
    """``people`` with the initials that this paper's attendance list gives them; initials of two are nobody's."""
    given = list(initials.values())
    return tuple(
        Entity(forms=(*person.forms, *own), title=person.title)
        for person in people
        for own in [[short for name, short in initials.items()
                     if name.replace("’", "'") in person.forms and given.count(short) == 1]]
    )  # fmt: skip


def _named(rendering: Rendering, entities: Iterable[Entity]) -> list[Entry]:
    """Each entity that the paper names: its fullest form there, its other forms, its first three places."""
    starts, texts, length = [], [], 0
    for run in rendering.runs:
        starts.append(length)
        texts.append(run.text)
        length += len(run.text) + 1
    found: dict[Entity, dict[str, list[int | None]]] = {}
    for naming in namings(" ".join(texts), entities):
        place = rendering.runs[bisect_right(starts, naming.offset) - 1].place
        found.setdefault(naming.entity, {}).setdefault(naming.as_written, []).append(place)
    entries = []
    for entity, written in found.items():
        fullest, *others = sorted(written, key=lambda form: entity.forms.index(form.replace("’", "'")))
        entry: Entry = {"name": fullest, "aliases": others}
        entry |= {"kind": entity.kind} if entity.kind else {"title": entity.title}
        places = sorted({place for forms in written.values() for place in forms if place is not None})
        if rendering.unit:
            entry[f"{rendering.unit}s"] = places[:_SHOWN_PLACES]
        entries.append(entry)
    return entries
