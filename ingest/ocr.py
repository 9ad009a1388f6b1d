"""OCR by the tesseract program, where it is there: a grey picture in, lines of words with their places out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from corpus.errors import MinutedError

PROGRAM = "tesseract"
# Dots per inch: finer pictures take longer and are read no better (word recall 0.97 at 200 and at 300).
RESOLUTION = 200

# Languages that papers are written in, as tesseract calls them. Debian has each in a package of its own.
_LANGUAGES = ("eng", "cym")
# Surer than this (of 100) that it is a word; signs without a letter or digit have to be surer: specks look like them.
_SURE, _SURE_OF_SIGNS = 10.0, 50.0
# Telling languages and turns takes a second; what takes longer hangs.
_SHORT_SECONDS = 30.0
_WORD_LEVEL = "5"
_COLUMNS = 12
_ROTATE = re.compile(r"^Rotate: (\d+)", re.MULTILINE)


class OcrError(MinutedError):
    """A picture that tesseract could not read; says why in a few words."""


class Picture(NamedTuple):
    """A grey picture: ``grey`` holds its rows downwards, a byte a pixel, 0 for black."""

    width: int
    height: int
    grey: bytes


class OcrWord(NamedTuple):
    """A word and its box in pixels from the top left corner; ``confidence`` is of 100.

    ``block`` counts the blocks of the page.
    """

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    block: int


def is_available() -> bool:
    """Whether there is a tesseract that reads English."""
    return "eng" in _languages()


def read_picture(picture: Picture, seconds: float) -> list[list[OcrWord]]:
    """The lines of a picture, block by block, each of at least one word; raises ``OcrError``.

    ``seconds`` is how long it may take.
    """
    told = _run(("--psm", "3", "-l", "+".join(_languages()), "tsv"), picture, seconds)
    return [[word for _, word in line] for _, line in groupby(_words(told), key=lambda entry: entry[0])]


def turn(picture: Picture) -> int:
    """By how many degrees clockwise (0, 90, 180 or 270) the picture is to be turned to stand upright."""
    try:
        found = _ROTATE.search(_run(("--psm", "0"), picture, _SHORT_SECONDS))
    except OcrError:
        # Too few characters to tell by, or no data for it.
        return 0
    return int(found[1]) % 360 if found else 0


@lru_cache(maxsize=1)
def _languages() -> tuple[str, ...]:
    """Those of the languages of papers that tesseract can read; none where it isn't there."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ()
    told = subprocess.run(
        [program, "--list-langs"], capture_output=True, timeout=_SHORT_SECONDS, check=False, stdin=subprocess.DEVNULL
    )
    # Older releases list them on stderr.
    known = (told.stdout + told.stderr).decode("utf-8", "replace").split()
    return tuple(language for language in _LANGUAGES if language in known)


def _run(arguments: tuple[str, ...], picture: Picture, seconds: float) -> str:
    """What tesseract prints; the picture goes in as a PGM file, so that nothing is written to disk."""
    command = [PROGRAM, "stdin", "stdout", "--dpi", str(RESOLUTION), *arguments]
    # Its threads gain little on one page, and all processors have a page of their own.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    data = b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.grey
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=True, env=environment)
    except subprocess.TimeoutExpired as error:
        raise OcrError(f"OCR took longer than {seconds:g} seconds") from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"exit code {error.returncode}"]
        raise OcrError(f"OCR failed: {last[0]}") from error
    except OSError as error:
        raise OcrError(f"OCR failed: {error.strerror}") from error
    return done.stdout.decode("utf-8", "replace")


def _words(told: str) -> Iterator[tuple[tuple[str, str, str], OcrWord]]:
    """Each word with what its line is known by: block, paragraph and line."""
    for row in told.split("\n"):
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) < _COLUMNS or cells[0] != _WORD_LEVEL:
            continue
        _, _, block, paragraph, line, _, left, top, width, height, confidence, text = cells
        text = "".join(text.split())
        sure = _SURE if any(map(str.isalnum, text)) else _SURE_OF_SIGNS
        if text and float(confidence) >= sure:
            x0, y0 = int(left), int(top)
            box = (x0, y0, x0 + int(width), y0 + int(height))
            yield (block, paragraph, line), OcrWord(text, *box, float(confidence), int(block))
