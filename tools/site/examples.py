"""Worked examples in the guides, computed now by the same package as in the page."""

import json
from typing import Any

from markupsafe import Markup

from calculator.browser import respond

EXAMPLE = Markup('<div class="example">{plan}</div>')


def example(*, interview: str, said: str | None, site_root: str, **facts: object) -> Markup:
    """Return a worked plan.

    ``interview`` is an ISO date, ``said`` what they said that day (``None``: nothing), ``facts``
    are further fields of a request; ``today`` is the interview's day unless it is given. Raises
    ``ValueError`` where the calculator finds a problem with it.
    """
    answer = answer_to(interview=interview, said=said, site_root=site_root, **facts)
    return EXAMPLE.format(plan=Markup(answer["html"]))  # noqa: S704 (escaped by the renderer)


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
