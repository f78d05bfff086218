"""The steps that are done."""

from calculator.planning.contacts.drafts import Draft
from calculator.planning.contacts.replies import text_of
from calculator.planning.happened.case import CALLS, Role
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import Action, Step
from calculator.planning.telling.reasons import CONTACTED, sentence
from calculator.situation import ANSWERS, Event

DONE_RULES: dict[Role, tuple[str, ...]] = {
    "agreed": ("agreed-call-again",),
    "asked": ("early-contact",),
    "extra": ("second-contact",),
    "reply": ("not-decided-reply",),
    "reminder": ("ontario-reminder",),
}


def done_contact(event: Event, role: Role, draft: Draft | None, standing: Standing) -> Step:
    """Return the step of a contact that was made."""
    is_of_checks = standing.stage is not None and standing.stage.event == "checks"
    usual = ("checks-under-way",) if role == "reply" and is_of_checks else DONE_RULES.get(role, ())
    names = draft.rules if draft else usual
    made = sentence(CONTACTED[event.channel or (draft.channel if draft else None)])
    what = "You spoke" if event.event in ANSWERS else made  # who called whom is not known
    is_unanswered = event.event == "no-answer" and event.channel == "call"
    done = done_step(done_action(event, role, standing), event, names, what, standing)
    return done._replace(is_unanswered=is_unanswered)


def done_action(event: Event, role: Role, standing: Standing) -> Action:
    """Return the action of a contact that was made."""
    if role == "promise":
        return "promise"
    if standing.through_recruiter:
        return "recruiter"
    if role in ("reply", "close"):
        return "reply" if role == "reply" else "close"
    return "call" if event.channel in CALLS else "email"


def done_step(
    action: Action, event: Event, names: tuple[str, ...], what: str, standing: Standing
) -> Step:
    """Return a step that is done."""
    return Step(
        id="",
        action=action,
        on=event.on,
        status="done",
        channel=event.channel,
        rules=names,
        why=f"{what} on {text_of(event.on, standing)}.",
    )
