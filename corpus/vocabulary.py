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
    FORWARD_PLAN = "forward_plan"
    OTHER = "other"


MEETING_KINDS = (PaperKind.AGENDA, PaperKind.MINUTES)
"""Papers that are of a meeting as a whole: each has a title block, a day, a body and items of its own."""


class FieldKey(StrEnum):
    """What a label of a front sheet or form asks for, whatever words a council or NHS body prints.

    Who answers for a report are ``reporting_officer`` (an officer) and ``executive_lead`` (a member of the board who
    sponsors it); who wrote it is ``report_author``; whom to ask is ``contact_officer``. ``report_from`` is whoever
    submits it, a person or a body. ``date`` is a date without a word on what it is of, most often the meeting's.
    """

    REPORT_TO = "report_to"
    REPORT_FROM = "report_from"
    REPORT_AUTHOR = "report_author"
    REPORTING_OFFICER = "reporting_officer"
    EXECUTIVE_LEAD = "executive_lead"
    PRESENTER = "presenter"
    CONTACT_OFFICER = "contact_officer"
    CONTACT_DETAILS = "contact_details"
    PORTFOLIO = "portfolio"
    DIRECTORATE = "directorate"
    SUBJECT = "subject"
    REFERENCE = "reference"
    AGENDA_ITEM = "agenda_item"
    DATE = "date"
    REPORT_DATE = "report_date"
    MEETING_DATE = "meeting_date"
    VENUE = "venue"
    WARDS = "wards"
    KEY_DECISION = "key_decision"
    KEY_DECISION_REASON = "key_decision_reason"
    FORWARD_PLAN = "forward_plan"
    EXEMPT = "exempt"
    CLASSIFICATION = "classification"
    PURPOSE = "purpose"
    ACTION_REQUIRED = "action_required"
    SUMMARY = "summary"
    DESCRIPTION = "description"
    RECOMMENDATIONS = "recommendations"
    PREVIOUSLY_CONSIDERED = "previously_considered"
    NEXT_CONSIDERED = "next_considered"
    CONSULTATION = "consultation"
    BACKGROUND_PAPERS = "background_papers"
    APPENDICES = "appendices"
    OBJECTIVES = "objectives"
    RISKS = "risks"
    FINANCIAL_IMPLICATIONS = "financial_implications"
    LEGAL_IMPLICATIONS = "legal_implications"
    EQUALITY_IMPLICATIONS = "equality_implications"
    ASSURANCE_LEVEL = "assurance_level"
    INTERESTS = "interests"
    VERSION = "version"
    STATUS = "status"
    AUDIENCE = "audience"
    REVIEWED_BY = "reviewed_by"
    APPROVED_BY = "approved_by"
    DECISION_MAKER = "decision_maker"
    DECISION_REFERENCE = "decision_reference"
    DECISION_TYPE = "decision_type"
    DECISION_STATUS = "decision_status"
    DECISION_DATE = "decision_date"
    DECISION_DUE = "decision_due"
    DECISION = "decision"
    REASONS = "reasons"
    OPTIONS_CONSIDERED = "options_considered"
    CALL_IN = "call_in"
    CALL_IN_DEADLINE = "call_in_deadline"
    EFFECTIVE_DATE = "effective_date"
    URGENCY = "urgency"
    PUBLICATION_DATE = "publication_date"
    NOTICE_PUBLISHED = "notice_published"
    REPRESENTATIONS = "representations"
    PROPOSER = "proposer"
    SECONDER = "seconder"
    SIGNED = "signed"


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


class DecisionTrait(StrEnum):
    """What a decision may tell beside what was decided, by which lists are narrowed.

    A ``vote`` is told by a result or a count, a ``named_vote`` with the names of some who voted.
    """

    VOTE = "vote"
    NAMED_VOTE = "named_vote"
    DELEGATION = "delegation"
    DEFERRAL = "deferral"
    REFERRAL = "referral"
    CONDITIONS = "conditions"
    KEY_DECISION = "key_decision"
    CALL_IN = "call_in"
    URGENCY = "urgency"
    EFFECTIVE_DATE = "effective_date"
    REASONS = "reasons"
    EXEMPT = "exempt"


class RecommendationFate(StrEnum):
    """What became of one part of what a report recommended.

    ``PART_TAKEN`` took over some of it and left the rest, ``NOTED_ONLY`` noted what was to be approved, ``DEFERRED``
    put it off or referred it elsewhere. ``NOT_CONSIDERED``: the minutes tell of the item, and of no decision on this.
    ``MINUTES_NOT_HELD``: unknown, because the minutes of the meeting that it was put to are not held. ``UNKNOWN``: it
    is not told to which meeting it was put, or which item of the minutes took it.
    """

    AS_RECOMMENDED = "as_recommended"
    AMENDED = "amended"
    PART_TAKEN = "part_taken"
    NOTED_ONLY = "noted_only"
    DEFERRED = "deferred"
    REFUSED = "refused"
    NOT_CONSIDERED = "not_considered"
    MINUTES_NOT_HELD = "minutes_not_held"
    UNKNOWN = "unknown"


NOT_AS_RECOMMENDED = (
    RecommendationFate.AMENDED,
    RecommendationFate.PART_TAKEN,
    RecommendationFate.NOTED_ONLY,
    RecommendationFate.DEFERRED,
    RecommendationFate.REFUSED,
    RecommendationFate.NOT_CONSIDERED,
)
"""What is known to have ended otherwise than was recommended."""


class ReportedStanding(StrEnum):
    """Whether minutes bear out a decision that a paper tells of in retrospect.

    ``NOT_CHECKABLE``: the paper doesn't tell who decided, or when.
    """

    CONFIRMED = "confirmed"
    NOT_IN_MINUTES = "not_in_minutes"
    MINUTES_NOT_HELD = "minutes_not_held"
    NOT_CHECKABLE = "not_checkable"


class ActionStatus(StrEnum):
    """How an action stands, as the paper that records it says."""

    OPEN = "open"
    ONGOING = "ongoing"
    CLOSED = "closed"


class ActionCourseKind(StrEnum):
    """How an action went on: told again at a later meeting and not closed, or open and in no later log."""

    CARRIED = "carried"
    DROPPED = "dropped"


class VoteResult(StrEnum):
    """How a vote ended."""

    CARRIED = "carried"
    LOST = "lost"
    UNANIMOUS = "unanimous"


class VoteWay(StrEnum):
    """How one person voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    NOT_VOTING = "not_voting"


class MotionKind(StrEnum):
    """What was moved: a motion, an amendment to one, or a motion as it stands after amendments."""

    MOTION = "motion"
    AMENDMENT = "amendment"
    SUBSTANTIVE = "substantive"


class MotionFate(StrEnum):
    """What became of a motion. One that found no seconder, or that another one overtook, fell.

    An amendment that the mover of its motion took over without a vote was accepted.
    """

    CARRIED = "carried"
    LOST = "lost"
    FELL = "fell"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"


class InterestKind(StrEnum):
    """What kind of interest was declared.

    For councils in England by the Localism Act 2011 and the model code of the Local Government Association (disclosable
    pecuniary, other registrable, non-registrable); in Wales and before 2012 personal and prejudicial; for NHS bodies by
    NHS England's guidance on conflicts of interest of 2017 (financial, non-financial professional, non-financial
    personal, indirect). Who declares a personal and prejudicial interest declares a prejudicial one.
    """

    DISCLOSABLE_PECUNIARY = "disclosable_pecuniary"
    OTHER_REGISTRABLE = "other_registrable"
    NON_REGISTRABLE = "non_registrable"
    PECUNIARY = "pecuniary"
    NON_PECUNIARY = "non_pecuniary"
    PREJUDICIAL = "prejudicial"
    PERSONAL = "personal"
    FINANCIAL = "financial"
    NON_FINANCIAL_PROFESSIONAL = "non_financial_professional"
    NON_FINANCIAL_PERSONAL = "non_financial_personal"
    INDIRECT = "indirect"
    OTHER = "other"


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


class LinkKind(StrEnum):
    """How the one end of a link stands to the other, read from its first end to its second.

    ``REPORTS`` leads from where a decision, minute or action is told of to what it tells of, ``RAISES`` from what was
    asked for or left open to what settled it, ``DELEGATES`` from the decision that gave a power to the one taken under
    it.
    """

    RECOMMENDS = "recommends->decides"
    RAISES = "raises->closes"
    DELEGATES = "delegates->decides"
    SAME_ACTION = "same_action"
    SAME_MATTER = "same_matter"
    MINUTES_OF = "minutes_of"
    APPROVES_MINUTES_OF = "approves_minutes_of"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    CALLS_IN = "calls_in"
    REPORTS = "reports"


class ReadBy(StrEnum):
    """By what means the text of a page was had, or why there is none.

    ``NEEDS_OCR`` is a page that shows text which only OCR can read, where none was to be had; ``NOTHING`` one that no
    means could read.
    """

    TEXT_LAYER = "text_layer"
    SECOND_READER = "second_reader"
    OCR = "ocr"
    NEEDS_OCR = "needs_ocr"
    NOTHING = "nothing"


UNREAD = (ReadBy.NEEDS_OCR, ReadBy.NOTHING)
