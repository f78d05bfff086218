"""Ask the start-up image, Pyodide and the calculator here the same: all must say the same.

Run as ``python -m tools.equal`` once the site is built. The image gets every story, statement and
marked text of the repository and ``MADE_UP`` (50,000) made-up requests, those that are alike once.
``STOCK`` (5,000) of all of them go to Pyodide itself, and to the image while the collector of
garbage comes at every moment. Counted is what is answered otherwise, and where the image stops:
there the page starts Pyodide.
"""

import itertools
import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from calculator.browser import respond
from tools.engine.image import PYODIDE, in_worker, take_snapshot
from tools.engine.lean import asked_at
from tools.engine.pack import ROOT, pack
from tools.fuzz_answers import SEED, made_up
from tools.training.texts import marked_texts

CASES = ROOT / "tests" / "cases"
PACKED = ROOT / "build" / "engine"
# The image starts anew for each batch, which takes as long as a hundred answers.
BATCH = 1000
# Of so many whole e-mails one may need Pyodide.
SELDOM = 1000

STATEMENTS = (
    "",
    "in two weeks",
    "We'll let you know by the end of next week, maybe early the week after.",
    "someone from HR will reach out to you in 7–10 business days",  # noqa: RUF001 # as people write it
    "Sie hören nächste Woche von uns. Große Freude! ☺",
    "🎉 we hope to decide on 3/4 or 4/3 🎉",
    "İstanbul ofisi: 12 ŞUBAT, ΣΊΣΥΦΟΣ, 令和9年",
    "\ud83d half of an emoji, \x00 and \x1f",
    '<b>"Friday"</b> & <script>alert(1)</script>',
    "next week " * 2000,
    "soon\n\nOn Mon, Jan 4, 2027 at 10:00 Ann wrote:\n> after the 15th\n",
)
# As people type the day of their interview into its first field.
DAYS = (
    *("today", "yesterday", "the day before yesterday", "yesterday afternoon", "tomorrow"),
    *("Friday", "last Friday", "on the 4th", "3 days ago", "a week ago", "last week"),
    *("4", "4/2", "4/2/2027", "04.02.2027", "2027-02-04", "Feb 4", "Thursday, 4 February 2027"),
    *("New Year's Day", "gestern", "soon", "31 Feb", "\u0664"),
)


class Who(NamedTuple):
    """Who is asked in the worker: an image, or Pyodide and the wheels."""

    image: str = ""
    runtime: str = ""
    calculator: str = ""


class Counted(NamedTuple):
    """How many requests there were, and those that weren't answered, or otherwise than here."""

    asked: int
    stopped: Sequence[str]
    otherwise: Sequence[str]


def main() -> None:
    """Ask, and print what is counted; raise ``SystemExit`` if it is not as promised."""
    engine = pack(PACKED)
    image = PACKED / engine.image
    texts = [*emails()]
    wanted = int(os.environ.get("MADE_UP", "50000"))
    known = [*stories(), *statements(), *days(), *nonsense()]
    # Nearly half of them come up more than once: each is asked once.
    invented = [*dict.fromkeys(itertools.islice(made_up(), wanted))]
    all_ = [*known, *texts, *invented]
    stock = int(os.environ.get("STOCK", "5000"))
    print(f"SEED={SEED}")
    print(f"{'who is asked what':36}{'requests':>10}{'stopped':>10}{'otherwise':>10}")
    with TemporaryDirectory() as name:
        busy = Path(name, "busy.wasm")
        state = take_snapshot((PYODIDE / "pyodide.asm.wasm").read_bytes()).state
        busy.write_bytes(asked_at(image.read_bytes(), state.worst))
        pyodide = Who(runtime=f"{PYODIDE}/", calculator=f"{PACKED / engine.calculator}/")
        found = [
            counted("the image, stories and statements", Who(str(image)), known),
            counted("the image, marked texts", Who(str(image)), texts),
            counted("the collector at work", Who(str(busy)), sample(all_, stock)),
            counted("Pyodide itself", pyodide, sample(all_, stock)),
            counted("the image, made up", Who(str(image)), invented),
        ]
    if wrong := [request for one in found for request in one.otherwise]:
        raise SystemExit(f"answered otherwise: {wrong[0]}")
    if len(found[1].stopped) * SELDOM > len(texts):
        raise SystemExit(f"too often not in the image: {found[1].stopped[0]}")


def counted(what: str, who: Who, requests: Sequence[str]) -> Counted:
    """Ask all of the requests, print how many there were and return it with what was found."""
    batches = list(itertools.batched(requests, BATCH, strict=False))
    with ProcessPoolExecutor() as processes:
        parts = list(processes.map(compared, itertools.repeat(who), batches))
    found = Counted(
        sum(part.asked for part in parts),
        [request for part in parts for request in part.stopped],
        [request for part in parts for request in part.otherwise],
    )
    print(
        f"{what:36}{found.asked:10,}{len(found.stopped):10,}{len(found.otherwise):10,}", flush=True
    )
    return found


def compared(who: Who, requests: Sequence[str]) -> Counted:
    """Ask one batch, and the calculator here."""
    said = in_worker(json.dumps(requests), **who._asdict())["answers"]
    answered = [*zip(requests, said, strict=True)]
    return Counted(
        len(requests),
        [request for request, answer in answered if not answer.startswith("{")],
        [
            request
            for request, answer in answered
            if answer.startswith("{") and answer != respond(request)
        ],
    )


def sample(requests: Sequence[str], count: int) -> Sequence[str]:
    """Return about as many of the requests, evenly spread."""
    return requests[:: max(1, len(requests) // max(1, count))]


def stories() -> Iterator[str]:
    """Yield every story, letter and statement that the tests know, as a request."""
    for file in sorted(CASES.glob("*.toml")):
        known = tomllib.loads(file.read_text(encoding="utf-8"))
        for story in known.get("story", ()):
            yield json.dumps(
                {
                    **story,
                    "today": story.get("today", story["interview"]),
                    "interview": {"on": story["interview"]},
                },
                default=str,
            )
        for letter in known.get("letter", ()):
            yield json.dumps(letter["request"], default=str)
        yield from map(asked_about, known.get("means", ()))
        for case in known.get("case", ()):
            said = case.get("phrases") or filter(None, [case.get("said")])
            yield from map(asked_about, said)


def statements() -> Iterator[str]:
    """Yield statements in many writings, on several days, in several countries."""
    days, countries = ("2027-02-04", "2028-12-24"), ("US", "GB", "DE", "??")
    for text, day, country in itertools.product(STATEMENTS, days, countries):
        interview = {"on": day}
        yield json.dumps(
            {"today": day, "interview": interview, "said": {"text": text}, "country": country}
        )


def days() -> Iterator[str]:
    """Yield days of an interview as they are typed, in two countries."""
    for text, country in itertools.product(DAYS, ("US", "GB")):
        interview = {"typed": {"day": text, "month": "", "year": ""}}
        yield json.dumps({"today": "2027-02-09", "interview": interview, "country": country})


def nonsense() -> Iterator[str]:
    """Yield what no form sends."""
    sent: object
    for sent in (None, 3, [], {}, "text", {"today": 5}, {"today": "2027-02-30", "interview": []}):
        yield json.dumps(sent)
    first, last = {"on": "0001-01-01"}, {"on": "9999-12-31"}
    yield json.dumps({"today": "2027-02-04", "interview": last, "history": [{}] * 30})
    yield json.dumps({"today": "0001-01-01", "interview": first, "x": [[[[[[1e400]]]]]]})


def emails() -> Iterator[str]:
    """Yield the whole e-mails from which the reader has learned."""
    for marked in marked_texts():
        yield asked_about(marked.text)


def asked_about(statement: str) -> str:
    """Return the request about what someone said after an interview."""
    return json.dumps(
        {"today": "2027-02-09", "interview": {"on": "2027-02-04"}, "said": {"text": statement}}
    )


if __name__ == "__main__":
    main()
