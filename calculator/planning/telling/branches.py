"""What each answer to the next step would change."""

from collections.abc import Iterator
from datetime import date

from calculator.days import Window, day_text
from calculator.planning.calendar import after
from calculator.planning.contacts.ending import may_ask_for_notes
from calculator.planning.contacts.opening import waits_for
from calculator.planning.contacts.replies import day_to_answer, rule_for_reply
from calculator.planning.happened.calls import is_written_only
from calculator.planning.happened.rhythm import most_contacts
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import Action, Branch, Stage, Step, is_to_other_employer
from calculator.planning.road import Road
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import sentence
from calculator.situation import Event, Happening

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
    "recruiter-debrief": "talk to the recruiter",
    "recruiter-silent": "ask the recruiter if you may write to the employer",
    "other-offer-tell": "tell the recruiter about the offer",
}

# What is sent because they asked for it, and no promise.
ASKED = ("asked-of-you", "asked-without-a-day")

# What some rules ask for, whatever the action.
EXACTLY = {
    "other-offer-acknowledge": "thank the other employer",
    "other-offer-more-time": "ask the other employer for more time",
    "offered-no-day": "answer their offer",
    "offered-day-passed": "ask if their offer still stands",
    **dict.fromkeys(ASKED, "send what they asked for"),
}

NOTHING = "There's nothing more to do"
DAY_IS_SET = "Say within a day that it suits you, and add it here: the plan goes on from there."


def branches_of(road: Road) -> Iterator[Branch]:
    """Yield what each answer to the next step would change."""
    if road.standing.decision == "rejected":
        yield from after_rejection(road)
        return
    step = step_to_answer(road)
    answers = answers_to(step, road.standing)
    own = ("stopped",) if answers and road.standing.offer and "stopped" not in answers else ()
    for answer in (*answers, *own):
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
        return ("new-date", "rejected", "stopped") if action in ("reply", "decide") else ()
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
    """Return what follows if this answer comes.

    Silence follows the step on its day. Nobody knows on which day an answer comes: what follows it
    is counted from that.
    """
    standing = road.standing
    match answer:
        case "no-answer":
            return after_silence(road, step)
        case "new-date":
            return after_new_time(road)
        case "invited" if standing.is_invited:
            return DAY_IS_SET
        case "acknowledged":
            return after_a_word(standing, step)
        case "not-decided":
            return then_ask_again(road)
        case "stopped":
            return after_declining(standing)
        case _:
            return then_reply(standing, answer)


def after_silence(road: Road, step: Step | None) -> str:
    """Return what comes next for the employer where nobody answers a step."""
    left = [each for each in road.left if not is_to_other_employer(each)]
    later = left[left.index(step) + 1 :] if step in left else left
    follows = next((each for each in later if each.action not in ("thank", "ask")), None)
    day = step.on if step and step.on > road.situation.today else road.situation.today
    return sentence(in_one_line(follows, road, today=day) if follows else NOTHING) + "."


def then_reply(standing: Standing, answer: Happening) -> str:
    """Return how soon an answer is replied to."""
    name = rule_for_reply(Event(on=standing.situation.today, event=answer), standing)
    within = rule(name).amounts.get("within")
    through = " through the recruiter" if standing.through_recruiter else ""
    return f"Reply{through} {f'within {within}' if within else 'the same day'}."


def after_a_word(standing: Standing, step: Step | None) -> str:
    """Return what follows a word that is no answer: one more contact, or the end."""
    most = most_contacts(standing)
    is_enough = most is not None and standing.unanswered + bool(step and step.if_nothing) >= most
    waits = "told-to-wait" if standing.situation.told_to_wait else "acknowledged"
    wait = rule(waits).amount("wait")
    if standing.offer:
        day = day_text(standing.offer.answer_by, standing.situation.country)
        return f"Decide on {day} with what you know."
    if is_enough:
        return f"You don't have to reply. If nothing more comes within {wait}, let it go."
    chosen = standing.situation.policy.channel
    does_it = "call" if chosen == "call" and not is_written_only(standing) else "write"
    latest = standing.window.latest or standing.window.earliest
    is_later = latest is not None and latest >= after(standing.situation.today, wait)
    when = "once their own time has passed" if is_later else f"{wait} later"
    return f"You don't have to reply. {sentence(does_it)} again {when}."


def after_declining(standing: Standing) -> str:
    """Return what is left to do for who declines their offer, or takes another job."""
    if standing.decision != "offered":
        return "Withdraw here the same day. There's nothing more to do after that."
    event = standing.stage
    by = day_to_answer(event) if event else None
    when = f"by {day_text(by, standing.situation.country)}" if by else "as soon as you know"
    return f"Tell them {when}, with thanks and in a line or two. Then you're done here."


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
    is_first = is_to_come or standing.window == Window()
    add = "Add it here" if is_first else "Add it here, in place of the old one"
    return f"{add}. When it has passed, give them {wait}, then ask."


def then_ask_again(road: Road) -> str:
    """Return what follows if they have not decided: what they agree to, and what stays."""
    standing, today, country = road.standing, road.situation.today, road.situation.country
    if standing.offer:
        deadline = day_text(standing.offer.answer_by, country)
        return f"Decide on {deadline} with what you know."
    wait = rule("not-decided-call-again").amount("wait")
    their_time = standing.window.latest or standing.window.earliest
    if their_time and after(today, wait) <= their_time:
        runs = "Their own time runs until" if standing.window.latest else "They named"
        day = day_text(their_time, country)
        return f"Thank them. {runs} {day}, so leave it until then."
    if road.situation.told_to_wait or standing.is_declined:
        return "Thank them, and ask for nothing more. If they offer another contact, keep to it."
    does_it = "write" if is_written_only(standing) else "call"
    does_it = DOES["recruiter"] if standing.through_recruiter else does_it
    asked = f"Ask if you may get in touch again in {wait}. If they agree, {does_it} {wait} later."
    promised = next((step for step in road.left if step.action == "promise"), None)
    if promised and promised.on > today:
        is_theirs = promised.rules[0] in ASKED
        what = "What they asked for by" if is_theirs else "What you promised for"
        asked += f" {what} {day_text(promised.on, country)} stays."
    return asked


def in_one_line(
    step: Step, road: Road, *, today: date | None = None, same_day: str = "the same day"
) -> str:
    """Return a step as it stands in a sentence, told of a day: today, unless another is given."""
    today, country = today or road.situation.today, road.situation.country
    if step.until and step.until > today:
        return f"{does(step)} by {day_text(step.until, country)}"
    when = f"on {day_text(step.on, country)}" if step.on > today else same_day
    return f"{does(step)} {when}"


def does(step: Step) -> str:
    """Return what is done in a step, as it stands in a sentence."""
    if exactly := EXACTLY.get(step.rules[0]):
        return exactly
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
    if not may_ask_for_notes(road.standing):
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
