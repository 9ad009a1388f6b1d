"""Shows a run while it goes on, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

import click

from minuted.events import (
    Aligning,
    Event,
    FileDone,
    FileKind,
    Finished,
    Indexing,
    Joining,
    Linking,
    PagesRead,
    Started,
    Unread,
)
from minuted.rowforms import as_object

_NAMES = {FileKind.UPDATED: "read anew", FileKind.EMPTY: "no text"}
NEED_OCR = "install tesseract-ocr and run it again"
"""What to do about pages that need OCR."""

_ALWAYS_FINISHED = "every run ends by telling that it has finished"
_WIDTH = len("read anew")


def show_run(events: Iterable[Event], *, quiet: bool = False, debug: bool = False) -> Finished:
    """Print what became of each file that is not unchanged, then the sum; ``quiet`` leaves out those that went well.

    What failed goes to stderr, with ``debug`` together with its traceback.
    """
    finished = None
    with _bar() as told:
        for event in events:
            told(event)
            if isinstance(event, FileDone):
                _show_file(event, quiet)
                if debug and event.details:
                    click.echo(event.details, file=sys.stderr)
            elif isinstance(event, Finished):
                finished = event
    assert finished is not None, _ALWAYS_FINISHED
    return finished


def run_object(events: Iterable[Event]) -> tuple[dict[str, object], Finished]:
    """A run as a JSON object, when it has ended: each file and the sum."""
    files: list[dict[str, object]] = []
    finished = None
    with _bar() as told:
        for event in events:
            told(event)
            if isinstance(event, FileDone):
                files.append({**as_object(event), "contents": event.contents and as_object(event.contents)})
            elif isinstance(event, Finished):
                finished = event
    assert finished is not None, _ALWAYS_FINISHED
    counts = {kind.value: finished.counts.get(kind, 0) for kind in FileKind}
    return {
        "counts": counts,
        "seconds": round(finished.seconds, 2),
        "unread": as_object(finished.unread),
        "files": files,
    }, finished


def summary(finished: Finished) -> str:
    """What a run did, in one line."""
    total = sum(finished.counts.values())
    parts = [f"{finished.counts[kind]} {_name(kind)}" for kind in FileKind if finished.counts.get(kind)]
    told = f"{total} {'file' if total == 1 else 'files'}: {', '.join(parts) or 'none'} ({finished.seconds:.1f} s)"
    if total and finished.counts.get(FileKind.UNCHANGED) == total:
        told = f"nothing to do: {told}"
    if finished.still_failing:
        told += f"; {finished.still_failing} of the unchanged could not be read earlier"
        told += " (`minuted doctor` says why, --retry-failed tries again)"
    return told + _told_unread(finished.unread)


def _told_unread(unread: Unread) -> str:
    told = ""
    if unread.pages:
        told = f"\n{pages_in_files(unread.pages, unread.files)} could not be read"
    if unread.need_ocr:
        mend = NEED_OCR if unread.ocr_wanted else "run it again without --no-ocr"
        told += f", {unread.need_ocr} of them for want of OCR: {mend}"
    return told


def pages_in_files(pages: int, files: int) -> str:
    """How many pages of how many files, in words."""
    return f"{_count(pages, 'page')} of {_count(files, 'file')}"


def _name(kind: FileKind) -> str:
    return _NAMES.get(kind, kind.value)


def _show_file(done: FileDone, quiet: bool) -> None:
    bad = done.kind in (FileKind.FAILED, FileKind.EMPTY)
    if done.kind is FileKind.UNCHANGED or (quiet and not bad):
        return
    # Named, because what click would choose by itself writes past the progress bar and into it.
    stream = sys.stderr if done.kind is FileKind.FAILED else sys.stdout
    # A name is enough where all went well; what failed has to be found on disk.
    name = done.path if bad else PurePath(done.path).name
    parts = [name]
    if done.reason:
        parts.append(done.reason)
    elif done.kind is FileKind.OPENED:
        parts.append(f"holds {_count(done.members, 'file')}")
    elif done.contents:
        told = done.contents
        parts.append(
            f"{_count(told.pages, 'page')}, {_count(told.decisions, 'decision')}, {_count(told.actions, 'action')}"
        )
        if told.by_ocr:
            parts.append(f"{_count(told.by_ocr, 'page')} read by OCR")
        if told.unread_pages:
            parts.append(f"{_count(told.unread_pages, 'page')} could not be read")
    click.echo(f"{_name(done.kind).ljust(_WIDTH)}  {': '.join(parts)}", file=stream)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


@contextmanager
def _bar() -> Iterator[Callable[[Event], None]]:
    """What to tell each event to: a progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda event: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    shape = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*shape, console=console, transient=True, redirect_stdout=sys.stdout.isatty()) as progress:
        task = progress.add_task("reading", total=None)

        def told(event: Event) -> None:
            match event:
                case Started(files):
                    progress.update(task, total=files)
                case PagesRead(path=path, pages=pages, of=of):
                    progress.update(task, description=f"reading {PurePath(path).name}, page {pages} of {of}")
                case FileDone(members=members):
                    total = (progress.tasks[task].total or 0) + members
                    progress.update(task, advance=1, total=total, description="reading")
                case Linking():
                    progress.update(task, description="linking people")
                case Aligning():
                    progress.update(task, description="comparing recommendations with minutes")
                case Joining():
                    progress.update(task, description="linking what belongs to one matter")
                case Indexing():
                    progress.update(task, description="indexing")

        yield told
