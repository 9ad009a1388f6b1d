"""Where something stands, as plain JSON values: what the entries of the interchange form share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.document import Document, MeetingId
from corpus.spans import Span

Entry = dict[str, object]


def place(document: Document, span: Span) -> Entry:
    """``page`` and, for text sources, ``line`` (1-based), ``start`` and ``end`` in characters."""
    line = document.line(span.start)
    told: Entry = {} if line is None else {"line": line}
    return {"page": document.page(span.start), **told, "start": span.start, "end": span.end}


def quoted(document: Document, span: Span) -> Entry:
    """The place of ``span`` and its words."""
    return {**place(document, span), "quote": document.quote(span)}


def evidence(document: Document, span: Span, rule: str) -> Entry:
    """The place and words of ``span``, and the rule that found it."""
    return {**quoted(document, span), "rule": rule}


def pages(document: Document, spans: Iterable[Span]) -> list[int]:
    """The pages of ``spans``, each once."""
    return list(dict.fromkeys(document.page(span.start) for span in spans))


def lines(document: Document, spans: Iterable[Span]) -> list[int]:
    """The lines of ``spans``, each once; none for paged sources."""
    told = (document.line(span.start) for span in spans)
    return list(dict.fromkeys(line for line in told if line is not None))


def known(meetings: Mapping[MeetingId, str], meeting: MeetingId | None) -> str | None:
    """What ``meeting`` is called in the entries."""
    return None if meeting is None else meetings.get(meeting)
