"""The rules that bear on a contact and don't give its day."""

from collections.abc import Iterator
from copy import replace

from calculator.planning.contacts.drafts import Draft
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because


def with_circumstances(draft: Draft, standing: Standing) -> Draft:
    """Return a contact with the rules that bear on it but do not give its day.

    The first contact says why; the ones after it would only say it again.
    """
    names = tuple(name for name in circumstances(standing) if name not in draft.rules)
    if not names:
        return draft
    said = [name for name in names if draft.is_first and name in SAID_ONCE]
    if "new-date" in said and not named_time_before(standing):
        said = [name for name in said if name != "new-date"]
    why = " ".join([draft.why, *(because(name, standing) for name in said)])
    return replace(draft, rules=(*draft.rules, *names), why=why)


SAID_ONCE = ("last-interview-counts", "new-date")


def named_time_before(standing: Standing) -> bool:
    """Whether they had named a time before the one of their last answer."""
    situation, answer = standing.situation, standing.answer
    earlier = (event.said for event in situation.history if answer and event.on < answer.on)
    return any(said is not None and said.window for said in (situation.said, *earlier))


def circumstances(standing: Standing) -> Iterator[str]:
    """Yield the rules that bear on every contact of a situation."""
    if standing.is_restarted and not standing.is_called_off:
        yield "last-interview-counts"
    if standing.answer:
        yield "new-date" if standing.answer.event == "new-date" else "an-answer-clears-the-rest"
    if standing.situation.interviewers >= rule("thank-you-each").count("several"):
        yield "panel-ask-one"
    if standing.situation.route == "in-house":
        yield "in-house-recruiter"
