"""Opening a corpus: what is made, what is refused in one line, and what is not imported."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.migrations import STEPS
from corpus.opening import APPLICATION_ID, DATABASE_NAME, SCHEMA_VERSION
from corpus.store import Corpus


def test_a_corpus_is_made_once_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "corpus"
    for create in (True, True, False):
        with Corpus.open(folder, create=create) as corpus:
            assert corpus.revision == 0
            assert not corpus.check()


def test_where_there_is_none_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"there is no corpus at .*; make one with `minuted ingest PATH`$"):
        Corpus.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_database_that_was_never_finished_is_no_corpus_until_it_is_made(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).touch()
    with pytest.raises(CorpusError, match="there is no corpus"):
        Corpus.open(tmp_path)
    with Corpus.open(tmp_path, create=True) as corpus:
        assert corpus.counts().documents == 0


def not_a_database(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"\xff" * 4096)


def of_another_program(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE_NAME) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()


def of_a_newer_release(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE_NAME) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 99")
        database.execute("CREATE TABLE documents (id TEXT)")
    database.close()


def a_folder(folder: Path) -> None:
    (folder / DATABASE_NAME).mkdir()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (not_a_database, "is not a database"),
        (of_another_program, "of another program"),
        (of_a_newer_release, "newer Minuted"),
        (a_folder, "can't be opened"),
    ],
)
def test_what_is_not_a_corpus_is_refused_and_left_alone(tmp_path: Path, spoil: object, reason: str) -> None:
    assert callable(spoil)
    spoil(tmp_path)
    path = tmp_path / DATABASE_NAME
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CorpusError, match=reason) as refused:
        Corpus.open(tmp_path, create=True)
    assert "\n" not in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_corpus_of_the_first_release_is_brought_up_to_date(tmp_path: Path) -> None:
    Corpus.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / DATABASE_NAME) as database:
        (latest,) = database.execute("PRAGMA user_version").fetchone()
        database.executescript(
            """
            DROP TABLE links_by_hand;
            DROP TABLE links;
            DROP TABLE link_keys;
            DROP TABLE linked_things;
            DROP TABLE registry_changes;
            DROP TABLE watch_told;
            DROP TABLE watched_versions;
            DROP TABLE watches;
            DROP TABLE alignments;
            DROP TABLE aligned_decisions;
            DROP TABLE reported_checks;
            DROP TABLE page_reads;
            DROP TABLE hyperlinks;
            DROP TABLE furniture;
            DROP TABLE minutes_approvals;
            DROP TABLE announced_meetings;
            DROP TABLE item_papers;
            DROP TABLE exemptions;
            DROP TABLE doubts;
            DROP TABLE unresolved;
            DROP TABLE person_links;
            DROP TABLE persons;
            DROP TABLE document_homes;
            DROP TABLE companion_homes;
            DROP TABLE registry_states;
            DROP TABLE body_links;
            DROP TABLE body_definitions;
            DROP TABLE body_aliases;
            DROP TABLE home_bodies;
            DROP TABLE bodies;
            DROP INDEX idx_decisions_motion_id;
            ALTER TABLE decisions DROP COLUMN motion_id;
            DROP TABLE declarations;
            DROP TABLE motions;
            ALTER TABLE recommendations DROP COLUMN stem;
            ALTER TABLE recommendations DROP COLUMN board;
            ALTER TABLE actions DROP COLUMN status_note;
            ALTER TABLE decisions DROP COLUMN stem;
            ALTER TABLE decisions DROP COLUMN not_voting;
            ALTER TABLE decisions DROP COLUMN named_votes;
            ALTER TABLE decisions DROP COLUMN casting_vote;
            ALTER TABLE decisions DROP COLUMN delegated_to;
            ALTER TABLE decisions DROP COLUMN consulting;
            ALTER TABLE decisions DROP COLUMN delegated_task;
            ALTER TABLE decisions DROP COLUMN deferred_to;
            ALTER TABLE decisions DROP COLUMN deferred_to_date;
            ALTER TABLE decisions DROP COLUMN referred_to;
            ALTER TABLE decisions DROP COLUMN conditions;
            ALTER TABLE decisions DROP COLUMN key_decision;
            ALTER TABLE decisions DROP COLUMN call_in;
            ALTER TABLE decisions DROP COLUMN urgency;
            ALTER TABLE decisions DROP COLUMN effective_date;
            ALTER TABLE decisions DROP COLUMN reasons;
            ALTER TABLE decisions DROP COLUMN exempt;
            DROP INDEX idx_people_surname;
            ALTER TABLE people DROP COLUMN surname;
            ALTER TABLE people DROP COLUMN namesake;
            ALTER TABLE meetings DROP COLUMN time;
            ALTER TABLE meetings DROP COLUMN place;
            ALTER TABLE meetings DROP COLUMN quorate;
            ALTER TABLE attendance DROP COLUMN substitutes_for;
            ALTER TABLE attendance DROP COLUMN part;
            DROP INDEX idx_paper_fields_key;
            ALTER TABLE paper_fields DROP COLUMN key;
            ALTER TABLE paper_fields DROP COLUMN entry;
            CREATE TABLE unread_pages (document_id TEXT, position INTEGER, page INTEGER, reason TEXT);
            INSERT INTO versions (sha256, size, reader_version, ruleset_version, read_at, status)
                VALUES ('00', 1, '1', '1', '2030-05-03T10:00:00Z', 'empty');
            INSERT INTO documents (id, sha256, current, name, media_type, title, pages, text, layout)
                VALUES ('scan', '00', 1, 'scan.pdf', 'application/pdf', 'scan', 2, '', '[[0],[],[]]');
            INSERT INTO people (id, document_id, position, name, folded, aliases, roles, organisations, listed)
                VALUES ('scan/person-1', 'scan', 0, 'Orla Tarn', 'orla tarn', '[]', '[]', '[]', 1);
            INSERT INTO organisations (id, document_id, position, name, folded, kind, aliases)
                VALUES ('scan/organisation-1', 'scan', 0, 'Mere Council', 'mere council', 'council', '[]');
            INSERT INTO unread_pages VALUES ('scan', 0, 1, 'the page is a picture without text; it needs OCR');
            INSERT INTO unread_pages VALUES ('scan', 1, 2, 'the page is damaged and can''t be read');
            PRAGMA user_version = 1;
            """
        )
    database.close()
    with Corpus.open(tmp_path) as corpus:
        assert [(row.page, row.read_by) for row in corpus.page_reads()] == [(1, "needs_ocr"), (2, "nothing")]
        assert not [problem for problem in corpus.check() if problem.kind == "integrity"]
        assert not corpus.is_linked
        corpus.link()
        assert [row.id for row in corpus.people()] == ["body-not-named/orla-tarn"]
        assert [row.id for row in corpus.organisations()] == ["mere-council"]
    with sqlite3.connect(tmp_path / DATABASE_NAME) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (latest,)
        assert not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'unread_pages'").fetchall()
        assert database.execute("SELECT time, place, quorate FROM meetings").fetchall() == []
        assert database.execute("SELECT substitutes_for, part FROM attendance").fetchall() == []
        assert database.execute("SELECT key, entry FROM paper_fields").fetchall() == []
        assert database.execute("SELECT stem, motion_id, exempt FROM decisions").fetchall() == []
        for table in (
            "watches",
            "watched_versions",
            "watch_told",
            "alignments",
            "aligned_decisions",
            "reported_checks",
            "declarations",
            "motions",
            "hyperlinks",
            "furniture",
            "minutes_approvals",
            "announced_meetings",
            "item_papers",
            "exemptions",
            "doubts",
            "unresolved",
        ):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
    database.close()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "corpus"
    file.write_text("not a folder")
    for folder in (file, file / "below"):
        with pytest.raises(CorpusError, match="it is a file, not a folder"):
            Corpus.open(folder, create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_writable_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(CorpusError):
        Corpus.open(tmp_path / "corpus", create=True)


def test_opening_and_reading_import_nothing_of_weight(tmp_path: Path) -> None:
    Corpus.open(tmp_path, create=True).close()
    script = (
        "import sys; from pathlib import Path; from corpus.store import Corpus\n"
        "with Corpus.open(Path(sys.argv[1])) as corpus: corpus.revision, list(corpus.entries()), corpus.papers()\n"
        "print([name for name in ('sqlite_utils', 'msgspec', 'rapidfuzz') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def test_the_version_of_the_schema_counts_its_steps() -> None:
    assert len(STEPS) == SCHEMA_VERSION
