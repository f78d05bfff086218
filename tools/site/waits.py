"""How long to wait after what they said, as a table for those whose browser runs no scripts."""

from datetime import date

from markupsafe import Markup

from tools.site.examples import answer_to

# A month without public holidays, so that the weekdays show the waits and nothing else.
INTERVIEW = date(2027, 3, 4)
THANKED = {"on": "2027-03-05", "event": "thanked"}

STATEMENTS = (
    None,
    "tomorrow",
    "in a few days",
    "by the end of the week",
    "next week",
    "within a week",
    "by the end of next week",
    "in two weeks",
    "in two to three weeks",
    "in about four weeks",
    "in two months",
)

TABLE = Markup(
    '<table class="waits"><caption>Counted from an interview on a {weekday}, if nobody answers'
    "</caption>"
    '<thead><tr><th scope="col">They said</th><th scope="col">Wait</th>'
    '<th scope="col">Then</th></tr></thead><tbody>{rows}</tbody></table>'
)
ROW = Markup('<tr><th scope="row">{said}</th><td>{wait}</td><td>{then}</td></tr>')
NOTHING = "Nothing about timing"
CONTACTS = {"email": "write", "call": "call", "close": "send a last note"}


BESIDE = Markup(
    '<h2 id="the-usual-waits">The usual waits</h2><p>Without the calculator, this table gives the'
    " waits. It counts no public holidays, and nothing that you agreed with them.</p>{table}"
)


def usual_waits() -> Markup:
    """Return the table under its heading, to stand beside the form."""
    return BESIDE.format(table=waits())


def waits() -> Markup:
    """Return the table: what they said, the day of the first contact, and what follows."""
    rows = Markup().join(map(row, STATEMENTS))
    return TABLE.format(weekday=f"{INTERVIEW:%A}", rows=rows)


def row(said: str | None) -> Markup:
    """Return what follows from one statement, made on the day of the interview."""
    answer = answer_to(
        interview=INTERVIEW.isoformat(), said=said, today="2027-03-05", history=[THANKED]
    )
    first, *later = (
        (CONTACTS[step["action"]], date.fromisoformat(step["on"]))
        for step in answer["plan"]["steps"]
        if step["action"] in CONTACTS
    )
    return ROW.format(
        said=f"“{said}”" if said else NOTHING,
        wait=f"{days(INTERVIEW, first[1])}, until {first[1]:%A}",
        then=f"{first[0]}; then {then(first[1], later)}",
    )


def then(since: date, later: list[tuple[str, date]]) -> str:
    """Return what follows the first contact, in one line."""
    return ", ".join(f"{what} {days(since, day)} later" for what, day in later)


def days(first: date, last: date) -> str:
    """Return how many days lie between two."""
    return f"{(last - first).days} days"
