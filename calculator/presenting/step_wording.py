"""Steps and answers in words: what to do, when, and "if they say"."""

from collections.abc import Mapping
from typing import NamedTuple

from calculator.planning.calendar import ON_A_WEEKEND
from calculator.planning.choices.placing import HAS_PASSED, YOU_MOVED
from calculator.planning.plan import Action, Branch, Plan, Stage, Step, is_to_other_employer
from calculator.planning.telling.notices import NAMED_DAYS
from calculator.presenting.wording import Dates
from calculator.situation import Channel, Happening, Situation

# What to do; a channel of its own comes before the action alone.
DOING: Mapping[tuple[Action, Channel | None], str] = {
    ("ask", None): "ask in the interview when they will decide",
    ("thank", None): "send your thank-you note",
    ("thank", "call"): "call to say thank you",
    ("thank", "in-person"): "say thank you in person",
    ("email", None): "send an email",
    ("email", "message"): "send a message",
    ("email", "in-person"): "ask in person",
    ("call", None): "call",
    ("call", "email"): "send an email instead of the call",
    ("call", "in-person"): "ask in person",
    ("recruiter", None): "contact the recruiter",
    ("recruiter", "call"): "call the recruiter",
    ("recruiter", "email"): "write to the recruiter",
    ("promise", None): "keep your promise",
    ("promise", "call"): "call, as you promised",
    ("promise", "email"): "write, as you promised",
    ("close", None): "send the closing note",
    ("stop", None): "let it go",
    ("reply", None): "reply",
    ("reply", "email"): "email your reply",
    ("reply", "call"): "reply by phone",
    ("reply", "in-person"): "reply in person",
    ("decide", None): "give your answer to the offer",
    ("legal", None): "check if they have told you, as the 45 days are over",
    ("wait", None): "look at your plan again",
}

# What some rules ask for, where the action alone would not say of whom.
MORE_EXACTLY: Mapping[tuple[str, Action], str] = {
    ("thank-you-each", "thank"): "send each interviewer a thank-you note",
    ("other-offer-acknowledge", "reply"): "thank the other employer",
    ("other-offer-more-time", "reply"): "ask the other employer for more time if you need it",
    ("asked-to-come-in", "call"): "go in and ask",
    ("asked-of-you", "promise"): "send what they asked for",
    ("asked-without-a-day", "promise"): "send what they asked for",
    ("other-offer-tell", "call"): "call about your offer",
    ("other-offer-tell", "email"): "write about your offer",
    ("other-offer-new-day", "email"): "tell them your new day for the other offer",
    ("other-offer-decide", "decide"): "answer the other employer's offer",
    ("offered-decide", "decide"): "answer their offer",
    ("offered-no-day", "reply"): "answer their offer",
    ("offered-no-day", "recruiter"): "answer their offer through the recruiter",
    ("offered-day-passed", "reply"): "ask if their offer still stands",
    ("offered-day-passed", "decide"): "ask if their offer still stands",
    ("offered-day-passed", "recruiter"): "ask the recruiter if the offer still stands",
    ("stopped", "stop"): "end of this one",
    ("ontario-reminder", "email"): "ask by email if they have decided",
}

# How each answer begins in "what each answer would change".
IF: Mapping[Happening, str] = {
    "thanked": "When you have sent your thanks",
    "contacted": "When you have been in touch",
    "reached": "If you reach them but learn nothing new",
    "not-decided": "If they have not decided yet",
    "new-date": "If they give you a new date",
    "no-answer": "If nothing comes back",
    "acknowledged": "If they write back without an answer",
    "invited": "If they invite you to another interview",
    "cancelled": "If they cancel or move the interview",
    "checks": "If they check your references",
    "missed-call": "If they don't call when they said they would",
    "rejected": "If they say no",
    "offered": "If they offer you the job",
    "interview": "If they ask you to another interview",
    "on-hold": "If they put the job on hold",
    "stopped": "If you take another job, or want to stop",
}


# And where they have got so far that the answer means something else.
IF_BY_THEN: Mapping[tuple[Stage, Happening], str] = {
    ("ahead", "new-date"): "If they say when you'll hear",
    ("invited", "invited"): "If they name a day",
    ("cancelled", "invited"): "If they name a new day",
    ("said-yes", "offered"): "When the written offer comes",
    ("said-yes", "new-date"): "If they say when it will come",
    ("offered", "new-date"): "If they give you more time",
    ("offered", "rejected"): "If they take the offer back",
    ("offered", "stopped"): "If you decline",
}


def condition(branch: Branch) -> str:
    """Return how an answer begins in "what each answer would change"."""
    exactly = IF_BY_THEN.get((branch.stage, branch.answer)) if branch.stage else None
    return exactly or IF[branch.answer]


class Silence(NamedTuple):
    """How it is said that nothing has come: before all steps, beside the first, and the others.

    ``titled`` stands in a calendar, ``asked`` where such a step is due.
    """

    heading: str = "If you hear nothing"
    first: str = "if you've heard nothing"
    later: str = "if there's still no answer"
    titled: str = "if you have heard nothing"
    asked: str = "Have you heard from them?"


HEARD_NOTHING = Silence()
# Who waits for a letter has heard from them.
NOT_IN_WRITING = Silence(
    heading="If nothing comes",
    first="if nothing has come",
    later="if there's still nothing",
    titled="if nothing has come",
    asked="Has anything come?",
)


def silence(plan: Plan) -> Silence:
    """Return how a plan says that what is awaited has not come."""
    return NOT_IN_WRITING if plan.awaiting == "offer" else HEARD_NOTHING


def awaits_letter(plan: Plan, situation: Situation) -> bool:
    """Whether they have said yes, and what is awaited is the offer in writing."""
    has_yes = any(each.event == "offered" for each in situation.history)
    return plan.awaiting == "offer" and has_yes and not plan.is_settled


def doing(step: Step) -> str:
    """Return what to do, as it follows "Next:"."""
    if step.action == "stop" and step.status == "late":
        return "let this one go"
    if step.action == "promise" and "promise-without-a-call" in step.rules:
        return "write instead of the call you promised"
    exactly = MORE_EXACTLY.get((step.rules[0], step.action))
    return exactly or DOING.get((step.action, step.channel)) or DOING[step.action, None]


def when(step: Step, dates: Dates) -> str:
    """Return how near a step is, and its last good day where it has several."""
    if step.status == "done" and step.action == "legal":
        return "past"  # a day in a law passes by itself
    if step.status == "done":
        is_skipped = step.is_left_out and not is_to_other_employer(step)
        made = "message left" if step.channel == "voicemail" else "done"
        made = "nobody answered" if step.is_unanswered else made
        return "skipped" if is_skipped else made
    near = dates.near(step.on)
    return f"{near}, or by {dates.day(step.until)}" if step.until and step.until > step.on else near


def is_only_off_a_weekend(step: Step) -> bool:
    """Whether a step moved off a weekend that nobody had named: it tells a person nothing."""
    is_named = step.rules[0] in NAMED_DAYS
    return not is_named and (step.moved_because or "").endswith(ON_A_WEEKEND)


def moved(step: Step, dates: Dates) -> str:
    """Return from which day a step was moved and why, or an empty text."""
    if step.moved_from is None or step.moved_because == HAS_PASSED:
        return ""  # the reason of what is late names the day, where there was only one
    if step.status == "done" or is_only_off_a_weekend(step):
        return ""
    if step.moved_because == YOU_MOVED:
        return f"The plan's own day was {dates.day(step.moved_from)}. You chose this one."
    was, because = dates.day(step.moved_from), f"{(step.moved_because or '').rstrip('.')}."
    if because.startswith(was):
        return because  # which names the day
    return f"Moved from {was}. {because}".removesuffix(" .")
