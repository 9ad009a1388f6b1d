"""What the registry knows of a person or an organisation, as a search tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What the registry knows of a person or an organisation over all documents on show.

    ``names`` are other forms of the name; ``title``, ``roles`` and ``affiliations`` (organisations that it is said to
    belong to) are a person's, and so are ``bodies``, the boards in whose papers the person is named, the most frequent
    first; ``sort`` is an organisation's ``OrganisationKind``. ``documents`` counts those that name it, from
    ``first_date`` on. ``listed`` is false of a person whom only prose names, ``common`` true of an organisation that is
    called as many are ("Parish Council").
    """

    names: tuple[str, ...]
    documents: int
    first_date: str | None
    title: str | None = None
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sort: str | None = None
    listed: bool = True
    common: bool = False
