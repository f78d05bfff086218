"""All interviews of a person, as HTML: what is to be done today, then each with its next step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from calculator.asking.interviews import Interview
from calculator.planning.plan import Plan, Step
from calculator.presenting.addresses import encoded
from calculator.presenting.hooks import hidden, opens, sends
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing, when
from calculator.presenting.wording import Dates, sentence, unbroken
from calculator.situation import Situation

TODAY = Layout('<h2 class="overview__title">Today</h2>{todo}')
NOTHING_TODAY = Markup('<p class="overview__nothing">Nothing to do today.</p>')
LIST = Layout('<h2 class="overview__title">{heading}</h2>{items}')
ITEMS = Layout('<ul class="overview__list">{items}</ul>')
ITEM = Layout(
    '<li class="overview__item" data-interview="{id}"><h3 class="overview__name">'
    '<a href="{href}">{title}</a></h3>{next}{notes}{more}</li>'
)
NEXT = Layout('<p class="overview__next">{text}</p>')
DUE = Layout('<p class="overview__next" data-status="{status}">{doing}{when}</p>')
# What is seldom done: a row has two things to press, its name and this.
MORE = Layout(
    '{note}{rename}<div class="actions">'
    '<button type="button" class="button" data-{archive}="{id}">{put}{about}</button>'
    '<button type="button" class="button" data-delete="{id}">Delete{about}</button></div>'
)
UNREADABLE = Layout(
    '<li class="overview__item" data-interview="{id}"><h3 class="overview__name">{title}</h3>'
    '<p class="overview__next">{why}</p><div class="actions">'
    '<button type="button" class="button" data-delete="{id}">Delete{about}</button></div></li>'
)
NOTES = Layout('<p class="overview__notes">{notes}</p>')
NOTE = Layout(
    '<form class="actions__form" novalidate data-note="{id}"><label class="entry">'
    '<span class="entry__label">Your notes</span>'
    '<textarea class="form__input form__input--text" name="notes" rows="4" maxlength="5000">'
    "{notes}</textarea></label>{send}</form>"
)
RENAME = Layout(
    '<form class="actions__form" novalidate data-rename="{id}"><label class="entry">'
    '<span class="entry__label">Name of this interview</span>'
    '<input class="form__input" name="title" value="{title}" maxlength="200" autocomplete="off">'
    "</label>{send}</form>"
)
TABLE = Layout(
    '<h2 class="overview__title">Side by side</h2><section class="overview__compare"'
    ' aria-label="Your interviews side by side" tabindex="0"><table class="sides"><thead><tr>'
    '<th scope="col">Interview</th><th scope="col">It was on</th><th scope="col">They said</th>'
    '<th scope="col">Next</th><th scope="col">Emails and calls left</th></tr></thead>'
    "<tbody>{rows}</tbody></table></section>"
)
ROW = Layout(
    '<tr><th scope="row">{title}</th><td data-head="It was on">{on}</td>'
    '<td data-head="They said">{said}</td><td data-head="Next">{next}</td>'
    '<td data-head="Emails and calls left">{contacts}</td></tr>'
)
NONE = Markup('<p class="overview__nothing">None of your interviews match that.</p>')

UNNAMED = "Interview without a name"
# Why one can't be shown, and what to do; none of it is lost.
WHY = {
    "newer": "A newer version of this site kept this interview. Reload the page to see it.",
    "damaged": "This interview can't be shown, but it's still here. Save all in a file below, "
    "and it goes along as it is.",
}
MOST_COMPARED = 12
NO_PLAN = "Open it to enter the day of the interview."
OVER = "Nothing more to do."
CONTACTS = ("email", "call", "recruiter", "close")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An interview with its plan, and where it is opened."""

    interview: Interview
    situation: Situation | None
    plan: Plan | None
    unreadable: str
    href: str

    @property
    def title(self) -> str:
        """What the person calls it."""
        return self.interview.title or UNNAMED

    @property
    def next(self) -> Step | None:
        """What is to be done next."""
        return self.plan.next if self.plan else None

    @property
    def due(self) -> list[Step]:
        """What there is to do today; of one that is archived, nothing."""
        if not self.plan or not self.situation or self.interview.archived:
            return []
        today = self.situation.today
        steps = self.plan.steps
        return [step for step in steps if step.status in ("due", "late") and step.on <= today]


def overview_html(interviews: Iterable[tuple[Interview, Plan | None]], *, site_root: str) -> Markup:
    """Return interviews in the order given: what is due today, then each, the archived at the end.

    Each comes with its plan. One that couldn't be read or planned is a line that says so; the
    others are shown all the same.
    """
    all_kept = [_kept(each, made, site_root) for each, made in interviews]
    if not all_kept:
        return NONE
    active = [kept for kept in all_kept if not kept.interview.archived]
    archived = [kept for kept in all_kept if kept.interview.archived]
    due = sorted((kept for kept in active if kept.due), key=_first_due)
    others = sorted((kept for kept in active if not kept.due), key=_next_on)
    return joined(
        [
            *([TODAY.format(todo=_items(due) or NOTHING_TODAY)] if active else []),
            *([_listed("In progress", others)] if others else []),
            *([_compared(active)] if 1 < len(active) <= MOST_COMPARED else []),
            *([_listed("Archived", archived)] if archived else []),
        ]
    )


def _kept(interview: Interview, made: Plan | None, site_root: str) -> Kept:
    has_failed = interview.situation is not None and made is None
    return Kept(
        interview=interview,
        situation=interview.situation if made else None,
        plan=made,
        unreadable="damaged" if has_failed else interview.unreadable,
        href=f"{site_root}calculator/#open={encoded(interview.id)}",
    )


def _first_due(kept: Kept) -> date:
    return kept.due[0].moved_from or kept.due[0].on


def _next_on(kept: Kept) -> date:
    return kept.next.on if kept.next else date.max


def _listed(heading: str, all_kept: list[Kept]) -> Markup:
    return LIST.format(heading=heading, items=_items(all_kept))


def _items(all_kept: list[Kept]) -> Markup:
    return ITEMS.format(items=joined(map(_item, all_kept))) if all_kept else Markup()


def _item(kept: Kept) -> Markup:
    interview = kept.interview
    about = hidden(kept.title)
    if kept.unreadable:
        why = WHY[kept.unreadable]
        return UNREADABLE.format(id=interview.id, title=kept.title, why=why, about=about)
    send = sends(about=kept.title)
    more = MORE.format(
        id=interview.id,
        note=NOTE.format(id=interview.id, notes=interview.notes, send=send),
        rename=RENAME.format(id=interview.id, title=interview.title, send=send),
        archive="unarchive" if interview.archived else "archive",
        put="Take out of the archive" if interview.archived else "Archive",
        about=about,
    )
    return ITEM.format(
        id=interview.id,
        href=kept.href,
        title=kept.title,
        next=joined(_due(kept)) if kept.due else _coming(kept),
        notes=NOTES.format(notes=interview.notes) if interview.notes else "",
        more=opens("Change", more, about=kept.title),
    )


def _coming(kept: Kept) -> Markup:
    return Markup() if kept.interview.archived else NEXT.format(text=_next(kept))


def _due(kept: Kept) -> Iterator[Markup]:
    for step in kept.due:
        yield DUE.format(status=step.status, doing=sentence(doing(step)), when=_by(step, kept))


def _by(step: Step, kept: Kept) -> str:
    """Return until when there is time, or since when it is late; nothing where it is today."""
    if kept.situation is None:
        return ""
    dates = Dates.of(kept.situation)
    if step.status == "late" and step.moved_from:
        return f" (planned for {dates.day(step.moved_from)})"
    return f" by {dates.day(step.until)}" if step.until and step.until > dates.today else ""


def _next(kept: Kept) -> str:
    if kept.situation is None:
        return NO_PLAN
    step = kept.next
    if step is None:
        return OVER
    dates = Dates.of(kept.situation)
    # Its first good day may be over while it still waits.
    day = dates.day(max(step.on, dates.today))
    return f"{sentence(doing(step))}: {unbroken(day)} ({when(step, dates)})"


def _compared(active: list[Kept]) -> Markup:
    return TABLE.format(rows=joined(_row(kept) for kept in active))


def _row(kept: Kept) -> Markup:
    situation = kept.situation
    steps = kept.plan.steps if kept.plan else ()
    left = [step for step in steps if step.action in CONTACTS and step.status != "done"]
    return ROW.format(
        title=kept.title,
        on=unbroken(Dates.of(situation).day(situation.interview_on)) if situation else "not known",
        said=unbroken(Dates.of(situation).window(kept.plan.named, said_on=situation.interview_on))
        if situation and kept.plan
        else "not known",
        next=_next(kept),
        contacts=len(left),
    )
