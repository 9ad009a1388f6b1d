"""The closed vocabularies of the model: what a paper, an outcome, a status or a body can be."""

from __future__ import annotations

from enum import StrEnum

# Between the location of a container and the name of a file in it: "papers.zip!/minutes.pdf".
INSIDE = "!/"


class MediaType(StrEnum):
    """What the bytes of a source are, told from the bytes and not from the file's name."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    HTML = "text/html"
    TEXT = "text/plain"
    EMAIL = "message/rfc822"
    ZIP = "application/zip"


class PaperKind(StrEnum):
    """What kind of paper a document, or a part of a public pack, is."""

    AGENDA = "agenda"
    MEMBERSHIP = "membership"
    MINUTES = "minutes"
    REPORT = "report"
    PRESENTATION = "presentation"
    TERMS_OF_REFERENCE = "terms_of_reference"
    APPENDIX = "appendix"
    DECISION_NOTICE = "decision_notice"
    CALL_IN = "call_in"
    ACTION_LOG = "action_log"
    OTHER = "other"


class MeetingStatus(StrEnum):
    """Whether minutes are still a draft or have been confirmed by the body."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"


class AttendanceStatus(StrEnum):
    """In what way somebody stands in an attendance list."""

    CHAIR = "chair"
    PRESENT = "present"
    IN_ATTENDANCE = "in_attendance"
    APOLOGIES = "apologies"


class OrganisationKind(StrEnum):
    """What kind of body an organisation is."""

    COUNCIL = "council"
    CCG = "ccg"
    NHS_TRUST = "nhs_trust"
    NHS_NATIONAL = "nhs_national"
    ICS = "ics"
    BOARD_OR_COMMITTEE = "board_or_committee"
    GOVERNMENT = "government"
    CHARITY = "charity"
    COMPANY = "company"
    UNIVERSITY = "university"
    PARTNERSHIP = "partnership"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of the matter that a decision is about."""

    NOTED = "noted"
    APPROVED = "approved"
    AGREED = "agreed"
    ENDORSED = "endorsed"
    SUPPORTED = "supported"
    DELEGATED = "delegated"
    ESTABLISHED = "established"
    DEFERRED = "deferred"
    REFERRED = "referred"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ACCEPTED_MINUTES = "accepted_minutes"
    OTHER = "other"


class ActionStatus(StrEnum):
    """How an action stands, as the paper that records it says."""

    OPEN = "open"
    ONGOING = "ongoing"
    CLOSED = "closed"


class VoteResult(StrEnum):
    """How a vote ended."""

    CARRIED = "carried"
    LOST = "lost"
    UNANIMOUS = "unanimous"


class EventKind(StrEnum):
    """What happened to a matter, as a timeline shows it."""

    NOTICE = "notice"
    REPORT = "report"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    CALL_IN = "call_in"
    ACTION = "action"
    ACTION_CLOSED = "action_closed"
    MENTION = "mention"
    MINUTES_APPROVED = "minutes_approved"
