"""The words of the contract, sentence by sentence: each is quoted, and one test holds it.

A request goes in at the door, as the page's does; what is checked is the answer.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from calculator.browser import respond

type Steps = list[dict[str, Any]]

# Thursday; Monday 15 February is a holiday.
INTERVIEW = "2027-02-04"


def answer(today: str = INTERVIEW, **request: object) -> dict[str, Any]:
    """Return the answer about an interview on Thursday 4 February 2027."""
    whole = {"today": today, "interview": {"on": INTERVIEW}, **request}
    found: dict[str, Any] = json.loads(respond(json.dumps(whole)))
    return found


def steps(today: str = INTERVIEW, **request: object) -> Steps:
    found: Steps = answer(today, **request)["plan"]["steps"]
    return found


def left(today: str = INTERVIEW, **request: object) -> Steps:
    return [step for step in steps(today, **request) if step["status"] != "done"]


def outline(found: Steps) -> list[str]:
    return [f"{step['on'][5:]} {step['action']}" for step in found]


def happened(on: str, event: str, channel: str | None = None, **more: object) -> dict[str, Any]:
    return {"on": on, "event": event, **({"channel": channel} if channel else {}), **more}


def problems(today: str = INTERVIEW, **request: object) -> dict[str, str]:
    found = answer(today, **request)["problems"]
    return {problem["field"]: problem["message"] for problem in found}


THANKED = happened("2027-02-04", "thanked")
WROTE = happened("2027-02-11", "no-answer", "email")
CALLED = happened("2027-02-18", "no-answer", "call")

SENTENCES: dict[str, Callable[[], object]] = {}


def says(sentence: str) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Put a check down under the sentence of the contract that it holds."""

    def put(check: Callable[[], object]) -> Callable[[], object]:
        SENTENCES[sentence] = check
        return check

    return put


# Request


@says("`offer` is another employer's (this one's is the event `offered`).")
def _() -> object:
    offer = {"on": INTERVIEW, "answer_by": "2027-02-12"}
    theirs = happened(INTERVIEW, "offered", "email")
    return "offer-tell-first-choice" in {s["script_id"] for s in steps(offer=offer)} and outline(
        left(history=[theirs])
    ) == ["02-04 reply"]


@says("`leave_to_call`: absent or null = none")
def _() -> object:
    return outline(steps(leave_to_call=None)) == outline(steps())


@says('`{"on": null}` = yes, no day named')
def _() -> object:
    return "02-11 call" in outline(steps(leave_to_call={"on": None}))


@says("`on` = the day to call")
def _() -> object:
    return "02-09 call" in outline(steps(leave_to_call={"on": "2027-02-09"}))


@says("`told_to_wait`: they asked not to be contacted.")
def _() -> object:
    return outline(left(told_to_wait=True, history=[THANKED]))[0] == "02-18 email"


@says("`closed`: both ends included.")
def _() -> object:
    shut = steps(closed=[["2027-02-11", "2027-02-12"]])
    return "02-16 email" in outline(shut)


@says("`country`: ISO code (GB, not UK)")
def _() -> object:
    return '"GB"' in problems(country="UK")["country"]


@says("without a `region`, GB means England and elsewhere the national holidays.")
def _() -> object:
    # Easter Monday, 29 March 2027, is none in Scotland.
    said = {"text": "by 24 March", "on": INTERVIEW}
    england = outline(steps(said=said, country="GB"))
    scotland = outline(steps(said=said, country="GB", region="SCT"))
    return "03-30 email" in england and "03-29 email" in scotland


@says("`round`: `earlier` = another round is planned.")
def _() -> object:
    request = {"today": INTERVIEW, "interview": {"on": INTERVIEW, "round": "earlier"}}
    awaiting: str = json.loads(respond(json.dumps(request)))["plan"]["awaiting"]
    return awaiting == "next-round"


@says("An interview dated today has taken place.")
def _() -> object:
    return "ask" not in [step["action"] for step in steps()]


@says("At most 20 contacts in a history.")
def _() -> object:
    many = [happened(f"2027-02-{day:02}", "contacted", "email") for day in range(5, 26)]
    done = [step["on"] for step in steps("2027-02-26", history=many) if step["status"] == "done"]
    is_told = "20 contacts" in problems("2027-02-26", history=many)["history"]
    return is_told and done == [event["on"] for event in many[1:]]  # the latest are used


# Events


@says("`contacted`: you wrote, called or left a message that day.")
def _() -> object:
    done = steps("2027-02-12", history=[happened("2027-02-11", "contacted", "email")])
    return "02-11 email" in outline(done) and "02-18 call" in outline(done)


@says("`no-answer`: the same, and nothing came back.")
def _() -> object:
    contacted = happened("2027-02-11", "contacted", "email")
    return outline(steps("2027-02-12", history=[WROTE])) == outline(
        steps("2027-02-12", history=[contacted])
    )


@says("`reached`: you spoke but learned nothing (planned as `not-decided`).")
def _() -> object:
    reached = left("2027-02-11", history=[happened("2027-02-11", "reached", "call")])
    spoke = left("2027-02-11", history=[happened("2027-02-11", "not-decided", "call")])
    return outline(reached) == outline(spoke) == ["02-18 email", "02-25 call", "03-04 stop"]


@says("`not-decided`: `agreed_to_next` true, false, or null = not asked.")
def _() -> object:
    firsts = [
        outline(left("2027-02-11", history=[happened("2027-02-11", "not-decided", "call", **more)]))
        for more in ({"agreed_to_next": True}, {"agreed_to_next": False}, {})
    ]
    return [each[0] for each in firsts] == ["02-18 call", "02-25 email", "02-18 email"]


@says("`new-date`: a new time for their answer, in `said`, read from the event's day")
def _() -> object:
    event = happened("2027-02-11", "new-date", "call", said="in two weeks")
    # Two weeks from the 11th end on Thursday the 25th.
    return outline(left("2027-02-11", history=[event]))[0] == "03-01 email"


@says("it replaces the window.")
def _() -> object:
    event = happened("2027-02-11", "new-date", "call", said="by Tuesday")
    said = {"text": "by the end of March"}
    return outline(left("2027-02-11", said=said, history=[event]))[0] == "02-18 email"


@says("`interview`: a further one took place.")
def _() -> object:
    event = happened("2027-02-16", "interview")
    return outline(left("2027-02-16", history=[THANKED, event])) == [
        *("02-16 thank", "02-23 email", "03-02 call", "03-09 stop")
    ]


@says("With an agency, events are with the recruiter.")
def _() -> object:
    done = steps("2027-02-12", route="agency", history=[WROTE])
    return "02-11 recruiter" in outline(done)


@says("in `new-date` and `not-decided` their new time")
def _() -> object:
    event = happened("2027-02-11", "not-decided", "call", said="by the end of the month")
    # The month ends on a Sunday.
    return outline(left("2027-02-11", history=[event]))[0] == "03-02 email"


@says("with `agreed_to_next` true: the day for your next contact")
def _() -> object:
    event = happened(
        "2027-02-11", "not-decided", "call", agreed_to_next=True, said="call me on Tuesday"
    )
    return outline(left("2027-02-11", history=[event]))[0] == "02-16 call"


@says("in `interview` what they said at it.")
def _() -> object:
    event = happened("2027-02-16", "interview", said="in a week")
    return "02-25 email" in outline(left("2027-02-16", history=[event]))


@says("`stopped`: the candidate gave up or withdrew; nothing follows.")
def _() -> object:
    offered = happened("2027-02-08", "offered", "email", answer_by="2027-02-15")
    stopped = happened("2027-02-11", "stopped")
    return [left("2027-02-11", history=[*before, stopped]) for before in ([], [offered])] == [
        *([], [])
    ]


@says('`acknowledged`: they wrote or said something that is no answer ("will be in touch").')
def _() -> object:
    event = happened("2027-02-08", "acknowledged", "email", said="will be in touch")
    return outline(left("2027-02-08", history=[THANKED, event]))[0] == "02-16 email"


@says("`invited`: to a further interview; `said` may give its day, read as such.")
def _() -> object:
    event = happened("2027-02-16", "invited", "email", said="an interview on Thursday 25 February")
    return "02-25 ask" in outline(left("2027-02-16", history=[event]))


@says("`cancelled`: they cancelled or moved the interview.")
def _() -> object:
    event = happened("2027-02-02", "cancelled", "email")
    return outline(left("2027-02-02", history=[event]))[0] == "02-02 reply"


@says("`checks`: references, a background check or an approval is under way.")
def _() -> object:
    event = happened("2027-02-08", "checks", "email")
    return answer("2027-02-08", history=[event])["plan"]["awaiting"] == "offer"


@says("`missed-call`: the day of a call that they promised passed.")
def _() -> object:
    event = happened("2027-02-10", "missed-call")
    return outline(left("2027-02-10", history=[THANKED, event]))[0] == "02-10 email"


@says("`offered`: `in_writing` false is a verbal offer; `answer_by` their day.")
def _() -> object:
    verbal = happened("2027-02-08", "offered", "call", in_writing=False)
    written = happened("2027-02-08", "offered", "email", answer_by="2027-02-12")
    return outline(left("2027-02-08", history=[verbal]))[:2] == ["02-08 reply", "02-16 email"] and (
        outline(left("2027-02-08", history=[written])) == ["02-08 reply", "02-12 decide"]
    )


@says("`on-hold`: `said` may give a time.")
def _() -> object:
    event = happened("2027-02-08", "on-hold", "email", said="on hold for two weeks")
    return "02-23 email" in outline(left("2027-02-08", history=[event]))


@says("`contacted`: `said_would_call` true | false | null (not known: nothing claims it)")
def _() -> object:
    def call(said_would_call: object) -> str:
        event = happened("2027-02-11", "contacted", "email", said_would_call=said_would_call)
        (first, *_) = left("2027-02-12", history=[THANKED, event])
        script: str = first["script"]
        return script

    written = happened("2027-02-11", "contacted", "email", said_would_call=True)
    kept = left("2027-02-12", policy={"channel": "email"}, history=[THANKED, written])
    is_told_apart = call(True) != call(None) == call(False)  # noqa: FBT003 # the values of a field
    # A call that was announced is made, by those who would rather write, too.
    return is_told_apart and outline(kept)[0] == "02-18 call"


# Facts in their words


def facts(text: str) -> dict[str, str | None]:
    found = answer(said={"text": text, "on": INTERVIEW})["reading"]["facts"]
    return {fact["id"]: fact["on"] for fact in found}


@says(
    "Times that are no answer but say something that the request has a field for are used as that "
    "field while the request leaves it absent, and are shown: `may-contact` → `leave_to_call`"
)
def _() -> object:
    said = {"text": "call me on February 9", "on": INTERVIEW}
    is_shown = facts("call me on February 9") == {"leave_to_call": "2027-02-09"}
    return is_shown and "02-09 call" in outline(steps(said=said))


@says('`asked` → `promises` (what "other")')
def _() -> object:
    said = {"text": "send us your references by February 9", "on": INTERVIEW}
    return "02-09 promise" in outline(steps(said=said))


@says("`interview` in the future → a notice and `awaiting: next-round`")
def _() -> object:
    text = "Your second interview is on February 18"
    words = answer(said={"text": text, "on": INTERVIEW})["plan"]["steps"]
    asked = [step["script"] for step in words if step["action"] == "email"]
    return facts(text) == {"awaiting": "2027-02-18"} and "next round" in asked[0]


@says('"please don\'t call" → `no_calls`')
def _() -> object:
    said = {"text": "please don't call", "on": INTERVIEW}
    return all(step["channel"] != "call" for step in steps(said=said))


@says("a phone number beside the leave to call → `names.phone`.")
def _() -> object:
    text = "call me on February 9 at 212 555 0100"
    return facts(text).keys() == {"leave_to_call", "names.phone"}


@says("A field that the request has (null included) wins")
def _() -> object:
    said = {"text": "call me on February 9", "on": INTERVIEW}
    return outline(steps(said=said, leave_to_call=None)) == outline(steps())


@says("an id in `said.ignore` is not used.")
def _() -> object:
    said = {"text": "call me on February 9", "on": INTERVIEW, "ignore": ["leave_to_call"]}
    return outline(steps(said=said)) == outline(steps())


# What counts


@says("`contacted` and `no-answer` count against the candidate, each as one.")
def _() -> object:
    return outline(left("2027-02-19", history=[WROTE, CALLED])) == ["02-25 stop"]


@says("Thank-yous, replies, kept promises, agreed calls and the closing note don't")
def _() -> object:
    on = "2027-02-08"
    spoke, wrote = happened(on, "contacted", "call"), happened(on, "contacted", "email")
    kept = left(on, promises=[{"what": "call", "on": on}], history=[THANKED, spoke])
    agreed = left(on, leave_to_call={"on": on}, history=[THANKED, spoke])
    theirs = happened(on, "not-decided", "email")
    replied = left(on, history=[THANKED, theirs, wrote])
    note = happened("2027-02-25", "contacted", "email")
    closed = left("2027-02-25", policy={"closing_note": True}, history=[WROTE, CALLED, note])
    two_more = ["02-16 email", "02-23 call", "03-02 stop"]
    is_counted_out = [outline(each) == two_more for each in (kept, agreed, replied)]
    return all(is_counted_out) and outline(closed) == ["02-26 stop"]


@says("but an agreed call that reached nobody does.")
def _() -> object:
    nobody = happened("2027-02-08", "no-answer", "call")
    made = happened("2027-02-08", "contacted", "call")
    leave = {"on": "2027-02-08"}
    return all(
        outline(left("2027-02-08", leave_to_call=leave, history=[THANKED, *told]))
        == ["02-16 email", "02-23 stop"]
        for told in ([nobody], [made, nobody])
    )


@says("Any answer of theirs sets the count to nought")
def _() -> object:
    event = happened("2027-02-19", "not-decided", "call")
    found = left("2027-02-19", history=[WROTE, CALLED, event])
    return outline(found) == ["02-26 email", "03-05 call", "03-12 stop"]


@says("`acknowledged` and `missed-call` are no answers.")
def _() -> object:
    def after(event: str) -> list[str]:
        word = happened("2027-02-19", event, "email")
        return outline(left("2027-02-19", history=[WROTE, CALLED, word]))

    # Their call that did not come is asked for, however often they were asked before.
    return (after("acknowledged"), after("missed-call")) == (
        ["02-26 stop"],
        ["02-19 email", "02-26 stop"],
    )


@says("A `no-answer` on the day and channel of a recorded `contacted` is that contact.")
def _() -> object:
    contacted = happened("2027-02-11", "contacted", "email")
    return outline(left("2027-02-12", history=[contacted, WROTE])) == ["02-18 call", "02-25 stop"]


# Actions


@says("`email`, `call`: a contact with the employer, agreed or not.")
def _() -> object:
    agreed = steps(leave_to_call={"on": "2027-02-09"})
    return "02-09 call" in outline(agreed) and "02-11 email" in outline(steps())


@says("`reply`: answers a message of theirs, or of the other employer.")
def _() -> object:
    theirs = left(INTERVIEW, history=[happened(INTERVIEW, "offered", "email", in_writing=True)])
    others = steps(offer={"on": INTERVIEW, "answer_by": "2027-02-18"})
    return theirs[0]["action"] == "reply" and "02-04 reply" in outline(others)


@says("`ask`: in the interview.")
def _() -> object:
    return outline(steps("2027-02-01"))[0] == "02-04 ask"


@says("`promise`: only what `promises` lists.")
def _() -> object:
    promise = {"what": "other", "on": "2027-02-08", "note": "send references"}
    return [s["on"] for s in steps(promises=[promise]) if s["action"] == "promise"] == [
        "2027-02-08"
    ]


@says("`recruiter`: anything addressed to the recruiter, by whatever channel.")
def _() -> object:
    return {s["action"] for s in steps(route="agency")} == {"recruiter", "stop"}


@says("`close`: the closing note.")
def _() -> object:
    closing = outline(steps(policy={"closing_note": True}))
    return closing[-2:] == ["02-25 close", "02-26 stop"] and "close" not in str(outline(steps()))


@says("`stop`: after it nothing more is offered.")
def _() -> object:
    return steps()[-1]["action"] == "stop"


@says("`decide`: an offer's answer-by day.")
def _() -> object:
    offer = {"on": INTERVIEW, "answer_by": "2027-02-12"}
    return outline(steps(offer=offer))[-1] == "02-12 decide"


@says("`legal`: a date fixed by law.")
def _() -> object:
    known = {"staff_25_or_more": True, "public_posting": True}
    found = steps(country="CA", region="ON", employer=known)
    return "03-21 legal" in outline(found)  # a Sunday: the law's day never moves


@says("`wait`: a day to look again, nothing to send.")
def _() -> object:
    event = happened("2027-02-08", "on-hold", "call")
    found = left("2027-02-12", history=[event])
    return outline(found) == ["03-10 wait"] and found[0]["script"] is None


# Status


@says("`done`: recorded in history.")
def _() -> object:
    return steps("2027-02-12", history=[WROTE])[0]["status"] == "done"


@says("`due`: `on` <= today <= `until` (null: `on`).")
def _() -> object:
    return [s["status"] for s in (steps()[0], steps("2027-02-05")[0])] == ["due", "due"]


@says("`coming`: later.")
def _() -> object:
    return {s["status"] for s in steps()[1:]} == {"coming"}


@says("`late`: its time has passed; `on` is moved to today or the next working day")
def _() -> object:
    (email, *_) = left("2027-02-13", history=[THANKED])
    return (email["status"], email["on"]) == ("late", "2027-02-16")


@says("`moved_from` keeps the day, and later steps count from the moved day.")
def _() -> object:
    (email, call, _) = left("2027-02-13", history=[THANKED])
    return (email["moved_from"], call["on"]) == ("2027-02-11", "2027-02-23")


# Order


@says("`steps` are in date order, done ones included")
def _() -> object:
    days = [step["on"] for step in steps("2027-02-12", history=[THANKED, WROTE])]
    return days == sorted(days)


@says("on one day, by precedence.")
def _() -> object:
    promise = {"what": "other", "on": INTERVIEW, "note": "send references"}
    return outline(steps(promises=[promise]))[:2] == ["02-04 promise", "02-04 thank"]


@says("`next` is the first that is not done; a thank-you only if nothing else is due or late.")
def _() -> object:
    promise = {"what": "call", "on": "2027-02-05"}
    plain, late = answer()["plan"], answer("2027-02-06", promises=[promise])["plan"]
    # On the Saturday both are late: the thanks may go out today, the call on Monday.
    first = outline(late["steps"])[:2]
    return (plain["next"], late["next"], first) == (
        *("thank-1", "promise-1"),
        ["02-06 thank", "02-08 promise"],
    )


@says("More than five days after the interview an unrecorded thank-you is dropped")
def _() -> object:
    return "thank" in str(outline(steps("2027-02-09"))) and "thank" not in str(
        outline(steps("2027-02-10"))
    )


@says("and the next contact opens with the thanks.")
def _() -> object:
    (email, *_) = left("2027-02-10")
    return "thank-you-missed" in email["rules"] and "hank" in email["script"]


# Silence and doubt


@says("`steps` hold the whole path if nobody answers")
def _() -> object:
    return outline(steps()) == ["02-04 thank", "02-11 email", "02-18 call", "02-25 stop"]


@says("a step says that it is only for the case that nothing has come by then")
def _() -> object:
    found = [(step["action"], step["if_nothing"]) for step in steps(policy={"closing_note": True})]
    waits = ("email", "call", "close", "stop")
    return found == [("thank", False), *((action, True) for action in waits)]


@says("`branches` say what each answer would change.")
def _() -> object:
    found = {each["if"]: each["then"] for each in answer("2027-02-11")["plan"]["branches"]}
    return found["no-answer"] == "Call on Thursday, February 18."


@says("`certainty` `ask`: `window` is the first reading, the plan stands on the one that ends last")
def _() -> object:
    def ends_and_email(text: str) -> tuple[list[str], str]:
        found = answer(said={"text": text, "on": INTERVIEW})
        reading, steps = found["reading"], found["plan"]["steps"]
        ends = [reading["latest"], *(last for _, last in reading["alternatives"])]
        return ends, next(step["on"] for step in steps if step["action"] == "email")

    # The reading that ends last is the first one here, and the second one there.
    return [ends_and_email(text) for text in ("next Friday", "the Friday after next")] == [
        (["2027-02-12", "2027-02-05"], "2027-02-17"),
        (["2027-02-12", "2027-02-19"], "2027-02-23"),
    ]


@says("`ask` because several times compete offers each of them as a choice with its words")
def _() -> object:
    text = "The decision comes on February 12 and we'll call you by February 19"
    reading = answer(said={"text": text, "on": INTERVIEW})["reading"]
    words = {choice["words"] for choice in reading["choices"]}
    return reading["certainty"] == "ask" and words == {"on February 12", "by February 19"}


@says("and a notice says so.")
def _() -> object:
    found = answer(said={"text": "next Friday", "on": INTERVIEW})
    return any("more than one way" in notice for notice in found["plan"]["notices"])


@says("Missing anchor, or `none`: as if they said nothing.")
def _() -> object:
    texts = ("soon", "two weeks after the closing date")
    return all(outline(steps(said={"text": text})) == outline(steps()) for text in texts)


@says('`said.chosen` (a window, or "none") is what the person chose.')
def _() -> object:
    said = {"text": "by Friday", "chosen": "none"}
    window = {"text": "by Friday", "chosen": {"latest": "2027-02-19"}}
    return outline(steps(said=said)) == outline(steps()) and (
        "02-23 email" in outline(steps(said=window))
    )


@says("`rules` and `why` of a step are never empty.")
def _() -> object:
    return all(step["rules"] and step["why"] for step in steps())


@says("Years covered: two back to five ahead")
def _() -> object:
    # The first and the last whole week of the years, counted from that of the data, 2026.
    def about_years(day: str) -> bool:
        whole = {"today": day, "interview": {"on": day}}
        notices = json.loads(respond(json.dumps(whole)))["plan"]["notices"]
        return any("the public holidays of 2024 to 2031" in notice for notice in notices)

    days = ["2023-11-27", "2024-01-08", "2031-11-24", "2032-01-05"]
    return [about_years(day) for day in days] == [True, False, False, True]


@says("outside them a notice.")
def _() -> object:
    whole = {"today": "2040-01-03", "interview": {"on": "2040-01-03"}}
    notices = json.loads(respond(json.dumps(whole)))["plan"]["notices"]
    return any("public holidays" in notice for notice in notices)


@says("unknown fields are a problem, not ignored in silence")
def _() -> object:
    return "no field" in problems(mood="hopeful")["mood"]


@says("a request with problems still answers what it can.")
def _() -> object:
    return outline(steps(mood="hopeful")) == outline(steps())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_contract_holds(sentence: str) -> None:
    assert SENTENCES[sentence]() is True
