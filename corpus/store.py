"""The corpus: one folder with one SQLite database, which is the truth that everything else is derived from.

What a method reads or writes with is imported inside it: a search opens the corpus and needs hardly any of it, and
making all the row classes would take longer than the search.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from corpus.changes import changed_since, current_revision
from corpus.errors import CorpusError
from corpus.filters import Filter
from corpus.locking import is_held, run_lock
from corpus.opening import open_database

if TYPE_CHECKING:
    from corpus.alignment.keeping import Aligned, Compare
    from corpus.alignment.model import Wording
    from corpus.alignment.rows import AlignedRow, CheckRow
    from corpus.checking import Problem
    from corpus.courses.model import ActionCourse
    from corpus.coverage.model import Coverage
    from corpus.decisionrows import DecisionRow
    from corpus.document import Document, DocumentId
    from corpus.entries import Entry, Unit
    from corpus.findingrows import ActionRow, DeclarationRow, MotionRow, RecommendationRow, ReportedDecisionRow, VoteRow
    from corpus.findings import Findings
    from corpus.links.keeping import Joined
    from corpus.links.model import Linker, Thing
    from corpus.links.rows import LinkRow
    from corpus.outlines import Outline
    from corpus.registry.asked import Asked
    from corpus.registry.bodyaliases import Aliased
    from corpus.registry.bodyrows import BodyProfile
    from corpus.registry.linking import Linked
    from corpus.registry.rows import PersonProfile
    from corpus.rows import (
        AttendanceRow,
        Counts,
        DocumentRow,
        FailureRow,
        FieldRow,
        MeetingRow,
        OrganisationRow,
        PageReadRow,
        PaperRow,
        PapersHeld,
        PersonRow,
        RunRow,
        SectionRow,
        Shown,
        UnresolvedRow,
    )
    from corpus.sources import Added, AddedKind, SourceFile, SourceState, VersionState, VersionStatus
    from corpus.vocabulary import LinkKind
    from corpus.watches import Lineage, Mark, Question, Ran, Told, Watch

LOCK_NAME = "minuted.lock"
WATCH_LOCK_NAME = "watch.lock"

_EVERYTHING = Filter()


class Corpus:
    """An open corpus; a context manager that closes it. For one thread: open another for another thread.

    Each writing method is one transaction: after a crash at any moment the corpus is as it was before it. All writing
    methods raise ``CorpusError`` where the database can't be written.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection
        self._run: int | None = None

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Corpus:
        """Open the corpus in ``folder``, making it first where ``create`` is true and there is none.

        Raises ``CorpusError`` where there is none, or it can't be opened, created or read.
        """
        return cls(folder, open_database(folder, create=create))

    def close(self) -> None:
        """Close the database; the corpus can't be used after it."""
        self._connection.close()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Runs

    @contextmanager
    def run(self, arguments: str = "") -> Iterator[int]:
        """Keep every other run out, and count in the ``runs`` table what is stored meanwhile; gives the run's id.

        Raises ``CorpusError`` naming the process that is running already.
        """
        from corpus import sources

        with run_lock(self.folder / LOCK_NAME):
            with self._transaction("the start of the run"):
                self._run = self._connection.execute(
                    "INSERT INTO runs (started_at, arguments, new, changed, updated, duplicate, unchanged, failed)"
                    " VALUES (?, ?, 0, 0, 0, 0, 0, 0)",
                    (sources.now(), arguments),
                ).lastrowid
            run = self._run
            assert run is not None, "SQLite gives every inserted row an id"
            try:
                yield run
            finally:
                self._run = None
            with self._transaction("the end of the run"):
                self._connection.execute("UPDATE runs SET finished_at = ? WHERE id = ?", (sources.now(), run))

    @property
    def is_running(self) -> bool:
        """Whether a run is going on at this moment, here or in another process."""
        return is_held(self.folder / LOCK_NAME)

    def runs(self) -> tuple[RunRow, ...]:
        """All runs, newest first; one that was killed has no ``finished_at``."""
        from corpus import listings

        return listings.runs(self._connection)

    # Sources and versions

    def source(self, location: str) -> SourceState | None:
        """What is known of the source at ``location`` since it was last tried; ``None`` where it was never seen."""
        from corpus import sources

        return sources.source_state(self._connection, location)

    def version(self, sha256: str) -> VersionState | None:
        """What is known of the bytes with that SHA-256; ``None`` where they were never seen."""
        from corpus import sources

        return sources.version_state(self._connection, sha256)

    def add(
        self,
        document: Document,
        findings: Findings,
        *,
        source: SourceFile,
        reader_version: str,
        ruleset_version: str,
    ) -> Added:
        """Store all of ``document`` as the current version of ``source``, in place of what its bytes gave before.

        A document without any text is stored with the status ``empty``. Raises ``CorpusError`` also where ids of the
        document are not unique or name what it does not hold.
        """
        from corpus.recording import MadeWith, add_document

        with self._transaction(source.location):
            made = MadeWith(reader_version, ruleset_version)
            added = add_document(self._connection, document, findings, source, made)
            self._count(added.kind)
        return added

    def add_source_to_version(self, source: SourceFile, sha256: str) -> Added:
        """Note that ``source`` holds bytes that were read before: they are its current version from now on.

        Raises ``CorpusError`` where these bytes were never read into a document.
        """
        from corpus.recording import add_source

        with self._transaction(source.location):
            added = add_source(self._connection, source, sha256)
            self._count(added.kind)
        return added

    def add_container(
        self,
        source: SourceFile,
        sha256: str,
        members: Iterable[str],
        *,
        reader_version: str,
        ruleset_version: str,
    ) -> None:
        """Note that ``source`` is no paper but a container whose ``members`` (locations) are sources of their own.

        To be called when all of them are stored: from then on it need not be opened until it changes. What it held
        before and holds no more is withdrawn.
        """
        from corpus.recording import MadeWith, add_container

        with self._transaction(source.location):
            made = MadeWith(reader_version, ruleset_version)
            add_container(self._connection, source, sha256, frozenset(members), made)

    def has_failures_inside(self, location: str) -> bool:
        """Whether a file in the container at ``location`` could not be read at the last try."""
        from corpus import sources

        return sources.has_failures_inside(self._connection, location)

    def needs_ocr_inside(self, location: str) -> bool:
        """Whether a file in the container at ``location`` has pages that no OCR was there for."""
        from corpus import sources

        return sources.needs_ocr_inside(self._connection, location)

    def touch(self, source: SourceFile) -> None:
        """Note that ``source`` was seen and still holds what it held at the last try.

        Raises ``CorpusError`` where it was never seen.
        """
        from corpus import sources

        with self._transaction(source.location):
            if not sources.touch_source(self._connection, source):
                raise CorpusError(f"{source.location}: nothing is known of it yet, so it can't be unchanged")
            self._count(sources.AddedKind.UNCHANGED)

    def record_failure(
        self,
        source: SourceFile,
        sha256: str | None,
        reason: str,
        *,
        reader_version: str = "",
        ruleset_version: str = "",
    ) -> None:
        """Note that ``source`` could not be read, and why; what it was read as before stays current.

        ``sha256`` is ``None`` where its bytes could not be had.
        """
        from corpus.recording import record_failure
        from corpus.sources import SourceState, VersionStatus

        failed = SourceState(
            location=source.location,
            size=source.size,
            modified_ns=source.modified_ns,
            sha256=sha256,
            current=None,
            reader_version=reader_version,
            ruleset_version=ruleset_version,
            status=VersionStatus.FAILED,
            reason=reason,
            withdrawn_at=None,
        )
        with self._transaction(source.location):
            record_failure(self._connection, failed)
            self._count(VersionStatus.FAILED)

    def withdraw(self, location: str) -> None:
        """Note that nothing stands at ``location`` any more; what it held stays on show.

        Raises ``CorpusError`` where nothing was known of it.
        """
        from corpus import sources

        with self._transaction(location):
            if not sources.withdraw_source(self._connection, location):
                raise CorpusError(f"{location}: nothing is known of it, so it can't be withdrawn")

    @property
    def revision(self) -> int:
        """A number that rises whenever a document comes on show, changes or goes, or what is known over all of them.

        0 for an empty corpus.
        """
        return current_revision(self._connection)

    def changes_since(self, revision: int) -> tuple[tuple[DocumentId, ...], tuple[DocumentId, ...]]:
        """The documents (added or changed, removed) since ``revision``; what changed must be replaced whole."""
        changed = changed_since(self._connection, revision)
        from corpus.document import DocumentId

        added = tuple(DocumentId(document) for document, present in changed.items() if present)
        removed = tuple(DocumentId(document) for document, present in changed.items() if not present)
        return added, removed

    def altered_since(self, revision: int) -> tuple[Unit, ...]:
        """The persons and organisations that something may have changed for since ``revision``."""
        from corpus.registry import altered

        return altered.altered_since(self._connection, revision)

    # What is stored, whole

    def outlines(self, documents: Iterable[str]) -> Iterator[Outline]:
        """The parts and findings of these documents (ids), those on show; one document in memory at a time."""
        from corpus import outlines

        return outlines.outlines(self._connection, documents)

    def document(self, document_id: str) -> Document | None:
        """The document of that id, exactly as it was added; ``None`` where there is none."""
        from corpus import restoring

        return restoring.document(self._connection, document_id)

    def findings(self, document_id: str) -> Findings:
        """All findings of the document of that id, exactly as they were added."""
        from corpus import restoring

        return restoring.findings(self._connection, document_id)

    def text(self, document_id: str, start: int, end: int) -> str:
        """Characters ``[start, end)`` of a document's text; raises ``UnknownIdError`` for an unknown document."""
        from corpus import showing

        return showing.text(self._connection, document_id, start, end)

    def entries(self, document_ids: Iterable[str] | None = None) -> Iterator[Entry]:
        """What the index holds of these documents (of all on show where ``None``), one document in memory at a time."""
        from corpus import entry_stream

        return entry_stream.entries(self._connection, document_ids)

    def registered(self, units: Iterable[Unit] | None = None) -> Iterator[Entry]:
        """What the index holds of these persons and organisations (of all where ``None``), one after the other."""
        from corpus import registered_stream

        return registered_stream.registered(self._connection, units)

    # Lists: of the documents on show, newest first

    def documents(self, wanted: Filter = _EVERYTHING) -> tuple[DocumentRow, ...]:
        """The documents that ``wanted`` lets through."""
        from corpus import listings

        return listings.documents(self._connection, wanted)

    def papers(self, wanted: Filter = _EVERYTHING) -> tuple[PaperRow, ...]:
        """The papers that ``wanted`` lets through."""
        from corpus import listings

        return listings.papers(self._connection, wanted)

    def papers_held(self, wanted: Filter = _EVERYTHING) -> PapersHeld:
        """How many papers ``wanted`` lets through, and of which time."""
        from corpus import listings

        return listings.papers_held(self._connection, wanted)

    def fields(self, wanted: Filter = _EVERYTHING) -> tuple[FieldRow, ...]:
        """The fields of front sheets and forms that ``wanted`` lets through."""
        from corpus import listings

        return listings.fields(self._connection, wanted)

    def meetings(self, wanted: Filter = _EVERYTHING) -> tuple[MeetingRow, ...]:
        """The meetings that ``wanted`` lets through."""
        from corpus import listings

        return listings.meetings(self._connection, wanted)

    def decisions(self, wanted: Filter = _EVERYTHING) -> tuple[DecisionRow, ...]:
        """The decisions that ``wanted`` lets through."""
        from corpus import decisionlists

        return decisionlists.decisions(self._connection, wanted)

    def motions(self, wanted: Filter = _EVERYTHING) -> tuple[MotionRow, ...]:
        """The motions and amendments that ``wanted`` lets through."""
        from corpus import findinglists

        return findinglists.motions(self._connection, wanted)

    def decisions_of(self, ids: Iterable[str]) -> tuple[DecisionRow, ...]:
        """Those decisions that have one of ``ids``, in no order."""
        from corpus import decisionlists

        return decisionlists.decisions_of(self._connection, ids)

    def votes(self, wanted: Filter = _EVERYTHING) -> tuple[VoteRow, ...]:
        """What was moved or voted on that ``wanted`` lets through."""
        from corpus import findinglists

        return findinglists.votes(self._connection, wanted)

    def declarations(self, wanted: Filter = _EVERYTHING) -> tuple[DeclarationRow, ...]:
        """The declared interests that ``wanted`` lets through."""
        from corpus import findinglists

        return findinglists.declarations(self._connection, wanted)

    def reported_decisions(self, wanted: Filter = _EVERYTHING) -> tuple[ReportedDecisionRow, ...]:
        """The decisions told of in retrospect that ``wanted`` lets through."""
        from corpus import findinglists

        return findinglists.reported_decisions(self._connection, wanted)

    def recommendations(self, wanted: Filter = _EVERYTHING) -> tuple[RecommendationRow, ...]:
        """The recommendations that ``wanted`` lets through."""
        from corpus import findinglists

        return findinglists.recommendations(self._connection, wanted)

    def aligned(self, wanted: Filter = _EVERYTHING) -> tuple[AlignedRow, ...]:
        """The recommendations that ``wanted`` lets through, with what became of each."""
        from corpus.alignment import lists

        return lists.aligned(self._connection, wanted)

    def fate_of(self, recommendation: str) -> AlignedRow | None:
        """What became of the recommendation of that id; ``None`` where it was not compared yet."""
        from corpus.alignment import lists

        return lists.of_recommendation(self._connection, recommendation)

    def recommended(self, decision: str) -> tuple[AlignedRow, ...]:
        """The recommendations that the decision of that id resolved on."""
        from corpus.alignment import lists

        return lists.of_decision(self._connection, decision)

    def wordings(self, recommendations: Iterable[str]) -> dict[str, tuple[Wording, ...]]:
        """By id how the wording of these recommendations changed, those left out of which it did not."""
        from corpus.alignment import lists

        return lists.wordings(self._connection, recommendations)

    def checks(self) -> tuple[CheckRow, ...]:
        """How all reported decisions stand against the minutes."""
        from corpus.alignment import lists

        return lists.checks(self._connection)

    def check_of(self, reported: str) -> CheckRow | None:
        """How the reported decision of that id stands against the minutes; ``None`` where it was not checked yet."""
        from corpus.alignment import lists

        return lists.check_of(self._connection, reported)

    def actions(self, wanted: Filter = _EVERYTHING) -> tuple[ActionRow, ...]:
        """The actions that ``wanted`` lets through."""
        from corpus import findinglists

        return findinglists.actions(self._connection, wanted)

    def action_courses(self, wanted: Filter) -> tuple[ActionCourse, ...]:
        """The actions that went on as ``wanted.course`` says, and that it lets through as they are told of last."""
        from corpus.courses import tracing

        return tracing.courses(self._connection, wanted)

    def coverage(self, wanted: Filter, *, today: str) -> Coverage:
        """Which meetings are known, what is held of each and what is missing of those before ``today`` (ISO).

        ``wanted`` narrows by body, organisation and days, and by nothing else.
        """
        from corpus.coverage import covered

        return covered.coverage(self._connection, wanted, today)

    def people(self, wanted: Filter = _EVERYTHING) -> tuple[PersonRow, ...]:
        """People over all documents, each once as far as the registry can tell; most often named first."""
        from corpus import people

        return people.people(self._connection, wanted)

    def unresolved(self, wanted: Filter = _EVERYTHING) -> tuple[UnresolvedRow, ...]:
        """Names and initials that are linked to nobody; the text of ``wanted`` is a whole name or initials."""
        from corpus import listings

        return listings.unresolved(self._connection, wanted)

    def organisations(self, wanted: Filter = _EVERYTHING) -> tuple[OrganisationRow, ...]:
        """Organisations over all documents, each once as far as the registry can tell; most often named first."""
        from corpus import organisations

        return organisations.organisations(self._connection, wanted)

    def sections(self, paper: str) -> tuple[SectionRow, ...]:
        """The sections of the paper of that id, in the order of the text."""
        from corpus import listings

        return listings.sections(self._connection, paper)

    def attendance(self, meeting: str) -> tuple[AttendanceRow, ...]:
        """The attendance list of the meeting of that id, in the order of the text."""
        from corpus import listings

        return listings.attendance(self._connection, meeting)

    def show(self, wanted: str) -> Shown:
        """The one thing of that id, of whatever kind, with its evidence; raises ``UnknownIdError``."""
        from corpus import showing

        return showing.show(self._connection, wanted)

    def find(self, wanted: str) -> Shown | None:
        """The same; ``None`` where nothing has that id."""
        from corpus import showing

        return showing.find(self._connection, wanted)

    def documents_named(self, name: str) -> tuple[DocumentRow, ...]:
        """The documents on show that were read from a file of that name (or path); newest first."""
        from corpus import showing

        return showing.documents_named(self._connection, name)

    def locations(self, document: str) -> tuple[str, ...]:
        """The sources that hold the document of that id now, those that are gone last; none for an old version."""
        from corpus import sources

        return sources.locations(self._connection, document)

    # Who is who over all documents

    @property
    def is_linked(self) -> bool:
        """Whether people and bodies are linked over all the documents on show, by the present rules."""
        from corpus.registry import linking

        return linking.is_linked(self._connection)

    def profile(self, person: str) -> PersonProfile:
        """Roles, attendance, papers, decisions, actions and links of the person of that id."""
        from corpus.registry import profile

        return profile.profile(self._connection, person)

    def link(self) -> Linked:
        """Link people and bodies over all the documents on show, as far as they changed; to be called in ``run``."""
        from corpus.registry import linking

        with self._transaction("the links of people and bodies"):
            return linking.link(self._connection)

    @property
    def is_aligned(self) -> bool:
        """Whether recommendations and reported decisions on show are compared with all minutes, by present rules."""
        from corpus.alignment import keeping

        return keeping.is_aligned(self._connection)

    def align(self, compare: Compare) -> Aligned:
        """Keep what ``compare`` says of all that changed; to be called in ``run``, when all is linked."""
        from corpus.alignment import keeping

        with self._transaction("what became of recommendations"):
            return keeping.align(self._connection, compare)

    def align_anew(self, compare: Compare) -> Aligned:
        """Keep what ``compare`` says of all on show; raises ``CorpusError`` while a run is going."""
        from corpus.alignment import keeping

        with self._by_hand():
            return keeping.align(self._connection, compare, anew=True)

    # Links between findings

    @property
    def is_joined(self) -> bool:
        """Whether the findings on show are linked with one another, by the present rules."""
        from corpus.links import keeping

        return keeping.is_joined(self._connection)

    def join(self, linker: Linker) -> Joined:
        """Keep the links that ``linker`` makes of all that changed; to be called in ``run``, when all is aligned."""
        from corpus.links import keeping

        with self._transaction("the links between findings"):
            return keeping.join(self._connection, linker)

    def join_anew(self, linker: Linker) -> Joined:
        """Keep the links that ``linker`` makes of all on show; raises ``CorpusError`` while a run is going."""
        from corpus.links import keeping

        with self._by_hand():
            return keeping.join(self._connection, linker, anew=True)

    def links(self) -> tuple[LinkRow, ...]:
        """All links between what is on show, those that were broken by hand left out."""
        from corpus.links import lists

        return lists.links(self._connection)

    def links_of(self, *ids: str, kinds: Collection[LinkKind] = ()) -> tuple[LinkRow, ...]:
        """The links of the things of these ids, from them and to them, of these ``kinds`` (all where there are none).

        Those made by hand come first, then the surest.
        """
        from corpus.links import lists

        return lists.links_of(self._connection, ids, kinds)

    def bearing(self, key: str) -> tuple[Thing, ...]:
        """The things that have the reference number of that ``key`` (``search.linking.keys``), by id."""
        from corpus.links import numbered

        return numbered.bearing(self._connection, key)

    def link_by_hand(self, start: str, end: str, kind: LinkKind, why: str) -> None:
        """Link ``start`` with ``end`` (ids) for good, whatever was said of the two before.

        Raises ``UnknownIdError``, and ``CorpusError`` where a link can't end there, or while a run is going.
        """
        from corpus.links import byhand

        with self._by_hand():
            byhand.make(self._connection, start, end, kind, why)

    def unlink_by_hand(self, start: str, end: str, why: str) -> None:
        """Break all links between ``start`` and ``end`` (ids) for good; raises the same."""
        from corpus.links import byhand

        with self._by_hand():
            byhand.unmake(self._connection, start, end, why)

    # What was decided of people and bodies by hand

    def merge_people(self, kept: str, *others: str) -> str:
        """Make ``others`` one with ``kept`` (ids) for good; gives the id that all have now.

        Raises ``UnknownIdError``, and ``CorpusError`` while a run is going.
        """
        from corpus.registry import merging

        with self._by_hand():
            return merging.merge(self._connection, merging.PEOPLE, kept, *others)

    def unmerge_people(self, person: str) -> tuple[str, ...]:
        """Undo all merging by hand into ``person``: the ids of those who are somebody else again."""
        from corpus.registry import merging

        with self._by_hand():
            return merging.unmerge(self._connection, merging.PEOPLE, person)

    def split_people(self, person: str, documents: Collection[str]) -> str:
        """Make whom ``documents`` (ids) name as ``person`` somebody else for good: that one's id.

        Raises ``UnknownIdError``, and ``CorpusError`` where they don't name the person, or no other document does.
        """
        from corpus.registry import splits

        with self._by_hand():
            return splits.split_people(self._connection, person, documents)

    def body_profile(self, organisation: str) -> BodyProfile:
        """What the body of that id is, who held which role at it, its papers, decisions, actions and links."""
        from corpus.registry import bodyprofile

        return bodyprofile.body_profile(self._connection, organisation)

    def bodies_called(self, name: str) -> tuple[str, ...]:
        """The ids of the bodies that ``name`` means: the one of that id or code, or all that papers call so."""
        from corpus.registry import bodyaliases

        return bodyaliases.bodies_called(self._connection, name)

    def asked(self, organisation: str, *, exactly: bool = False) -> Asked:
        """The bodies that lists narrowed by ``organisation`` tell of, and their names in the search index."""
        from corpus.registry import asked

        return asked.asked(self._connection, organisation, exactly=exactly)

    def merge_bodies(self, kept: str, *others: str) -> str:
        """Make ``others`` one body with ``kept`` (ids) for good; gives the id that all have now.

        Raises ``UnknownIdError``, and ``CorpusError`` while a run is going.
        """
        from corpus.registry import merging

        with self._by_hand():
            return merging.merge(self._connection, merging.BODIES, kept, *others)

    def unmerge_bodies(self, body: str) -> tuple[str, ...]:
        """Undo all merging by hand into ``body``: the ids of those that are others again."""
        from corpus.registry import merging

        with self._by_hand():
            return merging.unmerge(self._connection, merging.BODIES, body)

    def alias_body(self, name: str, body: str, publisher: str | None = None) -> Aliased:
        """Make ``name`` mean ``body`` (an id, a code or a name) for good, or only in the papers of ``publisher``.

        Raises ``CorpusError`` where a body is unknown or could be several, and while a run is going.
        """
        from corpus.registry import bodyaliases

        with self._by_hand():
            return bodyaliases.alias(self._connection, name, body, publisher)

    def unalias_body(self, name: str, publisher: str | None = None) -> Aliased:
        """Undo ``alias_body``; raises ``CorpusError`` where nothing was said of ``name``."""
        from corpus.registry import bodyaliases

        with self._by_hand():
            return bodyaliases.remove_alias(self._connection, name, publisher)

    @contextmanager
    def _by_hand(self) -> Iterator[None]:
        """A transaction on links that are up to date, while no run is going."""
        with run_lock(self.folder / LOCK_NAME):
            if not self.is_linked:
                self.link()
            with self._transaction("what was decided by hand"):
                yield

    # Watches: saved searches, and what they have told

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Keep all others out who change watches, or run them; a run of the corpus may go on meanwhile.

        Raises ``CorpusError`` naming the process that is at them already.
        """
        with run_lock(self.folder / WATCH_LOCK_NAME):
            yield

    def watches(self, names: Collection[str] = ()) -> tuple[Watch, ...]:
        """The watches of these ``names`` (all where there are none), by name; raises ``UnknownWatchError``."""
        from corpus import watches

        return watches.watches(self._connection, names)

    def add_watch(self, name: str, question: Question, *, revision: int, told: Told, replace: bool = False) -> None:
        """Keep a new watch that has looked at all up to ``revision`` and knows ``told``; to be called in ``watching``.

        Where ``replace`` is true it takes the place of one of that name; else ``CorpusError`` where there is one.
        """
        from corpus import watches

        with self._transaction(f"the watch {name!r}"):
            if replace and any(watch.name == name for watch in self.watches()):
                watches.remove(self._connection, name)
            watches.add(self._connection, name, question, revision=revision, told=told)

    def remove_watch(self, name: str) -> None:
        """Forget the watch of that name; raises ``UnknownWatchError``. To be called in ``watching``."""
        from corpus import watches

        with self._transaction(f"the watch {name!r}"):
            watches.remove(self._connection, name)

    def lineage(self, document: str) -> Lineage | None:
        """From which versions the document of that id comes; ``None`` where it is not on show."""
        from corpus import watches

        return watches.lineage(self._connection, document)

    def told_of(self, watch: int, version: str) -> Counter[Mark]:
        """What the watch of that id has told of the paper that had the bytes with that SHA-256."""
        from corpus import watches

        return watches.told_of(self._connection, watch, version)

    def versions_told(self, watch: int, mark: Mark) -> frozenset[str]:
        """The versions (SHA-256) of which the watch of that id has told an entry of that ``mark``."""
        from corpus import watches

        return watches.versions_told(self._connection, watch, mark)

    def keep_told(self, runs: Collection[Ran]) -> None:
        """Note what ``runs`` of watches have told; to be called in ``watching``, when it is out."""
        from corpus import watches

        with self._transaction("what watches have told"):
            watches.keep(self._connection, runs)

    # How the corpus stands

    def counts(self) -> Counts:
        """How much of each kind is on show, and how many sources, versions and failures are known."""
        from corpus import listings

        return listings.counts(self._connection)

    def failures(self) -> tuple[FailureRow, ...]:
        """The sources whose last reading failed."""
        from corpus import listings

        return listings.failures(self._connection)

    def pages_by_ocr(self, documents: Iterable[str]) -> frozenset[tuple[str, int]]:
        """The ids of these documents with the numbers (1-based) of those of their pages that OCR has read."""
        from corpus import ocrpages

        return ocrpages.pages_by_ocr(self._connection, documents)

    def page_reads(self, document: str | None = None) -> tuple[PageReadRow, ...]:
        """The pages of that document (of all on show where ``None``) that were not read from a sound text layer."""
        from corpus import listings

        return listings.page_reads(self._connection, document)

    def check(self) -> tuple[Problem, ...]:
        """Everything that is wrong with what is stored; nothing when all is well. Reads the whole corpus."""
        from corpus import checking

        return checking.check(self._connection)

    def _count(self, kind: AddedKind | VersionStatus) -> None:
        if self._run is not None:
            self._connection.execute(_COUNTED[kind], (self._run,))

    @contextmanager
    def _transaction(self, subject: str) -> Iterator[None]:
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                # A section may stand before its parent, so references are looked up when all is there.
                self._connection.execute("PRAGMA defer_foreign_keys = ON")
                yield
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise CorpusError(f"{subject}: could not be stored in the corpus at {self.folder}: {error}") from error


# By the values of ``AddedKind`` and by that of ``VersionStatus.FAILED``.
_COUNTED = {
    kind: f"UPDATE runs SET {kind} = {kind} + 1 WHERE id = ?"  # noqa: S608 - these names and no others
    for kind in ("new", "changed", "updated", "duplicate", "unchanged", "failed")
}
