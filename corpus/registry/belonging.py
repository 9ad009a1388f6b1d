"""Which papers and meetings are a body's: by the name that they print, or else by whose papers they stand among."""

from __future__ import annotations

_REGISTERED = "coalesce(r.merged_into, r.id) IN (SELECT value FROM json_each(:bodies))"


def named_as(*names: str) -> str:
    """The SQL condition that one of ``names`` (expressions) is, in the document ``d``, that of one of ``:bodies``.

    ``:bodies`` are ids, a JSON array.
    """
    folded = ", ".join(f"fold({name})" for name in names)
    return f"""
        EXISTS (SELECT 1 FROM body_links l JOIN bodies r ON r.id = l.body_id
                WHERE l.sha256 = d.sha256 AND l.folded IN ({folded}) AND {_REGISTERED})"""  # noqa: S608


def of_bodies(organisation: str, body: str) -> str:
    """The SQL condition that what prints these two names (expressions) is of one of ``:bodies``."""
    return f"""
        {named_as(organisation, body)}
        OR ({organisation} IS NULL AND EXISTS (
            SELECT 1 FROM document_homes h JOIN home_bodies b ON b.home = h.home JOIN bodies r ON r.id = b.body_id
            WHERE h.document_id = d.id AND {_REGISTERED}))"""  # noqa: S608 - as all here, expressions of this program


ITS_DOCUMENTS = f"""
    d.id IN (SELECT x.id FROM body_links l JOIN bodies r ON r.id = l.body_id JOIN documents x ON x.sha256 = l.sha256
                WHERE {_REGISTERED}
             UNION ALL SELECT h.document_id FROM document_homes h JOIN home_bodies b ON b.home = h.home
                JOIN bodies r ON r.id = b.body_id WHERE {_REGISTERED})"""  # noqa: S608 - a constant of this module
"""The condition that a document can hold papers of ``:bodies`` at all: quick, where ``of_bodies`` is exact."""


def asked_for(organisation: str, body: str) -> str:
    """The SQL condition that what prints these two names (expressions) meets a `corpus.filters.Filter` by organisation.

    Its parameters are the folded ``:organisation``, the ``:bodies`` that it means, and whether ``:exactly``.
    """
    return f"""
        iif(:exactly, fold({organisation}) = :organisation, instr(fold({organisation}), :organisation) > 0)
        OR ({ITS_DOCUMENTS} AND ({of_bodies(organisation, body)}))"""
