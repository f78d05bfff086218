"""Whatever is filled in of a form that the calculator renders, it is never told as damage."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to

GB: dict[str, Any] = {"today": "2027-02-18", "interview": {"on": "2027-02-04"}, "country": "GB"}
OFFERED = {"on": "2027-02-17", "event": "offered"}
PROMISED = {"what": "call", "on": "2027-02-20"}
SITUATIONS: list[dict[str, Any]] = [
    {**GB, "country": "US"},
    {**GB, "said": {"text": "by the end of next week"}, "route": "agency", "history": [OFFERED]},
    {**GB, "skipped": ["round"], "interviewers": 3, "promises": [PROMISED]},
]
DAYS = ["2027-02-20", "0202-02-01", "12027-02-20"]


def values(field: Element) -> list[Any]:
    """What may stand in a field."""
    match field.tag, field.attributes.get("type"):
        case "select", _:
            return [option.attributes["value"] for option in field.every("option")]
        case _, "date":
            return DAYS
        case _, "radio" | "checkbox":
            value = field.attributes["value"] or ""
            return [json.loads(value) if "data-json" in field.attributes else value]
        case _:
            return ["next Tuesday", "x" * 20_000]


def fillings(form: Element) -> Iterator[dict[str, Any]]:
    """Each field of a form filled by itself, with each of its values, and none of them."""
    fields = chain(form.every("input"), form.every("textarea"), form.every("select"))
    yield {}
    for field in fields:
        for value in values(field):
            yield sent(str(field.attributes["name"]), value) if value != "" else {}


def sent(path: str, value: object) -> Any:  # noqa: ANN401 # JSON
    """What the script sends of one field: `a.1.b` is a member of the second in a list."""
    name, _, rest = path.partition(".")
    inside = sent(rest, value) if rest else value
    return [*[None] * int(name), inside] if name.isdigit() else {name: inside}


def merged(target: Any, patch: Any) -> Any:  # noqa: ANN401 # JSON
    """A JSON merge patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    both = {**(target if isinstance(target, dict) else {}), **patch}
    return {
        name: merged(target.get(name) if isinstance(target, dict) else None, value)
        if name in patch
        else value
        for name, value in both.items()
        if patch.get(name, value) is not None
    }


def requests(before: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What becomes of a request by each form of its answer."""
    said = answer_to(json.dumps(before))
    for part in ("html", "questions_html", "history_html"):
        for form in outline(said[part]).every("form"):
            event = form.attributes.get("data-event")
            for filled in fillings(form):
                if event:
                    told = {"on": before["today"], **json.loads(event), **filled.get("event", {})}
                    yield {**before, "history": [*before.get("history", []), told]}
                else:
                    yield merged(before, filled)


@pytest.mark.parametrize("before", SITUATIONS, ids=["plain", "offered", "promised"])
def test_what_a_form_sends_may_be_refused_and_is_no_damage(before: dict[str, Any]) -> None:
    asked = list(requests(before))
    assert len(asked) > 100
    for request in asked:
        problems = answer_to(json.dumps(request))["problems"]
        assert not [problem for problem in problems if problem.get("shape")], request
