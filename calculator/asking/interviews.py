"""All interviews of a person at once: each with its own request, all seen from the same day."""

from dataclasses import dataclass
from typing import Any

from calculator.asking.asked import asked
from calculator.asking.checks import Place, Problem, attempt, day, flag, many, one_of, record, text
from calculator.asking.request import LONGEST_NAME, LONGEST_STATEMENT, anything, site_root
from calculator.situation import Situation

MOST_SHOWN = 200
MOST_RECORDED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One interview that a person keeps; without a situation there is nothing to plan yet.

    ``unreadable``: what the device keeps of it is damaged, or of a newer version of the site.
    """

    id: str
    title: str
    archived: bool
    notes: str
    unreadable: str
    situation: Situation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """What a request for all interviews comes to."""

    interviews: tuple[Interview, ...]
    site_root: str
    problems: tuple[Problem, ...]


INTERVIEW = record(
    id=text(LONGEST_NAME),
    title=text(LONGEST_NAME),
    archived=flag,
    notes=text(LONGEST_STATEMENT),
    unreadable=one_of("newer", "damaged"),
    request=anything,
)


def interviews(request: object, *, at_most: int = MOST_SHOWN) -> Interviews:
    """Return what can be made of a request for many interviews, whatever it is."""
    root = Place()
    too_many = f"At most {at_most:,} interviews can be shown at once"
    listed = many(INTERVIEW, at_most=at_most, too_many=too_many)
    check = record(today=day, interviews=listed, site_root=site_root)
    facts = attempt(check, request, root) or {}
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
        notes=kept.get("notes", "").strip(),
        unreadable=kept.get("unreadable", ""),
        situation=known.situation if known else None,
    )
