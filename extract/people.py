"""The people that a document names: from lists and front sheets first, then from prose with those as a gazetteer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document, MeetingId
from corpus.findings import FindingId, Mention, Person, Unresolved
from corpus.names import TITLES, fold_name
from corpus.namesakes import name_parts
from extract.person_gazetteer import known_namings
from extract.person_identity import Ambiguous, Known, gather
from extract.person_initials import read_initials
from extract.person_listing import front_sheet_namings, listed_namings
from extract.person_naming import NameFinder, Naming

_AMBIGUOUS = "the name fits more than one person of this document"


@Language.factory("minuted_people", assigns=["doc._.people", "doc._.unresolved"], requires=["doc._.document"])
class PeopleFinder:
    """Sets ``doc._.people``: one ``Person`` a person of the document, in the order of first mention.

    Sets ``doc._.unresolved``: names and initials that are used like a person's and fit nobody or several.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        finder = NameFinder(document.text)
        initials = read_initials(document)
        listed = [*listed_namings(document), *front_sheet_namings(document, finder)]
        names = frozenset(fold_name(naming.name) for naming in listed)
        namings = _apart([*listed, *finder.namings(names), *initials.namings])
        namings = _apart([*namings, *known_namings({naming.name for naming in namings}, finder.runs)])
        gathered = gather(_each(namings), _lists(document))
        persons = sorted(gathered.persons, key=lambda person: min(naming.span.start for naming in person.namings))
        doc._.people = tuple(_person(document, number, person) for number, person in enumerate(persons, 1))
        doc._.unresolved = tuple(
            sorted(
                {*initials.unresolved, *(_unresolved(document, each) for each in gathered.ambiguous)},
                key=lambda each: (each.span, each.candidates),
            )
        )
        return doc


def _apart(namings: Iterable[Naming]) -> list[Naming]:
    """``namings`` without overlaps, in the order of the text; lists go before prose, the longer before the shorter."""
    ranked = sorted(namings, key=lambda each: (not each.listed, -len(each.span), each.span.start))
    taken = bytearray(
        max((each.span.end for each in ranked), default=0)
    )  # one byte a character: 1 where it is a name's
    kept: list[Naming] = []
    for naming in ranked:
        start, end = naming.span.start, naming.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            kept.append(naming)
    return sorted(kept, key=lambda each: each.span)


def _each(namings: Iterable[Naming]) -> Iterator[Naming]:
    """One naming a person: the words that name a couple are the naming of both, the given names of the first."""
    for naming in namings:
        if naming.partner is None:
            yield naming
            continue
        first = naming.partner.lower()
        yield replace(naming, partner=None, honorific=first, title=TITLES.get(first))
        yield replace(naming, partner=None, name=naming.name.split()[-1])


def _lists(document: Document) -> tuple[frozenset[str], ...]:
    names: dict[MeetingId | None, set[str]] = defaultdict(set)
    for line in document.attendance:
        given, surname = name_parts(line.name)
        names[line.meeting].add(" ".join((*given, surname)))
    return tuple(frozenset(each) for meeting, each in names.items() if meeting is not None)


def _person(document: Document, number: int, person: Known) -> Person:
    namings = sorted(person.namings, key=lambda each: each.span)
    name = person.name
    mentions = tuple(Mention(span=each.span, as_written=document.quote(each.span), rule=each.rule) for each in namings)
    initials = (each.initials for each in namings if each.initials)
    forms = (" ".join(mention.as_written.split()) for mention in mentions)
    return Person(
        id=FindingId(f"{document.id}/person-{number}"),
        name=name,
        title=next((each.title for each in sorted(namings, key=lambda each: not each.listed) if each.title), None),
        aliases=_distinct([*initials, *forms], but=name),
        roles=_distinct(each.role for each in namings if each.role),
        organisations=_distinct(each.organisation for each in namings if each.organisation),
        listed=any(each.listed for each in namings),
        mentions=mentions,
    )


def _unresolved(document: Document, ambiguous: Ambiguous) -> Unresolved:
    span = ambiguous.naming.span
    return Unresolved(
        span=span,
        as_written=document.quote(span),
        candidates=ambiguous.candidates,
        reason=_AMBIGUOUS,
        rule=ambiguous.naming.rule,
    )


def _distinct(forms: Iterable[str], but: str = "") -> tuple[str, ...]:
    """The forms that differ by more than case and stops, as first written."""
    seen = {fold_name(but): but} if but else {}
    found = []
    for form in dict.fromkeys(forms):
        folded = fold_name(form)
        if folded not in seen:
            seen[folded] = form
            found.append(form)
    return tuple(found)
