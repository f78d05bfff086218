"""What a person did for each interview, by day: for a job centre, as a table or as a CSV file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass

from markupsafe import Markup

from calculator.asking.interviews import Interview
from calculator.presenting.layout import Layout, joined
from calculator.situation import Channel, Happening, Situation

TABLE = Layout(
    '<table class="record"><caption>Interviews and contacts</caption><thead>'
    "<tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
)
HEAD = Layout('<th scope="col">{text}</th>')
ROW = Layout("<tr>{cells}</tr>")
CELL = Layout("<td>{text}</td>")

HEADS = ("Date", "Employer", "Job", "What", "How", "With", "Notes")
# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

WHAT: Mapping[Happening, str] = {
    "thanked": "Thank-you note sent",
    "contacted": "Follow-up",
    "no-answer": "Follow-up, no answer",
    "reached": "Follow-up, no news",
    "not-decided": "Answer: not decided yet",
    "new-date": "Answer: a new date",
    "acknowledged": "Answer: they will be in touch",
    "invited": "Invited to another interview",
    "cancelled": "Interview canceled or moved",
    "checks": "Reference or background check",
    "missed-call": "The call they promised didn't come",
    "rejected": "Answer: no",
    "offered": "Job offer",
    "interview": "Interview",
    "on-hold": "Answer: the job is on hold",
    "stopped": "Application withdrawn or closed",
}
HOW: Mapping[Channel, str] = {
    "email": "email",
    "call": "phone",
    "voicemail": "voicemail",
    "in-person": "in person",
    "message": "message",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened; all as text, the day as ISO text, which every spreadsheet reads."""

    on: str
    employer: str
    job: str
    what: str
    how: str = ""
    met: str = ""
    notes: str = ""


def rows_of(interviews: Iterable[Interview]) -> list[Row]:
    """Return the interview and each event of each, by day; what has no day comes last."""
    return sorted(_rows(interviews), key=lambda row: row.on or "9")


def _rows(interviews: Iterable[Interview]) -> Iterator[Row]:
    for interview in interviews:
        situation = interview.situation
        if situation is None:
            yield Row("", interview.title, "", "Interview", notes=interview.notes)
            continue
        names = situation.names
        employer, met = names.employer or interview.title, names.interviewer or names.recruiter
        on, how = situation.interview_on.isoformat(), (situation.how or "").replace("-", " ")
        yield Row(on, employer, names.role, "Interview", how, met, interview.notes)
        yield from _events(situation, employer=employer)


def _events(situation: Situation, *, employer: str) -> Iterator[Row]:
    for event in situation.history:
        how = HOW.get(event.channel, "") if event.channel else ""
        job = situation.names.role
        yield Row(event.on.isoformat(), employer, job, WHAT[event.event], how, "", event.words)


def record_html(rows: Iterable[Row]) -> Markup:
    """Return the rows as a table to print."""
    return TABLE.format(
        heads=joined(HEAD.format(text=head) for head in HEADS),
        rows=joined(
            ROW.format(cells=joined(CELL.format(text=text) for text in astuple(row)))
            for row in rows
        ),
    )


def record_csv(rows: Iterable[Row]) -> str:
    """Return the rows as CSV (RFC 4180), with the mark by which Excel knows that it is UTF-8."""
    lines = [",".join(map(_cell, line)) for line in (HEADS, *map(astuple, rows))]
    return "\ufeff" + "".join(f"{line}\r\n" for line in lines)


def _cell(text: str) -> str:
    plain = f"'{text}" if text.startswith(FORMULA) else text
    return '"{}"'.format(plain.replace('"', '""'))
