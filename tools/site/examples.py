"""Worked examples in the guides, computed now by the same package as in the page."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from calculator.browser import respond
from tools.site.calendar_picture import calendar_picture

# What an example and the reader's own case have in common: no dates, and no words of an employer.
COMMON = ("route", "interviewers", "sector", "country", "region", "employer", "policy")
# The beginning of a link that opens the calculator with answers (docs/calculator/share.js).
LINK = "calculator/#plan=1."

EXAMPLE = Markup(
    '<div class="example">{plan}</div><p class="example__link">'
    '<a href="{link}">Make this plan with your own dates</a></p>'
)


def example(*, interview: str, said: str | None, site_root: str, **facts: object) -> Markup:
    """Return a worked plan, and a link to the calculator with the same situation.

    ``interview`` is an ISO date, ``said`` what they said that day (``None``: nothing), ``facts``
    are further fields of a request; ``today`` is the interview's day unless it is given. Raises
    ``ValueError`` where the calculator finds a problem with it.
    """
    answer = answer_to(interview=interview, said=said, site_root=site_root, **facts)
    link = site_root + LINK + packed(common({"said": said, **facts}))
    return EXAMPLE.format(plan=Markup(answer["html"]), link=link)  # noqa: S704 (escaped by the renderer)


def calendar(*, interview: str, said: str | None, **facts: object) -> Markup:
    """Return a picture of a plan's days; the arguments are those of ``example``."""
    answer = answer_to(interview=interview, said=said, **facts)
    return calendar_picture(interview, answer["plan"]["steps"])


def answer_to(*, interview: str, said: str | None, **facts: object) -> dict[str, Any]:
    """Return the calculator's answer; raises ``ValueError`` where it finds a problem."""
    request = {
        "today": interview,
        "interview": {"on": interview},
        "said": said and {"text": said},
        "read_only": True,
        **facts,
    }
    answer: dict[str, Any] = json.loads(respond(json.dumps(request)))
    if answer["problems"]:
        raise ValueError(f"the example has problems: {answer['problems']}")
    return answer


def common(request: Mapping[str, object]) -> dict[str, object]:
    """Return what an example has in common with the case of a person who reads it."""
    silent: dict[str, object] = {"said": None} if request["said"] is None else {}
    return silent | {name: request[name] for name in COMMON if name in request}


def packed(request: Mapping[str, object]) -> str:
    """Return a request as the page packs it into a link."""
    return urlsafe_b64encode(json.dumps(request).encode()).decode().rstrip("=")
