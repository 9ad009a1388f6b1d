"""Everything that can go wrong, each with the path, id or query it concerns."""

from __future__ import annotations


class MinutedError(Exception):
    """Root of all errors that Minuted raises on purpose; its text is one line for a person."""


class UnreadableFileError(MinutedError):
    """A file can't be read as a paper: ``path`` says which, ``reason`` why and what to do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class CorpusError(MinutedError):
    """The corpus folder can't be opened, created or written."""


class UnknownIdError(MinutedError):
    """No such paper, section, meeting, decision, action or person in the corpus."""

    def __init__(self, wanted: str, near: tuple[str, ...] = ()) -> None:
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `minuted search` and the lists print ids"
        super().__init__(f"nothing in the corpus has the id {wanted!r}{hint}")
        self.wanted = wanted


class UnknownWatchError(MinutedError):
    """There is no watch of that name; ``known`` are the names of those that there are."""

    def __init__(self, name: str, known: tuple[str, ...] = ()) -> None:
        hint = f"there are {', '.join(known)}" if known else "there are none yet: `minuted watch add NAME QUERY`"
        super().__init__(f"there is no watch {name!r}; {hint}")
        self.name = name


class NotIngestedError(MinutedError):
    """A file that is asked for by its path is there, but was never read into the corpus."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: is not in the corpus yet; `minuted ingest` reads it")
        self.path = path


class UnknownNumberError(MinutedError):
    """No section of ``subject`` bears the number, and no page of it either; ``near`` are numbers like it."""

    def __init__(self, subject: str, wanted: str, near: tuple[str, ...] = ()) -> None:
        hint = f"the nearest are {', '.join(near)}" if near else "none of its paragraphs is numbered"
        super().__init__(f"{subject}: no paragraph is numbered {wanted!r}; {hint}")
        self.wanted = wanted


class UnknownPageError(MinutedError):
    """What was named does not stand on that page; ``pages`` (1-based) are those that it stands on."""

    def __init__(self, subject: str, page: int, pages: range) -> None:
        where = "it has no pages of its own; name a paper or a document"
        if pages:
            where = f"its page is {pages[0]}" if len(pages) == 1 else f"its pages are {pages[0]} to {pages[-1]}"
        super().__init__(f"{subject}: there is no page {page}; {where}")
        self.page = page


class QueryError(MinutedError):
    """A query can't be understood: ``position`` is the 0-based place in ``query`` where it goes wrong."""

    def __init__(self, query: str, position: int, reason: str) -> None:
        super().__init__(f"query not understood at character {position + 1} of {query!r}: {reason}")
        self.query = query
        self.position = position


class IndexUnavailableError(MinutedError):
    """The search index is missing or can't be opened; `minuted reindex` makes it anew from the corpus."""
