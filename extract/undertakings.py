"""Undertakings in prose: "Clerk to write to the school", "AB agreed to share the paper"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import Meeting
from corpus.spans import Span, trimmed
from extract.foundactions import FoundAction, Record
from extract.owners import Owners, is_collective
from extract.paragraphs import sentences
from extract.rulebook import Rule

OWNER_TO = "owner-to"
RESOLUTION = "resolution"
_COLLECTIVE = "collective"
_PRONOUN = "pronoun"
_NOBODY = "nobody"
LABELS = (OWNER_TO, "soft", _COLLECTIVE, _PRONOUN, _NOBODY)
"""What rules for prose are labelled; those for the words of a resolution are ``RESOLUTION``."""
_HE_OR_SHE = re.compile(r"^s?he$", re.IGNORECASE)
_JOINED = re.compile(r"[\s,;–-]*(?:\b(?:and|but|while|whilst|then|that)\b[\s,]*){0,3}$")
_RESOLUTION_ENDS = re.compile(r";(?=\s|$)|,? and that\b")
_NAMED = re.compile(
    r"(?:\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Professor|Prof)\b\.? )?"
    r"\b[A-Z](?:\. ?|[\w’'-]{1,30})(?: [A-Z][\w’'-]{1,30}){0,2}"
)
_DONE = re.compile(
    r"\b(?:this|it|which|that|action)\b[^.;]{0,30}? (?:has|had|have|is|was)(?: now| since| already)?(?: been)? "
    r"(?:done|undertaken|actioned|completed?|closed|carried out|resolved|dealt with|ongoing)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """Where an undertaking begins and where its verb ends, in its stretch of text."""

    start: int
    end: int
    rule: Rule
    owner: str | None


def undertakings(record: Record, stretch: Span, book: Sequence[Rule]) -> Iterator[FoundAction]:
    """What the rules of ``book`` find in ``stretch``; each goes on to the end of its sentence, or to the next one."""
    text = record.document.text
    said = text[stretch.start : stretch.end]
    heads = _heads(said, book, record.owners, record.meeting(stretch))
    if not heads:
        return
    told = list(sentences(text, stretch))
    for head, following in pairwise([*heads, None]):
        if head is None:  # never: the last of a pair only
            return
        at = next((index for index, each in enumerate(told) if stretch.start + head.start < each.end), len(told) - 1)
        end = told[at].end - stretch.start
        if following is not None and following.start < end:
            end = head.end + len(_JOINED.sub("", said[head.end : following.start]))
        if head.rule.label == RESOLUTION and (stop := _RESOLUTION_ENDS.search(said, head.end, end)):
            end = stop.start()
        after = record.document.quote(told[at + 1]) if at + 1 < len(told) else ""
        yield FoundAction(
            span=trimmed(text, Span(head.start, end).shifted(stretch.start)),
            rule=head.rule.id,
            explicit=head.rule.label in (OWNER_TO, RESOLUTION),
            owner=head.owner,
            status=after if _DONE.search(after) else None,
        )


def _heads(said: str, book: Sequence[Rule], owners: Owners, meeting: Meeting | None) -> Sequence[_Head]:
    """Where undertakings begin, in order; of rules that find the same one, the earlier in ``book`` tells it."""
    heads: list[_Head] = []
    for rule in book:
        for match in rule.regex.finditer(said) if rule.regex else ():
            if any(head.start < match.end() and match.start() < head.end for head in heads):
                continue
            written = match.groupdict().get("owner")
            owner = _acting(said[: match.end("owner")], written, rule, owners, meeting) if written else None
            if written and owner is None:
                continue
            begins = match.start() + len(match.group()) - len(match.group().lstrip())
            if written and owner and written.endswith(owner) and "thing" not in match.groupdict():
                begins = match.end("owner") - len(owner)
            heads.append(_Head(start=begins, end=match.end(), rule=rule, owner=owner))
    return sorted(heads, key=lambda head: head.start)


def _acting(text: str, written: str, rule: Rule, owners: Owners, meeting: Meeting | None) -> str | None:
    """Who is to act, of what a rule took for it at the end of ``text``; ``None`` where nobody of the meeting is."""
    if _HE_OR_SHE.match(written):
        return _meant(text, owners, meeting) if rule.label == _PRONOUN else None
    if rule.label == RESOLUTION:
        return written
    acting = owners.acting(meeting, written)
    return acting if acting is not None and is_collective(acting) == (rule.label == _COLLECTIVE) else None


def _meant(before: str, owners: Owners, meeting: Meeting | None) -> str | None:
    """Whom a pronoun means: who was named last in ``before``."""
    for match in reversed(list(_NAMED.finditer(before))):
        if not match.group().isupper() and owners.acting(meeting, match.group()) == match.group():
            return match.group()
    return None
