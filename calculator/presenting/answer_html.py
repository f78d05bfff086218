"""The answer: what to do now, what follows if nothing comes, and thanks that are still to send."""

from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from calculator.planning.plan import Plan, Step
from calculator.presenting.actions_html import actions_html
from calculator.presenting.ahead_html import also_html, is_open, silence_html
from calculator.presenting.hooks import opens, records
from calculator.presenting.layout import Layout, joined
from calculator.presenting.script_parts import Script
from calculator.presenting.step_wording import doing, moved, silence
from calculator.presenting.wording import Dates, sentence, unbroken
from calculator.presenting.words_html import words_html
from calculator.situation import Happening, Situation

ANSWER = Layout(
    '<div class="plan__next" data-next="{id}" data-status="{status}">{warm}'
    '<h3 class="plan__do">{title}</h3>{first}{above}{words}{actions}{below}'
    "{also}{thanks}{tools}</div>"
)
OVER = Layout(
    '<div class="plan__next">{warm}<h3 class="plan__do">Nothing more to do</h3>'
    '<p class="plan__why">{why}</p>{thanks}</div>'
)
ENOUGH = "You've done everything that could help. You can stop here."
ANSWERED = "You've given your answer. All the best with what comes next."
ENDED = "You've ended this one. If they write after all, tell us below."
SAID_NO = "There's nothing more to send. If you asked for feedback and none comes, leave it."
UNANSWERED = "Only their offer is still waiting for your answer."
WHY = Layout('<p class="plan__why">{near}{why}</p>')
THEN = Layout('<p class="plan__why">{near}Then {doing}.</p><p class="plan__because">{why}</p>')
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
    '<p class="plan__first">{asked} <a href="#heard-title">Yes, add what they said'
    "</a>. If not, {then}.</p>"
)
IF_NOT = {False: "this is today's step", True: "it's fine to stop here"}
TOOLS = Markup(
    '<p class="plan__tools"><button type="button" class="button button--quiet"'
    ' data-calendar="all">Add these days to my calendar</button>'
    ' <span class="plan__made" role="status" data-made></span></p>'
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


def thanks_to_send(plan: Plan) -> Step | None:
    """Return the thank-you that stands as a line of its own, where something else is next."""
    thanks = (step for step in plan.steps if step.action == "thank" and step != plan.next)
    return next((step for step in thanks if step.status in ("due", "late")), None)


def is_for_now(step: Step, today: date) -> bool:
    """Whether a step has its words and actions in the answer: an offer is answered by its day."""
    return (is_open(step) and step.on <= today) or step.action == "decide"


def answer_html(
    plan: Plan, *, situation: Situation, scripts: Mapping[str, Script], read_only: bool
) -> Markup:
    """Return the first thing that is read of a plan."""
    is_late = plan.next is not None and plan.next.rules[0] == "offered-day-passed"
    warm = Markup() if is_late else joined(_warm(situation))
    thanks = Markup() if read_only else _thanks(plan, situation, scripts)
    step = plan.next
    if step is None:
        return OVER.format(warm=warm, why=_over(plan), thanks=thanks)
    dates = Dates.of(situation)
    now = is_for_now(step, situation.today)
    words = _words(step, situation, scripts, read_only=read_only) if now else ""
    reason = _why(step, dates, now=now) + _moved(step, dates, now=now)
    ahead = silence_html(plan, step, situation)
    # Once the day has come, its words come first; that it's late is told above them.
    is_first = bool(words) and step.if_nothing
    is_below = is_first and step.status == "due"
    return ANSWER.format(
        id=step.id,
        status=step.status,
        warm=warm,
        title=title(step, dates),
        first=FIRST.format(asked=silence(plan).asked, then=IF_NOT[step.action == "stop"])
        if now and step.if_nothing and not read_only
        else "",
        above=joined([Markup() if is_below else reason, Markup() if is_first else ahead]),
        words=words,
        actions=actions_html(step, situation=situation) if now and not read_only else "",
        below=joined([reason if is_below else Markup(), ahead if is_first else Markup()]),
        also=also_html(plan, step, dates),
        thanks=thanks,
        tools=TOOLS if not read_only and _has_days(plan, situation) else "",
    )


def _why(step: Step, dates: Dates, *, now: bool) -> Markup:
    """Return why a step is next; of one that can wait, what it will be and why on that day."""
    near = "" if step.on <= dates.today else NEAR.format(near=sentence(dates.near(step.on)))
    if now or step.action in ("stop", "ask"):
        return WHY.format(near=near, why=unbroken(step.why))
    return THEN.format(near=near, doing=doing(step), why=unbroken(step.why))


def _moved(step: Step, dates: Dates, *, now: bool) -> Markup:
    """Return from when a step was moved, unless the reason for a late one says so."""
    if step.moved_from is None:
        return Markup()
    is_told = now and step.status == "late" and dates.day(step.moved_from) in step.why
    text = "" if is_told else moved(step, dates)
    return MOVED.format(moved=unbroken(text)) if text else Markup()


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
    """Yield a warm word for their news; one for an offer, until it is answered."""
    history = [each.event for each in situation.history]
    theirs = [event for event in history if event not in OURS]
    is_answered = bool(theirs) and theirs[-1] == "offered" and history[-1] == "contacted"
    if theirs and theirs[-1] in WARMLY and not is_answered:
        yield WARM.format(text=WARMLY[theirs[-1]])


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
