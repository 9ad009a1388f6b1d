"""Hits as they can be cited: the sentence that was found, verbatim, and all that says where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.entries import Entry
from minuted.looking import Detail, details

if TYPE_CHECKING:
    from search.results import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A hit, the ``quote`` from it with white space folded, and what the corpus knows of it.

    Of a person or an organisation that is what it knows of the document that is quoted.
    """

    hit: Hit
    quote: str
    detail: Detail


def cited(folder: Path, hits: Iterable[Hit]) -> tuple[Cited, ...]:
    """``hits`` in the corpus in ``folder``, but for those that it no longer holds; raises ``CorpusError``."""
    from search.excerpt import quotation

    hits = tuple(hits)
    known = details(folder, [_told_by(hit) for hit in hits])
    return tuple(
        Cited(
            hit=hit,
            quote=_below_heading(hit.entry, quotation(hit.entry.text, hit.excerpt)),
            detail=known[_told_by(hit)],
        )
        for hit in hits
        if _told_by(hit) in known
    )


def _told_by(hit: Hit) -> str:
    """The id of what tells where ``hit`` stands."""
    return hit.entry.document if hit.entry.registered else hit.entry.id


def _below_heading(entry: Entry, quote: str) -> str:
    """``quote`` without the heading that it begins with: that ends without a stop, and is no part of the sentence."""
    heading = " ".join((entry.heading or "").split())
    lead = rf"(?:{re.escape(entry.number or '')}\S? )?{re.escape(heading)} "
    # The heading of a person or an organisation is its name, with which its line may begin.
    return re.sub(rf"\A{lead}", "", quote) if heading and not entry.registered else quote
