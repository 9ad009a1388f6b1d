"""Filters beside a query, as commands take them: each narrows what the query finds."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import QueryError
from search.fields import Field
from search.leaves import NotUnderstood, worded
from search.tree import And, Query, any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What hits must have besides; ``None`` asks for nothing.

    Names are found by words next to one another ("wellbeing board" finds "Health and Wellbeing Board"); ``since`` and
    ``until`` are ISO dates of any precision, both included. ``also`` are other names of the organisation; where
    ``exactly`` is true and there are any, it is found by these alone.
    """

    body: str | None = None
    organisation: str | None = None
    person: str | None = None
    owner: str | None = None
    kind: str | None = None
    outcome: str | None = None
    paper: str | None = None
    since: str | None = None
    until: str | None = None
    also: tuple[str, ...] = ()
    exactly: bool = False

    def narrow(self, query: Query | None) -> Query | None:
        """``query`` with these filters; the filters alone where there is no query, ``None`` where there is neither.

        Raises ``QueryError`` (of the filter's own text) where a value can't be understood.
        """
        wanted = (
            (Field.BODY, self.body),
            (Field.PERSON, self.person),
            (Field.OWNER, self.owner),
            (Field.KIND, self.kind),
            (Field.OUTCOME, self.outcome),
            (Field.PAPER_KIND, self.paper),
            (Field.DATE, f">={self.since}" if self.since else None),
            (Field.DATE, f"<={self.until}" if self.until else None),
        )
        parts = [_leaf(field, text) for field, text in wanted if text is not None]
        if names := self._organisations():
            parts.append(any_of(names))
        if query is not None:
            joined = isinstance(query, And) and query.boost == 1.0
            parts = [*(query.subqueries if joined else [query]), *parts]
        if len(parts) > 1:
            return And(parts)
        return parts[0] if parts else None

    def _organisations(self) -> list[Query]:
        """What finds the organisation, by any of its names."""
        written = () if self.organisation is None or (self.exactly and self.also) else (self.organisation,)
        return [_leaf(Field.ORGANISATION, name) for name in (*written, *self.also)]


def _leaf(field: Field, text: str) -> Query:
    try:
        return worded(field, text, at=0, boost=1.0, quoted=True)
    except NotUnderstood as problem:
        raise QueryError(text, problem.position, problem.reason) from None
