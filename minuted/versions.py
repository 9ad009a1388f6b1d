"""By which readers and rules a document came about: where these change, it is read again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Versions:
    """The version of the readers and that of the rules; ``ocr`` says whether pages that need OCR get it now."""

    reader: str
    ruleset: str
    ocr: bool = False


def current_versions(*, ocr: bool) -> Versions:
    """Those of this program; ``ocr`` says whether OCR is wanted."""
    from extract.rulebook import ruleset_version
    from ingest.ocr import is_available
    from ingest.reader import READER_VERSION

    return Versions(READER_VERSION, ruleset_version(), ocr and is_available())
