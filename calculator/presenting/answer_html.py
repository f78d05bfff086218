"""The answer: what to do now, what follows if nothing comes, and thanks that are still to send."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from calculator.planning.plan import Action, Plan, Step
from calculator.planning.telling.branches import ASKED
from calculator.presenting.actions_html import actions_html
from calculator.presenting.hooks import opens, records
from calculator.presenting.layout import Layout, joined
from calculator.presenting.script_parts import Script
from calculator.presenting.step_wording import doing, moved, silence
from calculator.presenting.timeline_svg import timeline_svg
from calculator.presenting.wording import Dates, sentence
from calculator.presenting.words_html import words_html
from calculator.situation import Happening, Situation

ANSWER = Layout(
    '<div class="plan__next" data-next="{id}" data-status="{status}">{warm}'
    '<h3 class="plan__do">{title}</h3>{first}<p class="plan__why">{near}{why}</p>{moved}'
    "{words}{actions}{also}{silence}{thanks}{tools}</div>"
)
ALSO = Layout('<p class="plan__also"><strong>Also today:</strong> {steps}.</p>')
HOLDING = Layout('<p class="plan__also"><strong>{whose}:</strong> {steps}.</p>')
HOLDS: tuple[Action, ...] = ("call", "email", "promise")
OVER = Layout(
    '<div class="plan__next">{warm}<h3 class="plan__do">Nothing more to do</h3>'
    '<p class="plan__why">{why}</p>{thanks}</div>'
)
ENOUGH = "You've done everything that could help. You can stop here."
ANSWERED = "You've given your answer. All the best with what comes next."
ENDED = "You've ended this one. If they write after all, tell us below."
SAID_NO = "There's nothing more to send. If you asked for feedback and none comes, leave it."
UNANSWERED = "Only their offer is still waiting for your answer."
WAIT = "Waiting until then is right."
REST = Layout(
    '<span class="plan__small">Nothing to do until</span> <time datetime="{iso}">{day}</time>'
)
END = Layout(
    '<span class="plan__small">Nothing more to do. If you hear nothing, let it go on</span>'
    ' <time datetime="{iso}">{day}</time>'
)
DUE = Layout('{what} <span class="plan__small">{by} <time datetime="{iso}">{day}</time></span>')
ON = Layout('<span class="plan__small">On <time datetime="{iso}">{day}</time>:</span> {what}')
NEAR = Layout('<span class="plan__near">{near}.</span> ')
MOVED = Layout('<p class="plan__moved">{moved}</p>')
WARM = Layout('<p class="plan__warm">{text}</p>')
FIRST = Layout(
    '<p class="plan__first">{asked} <a href="#heard-title">Yes, tell us what they said'
    "</a>. If not, {then}.</p>"
)
IF_NOT = {False: "this is today's step", True: "it's fine to stop here"}
SILENCE = Layout(
    '<div class="silence"><p class="silence__text"><strong>{heading}:</strong> {steps}'
    "</p>{picture}</div>"
)
TOOLS = Markup(
    '<p class="plan__tools"><button type="button" class="button button--quiet"'
    ' data-calendar="all">Add these days to my calendar</button>'
    ' <span class="plan__made" role="status" data-made></span></p>'
)
LATER = Layout(
    '<span class="silence__step">{what} <time datetime="{iso}">{day}</time>{ends}</span>'
)
THANKS = Layout(
    '<div class="plan__thanks"><p class="plan__thanks-title">Sent your thank-you?</p>'
    '<div class="actions" role="group" aria-label="Your thank-you">{yes}{words}</div></div>'
)

# One sentence where it hurts, and where it is good.
WARMLY: Mapping[Happening, str] = {
    "offered": "Congratulations! They want you. Take a breath, and enjoy this one.",
    "rejected": "That hurts, and it's fine to be sad. A no to this job isn't a verdict on you.",
}
# What the person did, which takes back nothing of what they were told.
OURS: tuple[Happening, ...] = ("thanked", "contacted", "no-answer")
# What is done, as it stands in a line of several.
BRIEFLY: Mapping[Action, str] = {
    "email": "email",
    "call": "call",
    "promise": "keep your promise",
    "close": "send a closing note",
    "stop": "let it go",
    "reply": "reply",
    "decide": "decide on the offer",
    "legal": "check what the law gives you",
    "wait": "come back to this plan",
}


def thanks_to_send(plan: Plan) -> Step | None:
    """Return the thank-you that stands as a line of its own, where something else is next."""
    thanks = (step for step in plan.steps if step.action == "thank" and step != plan.next)
    return next((step for step in thanks if step.status in ("due", "late")), None)


def is_open(step: Step) -> bool:
    """Whether the day for a step has come, so that its words are shown."""
    return step.status in ("due", "late")


def is_for_now(step: Step, today: date) -> bool:
    """Whether a step has its words and actions in the answer: an offer is answered by its day."""
    return (is_open(step) and step.on <= today) or step.action == "decide"


def answer_html(
    plan: Plan, *, situation: Situation, scripts: Mapping[str, Script], read_only: bool
) -> Markup:
    """Return the first thing that is read of a plan."""
    warm = joined(_warm(situation))
    thanks = Markup() if read_only else _thanks(plan, situation, scripts)
    step = plan.next
    if step is None:
        return OVER.format(warm=warm, why=_over(plan), thanks=thanks)
    dates = Dates.of(situation)
    now = is_for_now(step, situation.today)
    return ANSWER.format(
        id=step.id,
        status=step.status,
        warm=warm,
        title=title(step, dates),
        near="" if step.on <= dates.today else NEAR.format(near=sentence(dates.near(step.on))),
        why=step.why if now or not step.if_nothing or step.action == "stop" else WAIT,
        moved=_moved(step, dates, now=now),
        first=FIRST.format(asked=silence(plan).asked, then=IF_NOT[step.action == "stop"])
        if now and step.if_nothing and not read_only
        else "",
        words=_words(step, situation, scripts, read_only=read_only) if now else "",
        actions=actions_html(step, situation=situation) if now and not read_only else "",
        also=_also(plan, step, dates),
        silence=_silence(plan, step, situation),
        thanks=thanks,
        tools=TOOLS if not read_only and _has_days(plan, situation) else "",
    )


def _moved(step: Step, dates: Dates, *, now: bool) -> Markup:
    """Return from when a step was moved, unless the reason for a late one says so."""
    if step.moved_from is None:
        return Markup()
    is_told = now and step.status == "late" and dates.day(step.moved_from) in step.why
    return Markup() if is_told else MOVED.format(moved=moved(step, dates))


def _has_days(plan: Plan, situation: Situation) -> bool:
    """Whether days to do something lie ahead; nobody wants a calendar right below a no."""
    last = situation.history[-1].event if situation.history else None
    ahead = [step for step in plan.steps if step.status != "done" and step.on > situation.today]
    return last != "rejected" and any(step.action != "stop" for step in ahead)


def _over(plan: Plan) -> str:
    """Return what is said where nothing is left to do."""
    if plan.has_stopped:
        return ANSWERED if plan.decision == "offered" else ENDED
    return {"rejected": SAID_NO, "offered": UNANSWERED}.get(plan.decision or "", ENOUGH)


def _words(
    step: Step, situation: Situation, scripts: Mapping[str, Script], *, read_only: bool
) -> Markup:
    """Return the words for today's step; a thank-you's open on demand, above the wait it begins."""
    words = words_html(step, situation=situation, scripts=scripts, read_only=read_only, level=4)
    is_folded = words and step.action == "thank" and not read_only
    return opens("Show the words", words) if is_folded else words


def title(step: Step, dates: Dates) -> Markup | str:
    """Return what to do now: rest, or what the day has brought."""
    what = sentence(doing(step))
    if step.action == "ask":
        return ON.format(what=doing(step), iso=step.on.isoformat(), day=dates.day(step.on))
    if step.on > dates.today and step.action == "decide":
        return _due(what, "by", step.on, dates)
    if step.on > dates.today:
        if step.action == "stop" and step.if_nothing:
            return END.format(iso=step.on.isoformat(), day=dates.day(step.on))
        return REST.format(iso=step.on.isoformat(), day=dates.day(step.on))
    if step.until and step.until > dates.today:
        return _due(what, "by", step.until, dates)
    return f"Today: {doing(step)}"


def _due(what: str, by: str, day: date, dates: Dates) -> Markup:
    return DUE.format(what=what, by=by, iso=day.isoformat(), day=dates.day(day))


def _warm(situation: Situation) -> Iterator[Markup]:
    theirs = [each.event for each in situation.history if each.event not in OURS]
    if theirs and theirs[-1] in WARMLY:
        yield WARM.format(text=WARMLY[theirs[-1]])


def _also(plan: Plan, first: Step, dates: Dates) -> Markup:
    """Return what else is for today, whatever they answer; the thank-you has its own line."""
    others = [
        step
        for step in plan.steps
        if is_open(step) and step.on == dates.today and step != first and step.action != "thank"
    ]
    today = ALSO.format(steps=", ".join(map(doing, others))) if others else Markup()
    return today + _agreed(plan, first, dates)


def _agreed(plan: Plan, first: Step, dates: Dates) -> Markup:
    """Return what is to come whether or not they are heard from: agreed, promised or asked for."""
    holding = [
        step
        for step in plan.steps
        if step.action in HOLDS and step.status == "coming" and step != first and not goes_on(step)
    ]
    asked = [step for step in holding if step.rules[0] in ASKED]
    agreed = [step for step in holding if step not in asked]
    return _holding("Already agreed", map(_briefly, agreed), agreed, dates) + _holding(
        "They asked", ("send it by" for _ in asked), asked, dates
    )


def _holding(whose: str, whats: Iterable[str], steps: Sequence[Step], dates: Dates) -> Markup:
    later = [
        LATER.format(what=what, iso=step.on.isoformat(), day=dates.brief(step.on), ends="")
        for what, step in zip(whats, steps, strict=True)
    ]
    return HOLDING.format(whose=whose, steps=Markup(", ").join(later)) if later else Markup()


def _silence(plan: Plan, first: Step, situation: Situation) -> Markup:
    dates = Dates.of(situation)
    left = [step for step in plan.steps if step.status != "done" and goes_on(step)]
    later = [step for step in left if step != first or not is_open(step)]
    # The end alone is in the title already.
    if not any(step.if_nothing for step in later) or (first in later and first.action == "stop"):
        return Markup()
    is_ahead = any(day > situation.today for day in plan.interviews)
    brief = [_briefly(step) for step in later]
    steps = [
        LATER.format(
            what=f"{'then ' if step == later[-1] and at else ''}"
            f"{'again' if at and brief[at - 1] == brief[at] else brief[at]}",
            iso=step.on.isoformat(),
            day=dates.brief(step.on),
            ends="." if step == later[-1] else ",",
        )
        for at, step in enumerate(later)
    ]
    return SILENCE.format(
        heading=f"{silence(plan).heading}{' after your interview' if is_ahead else ''}",
        steps=Markup(" ").join(steps),
        picture=timeline_svg(plan, situation=situation),
    )


def goes_on(step: Step) -> bool:
    """Whether a step comes if nothing is heard: the day to decide on an offer does, too."""
    return step.if_nothing or step.action == "decide"


def _briefly(step: Step) -> str:
    if step.channel == "in-person":
        return "go in" if step.action == "call" else "ask in person"
    if step.action == "recruiter":
        return f"{'call' if step.channel == 'call' else 'write to'} the recruiter"
    return BRIEFLY[step.action]


def _thanks(plan: Plan, situation: Situation, scripts: Mapping[str, Script]) -> Markup:
    step = thanks_to_send(plan)
    if step is None:
        return Markup()
    event = {"event": "thanked", **({"channel": step.channel} if step.channel else {})}
    words = words_html(step, situation=situation, scripts=scripts, read_only=False, level=4)
    return THANKS.format(
        yes=records("Yes", event, about="I sent my thank-you"),
        words=opens("Not yet: show words", words) if words else "",
    )
