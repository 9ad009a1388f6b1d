"""Motions: what was moved at a meeting, by whom, the votes on it, and what became of it; item by item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.findings import FindingId, Motion
from corpus.spans import Span, trimmed
from corpus.vocabulary import MotionKind, PaperKind
from extract.ballots import Ballot, ballots
from extract.courses import Course, Followed, follow
from extract.matching import Match, RuleMatcher
from extract.motiontext import Words
from extract.movers import Moving, movings
from extract.paragraphs import Paragraph, folded
from extract.places import Places
from extract.proceedings import Proceeding, Proceedings
from extract.rulebook import rules
from extract.votes import Piece, pieces

_HELD = (PaperKind.MINUTES, PaperKind.DECISION_NOTICE, PaperKind.OTHER, PaperKind.AGENDA, PaperKind.ACTION_LOG)


@Language.factory(
    "minuted_motions", assigns=["doc._.motions", "doc._.proceedings"], requires=["doc._.cues", "doc._.paragraphs"]
)
class MotionFinder:
    """Sets ``doc._.motions``, and ``doc._.proceedings`` for whoever asks which motion led to a decision."""

    def __init__(self, nlp: Language, name: str) -> None:
        # "side" rules take apart what a "count" has found, and are not tried on the text.
        told = [rule for rule in (*rules("motions"), *rules("votes")) if rule.label != "side"]
        self._matcher = RuleMatcher(nlp.vocab, told)

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        held = [paper.span for paper in document.papers if paper.kind in _HELD]
        matches = self._matcher.matches(doc, document.text, doc._.cues.within(held))
        inside = [match for match in matches if any(span.start <= match.span.start < span.end for span in held)]
        doc._.proceedings = _Reading(document, doc._.paragraphs, inside).proceedings()
        doc._.motions = tuple(each.motion for each in doc._.proceedings.motions)
        return doc


class _Reading:
    """The motions and votes that the rules found in one document."""

    def __init__(self, document: Document, paragraphs: Sequence[Paragraph], matches: Sequence[Match]) -> None:
        self.document = document
        self.text = document.text
        self.places = Places(document)
        self.paragraphs = paragraphs
        self.matches = matches

    def proceedings(self) -> Proceedings:
        """What was moved and voted on, each motion with what became of it."""
        if not self.matches:
            return Proceedings(text=self.text)
        moved = self._moved()
        held = self._held(moved)
        motions: list[Proceeding] = []
        free: list[Ballot] = []
        for item in sorted({*moved, *held}):
            followed = follow(moved.get(item, ()), held.get(item, ()))
            motions += self._found(followed)
            free += followed.free
        motions.sort(key=lambda each: (each.course.at, each.motion.span.start))
        return Proceedings(
            text=self.text, motions=tuple(motions), votes=tuple(sorted(free, key=lambda b: b.span.start))
        )

    def _moved(self) -> Mapping[int, Sequence[Course]]:
        """What was moved in each item, by where the item begins."""
        told = movings(self.text, self.matches)
        sections = sorted(section.span.start for section in self.document.sections)
        hard = sorted({*(self._line_start(moving.span.start) for moving in told), *self._item_ends(told)})
        puts = {match.span.start for match in self.matches if match.rule.label in ("put", "result", "count", "named")}
        own_line = {self._line_start(put) for put in puts if self._opens_line(put)}
        words = Words(self.text, self.paragraphs, hard, sorted({*hard, *sections, *own_line}))
        found: dict[int, list[Course]] = defaultdict(list)
        for moving in told:
            stands = words.of(moving)
            if stands is not None and len(stands):
                course = Course(
                    moving=moving,
                    kind=moving.kind,
                    words=stands,
                    at=min(moving.span.start, stands.start),
                    paragraph=self._number(moving.span.start),
                )
                found[self.places.item_span(moving.span.start).start].append(course)
        for match in self.matches:
            if match.rule.label == "became":
                self._became(match, found[self.places.item_span(match.span.start).start])
        return found

    def _became(self, match: Match, moved: list[Course]) -> None:
        """Adds the amended motion whose words follow ``match`` to those of its item."""
        original = next((each for each in reversed(moved) if each.kind is MotionKind.MOTION), None)
        if original is None:
            return
        end = min(
            (s.span.start for s in self.document.sections if s.span.start > match.span.end), default=len(self.text)
        )
        words = trimmed(self.text, Span(match.span.end, end))
        if len(words):
            paragraph = self._number(match.span.start)
            moved.append(
                Course(
                    moving=original.moving,
                    kind=MotionKind.SUBSTANTIVE,
                    words=words,
                    at=match.span.start,
                    paragraph=paragraph,
                )
            )
            moved.sort(key=lambda course: course.at)

    def _held(self, moved: Mapping[int, Sequence[Course]]) -> Mapping[int, Sequence[Ballot]]:
        """The votes of each item, by where it begins; words of a motion tell of none."""
        courses = [course for item in moved.values() for course in item]
        said = [
            piece
            for piece in pieces(self.text, self.matches)
            if not any(self._only_moved(course, piece) for course in courses)
        ]
        borders = {course.moving.span.start for course in courses}
        borders |= {self.places.item_span(piece.span.start).start for piece in said}
        found: dict[int, list[Ballot]] = defaultdict(list)
        for ballot in ballots(said, borders):
            found[self.places.item_span(ballot.span.start).start].append(ballot)
        return found

    def _found(self, followed: Followed) -> Iterator[Proceeding]:
        ids: dict[int, FindingId] = {}
        for course in followed.courses:
            if course.moving.seconder is None and not course.ballots:
                continue
            section = self.document.section_at(course.words.start)
            meeting = self.document.meeting_at(course.words.start)
            motion = Motion(
                id=self.places.finding_id("m", course.words.start),
                kind=course.kind,
                text=folded(self.document.quote(course.words)),
                fate=course.fate,
                section=section.id if section else None,
                meeting=meeting.id if meeting else None,
                span=course.words,
                rule=course.moving.rule,
                moved_by=course.moving.mover,
                seconded_by=course.moving.seconder,
                vote=course.vote,
                amends=ids.get(course.amends) if course.amends is not None else None,
            )
            ids.setdefault(course.at, motion.id)
            yield Proceeding(motion=motion, course=course)

    def _item_ends(self, told: Sequence[Moving]) -> set[int]:
        return {self.places.item_span(moving.span.start).end for moving in told}

    def _number(self, offset: int) -> str | None:
        """The printed number of the paragraph at ``offset``."""
        section = self.document.section_at(offset)
        return section.number.strip("().") if section and section.number else None

    def _only_moved(self, course: Course, piece: Piece) -> bool:
        """Whether ``piece`` lies in the words of a motion that follow its introduction: what they tell is not done yet.

        At the end of a sentence that introduces it a result may stand: "that the fee be raised, which was carried".
        """
        words = course.words
        if not course.moving.introduces or not words.start <= piece.span.start < words.end:
            return False
        same_line = self._line_start(piece.span.start) == self._line_start(course.moving.span.start)
        return piece.opens or not same_line or self.text[words.start - 1] in '“"‘'

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _opens_line(self, offset: int) -> bool:
        """Whether ``offset`` stands in the first sentence of its line."""
        return ". " not in self.text[self._line_start(offset) : offset].strip()
