"""An action as one source tells it, before its owner is looked up and it has an id; and what sources read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document, Meeting
from corpus.findings import Decision, RuleId
from corpus.spans import Span
from corpus.vocabulary import PaperKind
from extract.nextmeetings import NextMeetings
from extract.owners import Owners
from extract.paragraphs import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAction:
    """Where an action stands, and what its own words and cells say: owner, reference, due date, as written.

    ``status`` is the words that tell how it stands, ``progress`` what was done for it since, as a log tells it.
    """

    span: Span
    rule: RuleId
    explicit: bool
    owner: str | None = None
    reference: str | None = None
    due: str | None = None
    status: str | None = None
    progress: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a document records, for those who look for actions in it."""

    document: Document
    paragraphs: Sequence[Paragraph]
    decisions: Sequence[Decision]
    owners: Owners
    next_meetings: NextMeetings

    def meeting(self, span: Span) -> Meeting | None:
        """The meeting that the start of ``span`` belongs to."""
        return self.document.meeting_at(span.start)

    def kind(self, span: Span) -> PaperKind | None:
        """The kind of the paper in which ``span`` begins."""
        paper = self.document.paper_at(span.start)
        return paper.kind if paper else None

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph that stands before ``paragraph``."""
        return self.paragraphs[paragraph.index - 1] if paragraph.index else None
