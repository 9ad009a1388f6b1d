"""Signatures of forms: who signed and when, written above a dotted line with "signed" and "date" below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import Field
from corpus.vocabulary import FieldKey
from ingest.structure.labels import label_at
from ingest.structure.units import Unit
from ingest.structure.wording import is_date_line

_DOTTED = re.compile(r"[.…_\-–\s]{5,400}")
_MOST_ABOVE = 3  # units that may stand above a dotted line and be written on it


def signed_fields(own: Sequence[Unit]) -> Iterator[Field]:
    """The date on which a form was signed, where one is written above its label."""
    for at, unit in enumerate(own):
        label = label_at(unit.text)
        if label is None or label.key is not FieldKey.DATE or label.value_at < len(unit.text):
            continue
        lines = [before for before in own[max(at - 2 * _MOST_ABOVE, 0) : at] if _DOTTED.fullmatch(before.text)]
        if not lines:
            continue
        line = lines[0].index - own[0].index
        for above in reversed(own[max(line - _MOST_ABOVE, 0) : line]):
            if is_date_line(above.text) and len(above.text.split()) <= _MOST_ABOVE + 2:
                yield Field(label=label.printed, value=above.text, span=above.span, key=label.key)
                break
