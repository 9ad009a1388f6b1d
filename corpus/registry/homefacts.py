"""What tells in whose papers a document stands: its publisher, the people it names, its subject, its site."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass

from corpus.bodies import fold_organisation
from corpus.registry.affiliations import affiliation
from corpus.registry.bodynames import is_of_councils
from corpus.vocabulary import OrganisationKind

# A body that a paper names so often, and so much more often than any other, is the one that it is of.
_LEAST_TIMES = 3
_FAR_MORE = 2
_SAYS_NO_PLACE = re.compile(
    r"(?:(?:the|this|and|nhs|county|city|borough|district|parish|town|community|full|council|ccg|ics|icb|trust)\b ?)+"
)
# The domain that a public body has of its own: "northmere.gov.uk" of "democracy.northmere.gov.uk".
_SITE = re.compile(r"[@./](?P<site>[a-z0-9-]{2,63}\.(?:gov|nhs)\.(?:uk|wales|scot))(?=[/:?#]|$)", re.IGNORECASE)
_NATIONAL_SITES = frozenset(
    "www.gov.uk legislation.gov.uk service.gov.uk publishing.service.gov.uk parliament.gov.uk data.gov.uk ons.gov.uk"
    " planningportal.gov.uk communities.gov.uk levellingup.gov.uk england.nhs.uk www.nhs.uk digital.nhs.uk".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """Of one document: ``names`` are the folded full names that it gives, ``publisher`` is a key (see `affiliations`).

    ``subject`` is the key of the council or NHS body that it names far more often than any other: of the councils alone
    where its board is one that only councils have. ``site`` is the public body's domain that it links to most.
    """

    document: str
    publisher: str | None
    names: frozenset[str]
    subject: str | None = None
    site: str | None = None


def home_facts(connection: sqlite3.Connection) -> tuple[HomeFacts, ...]:
    """Those of all documents on show, the oldest first."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(_NAMES):
        names[row["document_id"]].add(row["folded"])
    subjects, sites = _subjects(connection), _sites(connection)
    return tuple(
        HomeFacts(
            document=row["id"],
            publisher=_placed(row["organisation"], row["date"]),
            names=frozenset(names.get(row["id"], ())),
            subject=subjects.get(row["id"]),
            site=sites.get(row["id"]),
        )
        for row in connection.execute(_DOCUMENTS)
    )


def site_of(target: str) -> str | None:
    """The public body's domain that a link leads to; ``None`` where it is no such body's, or one of the nation's."""
    found = _SITE.search(target.partition("?")[0])
    site = found["site"].lower() if found else None
    return None if site in _NATIONAL_SITES else site


def _subjects(connection: sqlite3.Connection) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(_BODIES_NAMED):
        of_council = row["body"] is not None and is_of_councils(fold_organisation(row["body"]))
        if (row["kind"] == OrganisationKind.COUNCIL or not of_council) and (body := _placed(row["name"], row["date"])):
            counts[row["document_id"]][body] += row["times"]
    return {document: most for document, counted in counts.items() if (most := _most(counted, _LEAST_TIMES))}


def _placed(name: str | None, on: str | None) -> str | None:
    """The key of the body of that name; ``None`` where it could be any body of a sort: the Council, NHS and CCG."""
    return None if name is None or _SAYS_NO_PLACE.fullmatch(fold_organisation(name)) else affiliation(name, on)


def _sites(connection: sqlite3.Connection) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(_LINKS):
        if site := site_of(row["target"]):
            counts[row["document_id"]][site] += 1
    return {document: most for document, counted in counts.items() if (most := _most(counted, 1))}


def _most(counted: Counter[str], least: int) -> str | None:
    """What was counted ``least`` times at least, and far more often than anything else."""
    (most, times), (_, next_times) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    return most if times >= least and times >= _FAR_MORE * next_times else None


_DOCUMENTS = "SELECT id, organisation, date FROM documents WHERE current ORDER BY date IS NULL, date, id"
_NAMES = """
    SELECT p.document_id, p.folded FROM people p JOIN documents d ON d.id = p.document_id
    WHERE d.current AND instr(p.folded, ' ') > 2
"""
_BODIES_NAMED = """
    SELECT o.document_id, o.name, o.kind, d.body, d.date, count(*) AS times
    FROM organisations o JOIN documents d ON d.id = o.document_id
    JOIN organisation_mentions m ON m.organisation_id = o.id
    WHERE d.current AND d.organisation IS NULL AND o.kind IN ('council', 'ccg', 'nhs_trust', 'ics') GROUP BY o.id
"""
_LINKS = """
    SELECT h.document_id, h.target FROM hyperlinks h JOIN documents d ON d.id = h.document_id
    WHERE d.current AND (instr(h.target, '.gov.') OR instr(h.target, '.nhs.'))
"""
