"""Reads papers without a corpus and writes what was found as one JSON file a paper."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from corpus.interchange import interchange
from ingest.files import Found, Problem, find_files
from minuted.events import Event, FileDone, FileKind, Finished, PagesRead, Started, contents
from minuted.limits import ReadingLimits
from minuted.reading import PaperRead, printable
from minuted.workers import failure_reason, read_papers
from minuted.writing import write_aside


def analyse(paths: Iterable[Path], out: Path, *, limits: ReadingLimits | None = None) -> Generator[Event, None, None]:
    """Write ``<stem>.json`` into the folder ``out`` (made where it is missing) for each paper of ``paths``.

    A file of that name is replaced as a whole or not at all. Of several papers with one stem only the first is read,
    the others fail. Raises ``OSError`` where ``out`` can't be made or written.
    """
    began = time.monotonic()
    listed = tuple(find_files(paths))
    yield Started(len(listed))
    counts: Counter[FileKind] = Counter()
    with closing(_events(listed, out, limits or ReadingLimits())) as events:
        for event in events:
            if isinstance(event, FileDone):
                counts[event.kind] += 1
            yield event
    usable = sum(isinstance(each, Found) for each in listed)
    yield Finished(counts=counts, usable=usable, still_failing=0, seconds=time.monotonic() - began)


def _events(
    listed: Sequence[Found | Problem], out: Path, limits: ReadingLimits
) -> Generator[FileDone | PagesRead, None, None]:
    taken: dict[str, Path] = {}
    for each in listed:
        if isinstance(each, Problem):
            yield FileDone(path=printable(each.path), kind=FileKind.FAILED, reason=each.reason)
        elif taken.setdefault(each.path.stem, each.path) is not each.path:
            other = printable(taken[each.path.stem])
            reason = f"would be written to the same {each.path.stem}.json as {other}; give it another --out"
            yield FileDone(path=printable(each.path), kind=FileKind.FAILED, reason=reason)
    if not taken:
        return
    out.mkdir(parents=True, exist_ok=True)
    with closing(read_papers(taken.values(), limits)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, PagesRead):
                yield outcome
                continue
            path = printable(outcome.task)
            if outcome.result is None:
                yield FileDone(path=path, kind=FileKind.FAILED, reason=failure_reason(outcome), details=outcome.details)
            else:
                yield _written(path, outcome.result, out / f"{outcome.task.stem}.json")


def _written(path: str, read: PaperRead, target: Path) -> FileDone:
    told = json.dumps(interchange(read.document, read.findings), ensure_ascii=False, indent=1)
    with write_aside(target) as aside:
        aside.write_text(told + "\n", encoding="utf-8")
    has_text = bool(read.document.text.strip())
    return FileDone(
        path=path,
        kind=FileKind.NEW if has_text else FileKind.EMPTY,
        reason=None if has_text else "it holds no text that could be read",
        document=read.document.id,
        contents=contents(read.document, read.findings),
    )
