"""What the name of a body tells of it: a place, nothing that many bodies don't share, or only its first letters.

Names are folded here as `corpus.bodies.fold_organisation` does it, unless another thing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from corpus import gazetteer
from corpus.bodies import fold_organisation, organisation_kind
from corpus.vocabulary import OrganisationKind

COMMON_WORDS = frozenset(
    """
    a academy account accounts action adult adults advisory age agency all alliance amenities and annual appeal
    appeals appointments area areas assembly asset assets association assurance audit authority bank best board body
    borough bowling bowls budget business cabinet capital care ccg cell central chair chairs change chapel charity
    chief child children childrens church churches city clerks climate clinical club college combined commission
    commissioning committee committees common communities community complaints conservation conservative consortium
    constitution consultation consultative coordinating corporate council councillors councils county court credit
    cricket crime cultural culture customer day delivery democrat democratic department departments dept deputy
    development digital dioceses directorate directors disability disciplinary district division drainage early east
    economic economy education efficiency emergency emerging employment engagement environment environmental
    equalities equality estates ethics executive executives external families family federation finance financial
    fire first football for force forum foundation ft full funding further general governance governing governors
    grants green ground group groups growth guides hall health healthcare heritage highways home homes hospital
    hospitals housing human hut icb icp ics improvement in inclusion independent independents infants inn
    inspectorate institute integrated integration internal investment investments jobs joint junior justice labour
    land lead leaders leadership learning legal leisure liaison liberal library licensing life limited local
    locality london ltd main major management managers market mayoral medical medicines meeting meetings members
    mental monitor monitoring museum national neighbourhood neighbourhoods neighbouring network nhs non north
    nursery of office officers older on operating operational operations organisation organisational other our
    outcomes outside oversight overview panel parenting parents parish park parks participation partners partnership
    partnerships party patient patients pay pension pensions people peoples performance permanent personnel place
    places planning play playground playgroup playing police policies policy pool practice preschool primary
    principal private procurement programme project projects property protection provider providers provision pub
    public quality reference reform regeneration region regional registered regulation regulatory rehabilitation
    remuneration renewal reserve residents resilience resource resources review risk road roads room rooms rural
    safe safeguarding safer safety saints school schools scouts scrutiny secondary section select senior service
    services shadow shareholder shop site sites skills social society south special sport sports stakeholder
    stakeholders standards standing state station steering store strategic strategy street sub subcommittee support
    surgeries surgery sustainability sustainable system systems task taskforce tax team technical technology tenants
    tennis the theatre this to toddlers tourism town traffic training transformation transition transport travel
    treasury trust trustees trusts union unit unitary university urban urgent user users village ward waste watch
    water welfare wellbeing west wi womens work workforce working works young youth
    """.split()
)
"""Words that tell one council's or NHS body's boards and partners from no other's."""

_NATIONS = frozenset("england english wales welsh scotland scottish ireland irish britain british uk cymru".split())
# Places that are words as well: "Reading Group", "Rugby Club".
_ALSO_WORDS = frozenset("reading rugby bury barking deal bath wells".split())

_BEFORE_OF = frozenset("the london royal metropolitan county city borough council".split())
_SORTS = frozenset(
    "county city borough district metropolitan parish town community village unitary council councils and combined"
    " authority ccg icb ics nhs trust ft corporation".split()
)
_LONGEST_PLACE = 6  # words: "bath and north east somerset", "bournemouth christchurch and poole"
# What goes on behind a place with another one: "Kent and Medway", "Leicester, Leicestershire and Rutland".
_GOES_ON = frozenset("and or of for in".split())

# Health and Social Care Act 2012, section 194, for the first; Local Government Act 2000 for the next two.
_OF_COUNCILS = re.compile(r"\bwellbeing board$|\bcabinet$|\bscrutiny\b|\b(?:planning|licensing)\b.* ?committee$")

# Papers of one corpus name the same few thousand boards over and over.
_REMEMBERED = 8192

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&/]{0,6}[A-Z]s?")
_FEWEST_CAPITALS = 2
_SAINT = "st"


def is_abbreviation(name: str) -> bool:
    """Whether ``name`` (as written) is made of first letters: "KCC", "DfE"; not "CABINET"."""
    return (
        _ABBREVIATION.fullmatch(name) is not None
        and sum(letter.isupper() for letter in name) >= _FEWEST_CAPITALS
        and name.casefold() not in COMMON_WORDS
    )


def is_common(name: str) -> bool:
    """Whether many bodies have this name, or one of the same words: "audit committee", "st marys school"."""
    words = name.split()
    return all(word in COMMON_WORDS or is_saint for word, is_saint in zip(words, _behind_saint(words), strict=True))


def is_anybodys(name: str) -> bool:
    """Whether ``name`` (as written) tells a body only among the papers of one: "NDC Highways", "Audit Committee"."""
    return all(is_abbreviation(word) or is_common(fold_organisation(word)) for word in name.split()) or is_common(
        fold_organisation(name)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_committee(name: str) -> bool:
    """Whether ``name`` is that of a board or committee, told from its words."""
    return organisation_kind(name.title()) is OrganisationKind.BOARD_OR_COMMITTEE


def is_of_councils(name: str) -> bool:
    """Whether only councils have a board or committee of this name, whoever sits on it."""
    return _OF_COUNCILS.search(name) is not None


def is_council(name: str) -> bool:
    """Whether ``name`` is a council's."""
    return name.endswith(" council") or organisation_kind(name.title()) is OrganisationKind.COUNCIL


def place_of(name: str) -> str | None:
    """The place in the name of a council, CCG or the like: "northmere" of "northmere district council"."""
    words = name.split()
    if "of" in words and set(words[: words.index("of")]) <= _BEFORE_OF:
        words = words[words.index("of") + 1 :]
    while words and words[-1] in _SORTS:
        words.pop()
    place = " ".join(words)
    return place if place and not is_common(place) and place not in _ALSO_WORDS else None


def _behind_saint(words: Sequence[str]) -> Iterator[bool]:
    """For each word whether it is a saint's name, or "st" itself: churches, schools and hospitals share them."""
    return (_SAINT in (before, word) for before, word in zip(("", *words), words, strict=False))


@lru_cache(maxsize=_REMEMBERED)
def tells_place(name: str) -> bool:
    """Whether a place with a council of its own, or a nation, stands in ``name``."""
    words = name.split()
    return not _NATIONS.isdisjoint(words) or any(
        " ".join(words[start:end]) in council_places()
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST_PLACE, len(words)) + 1)
    )


def of_owner(name: str) -> Iterator[tuple[str, str]]:
    """How ``name`` of a committee may be taken apart: whose it is, and its name there; the longest owner first.

    The owner is a body or only a place; whether there is such a one is for others to say.
    """
    words = name.removeprefix("nhs ").split()
    for at in range(len(words) - 1, 0, -1):
        bare = " ".join(words[at:])
        if words[at] not in _GOES_ON and is_committee(bare) and not tells_place(bare):
            owner = " ".join(words[:at])
            yield owner, bare
            if owner.endswith("s"):  # "the council's audit committee", folded
                yield owner.removesuffix("s"), bare


@cache
def council_places() -> dict[str, tuple[gazetteer.PublicBody, ...]]:
    """By place the councils that are, or were, named by it."""
    found: dict[str, list[gazetteer.PublicBody]] = defaultdict(list)
    for body in gazetteer.bodies():
        if body.kind is OrganisationKind.COUNCIL:
            for name in (body.name, *body.former_names):
                place = place_of(fold_organisation(name))
                if place and body not in found[place]:
                    found[place].append(body)
    return {place: tuple(bodies) for place, bodies in found.items()}
