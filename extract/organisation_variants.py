"""Which folded names are one body's: plurals, abbreviations inside names, legal suffixes, sorts of council, places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from extract.organisation_words import CONNECTORS, lead_ins, modifiers

_COUNCIL_SORT = re.compile(
    r"\b(?:county|city|borough|district|metropolitan|parish|town|community|unitary) (?=council$)|"
    r"(?<=\w )(?:[cdbtp]|mb)c$"
)
_PLACED = re.compile(
    r"^(?P<place>.+?) (?:(?:county|city|borough|district|metropolitan|parish|town|community) )*"
    r"(?P<sort>council|ccg|icb|ics|icp|health and care partnership)$"
)
_NAMED_BY_PLACE = ("council", "ccg", "icb", "university", "school")
"""Bodies that have no name but their place's: of two places they are never one."""
_PARTNERSHIP = "health and care partnership"
_SYSTEM = re.compile(r"(?P<place>.+?) (?:partnership|ics)(?P<board>(?: board)?)$")
_SUFFIX = re.compile(r" (?:nhs ft|nhs trust|hospitals? nhs (?:ft|trust)|ltd|limited|plc|llp|cic|group|charity)$")
"""What a body's full name ends with, and its usual name leaves out."""
_COMMISSIONER = re.compile(r" (?:ccg|icb)$")
_SORTS = ("icb", "ics", "icp", _PARTNERSHIP)
"""Sorts of body of which each place has one: the only one of a paper is meant where no place is told."""
_MEMBERS = re.compile(r"(?P<body>.*\b(?:committee|committees in common)) of (?P<members>.+)")
_SHORT_START = re.compile(r"[a-z]{2,4} ")
_LONGEST_SHORT = 3  # words of a folded abbreviation: "c and m"
_LEAST_USUAL = 2  # words of a usual name: one word may be anything
_LEAST_ALIKE = 3  # telling words that a name needs to be known without the words before them
_Joins = dict[str, str]
"""Folded names, each with the one that it joins."""


def joined(keys: Collection[str], shorts: Mapping[str, str]) -> _Joins:
    """For each folded name of ``keys`` that of its body; ``shorts`` gives folded abbreviations in full, folded too."""
    of = {key: _in_full(key, shorts) for key in keys}
    joins: tuple[Callable[[Collection[str]], _Joins], ...] = (
        _by_plural, _by_suffix, _by_council_sort, _by_partnership, _by_place, _by_sort, _by_members, _by_initials,
        _by_ending,
    )  # fmt: skip
    for join in joins:
        joining = join(dict.fromkeys(sorted(set(of.values()))))  # in order, and quick to look up
        of = {key: joining.get(body, body) for key, body in of.items()}
    return of


def _in_full(key: str, shorts: Mapping[str, str]) -> str:
    """``key`` with the abbreviation in it written out: the HCP Board is the Health and Care Partnership Board."""
    words = key.split()
    for length in range(1, min(len(words), _LONGEST_SHORT + 1)):
        for at in range(len(words) - length + 1):
            full = shorts.get(" ".join(words[at : at + length]))
            if full is not None and words[at] not in full.split():
                placed = _PLACED.match(full)
                core = placed["sort"] if placed and placed["sort"] not in _NAMED_BY_PLACE else full
                behind = words[at + length :]
                said_twice = bool(behind) and core.split()[-1] == behind[0]  # the PCG group
                return " ".join([*words[:at], core, *behind[said_twice:]])
    return key


def _by_plural(keys: Collection[str]) -> _Joins:
    """The Providers Alliance is the Provider Alliance."""
    alike: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        alike[_singular(key.split())].append(key)
    return {key: group[0] for group in alike.values() for key in group[1:]}


def _by_suffix(keys: Collection[str]) -> _Joins:
    """Tarnside Care is Tarnside Care NHS Trust where no other body of that name has such a suffix."""
    usual = [(key, _SUFFIX.sub("", key)) for key in keys]
    usual += [(key, "nhs " + _COMMISSIONER.sub("", key)) for key in keys if _COMMISSIONER.search(key)]
    return _only_longer(keys, usual, _LEAST_USUAL)


def _by_council_sort(keys: Collection[str]) -> _Joins:
    """Northmere Council is Northmere Borough Council where no other council of that place is named."""
    usual = ((key, _COUNCIL_SORT.sub("", key)) for key in keys)
    councils = ((key, short if short.endswith("council") else f"{short} council".strip()) for key, short in usual)
    return _only_longer(keys, ((key, short) for key, short in councils if short != "council"), _LEAST_USUAL)


def _only_longer(keys: Collection[str], usual: Iterable[tuple[str, str]], least: int) -> _Joins:
    """Each usual name of ``keys`` joined to the one longer name that it is usual for."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key, short in usual:
        if short != key:
            longer[short].append(key)
    return {
        short: names[0]
        for short, names in longer.items()
        if len(names) == 1 and short in keys and len(short.split()) >= least
    }


def _by_partnership(keys: Collection[str]) -> _Joins:
    """Northmere Partnership, or ICS, is Northmere Health and Care Partnership; its board likewise."""
    whole = [key.removesuffix(" " + _PARTNERSHIP) for key in keys if key.endswith(" " + _PARTNERSHIP)]
    places = {_squashed(place.split()): place for place in whole}
    found: _Joins = {}
    for key in keys:
        match = _SYSTEM.match(key)
        place = places.get(_squashed(match["place"].split())) if match else None
        if match and place:
            found[key] = f"{place} {_PARTNERSHIP}{match['board']}"
    return found


def _by_place(keys: Collection[str]) -> _Joins:
    """The Scrutiny Committee is Northmere's where Northmere is all that it lacks; N&E is Northmere and Ellerdyke."""
    places = _places(keys)
    forms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in keys:
        words = key.split()
        for at in range(1, len(words)):
            squashed = _squashed(words[:at])
            place = places.get(squashed) or places.get(squashed.removesuffix("s"))
            rest = " ".join(words[at:])
            if place and not rest.endswith(_NAMED_BY_PLACE):
                forms[rest][place].append(key)
    found: _Joins = {}
    for rest, by_place in forms.items():
        for group in by_place.values():
            present = [*group, rest] if rest in keys and len(by_place) == 1 else group
            whole = max(present, key=len)
            found.update({key: whole for key in present if key != whole})
    return found


def _places(keys: Iterable[str]) -> dict[str, str]:
    """The places that councils and the like are named by, by their folded names, their initials and their councils'."""
    found: dict[str, str] = {}
    for key in keys:
        if match := _PLACED.match(key):
            place = _squashed(match["place"].split())
            found[place] = place
            found.setdefault(_squashed(key.split()), place)
    return found


def places_of(keys: Iterable[str]) -> frozenset[str]:
    """The folded places that bodies of ``keys`` are named by: they are no bodies themselves."""
    return frozenset(match["place"] for key in keys if (match := _PLACED.match(key)))


def _squashed(words: Sequence[str]) -> str:
    """A place of several words by its initials, so that "n and e" is "northmere and ellerdyke"; one word as it is."""
    telling = [word for word in words if word not in ("and", "of", "the")]
    return "".join(word[0] for word in telling) if len(telling) > 1 else "".join(telling)


def _by_sort(keys: Collection[str]) -> _Joins:
    """The Integrated Care Board is Northmere's where no other is named."""
    found: _Joins = {}
    for sort in set(_SORTS) & set(keys):
        placed = [key for key in keys if key.endswith(" " + sort)]
        if len(placed) == 1:
            found[sort] = placed[0]
    return found


def _by_members(keys: Collection[str]) -> _Joins:
    """The Joint Committee, or that of CCGs, is the Joint Committee of Tarnside CCGs."""
    bodies: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for key in keys:
        if match := _MEMBERS.fullmatch(key):
            bodies[match["body"]].append((frozenset(match["members"].split()), key))
    found: _Joins = {}
    for body, members_of in bodies.items():
        most, whole = max(members_of, key=lambda each: (len(each[0]), each[1]))
        if all(members <= most for members, _ in members_of):
            found.update({key: whole for _, key in members_of if key != whole})
            found.update({body: whole} if body in keys else {})
    return found


def _by_initials(keys: Collection[str]) -> _Joins:
    """The LD Partnership Board is the Learning Disability Partnership Board."""
    by_rest: dict[str, list[tuple[str, str]]] = defaultdict(list)
    short = {key: key.partition(" ") for key in keys if _SHORT_START.match(key)}
    rests = {rest for _, _, rest in short.values()}
    for key in keys:
        words = key.split()
        for at in range(2, len(words)):
            if (rest := " ".join(words[at:])) in rests:
                by_rest[rest].append(("".join(word[0] for word in words[:at] if word not in CONNECTORS), key))
    found: _Joins = {}
    for key, (start, _, rest) in short.items():
        fitting = [whole for letters, whole in by_rest[rest] if letters == start]
        if len(fitting) == 1 and not rest.endswith(_NAMED_BY_PLACE):
            found[key] = fitting[0]
    return found


def _by_ending(keys: Collection[str]) -> _Joins:
    """The Coast Path Group is the One Northmere Coast Path Group where no other name ends like it."""
    known = frozenset(keys)
    longer: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in keys:
        words = key.split()
        for at in range(1, len(words)):
            longer[_singular(words[at:])].append((" ".join(words[:at]), key))
    found: _Joins = {}
    for key in keys:
        endings = longer.get(_singular(key.split()), ())
        if len(endings) == 1 and not key.endswith(_NAMED_BY_PLACE):
            ((before, whole),) = endings
            if before in known or before == "nhs" or (_is_telling(key) and _tells_whose(before.split())):
                found[key] = whole
    return found


def _singular(words: Sequence[str]) -> str:
    return " ".join(word.removesuffix("s") for word in words)


def _tells_whose(before: Sequence[str]) -> bool:
    """Whether the words before a name say whose it is, not only of what sort: One Northmere, but not Joint."""
    telling = any(word not in modifiers() and word not in lead_ins() for word in before)
    return telling and before[-1] not in CONNECTORS


def _is_telling(key: str) -> bool:
    return sum(word not in CONNECTORS for word in key.split()) >= _LEAST_ALIKE
