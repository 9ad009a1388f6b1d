"""How UK papers name boards, committees, councils and NHS bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from corpus.vocabulary import OrganisationKind

MEETING_WORDS = (
    "Board", "Committee", "Sub-Committee", "Subcommittee", "Cabinet", "Council", "Panel", "Forum", "Group",
    "Governing Body", "Executive", "Assembly", "Commission", "Working Party", "Partnership", "Task Force", "Cell",
    "Governors", "Trustees", "Hearing", "Authority", "Congress", "Senate",
)  # fmt: skip
"""Nouns that a body which meets is named by."""

_KINDS: tuple[tuple[OrganisationKind, str], ...] = (
    (OrganisationKind.OTHER,
     r"\b(?:Labour|Conservatives?|Liberal Democrats?|Greens?|Independents?|Unionist|SNP|Plaid)\b.*\bGroup$|"
     r"Medical (?:Group|Practice)$|\b(?:Youth|Schools?)\b.* Council$|Associations?$"),
    (OrganisationKind.BOARD_OR_COMMITTEE, r"\bJoint Committee of\b"),
    (OrganisationKind.CCG, r"\bCCGs?$|Clinical Commissioning Groups?$"),
    (OrganisationKind.ICS, r"\bIC[SB]s?$|Integrated Care (?:System|Board)s?(?: \(\w+\))?(?: for .*)?$|"
                           r"Health ?(?:and |& )?[Cc]are Partnership$"),
    (OrganisationKind.NHS_TRUST, r"(?:University|Teaching|Local) Health Board$|\b[UL]HB$"),
    (OrganisationKind.BOARD_OR_COMMITTEE,
     r"(?:Advisory|Governors'?) Council$|Council of Governors|"
     r"(?:Board|Committee|Sub-?[Cc]ommittee|Cabinet|Panel|Forum|Group|Governing Body|Working Party|Assembly|Cell|"
     r"(?:Scrutiny|Review) Commission|Committees in Common)$"),
    (OrganisationKind.NHS_TRUST, r"\bTrusts?\b.*NHS|NHS.*\bTrusts?\b|NHS FT\b|Foundation Trust|Hospitals? Trust|"
                                 r"Health ?[Cc]are.* Trust$|University Hospitals?|(?<!Air )Ambulance Service"),
    (OrganisationKind.NHS_NATIONAL, r"^NHS$|^NHS (?:England|Digital|Improvement|Wales|Scotland|Property|X|North|"
                                    r"South|East|West|London|Midlands)\b|NHSE|Care Quality Commission|^CQC$|"
                                    r"Health Education England|Public Health England|Health Security Agency|\bNICE\b"),
    (OrganisationKind.COUNCIL, r"\bCouncil$|\bCouncils?\b|^(?:London )?Borough of\b|County Council|Local Authority$|"
                               r"Combined Authority$|\b(?:CC|DC|BC|MBC)$"),
    (OrganisationKind.GOVERNMENT, r"^(?:HM )?(?:Department|Ministry|Treasury|Office) (?:of|for)\b|^HM |Government|"
                                  r"Agency$|Inspectorate|Ofsted|Home Office|Parliament|Park Authority$|"
                                  r"Commission$"),
    (OrganisationKind.UNIVERSITY, r"Universit|\bCollege\b"),
    (OrganisationKind.PARTNERSHIP, r"Partnerships?\b|\bAONB$|Alliance|Collaborative|Network\b|Consortium"),
    (OrganisationKind.CHARITY, r"Foundation$|\bCharity|Age UK|Healthwatch|Citizens Advice|Hospice|\bMIND\b|"
                               r"Air Ambulance$|\bTrust$|Society$|Rotary|Scouts"),
    (OrganisationKind.COMPANY, r"\b(?:Ltd|Limited|PLC|plc|LLP|Inc|CIC|Bank|& Co|& Sons)\b\.?"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")  # words of a name in capitals; what is shorter may be an abbreviation
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_ABBREVIATIONS = {
    "nhs foundation trust": "nhs ft",
    "clinical commissioning group": "ccg",
    "integrated care board": "icb",
    "integrated care system": "ics",
    "integrated care partnership": "icp",
    "primary care network": "pcn",
}
_SPELLINGS = {
    "well being": "wellbeing",
    "health watch": "healthwatch",
    "healthcare partnership": "health and care partnership",
    "health care partnership": "health and care partnership",
    "sub committee": "subcommittee",
    "co ordination": "coordination",
    "co operative": "cooperative",
}
_STREET_OR_SAINT = re.compile(r"\bst\.(?=\s)")
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")  # an abbreviation inside the name
_SIGNS = re.compile(r"[^\w' ]+")
_EXECUTIVE = re.compile(r"\bexec$")
_NHS_COMMISSIONER = re.compile(r"^nhs (?=.+ (?:ccg|icb)$)")  # "NHS" is part of the legal name, seldom of the spoken one


def organisation_kind(name: str) -> OrganisationKind:
    """What kind of body ``name`` names, told from its words alone."""
    if name.isupper():
        name = _CAPITALS.sub(lambda word: word.group().capitalize(), name)
    for kind, pattern in _COMPILED:
        if pattern.search(name):
            return kind
    return OrganisationKind.OTHER


@lru_cache(maxsize=8192)  # a paper names few bodies, many times
def fold_organisation(name: str) -> str:
    """One key for all ways of writing the same body: no article, case, stops or possessive; "&" is "and"."""
    folded = " ".join(_ARTICLE.sub("", name.replace("’", "'")).casefold().split())
    folded = _STREET_OR_SAINT.sub("st", _in_place(_ABBREVIATIONS, folded)).replace("&", " and ")
    folded = _IN_BRACKETS.sub("", folded).removesuffix("'s").replace("'", "")
    plain = _in_place(_SPELLINGS, " ".join(_SIGNS.sub(" ", folded).split()))
    return _NHS_COMMISSIONER.sub("", _EXECUTIVE.sub("executive", plain))


def is_short_for(called: str, name: str) -> bool:
    """Whether papers of the body ``name`` can mean that by ``called``: its last words, or their initials.

    "PC" and "the Parish Council" for Northmere Parish Council, "Board" for Northmere NHS Trust Board.
    """
    short, full = fold_organisation(called), fold_organisation(name)
    words = full.split()
    initials = ("".join(word[0] for word in words[at:]) for at in range(len(words)))
    return short == full or full.endswith(f" {short}") or short in initials


def _in_place(words: Mapping[str, str], text: str) -> str:
    """``text`` with each of ``words`` replaced where it stands as whole words; most stand in no name."""
    for word, other in words.items():
        if word in text:
            text = re.sub(rf"\b{word}\b", other, text)
    return text
