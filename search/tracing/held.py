"""The ground that a trace goes over: the documents and links of a corpus, each read once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from corpus.filters import Filter
from corpus.links.rows import LinkRow
from corpus.outlines import Outline
from corpus.store import Corpus
from corpus.vocabulary import FieldKey, PaperKind
from search.tracing.parts import Part, part_of

_FORMS = frozenset({PaperKind.DECISION_NOTICE, PaperKind.CALL_IN})
"""Papers whose title may say what form they are, and not what they are about."""


@dataclass(frozen=True, slots=True)
class Held:
    """The parts of ``corpus`` and their links, as a walk asks for them."""

    corpus: Corpus
    _outlines: dict[str, Outline | None] = field(default_factory=dict)
    _parts: dict[tuple[str, str], Part | None] = field(default_factory=dict)

    def part(self, document: str, wanted: str) -> Part | None:
        """The part that holds ``wanted`` (an id); ``None`` where it is of many matters, or not on show."""
        at = (document, wanted)
        if at not in self._parts:
            outline = self._outline(document)
            part = part_of(outline, wanted, self._linked) if outline else None
            self._parts[at] = self._named(part) if part and part.paper.kind in _FORMS else part
        return self._parts[at]

    def links(self, part: Part) -> tuple[LinkRow, ...]:
        """The links of ``part`` and of what stands in it."""
        return self.corpus.links_of(*part.ids)

    def _named(self, part: Part) -> Part:
        """``part`` of a form under what that tells as its subject."""
        fields = self.corpus.fields(Filter(paper=part.paper.id))
        subject = next((each.value for each in fields if each.key == FieldKey.SUBJECT and not each.entry), None)
        return replace(part, head=replace(part.head, text=" ".join(subject.split()))) if subject else part

    def _linked(self, ids: Collection[str]) -> Collection[str]:
        links = [link for link in self.corpus.links_of(*ids) if not link.is_weak]
        return {end for link in links for end in (link.from_id, link.to_id)} & set(ids)

    def _outline(self, document: str) -> Outline | None:
        if document not in self._outlines:
            self._outlines[document] = next(self.corpus.outlines((document,)), None)
        return self._outlines[document]
