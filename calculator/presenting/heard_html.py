"""Have you heard from them? Each answer with its day, its words, and what it would change."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from markupsafe import Markup

from calculator.asking.request import Entry
from calculator.planning.plan import Plan, Step
from calculator.presenting.events_html import event_entries
from calculator.presenting.hooks import as_json, opens, sends
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import awaits_letter, doing
from calculator.presenting.wording import Dates, as_written_in
from calculator.situation import Channel, Happening, Situation

HEARD = Layout(
    '<section class="heard" id="heard" aria-labelledby="heard-title"{replaces}>'
    '<h3 class="plan__title" id="heard-title" tabindex="-1">{asks}</h3>'
    '<div class="actions heard__answers">{main}</div>'
    '<div class="actions heard__others">{others}</div></section>'
)
REPLACES = Layout(' data-replaces="{at}"')
ANSWER = Layout(
    '<form class="actions__form" novalidate data-event="{event}">{then}{entries}{send}</form>'
)
THEN = Layout('<p class="heard__then" data-if="{answer}"><strong>Then:</strong> {then}</p>')
NOT_YET = Layout('<p class="heard__then">{text}</p>')

# What changes most stands first.
MAIN: tuple[Happening, ...] = ("new-date", "invited", "offered", "rejected")
# In the order of how often they come; the good and the bad end stand last.
ANSWERS: Mapping[Happening, str] = {
    "not-decided": "They're still deciding",
    "new-date": "A new date",
    "acknowledged": "“We'll be in touch”",
    "invited": "Invited back",
    "interview": "Had another interview",
    "cancelled": "Canceled or moved",
    "checks": "References or checks",
    "on-hold": "It's on hold",
    "missed-call": "They didn't call",
    "offered": "An offer",
    "rejected": "They said no",
}
ASKS = {False: "Have you heard from them?", True: "Anything new from them?"}
# What may still come once they have decided, and once the candidate has stopped.
AFTER_DECISION: Mapping[Happening, tuple[Happening, ...]] = {
    "offered": ("new-date", "checks", "on-hold", "offered", "rejected"),
    "rejected": ("invited", "offered"),
}
UNTIL_LETTER: tuple[Happening, ...] = (
    *("new-date", "acknowledged", "checks", "missed-call"),
    *("on-hold", "offered", "rejected"),
)
AFTER_STOP: tuple[Happening, ...] = (
    *("not-decided", "new-date", "acknowledged", "invited"),
    *("on-hold", "offered", "rejected"),
)
CALLED_AFTER: Mapping[tuple[Happening, Happening], str] = {
    ("offered", "new-date"): "More time",
    ("offered", "offered"): "Their letter, or a new offer",
    ("offered", "rejected"): "They took it back",
}


def heard_html(plan: Plan, *, situation: Situation) -> Markup:
    """Return all that they may have answered by now, one form each.

    Whoever had stopped goes on then: the answer takes the place of the stop in the history.
    """
    stops = [at for at, event in enumerate(situation.history) if event.event == "stopped"]
    then = {branch.answer: branch.then for branch in plan.branches}
    answers = {
        happening: _answer(
            Entry(on=situation.today, event=happening, channel=_channel(situation)),
            as_written_in(situation.country, label),
            then.get(happening, ""),
        )
        for happening, label in _may_come(plan, situation)
    }
    main = joined(answers.pop(each) for each in MAIN if each in answers)
    others = joined(answers.values())
    not_yet = opens("Not yet", NOT_YET.format(text=_not_yet(plan.next, situation)))
    # "Not yet" would contradict what was told last.
    return HEARD.format(
        replaces=REPLACES.format(at=stops[0]) if stops else "",
        asks=ASKS[plan.is_settled],
        main=main,
        others=others if plan.is_settled else not_yet + others,
    )


def _may_come(plan: Plan, situation: Situation) -> Iterator[tuple[Happening, str]]:
    """Yield the answers that may still come, and what each is called."""
    usual = AFTER_STOP if plan.has_stopped else tuple(ANSWERS)
    stage = plan.decision
    if awaits_letter(plan, situation):
        usual, stage = UNTIL_LETTER, "offered"
    may_come = AFTER_DECISION.get(plan.decision, usual) if plan.decision else usual
    for happening in may_come:
        exactly = CALLED_AFTER.get((stage, happening)) if stage else None
        yield happening, exactly or ANSWERS[happening]


def _not_yet(step: Step | None, situation: Situation) -> str:
    if step is None:
        return "That says nothing about you. If they do write, come back and tell us here."
    dates = Dates.of(situation)
    if step.on <= situation.today:
        return f"Then go on with your plan: {doing(step)}."
    return f"That's normal. Your plan stays: {doing(step)} on {dates.day(step.on)}."


# They stand below every plan, and most of them say the same below the next.
@lru_cache(maxsize=50)
def _answer(entry: Entry, label: str, then: str) -> Markup:
    form = ANSWER.format(
        event=as_json({"event": entry.event}),
        then=THEN.format(answer=entry.event, then=f"{then[0].lower()}{then[1:]}") if then else "",
        entries=event_entries(entry, today=entry.on),
        send=sends("Update my plan", about=label, is_primary=True),
    )
    return opens(label, form)


def _channel(situation: Situation) -> Channel:
    """Return the way in which an answer most likely came: a call brings its answer at once."""
    last = situation.history[-1] if situation.history else None
    return "call" if last and last.on == situation.today and last.channel == "call" else "email"
