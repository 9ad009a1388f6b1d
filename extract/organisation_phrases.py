"""Cuts a capitalised run of words into the names of bodies that it holds, by the nouns that bodies are named by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.spans import Span
from extract.rulebook import word_list

_WORD = re.compile(r"(?:[^\s,()/]|(?<![a-z])(?<![A-Z]{5})/)+")
_POSSESSIVE = re.compile(r"['’]s?$")
_REFERENCE = re.compile(r"\d\d|-[a-z]+ed$")
_BREAKS = re.compile(r"[,()/]")
_GOES_ON_WITH = frozenset({"and", "&", "of"})
_CONNECTORS = frozenset({"and", "&", "of", "for", "the", "to", "in", "on", "with"})
_AND = frozenset({"and", "&"})
_TAKES_OF = frozenset(
    "department ministry university institute association society federation board council college committee"
    " confederation union chamber".split()
)
"""Body words that may go on with "of" and what they are of."""
_TAKES_FOR = frozenset({"department", "ministry", "institute", "agency"})
_ONLY_WITH_OF = frozenset({"chamber", "ministry", "department"})
_OF_THESE = frozenset({"governors", "directors", "trustees"})
"""What a board or council is of: its name ends here."""
_TAKES_COMMAS = frozenset({"committee", "panel", "board", "group", "forum", "sub-committee", "cabinet"})
"""Bodies named by their subjects, which can be more than two."""
_OF_THIS = frozenset(
    "city borough county isle vale forest house royal university bank church council diocese school".split()
)
"""Words before "of" that begin a body's name: City of, Isle of, Borough of."""
_MAY_BE_BARE = frozenset("board council committee body panel forum assembly trust partnership ccg".split())
"""Body words that, with a word for the sort of body, can name a body of the paper: the Parish Council."""
_TWO_WORDS = {
    "body": frozenset({"governing"}),
    "force": frozenset({"task"}),
    "system": frozenset({"care"}),
    "ambulance": frozenset({"air"}),
    "service": frozenset({"ambulance", "fire", "rescue", "probation", "police"}),
}
"""Body words that are so only after certain others: Governing Body, Task Force."""
_PEOPLE = frozenset("officers members leaders leads executives partners directors governors managers staff".split())
"""People in a role: a name does not reach back over "and" to them."""
_LONGEST = 14  # words; what is longer is a heading or a list
_ALONE = frozenset({"cabinet", "parliament", "healthwatch"})
"""Body words that name a body alone."""
_GOING_ON = 6  # words within which another body word carries the name on


@dataclass(frozen=True, slots=True)
class Phrase:
    """A body's name at ``span``; ``bare`` where it says only what sort of body (the County Council)."""

    span: Span
    bare: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    lower: str
    start: int
    end: int
    comma: bool  # a comma or bracket stands between the word before and this one

    @property
    def connects(self) -> bool:
        return self.lower in _CONNECTORS


def holds_body_word(run: str) -> bool:
    """Whether any word of ``run`` is one that bodies are named by: a quick look before ``phrases``."""
    return any(word in _body_words() or word in _TWO_WORDS for word in run.lower().replace(",", " ").split())


def phrases(text: str, span: Span) -> Iterator[Phrase]:
    """The names of bodies in the capitalised run at ``span`` of ``text``, from left to right."""
    words = _words(text, span)
    at = 0
    while at < len(words):
        if not _is_head(words, at):
            at += 1
            continue
        last = _last_head(words, at)
        first = _first_word(words, at)
        end = _with_purpose(words, last)
        first = _without_lead_in(words, first, end)
        if first <= last and end - first < _LONGEST:
            phrase = _phrase(words, first, last, end)
            if phrase:
                yield phrase
        at = end + 1


def _words(text: str, span: Span) -> list[_Word]:
    found: list[_Word] = []
    before = span.start
    owned = False
    for match in _WORD.finditer(text, span.start, span.end):
        written = match.group().rstrip(".;:-/")
        owner = _POSSESSIVE.sub("", written)
        apart = owned or bool(_BREAKS.search(text, before, match.start()))
        # What comes after "the Council's" is the Council's, and not of its name.
        owned = owner != written and owner.lower() in _body_words() | _OF_THESE
        if owned or match.end() == span.end:
            written = owner
        if written:
            found.append(_Word(written, written.lower(), match.start(), match.start() + len(written), apart))
        before = match.end()
    return found


def _is_head(words: Sequence[_Word], at: int) -> bool:
    word = words[at]
    if not word.text[0].isupper():
        return False
    if before := _TWO_WORDS.get(word.lower):
        return at > 0 and words[at - 1].lower in before
    if word.lower in _ONLY_WITH_OF and not (at + 1 < len(words) and words[at + 1].lower in ("of", "for")):
        return False
    return word.lower in _body_words()


def _last_head(words: Sequence[_Word], at: int) -> int:
    """The last body word that carries the name on without a connector or comma: "County Council Planning Committee"."""
    last = at
    look = at + 1
    while look < len(words) and look - last <= _GOING_ON and not words[look].connects and not words[look].comma:
        if words[look].lower in _members() and not (look + 1 < len(words) and _is_head(words, look + 1)):
            break
        if _is_head(words, look):
            last = look
        look += 1
    return last


def _first_word(words: Sequence[_Word], head: int) -> int:
    """The leftmost word of the name whose first body word is at ``head``."""
    first = head
    crossed_and = False
    while first > 0:
        reach = first - 1
        while reach >= 0 and words[reach].connects:
            reach -= 1
        if reach < 0 or _is_head(words, reach):
            break
        between = [word.lower for word in words[reach + 1 : first]]
        comma = any(word.comma for word in words[reach + 1 : first + 1])
        if not between and not comma:
            first -= 1
            continue
        if first == head or "the" in between or words[first].text == "NHS" or _ends_apart(words[reach]):
            break
        if comma and not between:
            if not crossed_and or words[head].lower not in _TAKES_COMMAS:
                break
        elif between[0] in _AND and len(between) == 1:
            if words[reach].text.isupper() and not words[head].text.isupper():
                break
            crossed_and = True
        elif between != ["of"] or words[reach].lower not in _OF_THIS:
            break
        first = reach
    return first


def _ends_apart(word: _Word) -> bool:
    """Whether ``word`` ends something of its own: people in a role, several bodies."""
    return word.lower in _PEOPLE or (word.lower.removesuffix("s") in _body_words() and word.lower not in _body_words())


def _with_purpose(words: Sequence[_Word], last: int) -> int:
    """The last word of a name that goes on with "of" or "for": "Department for Work and Pensions"."""
    head = words[last].lower
    at = last + 2
    joined = words[last + 1].lower if at < len(words) and not words[last + 1].comma else ""
    if not ((joined == "of" and head in _TAKES_OF) or (joined == "for" and head in _TAKES_FOR)):
        return last
    if words[at].lower == "the":
        at += 1
    end = last
    while at < len(words) and not _is_head(words, at):
        word = words[at]
        if word.lower in _OF_THESE and head in ("board", "council"):
            return at
        if word.comma and not any(each.lower in _AND for each in words[at : at + _GOING_ON]):
            break
        if word.connects and word.lower not in _GOES_ON_WITH:
            break
        if not word.connects:
            end = at
        at += 1
    return end


def _without_lead_in(words: Sequence[_Word], first: int, end: int) -> int:
    while first < end and (
        words[first].lower in _lead_ins() or words[first].connects or _REFERENCE.search(words[first].text)
    ):
        first += 1
    return first


def _phrase(words: Sequence[_Word], first: int, last: int, end: int) -> Phrase | None:
    name = words[first : last + 1]
    telling = [word for word in name if not word.connects and word.lower not in _modifiers() and not _body_like(word)]
    following = words[end + 1] if end + 1 < len(words) and not words[end + 1].comma else None
    span = Span(words[first].start, words[end].end)
    if telling or end > last:
        if (not telling and end == last) or (len(name) == 1 and end == last):
            return None
        return Phrase(span, bare=False)
    if following is not None and not following.connects and following.text[0].isupper():
        return None
    if len(name) == 1:
        return Phrase(span, bare=False) if name[0].lower in _ALONE else None
    if name[-1].lower not in _MAY_BE_BARE:
        return None
    return Phrase(span, bare=True)


def _body_like(word: _Word) -> bool:
    return word.lower in _body_words() or word.lower in _TWO_WORDS


@cache
def _body_words() -> frozenset[str]:
    return _lower("body_words")


@cache
def _modifiers() -> frozenset[str]:
    return _lower("body_modifiers")


@cache
def _lead_ins() -> frozenset[str]:
    return _lower("body_lead_ins")


@cache
def _members() -> frozenset[str]:
    return _lower("body_members")


def _lower(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in word_list(name))
