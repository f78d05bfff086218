"""Their offer: the day for the answer, and the answer itself where no day is left for it."""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.planning.calendar import after, next_good_day
from calculator.planning.contacts.drafts import Draft
from calculator.planning.contacts.replies import day_to_answer, has_lapsed, text_of
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because
from calculator.situation import Event

# Contacts in which nothing was said of the offer: papers were sent, or the contact was left out.
APART = ("promise", "left-out")


def answer_theirs(standing: Standing) -> Iterator[Draft]:
    """Yield what is left to do about their offer until it is answered, beside a reply that is due.

    That is their day; once it has passed, the question whether the offer still stands; and where
    no day is left, the answer itself, for as long as nobody says that it was given.
    """
    event, today = standing.stage, standing.situation.today
    if event is None or event.event != "offered" or standing.has_stopped:
        return
    day = day_to_answer(event)
    if day and day >= today:
        yield decide(standing, day)
    elif owes_reply(standing):
        return  # it asks for the day, or if the offer is still open
    elif passed := passed_unasked(standing):
        yield ask_if_it_stands(standing, passed)
    elif day or standing.decision:
        yield answer_without_day(standing, last_word(standing, event), is_late=day is not None)


def owes_reply(standing: Standing) -> bool:
    """Whether a message of theirs still wants a reply."""
    event = standing.reply_to
    return event is not None and not has_lapsed(standing, event, today=standing.situation.today)


def answering_today(standing: Standing) -> Standing:
    """Return the standing without a reply where they want the answer today: that is the reply."""
    event = standing.stage
    is_due = event is not None and day_to_answer(event) == standing.situation.today
    return replace(standing, reply_to=None) if is_due else standing


def passed_unasked(standing: Standing) -> date | None:
    """Return the day for the answer to their offer, if it passed and nobody wrote since."""
    event = standing.stage
    if event is None or standing.has_stopped or owes_reply(standing):
        return None
    day = day_to_answer(event)
    is_passed = day is not None and last_word(standing, event) <= day < standing.situation.today
    return day if is_passed else None


def last_word(standing: Standing, event: Event) -> date:
    """Return the day of the last message to them since an offer, or that of the offer."""
    made = (each.on for each in standing.contacts if each.role not in APART)
    return max([event.on, *made])


def decide(standing: Standing, day: date) -> Draft:
    """Return the day on which they want the answer."""
    why = because("offered-decide", standing, deadline=text_of(day, standing))
    if day > standing.situation.today:
        why = f"{why} {rule('offered-decide').notice}"
    draft = Draft(
        role="reply",
        action="decide",
        day=day,
        rules=("offered-decide",),
        why=why,
        days={"deadline": day},
        rolls="never",
    )
    return draft.with_rule("offer-terms", because("offer-terms", standing))


def ask_if_it_stands(standing: Standing, day: date) -> Draft:
    """Return the question if the offer still stands, once the day for the answer has passed."""
    is_between = standing.through_recruiter
    return Draft(
        role="reply",
        action="recruiter" if is_between else "decide",
        channel="email" if is_between else None,
        day=day,
        rules=("offered-day-passed", "offered-decide"),
        why=because("offered-day-passed", standing, passed=text_of(day, standing)),
        rolls="never",
    )


def answer_without_day(standing: Standing, since: date, *, is_late: bool) -> Draft:
    """Return the answer to an offer for which they named no day, or whose day has passed."""
    one = rule("offered-no-day")
    last = after(since, one.amount("wait"))
    until = next_good_day(last, "weekday", standing.calendar)
    they = "If it still stands, give" if is_late else "They gave no date, so give"
    why = because(one.id, standing, They_named_none_so_give=they)
    draft = Draft(
        role="reply",
        action="recruiter" if standing.through_recruiter else "reply",
        channel="email",
        day=since,
        until=until,
        rules=(one.id,),
        why=one.notice if until < standing.situation.today else why,
        rolls="never",
    )
    return draft.with_rule("offer-terms", because("offer-terms", standing))
