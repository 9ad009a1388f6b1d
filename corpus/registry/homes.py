"""In whose papers a document stands: told by its publisher, its people, the body it speaks of, its links.

Papers often don't say who publishes them, or name their body in two languages. Lists that share many full names are of
one body: "Northmere Council" and "Cyngor Northmere" are then companions, for the registry of people alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from corpus.registry.homefacts import HomeFacts

# Four people in common are no chance, unless two papers that name many share no more than that.
LEAST_SHARED = 4
_LEAST_PART = 0.25
# A name that very many bodies know tells nothing, and comparing them all would take long.
_MOST_HOMES_OF_A_NAME = 40

_Known = Mapping[str, set[str]]
_OfSite = Mapping[str, Counter[str]]


def homes(found: Iterable[HomeFacts]) -> dict[str, str]:
    """By document its home: its publisher, or the home of its people, its subject, that of its site, or itself."""
    found = tuple(found)
    by_document: dict[str, str] = {}
    known: dict[str, set[str]] = defaultdict(set)
    of_site: dict[str, Counter[str]] = defaultdict(Counter)
    for tells in _TELLING:
        for each in found:
            if each.document not in by_document and (home := tells(each, known, of_site)):
                by_document[each.document] = home
                for name in each.names:
                    known[name].add(home)
                if each.site:
                    of_site[each.site][home] += 1
    return by_document


def companions(found: Iterable[HomeFacts], by_document: Mapping[str, str]) -> dict[tuple[str, str], int]:
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


def _closest(known: _Known, names: Collection[str]) -> str | None:
    """The home that knows most of ``names``, where it knows enough and no other knows as many."""
    shared = Counter(home for name in names for home in known.get(name, ()))
    best = shared.most_common(2)
    if not best or best[0][1] < max(LEAST_SHARED, _LEAST_PART * len(names)):
        return None
    return None if len(best) > 1 and best[0][1] == best[1][1] else best[0][0]


def _by_publisher(facts: HomeFacts, _known: _Known, _of_site: _OfSite) -> str | None:
    return facts.publisher


def _by_people_or_subject(facts: HomeFacts, known: _Known, _of_site: _OfSite) -> str | None:
    return _closest(known, facts.names) or facts.subject


def _by_site(facts: HomeFacts, _known: _Known, of_site: _OfSite) -> str | None:
    """The home of most other documents that link to the same site; the site itself where there are none."""
    counted = of_site.get(facts.site or "")
    return counted.most_common(1)[0][0] if counted else facts.site


def _by_people_or_itself(facts: HomeFacts, known: _Known, _of_site: _OfSite) -> str | None:
    return _closest(known, facts.names) or facts.document


# What tells most goes first, over all documents, so that no paper is placed by less than it need be.
_TELLING = (_by_publisher, _by_people_or_subject, _by_site, _by_people_or_itself)
