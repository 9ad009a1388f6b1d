"""How UK papers name boards, committees, councils and NHS bodies."""

from __future__ import annotations

import re

from corpus.vocabulary import OrganisationKind

MEETING_WORDS = (
    "Board", "Committee", "Sub-Committee", "Subcommittee", "Cabinet", "Council", "Panel", "Forum", "Group",
    "Governing Body", "Executive", "Assembly", "Commission", "Working Party", "Partnership", "Task Force", "Cell",
    "Governors", "Trustees", "Hearing", "Authority", "Congress", "Senate",
)  # fmt: skip
"""Nouns that a body which meets is named by."""

_KINDS: tuple[tuple[OrganisationKind, str], ...] = (
    (OrganisationKind.CCG, r"\bCCGs?\b|Clinical Commissioning Group"),
    (OrganisationKind.ICS, r"\bIC[SBP]\b|Integrated Care (?:System|Board|Partnership)|Health (?:and|&) Care Partnership"),
    (OrganisationKind.BOARD_OR_COMMITTEE,
     r"(?:Board|Committee|Sub-?[Cc]ommittee|Cabinet|Panel|Forum|Group|Governing Body|Working Party|Commission|Council of"
     r" Governors|Assembly|Steering Group)$"),
    (OrganisationKind.NHS_TRUST, r"\bTrusts?\b.*NHS|NHS.*\bTrusts?\b|NHS FT\b|Foundation Trust|Hospitals? Trust|"
                                 r"University Hospitals?|Ambulance Service|\bHealth Board$"),
    (OrganisationKind.NHS_NATIONAL, r"^NHS$|^NHS (?:England|Digital|Improvement|Wales|Scotland|Property|X)\b|NHSE|"
                                    r"Care Quality Commission|^CQC$|Health Education England|Public Health England|"
                                    r"Health Security Agency|\bNICE\b"),
    (OrganisationKind.COUNCIL, r"\bCouncil$|\bCouncils?\b|^(?:London )?Borough of\b|County Council|Local Authority$"),
    (OrganisationKind.GOVERNMENT, r"^(?:HM )?(?:Department|Ministry|Treasury|Office) (?:of|for)\b|^HM |Government|Agency$|"
                                  r"Inspectorate|Ofsted|Home Office|Parliament"),
    (OrganisationKind.UNIVERSITY, r"Universit|\bCollege\b"),
    (OrganisationKind.PARTNERSHIP, r"Partnerships?\b|Alliance|Collaborative|Network\b|Consortium"),
    (OrganisationKind.CHARITY, r"Foundation$|\bCharity|Healthwatch|Age UK|Citizens Advice|Hospice|\bMIND\b|Association$|"
                               r"\bTrust$|Society$|Rotary|Scouts"),
    (OrganisationKind.COMPANY, r"\b(?:Ltd|Limited|PLC|plc|LLP|Inc|CIC|Bank|& Co|& Sons)\b\.?"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_ABBREVIATIONS = (
    (re.compile(r"\bnhs foundation trust\b"), "nhs ft"),
    (re.compile(r"\bclinical commissioning group\b"), "ccg"),
    (re.compile(r"\bintegrated care board\b"), "icb"),
    (re.compile(r"\bst\.(?=\s)"), "st"),
    (re.compile(r"&"), " and "),
)
_NHS_COMMISSIONER = re.compile(r"^nhs (?=.+ (?:ccg|icb)$)")  # "NHS" is part of the legal name, seldom of the spoken one


def organisation_kind(name: str) -> OrganisationKind:
    """What kind of body ``name`` names, told from its words alone."""
    for kind, pattern in _COMPILED:
        if pattern.search(name):
            return kind
    return OrganisationKind.OTHER


def fold_organisation(name: str) -> str:
    """One key for all ways of writing the same body: no article, case, stops or possessive; "&" is "and"."""
    folded = " ".join(_ARTICLE.sub("", name.replace("’", "'")).casefold().split())
    for pattern, plain in _ABBREVIATIONS:
        folded = pattern.sub(plain, folded)
    plain = " ".join(re.sub(r"[^\w' ]+", " ", folded.removesuffix("'s")).split())
    return _NHS_COMMISSIONER.sub("", plain)
