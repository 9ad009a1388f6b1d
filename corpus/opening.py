"""Opens a corpus' database: makes it, brings it up to date, or says in one line why it can't be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from corpus.errors import CorpusError
from corpus.folding import fold
from corpus.migrations import STEPS, migrate

DATABASE_NAME = "minuted.db"

# "MINU": tells our database from any other that has the same file name.
APPLICATION_ID = 0x4D494E55

# Writing one document takes well under a second; a run that has the database for longer than this is stuck.
BUSY_TIMEOUT_SECONDS = 10.0


def open_database(folder: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the database in ``folder`` with its schema up to date.

    Raises ``CorpusError`` where there is none and ``create`` is false, where it can't be made, read or written, where
    it is not a corpus, and where a newer release made it.
    """
    path = folder / DATABASE_NAME
    if create:
        _make_folder(folder)
    elif not path.is_file():
        raise CorpusError(f"there is no corpus at {folder}; make one with `minuted ingest PATH`")
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise CorpusError(f"the corpus at {folder} can't be opened: {error}") from error
    try:
        _prepare(connection, folder, create=create)
    except sqlite3.Error as error:
        connection.close()
        raise CorpusError(_reason(folder, error)) from error
    except CorpusError:
        connection.close()
        raise
    return connection


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CorpusError(f"a corpus can't be made at {folder}: it is a file, not a folder") from error
    except OSError as error:
        raise CorpusError(f"a corpus can't be made at {folder}: {error.strerror}") from error


def _prepare(connection: sqlite3.Connection, folder: Path, *, create: bool) -> None:
    connection.row_factory = sqlite3.Row
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode this is safe against a killed process and leaves a sound database after a power cut.
    connection.execute("PRAGMA synchronous = NORMAL")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and tables:
        raise CorpusError(f"{folder / DATABASE_NAME} is a database of another program, not a corpus")
    if version > len(STEPS):
        raise CorpusError(f"the corpus at {folder} was made by a newer Minuted (schema {version}); upgrade to read it")
    if not version and not create:
        raise CorpusError(f"there is no corpus at {folder}; make one with `minuted ingest PATH`")
    if version < len(STEPS):
        migrate(connection, APPLICATION_ID)


def _reason(folder: Path, error: sqlite3.Error) -> str:
    if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
        return f"{folder / DATABASE_NAME} is not a database; move it away, or choose another corpus folder"
    return f"the corpus at {folder} can't be opened: {error}"
