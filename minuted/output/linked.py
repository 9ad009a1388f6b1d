"""What a thing is linked with, how and why, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.links.rows import LinkRow
from minuted.looking import Detail
from minuted.output.citation import joined, one_line, place
from minuted.output.parts import show_parts

_WORDS = {
    "recommends->decides": ("recommended what was decided", "decides what was recommended"),
    "raises->closes": ("settled by", "settles"),
    "delegates->decides": ("the power was used in", "taken under the power given in"),
    "same_action": ("the same action", "the same action"),
    "same_matter": ("the same matter", "the same matter"),
    "minutes_of": ("minutes of", "its minutes"),
    "approves_minutes_of": ("confirms the minutes of", "minutes confirmed at"),
    "amends": ("amends", "amended by"),
    "supersedes": ("supersedes", "superseded by"),
    "calls_in": ("calls in", "called in by"),
    "reports": ("tells of", "told of in"),
}
"""By kind, what a link says of its first end and of its second."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the other end stands."""

    document_name: str
    page: int | None
    line: int | None


def show_links(detail: Detail) -> None:
    """Print what ``detail`` is linked with."""
    show_parts("linked with", list(link_words(detail.links, detail.linked_by)))


def link_words(links: tuple[LinkRow, ...], ids: tuple[str, ...]) -> Iterator[str]:
    """``links`` as seen from ``ids``: how, with what, where, why, and whether a person said so."""
    for link in links:
        is_start = link.from_id in ids
        how = _WORDS[link.kind][0 if is_start else 1]
        quote, other = (link.to_quote, link.to_id) if is_start else (link.from_quote, link.from_id)
        spot = (
            _Spot(link.to_document_name, link.to_page, link.to_line)
            if is_start
            else _Spot(link.from_document_name, link.from_page, link.from_line)
        )
        surely = "by hand" if link.by_hand else f"score {link.score:.2f}{', weak' if link.is_weak else ''}"
        yield joined(how, f"“{one_line(quote)}”", place(spot), other, f"because: {one_line(link.reason)}", surely)
