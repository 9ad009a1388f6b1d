"""Header lines at the top of a text: whether a mail program wrote them, or a person above a paper."""

from __future__ import annotations

import re

# RFC 5322, 2.2: a field's name, a colon, its value; a line that begins with white space goes on with the last.
_FIELD = re.compile(r"([!-9;-~]{1,76}):(?:[ \t]|$)")
_MBOX_LINE = re.compile(r"From \S+ .*\d{2}:\d{2}")
# A person may write "From:", "To:", "Date:" and "Subject:" above a note or minutes; only mail programs write these.
_OF_PROGRAMS = frozenset(
    "received return-path delivered-to mime-version message-id content-type content-transfer-encoding dkim-signature "
    "authentication-results thread-index thread-topic x-mailer x-originating-ip x-received arc-seal references "
    "in-reply-to x-ms-has-attach x-ms-exchange-organization-scl x-unsent".split()
)
_OF_EVERY_MAIL = frozenset("from to cc subject date reply-to sender".split())
# Programs that pass mail on put many kilobytes of lines of their own above those of the writer.
_MOST_LINES = 600


def is_email(sample: str) -> bool:
    """Whether the text that begins with ``sample`` opens with the header of an e-mail.

    It does where every line down to the first empty one is a header field, among them one that people write too
    (``From``, ``Subject``) and one that only programs write (``Message-ID``, ``Received``).
    """
    names: set[str] = set()
    lines = sample.lstrip("\ufeff\r\n").splitlines()
    if lines and _MBOX_LINE.match(lines[0]):
        del lines[0]
    for line in lines[:_MOST_LINES]:
        if not line.strip():
            break
        if line[0] in " \t" and names:
            continue
        field = _FIELD.match(line)
        if field is None:
            return False
        names.add(field.group(1).lower())
    return bool(names & _OF_EVERY_MAIL and names & _OF_PROGRAMS)
