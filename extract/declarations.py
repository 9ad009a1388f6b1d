"""Declarations of interest: who declared what, in which item, and whether they left; once for each interest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.findings import Declaration, RuleId
from corpus.names import fold_name, split_name, surname
from corpus.spans import Span
from corpus.vocabulary import InterestKind, PaperKind
from extract.interests import items_of, kind_of, words_of
from extract.matching import Match, RuleMatcher
from extract.ordered import beginning_in, index_at
from extract.owners import Owners
from extract.paragraphs import Paragraph, sentences
from extract.places import Places
from extract.rulebook import rules

_HELD = (PaperKind.MINUTES, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA)
_HEADING = re.compile(
    r"(?is).{0,30}\b(?:declarations?|disclosures?|register|registration|conflicts?)\b.{0,60}\binterests?\b"
)
_LONGEST_HEADING = 140  # characters, with the number before it
_TITLED = re.compile(r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Professor|Rev|Alderman)\b")
_BETWEEN = re.compile(r", and |, | and | & |/")
_GROUP = re.compile(r"^(?:Both )?(?:Councillors|Cllrs\.?|Members|Both)\s+(?=[A-Z])")
_NOBODY = frozenset("members councillors no none any the it this who there cllr councillor minutes action item".split())
_ALL = re.compile(r"(?i)all (?:members|councillors)")
_TITLED_NAME = re.compile(r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.? (?:[A-Z]\.? ){0,2}[A-Z][\w'’-]+")
_PRONOUN = re.compile(r"(?:She|He|They|Both|The (?:Councillor|Member)s?)\b")
_OF_ALL = re.compile(r"(?i)\b(?:they|(?:both|these|all) (?:councillors|members))\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """What one sentence or line says that somebody declared."""

    who: str
    span: Span
    kind: InterestKind | None
    interest: str | None
    items: tuple[str, ...]
    left: bool | None
    rule: RuleId


@Language.factory("minuted_declarations", assigns=["doc._.declarations"], requires=["doc._.cues", "doc._.paragraphs"])
class DeclarationFinder:
    """Sets ``doc._.declarations``."""

    def __init__(self, nlp: Language, name: str) -> None:
        told = [rule for rule in rules("declarations") if rule.label != "kind"]
        self._matcher = RuleMatcher(nlp.vocab, told)

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        held = [paper.span for paper in document.papers if paper.kind in _HELD]
        matches = self._matcher.matches(doc, document.text, doc._.cues.within(held))
        doc._.declarations = tuple(_Reading(document, doc._.paragraphs, matches).declarations())
        return doc


class _Reading:
    """The paragraphs of one document with what the rules found in them."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], matches: Sequence[Match]) -> None:
        self.document = document
        self.text = document.text
        self.places = Places(document)
        self.owners = Owners(document)
        self.paragraphs = paragraphs
        self.matches = matches

    def declarations(self) -> Iterator[Declaration]:
        """Each interest once, with what is told of it later in the meeting."""
        found: list[_Declared] = []
        for declared in sorted(self._declared(), key=lambda each: each.span.start):
            same = next((at for at, other in enumerate(found) if self._same(other, declared)), None)
            if same is None:
                found.append(declared)
            else:
                found[same] = _with(found[same], declared)
        for each in found:
            yield self._declaration(each)

    def _declared(self) -> Iterator[_Declared]:
        for match in self.matches:
            if match.rule.label not in ("declared", "line"):
                continue
            if match.rule.label == "line" and not self._under_heading(match.span.start):
                continue
            told = match.rule.regex.match(self.text, match.span.start) if match.rule.regex else None
            sentence = self._sentence(match.span.start)
            if told is None or sentence is None:
                continue
            said = self.text[sentence.start : sentence.end]
            after = words_of(self.text, Span(min(told.end(), sentence.end), sentence.end))
            for who in _people(told["who"]):
                if match.rule.label == "line" and not self._is_known(who, match.span.start):
                    continue
                yield _Declared(
                    who=who,
                    span=sentence,
                    kind=kind_of(said),
                    interest=after,
                    items=items_of(said) or self._item(sentence.start),
                    left=self._left(sentence),
                    rule=match.rule.id,
                )

    def _left(self, sentence: Span) -> bool | None:
        """Whether the sentence, or one right behind it that goes on about the same people, tells that they left."""
        told = [sentence]
        paragraph = self._paragraph(sentence.start)
        for following in sentences(self.text, paragraph.span):
            if following.start >= told[-1].end and self._goes_on(following, sentence):
                told.append(following)
        told += (each.span for each in self._behind(paragraph) if _OF_ALL.search(each.text))
        labels = {match.rule.label for span in told for match in beginning_in(self.matches, span)}
        return False if "stayed" in labels else True if "left" in labels else None

    def _goes_on(self, following: Span, sentence: Span) -> bool:
        """Whether ``following`` is about those who declared in ``sentence``: by a pronoun, or by their names again."""
        if _PRONOUN.match(self.text, following.start):
            return True
        named = _TITLED_NAME.match(self.text, following.start)
        return named is not None and named.group() in self.text[sentence.start : sentence.end]

    def _behind(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """The paragraphs of the item behind ``paragraph``, where it holds declarations only."""
        if not self._under_heading(paragraph.span.start):
            return
        item = self.places.item_span(paragraph.span.start)
        for each in self.paragraphs[paragraph.index + 1 :]:
            if each.span.start >= item.end:
                return
            yield each

    def _same(self, one: _Declared, other: _Declared) -> bool:
        """Whether ``other`` tells again what ``one`` has told, with or without its words."""
        here, there = (self.document.meeting_at(each.span.start) for each in (one, other))
        if here is not there or _key(one.who) != _key(other.who) or self._under_heading(other.span.start):
            return False
        if one.items and other.items:
            return bool(set(one.items) & set(other.items))
        first, second = (set(re.findall(r"\w{4,}", (each.interest or "").lower())) for each in (one, other))
        return not first or not second or len(first & second) * 3 >= min(len(first), len(second))

    def _declaration(self, declared: _Declared) -> Declaration:
        offset = declared.span.start
        section, meeting = self.document.section_at(offset), self.document.meeting_at(offset)
        return Declaration(
            id=self.places.finding_id("i", offset),
            who=declared.who,
            name=self.owners.full_name(meeting, declared.who),
            kind=declared.kind,
            interest=declared.interest,
            items=declared.items,
            left=declared.left,
            section=section.id if section else None,
            meeting=meeting.id if meeting else None,
            span=declared.span,
            rule=declared.rule,
        )

    def _under_heading(self, offset: int) -> bool:
        start = self.places.item_span(offset).start
        return _HEADING.match(self.text, start, start + _LONGEST_HEADING) is not None

    def _item(self, offset: int) -> tuple[str, ...]:
        """The item that an interest is of which is declared there, and not under the heading of declarations."""
        item = None if self._under_heading(offset) else self.places.item(offset)
        return (item,) if item else ()

    def _is_known(self, who: str, offset: int) -> bool:
        """Whether a line that begins with ``who`` is of a person."""
        named = self.owners.full_name(self.document.meeting_at(offset), who)
        return _TITLED.match(who) is not None or named is not None

    def _sentence(self, offset: int) -> Span | None:
        said = sentences(self.text, self._paragraph(offset).span)
        return next((each for each in said if each.start <= offset < each.end), None)

    def _paragraph(self, offset: int) -> Paragraph:
        return self.paragraphs[index_at(self.paragraphs, offset)]


def _people(written: str) -> Iterator[str]:
    """Each of those whom ``written`` names, as written."""
    if _ALL.fullmatch(written):
        yield written
        return
    for part in _BETWEEN.split(_GROUP.sub("", written)):
        name = part.strip(" .")
        if name and name.lower() not in _NOBODY:
            yield name


def _with(first: _Declared, later: _Declared) -> _Declared:
    """What was declared first, with what is told of it later."""
    return replace(
        first,
        kind=first.kind or later.kind,
        interest=first.interest or later.interest,
        items=first.items or later.items,
        left=first.left if later.left is None else later.left,
    )


def _key(who: str) -> str:
    return fold_name(surname(split_name(who).name))
