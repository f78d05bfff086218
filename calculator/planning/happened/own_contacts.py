"""What a contact of the candidate's makes of where they stand, made or left out."""

from copy import replace
from datetime import date

from calculator.planning.advice import Amount
from calculator.planning.calendar import after
from calculator.planning.contacts.drafts import Draft
from calculator.planning.happened.case import COUNTED, Contact, Role
from calculator.planning.happened.standing import Standing, agreed_day

# Calls that they agreed to: of those, they or the agency know.
EXPECTED: tuple[Role, ...] = ("agreed", "with-employer")


def after_contact(standing: Standing, contact: Contact) -> Standing:
    """Return the standing after a contact of the candidate's; whether it counts follows from it."""
    role: Role = "with-employer" if is_apart(standing, contact.role) else contact.role
    match contact.role:
        case "debrief":
            return replace(standing, is_debriefed=True, is_thanked=True)
        case "reminder":
            return replace(standing, is_reminded=True)
        case "promise" if contact.promise is not None:
            standing = after_promise(standing, contact.promise, contact.on)
        case "reply":
            knows = standing.knows_of_offer or contact.tells
            standing = replace(standing, reply_to=None, knows_of_offer=knows)
        case "tell":
            standing = after_telling(standing, contact.on)
        case "asked" if standing.reply_to:
            standing = replace(standing, reply_to=None)  # it was too late for one
        case "agreed" | "last" | "stop":
            standing = replace(standing, agreed=None, reply_to=None)
        case _:
            pass
    # Two calls on one matter are one contact.
    is_again = is_second_try(contact.on, standing)
    counts = role in COUNTED or (role == "agreed" and contact.is_silent and not is_again)
    return standing.with_contact(contact._replace(role=role, counts=counts))


def is_second_try(day: date, standing: Standing) -> bool:
    """Whether a call on a day would come right after one that they knew of and did not answer."""
    missed = unheard_call(standing)
    return missed is not None and missed.on < day <= last_day_to_try_again(missed, standing)


def unheard_call(standing: Standing) -> Contact | None:
    """Return the last contact, if it was an agreed or promised call that nobody answered."""
    *_, last = (None, *standing.contacts)
    if last is None or not last.is_silent or last.channel != "call":
        return None
    promised = None if last.promise is None else standing.case.promises[last.promise]
    is_promised = promised is not None and promised.what == "call"
    return last if is_promised or last.role in EXPECTED else None


def last_day_to_try_again(missed: Contact, standing: Standing) -> date:
    """Return the working day after a call that nobody answered."""
    return after(missed.on, Amount(1, "working days"), standing.calendar.is_working_day)


def as_if_made(draft: Draft, on: date) -> Contact:
    """Return a contact as if it were made on a day, without an answer."""
    return Contact(
        on=on,
        role=draft.role,
        channel=draft.channel,
        is_silent=True,
        promise=draft.promise,
        said_would_call=draft.names_call,
        tells=tells_of_offer(draft),
    )


def tells_of_offer(draft: Draft) -> bool:
    """Whether a reply tells them of another offer, too."""
    return "tells-of-offer" in draft.claims


def is_apart(standing: Standing, role: Role = "agreed") -> bool:
    """Whether an agreed contact is with the employer, while an agency is asked about the rest."""
    agreed = standing.agreed
    is_with_employer = agreed is not None and agreed.with_employer
    return role == "agreed" and standing.through_recruiter and is_with_employer


def after_telling(standing: Standing, on: date) -> Standing:
    """Return the standing after telling them of an offer; what they agreed to by then is done."""
    agreed = standing.agreed
    is_done = agreed is not None and agreed_day(standing, agreed) <= on
    return replace(standing, agreed=None) if is_done else standing


def after_promise(standing: Standing, at: int, on: date) -> Standing:
    """Return the standing after a promise kept on a day; a call may be one that they agreed to."""
    promise, agreed = standing.case.promises[at], standing.agreed
    kept = replace(standing, kept={**standing.kept, at: on})
    if promise.what == "call" and agreed and agreed_day(standing, agreed) == promise.on:
        return replace(kept, agreed=None)
    return kept


# What is left out of these is no contact: it only takes its time.
ONLY_TAKES_TIME: tuple[Role, ...] = ("agreed", "asked", "last")


def after_left_out(standing: Standing, draft: Draft, on: date) -> Standing:
    """Return the standing once the person has left a contact out for good."""
    if draft.promise is not None:
        return after_promise(standing, draft.promise, on)
    if draft.role == "agreed":
        standing = replace(standing, agreed=None)
    role: Role = "left-out" if draft.role in ONLY_TAKES_TIME else draft.role
    return after_contact(standing, Contact(on=on, role=role, channel=draft.channel))
