"""In whose papers a document stands: told by its publisher, by the people in its lists, or by the body it speaks of.

Papers often don't say who publishes them, or name their body in two languages. Lists that share many full names are of
one body: "Northmere Council" and "Cyngor Northmere" are then companions, for the registry of people alone.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.bodies import fold_organisation

# Four people in common are no chance, unless two long lists share no more than that.
LEAST_SHARED = 4
_LEAST_PART = 0.25
# A body that a paper names so often, and so much more often than any other, is the one that it is of.
_LEAST_TIMES = 3
_FAR_MORE = 2
_SAYS_NO_PLACE = re.compile(
    r"(?:(?:the|this|and|nhs|county|city|borough|district|parish|town|community|full|council|ccg|ics|icb|trust)\b ?)+"
)
# A name that very many bodies know tells nothing, and comparing them all would take long.
_MOST_HOMES_OF_A_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A document with the folded full names that its lists give; ``publisher`` is folded.

    ``subject`` is the council or NHS body (folded) that it names far more often than any other.
    """

    document: str
    publisher: str | None
    names: frozenset[str]
    subject: str | None = None


def listings(connection: sqlite3.Connection) -> tuple[Listing, ...]:
    """All documents on show, the oldest first."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(_NAMES):
        names[row["document_id"]].add(row["folded"])
    subjects = _subjects(connection)
    return tuple(
        Listing(
            document=row["id"],
            publisher=fold_organisation(row["organisation"]) if row["organisation"] else None,
            names=frozenset(names.get(row["id"], ())),
            subject=subjects.get(row["id"]),
        )
        for row in connection.execute(_DOCUMENTS)
    )


def homes(found: Iterable[Listing]) -> dict[str, str]:
    """By document its home: its publisher, the home with which it shares most names, its subject, or itself."""
    found = tuple(found)
    by_document: dict[str, str] = {}
    known: dict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.publisher:
            by_document[each.document] = each.publisher
            _note(known, each.publisher, each.names)
    for last in (False, True):
        for each in found:
            if each.document not in by_document:
                home = _closest(known, each.names) or each.subject or (each.document if last else None)
                if home:
                    by_document[each.document] = home
                    _note(known, home, each.names)
    return by_document


def _subjects(connection: sqlite3.Connection) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(_BODIES_NAMED):
        counts[row["document_id"]][fold_organisation(row["name"])] += row["times"]
    subjects = {}
    for document, counted in counts.items():
        for generic in [name for name in counted if _SAYS_NO_PLACE.fullmatch(name)]:
            del counted[generic]
        (most, times), (_, next_times) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
        if times >= _LEAST_TIMES and times >= _FAR_MORE * next_times:
            subjects[document] = most
    return subjects


def companions(found: Iterable[Listing], by_document: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Pairs of homes (in order) that share so many names that their people are the same, with how many."""
    names: dict[str, set[str]] = defaultdict(set)
    for each in found:
        names[by_document[each.document]].update(each.names)
    of_name: dict[str, list[str]] = defaultdict(list)
    for home in sorted(names):
        for name in names[home]:
            of_name[name].append(home)
    shared: Counter[tuple[str, str]] = Counter()
    for together in of_name.values():
        if len(together) <= _MOST_HOMES_OF_A_NAME:
            shared.update((one, other) for at, one in enumerate(together) for other in together[at + 1 :])
    return {
        (one, other): count
        for (one, other), count in shared.items()
        if count >= LEAST_SHARED and count >= _LEAST_PART * min(len(names[one]), len(names[other]))
    }


def _note(known: dict[str, set[str]], home: str, names: Iterable[str]) -> None:
    for name in names:
        known[name].add(home)


def _closest(known: Mapping[str, set[str]], names: Iterable[str]) -> str | None:
    """The home that knows most of ``names``, where it knows enough and no other knows as many."""
    shared = Counter(home for name in names for home in known.get(name, ()))
    best = shared.most_common(2)
    if not best or best[0][1] < LEAST_SHARED or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


_DOCUMENTS = "SELECT id, organisation FROM documents WHERE current ORDER BY date IS NULL, date, id"
_NAMES = """
    SELECT p.document_id, p.folded FROM people p JOIN documents d ON d.id = p.document_id
    WHERE d.current AND p.listed AND instr(p.folded, ' ')
"""
_BODIES_NAMED = """
    SELECT o.document_id, o.name, count(*) AS times FROM organisations o JOIN documents d ON d.id = o.document_id
    JOIN organisation_mentions m ON m.organisation_id = o.id
    WHERE d.current AND d.organisation IS NULL AND o.kind IN ('council', 'ccg', 'nhs_trust', 'ics') GROUP BY o.id
"""
