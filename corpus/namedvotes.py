"""Who voted how, inside a column: a JSON array of ``[name, way]``."""

from __future__ import annotations

import json
from collections.abc import Iterable

from corpus.particulars import NamedVote
from corpus.vocabulary import VoteWay


def encode_named_votes(votes: Iterable[NamedVote]) -> str:
    """``votes`` as they are stored."""
    return json.dumps([(vote.name, vote.way.value) for vote in votes], ensure_ascii=False, separators=(",", ":"))


def decode_named_votes(column: str) -> tuple[NamedVote, ...]:
    """The votes that ``encode_named_votes`` wrote."""
    return tuple(NamedVote(name, VoteWay(way)) for name, way in json.loads(column))
