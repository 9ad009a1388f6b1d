"""E-mails as mail programs save them (RFC 5322): the text of one as a paper, and what is attached to it."""

from __future__ import annotations

import email
import html
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from functools import partial

from corpus.errors import UnreadableFileError
from ingest.containers import Entry

# What a reader of the message is told of it, in this order.
_TOLD = ("Subject", "From", "To", "Cc", "Date")
# A picture of this many bytes or less, and any that stands in the text, is a logo or a line of the design.
_LOGO_BYTES = 64 * 1024
# Signatures and calendar entries are of the mail, not of the paper.
_OF_THE_MAIL = frozenset(
    "application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature text/calendar text/vcard "
    "text/x-vcard message/delivery-status message/disposition-notification text/rfc822-headers".split()
)
_OUTLOOK = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_OUTLOOK_FILE = "winmail.dat"
_ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_ATTACHED_MAIL = "message/rfc822"
_UTF8_MARK = b"\xef\xbb\xbf"
_BODY_TAG = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)

# What the parser of header fields raises at damaged ones, beside giving the defects that it knows of.
_HEADER_ERRORS = (ValueError, IndexError, AttributeError, TypeError, KeyError, LookupError)


def entries(data: bytes, name: str) -> Iterator[Entry]:
    """The message's own text (plain where it has such, else HTML; above it subject, sender, date) and its attachments.

    Pictures of its design, signatures and calendar entries are left out. Raises ``UnreadableFileError`` where the
    message is encrypted as a whole.
    """
    message = email.message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    assert isinstance(message, EmailMessage)
    if message.get_content_type() in _ENCRYPTED:
        raise UnreadableFileError(name, "is an encrypted e-mail; save it without encryption")
    text = _own_text(message)
    if text is not None:
        written, words = text
        yield Entry(written, len(words), lambda: words)
    for number, part in enumerate(_attached(message), start=1):
        yield _entry(part, number)


def _own_text(message: EmailMessage) -> tuple[str, bytes] | None:
    """The text as a file, its name before it; ``None`` where there is neither text nor subject."""
    told = [(field, value) for field in _TOLD if (value := _field(message, field))]
    plain = _first(message, "text/plain")
    page = _first(message, "text/html")
    if plain is not None and (plain.strip() or page is None):
        head = "".join(f"{field}: {value}\n" for field, value in told)
        return "message.txt", f"{head}\n{plain}".encode(errors="replace")
    if page is not None:
        head = "".join(f"<p>{html.escape(f'{field}: {value}', quote=False)}</p>\n" for field, value in told)
        body = _BODY_TAG.search(page)
        at = body.end() if body else 0
        # The mark says what encoding the page has now, whatever it says itself.
        start = "" if body else "<!DOCTYPE html>\n"
        return "message.html", _UTF8_MARK + f"{start}{page[:at]}{head}{page[at:]}".encode(errors="replace")
    if not told:
        return None
    return "message.txt", "".join(f"{field}: {value}\n" for field, value in told).encode(errors="replace")


def _field(message: EmailMessage, field: str) -> str:
    """A header field as one line; empty where there is none, or none that can be read."""
    try:
        return " ".join(str(message.get(field, "")).split())
    except _HEADER_ERRORS:
        return ""


def _first(message: EmailMessage, kind: str) -> str | None:
    """The first text of that type that is not attached."""
    for part in _leaves(message):
        if part.get_content_type() == kind and not _is_attached(part):
            return _text(part)
    return None


def _text(part: EmailMessage) -> str:
    data = _bytes(part)
    charset = part.get_content_charset("utf-8")
    try:
        return data.decode(charset, errors="replace").replace("\r\n", "\n")
    except (LookupError, ValueError):
        return data.decode("utf-8", errors="replace").replace("\r\n", "\n")


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; a message that is attached is one of them."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part is not message and part.get_content_type() == _ATTACHED_MAIL:
            yield part
        elif part.is_multipart():
            waiting.extend(each for each in reversed(list(part.iter_parts())) if isinstance(each, EmailMessage))
        else:
            yield part


def _attached(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind in _OF_THE_MAIL:
            continue
        if part.get_content_maintype() == "image":
            in_text = _disposition(part) == "inline" or part.get("Content-ID") is not None
            if not in_text and len(_bytes(part)) > _LOGO_BYTES:
                yield part
        elif _is_attached(part) or kind not in {"text/plain", "text/html"}:
            yield part


def _is_attached(part: EmailMessage) -> bool:
    return _disposition(part) == "attachment" or _file_name(part) is not None


def _disposition(part: EmailMessage) -> str | None:
    try:
        return part.get_content_disposition()
    except _HEADER_ERRORS:
        return None


def _file_name(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except _HEADER_ERRORS:
        return None


def _entry(part: EmailMessage, number: int) -> Entry:
    kind = part.get_content_type()
    if kind == _ATTACHED_MAIL:
        inner = _message_in(part)
        written = _file_name(part) or f"{_field(inner, 'Subject').replace('/', '-') or f'attachment {number}'}.eml"
        data = _message_bytes(inner)
        return Entry(written, len(data), lambda: data)
    written = _file_name(part) or f"attachment {number}"
    if kind in _OUTLOOK or written.lower() == _OUTLOOK_FILE:
        reason = "holds attachments in a form of Outlook's own, which is not read; save them from Outlook one by one"
        return Entry(written, 0, partial(_refused, written, reason))
    if kind in _ENCRYPTED:
        return Entry(written, 0, partial(_refused, written, "is encrypted; save it without encryption"))
    data = _bytes(part)
    return Entry(written, len(data), lambda: data)


def _message_in(part: EmailMessage) -> EmailMessage:
    payload = part.get_payload()
    return payload[0] if isinstance(payload, list) and payload and isinstance(payload[0], EmailMessage) else part


def _message_bytes(message: EmailMessage) -> bytes:
    # The default policy folds fields anew and may choke on damaged ones: this one gives them as they stand.
    return message.as_bytes(policy=policy.compat32)


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _refused(written: str, reason: str) -> bytes:
    raise UnreadableFileError(written, reason)
