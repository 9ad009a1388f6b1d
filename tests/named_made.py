"""What tests of persons and organisations as results share: minutes of fictional councils that name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.bodies import organisation_kind
from corpus.document import Document, DocumentId, Paper, PaperId
from corpus.findings import FindingId, Findings, Mention, Organisation, Person, RuleId
from corpus.sources import SourceFile
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import MediaType, PaperKind

NORTHMERE = "Northmere Council"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Whom one paper names: persons with their roles (those of ``prose`` in no list), bodies with other forms."""

    people: Mapping[str, Sequence[str]] = field(default_factory=dict)
    prose: Mapping[str, Sequence[str]] = field(default_factory=dict)
    bodies: Mapping[str, Sequence[str]] = field(default_factory=dict)
    publisher: str | None = NORTHMERE
    board: str | None = "Cabinet"
    words: str = "The meeting closed."


def paper(number: int, named: Named) -> tuple[Document, Findings]:
    """Minutes of the ``number``-th of May 2030; each name stands on a line of its own, with its roles behind it."""
    everybody = {**named.people, **named.prose}
    lines = [", ".join((name, *roles)) for name, roles in everybody.items()]
    text = "\n".join(["Minutes", *lines, *named.bodies, named.words])
    name, date, whole = f"minutes-{number}", f"2030-05-{number:02}", Span(0, len(text))
    document = Document(
        id=DocumentId(name), name=f"{name}.pdf", sha256=f"{number:064x}", media_type=MediaType.PDF, text=text,
        page_starts=(0,), source_lines=(), blocks=(), sections=(), meetings=(), attendance=(),
        papers=(Paper(id=PaperId(f"{name}/p1"), kind=PaperKind.MINUTES, title="Minutes", span=whole,
                      body=named.board, organisation=named.publisher, date=date),),
    )  # fmt: skip
    people = tuple(
        Person(id=FindingId(f"{name}/person-{at}"), name=each, title=None, aliases=(), roles=tuple(roles),
               organisations=(), listed=each in named.people,
               mentions=(_mention(text, each, "people.list" if each in named.people else "people.prose"),))
        for at, (each, roles) in enumerate(everybody.items(), 1)
    )  # fmt: skip
    organisations = tuple(
        Organisation(id=FindingId(f"{name}/organisation-{at}"), name=each, kind=organisation_kind(each),
                     aliases=tuple(forms), mentions=(_mention(text, each, "organisations.named"),))
        for at, (each, forms) in enumerate(named.bodies.items(), 1)
    )  # fmt: skip
    return document, Findings(people=people, organisations=organisations)


def store(corpus: Corpus, number: int, named: Named, location: str | None = None) -> None:
    """Store the paper of that number, from a source of its own or from ``location``, in the place of what was there."""
    document, findings = paper(number, named)
    source = SourceFile(location or document.name, 1, number)
    corpus.add(document, findings, source=source, reader_version="1", ruleset_version="1")


def _mention(text: str, name: str, rule: str) -> Mention:
    at = text.index(f"\n{name}") + 1
    return Mention(span=Span(at, at + len(name)), as_written=name, rule=RuleId(rule))
