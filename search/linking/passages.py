"""What findings and passages may be linked: actions, delegated powers, citations and corrections of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Paper
from corpus.folding import fold
from corpus.links.model import Keyed, ThingKind
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from search.aligning.words import title_keys
from search.linking.actions import action_words
from search.linking.citations import Citation, citations_in, corrected_in
from search.linking.keys import KeyKind, day_keys, key, keys_in, reference_keys
from search.linking.names import names_in
from search.linking.references import Referred, references_in, referred_in
from search.linking.source import Sitting, Source
from search.linking.standing import is_standing
from search.linking.tellings import OF_MINUTES, passage_words, tellings_in
from search.linking.titles import title_words

_CORRECTION_LENGTH = 800
"""Characters behind the confirmation of minutes in which what was corrected stands."""
_CITING = frozenset(
    {PaperKind.AGENDA, PaperKind.MINUTES, PaperKind.REPORT, PaperKind.DECISION_NOTICE, PaperKind.CALL_IN}
)
_TELLING = frozenset({PaperKind.MINUTES, PaperKind.REPORT, PaperKind.PRESENTATION, PaperKind.DECISION_NOTICE})
"""Papers whose text tells of matters by their names."""
_MOST_NAMES = 6
"""So many names of a passage are compared with those of another."""
_OWNERS = re.compile(r"[;,/&]| and ")


def actions(source: Source) -> Iterator[Keyed]:
    """Each action, by its reference and by each of its owners."""
    for action in source.findings.actions:
        sitting = _sitting(source, action.span)
        thing = replace(
            source.thing(
                action.id, ThingKind.ACTION, action.span, source.document.paper_at(action.span.start), sitting
            ),
            number=action.reference,
            owner=action.owner_name or action.owner,
            status=action.status.value,
            words=action_words(action.text),
            references=references_in(action.reference or ""),
        )
        references = [fold(action.reference) or ""] if action.reference else []
        owners = [fold(owner) or "" for owner in _OWNERS.split(thing.owner or "") if owner.strip()]
        keys = (*keys_in(thing.family, KeyKind.ACTION, references), *keys_in(thing.family, KeyKind.OWNER, owners))
        yield Keyed(thing=thing, keys=(*keys, *reference_keys(thing.references)))


def delegations(source: Source) -> Iterator[Keyed]:
    """Each decision that gives somebody a power, by the title of its item."""
    headings = {section.id: section.heading for section in source.document.sections}
    for decision in source.findings.decisions:
        title = headings.get(decision.section) if decision.section else None
        if decision.particulars.delegation and title and not is_standing(title):
            paper = source.document.paper_at(decision.span.start)
            bare = source.thing(decision.id, ThingKind.DECISION, decision.span, paper, _sitting(source, decision.span))
            thing = replace(bare, title=title, owner=decision.particulars.delegation.to)
            yield Keyed(thing=thing, keys=keys_in(thing.family, KeyKind.TITLE, title_words(title)))


def citations(source: Source) -> Iterator[Keyed]:
    """Each passage that names a minute by its number."""
    for paper in source.document.papers:
        if paper.kind in _CITING:
            for found in citations_in(source.document.text, paper.span.start, paper.span.end):
                yield _cites(source, paper, found)


def references(source: Source) -> Iterator[Keyed]:
    """Each passage that names a reference number which is not its paper's own."""
    for paper, section, span in source.stretches():
        if paper.kind in _CITING:
            own = references_in(f"{paper.title} {section.heading or ''}")
            for found in referred_in(source.document.text, span.start, span.end):
                if found.number not in own and not _is_own_row(source, found):
                    bare = source.thing(section.id, ThingKind.CITATION, found.span, paper, _sitting(source, span))
                    thing = replace(bare, references=(found.number,), status=found.kind.value)
                    yield Keyed(thing=thing, keys=reference_keys(thing.references))


def _is_own_row(source: Source, found: Referred) -> bool:
    """Whether the number is that of the action which stands there: its row names no other."""
    return any(
        found.number in references_in(action.reference or "")
        and action.span.start < found.span.end
        and found.span.start < action.span.end
        for action in source.findings.actions
    )


def tellings(source: Source) -> Iterator[Keyed]:
    """Each passage that tells of a meeting of some body on a day."""
    text = source.document.text
    for paper, section, span in source.stretches():
        if paper.kind not in _CITING:
            continue
        own = _sitting(source, span)
        for found in tellings_in(text, span.start, span.end, own.date):
            sitting = replace(own, board=source.board(found.body) if found.body else own.board)
            if found.date != sitting.date:
                bare = source.thing(section.id, ThingKind.TELLING, found.span, paper, sitting)
                words = passage_words(text[found.span.start : found.span.end])
                # Of its own body's minutes, approvals tell more.
                status = OF_MINUTES if found.of_minutes and sitting.board != own.board else None
                thing = replace(bare, about=found.date, words=words, status=status)
                yield Keyed(thing=thing, keys=day_keys(found.date))


def corrections(source: Source) -> Iterator[Keyed]:
    """What was corrected when minutes were confirmed: the minutes that are named, or else the minutes as a whole."""
    for approval in source.document.approvals:
        end = min(approval.span.start + _CORRECTION_LENGTH, len(source.document.text))
        section = source.document.section_at(approval.span.start)
        region = Span(approval.span.start, min(end, section.span.end) if section else end)
        paper = source.document.paper_at(region.start)
        for found in corrected_in(source.document.text, region, approval.date):
            if paper is not None:
                yield _cites(source, paper, found)


def named_passages(source: Source) -> Iterator[Keyed]:
    """Each sentence with a name, by that name; with it the other names of its section."""
    for paper, section, span in source.stretches():
        if paper.kind not in _TELLING or (section.heading and is_standing(section.heading)):
            continue
        own = {word for name in (paper.title, paper.body or "", paper.organisation or "") for word in title_keys(name)}
        found = names_in(source.document.text, span.start, span.end)
        names = {name: place for name, place in found.items() if not set(name.split()) <= own}
        for name, place in names.items():
            bare = source.thing(section.id, ThingKind.PASSAGE, place, paper, _sitting(source, section.span))
            thing = replace(bare, words=tuple(names)[:_MOST_NAMES])
            yield Keyed(thing=thing, keys=keys_in(thing.family, KeyKind.NAME, (name,)))


def _cites(source: Source, paper: Paper, found: Citation) -> Keyed:
    section = source.document.section_at(found.span.start)
    id_ = section.id if section and section.paper == paper.id else paper.id
    bare = source.thing(id_, ThingKind.CITATION, found.span, paper, _sitting(source, found.span))
    thing = replace(bare, about=found.about, status=found.kind.value, number=found.number)
    if found.number is None:
        return Keyed(thing=thing, keys=day_keys(found.about))
    return Keyed(thing=thing, keys=(key(KeyKind.MINUTE, thing.family, found.number),))


def _sitting(source: Source, span: Span) -> Sitting:
    return source.sitting(source.document.paper_at(span.start), source.document.meeting_at(span.start))
