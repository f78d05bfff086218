"""What a plan says once, beside its steps: what we cannot know, and which facts were left out."""

from collections.abc import Iterator
from copy import replace

from calculator.days import WEEK, day_text, is_weekend
from calculator.holidays import public_holidays, years
from calculator.planning.calendar import after, seasons_of, usable_closed_days
from calculator.planning.contacts.ending import may_ask_for_notes
from calculator.planning.contacts.law import is_covered, may_be_covered
from calculator.planning.contacts.offers import can_still_tell, is_to_be_told
from calculator.planning.contacts.replies import text_of
from calculator.planning.happened.own_contacts import (
    is_second_try,
    last_day_to_try_again,
    unheard_call,
)
from calculator.planning.happened.replay import usable_history
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import Step
from calculator.planning.road import Road
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import Blanks
from calculator.situation import Event, Situation

# Days that somebody agreed on or promised; what they asked for may be sent on any day.
NAMED_DAYS = (
    "leave-to-call-day",
    "leave-to-call-if-unheard",
    "not-decided-named-day",
    "keep-promises",
)


def notices_of(road: Road) -> Iterator[str]:
    """Yield the notices of a plan, those about its days first."""
    situation, standing = road.situation, road.standing
    yield from about_the_reading(road)
    # Who has just entered the day of the next one knows that it is still to come.
    if standing.interview_on > situation.today and standing.word is None:
        yield filled("ask-before-you-leave", road)
    yield from about_facts_left_out(road)
    yield from about_holidays(road)
    yield from about_weekends(road)
    is_in_writing = any(
        event.event == "offered" and event.in_writing for event in situation.history
    )
    may_be_unwritten = standing.has_said_yes or is_maybe_unwritten(standing.stage)
    if may_be_unwritten and not is_in_writing and not standing.has_stopped:
        yield filled("offer-in-writing", road)
    if standing.is_offer_stage and not standing.has_said_yes and standing.is_open:
        yield filled("checks-under-way", road)
    if standing.is_open:
        yield from about_the_wait(road)
    if may_ask_for_notes(standing):
        yield filled("rejection-notes", road)
    yield from about_the_law(road)
    was_silent = any("silence-means-move-on" in step.rules for step in road.steps)
    if was_silent and not road.standing.decision:
        yield filled("silence-means-move-on", road)
    if standing.has_stopped and standing.unanswered and not (standing.decision or situation.offer):
        yield filled("stopped", road)


def filled(name: str, road: Road) -> str:
    """Return the notice of a rule, its blanks filled from the situation."""
    one = rule(name)
    return one.notice.format_map(Blanks(road.standing, one.in_words))


def about_the_reading(road: Road) -> Iterator[str]:
    """Yield what is in doubt about the time that they named."""
    situation = road.situation
    country = situation.country
    for said in (situation.said, *(event.said for event in situation.history)):
        if said and said.unread:
            on = day_text(said.on, country)
            yield (
                f"We couldn't read what they said on {on}, and that's our fault. "
                "This plan is made without it. If they named a day, enter just the day."
            )
    agreed = road.standing.agreed
    said = agreed.said if agreed and agreed.said else road.standing.said
    if said and said.doubtful and said.window and is_awaited(road):
        day = said.window.latest or said.window.earliest
        words = f"“{said.words}”" if said.words else "What they said"
        ends = f", which ends on {day_text(day, country)}" if day and said.window.latest else ""
        yield (
            f"{words} can be read in more than one way. "
            f"This plan goes by the latest reading{ends}. Choose another if you know better."
        )


def is_awaited(road: Road) -> bool:
    """Whether their answer is still to come."""
    standing = road.standing
    return not (standing.has_stopped or standing.decision in ("rejected", "offered"))


def about_facts_left_out(road: Road) -> Iterator[str]:
    """Yield which facts were left out because they cannot be."""
    situation = road.situation
    if len(usable_history(road.standing.case)) < len(situation.history):
        yield "What happened before the interview, or is dated in the future, isn't in this plan."
    if any(promise.on < situation.interview_on for promise in situation.promises):
        yield "A promise for a day before the interview isn't in this plan."
    offer = situation.offer
    if offer and offer.answer_by < max(situation.today, offer.on):
        yield rule("other-offer-decide").notice
    if len(list(usable_closed_days(situation.closed))) < len(situation.closed):
        yield rule("after-shutdown").notice


def about_holidays(road: Road) -> Iterator[str]:
    """Yield where the public holidays are not known."""
    situation = road.situation
    if problem := unknown_place(situation):
        yield problem
    elif outside := years_outside(road.steps):
        first, last = years()
        listed = " and ".join(str(year) for year in outside)
        yield f"We only know the public holidays of {first} to {last}. Check those of {listed}."


def about_weekends(road: Road) -> Iterator[str]:
    """Yield that a day at a weekend may stay, where it was agreed or promised."""
    for step in road.left:
        named = step.moved_from
        if step.rules[0] in NAMED_DAYS and step.status != "late" and named and is_weekend(named):
            yield rule("leave-to-call-day").notice.format(weekday=f"{named:%A}")
            return


def unknown_place(situation: Situation) -> str | None:
    """Return what is not known about the country or the region."""
    try:
        public_holidays(situation.country)
    except ValueError:
        return "We don't know the public holidays there, so check that no day falls on one."
    try:
        public_holidays(situation.country, situation.region)
    except ValueError:
        return (
            "We don't know that region, so this plan only counts the holidays of the whole country."
        )
    return None


def years_outside(steps: tuple[Step, ...]) -> list[int]:
    """Return the years of steps for which there are no holidays."""
    first, last = years()
    return sorted({step.on.year for step in steps if not first <= step.on.year <= last})


def about_the_wait(road: Road) -> Iterator[str]:
    """Yield what to bear in mind while waiting."""
    standing = road.standing
    yield from about_missed_call(road)
    if is_long_wait(road):
        yield filled("long-wait", road)
    yield from about_the_season(road)
    if is_waiting(road):
        yield filled("keep-applying", road)
    # At a university the chair is asked, as each step says.
    if not (standing.through_recruiter or standing.is_academic) and asks_several(road):
        yield filled("panel-ask-one", road)
    if any("weekly-contact" in step.rules for step in road.steps):
        yield filled("weekly-contact", road)
    if is_to_be_told(standing) and not can_still_tell(standing):
        yield filled("other-offer-tell", road)


def about_missed_call(road: Road) -> Iterator[str]:
    """Yield that a call that they knew of, and did not answer, may be made once more."""
    standing = road.standing
    missed = unheard_call(standing)
    if missed is None or is_second_try(missed.on, before_last(standing)):
        return
    again = last_day_to_try_again(missed, standing)
    if road.situation.today <= again:
        tried = text_of(missed.on, standing)
        one = rule("agreed-call-again")
        yield one.notice.format(tried=tried, again=text_of(again, standing))


def before_last(standing: Standing) -> Standing:
    """Return the standing without the last contact."""
    return replace(standing, contacts=standing.contacts[:-1])


def is_waiting(road: Road) -> bool:
    """Whether nothing is to be done for days but to wait."""
    least = rule("keep-applying").amount("least")
    today, step = road.situation.today, road.next
    is_theirs = step is not None and step.action in ("email", "call", "recruiter")
    return bool(is_theirs and step and step.on >= after(today, least))


def about_the_season(road: Road) -> Iterator[str]:
    """Yield that answers are slow when the next question of ours comes, and what may be chosen."""
    standing = road.standing
    asked = next((s for s in road.left if s.if_nothing and s.action != "stop"), None)
    if asked is None or standing.situation.policy.slow_season:
        return
    seasons = [each.says for each in seasons_of(standing.calendar) if each.holds(asked.on)]
    yield from seasons
    if seasons and "no-date-email" in asked.rules:
        yield filled("slow-season", road)


def is_maybe_unwritten(answer: Event | None) -> bool:
    """Whether they said yes, and as far as anybody knows not in writing."""
    return answer is not None and answer.event == "offered" and not answer.in_writing


def asks_several(road: Road) -> bool:
    """Whether several interviewers could be asked."""
    return road.situation.interviewers >= rule("thank-you-each").count("several")


def is_long_wait(road: Road) -> bool:
    """Whether the time that they named is long, and more than its last days are left."""
    said, standing = road.standing.said, road.standing
    latest = standing.window.latest
    is_answered_first = standing.agreed or standing.reply_to
    if not said or not latest or is_answered_first or road.situation.today + WEEK > latest:
        return False
    return latest > after(said.on, rule("long-wait").amount("longest"))


def about_the_law(road: Road) -> Iterator[str]:
    """Yield what a law asks of the employer, where we cannot put it in a day."""
    standing = road.standing
    if not is_awaited(road):
        return
    is_at_work = road.situation.route == "internal"
    if may_be_covered(standing) and is_covered(standing) is None and not is_at_work:
        yield filled("ontario-45-days", road)
    if road.situation.country in rule("korea-notice").countries:
        yield filled("korea-notice", road)
