"""How links are made, as the store that keeps them asks for it."""

from __future__ import annotations

from corpus.links.model import Linker
from search.linking.join import join, most
from search.linking.things import things_of

LINKER = Linker(things=things_of, most=most, join=join)
"""The things of a document, and the links among those that share a key."""
