"""What each answer to the next step would change, found by planning it."""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.planning.course import Course, course_of
from calculator.planning.offers import is_to_other_employer
from calculator.planning.plan import Action, Branch, Step
from calculator.planning.rules import rule
from calculator.planning.wording import day_text, sentence
from calculator.planning.working_days import after
from calculator.situation import Event, Happening, Situation

# What may come after a step: the answers that are worth a line, in the order of the page.
ANSWERS_TO: dict[Action, tuple[Happening, ...]] = {
    "thank": ("not-decided", "rejected", "offered"),
    "email": ("no-answer", "not-decided", "new-date", "rejected", "offered", "interview"),
    "call": ("no-answer", "not-decided", "new-date", "rejected", "offered", "interview"),
    "recruiter": ("no-answer", "not-decided", "new-date", "rejected", "offered", "interview"),
    "promise": ("not-decided", "rejected", "offered"),
    "reply": ("no-answer",),
    "close": ("not-decided", "offered", "interview"),
    "stop": ("not-decided", "offered", "interview"),
    "legal": ("not-decided", "rejected", "offered"),
    "decide": ("offered", "interview"),
    "wait": ("not-decided", "rejected", "offered"),
}

# What may still come once the job is on hold, whatever is next.
AFTER_ON_HOLD: tuple[Happening, ...] = ("rejected", "offered", "interview")

DOES: dict[Action, str] = {
    "thank": "send your thanks",
    "ask": "ask in the interview",
    "email": "write",
    "call": "call",
    "recruiter": "ask the recruiter",
    "promise": "do what you promised",
    "close": "send a closing note",
    "stop": "stop there",
    "reply": "reply",
    "decide": "decide",
    "legal": "they must have told you",
    "wait": "look again",
}

# What goes through the recruiter but is no question about the decision.
RECRUITER = {
    "recruiter-debrief": "tell the recruiter how it went",
    "recruiter-silent": "ask the recruiter if you may write to the employer",
    "not-decided-reply": "reply through the recruiter",
    "on-hold-reply": "reply through the recruiter",
    "offered-reply": "reply through the recruiter",
    "rejection-reply": "reply through the recruiter",
    "rejection-message-reply": "reply through the recruiter",
    "other-offer-tell": "tell the recruiter of the offer",
}

NOTHING = "nothing more is to be done"
NEW_TIME = "The new time takes the place of the old one. Enter it, and the plan counts from it."


def branches_of(course: Course) -> Iterator[Branch]:
    """Yield what each answer to the next step would change."""
    situation, decision = course.case.situation, course.standing.decision
    if situation.interview_on > situation.today or decision == "offered":
        return
    if decision == "rejected":
        yield from after_rejection(situation, course)
        return
    step = step_to_answer(course)
    answers = ANSWERS_TO.get(step.action, ()) if step else ()
    for answer in AFTER_ON_HOLD if decision == "on-hold" else answers:
        yield Branch(answer=answer, then=then(situation, step, answer))


def step_to_answer(course: Course) -> Step | None:
    """Return the next step, or the next that goes to the employer of the interview."""
    return next((step for step in left(course) if not is_to_other_employer(step)), None)


def left(course: Course) -> list[Step]:
    """Return the steps that are left, the next one first."""
    steps = [step for step in course.steps if step.status != "done" and step != course.next]
    return [course.next, *steps] if course.next else steps


def then(situation: Situation, step: Step | None, answer: Happening) -> str:
    """Return what follows if this answer comes on the day of the step."""
    if answer == "new-date":
        return NEW_TIME
    after_it, on = following(situation, step, answer)
    if answer == "not-decided" and after_it.case.offer:
        return f"Decide on {day_text(after_it.case.offer.answer_by)} with what you know."
    if answer == "not-decided":
        return then_ask_again(after_it, on)
    follows = step_to_answer(after_it)
    return sentence(in_one_line(follows, on) if follows else NOTHING) + "."


def then_ask_again(after_it: Course, on: date) -> str:
    """Return what follows if they have not decided: what they agree to, and what stays."""
    agreed = [step for step in left(after_it) if "not-decided-call-again" in step.rules]
    promised = [step for step in left(after_it) if step.action == "promise"]
    follows = in_one_line(agreed[0], on) if agreed else "write down the day"
    asked = f"Ask if you may get in touch again in a week. If they agree, {follows}."
    kept = f" What you promised for {day_text(promised[0].on)} stays." if promised else ""
    return asked + kept


def following(situation: Situation, step: Step | None, answer: Happening) -> tuple[Course, date]:
    """Return the course after an answer, and the day on which it is taken to come."""
    on = max(step.on, situation.today) if step else situation.today
    event = Event(
        on=on,
        event=answer,
        channel=step.channel if step else None,
        agreed_to_next=True if answer == "not-decided" else None,
    )
    then = replace(situation, today=on, history=(*situation.history, event))
    return course_of(then, says_why=False), on


def in_one_line(step: Step, today: date) -> str:
    """Return a step as it stands in a sentence."""
    days = f"by {day_text(step.until)}" if step.until else f"on {day_text(step.on)}"
    return f"{does(step)} {days if step.on > today or step.until else 'that day'}"


def does(step: Step) -> str:
    """Return what is done in a step, as it stands in a sentence."""
    if step.action == "recruiter":
        return next(
            (RECRUITER[name] for name in step.rules if name in RECRUITER), "ask the recruiter"
        )
    return DOES[step.action]


def after_rejection(situation: Situation, course: Course) -> Iterator[Branch]:
    """Yield what is left to ask for after a no, where the law gives a right to it."""
    notes = rule("rejection-notes")
    step = course.next
    if situation.country not in notes.countries or step is None:
        return
    if course.case.through_recruiter or step.action not in ("reply", "recruiter"):
        return
    due = after(step.on, notes.amount("answer"))
    then = (
        f"{notes.why.format_map(notes.in_words)} "
        f"If you ask on {day_text(step.on)}, that is {day_text(due)}."
    )
    yield Branch(answer="no-answer", then=f"If they give no feedback: {then}")
