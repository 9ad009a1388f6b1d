"""What a run has still to do: which files wait for which bytes to be read, and which containers are open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from corpus.store import Corpus
from minuted.events import FileDone
from minuted.reading import PaperFile
from minuted.triage import ToRead, triage_member
from minuted.unpacking import Opened
from minuted.versions import Versions
from minuted.workers import FileOutcome


@dataclass(frozen=True, slots=True)
class _Open:
    """A container whose members are being read: all of them, and those that are still to come, by location."""

    container: ToRead
    members: frozenset[str]
    missing: set[str]


class Pending:
    """The same bytes are read once, whether they lie loose, twice, or in a container."""

    def __init__(self, corpus: Corpus, current: Versions, *, retry_failed: bool) -> None:
        self._corpus = corpus
        self._current = current
        self._retry_failed = retry_failed
        self._waiting: defaultdict[str, list[ToRead]] = defaultdict(list)
        self._hashes: dict[PaperFile, str] = {}
        self._told: list[FileDone] = []
        self._open: dict[str, _Open] = {}

    def add(self, task: ToRead) -> bool:
        """Have ``task`` wait for its bytes; true where nothing else waits for them, so that they are to be read."""
        waiting = self._waiting[task.sha256]
        waiting.append(task)
        if len(waiting) > 1:
            return False
        self._hashes[task.file] = task.sha256
        return True

    def largest_first(self) -> list[PaperFile]:
        """All files to be read: a long one that begins last would keep one processor waiting for the other."""
        firsts = [waiting[0] for waiting in self._waiting.values()]
        return [task.file for task in sorted(firsts, key=lambda task: -task.source.size)]

    def wanted(self, outcome: FileOutcome) -> list[PaperFile]:
        """The members of a container that was opened which have to be read."""
        if not isinstance(outcome.result, Opened):
            return []
        same = self._waiting[self._hashes[outcome.task]]
        wanted = [file for container in same for file in self._begin(container, outcome.result)]
        for member in outcome.result.members:
            if member.file and member.file not in wanted:
                member.file.done_with()
        return wanted

    def _begin(self, container: ToRead, opened: Opened) -> list[PaperFile]:
        sorted_out = [
            triage_member(self._corpus, container.source, member, self._current, retry_failed=self._retry_failed)
            for member in opened.members
        ]
        tasks = [each for each in sorted_out if isinstance(each, ToRead)]
        told = [each for each in sorted_out if isinstance(each, FileDone)]
        self._told.extend(told)
        missing = {task.source.location for task in tasks}
        members = missing.union(each.path for each in told)
        self._open[container.source.location] = _Open(container, frozenset(members), missing)
        return [task.file for task in tasks if self.add(task)]

    def take(self, file: PaperFile) -> list[ToRead]:
        """All that waited for the bytes of ``file``, which are read by now."""
        file.done_with()
        return self._waiting.pop(self._hashes.pop(file))

    def told(self) -> list[FileDone]:
        """What there is to tell of members that need not be read, since it was asked last."""
        told, self._told = self._told, []
        return told

    def settle(self, location: str) -> None:
        """Note that what stands at ``location`` is stored; a container is, when all of its members are."""
        for opened in list(self._open.values()):
            opened.missing.discard(location)
            if not opened.missing:
                container = self._open.pop(opened.container.source.location).container
                self._corpus.add_container(
                    container.source,
                    container.sha256,
                    opened.members,
                    reader_version=self._current.reader,
                    ruleset_version=self._current.ruleset,
                )
