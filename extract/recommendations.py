"""Recommendations: what a report asks its board to do, ask by ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, Paper
from corpus.findings import Recommendation
from corpus.vocabulary import PaperKind
from extract.askblocks import AskPlaces, Block, Standing
from extract.askboards import board_of
from extract.asklists import Ask, read_asks
from extract.paragraphs import folded
from extract.places import Places
from extract.rulebook import rules

_LONGEST_ASK = 2500  # characters; a longer "recommendation" is prose about one
_SAME = 0.8  # share of words in common at which an ask is the same as one before it
_SCHEDULE = 3  # times that the same words are of as many applications, and no repetition
_NOTHING = re.compile(
    r"(?:none|n ?/ ?a|nil|not applicable|as above|see (?:above|below)|yes|no|(?:for )?(?:information|decision|"
    r"discussion|approval|assurance|noting))?\W*|(?:as |please )?(?:see|set out|detailed|outlined)\b.{0,60}",
    re.IGNORECASE,
)


@Language.factory("minuted_recommendations", assigns=["doc._.recommendations"], requires=["doc._.cues"])
class RecommendationFinder:
    """Sets ``doc._.recommendations``; an ask that a paper repeats is one."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._rules = tuple(rule for rule in rules("recommendations") if rule.label != "board")

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        places = Places(document)
        tried = doc._.cues.tried(self._rules, doc._.paragraphs)
        asking = AskPlaces(document, doc._.paragraphs, tried, tuple(tried), places)
        found = [asked for paper in document.papers for asked in _of_paper(asking, paper)]
        found.sort(key=lambda asked: asked.ask.span.start)
        doc._.recommendations = tuple(_recommendation(places, asked) for asked in _said_once(found))
        return doc


@dataclass(frozen=True, slots=True)
class _Asked:
    """One ask of a paper, the block that it was read from, and its words."""

    paper: Paper
    block: Block
    ask: Ask
    text: str

    def repeats(self, other: _Asked) -> bool:
        """Whether it asks, in another place, the same as ``other``."""
        if self.block is other.block:
            return False
        words, others = (set(each.text.lower().split()) for each in (self, other))
        return len(words & others) >= _SAME * min(len(words), len(others))


def _of_paper(asking: AskPlaces, paper: Paper) -> Iterator[_Asked]:
    """The asks of one paper, of those blocks that announce them most plainly."""
    standing: Standing | None = None
    reached = -1
    for block in sorted(asking.blocks(paper), key=lambda block: (block.standing, block.start)):
        if block.start < reached or (standing is not None and block.standing > standing):
            continue
        for ask in read_asks(asking.document.text, block.lines):
            text = folded(asking.document.quote(ask.span))
            if len(text) <= _LONGEST_ASK and not _NOTHING.fullmatch(text):
                standing, reached = block.standing, ask.span.end
                yield _Asked(paper, block, ask, text)


def _said_once(found: Sequence[_Asked]) -> Iterator[_Asked]:
    """Each ask of a paper once; an agenda's only where no paper of the pack asks the same."""
    times = Counter((asked.paper.id, asked.text) for asked in found)
    elsewhere = [asked for asked in found if asked.paper.kind is not PaperKind.AGENDA]
    kept: list[_Asked] = []
    for asked in found:
        mine = [other for other in kept if other.paper.id == asked.paper.id]
        rivals = [*mine, *elsewhere] if asked.paper.kind is PaperKind.AGENDA else mine
        if times[asked.paper.id, asked.text] >= _SCHEDULE or not any(map(asked.repeats, rivals)):
            kept.append(asked)
            yield asked


def _recommendation(places: Places, asked: _Asked) -> Recommendation:
    ask = asked.ask
    section = places.document.section_at(ask.span.start)
    return Recommendation(
        id=places.finding_id("r", ask.span.start),
        text=asked.text,
        number=ask.number,
        paper=asked.paper.id,
        section=section.id if section else None,
        span=ask.span,
        rule=asked.block.rule,
        stem=ask.stem,
        board=board_of(ask.stem, asked.text, asked.paper),
    )
