"""All interviews and contacts, for a job center: as a table and as a CSV file."""

import csv
import io
import json
from typing import Any

from html_outline import outline

from calculator.browser import respond

ACME: dict[str, Any] = {
    "title": "Acme",
    "notes": "Bring the certificate",
    "request": {
        "interview": {"on": "2027-02-04", "how": "in-person"},
        "names": {"employer": "Acme, Ltd", "role": "Nurse", "interviewer": "Ada Long"},
        "history": [
            {"on": "2027-02-11", "event": "contacted", "channel": "email"},
            {"on": "2027-02-16", "event": "not-decided", "said": 'next "week", they hope'},
        ],
    },
}


def answer(*interviews: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        respond(json.dumps({"today": "2027-02-17", "record": list(interviews)}))
    )
    assert found["problems"] == []
    return found


def rows(*interviews: object) -> list[list[str]]:
    text = answer(*interviews)["csv"]
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))[1:]


def test_each_interview_and_contact_is_a_row() -> None:
    assert rows(ACME) == [
        ["2027-02-04", "Acme, Ltd", "Nurse", "Interview", "in person", "Ada Long", ACME["notes"]],
        ["2027-02-11", "Acme, Ltd", "Nurse", "Follow-up", "email", "", ""],
        *[
            [
                "2027-02-16",
                "Acme, Ltd",
                "Nurse",
                "Answer: not decided yet",
                "",
                "",
                'next "week", they hope',
            ]
        ],
    ]


def test_a_search_is_told_day_by_day_whichever_interview_a_day_belongs_to() -> None:
    clinic = {"title": "Clinic", "request": {"interview": {"on": "2027-02-09"}}}
    undated = {"title": "Later", "request": {}}
    told = [(on, employer) for on, employer, *_ in rows(undated, clinic, ACME)]
    assert told == [
        ("2027-02-04", "Acme, Ltd"),
        ("2027-02-09", "Clinic"),
        ("2027-02-11", "Acme, Ltd"),
        ("2027-02-16", "Acme, Ltd"),
        ("", "Later"),
    ]


def test_the_table_on_paper_says_the_same() -> None:
    table = outline(answer(ACME)["html"])
    found = [[cell.text for cell in row.children] for row in table.one("tbody").every("tr")]
    assert found == rows(ACME)


def test_no_cell_is_a_formula_and_no_text_is_html() -> None:
    odd = {"title": "=HYPERLINK(1)", "notes": "<b>\r\n@x", "request": {}}
    (row,) = rows(odd)
    assert row[1] == "'=HYPERLINK(1)"
    assert "&lt;b&gt;" in answer(odd)["html"]


def test_thousands_are_recorded() -> None:
    assert len(rows(*[ACME] * 1500)) == 4500
