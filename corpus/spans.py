"""A stretch of a document's text: the one coordinate system of everything that is found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of characters of ``Document.text``.

    Raises ``ValueError`` where ``start`` is negative or past ``end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that has ``by`` more characters before it."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the white space at its two ends (empty at its start where nothing is left)."""
    quote = text[span.start : span.end]
    stripped = quote.strip()
    if not stripped:
        return Span(span.start, span.start)
    start = span.start + quote.index(stripped[0])
    return Span(start, start + len(stripped))
