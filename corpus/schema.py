"""The tables of the store, as data: what `migrations` creates and `writing` fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Columns = Mapping[str, type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: columns in order, what may not be null, and where its rows belong.

    ``parents`` names by column the table whose row it dies with (``ON DELETE CASCADE``), ``references`` the table that
    it merely points to; both point at that table's single primary key. Every such column has an index, and so has
    each of ``indexes``.
    """

    name: str
    columns: Columns
    pk: str | tuple[str, ...] | None
    required: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    indexes: tuple[tuple[str, ...], ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()


_PLACE: Columns = {"span_start": int, "span_end": int, "page": int, "line": int}
_PLACE_REQUIRED = ("span_start", "span_end", "page")
_NUMBERED: Columns = {"document_id": str, "position": int}
_PART: Columns = {"id": str, **_NUMBERED}
_PART_REQUIRED = ("id", "document_id", "position")
_EVIDENCE: Columns = {**_PLACE, "quote": str, "rule": str}
_EVIDENCE_REQUIRED = (*_PLACE_REQUIRED, "quote", "rule")

# ``voted`` tells a vote that gives no count from none; named votes are JSON, names by the way they voted.
_VOTE: Columns = {
    "voted": int,
    "votes_for": int,
    "votes_against": int,
    "abstained": int,
    "not_voting": int,
    "vote_result": str,
    "named_votes": str,
    "casting_vote": str,
}

# What a decision says beside what was decided; ``exempt`` is a JSON array of paragraphs.
_PARTICULARS: Columns = {
    "delegated_to": str,
    "consulting": str,
    "delegated_task": str,
    "deferred_to": str,
    "deferred_to_date": str,
    "referred_to": str,
    "conditions": str,
    "key_decision": int,
    "call_in": str,
    "urgency": str,
    "effective_date": str,
    "reasons": str,
    "exempt": str,
}

# What a document says of somebody: the version, the name, and which of several of that name in it (from 0).
_SAID: Columns = {"sha256": str, "folded": str, "namesake": int}

# Of what has a place: the paper that holds it by its span; its other references are what the rules said.
_AT_PAPER: Columns = {"at_paper": str}

# The ends of a link, each with its evidence.
_END = {"id": str, "document": str, "start": int, "end": int, "page": int, "line": int, "quote": str}
_ENDS: Columns = {f"{end}_{column}": kind for end in ("from", "to") for column, kind in _END.items()}
_ENDS_REQUIRED = tuple(name for name in _ENDS if not name.endswith("_line"))

TABLES = (
    Table(
        name="versions",
        columns={
            "sha256": str,
            "size": int,
            "media_type": str,
            "reader_version": str,
            "ruleset_version": str,
            "read_at": str,
            "status": str,
            "reason": str,
        },
        pk="sha256",
        required=("sha256", "size", "reader_version", "ruleset_version", "read_at", "status"),
    ),
    Table(
        name="sources",
        columns={
            "location": str,
            "first_seen": str,
            "last_seen": str,
            "withdrawn_at": str,
            "size": int,
            "modified_ns": int,
            "sha256": str,
        },
        pk="location",
        required=("location", "first_seen", "last_seen", "size", "modified_ns"),
        references={"sha256": "versions"},
    ),
    Table(
        name="source_versions",
        columns={"location": str, "sha256": str, "first_seen": str},
        pk=("location", "sha256"),
        required=("location", "sha256", "first_seen"),
        references={"location": "sources", "sha256": "versions"},
    ),
    Table(
        name="failures",
        columns={
            "location": str,
            "sha256": str,
            "size": int,
            "modified_ns": int,
            "reason": str,
            "reader_version": str,
            "ruleset_version": str,
            "failed_at": str,
        },
        pk="location",
        required=("location", "size", "modified_ns", "reason", "reader_version", "ruleset_version", "failed_at"),
        references={"location": "sources"},
    ),
    Table(
        name="runs",
        columns={
            "id": int,
            "started_at": str,
            "finished_at": str,
            "arguments": str,
            "new": int,
            "changed": int,
            "updated": int,
            "duplicate": int,
            "unchanged": int,
            "failed": int,
        },
        pk="id",
        required=("started_at", "arguments", "new", "changed", "updated", "duplicate", "unchanged", "failed"),
    ),
    Table(
        name="document_changes",
        columns={"document_id": str, "revision": int, "present": int},
        pk="document_id",
        required=("document_id", "revision", "present"),
        indexes=(("revision",),),
    ),
    # text and layout stand last: SQLite reads what comes before them without touching their overflow pages.
    Table(
        name="documents",
        columns={
            "id": str,
            "sha256": str,
            "current": int,
            "name": str,
            "media_type": str,
            "title": str,
            "body": str,
            "organisation": str,
            "date": str,
            "pages": int,
            "text": str,
            "layout": str,
        },
        pk="id",
        required=("id", "sha256", "current", "name", "media_type", "title", "pages", "text", "layout"),
        references={"sha256": "versions"},
        unique=(("sha256",),),
    ),
    Table(
        name="page_reads",
        columns={**_NUMBERED, "page": int, "read_by": str, "reason": str, "words": str},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "page", "read_by", "reason", "words"),
        parents={"document_id": "documents"},
    ),
    Table(
        name="hyperlinks",
        columns={**_NUMBERED, "target": str, **_PLACE},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "target", *_PLACE_REQUIRED),
        parents={"document_id": "documents"},
    ),
    Table(
        name="furniture",
        columns={**_NUMBERED, "page": int, "kind": str, "text": str},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "page", "kind", "text"),
        parents={"document_id": "documents"},
    ),
    Table(
        name="papers",
        columns={
            **_PART,
            "kind": str,
            "title": str,
            "body": str,
            "organisation": str,
            "date": str,
            **_PLACE,
        },
        pk="id",
        required=(*_PART_REQUIRED, "kind", "title", *_PLACE_REQUIRED),
        parents={"document_id": "documents"},
        indexes=(("date",),),
    ),
    Table(
        name="paper_fields",
        columns={
            "paper_id": str,
            "position": int,
            "label": str,
            "value": str,
            **_PLACE,
            "key": str,
            "entry": int,
        },
        pk=("paper_id", "position"),
        required=("paper_id", "position", "label", "value", *_PLACE_REQUIRED),
        parents={"paper_id": "papers"},
        indexes=(("key",),),
    ),
    Table(
        name="sections",
        columns={
            **_PART,
            "paper_id": str,
            "number": str,
            "heading": str,
            "level": int,
            "parent_id": str,
            **_PLACE,
        },
        pk="id",
        required=(*_PART_REQUIRED, "paper_id", "level", *_PLACE_REQUIRED),
        parents={"document_id": "documents"},
        references={"paper_id": "papers", "parent_id": "sections"},
    ),
    Table(
        name="meetings",
        columns={
            **_PART,
            "paper_id": str,
            "kind": str,
            "body": str,
            "organisation": str,
            "date": str,
            "status": str,
            **_PLACE,
            "time": str,
            "place": str,
            "quorate": int,
        },
        pk="id",
        required=(*_PART_REQUIRED, "paper_id", "kind", *_PLACE_REQUIRED),
        parents={"document_id": "documents"},
        references={"paper_id": "papers"},
        indexes=(("date",),),
    ),
    Table(
        name="minutes_approvals",
        columns={**_NUMBERED, "meeting_id": str, "date": str, **_PLACE, "quote": str},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "meeting_id", "date", *_PLACE_REQUIRED, "quote"),
        parents={"document_id": "documents"},
        references={"meeting_id": "meetings"},
        indexes=(("date",),),
    ),
    Table(
        name="announced_meetings",
        columns={
            **_NUMBERED,
            "paper_id": str,
            "date": str,
            "called": str,
            "cancelled": int,
            **_PLACE,
            "quote": str,
        },
        pk=("document_id", "position"),
        required=(*_NUMBERED, "paper_id", "date", "cancelled", *_PLACE_REQUIRED, "quote"),
        parents={"document_id": "documents"},
        references={"paper_id": "papers"},
        indexes=(("date",),),
    ),
    Table(
        name="item_papers",
        columns={**_NUMBERED, "section_id": str, "paper_id": str, "reason": str},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "section_id", "paper_id", "reason"),
        parents={"document_id": "documents"},
        references={"section_id": "sections", "paper_id": "papers"},
    ),
    Table(
        name="exemptions",
        columns={
            **_NUMBERED,
            "section_id": str,
            "paragraphs": str,
            "withheld": int,
            **_PLACE,
            "quote": str,
            **_AT_PAPER,
        },
        pk=("document_id", "position"),
        required=(*_NUMBERED, "paragraphs", "withheld", *_PLACE_REQUIRED, "quote"),
        parents={"document_id": "documents"},
        references={"section_id": "sections", "at_paper": "papers"},
    ),
    Table(
        name="doubts",
        columns={**_NUMBERED, "reason": str, **_PLACE, "quote": str, **_AT_PAPER},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "reason", *_PLACE_REQUIRED, "quote"),
        parents={"document_id": "documents"},
        references={"at_paper": "papers"},
    ),
    Table(
        name="attendance",
        columns={
            **_NUMBERED,
            "meeting_id": str,
            "name": str,
            "status": str,
            "title": str,
            "initials": str,
            "role": str,
            "organisation": str,
            "note": str,
            "substitutes_for": str,
            "part": str,
            **_PLACE,
            "quote": str,
        },
        pk=("document_id", "position"),
        required=(*_NUMBERED, "name", "status", *_PLACE_REQUIRED, "quote"),
        parents={"document_id": "documents"},
        references={"meeting_id": "meetings"},
    ),
    Table(
        name="people",
        columns={
            **_PART,
            "name": str,
            "folded": str,
            "title": str,
            "aliases": str,
            "roles": str,
            "organisations": str,
            "listed": int,
            "surname": str,
            "namesake": int,
        },
        pk="id",
        required=(*_PART_REQUIRED, "name", "folded", "aliases", "roles", "organisations", "listed"),
        parents={"document_id": "documents"},
        indexes=(("folded",), ("surname",)),
    ),
    Table(
        name="person_mentions",
        columns={"person_id": str, **_EVIDENCE},
        pk=None,
        required=("person_id", *_EVIDENCE_REQUIRED),
        parents={"person_id": "people"},
    ),
    Table(
        name="unresolved",
        columns={**_NUMBERED, "candidates": str, "reason": str, **_EVIDENCE, **_AT_PAPER},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "candidates", "reason", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={"at_paper": "papers"},
    ),
    Table(
        name="persons",
        columns={"id": str, "name": str, "folded": str, "title": str, "merged_into": str, "merged_at": str},
        pk="id",
        required=("id", "name", "folded"),
        references={"merged_into": "persons"},
    ),
    # By the version's bytes and the name, which are the same when a paper is read anew.
    Table(
        name="person_links",
        columns={**_SAID, "surname": str, "person_id": str, "reason": str, "by_hand": int},
        pk=("sha256", "folded", "namesake"),
        required=(*_SAID, "surname", "person_id", "reason", "by_hand"),
        references={"sha256": "versions", "person_id": "persons"},
        indexes=(("surname",),),
    ),
    Table(
        name="document_homes",
        columns={"document_id": str, "home": str},
        pk="document_id",
        required=("document_id", "home"),
        parents={"document_id": "documents"},
        indexes=(("home",),),
    ),
    Table(
        name="companion_homes",
        columns={"home": str, "other": str, "shared": int},
        pk=("home", "other"),
        required=("home", "other", "shared"),
    ),
    Table(
        name="registry_states",
        columns={"registry": str, "revision": int, "version": str},
        pk="registry",
        required=("registry", "revision", "version"),
    ),
    # Of what was noted last: ``unit`` is the person or body as the search index knows it.
    Table(
        name="registry_changes",
        columns={"unit": str, "revision": int},
        pk="unit",
        required=("unit", "revision"),
        indexes=(("revision",),),
    ),
    # ``key`` tells a body from all others by what its name rests on, ``owner`` whose board or committee it is.
    Table(
        name="bodies",
        columns={
            "id": str,
            "key": str,
            "name": str,
            "kind": str,
            "owner": str,
            "merged_into": str,
            "merged_at": str,
        },
        pk="id",
        required=("id", "key", "name", "kind"),
        references={"owner": "bodies", "merged_into": "bodies"},
        unique=(("key",),),
    ),
    Table(
        name="body_links",
        columns={"sha256": str, "folded": str, "form": str, "body_id": str, "reason": str},
        pk=("sha256", "folded"),
        required=("sha256", "folded", "form", "body_id", "reason"),
        references={"sha256": "versions", "body_id": "bodies"},
        indexes=(("form",),),
    ),
    Table(
        name="body_definitions",
        columns={"sha256": str, "home": str, "short": str, "folded": str},
        pk=("sha256", "short", "folded"),
        required=("sha256", "home", "short", "folded"),
        references={"sha256": "versions"},
        indexes=(("home", "short"),),
    ),
    # What a name means by hand; ``owner`` is empty where it means so in all papers.
    Table(
        name="body_aliases",
        columns={"form": str, "owner": str, "name": str, "body_id": str, "made_at": str},
        pk=("form", "owner"),
        required=("form", "owner", "name", "body_id", "made_at"),
        references={"body_id": "bodies"},
    ),
    Table(
        name="home_bodies",
        columns={"home": str, "body_id": str, "name": str},
        pk="home",
        required=("home", "body_id", "name"),
        references={"body_id": "bodies"},
    ),
    Table(
        name="organisations",
        columns={**_PART, "name": str, "folded": str, "kind": str, "aliases": str},
        pk="id",
        required=(*_PART_REQUIRED, "name", "folded", "kind", "aliases"),
        parents={"document_id": "documents"},
        indexes=(("folded",),),
    ),
    Table(
        name="organisation_mentions",
        columns={"organisation_id": str, **_EVIDENCE},
        pk=None,
        required=("organisation_id", *_EVIDENCE_REQUIRED),
        parents={"organisation_id": "organisations"},
    ),
    Table(
        name="recommendations",
        columns={
            **_PART,
            "text": str,
            "number": str,
            "paper_id": str,
            "section_id": str,
            **_EVIDENCE,
            **_AT_PAPER,
            "stem": str,
            "board": str,
        },
        pk="id",
        required=(*_PART_REQUIRED, "text", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={"paper_id": "papers", "section_id": "sections", "at_paper": "papers"},
    ),
    Table(
        name="motions",
        columns={
            **_PART,
            "kind": str,
            "text": str,
            "fate": str,
            "section_id": str,
            "meeting_id": str,
            "moved_by": str,
            "seconded_by": str,
            **_VOTE,
            "amends_id": str,
            **_EVIDENCE,
            **_AT_PAPER,
        },
        pk="id",
        required=(*_PART_REQUIRED, "kind", "text", "voted", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={
            "section_id": "sections",
            "meeting_id": "meetings",
            "at_paper": "papers",
            "amends_id": "motions",
        },
    ),
    Table(
        name="decisions",
        columns={
            **_PART,
            "text": str,
            "number": str,
            "outcome": str,
            "verb": str,
            "item": str,
            "section_id": str,
            "meeting_id": str,
            "explicit": int,
            "moved_by": str,
            "seconded_by": str,
            **_VOTE,
            **_EVIDENCE,
            **_AT_PAPER,
            "stem": str,
            "motion_id": str,
            **_PARTICULARS,
        },
        pk="id",
        required=(*_PART_REQUIRED, "text", "outcome", "explicit", "voted", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={
            "section_id": "sections",
            "meeting_id": "meetings",
            "at_paper": "papers",
            "motion_id": "motions",
        },
        indexes=(("outcome",),),
    ),
    Table(
        name="reported_decisions",
        columns={
            **_PART,
            "text": str,
            "decided_by": str,
            "decided_on": str,
            "section_id": str,
            **_EVIDENCE,
            **_AT_PAPER,
        },
        pk="id",
        required=(*_PART_REQUIRED, "text", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={"section_id": "sections", "at_paper": "papers"},
    ),
    Table(
        name="actions",
        columns={
            **_PART,
            "text": str,
            "reference": str,
            "owner": str,
            "owner_name": str,
            "due": str,
            "due_date": str,
            "status": str,
            "explicit": int,
            "section_id": str,
            "meeting_id": str,
            "also": str,
            **_EVIDENCE,
            **_AT_PAPER,
            "status_note": str,
        },
        pk="id",
        required=(*_PART_REQUIRED, "text", "status", "explicit", "also", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={"section_id": "sections", "meeting_id": "meetings", "at_paper": "papers"},
        indexes=(("status",),),
    ),
    Table(
        name="declarations",
        columns={
            **_PART,
            "who": str,
            "name": str,
            "kind": str,
            "interest": str,
            "items": str,
            "left_room": int,
            "section_id": str,
            "meeting_id": str,
            **_EVIDENCE,
            **_AT_PAPER,
        },
        pk="id",
        required=(*_PART_REQUIRED, "who", "items", *_EVIDENCE_REQUIRED),
        parents={"document_id": "documents"},
        references={"section_id": "sections", "meeting_id": "meetings", "at_paper": "papers"},
    ),
    # Derived from all documents on show: what goes takes with it what was told of it.
    Table(
        name="alignments",
        columns={
            "recommendation_id": str,
            "fate": str,
            "score": float,
            "reason": str,
            "sitting_body": str,
            "sitting_date": str,
            "meeting_id": str,
            "held_in": str,
            "item_id": str,
            "change": str,
        },
        pk="recommendation_id",
        required=("recommendation_id", "fate", "score", "reason", "change"),
        parents={
            "recommendation_id": "recommendations",
            "meeting_id": "meetings",
            "held_in": "documents",
            "item_id": "sections",
        },
        indexes=(("fate",), ("sitting_date",)),
    ),
    Table(
        name="aligned_decisions",
        columns={"recommendation_id": str, "position": int, "decision_id": str},
        pk=("recommendation_id", "position"),
        required=("recommendation_id", "position", "decision_id"),
        parents={"recommendation_id": "recommendations", "decision_id": "decisions"},
    ),
    Table(
        name="reported_checks",
        columns={
            "reported_id": str,
            "standing": str,
            "score": float,
            "reason": str,
            "sitting_body": str,
            "sitting_date": str,
            "meeting_id": str,
            "decision_id": str,
        },
        pk="reported_id",
        required=("reported_id", "standing", "score", "reason"),
        parents={"reported_id": "reported_decisions", "meeting_id": "meetings", "decision_id": "decisions"},
        indexes=(("sitting_date",),),
    ),
    # What may be linked, as it is compared, and by which keys it is found. It outlives its document until the next run,
    # so that what it was linked with is compared anew.
    Table(
        name="linked_things",
        columns={**_NUMBERED, "thing": str},
        pk=("document_id", "position"),
        required=(*_NUMBERED, "thing"),
    ),
    Table(
        name="link_keys",
        columns={"key": str, **_NUMBERED},
        pk=("key", "document_id", "position"),
        required=("key", *_NUMBERED),
        indexes=(("document_id",),),
    ),
    # ``basis`` is the key whose things gave the link.
    Table(
        name="links",
        columns={"basis": str, "kind": str, "score": float, "reason": str, **_ENDS},
        pk=("basis", "from_id", "to_id", "kind"),
        required=("basis", "kind", "score", "reason", *_ENDS_REQUIRED),
        parents={"from_document": "documents", "to_document": "documents"},
        indexes=(("from_id",), ("to_id",), ("kind",)),
    ),
    # What somebody said of two things, kept whatever comes; no kind where they are no link.
    Table(
        name="links_by_hand",
        columns={"from_id": str, "to_id": str, "kind": str, "reason": str, "made_at": str},
        pk=("from_id", "to_id"),
        required=("from_id", "to_id", "reason", "made_at"),
        indexes=(("to_id",),),
    ),
    Table(
        name="watches",
        columns={
            "id": int,
            "name": str,
            "added_at": str,
            "ran_at": str,
            "revision": int,
            "query": str,
            "body": str,
            "organisation": str,
            "person": str,
            "owner": str,
            "kind": str,
            "outcome": str,
            "paper": str,
            "since": str,
            "until": str,
            "exactly": int,
        },
        pk="id",
        required=("name", "added_at", "revision", "query", "exactly"),
        unique=(("name",),),
    ),
    # A number for a version: the many rows that name one are a third as large.
    Table(
        name="watched_versions",
        columns={"id": int, "sha256": str},
        pk="id",
        required=("sha256",),
        references={"sha256": "versions"},
        unique=(("sha256",),),
    ),
    # ``words`` and ``place`` are fingerprints; asked for by version, and by mark over all versions.
    Table(
        name="watch_told",
        columns={"version_id": int, "watch_id": int, "words": int, "place": int, "times": int},
        pk=("version_id", "watch_id", "words", "place"),
        required=("version_id", "watch_id", "words", "place", "times"),
        parents={"watch_id": "watches"},
        references={"version_id": "watched_versions"},
        unique=(("watch_id", "words", "place", "version_id"),),
    ),
)


def _insert(table: Table) -> str:
    names = ", ".join(table.columns)
    values = ", ".join(f":{column}" for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({values})"  # noqa: S608 - names of this module's own constants


INSERTS: Mapping[str, str] = {table.name: _insert(table) for table in TABLES}
"""By table, the statement that inserts one row given as a mapping of column names."""
