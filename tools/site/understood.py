"""What the calculator understands: its phrases, each with its meaning and an example read now."""

from datetime import date

from markupsafe import Markup

from calculator.asking.facts import facts_in
from calculator.asking.statement import heard
from calculator.presenting.wording import Dates, sentence
from calculator.reading import phrases, read
from calculator.reading.patterns import Phrase

# Every example is said on this Thursday, in the United States.
SAID_ON = date(2027, 2, 4)
DATES = Dates("US", SAID_ON)

TABLE = Markup(
    '<details class="phrases"><summary>{count} {what}</summary><table>'
    '<thead><tr><th scope="col">They say</th><th scope="col">We take it as</th></tr></thead>'
    "<tbody>{rows}</tbody></table></details>"
)
ROW = Markup(
    '<tr><th scope="row">“{statement}”<code class="phrases__name">{name}</code></th>'
    '<td>{days}<span class="phrases__meaning">{meaning}</span></td></tr>'
)


def understood(group: str, what: str) -> Markup:
    """Return a group of the reader's phrases as a table that can be opened; ``what`` says of what.

    Raises ``AttributeError`` for a group that there is not.
    """
    found: tuple[Phrase, ...] = getattr(phrases, group)
    return TABLE.format(count=len(found), what=what, rows=Markup().join(map(row, found)))


def row(phrase: Phrase) -> Markup:
    """Return a phrase as a row: its example, the days that this means, and why."""
    return ROW.format(
        statement=phrase.example,
        name=phrase.name,
        days=read_as(phrase.example),
        meaning=phrase.meaning.words,
    )


def read_as(statement: str) -> str:
    """Return in words which days a statement means, or what would be asked.

    >>> read_as("by Friday")
    'By Friday, February 5'
    >>> read_as("after the closing date")
    'We ask for the closing date'
    """
    reading = read(statement, said_on=SAID_ON)
    if reading.missing:
        return f"We ask for {reading.missing}"
    if reading.window is None:
        return "No day"
    asked = reading.alternatives if reading.certainty == "ask" else ()
    windows = dict.fromkeys((reading.window, *asked))
    return sentence(", or ".join(DATES.window(one, said_on=SAID_ON) for one in windows))


def told_by(statement: str) -> str:
    """Return what a statement says beside the time of the answer, or "Nothing else".

    >>> told_by("Call me Tuesday.")
    'They said that you can get in touch on Tuesday, February 9'
    """
    found = heard(statement, on=SAID_ON, country="US", region=None)
    return ". ".join(fact.as_text for fact in facts_in(found, country="US")) or "Nothing else"
