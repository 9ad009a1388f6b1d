"""The organisations that a document names: by body words and a gazetteer, by abbreviations, and by "the Board"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from corpus.bodies import organisation_kind
from corpus.document import Document
from corpus.findings import FindingId, Mention, Organisation
from corpus.spans import Span
from extract.organisation_identity import KnownBody, gather
from extract.organisation_initials import abbreviations, acronyms, initials_of_end, short_forms, unexplained
from extract.organisation_naming import BodyNaming, apart, beside
from extract.organisation_papers import paper_body_namings
from extract.organisation_parents import with_parents
from extract.organisation_rules import BodyFinder


@Language.factory("minuted_organisations", assigns=["doc._.organisations"], requires=["doc._.document"])
class OrganisationsFinder:
    """Sets ``doc._.organisations``: one ``Organisation`` a body of the document, in the order of first mention."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._finder = BodyFinder(nlp)

    def __call__(self, doc: Doc) -> Doc:
        document: Document = doc._.document
        people = sorted(mention.span for person in doc._.people for mention in person.mentions)
        found = acronyms(document.text)
        namings = apart([*self._finder.namings(doc, document.text, found), *paper_body_namings(document)])
        shorts = short_forms(document.text, namings)
        namings = apart([*abbreviations(document.text, found, shorts), *namings])
        ends = {short: naming for short, naming in initials_of_end(namings).items() if short not in shorts}
        namings = beside(namings, abbreviations(document.text, found, ends))
        known = {*shorts, *ends, *(naming.name for naming in namings)}
        namings = beside(namings, unexplained(document.text, found, known))
        namings = list(with_parents(document.text, namings, shorts))
        full = {short: naming.name for short, naming in shorts.items()}
        bodies = gather(document, tuple(_without_people(namings, people)), full)
        bodies.sort(key=lambda body: min(naming.span.start for naming in body.namings))
        doc._.organisations = tuple(_organisation(document, number, body) for number, body in enumerate(bodies, 1))
        return doc


def _without_people(namings: Iterable[BodyNaming], people: Sequence[Span]) -> Iterator[BodyNaming]:
    """The namings that share no character with a person's, but for those that begin with one: Jane Tarn Ltd."""
    ends = [span.end for span in people]  # the spans of people overlap nowhere, so their ends are in order too
    for naming in namings:
        at = bisect_right(ends, naming.span.start)
        apart = at == len(people) or people[at].start >= naming.span.end
        if apart or (naming.span.contains(people[at]) and naming.span.end > people[at].end and not naming.bare):
            yield naming


def _organisation(document: Document, number: int, body: KnownBody) -> Organisation:
    namings = sorted(body.namings, key=lambda naming: naming.span)
    mentions = tuple(Mention(span=each.span, as_written=document.quote(each.span), rule=each.rule) for each in namings)
    name = body.name
    forms = [
        *(each.name for each in namings if not each.bare),
        *(" ".join(each.as_written.split()) for each in mentions),
    ]
    return Organisation(
        id=FindingId(f"{document.id}/organisation-{number}"),
        name=name,
        kind=body.kind or organisation_kind(name),
        aliases=tuple(form for form in dict.fromkeys(forms) if form != name),
        mentions=mentions,
    )
