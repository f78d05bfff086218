"""All interviews of a person at once: each with its own request, all seen from the same day."""

from dataclasses import dataclass
from typing import Any

from calculator.asking.asked import asked
from calculator.asking.checks import Place, Problem, attempt, day, flag, many, record, text
from calculator.asking.request import LONGEST_NAME, anything, site_root
from calculator.situation import Situation

MOST_INTERVIEWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One interview that a person keeps; without a situation there is nothing to plan yet."""

    id: str
    title: str
    archived: bool
    situation: Situation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """What a request for all interviews comes to."""

    interviews: tuple[Interview, ...]
    site_root: str
    problems: tuple[Problem, ...]


INTERVIEW = record(id=text(LONGEST_NAME), title=text(LONGEST_NAME), archived=flag, request=anything)
REQUEST = record(
    today=day,
    interviews=many(
        INTERVIEW, at_most=MOST_INTERVIEWS, too_many="You can keep at most 200 interviews"
    ),
    site_root=site_root,
)


def interviews(request: object) -> Interviews:
    """Return what can be made of a request for all interviews, whatever it is."""
    root = Place()
    facts = attempt(REQUEST, request, root) or {}
    if "today" not in facts and root.inside("today").is_clean:
        root.inside("today").write("Enter today's date")
    today = facts["today"].isoformat() if "today" in facts else None
    return Interviews(
        interviews=tuple(_interview(kept, today) for kept in facts.get("interviews", ())),
        site_root=facts.get("site_root", "../"),
        problems=tuple(root.problems),
    )


def _interview(kept: dict[str, Any], today: str | None) -> Interview:
    # What is wrong with one of them is said where it is opened.
    request = kept.get("request")
    known = asked({**request, "today": today}) if isinstance(request, dict) else None
    return Interview(
        id=kept.get("id", ""),
        title=kept.get("title", "").strip(),
        archived=kept.get("archived", False),
        situation=known.situation if known else None,
    )
