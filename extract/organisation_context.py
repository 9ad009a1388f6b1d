"""Bodies told by what stands around their names: who is paid, who wrote, what is called a charity or a company."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from corpus.bodies import organisation_kind
from corpus.spans import Span
from corpus.vocabulary import OrganisationKind
from extract.organisation_naming import BodyNaming, naming_at
from extract.organisation_runs import Word, run_words
from extract.organisation_words import company_words, context_stops, holds_body_word, lead_ins
from extract.person_words import given_names
from extract.regexes import labelled
from extract.rulebook import Rule

_BEFORE = 48  # characters before a name that can tell what it is
_LONGEST = 6  # words; a longer run is no name of a company
_LAST_BEFORE = frozenset(
    "to from of by with charity charity, company company, firm contractor contractor, contractors developer"
    " developer, developers supplier called contact contacted contacting emailed phoned telephoned".split()
)
"""What every phrase before a name ends with: a quick look."""
ENDS_BEFORE = frozenset(f"{word[-1]} " for word in (*_LAST_BEFORE, "the"))
"""The last letter and blank before a name that is told of: the quickest look."""
_AFTER = (", a ", ", an ", ", the ", " is a ", " is an ", " is the ", " are a ", " are the ")
"""What every phrase after a name begins with: a quick look."""
_WITHIN = frozenset({"and", "&", "of"})
_QUOTED = (" (“", ' ("', " (‘", " ('")
"""What a short form in quotes begins with."""
BEGINS_AFTER = (*_AFTER, *_QUOTED)
_SITES = frozenset({"hall", "church", "chapel", "room"})
_LEAST_ALONE = 4  # letters of a name of one word
_SEVERAL = re.compile(r"[A-Z]{2,}s")  # bodies of a sort: PCNs
_INITIAL = re.compile(r"[A-Z]\.?")
_AND_CO = frozenset({"sons", "son", "daughters", "co", "company", "partners", "associates", "bros", "brothers"})


class SmallWords:
    """The words that a text writes in small letters: those are common, and seldom a name."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: Word) -> bool:
        return word.lower in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._text.split())


def told_body(text: str, small: SmallWords, start: int, end: int) -> BodyNaming | None:
    """The body that the capitalised run of ``text`` from ``start`` to ``end`` begins with, if the words around tell."""
    if text.startswith(_QUOTED, end):
        return _defined(text, Span(start, end))
    before = _telling_before(text, start) if text[start - 2 : start] in ENDS_BEFORE else None
    if not before and not text.startswith(_AFTER, end):
        return None
    words = _first_name(run_words(text, Span(start, end)), at_once=before is not None)
    if not words or not looks_like_body(words):
        return None
    span = Span(words[0].start, words[-1].end)
    rule = before or _telling_after(text, span.end)
    if not rule or (len(words) == 1 and not _may_stand_alone(small, words[0], rule)):
        return None
    told = OrganisationKind(rule.value or OrganisationKind.OTHER)
    return naming_at(text, span, rule.id, kind=context_kind(text, span, told))


def _defined(text: str, run: Span) -> BodyNaming | None:
    """The body that a run ends with, where its initials stand behind it in quotes and brackets: Clean Tarn ("CT")."""
    for rule in labelled("organisations", "quoted"):
        match = rule.regex.match(text, run.end) if rule.regex else None
        words = [word for word in run_words(text, run) if match]
        telling = [at for at, word in enumerate(words) if not word.connects]
        if match and len(telling) >= len(match["short"]):
            name = words[telling[-len(match["short"])] :]
            if "".join(word.text[0] for word in name if not word.connects).upper() == match["short"]:
                span = Span(name[0].start, name[-1].end)
                return naming_at(text, span, rule.id, kind=context_kind(text, span, OrganisationKind.OTHER))
    return None


def context_kind(text: str, span: Span, told: OrganisationKind) -> OrganisationKind:
    """What the body at ``span`` is: what its name says, else, where it is no site, what was ``told`` of it."""
    name = " ".join(text[span.start : span.end].split())
    kind = organisation_kind(name)
    site = name.split()[-1].lower() in _SITES
    if kind is not OrganisationKind.OTHER or site:
        return kind
    return OrganisationKind.COMPANY if name.split()[-1].lower() in company_words() else told


def _telling_before(text: str, start: int) -> Rule | None:
    before = text[max(start - _BEFORE, 0) : start]
    if before.removesuffix("the ").rstrip(" ").rpartition(" ")[2] not in _LAST_BEFORE:
        return None
    if not _any_before().search(before):
        return None
    for rule in labelled("organisations", "told-before"):
        if rule.regex and rule.regex.search(before):
            return rule
    return None


@cache
def _any_before() -> re.Pattern[str]:
    """All that can tell before a name, as one expression: most names have nothing of it before them."""
    return re.compile("|".join(rule.regex.pattern for rule in labelled("organisations", "told-before") if rule.regex))


def _telling_after(text: str, end: int) -> Rule | None:
    for rule in labelled("organisations", "told-after"):
        if rule.regex and rule.regex.match(text, end):
            return rule
    return None


def _first_name(words: Sequence[Word], *, at_once: bool) -> list[Word]:
    """The words up to the first comma, or to an "and" that begins another name.

    Of somebody of a body it is the body's: Orla of Tarn Boats. ``at_once`` says that the name begins with the first
    word: else words that can stand before names are left out.
    """
    name: list[Word] = []
    for word in words:
        ends = word.comma or (word.connects and word.lower not in _WITHIN)
        if name and (ends or (word.lower == "and" and not _goes_on(words, word))):
            break
        if name or at_once or not (word.lower in lead_ins() or word.connects):
            name.append(word)
    while name and name[-1].connects:
        name.pop()
    of = next((at for at, word in enumerate(name) if word.lower == "of"), -1)
    return name[of + 1 :] if of > 0 and name[0].text in given_names() else name


def _goes_on(words: Sequence[Word], joiner: Word) -> bool:
    """Whether what follows "and" is of the same name: "Tarn and Sons", "Harbour Care and Support"."""
    after = [word for word in words if word.start > joiner.start]
    return len(after) == 1 and not after[0].text.isupper()


def looks_like_body(words: Sequence[Word]) -> bool:
    """Whether ``words`` look like a name, and neither like a person's nor like something that any paper has."""
    name = " ".join(word.text for word in words)
    if len(words) > _LONGEST or holds_body_word(name) or _SEVERAL.fullmatch(words[0].text):
        return False
    if any(word.lower.strip(".’'") in context_stops() for word in words) or not any(map(str.isalpha, name)):
        return False
    return words[-1].lower in _AND_CO or "&" in name or not _looks_like_person(words)


def _looks_like_person(words: Sequence[Word]) -> bool:
    given = words[0].text.split("-")[0] in given_names()
    return len(words) <= 3 and (given or (len(words) > 1 and bool(_INITIAL.fullmatch(words[0].text))))


def _may_stand_alone(small: SmallWords, word: Word, rule: Rule) -> bool:
    """Whether one word is a name: the paper nowhere writes it small, and the rule is sure of bodies."""
    acronym = word.text.isupper() and rule.label == "told-after"
    sure = acronym or rule.value in (OrganisationKind.CHARITY, OrganisationKind.COMPANY)
    return sure and len(word.text) >= _LEAST_ALONE and word not in small
