"""The bodies of the gazetteer are found by every form of their names, and by nothing that only looks like it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bodies import fold_organisation
from corpus.bodyforms import usual_forms
from corpus.gazetteer import bodies, find
from extract.pipeline import load
from extract.public_bodies import Gazetteer, printed_forms, ways_of_printing

FOUND = [  # the text, what names a body in it, the name that is given
    ("A letter from the Home Office came.", "Home Office", "Home Office"),
    ("HM REVENUE AND CUSTOMS", "HM REVENUE AND CUSTOMS", "HM Revenue and Customs"),
    ("Grants of DfE were spent.", "DfE", "Department for Education"),
    ("The UK government replied.", "UK government", "HM Government"),
    ("Halton Clinical Commissioning Group met.", "Halton Clinical Commissioning Group", None),
    ("St. Helens Council agreed.", "St. Helens Council", None),
    ("Barnsley MBC wrote.", "Barnsley MBC", None),
    ("Kent Pension Fund of KCC", "KCC", "Kent County Council"),
    ("by Hinckley & Bosworth Borough Council", "Hinckley & Bosworth Borough Council", None),
    ("Alder Hey Children’s NHS Foundation Trust", "Alder Hey Children’s NHS Foundation Trust", None),
    ("papers of Salford Royal NHS Foundation Trust", "Salford Royal NHS Foundation Trust", None),
    ("crews of NWAS", "NWAS", "North West Ambulance Service NHS Trust"),
    ("beds at UHBW", "UHBW", "University Hospitals Bristol and Weston NHS Foundation Trust"),
    ("Bournemouth Christchurch and Poole Council", "Bournemouth Christchurch and Poole Council", None),
]
NOT_FOUND = [
    "He works from a home office.",
    "a nice answer, said those who spoke",
    "The foundation trust and the borough council met.",
    "Northmere Borough Council",
    "the treasury management strategy",
    "the HRA business plan",
    "Newcastle Council",
]


@pytest.mark.parametrize(("text", "quote", "name"), FOUND)
def test_a_form_is_found(text: str, quote: str, name: str | None) -> None:
    named = _matches(text)[quote]
    assert find(named) == find(quote)
    assert name in (None, named)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_name_is_left(text: str) -> None:
    assert _matches(text) == {}


@given(st.sampled_from(sorted(printed_forms())))
def test_every_form_is_found_however_it_is_printed(form: str) -> None:
    assert form in _matches(f"x {form} x")
    assert {fold_organisation(printed) for printed in ways_of_printing(form)} == {fold_organisation(form)}


def test_no_form_is_listed_that_is_another_one_printed_otherwise() -> None:
    for body in bodies():
        names = (body.name, *body.former_names)
        forms = [*names, *usual_forms(body.kind, names), *body.forms]
        for form in body.forms:
            assert not any(form in ways_of_printing(other) for other in forms if other != form), (body.id, form)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(load())


def _matches(text: str) -> dict[str, str]:
    """What names a body in ``text``, with the name that is given to it."""
    found = _gazetteer().matches(load().make_doc(text))
    return {text[span.start : span.end]: named.name for span, named in found}
