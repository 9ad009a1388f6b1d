"""How much time and memory reading may take, so that one bad file can't take down a run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MIB = 1024 * 1024
# What a page is given of ``least_seconds`` that is tried alone, after it or one beside it has taken down its worker.
_SHARE_ALONE = 1 / 3
# OCR takes about a second a page; a page of nothing but specks takes ten times as long.
_SECONDS_OCR = 60.0
# What is not paged is taken for a page each so many bytes, but for no more pages than the longest of such papers.
_BYTES_A_PAGE = 3000
_LONGEST_UNPAGED = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """What reading papers may take: ``processes`` work at a time, each may hold ``memory_bytes``.

    A PDF of more than ``most_pages`` is not read. No file gets less than ``least_seconds``: below that, a limit would
    rather tell of a busy machine than of a bad file, for a worker's first task imports libraries.
    ``ocr`` says that pages which need OCR get it, where there is any.
    """

    seconds_per_page: float = 1.0
    least_seconds: float = 30.0
    memory_bytes: int = 2048 * MIB
    most_pages: int = 10_000
    ocr: bool = True
    processes: int = field(default_factory=lambda: len(os.sched_getaffinity(0)))

    def seconds(self, pages: int) -> float:
        """How long it may take to read ``pages`` pages, or to make a document of them."""
        return max(self.least_seconds, pages * self.seconds_per_page)

    def seconds_unpaged(self, size: int) -> float:
        """The same for a file of ``size`` bytes that has no pages."""
        return self.seconds(min(size // _BYTES_A_PAGE, _LONGEST_UNPAGED))

    @property
    def seconds_ocr(self) -> float:
        """How long OCR may take over one page."""
        return max(_SECONDS_OCR, self.seconds_per_page)

    @property
    def seconds_alone(self) -> float:
        """How long a page may take that is tried alone."""
        return max(_SHARE_ALONE * self.least_seconds, self.seconds_per_page)
