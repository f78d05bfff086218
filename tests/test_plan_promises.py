"""What the site promises of every plan: quoted, then proved on random situations."""

from collections import Counter
from collections.abc import Iterable
from copy import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from situations import events, situations, windows

from calculator.days import Window
from calculator.planning.calendar import calendar_of
from calculator.planning.choices.questions import questions
from calculator.planning.happened.case import case_of
from calculator.planning.happened.replay import Replay, replay, replay_on, usable_history
from calculator.planning.happened.standing import Standing, standing_after_interview
from calculator.planning.plan import Step, is_to_other_employer
from calculator.planning.planner import plan
from calculator.planning.road import road_of
from calculator.planning.rules import advice
from calculator.situation import Channel, Event, Happening, Names, Offer, Policy, Said, Situation

settings.register_profile("plans", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("plans")

CONTACTS = ("email", "call", "recruiter")
ENDED = ("rejected", "offered", "stopped")
ANSWERED: st.SearchStrategy[Happening] = st.sampled_from(["reached", "not-decided", "new-date"])

# Rules of contacts that were promised or agreed, and of the law.
INVITED = (
    "keep-promises",
    "asked-of-you",
    "asked-without-a-day",
    "leave-to-call-day",
    "leave-to-call-if-unheard",
    "leave-to-call-no-day",
    "not-decided-call-again",
    "not-decided-named-day",
)
APART = ("ontario-reminder", "recruiter-debrief", "recruiter-silent")


def left(situation: Situation) -> list[Step]:
    """Return the steps that are not done."""
    return [step for step in plan(situation).steps if step.status != "done"]


def asking(situation: Situation) -> list[Step]:
    """Return the contacts that are left and that nobody invited."""
    return [
        step
        for step in left(situation)
        if step.action in CONTACTS
        and not set(step.rules) & {*INVITED, *APART}
        and not any(name.endswith("-reply") for name in step.rules)
    ]


def outline(steps: Iterable[Step], *, left: bool) -> list[tuple[str, date, str | None]]:
    """Return what is to be done when and how, of the steps that are left or done."""
    return [
        (step.action, step.on, step.channel)
        for step in steps
        if (step.status != "done") == left and step.action not in ("thank", "stop")
    ]


def is_open(situation: Situation, day: date) -> bool:
    """Whether the employer works on a day."""
    calendar = calendar_of(situation.country, situation.region, situation.closed)
    return calendar.is_working_day(day)


class TestAnyFacts:
    """Any facts give a plan, never a crash."""

    @given(situations())
    def test_every_step_names_rules_that_exist_and_says_why(self, situation: Situation) -> None:
        for step in plan(situation).steps:
            assert step.rules
            assert set(step.rules) <= set(advice().rules)
            assert step.why
            assert "{" not in step.why

    @given(situations())
    def test_steps_are_in_order_with_ids_of_their_own(self, situation: Situation) -> None:
        steps = plan(situation).steps
        assert all(one.on <= other.on for one, other in pairwise(steps))
        assert [step.id for step in steps if Counter(s.id for s in steps)[step.id] > 1] == []

    @given(situations())
    def test_notices_and_branches_have_no_blanks(self, situation: Situation) -> None:
        found = plan(situation)
        texts = [*found.notices, *(branch.then for branch in found.branches)]
        assert [text for text in texts if "{" in text or not text.endswith((".", "?"))] == []
        assert len(set(found.notices)) == len(found.notices)


class TestStatus:
    """`done`, `due`, `coming`, `late`: what the contract says of them."""

    @given(situations())
    def test_a_step_that_is_left_never_lies_in_the_past(self, situation: Situation) -> None:
        for step in left(situation):
            assert situation.today <= step.on <= (step.until or step.on)

    @given(situations())
    def test_due_is_today_and_coming_is_later(self, situation: Situation) -> None:
        for step in left(situation):
            if step.status == "due":
                assert step.on == situation.today
            if step.status == "coming":
                assert step.on > situation.today

    @given(situations())
    def test_late_keeps_the_day_it_had(self, situation: Situation) -> None:
        for step in left(situation):
            if step.status == "late":
                assert step.moved_from
                assert step.moved_from < situation.today <= step.on

    @given(situations())
    def test_every_moved_step_says_from_when_and_why(self, situation: Situation) -> None:
        for step in plan(situation).steps:
            assert (step.moved_from is None) == (step.moved_because is None)
            assert step.moved_from != step.on

    @given(situations())
    def test_next_is_the_first_that_is_left_and_thanks_give_way(self, situation: Situation) -> None:
        found, steps = plan(situation), left(situation)
        if not steps:
            assert found.next is None
        elif steps[0].action != "thank":
            assert found.next == steps[0]
        else:
            pressing = [s for s in steps if s.action != "thank" and s.status in ("due", "late")]
            assert found.next == (pressing or steps)[0]


class TestClosedDays:
    """No chaser of ours on a closed day; thank-you notes may go at a weekend."""

    @given(situations())
    def test_no_contact_on_a_closed_day(self, situation: Situation) -> None:
        for step in left(situation):
            if step.action in (*CONTACTS, "close", "promise"):
                is_debrief = "recruiter-debrief" in step.rules
                is_reply = step.until is not None or "rejection-reply" in step.rules
                assert is_debrief or is_reply or is_reply_late(step) or is_open(situation, step.on)

    @given(situations())
    def test_days_move_forward_unless_the_person_chose_the_week(self, situation: Situation) -> None:
        for step in plan(situation).steps:
            if step.moved_from and "inside-the-week" not in step.rules:
                assert step.on > step.moved_from

    @given(situations())
    def test_a_legal_day_is_never_moved(self, situation: Situation) -> None:
        for step in plan(situation).steps:
            if step.action == "legal":
                assert step.moved_from is None


def is_reply_late(step: Step) -> bool:
    """Whether a step is a reply through the recruiter, which may go on any day."""
    return any(name.endswith("-reply") for name in step.rules)


class TestTheirTime:
    """No chaser before the window ends, unless promised, agreed or forced by an offer."""

    @given(situations(with_history=False), st.data())
    def test_nothing_before_the_end_of_the_window(
        self, situation: Situation, data: st.DataObject
    ) -> None:
        on = situation.interview_on
        window = data.draw(windows(on))
        assume(window != Window())
        said = Said(on=on, window=window)
        quiet = replace(situation, said=said, offer=None)
        end = window.latest or (window.earliest and window.earliest - timedelta(days=1))
        for step in asking(quiet):
            assert end is None or step.on > end

    @given(situations(), st.data())
    def test_nor_after_a_new_date(self, situation: Situation, data: st.DataObject) -> None:
        assume(situation.today >= situation.interview_on)
        on = situation.today
        window = data.draw(windows(on))
        assume(window.latest is not None)
        event = Event(on=on, event="new-date", said=Said(on=on, window=window))
        quiet = replace(situation, offer=None, history=(*situation.history, event))
        for step in asking(quiet):
            assert window.latest
            assert step.on > window.latest


class TestTheirWishes:
    """No calls and an agency leave no call to the employer, unless promised or agreed."""

    @given(situations())
    def test_no_calls(self, situation: Situation) -> None:
        steps = left(replace(situation, no_calls=True, route="direct"))
        assert [step for step in steps if step.channel in ("call", "voicemail")] == []

    @given(situations())
    def test_an_agency_leaves_no_contact_with_the_employer(self, situation: Situation) -> None:
        through = replace(situation, route="agency", leave_to_call=None)
        actions = {step.action for step in left(through) if "ontario-reminder" not in step.rules}
        assert not actions & {"email", "call", "close"}

    @given(situations())
    def test_a_colleague_is_never_called(self, situation: Situation) -> None:
        steps = left(replace(situation, route="internal"))
        assert [step for step in steps if step.channel in ("call", "voicemail")] == []


class TestEnough:
    """At most two unanswered contacts by default; the law's email apart."""

    @given(situations())
    def test_at_most_two_unanswered_contacts(self, situation: Situation) -> None:
        usual = replace(situation, policy=Policy(channel=situation.policy.channel))
        standing = road_of(usual).standing
        assume(not standing.is_offer_stage)
        before = standing.unanswered
        # A call that an email announced is made, and a call of theirs that did not come is asked
        # for, however many there were.
        owed = any(contact.said_would_call for contact in standing.contacts)
        missed = standing.word is not None and standing.word.event == "missed-call"
        assert before + len(asking(usual)) <= max(before, 2) + owed + missed

    @given(situations())
    def test_nothing_is_offered_after_the_stop_but_the_law(self, situation: Situation) -> None:
        steps = left(situation)
        stops = [at for at, step in enumerate(steps) if step.action == "stop"]
        for step in steps[stops[0] + 1 :] if stops else ():
            law = {"ontario-45-days", "ontario-reminder"}
            assert set(step.rules) & law

    @given(situations())
    def test_every_plan_ends(self, situation: Situation) -> None:
        road = road_of(situation)
        standing = road.standing
        steps = [step for step in road.steps if step.status != "done"]
        assert len(steps) <= 30
        is_over = standing.has_stopped or standing.decision or standing.has("stop")
        if not is_over and not road.standing.case.offer:
            assert [step.action for step in steps].count("stop") == 1
        if not is_over and road.standing.case.offer:
            assert {"stop", "decide"} & {step.action for step in steps}


def is_ended(standing: Standing) -> bool:
    """Whether they have decided, or the candidate stopped: then promises are off."""
    heard = [each.event for each in (standing.stage, standing.answer) if each]
    return standing.has_stopped or not set(heard).isdisjoint(ENDED)


# Contacts that the week between two does not hold for: their call that did not come, an offer with
# a day to answer it by, and the talk on the day of the interview.
AT_ONCE = {"missed-call", "other-offer-tell", "first-choice-follow-up", "recruiter-debrief"}
WEEK = timedelta(days=7)


class TestRhythm:
    """While nothing comes back: one a week (7 days) after the last one made."""

    @given(situations())
    def test_every_contact_comes_a_week_after_the_last(self, situation: Situation) -> None:
        steps = [step for step in asking(situation) if not AT_ONCE & set(step.rules)]
        for one, other in pairwise(steps):
            assert other.on >= one.on + WEEK

    @given(situations(), st.sampled_from(["email", "call", "voicemail", "message"]))
    def test_and_after_one_that_was_made_today(
        self, situation: Situation, channel: Channel
    ) -> None:
        assume(situation.today >= situation.interview_on)
        event = Event(on=situation.today, event="no-answer", channel=channel)
        made = replace(situation, history=(*situation.history, event))
        last = [each for each in road_of(made).standing.contacts if each.on == situation.today]
        steps = [step for step in asking(made) if not AT_ONCE & set(step.rules)]
        if steps and any(each.counts for each in last):
            assert steps[0].on >= situation.today + WEEK

    @given(situations())
    def test_the_stop_comes_a_week_after_the_last(self, situation: Situation) -> None:
        steps = left(situation)
        stops = [step.on for step in steps if step.action == "stop" and step.status == "coming"]
        assume(stops and not any(step.action == "close" for step in steps))
        assume(road_of(situation).standing.decision is None)
        contacts = [step.on for step in asking(situation)]
        assert all(stops[0] >= on + WEEK for on in contacts if on < stops[0])

    @given(situations())
    def test_what_waits_for_silence_says_so_and_nothing_else_does(
        self, situation: Situation
    ) -> None:
        waiting = asking(situation)
        for step in left(situation):
            at_once = {"other-offer-tell", "recruiter-debrief", *INVITED} & set(step.rules)
            is_end = step.action in ("close", "stop", "wait")
            if step in waiting and not at_once:
                assert step.if_nothing
            elif not is_end and step.action not in CONTACTS:
                assert not step.if_nothing

    @given(situations())
    def test_every_contact_asks_for_what_is_awaited(self, situation: Situation) -> None:
        found = plan(situation)
        for step in found.steps:
            assert step.words is None or step.words.awaited == found.awaiting

    @given(situations())
    def test_an_email_that_a_call_follows_names_the_day_of_the_call(
        self, situation: Situation
    ) -> None:
        steps = left(situation)
        for step in steps:
            if step.words and "call_day" in step.words.days:
                calls = [each.on for each in steps if each.channel == "call" and each.on > step.on]
                assert step.words.days["call_day"] in calls

    @given(situations())
    def test_no_contact_on_a_quiet_day(self, situation: Situation) -> None:
        calendar = calendar_of(situation.country, situation.region, situation.closed)
        for step in asking(situation):
            if not AT_ONCE & set(step.rules):
                assert step.on not in calendar.quiet


class TestPromises:
    """Until the plan is ended a promise has its step on its day, or on the next open day."""

    @given(situations())
    def test_every_promise_has_its_step(self, situation: Situation) -> None:
        road = road_of(situation)
        assume(not is_ended(road.standing))
        kept = [step for step in road.steps if step.action == "promise"]
        assert len(kept) == len(road.standing.case.promises)

    @given(situations())
    def test_a_promise_to_come_stands_on_its_day(self, situation: Situation) -> None:
        standing = road_of(situation).standing
        assume(not is_ended(standing))
        steps = [step for step in left(situation) if step.action == "promise"]
        for promise in situation.promises:
            if promise.on > situation.today and promise.on >= situation.interview_on:
                assert promise.on in [step.moved_from or step.on for step in steps]

    @given(situations())
    def test_and_moves_only_to_the_next_open_day(self, situation: Situation) -> None:
        for step in left(situation):
            if step.action == "promise" and step.moved_from and step.status == "coming":
                between = range((step.on - step.moved_from).days)
                days = [step.moved_from + timedelta(days=number) for number in between]
                assert [day for day in days if is_open(situation, day)] == []
                assert is_open(situation, step.on)


class TestLaterInterviews:
    """A later interview never brings an earlier first chaser."""

    @given(situations(with_history=False), st.integers(1, 20))
    def test_a_later_interview_never_brings_an_earlier_contact(
        self, situation: Situation, later: int
    ) -> None:
        plain = replace(
            situation,
            today=situation.interview_on,
            promises=(),
            offer=None,
            leave_to_call=None,
            policy=replace(situation.policy, inside_week=False),
        )
        moved = situation.interview_on + timedelta(days=later)
        first, second = asking(plain), asking(replace(plain, today=moved, interview_on=moved))
        assert first[0].on <= second[0].on


class TestNames:
    """Changing names changes no date."""

    @given(situations(), st.text(max_size=20))
    def test_names_change_nothing(self, situation: Situation, name: str) -> None:
        named = replace(situation, names=Names(you=name, interviewer=name, employer=name))
        assert plan(named) == plan(situation)


class TestReplay:
    """Replaying a history in one go equals replaying it step by step."""

    @given(situations())
    def test_in_one_go_or_step_by_step(self, situation: Situation) -> None:
        case = case_of(situation)
        so_far = Replay(standing_after_interview(case))
        for event in usable_history(case):
            so_far = replay_on(so_far, [event])
        assert so_far == replay(case)

    @given(situations())
    def test_doing_the_next_contact_without_an_answer_leaves_the_rest(
        self, situation: Situation
    ) -> None:
        past = tuple(event for event in situation.history if event.on <= situation.today)
        situation = replace(situation, offer=None, history=past)
        # Once they have said yes, only the next few contacts are shown.
        standing = road_of(situation).standing
        assume(not standing.is_offer_stage)
        # Whatever is written about their offer, the answer to it is left.
        assume(standing.decision != "offered")
        first = plan(situation).next
        assume(first is not None and first.action in (*CONTACTS, "close", "promise"))
        assert first is not None
        # With an agency the history tells of the recruiter only, not of the law's email.
        assume(situation.route != "agency" or "ontario-reminder" not in first.rules)
        on_the_day = replace(situation, today=max(first.on, situation.today))
        before = plan(on_the_day)
        step = before.next
        assume(step is not None and (step.action, step.channel) == (first.action, first.channel))
        assert step is not None
        assume(step.channel and not has_twin(step, before.steps))
        event = Event(on=on_the_day.today, event="no-answer", channel=step.channel)
        done = replace(on_the_day, history=(*situation.history, event))
        rest = [each for each in before.steps if each != step]
        assert outline(plan(done).steps, left=True) == outline(rest, left=True)

    @given(situations())
    def test_a_plan_that_is_followed_to_its_end_never_moves(self, situation: Situation) -> None:
        past = tuple(event for event in situation.history if event.on <= situation.today)
        situation = replace(situation, history=past)
        assume(not road_of(situation).standing.is_offer_stage)
        expected = to_do(situation)
        while expected and expected[0].action in (*CONTACTS, "close", "promise"):
            on = max(expected[0].on, situation.today)
            situation = replace(situation, today=on)
            step, *rest = to_do(situation)
            assert outline([step, *rest], left=True) == outline(expected, left=True)
            if not can_be_recorded(step, situation, rest):
                break
            event = Event(
                on=on, event="no-answer" if step.channel else "contacted", channel=step.channel
            )
            situation = replace(situation, history=(*situation.history, event))
            expected = to_do(situation)
            assert outline(expected, left=True) == outline(rest, left=True)

    @given(situations())
    def test_what_was_left_out_stays_out_once_more_has_happened(self, situation: Situation) -> None:
        start = situation.interview_on
        fresh = replace(situation, today=start, history=(), offer=None, promises=())
        first = next(step for step in to_do(fresh) if step.status != "due")
        chosen = replace(fresh, left_out={first.id: first.on})
        later = [step for step in to_do(chosen) if step.on > first.on]
        on_the_day = replace(chosen, today=later[0].on) if later else chosen
        rest = [step for step in to_do(on_the_day) if step.status != "late"]
        # A talk with the recruiter that was never held puts off what comes after it.
        assume(rest and rest[0].on <= on_the_day.today)
        step = rest.pop(0)
        assume(step.action in CONTACTS and can_be_recorded(step, on_the_day, rest))
        event = Event(on=step.on, event="no-answer", channel=step.channel)
        done = replace(on_the_day, history=(event,))
        assert outline(to_do(done), left=True) == outline(rest, left=True)

    @given(situations())
    def test_the_order_in_which_events_are_told_does_not_matter(self, situation: Situation) -> None:
        days = [event.on for event in situation.history]
        assume(len(set(days)) == len(days))
        shuffled = replace(situation, history=situation.history[::-1])
        assert plan(shuffled) == plan(situation)

    @given(situations(), st.data())
    def test_an_answer_sets_the_count_to_nought(
        self, situation: Situation, data: st.DataObject
    ) -> None:
        assume(situation.today >= situation.interview_on)
        answer = data.draw(events(situation.today, ANSWERED))
        told = replace(situation, history=(*situation.history, answer))
        standing = road_of(told).standing
        assert standing.has_stopped or standing.unanswered == 0


def to_do(situation: Situation) -> list[Step]:
    """Return what is left for the employer of the interview, thanks and the end apart."""
    return [
        step
        for step in left(situation)
        if step.action not in ("thank", "stop") and not is_to_other_employer(step)
    ]


def can_be_recorded(step: Step, situation: Situation, rest: Iterable[Step]) -> bool:
    """Whether it is plain which step an event of that day and channel was."""
    # With an agency the history tells of the recruiter only, not of the law's email.
    is_law = situation.route == "agency" and "ontario-reminder" in step.rules
    is_first_that_day = situation.today not in [event.on for event in situation.history]
    return not is_law and not has_twin(step, rest) and is_first_that_day


def has_twin(step: Step, steps: Iterable[Step]) -> bool:
    """Whether another contact of that day is made in the same way, so that either may be meant."""
    others = (each for each in steps if each != step and each.action != "thank")
    is_call = step.channel == "call"
    return any(
        (each.channel in ("call", "voicemail")) == is_call
        and (each.status in ("due", "late") or each.on == step.on)
        for each in others
    )


class TestOffers:
    """Another offer brings no step before today, and ends on the day of the answer."""

    @given(situations(), st.integers(0, 20), st.integers(0, 20))
    def test_no_step_before_today(self, situation: Situation, ago: int, ahead: int) -> None:
        today = situation.today
        offer = Offer(on=today - timedelta(days=ago), answer_by=today + timedelta(days=ahead))
        steps = left(replace(situation, offer=offer))
        about = [s for s in steps if any(name.startswith("other-offer") for name in s.rules)]
        assert all(today <= step.on <= offer.answer_by for step in about)

    @given(situations(), st.data())
    def test_it_is_never_said_that_they_cannot_say_in_time_when_they_may(
        self, situation: Situation, data: st.DataObject
    ) -> None:
        assume(situation.today >= situation.interview_on)
        today = situation.today
        offer = Offer(on=today, answer_by=today + timedelta(days=14))
        soon = Window(latest=today + timedelta(days=data.draw(st.integers(0, 14))))
        answer = Event(on=today, event="new-date", said=Said(on=today, window=soon))
        told = replace(situation, offer=offer, history=(*situation.history, answer))
        assert [s for s in plan(told).steps if "other-offer-no-news" in s.rules] == []


class TestTheirWords:
    """Where their words decided a day, the step quotes them."""

    @given(situations(with_history=False))
    def test_the_first_contact_after_their_time_quotes_them(self, situation: Situation) -> None:
        said = Said(
            on=situation.interview_on,
            window=Window(latest=situation.interview_on + timedelta(days=14)),
            words="in two weeks",
        )
        waits = replace(
            situation,
            today=situation.interview_on,
            said=said,
            leave_to_call=None,
            promises=(),
            offer=None,
        )
        (first, *_) = asking(waits)
        assert "“in two weeks”" in first.why

    @given(situations())
    def test_a_call_says_that_it_was_announced_only_where_it_was(
        self, situation: Situation
    ) -> None:
        steps = left(situation)
        named = {
            step.words.days["call_day"]
            for step in steps
            if step.words and "call_day" in step.words.days
        }
        told = any(event.said_would_call for event in situation.history)
        for step in asking(situation):
            if step.words and "said-i-would-call" in step.words.claims:
                assert step.on in named or told


class TestQuestions:
    """A question is asked only if one of its answers would change this plan."""

    @settings(max_examples=40)
    @given(situations())
    def test_few_and_never_twice(self, situation: Situation) -> None:
        asked = questions(situation)
        assert len(asked) <= advice().trials.most
        assert len(set(asked)) == len(asked)
        assert set(questions(situation, answered=frozenset(asked))).isdisjoint(asked)
