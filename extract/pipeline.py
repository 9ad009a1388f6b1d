"""The pipeline: blank English with one component a kind of finding."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

import extract.actions
import extract.cues
import extract.decisions
import extract.declarations
import extract.motions
import extract.organisations
import extract.particulars
import extract.people
import extract.recommendations
import extract.reported  # noqa: F401  (importing a component's module registers it)
from corpus.document import Document
from corpus.findings import Findings
from extract.extensions import register
from extract.paragraphs import paragraphs
from extract.tokens import TOKENIZER, lean_vocab

COMPONENTS = (
    "minuted_cues",
    "minuted_people",
    "minuted_organisations",
    "minuted_motions",
    "minuted_decisions",
    "minuted_declarations",
    "minuted_particulars",
    "minuted_recommendations",
    "minuted_reported_decisions",
    "minuted_actions",
)


@cache
def load() -> Language:
    """The pipeline, made once a process; no model is needed."""
    register()
    nlp = spacy.blank("en", vocab=lean_vocab(), config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.max_length = 50_000_000  # characters; the limit guards statistical models, which we don't use
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def find(document: Document) -> Findings:
    """All findings of ``document``, each list in the order of the text."""
    nlp = load()
    doc = nlp.make_doc(document.text)
    doc._.document = document
    doc._.paragraphs = paragraphs(document)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Findings(
        people=doc._.people,
        organisations=doc._.organisations,
        recommendations=doc._.recommendations,
        decisions=doc._.decisions,
        reported_decisions=doc._.reported_decisions,
        actions=doc._.actions,
        motions=doc._.motions,
        declarations=doc._.declarations,
        unresolved=doc._.unresolved,
    )
