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
    """A hit, the ``quote`` from it with white space folded, and what the corpus knows of it."""

    hit: Hit
    quote: str
    detail: Detail


def cited(folder: Path, hits: Iterable[Hit]) -> tuple[Cited, ...]:
    """``hits`` in the corpus in ``folder``, but for those that it no longer holds; raises ``CorpusError``."""
    from search.excerpt import quotation

    hits = tuple(hits)
    known = details(folder, [hit.entry.id for hit in hits])
    return tuple(
        Cited(
            hit=hit,
            quote=_below_heading(hit.entry, quotation(hit.entry.text, hit.excerpt)),
            detail=known[hit.entry.id],
        )
        for hit in hits
        if hit.entry.id in known
    )


def _below_heading(entry: Entry, quote: str) -> str:
    """``quote`` without the heading that it begins with: that ends without a stop, and is no part of the sentence."""
    heading = " ".join((entry.heading or "").split())
    lead = rf"(?:{re.escape(entry.number or '')}\S? )?{re.escape(heading)} "
    return re.sub(rf"\A{lead}", "", quote) if heading else quote
