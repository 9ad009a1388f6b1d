"""The words that bodies are named by, and those that stand around them: lists of ``extract/rules``, and sets."""

from __future__ import annotations

from functools import cache

from extract.rulebook import word_list

CONNECTORS = frozenset({"and", "&", "of", "for", "the", "to", "in", "on", "with"})
AND = frozenset({"and", "&"})
TAKES_OF = frozenset(
    "department ministry university institute association society federation board council college committee"
    " confederation union chamber".split()
)
"""Body words that may go on with "of" and what they are of."""
TAKES_FOR = frozenset({"department", "ministry", "institute", "agency"})
ONLY_WITH_OF = frozenset({"chamber", "ministry", "department"})
OF_THESE = frozenset({"governors", "directors", "trustees"})
"""What a board or council is of: its name ends here."""
TAKES_COMMAS = frozenset({"committee", "panel", "board", "group", "forum", "sub-committee", "cabinet"})
"""Bodies named by their subjects, which can be more than two."""
OF_THIS = frozenset(
    "city borough county isle vale forest house royal university bank church council diocese school".split()
)
"""Words before "of" that begin a body's name: City of, Isle of, Borough of."""
MAY_BE_BARE = frozenset("board council committee body panel forum assembly trust partnership ccg".split())
"""Body words that, with a word for the sort of body, can name a body of the paper: the Parish Council."""
TWO_WORDS = {
    "body": frozenset({"governing"}),
    "force": frozenset({"task"}),
    "system": frozenset({"care"}),
    "ambulance": frozenset({"air"}),
    "service": frozenset({"ambulance", "fire", "rescue", "probation", "police"}),
}
"""Body words that are so only after certain others: Governing Body, Task Force."""
PEOPLE = frozenset("officers members leaders leads executives partners directors governors managers staff".split())
"""People in a role: a name does not reach back over "and" to them."""
ALONE = frozenset({"cabinet", "parliament", "healthwatch"})
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


def holds_body_word(run: str) -> bool:
    """Whether any word of ``run`` is one that bodies are named by: a quick look before ``phrases``."""
    return any(word in body_words() or word in TWO_WORDS for word in run.lower().replace(",", " ").split())


def _lower(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in word_list(name))
