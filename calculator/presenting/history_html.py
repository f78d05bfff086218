"""What happened so far, as HTML: each event in words, to be corrected or taken out."""

from collections.abc import Collection, Iterable
from datetime import date

from markupsafe import Markup

from calculator.asking.request import Entry
from calculator.presenting.events_html import event_entries, event_text
from calculator.presenting.hooks import as_json, hidden, opens, sends
from calculator.presenting.layout import Layout, joined
from calculator.presenting.wording import Dates

HISTORY = Layout('<ol class="history">{items}</ol>')
ITEM = Layout(
    '<li class="history__item" data-happened="{event}"><p class="history__what">'
    '<time datetime="{iso}">{day}</time>: {what}</p>{change}'
    '<button type="button" class="button" data-forget="{at}">Remove{about}</button></li>'
)
FORM = Layout(
    '<form class="history__form" novalidate data-event="{event}"'
    ' data-replaces="{at}">{entries}{send}</form>'
)


def history_html(
    entries: Iterable[tuple[int, Entry]], *, interviews: Collection[date], dates: Dates
) -> Markup:
    """Return the entries of a history, each with its place in the request's, or nothing.

    Of several ``interviews`` it is said which one a thank-you was for.
    """
    items = joined(_item(at, entry, interviews, dates) for at, entry in entries)
    return HISTORY.format(items=items) if items else Markup()


def _item(at: int, entry: Entry, interviews: Collection[date], dates: Dates) -> Markup:
    what = event_text(entry, country=dates.country)
    before = [day for day in interviews if day <= entry.on]
    if entry.event == "thanked" and before and len(interviews) > 1:
        what += f" for the interview on {dates.day(max(before))}"
    about = f"{what}, {dates.day(entry.on)}"
    form = FORM.format(
        event=as_json({"event": entry.event}),
        at=at,
        entries=event_entries(entry, today=dates.today),
        send=sends(about=about),
    )
    return ITEM.format(
        event=entry.event,
        iso=entry.on,
        day=dates.day(entry.on),
        what=what,
        change=opens("Change", form, about=about),
        at=at,
        about=hidden(about),
    )
