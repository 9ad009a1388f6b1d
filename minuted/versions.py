"""By which readers and rules a document came about: where these change, it is read again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Versions:
    """The version of the readers and that of the rules."""

    reader: str
    ruleset: str


def current_versions() -> Versions:
    """Those of this program."""
    from extract.rulebook import ruleset_version
    from ingest.reader import READER_VERSION

    return Versions(READER_VERSION, ruleset_version())
