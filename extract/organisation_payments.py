"""Who was paid, as lists of payments tell: a name at the beginning of a line or cell, a sum at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.organisation_context import SmallWords, context_kind, looks_like_body
from extract.organisation_naming import BodyNaming, naming_at
from extract.organisation_runs import Word, run_words
from extract.organisation_words import payment_words
from extract.regexes import labelled

_BEFORE = 1200  # characters before a line in which its list is announced: "Accounts for payment"
_SITES = frozenset({"village hall", "reading room", "memorial hall", "community hall", "parish hall"})
_LEAST_ALONE = 4  # letters of a name of one word
_ANNOUNCED = re.compile(
    r"(?:accounts?|invoices?|payments?|cheques?|bills?|expenditure|payees?|to pay|paid|bacs)\b", re.IGNORECASE
)


def payees(text: str, small: SmallWords) -> Iterator[BodyNaming]:
    """Every body of ``text`` that a line of a list of payments begins with."""
    for rule in labelled("organisations", "payment"):
        for match in rule.regex.finditer(text) if rule.regex else ():
            words = _without_purpose(run_words(text, Span(*match.span("name"))))
            if not words or not _is_payee(small, words, text[words[-1].end : words[-1].end + 1]):
                continue
            if _ANNOUNCED.search(text, max(match.start() - _BEFORE, 0), match.start()):
                span = Span(words[0].start, words[-1].end)
                yield naming_at(text, span, rule.id, kind=context_kind(text, span, OrganisationKind.COMPANY))


def _without_purpose(words: list[Word]) -> list[Word]:
    """``words`` up to the first that says what was paid for: "Tarn & Co Parish Insurance"."""
    purposes = (at for at in range(len(words)) if _is_purpose(words, at))
    name = words[: next(purposes, len(words))]
    while name and (name[-1].connects or name[-1].lower == "parish"):
        name.pop()
    # One word before what was paid for is mostly a place: "Tarnside Village Fete".
    return name if len(name) > 1 or name == words or (name and name[0].text.isupper()) else []


def _is_purpose(words: list[Word], at: int) -> bool:
    of_site = any(" ".join(word.lower for word in words[at - 1 + on : at + 1 + on]) in _SITES for on in (0, 1))
    return words[at].lower.replace("’", "'").strip(".'") in payment_words() and not (at and of_site)


def _is_payee(small: SmallWords, words: list[Word], after: str) -> bool:
    if not looks_like_body(words):
        return False
    return len(words) > 1 or not (len(words[0].text) < _LEAST_ALONE or words[0] in small or after == ",")
