"""Papers damaged in a thousand ways, read as a run reads them: none may take it down.

Run ``python tests/fuzz_readers.py --seed 1 --count 3000`` in the project's folder. The papers of the sample corpus
and some small ones made here are cut off, spliced, and changed in bits, numbers and repeated stretches; the parts of
zipped formats and the streams of PDFs also inside. Each must have one outcome, a failure must be one line, and none an
internal error. The same seed makes the same papers. A few hundred are run by ``test_minuted_fuzzed.py``.
"""

from __future__ import annotations

import argparse
import base64
import io
import multiprocessing
import random
import re
import sys
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.samples import papers
from ingest.pool import Outcome
from minuted.limits import MIB, ReadingLimits
from minuted.reading import PaperFile, PaperRead
from minuted.unpacking import Opened
from minuted.workers import FileOutcome, failure_reason, read_papers

# Small papers, of which one takes some hundredths of a second: what takes long here hangs.
LIMITS = ReadingLimits(least_seconds=20, memory_bytes=800 * MIB)
_LARGEST_SAMPLE = 60_000
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_ODD_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"1e9",
    b"99999999999999999999",
)
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
# What a damaged paper must not do; a reader that refuses it is right.
_GRAVE = ("internal error", "crashed", "took longer", "needed more")
# Of the zipped formats only the parts that hold words: pictures and thumbnails are not read.
_PART = re.compile(r".*\.(?:xml|rels)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not have happened to one paper, told in one line."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of all papers: how many were of each kind, and what was wrong."""

    kinds: Counter[str]
    faults: tuple[Fault, ...]


def fuzz(seed: int, count: int, folder: Path) -> Tally:
    """Write ``count`` damaged papers into ``folder`` and read them all."""
    paths: list[Path] = []
    for path, data in damaged(seed, count, folder):
        path.write_bytes(data)
        paths.append(path)
    kinds: Counter[str] = Counter()
    faults: list[Fault] = []
    seen: Counter[Path] = Counter()
    for news in read_papers(map(PaperFile.at, paths), LIMITS, wanted=_members):
        if isinstance(news, Outcome):
            seen[news.task.path] += not news.task.spooled
            kinds[_kind(news)] += 1
            faults.extend(Fault(news.task.name, what) for what in _faults(news))
    faults.extend(Fault(path.name, f"{seen[path]} outcomes") for path in paths if seen[path] != 1)
    faults.extend(Fault(str(left.pid), "a worker is left over") for left in multiprocessing.active_children())
    return Tally(kinds, tuple(faults))


def damaged(seed: int, count: int, folder: Path) -> Iterator[tuple[Path, bytes]]:
    """``count`` papers: where each belongs in ``folder``, and its bytes."""
    samples = sorted(_samples())
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        name, data = samples[rng.randrange(len(samples))]
        for _ in range(rng.choice((1, 1, 2, 5))):
            data = _damaged(rng, data, samples)
        yield folder / f"{seed}-{number}-{name}", data


def _samples() -> Iterator[tuple[str, bytes]]:
    for path in papers():
        if path.stat().st_size < _LARGEST_SAMPLE:
            yield path.name, path.read_bytes()
    minutes = (
        "HARBOUR BOARD\n\nMinutes of 3 May 2030\n\nPresent: A Tarn (Chair)\n\n1. Quay\n\nRESOLVED that it close.\n"
    )
    yield "minutes.txt", minutes.encode()
    yield "minutes-utf16.txt", minutes.encode("utf-16")
    yield (
        "minutes.rtf",
        rb"{\rtf1\ansi{\fonttbl\f0 Arial;}\b Harbour Board\b0\par 1.\tab Quay\par{\*\x y}\u8217?\'92\par}",
    )
    yield "page.html", _PAGE
    yield "minutes.eml", _MAIL
    yield "papers.zip", _zip({"minutes.txt": minutes.encode(), "page.html": _PAGE})
    yield "minutes.odt", _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _ODT})


_PAGE = (
    b"<!DOCTYPE html><html><head><title>Board</title></head><body><h1>Harbour Board</h1><ol><li>Quay<li>Berths</ol>"
    b"<table><tr><th>Ref<th colspan=2>Action<tr><td rowspan=2>1<td>Dredge<td>A Tarn<tr><td>b<td>c</table>"
    b"<p>RESOLVED that the <a href='https://osney.example/a'>quay</a> be closed.<sup>1</sup></p></body></html>"
)
_MAIL = (
    b"From: clerk@osney.example\r\nTo: board@osney.example\r\nSubject: =?utf-8?q?Minutes?=\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    b"The minutes are attached.\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
    b'Content-Disposition: attachment; filename="page.html"\r\n\r\nPGgxPkJvYXJkPC9oMT48cD5RdWF5PC9wPg==\r\n--b--\r\n'
)
_ODT = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
    b'<text:h text:outline-level="1">Harbour Board</text:h><text:p>The <text:s text:c="3"/>quay</text:p>'
    b'<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Ref</text:p>'
    b"</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"
)


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            # A date of its own would make other bytes each time.
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _damaged(rng: random.Random, data: bytes, samples: Sequence[tuple[str, bytes]]) -> bytes:
    if data.startswith(b"PK") and rng.random() < 0.8:
        return _inside(rng, data, samples)
    return rng.choice(_DAMAGES)(rng, data, samples) if data else data


def _inside(rng: random.Random, data: bytes, samples: Sequence[tuple[str, bytes]]) -> bytes:
    """One part of a zip damaged, and zipped again, so that what reads the part gets to see it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        # It was damaged before.
        return _bits(rng, data, samples)
    wordy = [name for name in parts if _PART.match(name)] or list(parts)
    if not wordy:
        return data
    name = rng.choice(wordy)
    if rng.random() < 0.1:
        del parts[name]
    elif parts[name]:
        parts[name] = rng.choice(_DAMAGES)(rng, parts[name], samples)
    return _zip(parts)


def _bits(rng: random.Random, data: bytes, _samples: object) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 8, 64))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(rng: random.Random, data: bytes, _samples: object) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] if rng.random() < 0.5 else data[:at] + data[at + rng.randrange(1, 2000) :]


def _splice(rng: random.Random, data: bytes, samples: Sequence[tuple[str, bytes]]) -> bytes:
    other = samples[rng.randrange(len(samples))][1]
    start, at = rng.randrange(len(other)), rng.randrange(len(data))
    return data[:at] + other[start : start + rng.randrange(1, 4000)] + data[at:]


def _repeat(rng: random.Random, data: bytes, _samples: object) -> bytes:
    start = rng.randrange(len(data))
    chunk = data[start : start + rng.randrange(1, 400)]
    return data[:start] + chunk * rng.choice((2, 10, 200)) + data[start:]


def _numbers(rng: random.Random, data: bytes, samples: object) -> bytes:
    places = list(_NUMBER.finditer(data))
    if not places:
        return _bits(rng, data, samples)
    changed = bytearray(data)
    for place in sorted(rng.sample(places, min(len(places), rng.choice((1, 3, 20)))), key=lambda match: -match.start()):
        changed[place.start() : place.end()] = rng.choice((*_ODD_NUMBERS, rng.choice(places).group()))
    return bytes(changed)


def _swap(rng: random.Random, data: bytes, _samples: object) -> bytes:
    """Two pieces of it, which begin at tags or objects where it has them, change places."""
    borders = [match.start() for match in re.finditer(rb"[<\n]", data)] or range(len(data))
    a, b, c = sorted(rng.choices(borders, k=3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _contents(rng: random.Random, data: bytes, samples: object) -> bytes:
    """A stream of a PDF unpacked, changed in its numbers and operators, and put back plain."""
    places = list(_STREAM.finditer(data))
    if not places:
        return _numbers(rng, data, samples)
    place = rng.choice(places)
    plain = place.group(1).strip()
    try:
        plain = zlib.decompress(base64.a85decode(plain.removesuffix(b"~>")))
    except (ValueError, zlib.error):
        return _bits(rng, data, samples)
    plain = rng.choice((_numbers, _swap, _repeat, _bits))(rng, plain, samples)
    packed = base64.a85encode(zlib.compress(plain)) + b"~>"
    return data[: place.start(1)] + packed + data[place.end(1) :]


_Damage = Callable[[random.Random, bytes, Sequence[tuple[str, bytes]]], bytes]
_DAMAGES: tuple[_Damage, ...] = (_bits, _cut, _splice, _repeat, _numbers, _swap, _contents)


def _members(outcome: FileOutcome) -> list[PaperFile]:
    if not isinstance(outcome.result, Opened):
        return []
    return [member.file for member in outcome.result.members if member.file is not None]


def _kind(outcome: FileOutcome) -> str:
    if isinstance(outcome.result, PaperRead):
        return "read" if outcome.result.document.text else "read, but empty"
    if isinstance(outcome.result, Opened):
        return "opened"
    reason = failure_reason(outcome)
    return next((kind for kind in _GRAVE if kind in reason), "refused")


def _faults(outcome: FileOutcome) -> Iterator[str]:
    if isinstance(outcome.result, PaperRead):
        reasons = [page.reason for page in outcome.result.document.unread_pages]
        yield from (reason for reason in reasons if any(grave in reason for grave in _GRAVE))
    elif outcome.failure is not None:
        if _kind(outcome) in _GRAVE:
            yield f"{outcome.failure}\n{outcome.details or ''}"
        elif len(outcome.failure.splitlines()) != 1 or "Traceback" in outcome.failure:
            yield f"not told in one line: {outcome.failure}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--keep", type=Path, help="write the papers into this folder and leave them there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(exist_ok=True, parents=True)
        tally = fuzz(options.seed, options.count, folder)
    for kind, count in tally.kinds.most_common():
        sys.stdout.write(f"{count:6} {kind}\n")
    for fault in tally.faults:
        sys.stdout.write(f"{fault.name}: {fault.what}\n")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
