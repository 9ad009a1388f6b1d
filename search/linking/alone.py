"""The links within one document, told from it alone: its bodies are known by their names only."""

from __future__ import annotations

from collections import defaultdict

from corpus.alignment.matters import Board
from corpus.bodies import fold_organisation
from corpus.document import Document
from corpus.findings import Findings
from corpus.links.model import Link, Publisher, Thing
from search.linking.join import join
from search.linking.things import things_of


def links_within(document: Document, findings: Findings) -> tuple[Link, ...]:
    """All links between things of ``document``, the surest of each kind between two things."""
    sharing: dict[str, list[Thing]] = defaultdict(list)
    for keyed in things_of(document, findings, _publisher(document)):
        for key in dict.fromkeys(keyed.keys):
            sharing[key].append(keyed.thing)
    best: dict[tuple[str, str, str], Link] = {}
    for key in sorted(sharing):
        for link in join(key, sharing[key]):
            ends = (link.start.id, link.end.id, link.kind.value)
            if ends not in best or best[ends].score < link.score:
                best[ends] = link
    return tuple(best.values())


def _publisher(document: Document) -> Publisher:
    def named(name: str) -> Board:
        return Board(name=name, form=fold_organisation(name), id=None, home=document.id, published=False)

    return Publisher(home=document.id, family=document.id, board=named)
