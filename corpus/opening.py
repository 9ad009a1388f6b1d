"""Opens a corpus' database: makes it, brings it up to date, or says in one line why it can't be used."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from corpus.errors import CorpusError
from corpus.folding import fold

DATABASE_NAME = "minuted.db"

# "MINU": tells our database from any other that has the same file name.
APPLICATION_ID = 0x4D494E55

SCHEMA_VERSION = 15
"""The steps of ``corpus.migrations``, counted: told here so that a corpus that is up to date is opened without them."""

# Writing one document takes well under a second; a run that has the database for longer than this is stuck.
BUSY_TIMEOUT_SECONDS = 10.0

_WHERE_WRITABLE = "open it once where it can be written"


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
    target = f"{path.absolute().as_uri()}?{'mode=rwc' if create or _is_writable(path) else _reading(path)}"
    try:
        connection = sqlite3.connect(target, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None, uri=True)
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


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _reading(path: Path) -> str:
    """How SQLite is to open a database that can't be written.

    It keeps files beside one in WAL mode even to read it, unless it is told that nobody writes: nobody does where there
    is no log. Where there is one, it holds what belongs to the database, and its shared memory must be there as well.
    """
    return "mode=ro" if _log(path).exists() else "immutable=1"


def _log(path: Path) -> Path:
    """Where SQLite keeps what it has not yet written into the database at ``path``."""
    return path.with_name(f"{path.name}-wal")


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
    if version > SCHEMA_VERSION:
        raise CorpusError(f"the corpus at {folder} was made by a newer Minuted (schema {version}); upgrade to read it")
    if not version and not create:
        raise CorpusError(f"there is no corpus at {folder}; make one with `minuted ingest PATH`")
    if version < SCHEMA_VERSION:
        if not _is_writable(folder / DATABASE_NAME):
            raise CorpusError(
                f"the corpus at {folder} was made by an older Minuted; open it once where it can be written"
            )
        from corpus.migrations import migrate

        migrate(connection, APPLICATION_ID)


def _reason(folder: Path, error: sqlite3.Error) -> str:
    path = folder / DATABASE_NAME
    if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
        return f"{path} is not a database; move it away, or choose another corpus folder"
    if _primary(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) and not _is_writable(path):
        if _log(path).exists():
            return f"the corpus at {folder} was left in the middle of writing; {_WHERE_WRITABLE}"
        return f"the corpus at {folder} is not writable"
    return f"the corpus at {folder} can't be opened: {error}"


def _primary(error: sqlite3.Error) -> int:
    """What kind of error it is, without the details that SQLite adds to its number."""
    return error.sqlite_errorcode & 0xFF
