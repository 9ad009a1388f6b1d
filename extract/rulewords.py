"""What each rule is, for people who ask why something was found: of rule files by their first example, others in words.

A rule stands in a rule file where an expression or a pattern of tokens finds it; rules that look at the structure of a
paper, or at what else is known of it, are code, and stand in ``CODED``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from corpus.findings import RuleId
from extract.rulebook import books, rules


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """``label`` is what a match means to the component, ``None`` for a rule that is code; ``words`` what it finds.

    Of a rule file the words are its first example.
    """

    id: RuleId
    label: str | None
    words: str


CODED: Mapping[str, str] = MappingProxyType(
    {
        "actions.log-row": "a row of an action log, told by the heads of its columns",
        "actions.action-column": "the owner in a column of actions beside the minutes",
        "actions.action-list": "a line of a list of actions below its heading",
        "actions.action-margin": "the owner in the margin beside the minutes",
        "organisations.abbreviation": "an abbreviation that the paper, or one of its publisher, explains",
        "organisations.acronym": "capitals that act as bodies do: they agree, report, or have a chair",
        "organisations.bare": "“the Board” or the like, by the body whose paper it stands in",
        "organisations.company-word": "proper names before a noun that companies are called by: “Quill Homes”",
        "organisations.gazetteer": "a public body by one of its names in the gazetteer",
        "organisations.paper-body": "the body that the paper itself is of",
        "organisations.shared-head": "one of several bodies that share a noun: “Tarn and Crake Parish Councils”",
        "people.capitals": "a name printed in capitals",
        "people.front-sheet": "a person whom a label of the front sheet asks for",
        "people.given-name": "a known given name before a surname",
        "people.initials": "initials that the list of that meeting resolves",
        "people.known-name": "a name that the paper tells elsewhere in full",
        "people.labelled": "a name behind a label such as “Contact officer:”",
        "people.list": "a line of an attendance or membership list",
        "people.listed-surname": "a surname that a list of the paper knows",
        "people.title": "a name behind a form of address such as “Councillor”",
        "people.titles": "one of several names behind one form of address: “Councillors Tarn and Crake”",
        "recommendations.action-required": "what the front sheet asks for under “Action required” or the like",
        "recommendations.field": "a field of the front sheet whose label says that it holds recommendations",
    }
)
"""By its id, what each rule finds that stands in no rule file."""


def rule_words(rule: RuleId) -> RuleWords | None:
    """What ``rule`` is; ``None`` for an id that this version does not know."""
    known = _from_files().get(rule)
    if known is None and rule in CODED:
        return RuleWords(id=rule, label=None, words=CODED[rule])
    return known


@cache
def _from_files() -> Mapping[RuleId, RuleWords]:
    return {
        rule.id: RuleWords(id=rule.id, label=rule.label, words=rule.examples[0])
        for book in books()
        for rule in rules(book)
    }
