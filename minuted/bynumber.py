"""What is traced where a reference number is named in the place of an id."""

from __future__ import annotations

from corpus.errors import CorpusError
from corpus.links.model import Thing, ThingKind
from corpus.store import Corpus
from corpus.vocabulary import PaperKind

_FIRST = (PaperKind.DECISION_NOTICE, PaperKind.REPORT, PaperKind.MINUTES)
"""Papers that say most of what bears a number, best first: what was decided, what was asked for."""


def by_number(corpus: Corpus, wanted: str) -> str | None:
    """The id of what says most of the reference number ``wanted``; ``None`` where it is none, or nothing bears it.

    Raises ``CorpusError`` where several publishers use that number.
    """
    from search.linking.keys import reference_keys
    from search.linking.publishers import related
    from search.linking.references import references_in

    if references_in(wanted) != (wanted,):
        return None
    (key,) = reference_keys((wanted,))
    found = sorted(corpus.bearing(key), key=_rank)
    apart = [thing for thing in found if not related(thing, found[0])]
    if apart:
        raise CorpusError(f"{wanted} is a number of several publishers; trace {found[0].id} or {apart[0].id}")
    return found[0].id if found else None


def _rank(thing: Thing) -> tuple[bool, int, str, str]:
    kind = _FIRST.index(PaperKind(thing.paper_kind)) if thing.paper_kind in _FIRST else len(_FIRST)
    return thing.kind is ThingKind.ACTION, kind, thing.date or "", thing.id
