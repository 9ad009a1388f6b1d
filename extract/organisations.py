"""The organisations that a document names: by body words and a gazetteer, by abbreviations, and by "the Board"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.bodies import organisation_kind
from corpus.document import Document
from corpus.findings import FindingId, Mention, Organisation, RuleId
from corpus.spans import Span
from extract.organisation_identity import KnownBody, gather
from extract.organisation_naming import BodyFinder, BodyNaming, abbreviation, apart, paper_bodies

_PAPER_BODY = RuleId("organisations.paper-body")
_ABBREVIATION = RuleId("organisations.abbreviation")
_LEAST_INITIALS = 3  # two letters are too often something else


@Language.factory("minuted_organisations", assigns=["doc._.organisations"], requires=["doc._.document"])
class OrganisationsFinder:
    """Sets ``doc._.organisations``: one ``Organisation`` a body of the document, in the order of first mention."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._finder = BodyFinder(nlp)

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        people = sorted(mention.span for person in doc._.people for mention in person.mentions)
        namings = apart([*self._finder.namings(doc, document.text), *_paper_body_namings(document)])
        namings = apart([*self._abbreviations(document.text, namings), *namings])
        bodies = gather(document, _without_people(namings, people))
        bodies.sort(key=lambda body: min(naming.span.start for naming in body.namings))
        doc._.organisations = tuple(_organisation(document, number, body) for number, body in enumerate(bodies, 1))
        return doc

    def _abbreviations(self, text: str, namings: Sequence[BodyNaming]) -> Iterator[BodyNaming]:
        """Every use of an abbreviation that the text defines, or that is the initials of just one body named in it."""
        names = {short: naming for naming, short, _ in self._finder.definitions(text, namings)}
        for short, naming in _initials(namings).items():
            names.setdefault(short, naming)
        if not names:
            return
        shorts = "|".join(re.escape(short) for short in sorted(names, key=len, reverse=True))
        for match in re.finditer(rf"(?<![\w&/-])(?:{shorts})(?![\w&/])", text):
            naming = names[match.group()]
            yield BodyNaming(
                span=Span(match.start(), match.end()), name=naming.name, rule=_ABBREVIATION, kind=naming.kind
            )


def _initials(namings: Iterable[BodyNaming]) -> dict[str, BodyNaming]:
    """Each body's initials, where they are those of one body only."""
    by_initials: dict[str, dict[str, BodyNaming]] = defaultdict(dict)
    for naming in namings:
        if not naming.bare:
            by_initials[abbreviation(naming.name)][naming.name.casefold()] = naming
    return {
        short: next(iter(bodies.values()))
        for short, bodies in by_initials.items()
        if len(short) >= _LEAST_INITIALS and len(bodies) == 1
    }


def _paper_body_namings(document: Document) -> Iterator[BodyNaming]:
    """Where the text names the bodies of its papers and meetings, in whatever case."""
    for name in paper_bodies(document):
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        flags = re.IGNORECASE if " " in name else 0
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", document.text, flags):
            yield BodyNaming(span=Span(match.start(), match.end()), name=name, rule=_PAPER_BODY)


def _without_people(namings: Iterable[BodyNaming], people: Sequence[Span]) -> Iterator[BodyNaming]:
    """The namings that share no character with a person's."""
    ends = [span.end for span in people]  # the spans of people overlap nowhere, so their ends are in order too
    for naming in namings:
        at = bisect_right(ends, naming.span.start)
        if at == len(people) or people[at].start >= naming.span.end:
            yield naming


def _organisation(document: Document, number: int, body: KnownBody) -> Organisation:
    namings = sorted(body.namings, key=lambda naming: naming.span)
    mentions = tuple(Mention(span=each.span, as_written=document.quote(each.span), rule=each.rule) for each in namings)
    forms = [
        *(each.name for each in namings if not each.bare),
        *(" ".join(each.as_written.split()) for each in mentions),
    ]
    return Organisation(
        id=FindingId(f"{document.id}/organisation-{number}"),
        name=body.name,
        kind=body.kind or organisation_kind(body.name),
        aliases=tuple(form for form in dict.fromkeys(forms) if form != body.name),
        mentions=mentions,
    )
