"""Creates the store's tables and brings an older store up to date: the one place that imports sqlite_utils.

Importing sqlite_utils takes some 150 ms, and the tables some more, so `opening` imports this module only when ``PRAGMA
user_version`` says that there is something to do. A new step raises ``opening.SCHEMA_VERSION``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from corpus.namesakes import name_parts
from corpus.schema import TABLES, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]


def migrate(connection: sqlite3.Connection, application_id: int) -> None:
    """Take every step that ``connection``'s database has not taken yet, all in one transaction.

    ``PRAGMA user_version`` counts the steps taken. Raises ``sqlite3.Error`` where the database can't be written.
    """
    from sqlite_utils import Database

    connection.execute("PRAGMA journal_mode = WAL")
    database = Database(connection, execute_plugins=False)
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        (taken,) = connection.execute("PRAGMA user_version").fetchone()
        # A new database gets today's tables at once: the later steps only bring older ones up to them.
        for step in STEPS[taken:] if taken else STEPS[:1]:
            step(database)
        connection.execute(f"PRAGMA application_id = {application_id:d}")
        connection.execute(f"PRAGMA user_version = {max(taken, len(STEPS)):d}")


def _create_tables(database: Database) -> None:
    primary_keys = {table.name: table.pk for table in TABLES}
    for table in TABLES:
        _create(database, table, primary_keys)


def _create(database: Database, table: Table, primary_keys: Mapping[str, str | tuple[str, ...] | None]) -> None:
    from sqlite_utils.db import ForeignKey

    def key(column: str, other: str, on_delete: str) -> ForeignKey:
        other_column = primary_keys[other]
        assert isinstance(other_column, str), f"{table.name}.{column} points to a table without a single key"
        return ForeignKey(table.name, column, other, other_column, on_delete=on_delete)

    created = database.create_table(
        table.name,
        dict(table.columns),
        pk=table.pk,
        foreign_keys=[
            *(key(column, other, "CASCADE") for column, other in table.parents.items()),
            *(key(column, other, "NO ACTION") for column, other in table.references.items()),
        ],
        not_null=table.required,
        strict=True,
    )
    for unique in table.unique:
        created.create_index(unique, unique=True)
    for index in _indexes(table):
        created.create_index(index)


def _indexes(table: Table) -> list[tuple[str, ...]]:
    """What is filtered by, and every foreign key: without an index each delete would scan the child table."""
    leading = table.pk if isinstance(table.pk, str) else (table.pk or ("",))[0]
    covered = {leading, *(unique[0] for unique in table.unique)}
    keys = [(column,) for column in (*table.parents, *table.references) if column not in covered]
    return [*keys, *table.indexes]


def _keep_hyperlinks_and_furniture(database: Database) -> None:
    """Documents that were read before have none until they are read again."""
    for table in TABLES:
        if table.name in {"hyperlinks", "furniture"}:
            _create(database, table, {"documents": "id"})


def _tell_how_pages_were_read(database: Database) -> None:
    """Of unread pages only the reason was known; now each page not read in the ordinary way tells of itself."""
    wanted = next(table for table in TABLES if table.name == "page_reads")
    _create(database, wanted, {"documents": "id"})
    database.execute(
        "INSERT INTO page_reads (document_id, position, page, read_by, reason, words)"
        " SELECT document_id, position, page, iif(reason LIKE '%needs OCR', 'needs_ocr', 'nothing'), reason, '[]'"
        " FROM unread_pages"
    )
    database["unread_pages"].drop()


def _tell_more_of_meetings(database: Database) -> None:
    """Documents that were read before tell nothing of it until they are read again."""
    for column, kind in {"time": str, "place": str, "quorate": int}.items():
        database.table("meetings").add_column(column, kind)
    keys = {"documents": "id", "meetings": "id", "sections": "id", "papers": "id"}
    for table in TABLES:
        if table.name in {"minutes_approvals", "item_papers", "exemptions", "doubts"}:
            _create(database, table, keys)


def _tell_more_of_attendance(database: Database) -> None:
    """Documents that were read before tell of no substitutes and parts of meetings until they are read again."""
    for column in ("substitutes_for", "part"):
        database.table("attendance").add_column(column, str)


def _tell_what_fields_ask_for(database: Database) -> None:
    """Fields that were read before have their label alone until they are read again."""
    fields = database.table("paper_fields")
    for column, kind in {"key": str, "entry": int}.items():
        fields.add_column(column, kind)
    fields.create_index(["key"])


def _keep_unresolved_names(database: Database) -> None:
    """Documents that were read before tell of none until they are read again."""
    wanted = next(table for table in TABLES if table.name == "unresolved")
    _create(database, wanted, {"documents": "id", "papers": "id"})


def _know_people_over_documents(database: Database) -> None:
    """People that were found before are told apart by name, and linked at the next run."""
    people = database.table("people")
    for column, kind in {"surname": str, "namesake": int}.items():
        people.add_column(column, kind)
    people.create_index(["surname"])
    rows = database.execute(
        "SELECT id, name, row_number() OVER (PARTITION BY document_id, folded ORDER BY position) - 1 FROM people"
    ).fetchall()
    database.conn.executemany(
        "UPDATE people SET surname = ?, namesake = ? WHERE id = ?",
        [(name_parts(name)[1], namesake, person) for person, name, namesake in rows],
    )
    keys = {"documents": "id", "versions": "sha256", "persons": "id"}
    for table in TABLES:
        if table.name in {"persons", "person_links", "document_homes", "companion_homes", "registry_states"}:
            _create(database, table, keys)


def _know_bodies_over_documents(database: Database) -> None:
    """Bodies that were found before are linked at the next run."""
    keys = {"versions": "sha256", "bodies": "id"}
    for table in TABLES:
        if table.name in {"bodies", "body_links", "body_definitions", "body_aliases", "home_bodies"}:
            _create(database, table, keys)


def _tell_more_of_decisions(database: Database) -> None:
    """Documents that were read before tell nothing of it until they are read again."""
    keys = {"documents": "id", "sections": "id", "meetings": "id", "papers": "id", "motions": "id"}
    by_name = {table.name: table for table in TABLES}
    for name in ("motions", "declarations"):
        _create(database, by_name[name], keys)
    for name in ("recommendations", "decisions", "actions"):
        table = database.table(name)
        for column, kind in by_name[name].columns.items():
            if column not in table.columns_dict and column != "motion_id":
                table.add_column(column, kind)
    database.execute("ALTER TABLE decisions ADD COLUMN motion_id TEXT REFERENCES motions(id)")
    database.table("decisions").create_index(["motion_id"])


def _tell_what_became_of_recommendations(database: Database) -> None:
    """What was found before is compared at the next run."""
    pointed_at = ("documents", "meetings", "sections", "recommendations", "decisions", "reported_decisions")
    keys = dict.fromkeys(pointed_at, "id")
    for table in TABLES:
        if table.name in {"alignments", "aligned_decisions", "reported_checks"}:
            _create(database, table, keys)


def _keep_watches(database: Database) -> None:
    """There are none yet."""
    keys = {"versions": "sha256", "watches": "id", "watched_versions": "id"}
    for table in TABLES:
        if table.name in {"watches", "watched_versions", "watch_told"}:
            _create(database, table, keys)


def _note_changes_of_the_registry(database: Database) -> None:
    """There are none yet: an index that knows persons and bodies is made anew first."""
    wanted = next(table for table in TABLES if table.name == "registry_changes")
    _create(database, wanted, {})


def _link_findings(database: Database) -> None:
    """What was found before is linked at the next run."""
    for table in TABLES:
        if table.name in {"linked_things", "link_keys", "links", "links_by_hand"}:
            _create(database, table, {"documents": "id"})


def _know_of_announced_meetings(database: Database) -> None:
    """Documents that were read before announce none until they are read again."""
    wanted = next(table for table in TABLES if table.name == "announced_meetings")
    _create(database, wanted, {"documents": "id", "papers": "id"})


STEPS: tuple[Step, ...] = (
    _create_tables,
    _keep_hyperlinks_and_furniture,
    _tell_how_pages_were_read,
    _tell_more_of_meetings,
    _tell_more_of_attendance,
    _tell_what_fields_ask_for,
    _keep_unresolved_names,
    _know_people_over_documents,
    _know_bodies_over_documents,
    _tell_more_of_decisions,
    _tell_what_became_of_recommendations,
    _keep_watches,
    _note_changes_of_the_registry,
    _link_findings,
    _know_of_announced_meetings,
)
