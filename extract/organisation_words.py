"""The words that bodies are named by, and those that stand around them: lists of ``extract/rules``, and sets."""

from __future__ import annotations

from functools import cache

from extract.rulebook import word_list

PLACE_JOINS = frozenset({"upon", "under", "next", "de", "le", "la", "les", "cum", "y", "yr"})
"""Small words inside the names of places: Ellerdyke upon Tarn, Pas de Calais."""
CONNECTORS = frozenset({"and", "&", "of", "for", "the", "to", "in", "on", "with"})
AND = frozenset({"and", "&"})
TAKES_OF = frozenset(
    "department ministry university institute faculty association society federation board council college committee"
    " confederation union chamber".split()
)
"""Body words that may go on with "of" and what they are of."""
TAKES_FOR = frozenset({"department", "ministry", "institute", "agency", "school", "centre", "society"})
ONLY_WITH_OF = frozenset({"chamber", "ministry", "faculty"})
OF_THESE = frozenset({"governors", "directors", "trustees"})
"""What a board or council is of: its name ends here."""
TAKES_COMMAS = frozenset(
    "committee panel board group forum sub-committee cabinet directorate department system icb ics icp ccg".split()
)
"""Bodies named by their subjects or their places, which can be more than two."""
OF_THIS = frozenset(
    "city borough county isle vale forest house royal university bank church council diocese school countess duchess"
    " duke earl prince princess rights out".split()
)
"""Words before "of" that begin a body's name: City of, Isle of, Countess of."""
MAY_BE_BARE = frozenset("board council committee body panel forum assembly trust partnership ccg".split())
"""Body words that, with a word for the sort of body, can name a body of the paper: the Parish Council."""
TWO_WORDS = {
    "body": frozenset({"governing"}),
    "force": frozenset({"task"}),
    "system": frozenset({"care"}),
    "ambulance": frozenset({"air"}),
    "service": frozenset(
        "ambulance fire rescue probation police youth coroner coroners fostering adoption library".split()
    ),
    "party": frozenset({"working", "labour", "conservative", "green", "democrat", "unionist"}),
    "services": frozenset({"democratic"}),
    "watch": frozenset({"health", "neighbourhood"}),
    "fund": frozenset({"pension", "superannuation", "benevolent"}),
    "centre": frozenset({"medical", "health", "law", "advice", "resource", "counselling", "therapy", "arts", "carers"}),
}
"""Body words that are so only after certain others: Governing Body, Task Force."""
NOT_AFTER = {
    "board": frozenset({"notice", "information", "sign", "score", "mother", "bill"}),
    "service": frozenset({"remembrance", "carol", "sunday", "enhanced", "quarterly", "memorial", "toy", "public"}),
    "division": frozenset({"electoral"}),
    "hub": frozenset({"family", "community", "diagnostic", "warm"}),
}
"""Body words that are things after certain others: Notice Board."""
UNITS = frozenset("team unit hub division directorate department dept service".split())
"""Parts of a body, which name one where something else than the sort of part is told of them."""
SMALL_HEADS = frozenset(
    "alliance board collaborative committee directorate forum group hub network panel partnership team".split()
)
"""Body words that are also written small, last in a name of several words: the Coast and Harbour team."""
WITH_THE = frozenset({"isles", "islands", "humber", "borders"})
"""Parts of places that keep their article inside a name: Northmere and the Isles."""
ENDS_APART = frozenset(
    "officers members leaders leads executives partners directors governors managers staff fund team england"
    " improvement".split()
)
"""People in a role and the like, which end something of their own: a name does not reach back over "and" to them."""
SHARED_HEADS = frozenset({"councils", "ccgs", "icbs", "trusts"})
"""Nouns in the plural that a list of bodies may share."""
SEVERAL = frozenset({"providers", "bodies", "hospital", "hospitals", "commissioners"})
"""Words that end something of their own where another body's name follows: "Providers Northmere Partnership"."""
HOLDERS = frozenset({"member", "director", "head", "holder", "lead", "officer", "manager", "spokesperson", "portfolio"})
"""Whoever these are of or for is named by a field of work, and not by a body."""
ALONE = frozenset({"cabinet", "parliament", "healthwatch", "senate"})
"""Body words that name a body alone."""


@cache
def body_words() -> frozenset[str]:
    """Nouns that a body is named by."""
    return _lower("body_words")


@cache
def modifiers() -> frozenset[str]:
    """Words that say what sort of body, not which."""
    return _lower("body_modifiers")


@cache
def unit_modifiers() -> frozenset[str]:
    """Words that say what sort of team or service, not which."""
    return _lower("unit_modifiers")


@cache
def lead_ins() -> frozenset[str]:
    """Capitalised words that can stand before a body's name without being of it."""
    return _lower("body_lead_ins")


@cache
def members() -> frozenset[str]:
    """Words that, after a body word, make it a role, a paper or a thing."""
    return _lower("body_members")


@cache
def thing_words() -> frozenset[str]:
    """Words, as written, that make a thing, a place or a person of a body word before them."""
    return frozenset((*word_list("body_members"), *word_list("thing_words")))


@cache
def context_stops() -> frozenset[str]:
    """Words that a name told only by what stands around it doesn't hold."""
    return _lower("context_stops")


@cache
def company_words() -> frozenset[str]:
    """Nouns that companies are named by."""
    return _lower("company_words")


@cache
def company_modifiers() -> frozenset[str]:
    """Words that, before such a noun, tell a field of work."""
    return _lower("company_modifiers")


@cache
def payment_words() -> frozenset[str]:
    """What is paid for, and what else lines with sums begin with."""
    return _lower("payment_words")


@cache
def not_bodies() -> frozenset[str]:
    """Abbreviations, as written, that stand for no body."""
    return frozenset(word_list("acronyms_no_bodies"))


def holds_body_word(run: str) -> bool:
    """Whether any word of ``run`` is one that bodies are named by."""
    return not _heads().isdisjoint(_small_words(run))


def holds_head(run: str) -> bool:
    """The same, or one that companies are named by: a quick look before a run is cut."""
    if " " not in run:
        return run.lower() in ALONE
    return not _all_heads().isdisjoint(_small_words(run))


def _small_words(run: str) -> list[str]:
    lower = run.lower()
    return lower.replace(",", " ").split() if "," in lower else lower.split()


@cache
def _all_heads() -> frozenset[str]:
    return _heads() | company_words() | SHARED_HEADS


@cache
def _heads() -> frozenset[str]:
    return body_words() | UNITS | SMALL_HEADS | frozenset(TWO_WORDS)


def _lower(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in word_list(name))
