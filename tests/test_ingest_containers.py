"""ZIP archives and e-mails: which members come out, under which names, and what is refused; all are made here."""

from __future__ import annotations

import contextlib
import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.vocabulary import MediaType
from ingest import archives, containers
from ingest.containers import Member, displayed, members
from ingest.sniff import media_type

PAPER = b"Minutes of Marlow Vale Council\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"


def zipped(*files: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def letter(text: str | None = "Please find the minutes.\n", page: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Minutes – May"
    message["From"] = "Orla Tarn <clerk@marlowvale.example>"
    message["To"] = "members@marlowvale.example"
    message["Date"] = "Fri, 03 May 2024 10:00:00 +0100"
    message["Message-ID"] = "<1@marlowvale.example>"
    if text is not None:
        message.set_content(text)
    if page is not None:
        (message.add_alternative if text is not None else message.set_content)(page, subtype="html")
    return message


def attach(message: EmailMessage, data: bytes, kind: str, name: str | None, *, inline: bool = False) -> EmailMessage:
    main, sub = kind.split("/")
    disposition = "inline" if inline else "attachment"
    message.add_attachment(data, maintype=main, subtype=sub, filename=name, disposition=disposition)
    return message


def found(data: bytes) -> list[Member]:
    return list(members(data, "papers.zip"))


def names(data: bytes) -> list[str]:
    return [member.name for member in found(data)]


def test_members_of_an_archive() -> None:
    data = zipped(("2024/minutes.txt", PAPER), ("2024/", b""), ("agenda.txt", b"Agenda"))
    assert found(data) == [Member(name="2024/minutes.txt", data=PAPER), Member(name="agenda.txt", data=b"Agenda")]


def test_what_systems_leave_is_passed_over() -> None:
    data = zipped(("__MACOSX/._a.txt", PAPER), (".DS_Store", PAPER), ("x/Thumbs.db", PAPER), ("a.txt", PAPER))
    assert names(data) == ["a.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_repeat_are_counted_on() -> None:
    data = zipped(("a.txt", PAPER), ("./a.txt", b"other"), ("/a.txt", b"third"), ("b.c/d", PAPER), ("b.c//d", PAPER))
    assert names(data) == ["a.txt", "a (2).txt", "a (3).txt", "b.c/d", "b.c/d (2)"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\papers\\minutes.doc", "papers/minutes.doc"),
        ("a\nb\x1b[31m\udc80.txt", "a\ufffdb\ufffd[31m\ufffd.txt"),
        ("..", "unnamed"),
        ("x" * 500 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_names_are_only_for_display(written: str, shown: str) -> None:
    assert displayed(written) == shown


def test_a_member_that_can_not_be_read_costs_itself_only() -> None:
    data = zipped(
        ("a.jpg", JPEG), ("b.txt", b""), ("c.txt", PAPER), ("d.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + PAPER)
    )
    assert [(member.name, (member.failure or "")[:20]) for member in found(data)] == [
        ("a.jpg", "is a JPEG picture, n"),
        ("b.txt", "is empty; fetch it a"),
        ("c.txt", ""),
        ("d.doc", "is in an old Office "),
    ]


def test_an_encrypted_or_damaged_member_is_told() -> None:
    whole = bytearray(zipped(("a.txt", PAPER * 9), ("b.txt", PAPER)))
    damaged = bytearray(whole)
    damaged[40] ^= 0xFF
    first, second = found(bytes(damaged))
    assert (first.failure or "").startswith("is damaged in its archive")
    assert second.data == PAPER
    for signature in (b"PK\x03\x04", b"PK\x01\x02"):
        whole[whole.index(signature) + (6 if signature[2] == 3 else 8)] |= 1
    first, second = found(bytes(whole))
    assert (first.failure or "").startswith("is protected by a password")
    assert second.data == PAPER


def test_a_member_that_bursts_is_refused() -> None:
    first, second = found(zipped(("bomb.txt", b" " * 5_000_000), ("a.txt", PAPER)))
    assert "250 times its packed size" in (first.failure or "")
    assert second.data == PAPER


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [("MAX_MEMBERS", 3, "holds more than 3 files"), ("MAX_UNPACKED_BYTES", 1024 * 1024, "unpacks to more than 1 MiB")],
)
def test_a_bomb_is_refused_before_anything_is_unpacked(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, reason: str
) -> None:
    monkeypatch.setattr(containers, limit, value)
    data = zipped(*((f"{i}.txt", b"x" * 300_000) for i in range(4)))
    with pytest.raises(UnreadableFileError, match=reason):
        next(members(data, "papers.zip"))


def test_what_is_nested_counts_against_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBERS", 4)
    inner = zipped(*((f"{i}.txt", PAPER) for i in range(3)))
    first, second = found(zipped(("inner.zip", inner), ("a.txt", PAPER)))
    assert "holds more than 4 files" in (first.failure or "")
    assert second.data == PAPER


def test_containers_in_containers_down_to_a_depth() -> None:
    deep = zipped(("paper.txt", PAPER))
    for level in (3, 2, 1):
        deep = zipped((f"level{level}.zip", deep))
    (only,) = found(deep)
    assert only.name == "level1.zip!/level2.zip!/level3.zip"
    assert (only.failure or "").startswith("is a container in 3 others")


def test_an_archive_that_can_not_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableFileError, match="damaged or cut-off"):
        found(zipped(("a.txt", PAPER))[:-10])
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 10)
    with pytest.raises(UnreadableFileError, match="unpacks to more"):
        found(zipped(("a.txt", PAPER)))


def test_a_message_and_what_is_attached() -> None:
    message = attach(letter(), b"%PDF-1.4 minutes", "application/pdf", "minutes.pdf")
    text, paper = found(message.as_bytes())
    assert text.name == "message.txt"
    assert text.data.decode().splitlines() == [
        "Subject: Minutes – May",
        "From: Orla Tarn <clerk@marlowvale.example>",
        "To: members@marlowvale.example",
        "Date: Fri, 03 May 2024 10:00:00 +0100",
        "",
        "Please find the minutes.",
    ]
    assert media_type(text.data, "message.txt") is MediaType.TEXT
    assert paper == Member(name="minutes.pdf", data=b"%PDF-1.4 minutes")


def test_plain_text_goes_before_html_and_html_before_nothing() -> None:
    assert names(letter("plain", "<p>page</p>").as_bytes()) == ["message.txt"]
    (page,) = found(letter(None, "<html><body class='x'><p>Tea – 3 &lt; 4</p></body></html>").as_bytes())
    assert page.name == "message.html"
    assert "<body class='x'><p>Subject: Minutes – May</p>" in page.data.decode("utf-8-sig")
    assert media_type(page.data, "message.html") is MediaType.HTML


@pytest.mark.parametrize(
    ("data", "kind", "name", "inline", "expected"),
    [
        (JPEG, "image/jpeg", "logo.jpg", False, []),
        (JPEG * 9000, "image/jpeg", "scan.jpg", False, ["is a JPEG picture"]),
        (JPEG * 9000, "image/jpeg", "scan.jpg", True, []),
        (b"x", "application/pkcs7-signature", "smime.p7s", False, []),
        (b"BEGIN:VCALENDAR", "text/calendar", "invite.ics", False, []),
        (b"\x78\x9f\x3e\x22", "application/ms-tnef", "winmail.dat", False, ["holds attachments in a form"]),
        (
            b"\x78\x9f\x3e\x22",
            "application/octet-stream",
            "WINMAIL.DAT",
            False,
            ["holds attachments in a form"],
        ),
        (b"0", "application/pkcs7-mime", "smime.p7m", False, ["is encrypted"]),
    ],
)
def test_what_is_attached_beside_papers(data: bytes, kind: str, name: str, inline: bool, expected: list[str]) -> None:
    _, *attached = found(attach(letter(), data, kind, name, inline=inline).as_bytes())
    assert len(attached) == len(expected)
    for member, reason in zip(attached, expected, strict=True):
        assert (member.failure or "").startswith(reason)


def test_a_message_in_a_message_and_in_an_archive() -> None:
    inner = attach(letter(), b"%PDF-1.4 x", "application/pdf", "../plan.pdf")
    outer = letter()
    outer.add_attachment(inner)
    assert names(zipped(("mail.eml", outer.as_bytes()))) == [
        "mail.eml!/message.txt",
        "mail.eml!/Minutes – May.eml!/message.txt",
        "mail.eml!/Minutes – May.eml!/plan.pdf",
    ]


def test_an_encrypted_message_is_told() -> None:
    head = b"From: a@b.example\nMessage-ID: <1>\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIA"
    with pytest.raises(UnreadableFileError, match="is an encrypted e-mail"):
        found(head)


@pytest.mark.parametrize(
    "head",
    [
        "Subject: =?utf-8?b?broken\nContent-Type: text/plain; charset=nowhere\nContent-Transfer-Encoding: base64\n\n%%",
        "Subject: x\nContent-Type: multipart/mixed\n\nno boundary",
        "Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n",
        "Date: \nFrom: @@@<<\nTo: =?x?y?z?=\nContent-Disposition: attachment; filename*=utf-8''%ff%\n\nwords",
    ],
)
def test_damaged_messages_give_what_they_have(head: str) -> None:
    assert found(f"Message-ID: <1>\nFrom: a@b.example\n{head}".encode())


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 1500), st.binary(max_size=12), st.integers(0, 40), st.booleans())
def test_a_mutated_container_is_read_or_refused(at: int, what: bytes, cut: int, mail: bool) -> None:
    message = attach(letter("plain", "<p>page</p>"), PAPER, "text/plain", "minutes.txt")
    message.add_attachment(letter())
    whole = message.as_bytes() if mail else zipped(("a.txt", PAPER), ("b.eml", letter().as_bytes()))
    with contextlib.suppress(UnreadableFileError):
        for member in found(whole[:at] + what + whole[at + cut :]):
            assert member.name.isprintable() or "\ufffd" in member.name
            assert member.data or member.failure


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"From:·|Subject:·|Content-Type:·|text/html|multipart/mixed;·|boundary=a|--a|message/rfc822".split("|"),
                *"Content-Disposition:·|attachment;·|filename=|=?utf-8?q?|?=|Date:·|charset=|utf-7|(|;|%|<|@|x".split(
                    "|"
                ),
                *'Content-Transfer-Encoding:·|base64|quoted-printable|"|·'.split("|"),
                *("\n", "\n\n", "\udcff"),
            ]
        ),
        max_size=40,
    )
)
def test_any_message_is_read_or_refused(parts: list[str]) -> None:
    with contextlib.suppress(UnreadableFileError):
        found(
            b"From: a@b.example\nMessage-ID: <1>\n"
            + "".join(parts).replace("·", " ").encode("utf-8", "surrogateescape")
        )
