"""What a person can say about a step, as HTML: done, they answered, no answer, move, leave out."""

from collections.abc import Iterator, Mapping
from typing import get_args

from markupsafe import Markup

from calculator.asking.request import Entry
from calculator.planning.plan import CAN_CHOOSE, Action, Step, is_to_other_employer, planned_day
from calculator.presenting.events_html import event_entries
from calculator.presenting.hooks import as_json, day_entry, merges, opens, records, sends
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing
from calculator.presenting.wording import short_day_text
from calculator.situation import Channel, Happening, Situation

ACTIONS = Layout('<div class="actions" role="group" aria-label="{about}">{actions}</div>')
INSTEAD = Layout('<div data-replaces="{at}">{answers}</div>')
ANSWER = Layout('<form class="actions__form" data-event="{event}">{entries}{send}</form>')
MOVE = Layout('<form class="actions__form" data-merge>{entry}{send}</form>')

# What is recorded once a step is done; the others are not things to do.
DONE: Mapping[Action, tuple[str, Happening]] = {
    "thank": ("I sent it", "thanked"),
    "email": ("Done", "contacted"),
    "call": ("I called", "contacted"),
    "recruiter": ("Done", "contacted"),
    "promise": ("Done", "contacted"),
    "reply": ("I replied", "contacted"),
    "close": ("I sent it", "contacted"),
    "stop": ("I stop here", "stopped"),
    "decide": ("I took an offer", "stopped"),
}
# Where they may have answered, and where it is worth saying that nothing came back.
MAY_ANSWER: tuple[Action, ...] = (
    *("email", "call", "recruiter", "promise", "reply", "close", "wait", "stop", "legal", "thank"),
)
MAY_BE_SILENT: tuple[Action, ...] = ("email", "call", "recruiter")

# Their answers: those that need no more words, and those that come with a question.
PLAIN_ANSWERS: Mapping[Happening, str] = {
    "rejected": "They said no",
    "offered": "They offered me the job",
    "on-hold": "The job is on hold",
}
ANSWERS: Mapping[Happening, str] = {
    "not-decided": "They have not decided yet",
    "new-date": "They gave a new date",
    "interview": "I had another interview",
}


def actions_html(step: Step, *, situation: Situation, is_next: bool) -> Markup:
    """Return what can be said about a step that is not done; about a left-out one: put it back.

    What they answered is asked once, at the next step: an answer belongs to no step.
    """
    actions = joined(_put_back(step) if step.is_left_out else _actions(step, situation, is_next))
    about = f"{doing(step)}, {short_day_text(step.on)}"
    return ACTIONS.format(about=about, actions=actions) if actions else Markup()


def late_answers_html(situation: Situation) -> Markup:
    """Return what they may have answered where nothing is left to do.

    Whoever had stopped goes on then: the answer takes the place of the stop in the history.
    """
    stops = [at for at, event in enumerate(situation.history) if event.event == "stopped"]
    answers = opens("They answered after all", joined(_answers("email", situation)))
    return INSTEAD.format(at=stops[0], answers=answers) if stops else answers


def _actions(step: Step, situation: Situation, is_next: bool) -> Iterator[Markup]:  # noqa: FBT001 # a fact about the step
    about = doing(step)
    leave_out = {"left_out": {step.id: max(planned_day(step), situation.today).isoformat()}}
    if is_to_other_employer(step):
        yield merges("Done", leave_out, about=about)
    elif step.action in DONE:
        label, happening = DONE[step.action]
        yield records(label, _event(happening, step.channel), about=about)
    if step.channel == "call" and step.action != "thank":
        yield records("I left a voicemail", _event("contacted", "voicemail"), about=about)
    if step.action in MAY_BE_SILENT:
        yield records("No answer", _event("no-answer", step.channel), about=about)
    if is_next and step.action in MAY_ANSWER:
        # A call brings its answer at once; an email is answered by email.
        channel: Channel = "call" if step.channel in ("call", "voicemail") else "email"
        yield opens("They answered", joined(_answers(channel, situation)), about=about)
    if step.action in CAN_CHOOSE:
        yield opens("Move", _move(step, situation), about=about)
    if step.action in CAN_CHOOSE and not is_to_other_employer(step):
        yield merges("Skip", leave_out, about=about)


def _put_back(step: Step) -> Iterator[Markup]:
    yield merges("Put it back", {"left_out": {step.id: None}}, about=doing(step))


def _answers(channel: Channel, situation: Situation) -> Iterator[Markup]:
    for happening, label in ANSWERS.items():
        entries = event_entries(Entry(on=situation.today, event=happening, channel=channel))
        event = as_json({"event": happening})
        form = ANSWER.format(event=event, entries=entries, send=sends(about=label))
        yield opens(label, form)
    for happening, label in PLAIN_ANSWERS.items():
        yield records(label, _event(happening, channel))


def _move(step: Step, situation: Situation) -> Markup:
    entry = day_entry("To which day?", f"moved.{step.id}", max(step.on, situation.today))
    form = MOVE.format(entry=entry, send=sends("Move it", about=doing(step)))
    if step.id not in situation.moved:
        return form
    return form + merges("Back to the day of the plan", {"moved": {step.id: None}})


def _event(happening: Happening, channel: Channel | None) -> dict[str, object]:
    knows_way = happening != "stopped" and channel in get_args(Channel.__value__)
    return {"event": happening, **({"channel": channel} if knows_way else {})}
