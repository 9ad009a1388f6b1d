"""The events that items about a topic, and passages on it, tell of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.entries import EntryKind
from corpus.outlines import OutlinedFinding
from corpus.vocabulary import EventKind, PaperKind
from search.analysis import stems
from search.stories.debates import discussion, is_discussed, motions, opening
from search.stories.events import Event, is_standing
from search.stories.fitting import Words, headline, present, telling_sentence
from search.stories.history import history
from search.stories.items import OF_MEETINGS, Paragraph
from search.stories.matching import About, Matches, Mention
from search.stories.readings import Passage, Reading
from search.stories.teller import Teller
from search.stories.topic import Topic

KNOWN_BY = 12
"""Words before a passage by which a finding may begin that the passage stands in."""

AFTER = 60
"""Words after a passage in which minutes come to what was decided on it, and who is to do what."""

_RESOLVED = frozenset({EntryKind.DECISION, EntryKind.ACTION, EntryKind.RECOMMENDATION})
_ASKED = frozenset({EntryKind.DECISION, EntryKind.RECOMMENDATION})
_FORMAL = frozenset({PaperKind.DECISION_NOTICE, PaperKind.CALL_IN})
"""Papers that tell the history of one decision."""

_ATTACHED = frozenset({PaperKind.APPENDIX, PaperKind.PRESENTATION})
"""Papers that come with another one, and are no event beside it."""


def told(topic: Topic, matched: Matches) -> Iterator[Event]:
    """The events that ``matched`` tells of, in no order."""
    followed: set[str] = set()
    for about in matched.about:
        first = about.readings[0]
        teller = Teller(first.outline, first.item.paper)
        if teller.paper.kind in OF_MEETINGS:
            yield from of_item(about, teller)
        else:
            whole = about.head.id == teller.paper.id
            title = _title(topic, about) if whole else opening(about)
            yield from of_paper(about, teller, title, attached=whole and teller.outline.document in followed)
            followed.add(teller.outline.document)
    for mention in matched.mentions:
        yield from _of_mention(topic, mention)


def of_item(about: About, teller: Teller) -> Iterator[Event]:
    """An item of an agenda is given notice of; minutes report on it, and then comes what was resolved.

    What was moved is told where it was amended, or nothing came of it; else the decision tells it.
    """
    head = teller.at_head(about.head)
    if teller.paper.kind == PaperKind.AGENDA:
        yield teller.event(EventKind.NOTICE, head, about.head.text, _why(about))
        return
    held = [found for found in _within(about.readings) if found.kind in _RESOLVED]
    decided = any(found.kind is EntryKind.DECISION for found in held)
    moved, said = motions(about), discussion(about, held)
    if len(moved) > 1 or (moved and not decided):
        first = moved[0]
        yield teller.event(EventKind.MENTION, teller.at(first.item, first.start), first.words, _why(about))
    elif not decided or is_discussed(about, said, moved):
        kind = teller.kind(about.head.text, said, about=True)
        yield teller.event(kind, head, opening(about), _why(about))
    yield from _findings(teller, held, about.head.text)


def of_paper(about: About, teller: Teller, title: str, *, attached: bool) -> Iterator[Event]:
    """A paper, or a part of one, on one matter: that it came, as ``title``, what it asks for, and the history in it.

    What is ``attached`` comes with another paper, and is told by its findings alone where it is no paper of its own.
    """
    if not (attached and teller.paper.kind in _ATTACHED):
        whole = about.head.id == teller.paper.id
        kind = teller.kind(about.head.text, about.text, about=whole)
        yield teller.event(kind, teller.at_head(about.head), title, _why(about))
    held = _within(about.readings)
    asked = [found for found in held if found.kind in _ASKED]
    yield from _findings(teller, asked, about.head.text)
    if asked or teller.paper.kind in _FORMAL:
        reported = [found for found in held if found.kind is EntryKind.REPORTED_DECISION]
        yield from history(about, teller, reported)


def _title(topic: Topic, about: About) -> str:
    """The paper's title, or the line of its title block that says most of the topic where the title has nothing."""
    if present(topic, stems(about.head.text)):
        return about.head.text
    return max(about.readings[0].front.splitlines(), key=lambda line: headline(topic, stems(line)))


def _of_mention(topic: Topic, mention: Mention) -> Iterator[Event]:
    """Passages on the topic elsewhere: the findings that word them; the best of the rest, and what follows it."""
    item, teller = mention.reading.item, Teller(mention.reading.outline, mention.reading.item.paper)
    heading = item.path[-1].text if item.path else ""
    title = heading or teller.paper.title
    held = [found for found in teller.outline.findings if found.kind in _RESOLVED]
    others: list[Passage] = []
    for passage in mention.passages:
        if wording := [found for found in held if _words(found, passage.paragraph)]:
            yield from _findings(teller, wording, title, f"{listed(passage.words)} in the text")
        else:
            others.append(passage)
    if not others:
        return
    best = max(others, key=lambda passage: passage.fit)
    opens = best.paragraph.start == item.start
    kind = teller.kind(heading, best.paragraph.text if opens else "", about=False)
    quote = telling_sentence(best.paragraph.text, topic)
    yield teller.event(kind, teller.at(item, best.paragraph.start), quote, f"{listed(best.words)} in the text")
    if not is_standing(heading):
        after = f"in or right after the place in “{title}” that fits"
        yield from _findings(teller, [found for found in held if _follows(found, best)], title, after)


def _findings(teller: Teller, held: Iterable[OutlinedFinding], title: str, why: str | None = None) -> Iterator[Event]:
    """The findings ``held``; an action without a day of its own that a decision words is told by the decision."""
    held = tuple(held)
    decisions = [found for found in held if found.kind is EntryKind.DECISION]
    for found in held:
        worded = any(decision.start <= found.start < decision.end for decision in decisions)
        if found.kind is EntryKind.ACTION and worded and found.due is None:
            continue
        yield teller.found(found, title, why or f"under “{title}”, which fits")


def _words(found: OutlinedFinding, paragraph: Paragraph) -> bool:
    """Whether ``found`` says what ``paragraph`` does: it holds its beginning, or is most of it, as in a row."""
    inside = min(found.end, paragraph.end) - max(found.start, paragraph.start)
    return found.start <= paragraph.start < found.end or inside > len(paragraph.text) / 2


def _follows(found: OutlinedFinding, passage: Passage) -> bool:
    """Whether ``found`` stands in a stretch of ``passage`` that fits, or soon after it in the same paragraph."""
    paragraph = passage.paragraph
    if not paragraph.start <= found.start < paragraph.end:
        return False
    at = len(stems(paragraph.text[: found.start - paragraph.start]))
    near = [stretch.at for stretch in passage.stretches if stretch.words == passage.words]
    return any(place.start <= at + KNOWN_BY and at < place.stop + AFTER for place in near)


def _within(readings: Iterable[Reading]) -> list[OutlinedFinding]:
    """The findings that begin in the items of ``readings``."""
    return [
        found
        for reading in readings
        for found in reading.outline.findings
        if reading.item.start <= found.start < reading.item.end
    ]


def _why(about: About) -> str:
    return f"{listed(about.words)} in the heading and the text under it" if about.words else "a heading of the topic"


def listed(words: Words) -> str:
    """``words`` as the user wrote them, in quotes."""
    quoted = sorted(f"“{word.written}”" for word in words)
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
