"""What each answer to the next step would change, found by planning it."""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.days import day_text
from calculator.planning.calendar import after
from calculator.planning.contacts.opening import waits_for
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import Action, Branch, Stage, Step, is_to_other_employer
from calculator.planning.road import Road, road_of
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import sentence
from calculator.situation import Event, Happening, Situation

THEIR_ANSWERS: tuple[Happening, ...] = (
    "not-decided",
    "new-date",
    "invited",
    "rejected",
    "offered",
)
# What may come after a step: the answers that are worth a line, in the order of the page.
ANSWERS_TO: dict[Action, tuple[Happening, ...]] = {
    "thank": ("acknowledged", "not-decided", "invited", "rejected", "offered"),
    "ask": ("new-date", "cancelled"),
    "email": ("no-answer", "acknowledged", *THEIR_ANSWERS),
    "call": ("no-answer", *THEIR_ANSWERS),
    "recruiter": ("no-answer", *THEIR_ANSWERS),
    "promise": ("not-decided", "invited", "rejected", "offered"),
    "reply": ("no-answer", "new-date", "invited", "rejected", "offered"),
    "close": ("not-decided", "invited", "offered"),
    "stop": ("not-decided", "invited", "rejected", "offered"),
    "legal": ("not-decided", "rejected", "offered"),
    "decide": ("offered", "invited"),
    "wait": ("not-decided", "invited", "rejected", "offered"),
}

# What each action is called in a sentence: "If they say no, reply by Thursday".
DOES: dict[Action, str] = {
    "thank": "send your thanks",
    "ask": "ask in the interview",
    "email": "write",
    "call": "call",
    "recruiter": "ask the recruiter",
    "promise": "keep your promise",
    "close": "send a last note",
    "stop": "stop there",
    "reply": "reply",
    "decide": "decide",
    "legal": "check that they've told you",
    "wait": "come back to this plan",
}

# What goes through the recruiter but is no question about the decision.
RECRUITER = {
    "recruiter-debrief": "tell the recruiter how it went",
    "recruiter-silent": "ask the recruiter if you may write to the employer",
    "other-offer-tell": "tell the recruiter about the offer",
}

TO_OTHER = {
    "other-offer-acknowledge": "thank the other employer",
    "other-offer-more-time": "ask the other employer for more time",
}

# What is sent because they asked for it, and no promise.
ASKED = ("asked-of-you", "asked-without-a-day")

NOTHING = "There's nothing more to do"
DAY_IS_SET = "Say within a day that it suits you, and add it here: the plan goes on from there."


def branches_of(road: Road) -> Iterator[Branch]:
    """Yield what each answer to the next step would change."""
    if road.standing.decision == "rejected":
        yield from after_rejection(road)
        return
    step = step_to_answer(road)
    for answer in answers_to(step, road.standing):
        if answer not in unlikely(road.standing):
            stage = stage_of(road.standing)
            yield Branch(answer=answer, then=then(road, step, answer), stage=stage)


def stage_of(standing: Standing) -> Stage | None:
    """Return how far they have got, where that gives an answer another meaning."""
    if standing.decision == "offered":
        return "offered"
    if standing.has_said_yes:
        return "said-yes"
    if standing.interview_on > standing.situation.today:
        return "ahead"
    if not standing.is_invited:
        return None
    return "cancelled" if standing.stage and standing.stage.event == "cancelled" else "invited"


def answers_to(step: Step | None, standing: Standing) -> tuple[Happening, ...]:
    """Return the answers that are worth a line: what is hoped for at each stage is among them."""
    action = step.action if step else None
    if standing.decision == "offered":
        return ("new-date", "rejected") if action in ("reply", "decide") else ()
    if standing.interview_on > standing.situation.today and action != "ask":
        return ("cancelled",) if action else ()
    if action == "reply" and standing.is_invited:
        return ("no-answer", "invited")
    if action == "reply" and standing.is_offer_stage:
        return ("no-answer", "offered")
    if standing.decision == "on-hold" and not (action and ANSWERS_TO[action]):
        return ("rejected", "offered", "invited")
    return ANSWERS_TO[action] if action else ()


def unlikely(standing: Standing) -> tuple[Happening, ...]:
    """Return the answers that no longer fit where they have got to."""
    if standing.has_said_yes:
        return "not-decided", "invited", "rejected"
    if standing.is_invited:
        return "not-decided", "new-date", "offered"
    return ("not-decided", "invited") if standing.is_offer_stage else ()


def step_to_answer(road: Road) -> Step | None:
    """Return the next step, or the next that goes to the employer of the interview."""
    return next((step for step in road.left if not is_to_other_employer(step)), None)


def then(road: Road, step: Step | None, answer: Happening) -> str:
    """Return what follows if this answer comes on the day of the step."""
    if answer == "new-date":
        return after_new_time(road)
    if answer == "invited" and road.standing.is_invited:
        return DAY_IS_SET
    after_it, on = following(road.situation, step, answer)
    if answer == "not-decided":
        return then_ask_again(after_it, on)
    follows = step_to_answer(after_it)
    return sentence(in_one_line(follows, after_it) if follows else NOTHING) + "."


def after_new_time(road: Road) -> str:
    """Return what follows if they name a time: how long to leave them beyond it."""
    standing = road.standing
    if standing.decision == "offered":
        return "Thank them and add the new day here. Decide by then."
    name, amount = waits_for(standing).after_end
    wait = rule(name).amount(amount)
    is_to_come = standing.interview_on > standing.situation.today
    if standing.offer:
        deadline = day_text(standing.offer.answer_by, standing.situation.country)
        return f"Add it here. If it's after {deadline}, decide with what you know."
    add = "Add it here" if is_to_come else "Add it here, in place of the old one"
    return f"{add}. When it has passed, give them {wait}, then ask."


def then_ask_again(after_it: Road, on: date) -> str:
    """Return what follows if they have not decided: what they agree to, and what stays."""
    standing, country = after_it.standing, after_it.situation.country
    if standing.offer:
        deadline = day_text(standing.offer.answer_by, country)
        return f"Decide on {deadline} with what you know."
    agreed = next((s for s in after_it.left if "not-decided-call-again" in s.rules), None)
    latest = standing.window.latest
    if latest and agreed and agreed.on <= latest:
        until = day_text(latest, country)
        return f"Thank them. Their own time runs until {until}, so leave it until then."
    follows = in_one_line(agreed, after_it) if agreed else "write down the day"
    asked = f"Ask if you may get in touch again in a week. If they agree, {follows}."
    if after_it.situation.told_to_wait:
        asked = f"Thank them, and ask for nothing more. If they offer another contact, {follows}."
    promised = next((step for step in after_it.left if step.action == "promise"), None)
    if promised and promised.on > on:
        is_theirs = promised.rules[0] in ASKED
        what = "What they asked for by" if is_theirs else "What you promised for"
        asked += f" {what} {day_text(promised.on, country)} stays."
    return asked


def following(situation: Situation, step: Step | None, answer: Happening) -> tuple[Road, date]:
    """Return the road after an answer, and the day on which it is taken to come.

    Silence follows the step on its day; an answer comes today, and before a step of a later day.
    """
    is_after_step = step is not None and (answer == "no-answer" or step.on <= situation.today)
    done = step if is_after_step else None
    on = done.on if done else situation.today
    event = Event(
        on=on,
        event=answer,
        channel=done.channel if done else "email",
        agreed_to_next=True if answer == "not-decided" else None,
    )
    then = replace(
        situation, today=on, history=(*situation.history, *made(done, answer, on), event)
    )
    return road_of(then, says_why=False), on


def made(step: Step | None, answer: Happening, on: date) -> Iterator[Event]:
    """Yield the step itself as it stands in a history once it is done, where no answer says so."""
    if step is None:
        return
    if step.action == "thank":
        yield Event(on=on, event="thanked")
    elif step.action == "promise" or answer == "acknowledged":
        yield Event(on=on, event="contacted", channel=step.channel)


def in_one_line(step: Step, road: Road, *, same_day: str = "the same day") -> str:
    """Return a step as it stands in a sentence."""
    today, country = road.situation.today, road.situation.country
    if step.until and step.until > today:
        return f"{does(step)} by {day_text(step.until, country)}"
    when = f"on {day_text(step.on, country)}" if step.on > today else same_day
    return f"{does(step)} {when}"


def does(step: Step) -> str:
    """Return what is done in a step, as it stands in a sentence."""
    if is_to_other_employer(step):
        return TO_OTHER[step.rules[0]]
    if step.rules[0] in ASKED:
        return "send what they asked for"
    if step.action != "recruiter":
        return DOES[step.action]
    if any(name.endswith("-reply") for name in step.rules):
        return "reply through the recruiter"
    return next((RECRUITER[name] for name in step.rules if name in RECRUITER), DOES["recruiter"])


def after_rejection(road: Road) -> Iterator[Branch]:
    """Yield what is left if they give no feedback: by law, the notes may be asked for."""
    notes, country = rule("rejection-notes"), road.situation.country
    end = next((step for step in road.left if step.action == "stop"), None)
    if end is None:
        return
    if country not in notes.countries or road.standing.through_recruiter:
        day = day_text(end.on, country)
        yield Branch(answer="no-answer", then=f"Leave it there on {day}.")
        return
    ask_on = end.on
    due = day_text(after(ask_on, notes.amount("answer")), country)
    then = (
        f"{notes.why.format_map(notes.in_words)} "
        f"If you ask on {day_text(ask_on, country)}, that is {due}."
    )
    yield Branch(answer="no-answer", then=then)
