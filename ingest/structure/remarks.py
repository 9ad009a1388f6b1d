"""What a list says of a person after the name: initials, role, organisation, part of the meeting, substitution."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.bodies import organisation_kind
from corpus.names import TITLE, is_name, split_name
from corpus.vocabulary import OrganisationKind

_ROLE = (
    r"\b(?:(?:vice[- ]?)?chair(?:man|woman|person)?|vice|leader|clerk|officer|director|manager|executive|head|lead|"
    r"member|"
    r"secretary|treasurer|(?:deputy )?mayor|advis[eo]r|consultant|nurse|gp|doctor|practitioner|registrar|solicitor|"
    r"counsel|accountant|assistant|representative|deputy|observer|minutes?|governor|associate|commissioner|"
    r"co-?ordinator|administrator|analyst|engineer|planner|inspector|portfolio|trustee|chaplain|substitut\w{1,8}|"
    r"apprentice|president|conven[oe]r|professor|dph|ceo|cfo|coo|cno|rfo|auditor|architect|surveyor|monitoring|"
    r"specialist|partner|principal|warden|editor|chief|councillor|facilitator|scrutineer|supervisor|provost|bailie|"
    r"proper officer|student|intern|lay|cadeirydd|clerc|minute[- ]taker|therapist|pharmacist|psychologist|matron|"
    r"scientist|designer|ranger|headteacher|teacher|agent|applicant|resident|editor|journalist|superintendent|"
    r"sergeant|constable|pcso|commander)s?\b"
)
ROLE_WORDS = re.compile(_ROLE, re.IGNORECASE)
"""Nouns and adjectives that roles are named with."""
_ENDS_WITH_ROLE = re.compile(_ROLE + r"$", re.IGNORECASE)
_ORGANISATION_WORDS = re.compile(
    r"^NHS\b|\b(?:NHSE|NHS[EI](?:/[A-Z])?|Unit|Ltd|Limited|LLP|plc|Practice|Surgery|Medical (?:Group|Centre)|Sector|"
    r"Constabulary|Police|UHB|Hospital|Academy|Association|Architects|Associates|Solicitors|Consulting|"
    r"Consultants|Consultancy|Fire (?:(?:and|&) Rescue )?(?:Service|Authority)|"
    r"Services Ltd|Housing Group|Chamber of Commerce|Action Group)\b"
)
_REPRESENTS = re.compile(r"(?:representing|on behalf of|representative (?:of|from))\s+", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:the )?[A-Z][A-Z&]{1,6}(?:/[A-Z]{1,4})?")
_ROLE_ABBREVIATIONS = frozenset(
    "CEO CFO COO CNO CMO DPH RFO GP MEM MP MSP MS AM PA EA PS SRO AO HR IT JP PC VC".split()
)
"""Capitals that are a role or a title, and name no body."""
_BRACKETED = re.compile(r"\(([^()]{0,300})\)|\[([^\[\]]{0,300})\]")
_BREAKS = re.compile(r"\s*[,;|]\s*|\s+[-–—]\s+|\s*[–—]\s*|:\s+")
_EDGES = " ,;:.|–—-"

_ITEM = r"(?:agenda |minute )?(?:items?|minutes?|minute numbers?|nos?\.?|points?)"
_PART = re.compile(
    r"^part(?: of)?(?: the)?(?: meeting| time| only)?$|\bpart (?:of (?:the )?)?meeting\b|\bpart[- ]meeting\b|"
    rf"^{_ITEM} [\w/.()-]{{0,20}}\d|"
    rf"\b(?:for|from|until|till|to|up to|after|during|before|at|on|left|joined|arrived) (?:the )?{_ITEM} ?[\w/.()-]*\d|"
    r"\b(?:from|until|till|left|arrived|joined|departed|present)\b(?: the meeting)?(?: \w{1,6}){0,3} ?\d{1,2}"
    r"(?:[:.]\d\d|[ap]m| [ap]m| ?hours|/\d)|"
    r"^(?:from|until|till) [\d/]{2,}|"
    r"\b(?:left|arrived|joined)\b.{0,30}\b(?:early|late|meeting)\b|^late(?: arrival)?$|"
    r"\bfor (?:this|that|the \w{1,20}|their|his|her) item(?:s)?(?: only)?\b|\bitems? only\b",
    re.IGNORECASE,
)
"""How lists tell that someone was there for a part of the meeting."""
_SUBSTITUTE = re.compile(
    r"(?:\b(?:(?:as |a |an |attending |named |nominated |acting |present ){0,3}(?:substitut(?:e|es|ing|ion|ed)|sub|"
    r"reserve|alternate|deputy|deputi[sz]ing|stand(?:ing)?[- ]in)(?: members?)? (?:for|of|to)(?=(?: \w+\.?)? [A-Z])|"
    r"in (?:the )?(?:place|absence) of|instead of|on behalf of|replacing|covering for|yn lle)|"
    rf"^(?:for|vice)(?= {TITLE} ))\s+(?P<whom>[^,;]{{1,80}})",
    re.IGNORECASE,
)
_SUBSTITUTES = re.compile(
    r"substitut|^sub\b|^reserve\b|deputi[sz]ing|^alternate\b|stand(?:ing)?[- ]in\b", re.IGNORECASE
)
_ABSENT = re.compile(
    r"^(?:apolog(?:y|ies)|absent|(?:sent |gave |with )?(?:his |her |their )?"
    r"apologies(?: (?:received|given|sent|for absence))?|not present|did not attend|dna)$",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"\b(?:virtual(?:ly)?|remote(?:ly)?|online|on-line|via|"
    r"by (?:phone|telephone|video|zoom|teams|invitation)|zoom|teams|dial(?:led|ing)?[- ]in|in person|apolog(?:y|ies)|"
    r"vacan\w{1,4}|tbc|proposed|seconded|reasons?|illness|"
    r"unwell|holiday|leave|commitments?|who|which|took the chair|in the chair|labour|conservatives?|"
    r"liberal democrats?|lib dems?|green|independent|snp|plaid cymru|reform(?: uk)?)\b|^councillors$|^-*$|^\W*\d",
    re.IGNORECASE,
)
"""Remarks that are neither role nor body: parties, how somebody took part."""
_CHAIRS = re.compile(
    r"(?<!vice[- ])(?<!vice)(?<!deputy[- ])(?<!of the )(?<!to the )(?<!former )(?<!ex-)\b(?:chair(?:man|woman|person)?|"
    r"chairing|cadeirydd|presiding)\b(?! of (?!the (?:board|committee|meeting)\b|meeting))(?![- ]elect)(?!['’]s)|"
    r"\b(?:in|took|takes|taking) the chair\b|(?<!vice-)\bconvener\b",
    re.IGNORECASE,
)
_ONLY_CHAIR = re.compile(
    r"(?:(?:acting|vice|deputy|joint|co)[- ]?)*chair(?:man|woman|person)?(?: of the (?:board|committee|meeting))?|"
    r"in the chair|cadeirydd",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What is said of one person; ``note`` is all of it as written, but for the initials."""

    initials: str | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
    part: str | None = None
    substitutes_for: str | None = None
    chairs: bool = False
    absent: bool = False


def remarks_on(name: str, rest: str, lead: str | None = None) -> Remarks:
    """What ``rest``, the words after ``name``, says; ``lead`` is a role that stood before the name."""
    initials: str | None = None
    part: str | None = None
    whom: str | None = None
    absent = False
    noted = [lead] if lead else []
    said: list[str] = []
    for words in _chunks(rest):
        kept: list[str] = []
        for piece in [words] if _is_part(words) else _pieces(words):
            if initials is None and is_initials(piece, name):
                initials = piece
            elif _is_part(piece):
                part = part or piece
            elif (found := _SUBSTITUTE.search(piece)) and " " in found["whom"] and _is_person(found["whom"]):
                whom = whom or found["whom"].strip(_EDGES)
            elif _ABSENT.match(piece):
                absent = True
            elif not (_NO_ROLE.search(piece) or _SUBSTITUTES.search(piece) or _is_plain_words(piece)):
                kept.append(piece)
        if initials is None or words != initials:
            noted.append(words)
        if kept:
            # Pieces are joined as they were printed, but for those that say something else.
            said.append(words if len(kept) == len(_pieces(words)) else ", ".join(kept))
    role, organisation = _role_of(said, lead)
    note = "; ".join(noted) or None
    return Remarks(
        initials=initials,
        role=role,
        organisation=organisation,
        note=note,
        part=part,
        substitutes_for=whom,
        chairs=bool(_CHAIRS.search(" ; ".join(part for part in (lead, *_chunks(rest)) if part))),
        absent=absent,
    )


def role_and_organisation(text: str) -> tuple[str | None, str | None]:
    """A role and the organisation beside it: "Clerk, Northmere Borough Council", "GP Ellerdyke ICB"."""
    text = text.strip(_EDGES)
    if not text:
        return None, None
    if led := _unparted(text) if _ABBREVIATED.match(text) else None:
        return led
    if represents := _REPRESENTS.match(text):
        whom = text[represents.end() :]
        return (text, None) if " " in whom and _is_person(whom) else (None, whom)
    for match in reversed(list(re.finditer(r",\s*|\s+[-–—]\s+|\s+(?:at|from)\s+(?=[A-Z])|\s+for\s+(?=NHS )", text))):
        head, tail = text[: match.start()].strip(), text[match.end() :].strip()
        if is_organisation(tail) and not ROLE_WORDS.search(tail.split(",")[0]):
            return head or None, tail
    if is_organisation(text) and not ROLE_WORDS.search(text):
        return None, text
    return _unparted(text) or (text, None)


def is_organisation(text: str) -> bool:
    """Whether ``text`` names a body, or is an abbreviation that stands where a body would."""
    if organisation_kind(text) is not OrganisationKind.OTHER or _ORGANISATION_WORDS.search(text):
        return True
    return bool(_ABBREVIATED.fullmatch(text)) and text.removeprefix("the ") not in _ROLE_ABBREVIATIONS


def is_initials(inner: str, name: str) -> bool:
    """Whether ``inner`` are the initials that the minutes use for ``name``: JA, BMc, DSm."""
    capitals = [char for char in inner if char.isupper()]
    return (
        inner.isalpha()
        and 2 <= len(inner) <= 5
        and len(capitals) >= 2
        and inner[0] in capitals
        and inner[0] in {word[0].upper() for word in name.split()}
    )


def _chunks(rest: str) -> list[str]:
    """What brackets hold and what stands between them, each without white space and stops at its ends."""
    found: list[str] = []
    outside: list[str] = []
    at = 0
    for match in [*_BRACKETED.finditer(rest), None]:
        outside.append(rest[at : match.start() if match else len(rest)])
        if match is None:
            continue
        inside = " ".join((match[1] or match[2] or "").split())
        at = match.end()
        if outside[-1].strip(_EDGES) and _qualifies(inside):
            outside.append(match.group())  # "Team Leader (Enforcement)"
        else:
            found.append(inside)
    words = " ".join(" ".join(outside).split()).strip(_EDGES)
    return [words for words in (*found, words) if words.strip(_EDGES)]


def _qualifies(inside: str) -> bool:
    """Whether what brackets behind a role hold belongs to the role, and tells nothing else of the person."""
    other = (_is_part, _SUBSTITUTES.search, _ABSENT.match, _NO_ROLE.search, _ONLY_CHAIR.fullmatch, is_organisation)
    return bool(inside) and not inside.isupper() and not any(tells(inside) for tells in other)


def _pieces(words: str) -> list[str]:
    return [piece for piece in _BREAKS.split(words) if piece.strip(_EDGES)]


def _is_plain_words(piece: str) -> bool:
    """Whether a remark has no capital and no word of a role: "work", "new car"."""
    return piece[:1].islower() and piece.islower() and not ROLE_WORDS.search(piece)


def _is_part(words: str) -> bool:
    return bool(_PART.search(words)) and (len(words.split()) <= 4 or not ROLE_WORDS.search(_PART.sub("", words)))


def _is_person(words: str) -> bool:
    return is_name(split_name(words.strip(_EDGES)).name, listed=True)


def _role_of(said: list[str], lead: str | None) -> tuple[str | None, str | None]:
    """Role and organisation from what was said, in brackets first and outside last; a post before "Chair"."""
    roles: list[str] = []
    organisation: str | None = None
    for words in reversed(said):
        role, of = role_and_organisation(words)
        organisation = organisation or of
        if role:
            roles.append(role)
    if lead:
        roles.append(lead)
    posts = [role for role in roles if not _ONLY_CHAIR.fullmatch(role)]
    return next(iter(posts or roles), None), organisation


def _unparted(text: str) -> tuple[str | None, str | None] | None:
    """Role and body with nothing between them: "DPH Northmere Council", "ICB Non-Executive Member"."""
    words = text.split()
    for at in range(1, len(words)):
        head, tail = " ".join(words[:at]), " ".join(words[at:])
        if not tail[:1].isupper() or not ROLE_WORDS.search(head):
            continue
        if (
            _ends_role(words[at - 1])
            and organisation_kind(tail) is not OrganisationKind.OTHER
            and not ROLE_WORDS.search(tail)
        ):
            return head, tail
    if _ABBREVIATED.fullmatch(words[0]) and organisation_kind(words[0]) is not OrganisationKind.OTHER:
        role = " ".join(words[1:])
        return (role, words[0]) if ROLE_WORDS.search(role) else None
    if len(words) > 1 and _ENDS_WITH_ROLE.search(words[-1]) and words[-1].lower().startswith("representative"):
        body = " ".join(words[:-1])
        return (words[-1], body) if is_organisation(body) and not ROLE_WORDS.search(body) else None
    return None


def _ends_role(word: str) -> bool:
    return bool(_ENDS_WITH_ROLE.search(word)) or word in _ROLE_ABBREVIATIONS
