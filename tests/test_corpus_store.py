"""Sources, versions, runs and revisions: what is kept, what is on show, and what survives a crash."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document, DocumentId, Paper, PaperId
from corpus.errors import CorpusError
from corpus.findings import Decision, FindingId, Findings, RuleId
from corpus.sources import Added, AddedKind, SourceFile, VersionStatus
from corpus.spans import Span
from corpus.store import Corpus
from corpus.vocabulary import MediaType, Outcome, PaperKind

NOTICE = SourceFile("/papers/notice.txt", 40, 1)
COPY = SourceFile("/papers/copy of notice.txt", 40, 2)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def notice(text: str, *, document_id: str | None = None) -> tuple[Document, Findings]:
    """A decision notice that is one paper and one decision, both the whole text."""
    made = DocumentId(document_id or f"notice-{sha256(text)[:6]}")
    whole = Span(0, len(text))
    document = Document(
        id=made,
        name="notice.txt",
        sha256=sha256(text),
        media_type=MediaType.TEXT,
        text=text,
        page_starts=(0,),
        source_lines=(),
        blocks=(),
        papers=(Paper(id=PaperId(f"{made}/p1"), kind=PaperKind.DECISION_NOTICE, title="Quay Street", span=whole),),
        sections=(),
        meetings=(),
        attendance=(),
    )
    decision = Decision(
        id=FindingId(f"{made}/d1"),
        text=text,
        number=None,
        outcome=Outcome.APPROVED,
        verb="approved",
        item=None,
        section=None,
        meeting=None,
        explicit=True,
        span=whole,
        rule=RuleId("resolved-that"),
    )
    return document, Findings(decisions=(decision,))


def add(corpus: Corpus, text: str, source: SourceFile = NOTICE, *, document_id: str | None = None) -> Added:
    document, findings = notice(text, document_id=document_id)
    return corpus.add(document, findings, source=source, reader_version="r1", ruleset_version="s1")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "corpus", create=True) as made:
        yield made


FIRST, SECOND = "The quay wall be repaired.", "The quay wall be left alone."


@pytest.mark.parametrize(
    ("steps", "kinds", "shown"),
    [
        ([(FIRST, NOTICE)], ["new"], {FIRST}),
        ([(FIRST, NOTICE), (FIRST, NOTICE)], ["new", "updated"], {FIRST}),
        ([(FIRST, NOTICE), (SECOND, NOTICE)], ["new", "changed"], {SECOND}),
        ([(FIRST, NOTICE), (FIRST, COPY)], ["new", "duplicate"], {FIRST}),
        ([(FIRST, NOTICE), (SECOND, COPY)], ["new", "new"], {FIRST, SECOND}),
        ([(FIRST, NOTICE), (FIRST, COPY), (SECOND, NOTICE)], ["new", "duplicate", "changed"], {FIRST, SECOND}),
        ([(FIRST, NOTICE), (SECOND, NOTICE), (FIRST, NOTICE)], ["new", "changed", "changed"], {FIRST}),
    ],
)
def test_adding_tells_what_changed_and_shows_what_is_current(
    corpus: Corpus, steps: list[tuple[str, SourceFile]], kinds: list[str], shown: set[str]
) -> None:
    assert [add(corpus, text, source).kind for text, source in steps] == kinds
    assert {row.text for row in corpus.decisions()} == shown
    assert {entry.text for entry in corpus.entries()} == shown
    assert corpus.counts().documents == len(shown)
    assert not corpus.check()


def test_an_unchanged_source_is_told_without_reading(corpus: Corpus) -> None:
    assert corpus.source(NOTICE.location) is None
    add(corpus, FIRST)
    state = corpus.source(NOTICE.location)
    assert state is not None
    assert (state.size, state.modified_ns, state.sha256) == (NOTICE.size, NOTICE.modified_ns, sha256(FIRST))
    assert (state.reader_version, state.ruleset_version, state.status) == ("r1", "s1", VersionStatus.READ)
    corpus.touch(SourceFile(NOTICE.location, 40, 99))
    touched = corpus.source(NOTICE.location)
    assert touched is not None
    assert touched.modified_ns == 99


def test_touching_what_was_never_seen_is_an_error(corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match=r"copy of notice\.txt"):
        corpus.touch(COPY)


def test_old_versions_stay_and_can_be_shown(corpus: Corpus) -> None:
    old = add(corpus, FIRST)
    add(corpus, SECOND)
    assert corpus.show(f"{old.document}/d1").text == FIRST
    assert corpus.text(old.document, 4, 8) == "quay"
    version = corpus.version(sha256(FIRST))
    assert version is not None
    assert version.document == old.document


def test_known_bytes_at_another_place_need_no_reading(corpus: Corpus) -> None:
    added = add(corpus, FIRST)
    assert corpus.add_source_to_version(COPY, sha256(FIRST)) == Added(AddedKind.DUPLICATE, added.document, 1)
    assert corpus.add_source_to_version(COPY, sha256(FIRST)).kind is AddedKind.UNCHANGED
    assert corpus.counts().sources == 2
    assert corpus.counts().versions == 1
    with pytest.raises(CorpusError, match="not been read"):
        corpus.add_source_to_version(COPY, sha256(SECOND))


def test_a_failure_leaves_the_earlier_version_on_show(corpus: Corpus) -> None:
    add(corpus, FIRST)
    broken = SourceFile(NOTICE.location, 41, 7)
    corpus.record_failure(broken, sha256(SECOND), "cut off in the middle", reader_version="r1")
    assert [row.text for row in corpus.decisions()] == [FIRST]
    state = corpus.source(NOTICE.location)
    assert state is not None
    assert (state.size, state.modified_ns, state.sha256) == (41, 7, sha256(SECOND))
    assert (state.current, state.status, state.reason) == (sha256(FIRST), "failed", "cut off in the middle")
    assert [(row.location, row.reason) for row in corpus.failures()] == [(NOTICE.location, "cut off in the middle")]
    add(corpus, SECOND, broken)
    assert corpus.failures() == ()
    assert not corpus.check()


def test_a_failure_of_bytes_that_were_read_before_keeps_what_was_read(corpus: Corpus) -> None:
    add(corpus, FIRST)
    corpus.record_failure(NOTICE, sha256(FIRST), "took too long", reader_version="r2")
    version = corpus.version(sha256(FIRST))
    assert version is not None
    assert (version.status, version.reader_version) == (VersionStatus.READ, "r1")
    assert [row.text for row in corpus.decisions()] == [FIRST]


def test_a_source_that_never_could_be_had_is_known_as_failed(corpus: Corpus) -> None:
    corpus.record_failure(NOTICE, None, "permission denied")
    state = corpus.source(NOTICE.location)
    assert state is not None
    assert (state.sha256, state.current, state.status) == (None, None, VersionStatus.FAILED)
    assert corpus.revision == 0
    assert add(corpus, FIRST).kind is AddedKind.NEW


def test_what_was_withdrawn_stays_on_show_until_it_is_seen_again(corpus: Corpus) -> None:
    add(corpus, FIRST)
    corpus.withdraw(NOTICE.location)
    withdrawn = corpus.source(NOTICE.location)
    assert withdrawn is not None
    assert withdrawn.withdrawn_at is not None
    assert [row.text for row in corpus.decisions()] == [FIRST]
    corpus.touch(NOTICE)
    seen = corpus.source(NOTICE.location)
    assert seen is not None
    assert seen.withdrawn_at is None
    with pytest.raises(CorpusError, match="nothing is known"):
        corpus.withdraw(COPY.location)


def test_a_document_without_text_is_empty(corpus: Corpus) -> None:
    document, _ = notice(" \n")
    corpus.add(document, Findings(), source=NOTICE, reader_version="r1", ruleset_version="s1")
    version = corpus.version(document.sha256)
    assert version is not None
    assert version.status is VersionStatus.EMPTY


def test_changes_since_a_revision_are_what_an_index_needs(corpus: Corpus) -> None:
    first = add(corpus, FIRST)
    assert (corpus.revision, corpus.changes_since(0)) == (1, ((first.document,), ()))
    second = add(corpus, SECOND)
    assert corpus.changes_since(first.revision) == ((second.document,), (first.document,))
    corpus.touch(NOTICE)
    corpus.record_failure(NOTICE, None, "gone")
    assert corpus.revision == second.revision
    renamed = add(corpus, SECOND, document_id="notice-by-another-name")
    assert renamed.kind is AddedKind.UPDATED
    assert corpus.changes_since(second.revision) == ((renamed.document,), (second.document,))
    assert corpus.changes_since(corpus.revision) == ((), ())


def test_a_document_that_does_not_hold_together_changes_nothing(corpus: Corpus) -> None:
    add(corpus, FIRST)
    document, findings = notice(SECOND)
    twice = Findings(decisions=findings.decisions * 2)
    with pytest.raises(CorpusError, match=r"notice\.txt: could not be stored"):
        corpus.add(document, twice, source=NOTICE, reader_version="r1", ruleset_version="s1")
    assert [row.text for row in corpus.decisions()] == [FIRST]
    assert corpus.revision == 1
    assert not corpus.check()


def test_text_that_no_encoding_holds_is_an_error_of_that_source(corpus: Corpus) -> None:
    document, _ = notice(FIRST)
    broken = Paper(id=PaperId("p"), kind=PaperKind.OTHER, title="\ud800", span=Span(0, 1))
    with pytest.raises(CorpusError, match=r"notice\.txt"):
        corpus.add(
            Document(**{**{name: getattr(document, name) for name in document.__slots__}, "papers": (broken,)}),
            Findings(),
            source=NOTICE,
            reader_version="r1",
            ruleset_version="s1",
        )
    assert corpus.counts().versions == 0


def test_a_run_counts_what_it_stored(corpus: Corpus) -> None:
    with corpus.run("ingest /papers"):
        add(corpus, FIRST)
        add(corpus, FIRST, COPY)
        add(corpus, SECOND)
        corpus.touch(COPY)
        corpus.record_failure(COPY, None, "gone")
    (run,) = corpus.runs()
    assert (run.arguments, run.new, run.duplicate, run.changed, run.unchanged, run.failed) == (
        "ingest /papers",
        1,
        1,
        1,
        1,
        1,
    )
    assert run.finished_at is not None


def test_a_run_that_was_broken_off_is_not_finished_and_frees_the_corpus(corpus: Corpus) -> None:
    with pytest.raises(KeyboardInterrupt), corpus.run("ingest"):
        raise KeyboardInterrupt
    assert corpus.runs()[0].finished_at is None
    with corpus.run("ingest again"):
        pass


def test_a_second_run_is_told_who_holds_the_corpus(corpus: Corpus) -> None:
    with corpus.run("ingest"), Corpus.open(corpus.folder) as other:
        with pytest.raises(CorpusError, match=f"process {os.getpid()}"), other.run("ingest"):
            pass
        assert other.counts().documents == 0


KILLED = """
import os, signal, sys
from pathlib import Path
import corpus.recording
from corpus.document import Document
from corpus.findings import Findings
from corpus.sources import SourceFile
from corpus.store import Corpus
from corpus.vocabulary import MediaType

insert = corpus.recording.insert_document

def insert_and_die(*arguments):
    insert(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)

corpus.recording.insert_document = insert_and_die
document = Document(id="second", name="notice.txt", sha256="2" * 64, media_type=MediaType.TEXT, text="Second.",
                    page_starts=(0,), source_lines=(), blocks=(), papers=(), sections=(), meetings=(), attendance=())
with Corpus.open(Path(sys.argv[1])) as store, store.run("killed"):
    store.add(document, Findings(), source=SourceFile(sys.argv[2], 9, 9), reader_version="r1", ruleset_version="s1")
"""


def test_a_killed_process_leaves_the_corpus_as_it_was(corpus: Corpus) -> None:
    add(corpus, FIRST)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(corpus.folder), NOTICE.location], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [row.text for row in corpus.decisions()] == [FIRST]
    assert corpus.version("2" * 64) is None
    assert corpus.revision == 1
    assert not corpus.check()
    with corpus.run("after the crash"):
        assert add(corpus, SECOND).kind is AddedKind.CHANGED


def test_an_error_inside_a_transaction_leaves_the_corpus_as_it_was(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(corpus, FIRST)

    def broken(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr("corpus.recording.insert_document", broken)
    with pytest.raises(RuntimeError):
        add(corpus, FIRST)
    monkeypatch.undo()
    assert [row.text for row in corpus.decisions()] == [FIRST]
    assert corpus.revision == 1
    assert not corpus.check()
