"""What a plan says once, beside its steps: what we cannot know, and which facts were left out."""

from collections.abc import Iterator

from calculator.holidays import public_holidays, years
from calculator.planning.around import is_open
from calculator.planning.course import Course
from calculator.planning.drafts import Blanks
from calculator.planning.law import is_covered, may_be_covered
from calculator.planning.offers import can_still_tell, is_to_be_told, knows_of_offer
from calculator.planning.plan import Step
from calculator.planning.rules import rule
from calculator.planning.wording import day_text
from calculator.planning.working_days import after, usable_closed_days
from calculator.situation import Situation


def notices_of(course: Course) -> Iterator[str]:
    """Yield the notices of a plan, those about its days first."""
    situation = course.case.situation
    yield from about_the_reading(course)
    if situation.interview_on > situation.today:
        yield filled("ask-before-you-leave", course)
    yield from about_facts_left_out(situation)
    yield from about_holidays(course)
    if is_open(course.standing):
        yield from about_the_wait(course)
    yield from about_the_law(course)
    was_silent = any("silence-means-move-on" in step.rules for step in course.steps)
    if was_silent and not course.standing.decision:
        yield filled("silence-means-move-on", course)


def filled(name: str, course: Course) -> str:
    """Return the notice of a rule, its blanks filled from the situation."""
    one = rule(name)
    return one.notice.format_map(Blanks(course.case, course.standing, one.in_words))


def about_the_reading(course: Course) -> Iterator[str]:
    """Yield what is in doubt about the time that they named."""
    situation = course.case.situation
    for told in (situation.said, *(event.said for event in situation.history)):
        if told and told.unread:
            yield (
                f"We could not read what they said on {day_text(told.on)}, and the fault is ours. "
                "This plan is made without it. If they named a day, enter the day alone."
            )
    agreed = course.standing.agreed
    said = agreed.said if agreed and agreed.said else course.standing.said
    if said and said.doubtful and said.window:
        day = said.window.latest or said.window.earliest
        words = f"“{said.words}”" if said.words else "What they said"
        ends = f", the one that ends on {day_text(day)}" if day and said.window.latest else ""
        yield (
            f"{words} can be read in more than one way. "
            f"These days hold for the latest reading{ends}. Choose another if you know better."
        )


def about_facts_left_out(situation: Situation) -> Iterator[str]:
    """Yield which facts were left out because they cannot be."""
    outside = [
        event
        for event in situation.history
        if not situation.interview_on <= event.on <= situation.today
    ]
    if outside:
        yield "What happened before the interview, or has a day to come, was left out of this plan."
    if any(promise.on < situation.interview_on for promise in situation.promises):
        yield "A promise for a day before the interview was left out of this plan."
    offer = situation.offer
    if offer and offer.answer_by < max(situation.today, offer.on):
        yield rule("other-offer-decide").notice
    if len(list(usable_closed_days(situation.closed))) < len(situation.closed):
        yield rule("after-shutdown").notice


def about_holidays(course: Course) -> Iterator[str]:
    """Yield where the public holidays are not known."""
    situation = course.case.situation
    if problem := unknown_place(situation):
        yield problem
    elif outside := years_outside(course.steps):
        first, last = years()
        listed = " and ".join(str(year) for year in outside)
        yield f"We know the public holidays of {first} to {last} only. Check those of {listed}."


def unknown_place(situation: Situation) -> str | None:
    """Return what is not known about the country or the region."""
    try:
        public_holidays(situation.country)
    except ValueError:
        return "We do not know the public holidays there, so check that no day falls on one."
    try:
        public_holidays(situation.country, situation.region)
    except ValueError:
        return "We do not know that region, so only the holidays of the whole country are counted."
    return None


def years_outside(steps: tuple[Step, ...]) -> list[int]:
    """Return the years of steps for which there are no holidays."""
    first, last = years()
    return sorted({step.on.year for step in steps if not first <= step.on.year <= last})


def about_the_wait(course: Course) -> Iterator[str]:
    """Yield what to bear in mind while waiting."""
    case, standing = course.case, course.standing
    if is_long_wait(course):
        yield filled("long-wait", course)
    if not case.through_recruiter and asks_several(course):
        yield filled("panel-ask-one", course)
    if any("weekly-contact" in step.rules for step in course.steps):
        yield filled("weekly-contact", course)
    if is_to_be_told(case, standing) and not can_still_tell(case, standing):
        yield filled("other-offer-tell", course)
    is_untold = not is_to_be_told(case, standing) and not knows_of_offer(case, standing)
    if case.offer and is_untold:
        yield filled("enough-contacts", course)


def asks_several(course: Course) -> bool:
    """Whether several interviewers could be asked."""
    several = rule("thank-you-each").count("several")
    return course.case.situation.interviewers >= several


def is_long_wait(course: Course) -> bool:
    """Whether the time that they named is long and still running."""
    said, standing = course.standing.said, course.standing
    latest = standing.window.latest
    if not said or not latest or standing.agreed or course.case.situation.today > latest:
        return False
    return latest > after(said.on, rule("long-wait").amount("longest"))


def about_the_law(course: Course) -> Iterator[str]:
    """Yield what a law asks of the employer, where we cannot put it in a day."""
    case, standing = course.case, course.standing
    if standing.decision in ("rejected", "offered") or standing.has_stopped:
        return
    if may_be_covered(case, standing) and is_covered(case, standing) is None:
        yield filled("ontario-45-days", course)
    if case.situation.country in rule("korea-notice").countries:
        yield filled("korea-notice", course)
