"""What each capitalised word can be in a person's name: one letter a word, so that names are patterns over letters.

``T`` title or form of address (Mr, Cllr, Dr), ``R`` rank or office that is also said without a name (Lord, Major),
``V`` plural title (Councillors, Messrs), ``B`` word that goes before titles (County, Rt, Hon), ``n`` number of a
constable, ``Z`` saint, ``I`` initial, ``J`` initials run together, ``p`` particle (van, de), ``G`` given name, ``W``
word like a name, ``H`` and ``M`` the same where the document also writes them in lower case, ``D`` first half of a
surname broken after its hyphen, ``K`` word of places that is a surname too (Green, Ward), ``L`` word of places or
businesses, ``g`` and ``C`` given name and word in capitals, ``A`` letters after a name, ``S`` word that no name holds,
``X`` anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from corpus.names import (
    HONORIFICS,
    NOT_NAME_WORDS,
    NOT_SURNAMES,
    PLURAL_TITLES,
    POST_NOMINALS,
    RANKS,
    TITLES,
    WORD,
)
from corpus.namesakes import PARTICLES
from extract.rulebook import word_list

_NAME_WORD = re.compile(WORD)
_MOST_INITIALS = 3  # run together: "JA TAYLOR", "ABC Finch"; four capitals are an abbreviation or a word
_LEAST_COMMON = 3  # letters; shorter words in lower case ("an", "le") tell nothing of a name
_MOST_KEPT = 1 << 16  # words whose classes are kept for the next documents: some megabytes
_WHERE_COMMON = {"G": "H", "W": "M", "C": "S"}
"""The classes of words that the document also writes in lower case."""
_NUMERALS = frozenset({"II", "III", "IV", "VI"})
_BEFORE_TITLES = frozenset("county district borough city town parish community rt hon honourable right vice".split())
_ALSO_LETTERS = frozenset({"ms", "am"})  # "Ms Finch", "at 9 am": more often than the seats in a parliament


class WordClasses(dict[str, str]):
    """The class of each word of one document, worked out when first asked for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._written = frozenset(text.split())

    def __missing__(self, word: str) -> str:
        found = _class_of(word)
        if found in _WHERE_COMMON and self.is_common(word.rstrip(".")):
            found = _WHERE_COMMON[found]
        self[word] = found
        return found

    def of(self, words: Iterable[str]) -> str:
        """The classes of ``words``, one letter each."""
        return "".join([self[word] for word in words])

    def is_common(self, word: str) -> bool:
        """Whether the document also writes ``word`` in lower case: weak evidence against a name."""
        return len(word) >= _LEAST_COMMON and word.lower() in self._written


@lru_cache(maxsize=_MOST_KEPT)
def _class_of(word: str) -> str:
    """The class of ``word`` in a document that does not write it in lower case."""
    plain = word.rstrip(".")
    lower = plain.lower()
    if plain.isdigit():
        return "n"
    if len(plain) == 1:
        return "I"
    if plain == "MS":
        return "A"  # a seat in the Senedd; the form of address is "Ms"
    if fixed := _fixed().get(lower):
        return "W" if fixed == "p" and not plain.islower() else fixed
    if _fixed().get(lower.rpartition("-")[2]) == "S":
        return "S"
    if plain.upper() == plain:
        return _of_capitals(plain)
    if not _NAME_WORD.fullmatch(plain.rstrip("-–")):
        return "X"
    if plain[-1] in "-–":
        return "D"
    return "G" if plain.split("-")[0] in given_names() else "W"


def _of_capitals(plain: str) -> str:
    if plain in _NUMERALS:
        return "X"
    if plain.capitalize() in given_names():
        return "g"
    letters = plain.replace(".", "")
    if not letters.replace("'", "").replace("’", "").replace("-", "").isalpha():
        return "X"
    return "J" if len(letters) <= _MOST_INITIALS else "C"


@cache
def given_names() -> frozenset[str]:
    """Given names common in the United Kingdom, capitalised."""
    return frozenset(word_list("given_names"))


@cache
def places() -> frozenset[str]:
    """Words, in lower case, that make a street, building or business of the name before them."""
    return frozenset(word.lower() for word in word_list("place_words"))


@cache
def _fixed() -> dict[str, str]:
    """The class of each word, by its lower case, that is the same in all documents."""
    classes = dict.fromkeys((NOT_NAME_WORDS | NOT_SURNAMES), "S")
    classes |= dict.fromkeys((word.lower() for word in word_list("person_stop_words")), "S")
    classes |= dict.fromkeys((word.lower() for word in word_list("welsh_counties")), "S")
    classes |= dict.fromkeys(places(), "L")
    classes |= dict.fromkeys((word.lower() for word in word_list("place_surnames")), "K")
    classes |= dict.fromkeys(PARTICLES, "p")
    classes |= dict.fromkeys(POST_NOMINALS - _ALSO_LETTERS, "A")
    classes |= dict.fromkeys(_BEFORE_TITLES, "B")
    classes |= dict.fromkeys([*TITLES, *HONORIFICS, "(mr)", "(mrs)", "(ms)", "(miss)", "(dr)", "(mrs.)", "(mr.)"], "T")
    classes |= dict.fromkeys(RANKS, "R")
    classes |= dict.fromkeys(PLURAL_TITLES, "V")
    return classes | dict.fromkeys(("st", "saint"), "Z")
