"""What a text says of votes, piece by piece: that one was taken, how many voted how, how it ended, who voted how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.particulars import NamedVote, Vote
from corpus.spans import Span
from corpus.vocabulary import MotionFate, MotionKind, VoteResult, VoteWay
from extract.matching import Match
from extract.namedvotes import named_after, recorded
from extract.regexes import finds, labelled

_NUMBERS = {
    word: number
    for number, words in enumerate(
        "none/no/nil/zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
    )
    for word in words.split("/")
}
_SUBJECT = re.compile(r"(?i)\b(?P<substantive>substantive|(?:motion|proposal),? as amended|amended motion)\b"
                      r"|\b(?P<amendment>amendment)\b|\b(?P<motion>motion|proposition|proposal)\b")  # fmt: skip
_PARAGRAPH = re.compile(r"(?i)\bparagraph \(?(?P<number>\d{1,3})\b")
_PART = re.compile(r"(?i)\b(?:part|paragraph|recommendation|point) \(?\w{1,3}\)? of the (?:substantive )?motion\b")
_LEAD_IN = re.compile(
    r"(?i)(?:\W|\b(?:this|that|it|which|the|an?|was|were|is|being|has|had|been|then|also|and|so|votes?|voting|motion|proposal"
    r"|amendment|resolution|result|there|therefore|for|upon|on|by|with|members|councillors|council|all|present|put|to|recorded|carried|agreed"
    r"|approved|passed|resolved|decision)\b){0,40}"
)
_SHORTENED = re.compile(r"\b(?:Cllrs?|Mr|Mrs|Ms|Dr|No|St|[A-Z])$")
_SENTENCE = 300  # characters before a piece in which its sentence may begin
_LOST_COUNT = ("lost", "defeated", "rejected", "refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that is said of a vote at ``span``; what it does not say is ``None``.

    ``sentence`` is where its sentence begins, ``alone`` tells that nothing else stands before it there. ``subject`` is
    what was voted on where the sentence names it, ``paragraph`` the number under which it stands; ``opens`` tells that
    something is put to the vote here, ``partly`` that it is only a part of a motion.
    """

    span: Span
    sentence: int
    alone: bool = False
    vote: Vote | None = None
    fate: MotionFate | None = None
    subject: MotionKind | None = None
    paragraph: str | None = None
    opens: bool = False
    partly: bool = False


def pieces(text: str, matches: Sequence[Match]) -> tuple[Piece, ...]:
    """What ``matches`` of the books "votes" and "motions" say of votes, in the order of the text."""
    found: list[Piece] = []
    for match in matches:
        read = _READERS.get(match.rule.label)
        piece = read(text, match, _at(text, match.span)) if read else None
        if piece is not None:
            found.append(piece)
    return tuple(sorted(found, key=lambda piece: (piece.span.start, piece.span.end)))


def _at(text: str, span: Span) -> Piece:
    """Where ``span`` stands, and what its sentence is about."""
    start = _sentence_start(text, span.start)
    alone = _LEAD_IN.fullmatch(text, start, span.start) is not None
    return Piece(span=span, sentence=start, alone=alone, subject=subject_of(text, span))


def _count(text: str, match: Match, at: Piece) -> Piece | None:
    vote = _counted(text[match.span.start : match.span.end], match)
    return replace(at, vote=vote) if vote else None


def _result(text: str, match: Match, at: Piece) -> Piece:
    result = VoteResult(match.rule.value or "")
    fate = MotionFate.LOST if result is VoteResult.LOST else MotionFate.CARRIED
    return replace(at, vote=Vote(result=result), fate=fate)


def _fate(text: str, match: Match, at: Piece) -> Piece:
    return replace(at, fate=MotionFate(match.rule.value or ""))


def _put(text: str, match: Match, at: Piece) -> Piece:
    sentence = text[match.span.start : _sentence_end(text, match.span.end)]
    number = _PARAGRAPH.search(sentence)
    partly = _PART.search(sentence) is not None
    return replace(at, paragraph=number["number"] if number else None, opens=True, partly=partly)


def _named(text: str, match: Match, at: Piece) -> Piece | None:
    listed = named_after(text, match.span.end)
    way = VoteWay(match.rule.value or "")
    vote = Vote(named=tuple(NamedVote(name, way) for name in listed.names))
    # The sentence of a list may name a motion before it; the list itself is of the vote that was told last.
    return replace(at, span=Span(match.span.start, listed.end), subject=None, vote=vote) if listed.names else None


def _dissent(text: str, match: Match, at: Piece) -> Piece | None:
    votes = recorded(text[match.span.start : match.span.end], match)
    return replace(at, subject=None, vote=Vote(named=votes)) if votes else None


def _casting(text: str, match: Match, at: Piece) -> Piece | None:
    found = match.rule.regex.match(text, match.span.start) if match.rule.regex else None
    return replace(at, vote=Vote(casting_vote=found["who"] or found["of"])) if found else None


_READERS: Mapping[str, Callable[[str, Match, Piece], Piece | None]] = {
    "count": _count,
    "result": _result,
    "fate": _fate,
    "put": _put,
    "named": _named,
    "dissent": _dissent,
    "casting": _casting,
}
"""By the label of a rule, how its matches are read."""


def subject_of(text: str, span: Span) -> MotionKind | None:
    """What the sentence at ``span`` says was voted on: the last thing that it names before the end of ``span``."""
    start = _sentence_start(text, span.start)
    found = None
    for match in _SUBJECT.finditer(text, start, max(span.end, start)):
        found = MotionKind("substantive" if match["substantive"] else "amendment" if match["amendment"] else "motion")
        if found is MotionKind.SUBSTANTIVE:
            break
    return found


def number_of(written: str) -> int:
    """The number that ``written`` stands for, in figures or as a word."""
    return int(written) if written.isdigit() else _NUMBERS[written.lower()]


def _counted(said: str, match: Match) -> Vote | None:
    if match.rule.id.endswith("votes-to"):
        found = match.rule.regex.search(said) if match.rule.regex else None
        if found is None:
            return None
        sides = (number_of(found["for"]), number_of(found["against"]))
        # "Lost by 7 votes to 4" tells the victors first, "lost by 4 votes to 7" those for it.
        lost = said.lower().startswith(_LOST_COUNT)
        return Vote(votes_for=min(sides) if lost else sides[0], votes_against=max(sides) if lost else sides[1])
    counts = dict(_sides(said))
    return Vote(
        votes_for=counts.get("for"),
        votes_against=counts.get("against"),
        abstained=counts.get("abstained"),
        not_voting=counts.get("not_voting"),
    )


def _sides(said: str) -> Iterator[tuple[str, int]]:
    for rule in labelled("votes", "side"):
        found = next(finds(rule, said), None)
        if found is not None and rule.value:
            yield rule.value, number_of(found["before"] or found["after"])


def _sentence_start(text: str, offset: int) -> int:
    """Where the sentence of ``offset`` begins; a stop behind a title or an initial ends none."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - _SENTENCE)
    stop = text.rfind(". ", start, offset)
    while stop > start and _SHORTENED.search(text, max(stop - 5, start), stop):
        stop = text.rfind(". ", start, stop)
    return max(stop + 2, start) if stop >= 0 else start


def _sentence_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    stop = text.find(". ", offset, end)
    return end if stop < 0 else stop
