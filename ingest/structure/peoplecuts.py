"""Where, in a list of people, one entry ends and the next begins: commas, titles, roles before names, initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.names import INITIAL, UPPER, WORD, is_name, split_name
from ingest.structure.people import ROLE_FIRST
from ingest.structure.remarks import is_initials

_BRACKETS = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_SEPARATOR = re.compile(
    r"\s{0,3}(?:(?P<mark>[;,])\s{0,3}(?:(?P<last>and|&|plus|a['’]r|ac)\s+)?|(?P<line>\n)|"
    r"(?<=\s)(?P<and>and|&|plus|a['’]r|ac|a(?=\s[A-Z])),?\s+|"
    r"(?<![Cc]llr)(?<![Cc]llrs)(?<!Prof)(?<!Revd)(?<!Messrs)(?<!Cyng)(?<!Insp)(?<!Supt)(?<!Councillor)"
    r"\.\s+(?=[A-Z][a-z]{2})(?<=[a-z]{3}\.\s))"
)
_SOCIAL = (
    r"(?:Councillors?|COUNCILLORS?|Cllrs?|CLLRS?|Clrs?|Cynghor(?:ydd|wyr)|Cyng|Mr|Mrs|Ms|Miss|Mx|Dr|"
    r"(?:MR|MRS|MS|MISS|DR)(?=\.?\s+(?:[A-Z]\b|[A-Z]{2}))|"
    r"Prof|Professor|Sir|Dame|Revd?|Messrs|Baroness|[PC]?CSO|PC|Inspector|Insp|Sgt)\b\.?"
)
_TITLED = re.compile(rf"\s(?={_SOCIAL}\s*(?:{_SOCIAL}\s*)?(?:\d{{2,6}}\s)?[{UPPER}])")
_ROLE_LED = re.compile(rf"\s(?=(?i:{ROLE_FIRST})(?:\s*:|\s+{_SOCIAL}|\s+{INITIAL}\s+{WORD}))")
_CLERK_LED = re.compile(
    rf"\s(?=(?i:{ROLE_FIRST})\s*:|(?i:(?:parish |town )?clerk)(?:\s+{_SOCIAL}|\s+{INITIAL}\s+{WORD}))"
)
"""Where the list doesn't begin with a role, "Chair Cllr Marsh" may be the role of the person before; "Clerk" is not."""
_LEADING_ROLE = re.compile(rf"(?i:{ROLE_FIRST})\s?[:–—-]?")
_LEADING_CLERK = re.compile(rf"(?i:{ROLE_FIRST})\s?:|(?i:(?:the )?(?:parish |town )?clerk)\s?[–—-]?")
_BEGINS_WITH_ROLE = re.compile(rf"\s*(?i:{ROLE_FIRST})\b")
_INITIALLED = re.compile(rf"(?:^|\s)(?:{INITIAL}\s{{0,2}}){{1,3}}{WORD}(?=\s(?:{INITIAL}\s{{0,2}}){{1,3}}{WORD})")
"""A name with initials before another: "B Holt C Lowe"."""
_AFTER_BRACKET = re.compile(rf"(?<=[)\]])\s(?=(?:{INITIAL}\s*){{0,3}}{WORD}|[{UPPER}]{{2}})")
_BRACKET_INITIALS = re.compile(r"[ ]?\(([A-Z][A-Za-z]{1,4})\)")
_BEFORE_WORDS = re.compile(r"\S+")
_NO_CUT_AFTER = re.compile(
    rf"(?:(?:^|[\s,;(])(?:{_SOCIAL}|for|to|of|by|with|behalf|in|representing|the|hon|and|&|vice|a['’]r|y)|"
    r"(?:^|\s)(?:county|district|borough|town|city|parish|community|dist|dst|cty|[cdb]/))$",
    re.IGNORECASE,
)
_TIER_BEFORE = re.compile(
    r"(?P<place>(?:^|\s)[A-Z][a-z]+)?\s(?:County|District|Borough|City|Dist|Dst|Cty|County and Borough)$", re.IGNORECASE
)
_NAMED_BY_POST = re.compile(rf"the\s(?i:{ROLE_FIRST})")  # "and the Clerk, Ian Moss"
_COUPLE = re.compile(r"(?:^|\s)(?:mr|mrs|ms|miss|dr|sir|rev|revd)\.?$", re.IGNORECASE)
_FIRST_OF_PART = re.compile(r"(?:^|[,;.)\]]|\b(?:and|plus)|&)\s*$")
_LONGEST_NAME = 60  # characters before initials in brackets that may be the name


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list between two cuts; ``joined`` is what stood before it.

    That is "," for a comma or line end, ";", "and", "." for a full stop, and "" where nothing but a blank did.
    """

    start: int
    end: int
    joined: str


def masked_brackets(text: str) -> str:
    """``text`` with what brackets hold put out of sight; every offset stays."""
    return _BRACKETS.sub(lambda match: "(" + "x" * (len(match.group()) - 2) + ")", text)


def parts_of(text: str, masked: str) -> Iterator[Part]:
    """The parts of ``text``, whose brackets ``masked`` hides: they are never cut."""
    cuts: dict[int, tuple[int, str]] = {}  # where a part ends: where the next begins, and what joins them
    for match in _SEPARATOR.finditer(masked):
        joined = "and" if match["last"] or match["and"] else match["mark"] or ("," if match["line"] else ".")
        cuts[match.start()] = (match.end(), joined)
    for start in _beginnings(text, masked):
        cuts.setdefault(start, (start, ""))
    at, joined = 0, ""
    led = bool(_BEGINS_WITH_ROLE.match(masked))
    for end in sorted(cuts):
        after, next_joined = cuts[end]
        if end < at or _is_lead(text[at:end].strip(), next_joined, led=led):
            continue
        if text[at:end].strip(" ."):
            yield _part(text, at, end, joined)
            joined = next_joined
        elif next_joined:
            joined = next_joined
        at = after
    if text[at:].strip(" ."):
        yield _part(text, at, len(text), joined)


def _is_lead(words: str, joined: str, *, led: bool) -> bool:
    """Whether a part is nothing but what stands before a name: the first title of a couple, or a role."""
    if joined == ",":
        return bool(_NAMED_BY_POST.fullmatch(words))
    if joined == "and":
        return bool(_COUPLE.search(words))
    return joined == "" and bool((_LEADING_ROLE if led else _LEADING_CLERK).fullmatch(words))


def _part(text: str, start: int, end: int, joined: str) -> Part:
    words = text[start:end]
    return Part(start + len(words) - len(words.lstrip()), start + len(words.rstrip()), joined)


def _beginnings(text: str, masked: str) -> Iterator[int]:
    """Offsets where a title, a role before a name or a name with initials begins an entry, with no comma before it."""
    role_led = _ROLE_LED if _BEGINS_WITH_ROLE.match(masked) else _CLERK_LED
    for match in _TITLED.finditer(masked):
        before = masked[max(match.start() - 24, 0) : match.start()]
        if tier := _TIER_BEFORE.search(before):
            place_at = match.start() - len(tier.group())
            has_place = tier["place"] and (_begins_entry(masked, place_at) or _is_whole_name(masked, place_at))
            yield place_at if has_place else place_at + len(tier["place"] or "")
        elif not _NO_CUT_AFTER.search(before):
            yield match.start()
    for pattern in (role_led, _AFTER_BRACKET):
        yield from (match.start() for match in pattern.finditer(masked))
    yield from (match.end() for match in _INITIALLED.finditer(masked))
    for match in _BRACKET_INITIALS.finditer(text):
        if (start := _name_before(text, match.start(), match[1])) is not None:
            yield start


def _begins_entry(masked: str, start: int) -> bool:
    """Whether the word after ``start`` is the first of its part."""
    return start <= 0 or bool(_FIRST_OF_PART.search(masked[max(start - _LONGEST_NAME, 0) : start + 1]))


def _is_whole_name(masked: str, end: int) -> bool:
    """Whether what ends at ``end`` is a name of two words, so that a word after it belongs to the next entry."""
    words = masked[max(end - _LONGEST_NAME, 0) : end].split()[-2:]
    return len(words) == 2 and is_name(split_name(" ".join(words)).name, listed=True)


def _name_before(text: str, end: int, initials: str) -> int | None:
    """Where the name begins whose initials stand in brackets at ``end``: the nearest word with their first letter."""
    first = max(end - _LONGEST_NAME, 0)
    words = list(_BEFORE_WORDS.finditer(text, first, end))
    for back in (2, 3, 4):
        if len(words) < back:
            break
        start = words[-back].start()
        name = text[start:end]
        if text[start] == initials[0] and is_name(name, listed=True) and is_initials(initials, name):
            while back < len(words) and re.fullmatch(_SOCIAL, words[-back - 1].group()):
                back += 1
                start = words[-back].start()
            return start - 1 if start > 0 and text[start - 1].isspace() else None
    return None
