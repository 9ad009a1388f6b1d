"""The forms that bodies of a kind are usually written in besides their full names: "X MBC", "X Council", "X Trust".

What ``corpus.bodies.fold_organisation`` takes for the same ("X NHS FT", "X CCG" without "NHS") is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.vocabulary import OrganisationKind

_COUNCIL_SORTS = {
    "Metropolitan Borough": ("MBC", "Borough", "Metropolitan"),
    "Metropolitan District": ("MDC", "Metropolitan"),
    "City and District": (),
    "County Borough": ("CBC", "County", "Borough"),
    "Borough": ("BC",),
    "District": ("DC",),
    "County": ("CC",),
    "City": ("CC",),
}
"""What sorts of council call themselves, and what stands for it: abbreviations as they are, words before "Council"."""
_COUNCIL = re.compile(rf"(?P<place>.+?) (?:(?P<sort>{'|'.join(_COUNCIL_SORTS)}) )?Council")
_CITY = re.compile(r"City of (?P<place>.+?)(?P<council> Council)?")
_BOROUGH = re.compile(r"(?P<sort>London|Royal) Borough of (?P<place>.+)")
_ICS = re.compile(r"(?P<place>.+) Integrated Care System")
_TRUST = re.compile(r"(?:The )?(?P<stem>.+?),? NHS (?P<foundation>Foundation )?Trust")
_PCT = re.compile(r"(?P<stem>.+) Primary Care Trust")
_TELLING_END = re.compile(r"(?:Hospitals|Healthcare|Health|Care|Ambulance Service|Health Services)$")
"""The last words of a trust's name that name it also without "NHS Trust"; one hospital is a place as well."""


def usual_forms(kind: OrganisationKind, names: Iterable[str]) -> Iterator[str]:
    """The usual other forms of a body of ``kind`` with these ``names``; they may be another body's too."""
    forms = _FORMS.get(kind)
    if forms:
        for name in names:
            yield from forms(name)


def _council_forms(name: str) -> Iterator[str]:
    if match := _COUNCIL.fullmatch(name):
        place, sort = match["place"], match["sort"]
        yield f"{place} Council"
        for other in _COUNCIL_SORTS.get(sort or "", ()):
            yield f"{place} {other}" if other.isupper() else f"{place} {other} Council"
    if match := _CITY.fullmatch(name):
        yield from (f"{match['place']} Council", f"{match['place']} City Council")
    if match := _BOROUGH.fullmatch(name):
        place, sort = match["place"], match["sort"]
        yield from (f"{place} Council", f"{place} Borough Council", f"{place} {sort} Borough Council")
        yield from (f"{place} {sort} Borough", f"LB {place}", f"LB of {place}", f"Borough of {place}")


def _ics_forms(name: str) -> Iterator[str]:
    if match := _ICS.fullmatch(name):
        yield f"{match['place']} ICS"


def _trust_forms(name: str) -> Iterator[str]:
    if match := _PCT.fullmatch(name):
        yield f"{match['stem']} PCT"
    if match := _TRUST.fullmatch(name):
        stem = match["stem"]
        yield f"{stem} NHS Trust"
        if match["foundation"]:
            yield from (f"{stem} Foundation Trust", f"{stem} FT")
        if " " in stem:  # one word with "Trust" may be any trust
            yield f"{stem} Trust"
            if _TELLING_END.search(stem):
                yield stem


_FORMS = {
    OrganisationKind.COUNCIL: _council_forms,
    OrganisationKind.ICS: _ics_forms,
    OrganisationKind.NHS_TRUST: _trust_forms,
}
