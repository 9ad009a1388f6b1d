"""Filters beside a query, as commands take them: each narrows what the query finds."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import QueryError
from search.fields import Field
from search.leaves import NotUnderstood, worded
from search.tree import And, Leaf, Query, all_of, any_of


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

    def narrow(self, query: Query) -> Query:
        """``query`` with these filters; raises what ``alone`` does."""
        parts = query.subqueries if isinstance(query, And) and query.boost == 1.0 else (query,)
        return all_of((*parts, *self._parts()))

    def alone(self) -> Query | None:
        """The filters as a query of their own, ``None`` where there are none.

        Raises ``QueryError`` (of the filter's own text) where a value can't be understood.
        """
        parts = self._parts()
        return all_of(parts) if parts else None

    def _parts(self) -> tuple[Query, ...]:
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
        parts: list[Query] = [_leaf(field, text) for field, text in wanted if text is not None]
        if names := self._organisations():
            parts.append(any_of(names))
        return tuple(parts)

    def _organisations(self) -> tuple[Query, ...]:
        """What finds the organisation, by any of its names."""
        written = () if self.organisation is None or (self.exactly and self.also) else (self.organisation,)
        return tuple(_leaf(Field.ORGANISATION, name) for name in (*written, *self.also))


def _leaf(field: Field, text: str) -> Leaf:
    try:
        return worded(field, text, at=0, boost=1.0, quoted=True)
    except NotUnderstood as problem:
        raise QueryError(text, problem.position, problem.reason) from None
