"""The rows of lists of links."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.links.model import WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """One link, with the evidence of both ends; ``score`` (0 to 1) is how surely, ``reason`` why.

    The ids are of papers, sections, meetings or findings. ``by_hand`` tells that a person said so.
    """

    kind: str
    score: float
    reason: str
    by_hand: bool
    from_id: str
    from_document: str
    from_document_name: str
    from_page: int
    from_line: int | None
    from_start: int
    from_end: int
    from_quote: str
    to_id: str
    to_document: str
    to_document_name: str
    to_page: int
    to_line: int | None
    to_start: int
    to_end: int
    to_quote: str

    @property
    def is_weak(self) -> bool:
        """Whether it is too weak for anything to be concluded from it together with another."""
        return self.score < WEAK

    def other(self, of: str) -> str:
        """The id of the end that is not ``of``."""
        return self.to_id if of == self.from_id else self.from_id
