"""What happened, in words and as the entries of a form: the same for a new event and an old one."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import get_args

from markupsafe import Markup

from calculator.asking.request import Entry
from calculator.presenting.hooks import day_entry, radios, select, text_entry
from calculator.presenting.layout import joined
from calculator.presenting.wording import Dates, as_written_in
from calculator.situation import Channel, Event, Happening

WAYS: Mapping[Channel, str] = {
    "email": "By email",
    "call": "By phone",
    "voicemail": "By voicemail",
    "message": "By message",
    "in-person": "In person",
}
CONTACTED: Mapping[Channel | None, str] = {
    None: "You got in touch",
    "email": "You wrote",
    "call": "You called",
    "voicemail": "You left a voicemail",
    "message": "You sent a message",
    "in-person": "You asked in person",
}
HAPPENED: Mapping[Happening, str] = {
    "thanked": "You sent your thanks",
    "contacted": "",
    "no-answer": "",
    "reached": "You spoke to them and learned nothing new",
    "not-decided": "They hadn't decided yet",
    "new-date": "They gave a new date",
    "acknowledged": "They wrote back without an answer",
    "invited": "They invited you to another interview",
    "cancelled": "They canceled or moved the interview",
    "checks": "They were checking references or waiting for approval",
    "missed-call": "They didn't call when they said they would",
    "rejected": "They said no",
    "offered": "They offered you the job",
    "interview": "You had another interview",
    "on-hold": "They put the job on hold",
    "stopped": "You stopped",
}
AGREED = {True: "you may get in touch again", False: "they'd rather you didn't call"}

# What each kind of event may carry beside its day and its way.
WITH_WORDS: tuple[Happening, ...] = (
    *("not-decided", "new-date", "interview", "reached", "acknowledged"),
    *("invited", "cancelled", "checks", "on-hold", "offered"),
)
WITH_AGREEMENT: tuple[Happening, ...] = ("not-decided", "reached")
WITHOUT_WAY: tuple[Happening, ...] = ("interview", "stopped", "missed-call")

SAID_LABELS: Mapping[Happening, str] = {
    "new-date": "What did they say about the new date?",
    "interview": "What did they say about when you'll hear?",
    "invited": "When is it? In their words:",
    "offered": "What did they say about it, such as when the letter comes? In their words:",
    "cancelled": "Did they give a new day for it? In their words:",
}
# What the script reads of the words while they are typed.
UNDERSTOOD = Markup('<div class="entry__understood" role="status"></div>')
USUAL_SAID_LABEL = "Did they give a time? In their words:"
WHEN_LABELS: Mapping[Happening, str] = {
    "missed-call": "On which day did they mean to call?",
    "interview": "On which day was it?",
    "invited": "When did they ask you?",
    "offered": "When did they offer it?",
    "rejected": "When did they say no?",
    "new-date": "When did they tell you?",
    "not-decided": "When did they tell you?",
    "cancelled": "When did they tell you?",
    "checks": "When did they tell you?",
    "on-hold": "When did they tell you?",
    "acknowledged": "When did they write?",
    "thanked": "When did you send it?",
    "contacted": "When did you get in touch?",
    "no-answer": "When did you get in touch?",
    "reached": "When did you speak to them?",
    "stopped": "When did you stop?",
}


def event_text(entry: Entry, *, country: str) -> str:
    """Return what happened, in words."""
    what = as_written_in(country, HAPPENED[entry.event]) or CONTACTED[entry.channel]
    if entry.event == "no-answer":
        what = f"{what}, and nothing came back"
    said = f": “{entry.said.strip()}”" if entry.said.strip() else ""
    agreed = AGREED.get(entry.agreed_to_next) if entry.agreed_to_next is not None else None
    return f"{what}{said}{f' ({agreed})' if agreed else ''}"


def event_understood(event: Event, *, dates: Dates) -> str:
    """Return what is understood of an event's words, to be shown below them; or nothing."""
    if not event.words:
        return ""
    found = [f"they want your answer by {dates.day(event.answer_by)}"] if event.answer_by else []
    window = event.said.window if event.said else None
    if event.said and window:
        absence = "they're away" if event.said.is_absence else ""
        lasting = "it's on hold" if event.event == "on-hold" else absence
        when = dates.window(window, said_on=event.on)
        until = f"{lasting} until {dates.day(window.latest)}" if window.latest else when
        found.append(until if lasting else when)
    if event.leave and event.leave.on:
        found.append(f"you may get in touch on {dates.day(event.leave.on)}")
    return f"We understood: {'; '.join(found)}." if found else "We found no day in this."


# The answers that an employer may give stand below every plan.
@lru_cache(maxsize=50)
def event_entries(entry: Entry, *, today: date) -> Markup:
    """Return the entries of a form for an event, filled with what is known of it.

    Their names begin with "event.", to be told from the fields of the page's own form.
    """
    return joined(_entries(entry, today))


def _entries(entry: Entry, today: date) -> Iterator[Markup]:
    happening = entry.event
    if happening in WITH_AGREEMENT:
        answers = (
            (True, "Yes"),
            (False, "Rather not by phone"),
            (None, "We didn't talk about it"),
        )
        asks = "May you get in touch again?"
        yield radios(asks, "event.agreed_to_next", answers, chosen=entry.agreed_to_next)
    if happening == "contacted":
        answers = ((True, "Yes"), (False, "No"), (None, "I don't remember"))
        asks = "Did you say that you'd call?"
        yield radios(asks, "event.said_would_call", answers, chosen=entry.said_would_call)
    if happening == "offered":
        answers = ((True, "Yes"), (False, "Not yet"), (None, "I don't know"))
        yield radios("Is it in writing?", "event.in_writing", answers, chosen=entry.in_writing)
        yield day_entry("When do they want your answer?", "event.answer_by", entry.answer_by)
    if happening in WITH_WORDS:
        label = SAID_LABELS.get(happening, USUAL_SAID_LABEL)
        yield text_entry(label, "event.said", entry.said) + UNDERSTOOD
    yield day_entry(WHEN_LABELS.get(happening, "On which day?"), "event.on", entry.on, most=today)
    if happening not in WITHOUT_WAY:
        ways = [(way, WAYS[way]) for way in get_args(Channel.__value__)]
        yield select("How?", "event.channel", [("", "Not said"), *ways], chosen=entry.channel)
