"""Names in common: a programme or a place that two passages name in the same three words or more, and few others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.bodies import organisation_kind
from corpus.links.model import Link, Thing, ThingKind
from corpus.spans import Span
from corpus.vocabulary import LinkKind, OrganisationKind, PaperKind
from search.aligning.words import says_something, title_keys, words_of
from search.linking.citations import sentence
from search.linking.linked import linked
from search.linking.publishers import of_one_family

_NAME = re.compile(
    r"\b[A-Z][\w'’-]*(?:,? (?:(?:of|and|the|for|to|in|on|&) )?(?:the )?(?:[A-Z][\w'’-]*|\d{4}(?:[-–]\d{2,4})?))+"
)
_NO_NAME = re.compile(
    r"\b(?:Act|Section|Schedule|Regulations|Paragraph|Appendix|Annex|Director|Chief|Officer|Head of|Cabinet Member|"
    r"Deputy|Assistant|Councillors?|Cllrs?|Manager|Mr|Mrs|Ms|Dr|Monday|Tuesday|Wednesday|Thursday|Friday|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""Words of statutes, offices, people and days, which many matters have in common."""
_UNIT = re.compile(r"\b(?:Directorate|Department|Division|Services?|Team)$", re.IGNORECASE)
"""What the parts of a council are called, which are no matters."""
_OF_BODY = re.compile(
    r"\b(?:Reports?|Updates?|Plan|Strategy|Policy|Review|Programme|Scheme|Framework|Agreement|Briefing|Assessment|"
    r"Charter|Consultation|Project|Budget)$",
    re.IGNORECASE,
)
_LEAST_WORDS = 3
_FEW = 4
"""So many passages may have a name before it tells nothing."""
_TELLS_ALONE = 4
"""A name of fewer words may be of anything ("Children and Young People"): it takes two of them."""
_LONGEST = 8
_ONE, _MORE = 0.55, 0.1
_MOST = 0.75
_BY_TITLE = 0.7


def names_in(text: str, start: int, end: int) -> dict[str, Span]:
    """The names in characters ``[start, end)`` of ``text`` as they are compared, and the sentence that has each first.

    They have three telling words or more, or two before "Report"; bodies are left out.
    """
    found: dict[str, Span] = {}
    for match in _NAME.finditer(text, start, end):
        for name in _names(match.group()):
            if name not in found:
                found[name] = sentence(text, match, start, end)
    return found


def title_name(title: str) -> str | None:
    """The name that ``title`` is, as passages that name it would have it."""
    keys = title_keys(title)
    if _UNIT.search(title) or _is_body(title):
        return None
    return " ".join(sorted(keys)) if len(keys) >= _LEAST_WORDS - 1 else None


def same_names(things: Sequence[Thing]) -> Iterator[Link]:
    """Passages with the paper or item that they name by its title; few passages of two papers with one another."""
    titled = [each for each in things if each.kind is not ThingKind.PASSAGE]
    passages = [each for each in things if each.kind is ThingKind.PASSAGE]
    for passage in passages:
        meant = _meant(passage, titled)
        if meant:
            yield linked(LinkKind.SAME_MATTER, passage, meant, _BY_TITLE, f"it names “{meant.title}”")
    if len(passages) <= _FEW:
        for one, other in combinations(passages, 2):
            yield from _share(one, other)


def _meant(passage: Thing, titled: Sequence[Thing]) -> Thing | None:
    """What ``passage`` means by a title: the last that had it up to its own day, a paper before an item."""
    found = [
        each
        for each in titled
        if each.paper != passage.paper
        and of_one_family(passage, each)
        and (each.date is None or passage.date is None or each.date <= passage.date)
    ]
    return max(found, key=lambda each: (each.date or "", each.kind is ThingKind.PAPER), default=None)


def _share(one: Thing, other: Thing) -> Iterator[Link]:
    shared = {name for name in set(one.words) & set(other.words) if len(name.split()) >= _LEAST_WORDS}
    telling = len(shared) > 1 or any(len(name.split()) >= _TELLS_ALONE for name in shared)
    if telling and _of_two_meetings(one, other) and of_one_family(one, other):
        earlier, later = sorted((one, other), key=lambda each: (each.date or "", each.place.document, each.place.start))
        score = min(_ONE + _MORE * (len(shared) - 1), _MOST)
        names = ", ".join(sorted(shared)[:_LEAST_WORDS])
        yield linked(LinkKind.SAME_MATTER, earlier, later, score, f"both name what few others do: {names}")


def _of_two_meetings(one: Thing, other: Thing) -> bool:
    """Whether the two are of two papers, and of no one meeting, whose minutes may be there twice."""
    both_minutes = one.paper_kind == other.paper_kind == PaperKind.MINUTES
    return one.paper != other.paper and not (both_minutes and one.date == other.date)


def _is_body(name: str) -> bool:
    """Whether ``name`` is a body's, and not that of a paper or plan which a body has: "Provider Alliance Report"."""
    return not _OF_BODY.search(name) and organisation_kind(name) is not OrganisationKind.OTHER


def _names(written: str) -> Iterator[str]:
    if _NO_NAME.search(written) or written.isupper() or _is_body(written):
        return
    keys = {word.key for word in words_of(written) if says_something(word) and len(word.key) > 1}
    if _LEAST_WORDS <= len(keys) <= _LONGEST:
        yield " ".join(sorted(keys))
        name = title_name(written)
        if name and len(name.split()) < len(keys):
            yield name
