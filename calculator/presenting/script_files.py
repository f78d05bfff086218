"""The files of the scripts and of their frames, taken apart.

Each file of ``data/scripts`` is one situation, in Markdown that a careers adviser can edit::

    # They gave no date, and nothing has come      what it is for
    To: interviewer                                whose greeting and ending (``data/frames``)
    Subject: {role}: next steps                    of the email

    ## Email, voicemail                            one text for one or several ways of saying it
    When do you expect to decide?                  a line here is a line in the message
    [phone or voicemail: I said I'd call.]         only in these ways
    [email and call_day: I'll call on {call_day}.] only where that day is known, too
    [not exchange: I hope I may ask.]              only where there was no such thing
    > Write down any day they name.                a note for the person, never said or sent

``{blank}`` is a name or a day (``BLANKS`` of ``script_names.py``), or a clause about what went
before (``CLAUSES``). The condition of a sentence is a blank or a clause that must be known, a
claim that must be true (``CLAIMS``) or a way (``WAYS``): no two share a name. ``not`` is of the
name after it, and ``and`` binds closer than ``or``. ``Awaits:`` says what a script asks for where
it is always the same, ``Unknown:`` what a guide does not show as known. A file that has only a
line ``With:`` holds the letters that it names. A frame has one section for each way; the text of
the script stands where the frame has a line of three dots.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from calculator.presenting.said_back import DATA


@dataclass(frozen=True, slots=True)
class Template:
    """A file of ``data/scripts`` or ``data/frames`` as it was written, by way.

    ``letters`` are the names of the scripts that it holds, if it is such a file.
    """

    title: str = ""
    to: str = ""
    subject: str = ""
    awaits: str = ""
    unknown: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)


def names() -> list[str]:
    """Return the names of all scripts, in alphabetical order."""
    return sorted(path.stem for path in (DATA / "scripts").glob("*.md"))


@cache
def script(name: str) -> Template:
    """Return a script as it was written."""
    return parsed((DATA / "scripts" / f"{name}.md").read_text(encoding="utf-8"))


@cache
def frame(to: str) -> Template:
    """Return the greetings and endings for one kind of reader, as they were written."""
    return parsed((DATA / "frames" / f"{to.replace(' ', '-')}.md").read_text(encoding="utf-8"))


def parsed(text: str) -> Template:
    r"""Return a file of the notation, taken apart.

    >>> parsed("# Thanks\nTo: interviewer\n\n## Email, message\nThank you.").sections["message"]
    'Thank you.'
    """
    head, *rest = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    headers = dict(
        re.findall(r"^(To|Subject|With|Awaits|Unknown): (.+)$", head, flags=re.MULTILINE)
    )
    title = re.match(r"# (.+)", head)
    return Template(
        title=title[1] if title else "",
        to=headers.get("To", ""),
        subject=headers.get("Subject", ""),
        awaits=headers.get("Awaits", ""),
        unknown=frozenset(headers.get("Unknown", "").replace(",", " ").split()),
        letters=tuple(headers.get("With", "").replace(",", " ").split()),
        sections={
            way: body.strip()
            for heading, body in zip(rest[::2], rest[1::2], strict=True)
            for way in heading.lower().replace(" ", "-").split(",-")
        },
    )
