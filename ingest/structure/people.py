"""One entry of a list of people, taken apart: title, name and what is said of the person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.names import (
    ALSO_SURNAMES,
    INITIAL,
    NOT_NAME_WORDS,
    PARTICLE,
    POST_NOMINALS,
    TITLE,
    UPPER,
    WORD,
    is_name,
    split_name,
)
from ingest.structure.remarks import ROLE_WORDS, is_initials, is_organisation, remarks_on

_TIERS = {
    "c": "County", "co": "County", "cty": "County", "county": "County", "d": "District", "dist": "District",
    "dst": "District", "district": "District", "b": "Borough", "boro": "Borough", "borough": "Borough",
    "city": "City", "town": "Town", "parish": "Parish", "community": "Community", "unitary": "Unitary",
}  # fmt: skip
"""The councils that a councillor may sit on, as lists shorten them."""
_OTHER_TIERS = frozenset({"County", "District", "Borough", "City", "Unitary"})
"""Whose councillors come to a parish council's meeting as guests, and are listed by that role."""
_COUNCILLOR = r"(?:councillor|cllr|clr|cynghorydd)s?\b\.?"
_TIER = rf"(?:(?P<place>(?:{WORD}\s+){{1,3}}?)?(?P<tier>(?i:{'|'.join(_TIERS)}))\b[./]?\s*(?=(?i:{_COUNCILLOR})))?"
ROLE_FIRST = (
    r"(?:the\s+)?(?:worshipful\s+(?:the\s+)?)?(?:(?:acting |vice[- ]?|deputy )?chair(?:man|woman|person)?|"
    r"(?:deputy\s+|assistant\s+)?(?:town\s+|parish\s+)?clerk"
    r"(?: (?:&|and) rfo| to the (?:council|board|meeting))?|minute[- ](?:taker|secretary)|minutes|secretary|"
    r"in the chair|leader|proper officer|(?:deputy )?mayor|cadeirydd|clerc)"
)
"""Roles that stand before the name, with a colon or without: "Chairman Cllr Marsh", "Clerk: Ian Moss"."""
_HEAD = re.compile(
    rf"(?:(?P<role>(?i:{ROLE_FIRST}))(?:\s*[:,–—]\s*|\s+-\s+|\s+))?{_TIER}"
    rf"(?:(?i:the|hon|rt|alternate|a['’]r|y)\.?\s+){{0,3}}"
    rf"(?P<title>(?:{TITLE}(?:\s+(?:&|and)\s+(?={TITLE}\s))?\s*){{0,4}})(?:\d{{2,6}}\s+)?"
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_ROLE_AND_BRACKET = re.compile(rf"(?P<role>(?i:{ROLE_FIRST}))\s?\((?P<person>(?={TITLE}\s)[^()]{{2,120}})\)")
"""The role of somebody whose name brackets hold: "Chairman (Mr Marsh)"."""
_CAPITALS = rf"(?:[{UPPER}]['’])?[{UPPER}]{{2,}}(?:['’-][{UPPER}]{{2,}})?"
_NAME = re.compile(
    rf"(?:[{UPPER}]{{2,3}}\s+(?={WORD})|(?:{INITIAL}\s*){{0,4}})(?:{PARTICLE}\s+){{0,2}}"
    rf"(?:{WORD}(?:[ ]+(?:{PARTICLE}[ ]+){{0,2}}(?:{WORD}|{INITIAL}(?=\s))){{0,5}}|(?P<capitals>"
    rf"{_CAPITALS}(?:[ ]+{_CAPITALS}){{0,2}}))(?![\w'’])"
)
"""A name as written, and the capitalised words after it, which may be a role: both are told apart later."""
_RANKS = frozenset("pc pcso cso sgt sergeant insp inspector supt superintendent".split())
_SEATS = frozenset({"MP", "MSP", "MS", "AM", "MEP"})
"""Letters that are a seat in a parliament, which somebody holds like a post."""
_COUNCILS = frozenset({"edc", "ccc"})  # abbreviated councils, which in a list stand for the body that somebody is of
_LETTERS = re.compile(
    rf",?\s+\(?(?P<letters>{'|'.join(sorted(map(str.upper, POST_NOMINALS - _COUNCILS), key=len, reverse=True))})\)?"
    r"(?![\w'’])"
)
_LOOSE_INITIALS = re.compile(rf"\s+([{UPPER}][A-Za-z]{{1,3}})(?=[\s,]|$)")
_SINGLE_INITIAL = re.compile(rf"{INITIAL}|[{UPPER}]{{1,3}}")
_RUN_OF_CAPITALS = re.compile(rf"[{UPPER}]{{2,3}}")
_BEGINS_REMARK = re.compile(
    r"[(\[,;:|.]|\s*[-–—]|(?:representing|representative|substitut\w+|sub|for|from|until|in place of|on behalf of|item|"
    r"items|part|left|arrived|joined|via|attending|as|who|plus|at|of|in the chair|in attendance|chairing|presiding)\b",
    re.IGNORECASE,
)
_EDGES = " .,;•*·-–—"
_POSTS = frozenset({"clerk", "chief", "mayor", "head"})
"""Surnames that after one name are a post: "Mrs Todd Clerk"."""
_NEEDS_MORE_WORDS = re.compile(r"council|county|borough|district|city|town|parish|nhs|ccg|icb|hospitals?|university|"
                               r"warden|officer|manager|group|trust|ltd|police|ward|practice|surgery|"
                               r"services?|partnership|association", re.IGNORECASE)  # fmt: skip
"""Words that stand last in what they name: where one follows a name with nothing between, the word before is its."""
_BRACKET_INITIALS = re.compile(rf"\s?\([{UPPER}][A-Za-z]{{1,4}}\)")
_REMARKS_BEGIN = re.compile(r"[,;(–]")
_COUNT = re.compile(r"\s+\d+ [a-z]")  # "3 residents", of whom a line without commas tells after the last name
_POSSESSIVE = ("'s", "’s")
_LONGEST_REMARK = 400  # characters; what follows says nothing of the person
_USUAL_NAME = 2  # words, initials counted as one: a first name and a surname


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One person of a list; ``start`` and ``end`` are offsets in the text given.

    ``note`` is all that is said of the person, ``absent`` that the entry itself tells of apologies, ``chairs`` that it
    tells who was in the chair. ``address`` is the title as written, Mr and Mrs too, ``guest`` says that the person is
    listed with the public.
    """

    name: str
    title: str | None
    start: int
    end: int
    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
    part: str | None = None
    substitutes_for: str | None = None
    chairs: bool = False
    absent: bool = False
    address: str | None = None
    guest: bool = False

    @property
    def addressed(self) -> bool:
        """Whether a title, also Mr or Mrs, stands before the name, or before a group of names."""
        return self.address is not None

    @property
    def is_certain(self) -> bool:
        """Whether the entry by itself is seen to be a person, and not two words with capitals."""
        return self.addressed or self.initials is not None or _has_initials(self.name)

    @property
    def is_whole(self) -> bool:
        """Whether there is more than a surname."""
        return self.addressed or " " in self.name


def read_entry(text: str, offset: int = 0, *, grouped: bool = False) -> ListedPerson | None:
    """The person whom ``text`` is an entry of, and what it says of that person; ``None`` where no name begins it.

    ``offset`` is added to the offsets; ``grouped`` says that a title before reaches as far, or
    that names stand around: "Messrs Ward and Hall", "Tom Ferris, Jane Ward".
    """
    stripped = text.strip(_EDGES)
    lead = text.find(stripped) if stripped else 0
    if inside := _ROLE_AND_BRACKET.fullmatch(stripped):
        person = read_entry(f"{inside['role']} {inside['person']}")
        return person and replace(person, start=offset + lead, end=offset + lead + len(stripped))
    head = _HEAD.match(stripped)
    if not head:
        return None
    addressed = bool(head["title"])
    named = _named(stripped, head.end(), addressed=addressed, grouped=grouped)
    if named is None:
        return None
    name, end = named
    title = split_name(f"{head['title']} {name}").title if addressed else None
    rest, initials, letters = _after_name(stripped[end : end + _LONGEST_REMARK], name)
    if rest and not _may_follow(rest, addressed=addressed or initials is not None):
        return None
    if not (addressed or initials or _has_initials(name)) and _is_body(stripped[head.end() :], rest):
        return None
    lead_role = _ARTICLE.sub("", head["role"]) if head["role"] else _tier_role(head)
    remarks = remarks_on(name, rest, lead_role)
    start = offset + lead
    return ListedPerson(
        name=" ".join(name.split()),
        title=title,
        start=start,
        end=start + len(stripped),
        initials=initials or remarks.initials,
        role=remarks.role or _post_of(head["title"], letters),
        organisation=remarks.organisation,
        note=remarks.note,
        part=remarks.part,
        substitutes_for=remarks.substitutes_for,
        chairs=remarks.chairs,
        absent=remarks.absent,
        address=" ".join(head["title"].split()) or None,
    )


def _tier_role(head: re.Match[str]) -> str | None:
    tier = _TIERS[head["tier"].lower()] if head["tier"] else ""
    place = " ".join((head["place"] or "").split())
    return f"{place} {tier} Councillor".strip() if tier in _OTHER_TIERS else None


def _post_of(title: str, letters: list[str]) -> str | None:
    """The post that a rank before the name or letters after it tell: "PC Marsh", "Ada Holt MP"."""
    rank = next((word for word in title.replace(".", " ").split() if word.lower() in _RANKS), None)
    return rank or next((each for each in letters if each in _SEATS), None)


def _named(text: str, at: int, *, addressed: bool, grouped: bool) -> tuple[str, int] | None:
    """The name at offset ``at`` and where it ends."""
    match = _NAME.match(text, at)
    if match is None:
        return None
    words = list(re.finditer(r"\S+", match.group()))
    if match["capitals"] and not is_name(match["capitals"].title(), listed=True):
        return None
    if match["capitals"] and not (addressed or re.fullmatch(INITIAL, words[0].group())):
        bracket = re.match(r"\s*\(([A-Z]{2,4})\)", text[match.end() :])
        if bracket is None or not is_initials(bracket[1], match.group()):
            return None
    first = " ".join(word.group() for word in words[:2])
    sure = addressed or grouped or _has_initials(first) or bool(_BRACKET_INITIALS.match(text, match.end()))
    kept = _name_words([word.group() for word in words], text[match.end() :], sure=sure)
    if not kept:
        return None
    end = match.start() + words[kept - 1].end()
    name = " ".join(match.group()[: words[kept - 1].end()].split()).strip(" ,.")
    if any(word.endswith(_POSSESSIVE) for word in name.split()):
        return None
    listed = sure if " " in name else addressed or (grouped and not _is_role(name))
    if match["capitals"] or is_name(name, listed=listed):
        return name, end
    return None


def _name_words(words: list[str], rest: str, *, sure: bool) -> int:
    """How many of ``words`` are the name: it ends before the first word of a role or a body.

    ``sure`` says that it is a name whatever its words are, so that the first such word may be the surname.
    """
    lead = next((at for at, word in enumerate(words) if not _SINGLE_INITIAL.fullmatch(word)), len(words))
    if 0 < lead < len(words) and _RUN_OF_CAPITALS.fullmatch(words[0]) and _is_role_word(words[lead]):
        return 0  # "ICB Non-Executive Member"
    for at in range(lead + 1 if lead else 1, len(words)):
        lower = words[at].lower()
        last = at == len(words) - 1
        if _is_role_word(words[at]):
            if sure and lower in ALSO_SURNAMES - _POSTS and at == lead + 1 and (last or _is_role_word(words[at + 1])):
                continue
            return _before(words, at, lead)
    following = re.match(r"\s+([A-Z]\w+)", rest)
    if following and _NEEDS_MORE_WORDS.fullmatch(following[1]):
        return min(len(words), _usual(lead))
    return len(words)


def _before(words: list[str], at: int, lead: int) -> int:
    """The name's length where a role or body begins at ``at``, or a word earlier with a word that belongs to it."""
    two_people = at - lead == 2 * _USUAL_NAME and at + 1 < len(words) and _is_role(words[at + 1])
    if _NEEDS_MORE_WORDS.fullmatch(words[at]) and not two_people:
        return min(at, _usual(lead))
    return at


def _usual(lead: int) -> int:
    return lead + 1 if lead else _USUAL_NAME


def _is_role_word(word: str) -> bool:
    return word.lower() in NOT_NAME_WORDS or _is_role(word)


def _is_role(word: str) -> bool:
    return bool(ROLE_WORDS.fullmatch(word.lower().removeprefix("non-")))


def _after_name(rest: str, name: str) -> tuple[str, str | None, list[str]]:
    """``rest`` without what stands loose behind the name, and that: the person's initials, and letters such as OBE."""
    initials: str | None = None
    found: list[str] = []
    while True:
        loose = _LOOSE_INITIALS.match(rest)
        if initials is None and loose and _are_own(loose[1], name):
            initials, rest = loose[1], rest[loose.end() :]
        elif (letters := _LETTERS.match(rest)) and not _are_own(letters["letters"], name):
            found.append(letters["letters"])
            rest = rest[letters.end() :]
        else:
            return "" if _COUNT.match(rest) else rest.strip(), initials, found


def _are_own(inner: str, name: str) -> bool:
    """Whether ``inner``, without brackets, is made of the first letters of ``name`` in their order: AM, MWh, BMc."""
    firsts = [word[0] for word in re.findall(r"[^\W\d_][\w'’-]*", name)]
    capitals = [char for char in inner if char.isupper()]
    if len(capitals) < 2 or len(firsts) < 2 or capitals[0] != firsts[0]:
        return False
    return capitals[-1] in firsts[1:] or (len(name.split()[-1]) > 1 and capitals[1] in firsts[1:])


def _is_body(words: str, rest: str) -> bool:
    """Whether a name without title goes on, with nothing between, to the name of a body: "Quayside Medical Group"."""
    first = rest.split()[0].strip(",.") if rest else ""
    if not (first[:1].isupper() and (_is_role_word(first) or _NEEDS_MORE_WORDS.fullmatch(first))):
        return False
    return not ROLE_WORDS.match(first) and is_organisation(_REMARKS_BEGIN.split(words, maxsplit=1)[0].strip())


def _may_follow(rest: str, *, addressed: bool) -> bool:
    if _BEGINS_REMARK.match(rest) or ROLE_WORDS.match(rest) or is_organisation(rest):
        return True
    first = rest.split()[0]
    if _is_role_word(first.strip(",")) and first[0].isupper():
        return True
    return addressed and first[0].isupper()


def _has_initials(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and bool(_SINGLE_INITIAL.fullmatch(words[0]))
