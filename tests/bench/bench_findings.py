"""How fast findings are made: words a second of tokens, of each component of the pipeline, and of all.

Run ``python tests/bench/bench_findings.py [--rounds N] PAPER or folder ...``. The papers are read first, which is not
counted. Each round is a process of its own on one processor, so that every text is new to it; the median of the rounds
counts, in processor seconds: other work on the machine counts less in them. Beside our tokens stand those of spaCy's
own tokenizer for English, on the same texts in the same process. Words are what white space parts.

Also told: how long a process takes to load the pipeline, with its imports, and the memory that it then holds.
Figures are printed, never asserted: they belong to the machine.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar

from corpus.document import Document
from corpus.errors import MinutedError

_KIB_A_MIB = 1024
_TOKENS = "tokens"
_SPACY = "spaCy's own tokens"
_PARAGRAPHS = "paragraphs"

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    loads = [_apart(_loading) for _ in range(options.rounds)]  # first: a child's peak is never below its parent's size
    documents = list(_documents(options.paths))
    rounds = [_apart(_taken, documents) for _ in range(options.rounds)]
    _report(documents, {part: median(each[part] for each in rounds) for part in rounds[0]})
    seconds, size = (median(each) for each in zip(*loads, strict=True))
    sys.stdout.write(f"loading: {seconds:.2f} s, {size:.0f} MiB\n")
    return 0


def _report(documents: Sequence[Document], taken: Mapping[str, float]) -> None:
    words = sum(len(document.text.split()) for document in documents)
    ours = {part: seconds for part, seconds in taken.items() if part != _SPACY}
    sys.stdout.write(f"{len(documents)} documents, {words:,} words\n")
    for part, seconds in (*ours.items(), ("all", sum(ours.values()))):
        sys.stdout.write(f"  {part:<28}{seconds:8.3f} s{words / max(seconds, 1e-9):14,.0f} words/s\n")
    ratio = taken[_SPACY] / max(taken[_TOKENS], 1e-9)
    sys.stdout.write(f"  {_SPACY:<28}{taken[_SPACY]:8.3f} s   {ratio:.1f} times as long as ours\n")


def _documents(paths: Sequence[Path]) -> Iterator[Document]:
    from ingest import reader
    from ingest.structure.build import build_document

    for path in (file for given in paths for file in ([given] if given.is_file() else sorted(given.rglob("*")))):
        if path.is_file():
            try:
                yield build_document(reader.read(path.read_bytes(), path.name), name=path.name, sha256="0" * 64)
            except MinutedError as error:
                sys.stderr.write(f"left out: {error}\n")


def _apart(work: Callable[_Given, _Answer], *given: _Given.args, **named: _Given.kwargs) -> _Answer:
    """What ``work`` answers in a process of its own, which has loaded nothing yet."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def _loading() -> tuple[float, float]:
    """Processor seconds and MiB."""
    begun = time.process_time()
    from extract.pipeline import load

    load()
    return time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_A_MIB


def _taken(documents: Sequence[Document]) -> Mapping[str, float]:
    """Processor seconds of each part over all ``documents``."""
    import spacy

    from extract.paragraphs import paragraphs
    from extract.pipeline import load

    nlp, usual = load(), spacy.blank("en")
    usual.max_length = nlp.max_length
    taken = dict.fromkeys((_SPACY, _TOKENS, _PARAGRAPHS, *nlp.pipe_names), 0.0)

    def timed(part: str, work: Callable[_Given, _Answer], *given: _Given.args, **named: _Given.kwargs) -> _Answer:
        begun = time.process_time()
        answer = work(*given, **named)
        taken[part] += time.process_time() - begun
        return answer

    for document in documents:
        timed(_SPACY, usual.make_doc, document.text)
    for document in documents:
        doc = timed(_TOKENS, nlp.make_doc, document.text)
        doc._.document = document
        doc._.paragraphs = timed(_PARAGRAPHS, paragraphs, document)
        for name, component in nlp.pipeline:
            timed(name, component, doc)
    return taken


if __name__ == "__main__":
    raise SystemExit(main())
