"""All the facts that a plan depends on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from calculator.days import DAY, Window

type Round = Literal["only", "earlier", "final"]
type Route = Literal["direct", "agency", "in-house", "internal"]
type Sector = Literal["private", "public", "academic"]
type Channel = Literal["email", "call", "voicemail", "in-person", "message"]
type How = Literal["in-person", "video", "phone"]
type Feedback = Literal["offered", "refused", "given"]
type FirstChoice = Literal["here", "there"]
type Awaited = Literal["decision", "next-round", "offer", "word"]
type Happening = Literal[
    "thanked",
    "contacted",
    "reached",
    "not-decided",
    "new-date",
    "no-answer",
    "acknowledged",
    "invited",
    "cancelled",
    "checks",
    "missed-call",
    "rejected",
    "offered",
    "interview",
    "on-hold",
    "stopped",
]

# What they may say that sets the count of unanswered contacts to nought.
ANSWERS: frozenset[Happening] = frozenset(
    {
        "reached",
        "not-decided",
        "new-date",
        "invited",
        "cancelled",
        "checks",
        "rejected",
        "offered",
        "interview",
        "on-hold",
    }
)


# In these their own words say what they ask for, and what they agree to.
THEIR_WORDS: frozenset[Happening] = ANSWERS | {"acknowledged", "missed-call"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the employer said about timing, already read.

    ``window`` is the one that the plan stands on (where several readings are possible, the one
    that ends last), ``words`` are their own words that carried the time, ``doubtful`` says that
    the person has not yet chosen between readings, ``unread`` that we failed to read it.
    ``awaits`` is what their answer will be about, where their words say so; ``by_call``: they said
    that they would call, on that day if they named one; ``in_writing``: it is the day of a contact
    that they want in writing; ``is_absence``: until then they are away, and no more is said;
    ``is_of_round``: it is when the next round takes place. ``sentence`` is the one that names the
    time, or without any the first that can be told again; ``is_of_news``: it says when the
    candidate hears, and not what they do until then; ``silence_is_no``: who hears nothing by then
    has their no; ``is_final``: it is when they decide on the job, whatever rounds were to come.
    """

    on: date
    window: Window | None = None
    words: str = ""
    doubtful: bool = False
    unread: bool = False
    awaits: Awaited | None = None
    by_call: bool = False
    in_writing: bool = False
    is_absence: bool = False
    is_of_round: bool = False
    sentence: str = ""
    is_of_news: bool = True
    silence_is_no: bool = False
    is_final: bool = False

    @property
    def is_turned_round(self) -> bool:
        """Whether the words alone say the opposite: "before June", of "not to be before June"."""
        has_end = self.window is not None and self.window.latest is not None
        return not has_end and self.words.lower().startswith(("before", "by ", "within"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveToCall:
    """They agreed to a call: on a day, or without naming one (``None``).

    ``if_unheard``: it is for the case that nothing has been heard by that day. ``in_writing``:
    they asked for an email, not for a call; ``any_way``: for neither; ``in_person``: they asked the
    candidate in; ``is_asked``: they asked for it, and did not only allow it. ``words`` are their
    own for the day; ``names_day`` is false where it was counted from them: "in ten days".
    ``at_once``: they want to be called back, and it is for now.
    """

    on: date | None = None
    if_unheard: bool = False
    in_writing: bool = False
    any_way: bool = False
    in_person: bool = False
    is_asked: bool = False
    words: str = ""
    names_day: bool = True
    at_once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something that the candidate said they would do on a day, or was asked for by then.

    ``asked_on`` is the day on which they asked for it, and ``on`` the same where they named none.
    ``is_a_thing``: something is to be sent, whichever way; ``is_work``: it is work that they take
    time to look at.
    """

    what: Literal["call", "email", "other"]
    on: date
    note: str = ""
    asked_on: date | None = None
    is_a_thing: bool = False
    is_work: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether they asked for it, and nobody promised it."""
        return self.asked_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """Facts about the employer that a law asks for; ``None`` is not known."""

    staff_25_or_more: bool | None = None
    public_posting: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another employer's offer: the day it came and the day to answer by.

    ``moved_on`` is the day on which they gave the candidate until then, where it was less before;
    ``first_choice`` is the job that the candidate would rather have, ``None`` where nobody said.
    """

    on: date
    answer_by: date
    moved_on: date | None = None
    first_choice: FirstChoice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The person's choices where experts differ."""

    channel: Literal["email-then-call", "call", "email"] = "email-then-call"
    persistence: Literal["one", "two", "weekly"] = "two"
    closing_note: bool = False
    slow_season: bool = False
    inside_week: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened since the interview.

    ``said`` is a time in their words, read from the event's day, ``words`` are all their words.
    ``agreed_to_next`` is what they said to another contact; ``None`` is that nobody asked.
    ``said_would_call``: the candidate's contact named a call, or not; ``None`` is not known.
    ``leave`` is what their words allow, apart from the time of their answer.
    ``in_writing`` and ``answer_by`` are about their offer. ``by_colleague``: somebody else
    answered for them; ``is_automatic``: nobody did. ``is_courtesy``: they thanked or greeted, and
    announced nothing. ``feedback`` is what their no said of it.
    """

    on: date
    event: Happening
    channel: Channel | None = None
    said: Said | None = None
    words: str = ""
    agreed_to_next: bool | None = None
    leave: LeaveToCall | None = None
    said_would_call: bool | None = None
    in_writing: bool | None = None
    answer_by: date | None = None
    by_colleague: bool = False
    is_automatic: bool = False
    is_courtesy: bool = False
    feedback: Feedback | None = None

    @property
    def names_next_contact(self) -> bool:
        """Whether what they said is the day for the next contact, not for their answer."""
        may_agree = ("reached", "not-decided", "acknowledged")
        return self.agreed_to_next is True and self.leave is None and self.event in may_agree

    @property
    def day_of_interview(self) -> date | None:
        """The day of a further interview, if they named one or it took place."""
        if self.event == "interview":
            return self.on
        if self.event not in ("invited", "cancelled") or not self.said or not self.said.window:
            return None
        day = self.said.window.latest
        is_a_day = day is not None and day == self.said.window.earliest
        # "He is ill today": the day of a call-off is no new one.
        first = self.on + DAY if self.event == "cancelled" else self.on
        return day if day and is_a_day and day >= first else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What fills the blanks of the scripts, and where they go; an empty text shows as a blank."""

    you: str = ""
    interviewer: str = ""
    employer: str = ""
    role: str = ""
    phone: str = ""
    recruiter: str = ""
    their_email: str = ""
    their_phone: str = ""


class Situation(NamedTuple):
    """All the facts that a plan depends on; only two have no default.

    ``awaiting`` is what the person says they wait for, ``None`` where that follows from the rest.
    ``closed`` are spans of days on which the employer's office is shut, both ends included.
    ``history`` is oldest first. ``moved`` are the person's own days for steps by their id,
    ``left_out`` the planned days of those that they will not do.
    """

    today: date
    interview_on: date
    round: Round = "only"
    how: How | None = None
    awaiting: Awaited | None = None
    said: Said | None = None
    leave_to_call: LeaveToCall | None = None
    promises: tuple[Promise, ...] = ()
    no_calls: bool = False
    told_to_wait: bool = False
    route: Route = "direct"
    interviewers: int = 1
    sector: Sector = "private"
    country: str = "US"
    region: str | None = None
    closed: tuple[tuple[date, date], ...] = ()
    employer: Employer = Employer()
    offer: Offer | None = None
    policy: Policy = Policy()
    history: tuple[Event, ...] = ()
    names: Names = Names()
    moved: Mapping[str, date] = MappingProxyType({})
    left_out: Mapping[str, date] = MappingProxyType({})
