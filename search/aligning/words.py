"""Words as they are compared: what says nothing by itself is left out, and endings that change nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import fold
from search.aligning.asks import Ask, verb_of

# A sum keeps its sign and a share its per cent: "£23.3m", "5%". A word keeps what joins it: "18-25", "co-opted".
_TIMES = r"(?: ?(?:million|billion|bn|[mk])\b|%)?"
_WORD = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)\b|£?\d[\d,.]*\d{_TIMES}|£?\d{_TIMES}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+\w*")
_FORMULA = frozenset(
    # What stands around the matter: articles, forms of "be", what joins and what leads in.
    "a an the that this these those it its their they to be is are was were been being has have had and or also both"
    " of in on for by with from as at into upon within per hereby therefore will would shall should may which who any"
    " such all there then now do does did i we our whether or formally unanimously duly"
    # Who decides, which both ends say in their own way.
    " board cabinet council committee subcommittee panel member members councillors meeting executive governing body"
    " assembly forum authority"
    # "Be given authority to" and "approval is given for" say no more than "delegate" and "approve".
    " given give gives approval agreement permission".split()
)
# What stands for the whole matter instead of naming it.
_GENERIC = frozenset(
    "report reports update updates content contents paper papers presentation information item document position"
    " recommendation recommendations proposal proposals above below attached verbal written appendix appendices annex"
    " minute matter same application consideration determination business progress details following set out outlined"
    " detailed contained".split()
)
_ARTICLES = frozenset("a an the this any all".split())
_PASSIVE = frozenset("be is are was were been given".split())
_GO_BEFORE = (Ask.APPROVE, Ask.NOTE, Ask.CONSIDER)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_EMPTY_PENCE = re.compile(r"\.0+(?=\D|$)")
_Z = re.compile(r"iz(?=e|ing|ation)")  # "organize" is "organise"
_PLURAL = re.compile(r"(?<=[a-z]{3}[^s\W])s$")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|e)$")  # "closed", "closing" and "close"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, ``key``, by which it is compared, and ``ask`` where it is such a verb."""

    start: int
    end: int
    key: str
    ask: Ask | None


@lru_cache(maxsize=8192)  # each report meets every item of a meeting, and each item every report
def words_of(text: str) -> tuple[Word, ...]:
    """All words of ``text`` in order, those that say nothing too."""
    return tuple(_word(found) for found in _WORD.finditer(text))


def says_something(word: Word) -> bool:
    """Whether ``word`` tells what it is about, and not only that or by whom it is decided."""
    return word.key not in _FORMULA_KEYS


def is_generic(words: Iterable[Word]) -> bool:
    """Whether ``words`` name no matter of their own: "the contents of the report"."""
    return all(word.key in _GENERIC_KEYS or word.key.isdigit() or not says_something(word) for word in words)


def title_keys(title: str) -> frozenset[str]:
    """The words that a title is known by: those that name no matter only where there are no others."""
    keys = [word.key for word in words_of(title) if says_something(word)]
    return frozenset(key for key in keys if key not in _GENERIC_KEYS) or frozenset(keys)


def operative(words: Sequence[Word]) -> tuple[int, ...]:
    """The places of the verb that tells what is to be done; of "agree to note" both, the last of which tells it.

    The verb that stands first, or else the one of "be noted", or else any: "a grant be approved" is about a grant.
    """
    verbs = [at for at, word in enumerate(words) if word.ask]
    leading = next((at for at, word in enumerate(words) if says_something(word)), None)
    passive = [at for at in verbs if at and words[at - 1].key in _PASSIVE]
    if leading and words[leading - 1].key in _ARTICLES:
        leading = None
    first = leading if leading in verbs else next(iter(passive or verbs), None)
    if first is None:
        return ()
    further = first + 1
    while further < len(words) and words[further].key in ("to", "and"):
        further += 1
    joined = first + 1 < further < len(words)
    if joined and words[first].ask in _GO_BEFORE and words[further].ask:
        return first, further
    return (first,)


def _word(found: re.Match[str]) -> Word:
    folded = (fold(found.group()) or "").removesuffix("'s")
    if folded[:1].isdigit() or folded[:1] == "£":
        return Word(found.start(), found.end(), _sum(folded), None)
    verb = verb_of(folded)
    return Word(found.start(), found.end(), verb.stem if verb else _stem(folded), verb.ask if verb else None)


def _stem(word: str) -> str:
    """``word`` (in small letters) without what its form adds to it; the same for all its forms, and no word itself."""
    return _ENDING.sub("", _PLURAL.sub("", _Z.sub("is", word)))


def _sum(number: str) -> str:
    """A number without what is a matter of taste: "£1,500.00" and "£1500", "£2 million" and "£2m", "31st" and "31"."""
    plain = _ORDINAL.sub("", number).replace(",", "").replace(" ", "").rstrip(".")
    plain = plain.replace("million", "m").replace("billion", "bn")
    return _EMPTY_PENCE.sub("", plain)


_FORMULA_KEYS = frozenset(_stem(word) for word in _FORMULA)
_GENERIC_KEYS = frozenset(_stem(word) for word in _GENERIC)
