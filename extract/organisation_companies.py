"""Companies by the nouns that they are named by: Tarn Tree Services, Crake Homes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.findings import RuleId
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.organisation_context import SmallWords, context_kind
from extract.organisation_naming import BodyNaming, naming_at
from extract.organisation_phrases import body_like, is_portfolio, without_lead_in
from extract.organisation_runs import Word
from extract.organisation_words import company_modifiers, company_words, members, modifiers, unit_modifiers

_COMPANY_WORD = RuleId("organisations.company-word")
_LONGEST = 4  # words before the noun


def companies(text: str, small: SmallWords, words: Sequence[Word]) -> Iterator[BodyNaming]:
    """The companies of a run of ``text``, whose words are ``words``."""
    for at, word in enumerate(words):
        if word.lower in company_words() and (span := _company(small, words, at)):
            yield naming_at(text, span, _COMPANY_WORD, kind=context_kind(text, span, OrganisationKind.COMPANY))


def _company(small: SmallWords, words: Sequence[Word], at: int) -> Span | None:
    """The company whose name ends with the word at ``at``: proper names stand right before it, and nothing behind."""
    after = words[at + 1] if at + 1 < len(words) and not words[at + 1].comma else None
    if after is not None and not after.connects:
        return None
    first = at
    while first > 0 and not words[first].comma and (not words[first - 1].connects or words[first - 1].text == "&"):
        first -= 1
    first = without_lead_in(words, first, at)
    last = at - 1 if at - first > 1 and words[at - 1].lower in company_modifiers() else at
    proper = words[first:last]
    if not 0 < at - first <= _LONGEST or not all(map(_may_be_proper, proper)) or is_portfolio(words, first, at):
        return None
    bare = last == at and all(word.text.isupper() for word in proper)
    if bare or any(word in small for word in proper):
        return None
    return Span(words[first].start, words[at].end)


def _may_be_proper(word: Word) -> bool:
    common = (
        "-" in word.text
        or word.lower in company_modifiers() | modifiers() | company_words() | members() | unit_modifiers()
    )
    return word.text == "&" or not (common or word.connects or body_like(word))
