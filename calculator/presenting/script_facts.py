"""What the words of a step may say: only what is so, from the situation, its history and the plan.

A script asks for a thing by its name: a day, a text, a clause about what went before, or a claim
that must be true for a sentence to stand. What is not known has no entry here, and the sentences
that need it are left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from calculator.days import DAY
from calculator.planning.plan import Step, is_to_other_employer
from calculator.planning.rules import rule
from calculator.presenting.said_back import noted, time_in_their_words, without_at
from calculator.presenting.script_clauses import (
    CONTACT,
    EXCHANGE,
    TRIED,
    WHEN_ANSWERED,
    WHILE_AWAY,
    not_yet,
    on_hold,
    then_said,
    they_answered,
    they_thought,
    they_were,
    when_said,
)
from calculator.presenting.script_history import (
    NO_OFFER_YET,
    TURNS,
    after_named_interview,
    asked_leave_for,
    day_of_invitation,
    hour_in,
    is_automatic_reply,
    is_by_voice,
    is_further_interview,
    is_met,
    is_replied_to,
    is_since_their_time,
    is_spoken_offer,
    last_contact,
    last_exchange,
    last_interview,
    last_of,
    last_promise,
    offers_times,
    promise_kind,
    since_interview,
    the_offer,
    their_time,
)
from calculator.presenting.script_people import (
    as_greeted,
    is_by_another,
    is_plain_name,
    is_to_another,
    name_of_a_person,
    who_is_written_to,
)
from calculator.reading.notes import as_sent, questions_asked, subject_of_call, thing_promised
from calculator.reading.sayings import says
from calculator.situation import Situation

# The blanks that the names of a situation fill, and what they are called there: here "phone" is a
# way of saying it.
NAMED: Mapping[str, str] = {
    **{name: name for name in ("you", "interviewer", "employer", "role", "recruiter")},
    "number": "phone",
    "their_number": "their_phone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known for the words of one step, by the names that the scripts use.

    ``clauses`` hold blanks of their own, which ``days`` and ``texts`` fill.
    """

    days: Mapping[str, date] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    claims: frozenset[str] = frozenset()


def facts_of(
    step: Step, *, situation: Situation, steps: Sequence[Step], awaited: str = ""
) -> Facts:
    """Return what the words of a step may say; ``steps`` is the whole plan that it is part of.

    ``awaited`` is what its script asks for, whatever else is awaited.
    """
    words = step.words
    if words is None:
        return Facts()
    awaited = awaited or awaited_of(step, situation)
    is_further = is_further_interview(step, situation)
    situation = after_named_interview(step, situation)
    interview = last_interview(situation)
    exchange = last_exchange(situation)
    said, said_by = their_time(situation)
    contact = last_contact(step, situation=situation, steps=steps)
    if contact and exchange and contact[0] <= exchange.on:
        contact = None  # they wrote since, and that is what is mentioned
    is_answered = exchange is not None and is_replied_to(exchange, step, steps)
    is_theirs = step.action != "reply" and is_by_another(exchange, situation)
    was_away = is_automatic_reply(contact, situation)
    no = last_of(situation, {"rejected"})
    missed = last_of(situation, {"missed-call"})
    tried = next((e for e in since_interview(situation)[-1:] if e.by_colleague), None)
    spoke = exchange is not None and exchange.channel in ("call", "in-person")
    invited = day_of_invitation(exchange)
    turn = last_of(situation, TURNS)
    is_called_off = turn is not None and turn.event == "cancelled"
    whom = "" if is_further else name_of_a_person(who_is_written_to(step, situation))
    days = {
        "interview_day": interview,
        "last_interview": interview,
        "answered_day": exchange and exchange.on,
        "said_day": said and said.on,
        "contact_day": contact and contact[0],
        "colleague_day": tried and tried.on,
        "invited_day": invited,
        **words.days,
    }
    is_plain_time = said is not None and not (said.is_absence or said.is_turned_round)
    time = said and is_plain_time and time_in_their_words(said)
    offer = the_offer(situation, said)
    is_vague = awaited == "offer" and offer == NO_OFFER_YET
    about = "word" if is_vague else awaited
    if said_by and said_by.event == "checks":
        about = "checks"
    end = said.window.latest if said and said.window else None
    is_over = end is not None and step.action == "reply" and end < step.on
    is_of_call = said is not None and said.by_call and about == "offer"
    texts = {
        **{blank: getattr(situation.names, name) for blank, name in NAMED.items()},
        "interviewer": whom,
        "greeted": as_greeted(whom, situation.country),
        "chair": as_greeted(whom, ""),
        "greeted_recruiter": as_greeted(situation.names.recruiter, situation.country),
        "recruiter": name_of_a_person(situation.names.recruiter),
        **words.texts,
        "call_about": subject_of_call(said.sentence) if said and said.by_call else "",
        "their_time": time and time[1],
        "plain_time": time and without_at(time[1]),
        "promised": thing_promised(words.texts.get("promised", "")),
        "invited_time": hour_in(exchange.words) if exchange and invited else "",
        "handed_in": as_sent(last_promise(step, situation)),
        "sent": as_sent(words.texts.get("sent", "")),
        "questions": questions_asked(exchange.words) if exchange and not spoke else "",
        "their_words": said.words if said else "",
    }
    thought = None
    is_long_ago = "too-late" in step.rules  # after so long an old day is a reproach
    if said and not (is_over or is_of_call or is_long_ago or said.is_absence):
        thought = they_thought(
            step, said, time or None, about=about, by=said_by, situation=situation
        )
    wish = words.days.get("answer_wish")
    is_in_good_time = bool(thought and end and wish and step.on <= end <= wish)
    clauses = {
        "exchange": exchange and not (is_answered or is_theirs) and EXCHANGE[exchange.channel],
        "when_said": said and when_said(step, said, said_by, situation),
        "then_said": said and then_said(step, said, said_by, situation),
        "they_thought": thought,
        "they_told": thought and thought.startswith("they said") and thought,
        "held": said and said_by and said_by.event == "on-hold" and on_hold(said, on=step.on),
        "they_answered": exchange and they_answered(exchange, on=step.on),
        "noted": said and time and noted(said, time, on=step.on),
        "not_yet": exchange
        and (is_answered or spoke)
        and not_yet(exchange, on=step.on, is_answered=is_answered),
        "they_were": exchange and they_were(exchange, on=step.on),
        "when_answered": exchange and WHEN_ANSWERED[exchange.channel],
        "I_wrote": contact and CONTACT[contact[1]] + (WHILE_AWAY if was_away else ""),
        "I_tried": tried and TRIED.get(tried.channel),
        "the_offer": offer,
        "the_round": "the interview" if is_called_off else "the next round",
        "reach_them": "get in touch" if "any-way" in words.claims else "call",
    }
    claims = {
        f"awaits-{awaited}": True,
        "to-recruiter": step.action == "recruiter",
        "met": is_met(situation),
        "same-day": step.on == interview,
        "next-call": (
            step.action == "call" or (step.action == "promise" and step.channel == "call")
        )
        and not (words.days.get("deadline") or no),
        "search": situation.sector == "academic",
        "law-holds": step.rules[0] == "ontario-reminder",
        "has-offer": last_of(situation, {"offered"}) is not None,
        "last-round": situation.round == "final",
        "asked-in": last_of(situation, {"invited", "cancelled"}) is not None,
        "panel": situation.interviewers >= rule("thank-you-each").count("several"),
        "checks": turn is not None and turn.event == "checks",
        "on-hold": turn is not None and turn.event == "on-hold",
        "missed-today": missed is not None and missed.on == step.on,
        "called-off": is_called_off,
        "spoken-offer": not is_to_other_employer(step)
        and is_spoken_offer(last_of(situation, {"offered"})),
        "spoke": spoke,
        "by-voice": is_by_voice(no or exchange),
        "offer-named": offer != NO_OFFER_YET,
        "to-another": is_to_another(step, situation),
        "ill": exchange is not None and says("ill", exchange.words),
        "by-another": is_by_another(exchange, situation),
        "day-after": step.on == interview + DAY,
        "never-met": turn is not None and is_called_off and turn.on <= situation.interview_on,
        "call-promised": said is not None and said.by_call,
        "said-last": said_by is not None and said_by is exchange,
        "of-something-else": said is not None and not said.is_of_news,
        "in-good-time": is_in_good_time,
        "replied": is_answered,
        "asked-to-wait": situation.told_to_wait,
        "kept-in-mind": no is not None and says("keeps in mind", no.words),
        "feedback-offered": no is not None and no.feedback == "offered",
        "feedback-by-phone": no is not None and says("feedback by phone", no.words),
        "feedback-given": no is not None and no.feedback == "given",
        "no-feedback": no is not None and no.feedback == "refused",
        "offers-times": exchange is not None and offers_times(exchange.words),
        "offered-again": "offered-again-reply" in step.rules,
        "by-full-name": is_plain_name(as_greeted(whom, situation.country)),
        "recruiter-by-full-name": is_plain_name(
            as_greeted(situation.names.recruiter, situation.country)
        ),
        "first-choice": situation.offer is not None and situation.offer.first_choice == "here",
        "asked-since": contact is not None and is_since_their_time(contact[0], said),
        asked_leave_for(step, steps): True,
        "called-today": contact is not None and contact == (step.on, "call"),
        promise_kind(step, said, situation): step.action == "promise",
    }
    return Facts(
        days={name: day for name, day in days.items() if day},
        texts={
            name: tidy for name, text in texts.items() if (tidy := " ".join((text or "").split()))
        },
        clauses={name: text for name, text in clauses.items() if text},
        claims=words.claims.union(name for name, is_so in claims.items() if is_so and name),
    )


def awaited_of(step: Step, situation: Situation) -> str:
    """Return what the words of a step are to ask for."""
    awaited: str = getattr(step.words, "awaited", None) or situation.awaiting or "decision"
    return awaited
