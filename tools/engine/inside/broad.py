"""Uses Python broadly, so that what it calls for any text and any dates is known to be needed.

The functions of Python itself that neither this nor the calculator's own plans call are cut out of the
image; see ``only_used`` in ``tools/engine/lean.py``.
"""

import contextlib
import copy
import datetime
import difflib
import functools
import itertools
import json
import re
import sys

# One for each width that a text has in memory, and what JSON and HTML write otherwise.
TEXTS = (
    "",
    "a",
    "By the end of next week, maybe 'early' <b>the</b> week after & \"so\".\n\t\\",
    "caf\xe9 \xfcber \xdf \xa0 na\xefve \x85",
    "“two” weeks – or 3… \u0130stanbul \u03c3\u03c2 Ǆ \u2028",
    "\U0001f600 soon \U0001d7d9 \U00010428 é",
    "\ud800 half a pair",
    "next week " * 2000,
    "ж" * 5000 + "\U0001f600",
)
NUMBERS = (0, 1, -1, 7, 255, -300, 2**31, -(2**40), 10**30, -(10**60), True, 0.1, -2.5e300, 1e-9, 3.0)
FORMS = ("", "d", "5d", "05d", ",d", "x", ">12", "<12", "^12", "+.3f", "e", "g", "%", "s", "!>5", "z")
DAYS = (datetime.date.min, datetime.date(2024, 2, 29), datetime.date(2027, 3, 28), datetime.date.max)


def tried(action: object, *arguments: object) -> object:
    """Call something; what it raises is an outcome too."""
    try:
        return action(*arguments)  # type: ignore[operator]
    except Exception as fault:  # noqa: BLE001 # whatever it is, it is wanted
        return repr(fault), str(fault), fault.args, fault.__context__


def all_of(value: object, *arguments: object) -> None:
    """Call every method of a value with every number of arguments."""
    for name in dir(type(value)):
        method = getattr(value, name)
        if callable(method) and name not in {"__class__", "__init_subclass__", "__reduce_ex__"}:
            for count in range(len(arguments) + 1):
                with contextlib.suppress(BaseException):
                    found = method(*arguments[:count])
                    repr(found), list(itertools.islice(found, 50))


def texts() -> None:
    """Use texts, patterns, JSON."""
    for text, other in itertools.product(TEXTS, repeat=2):
        all_of(text[:300], other[:30], text[:3], 2)
        tried(lambda: (text + other, text < other, text == other, hash(text), text[::-2], other in text))
        tried(lambda: (f"{text!r:>20}{other!s}{other!a}", "%s %r %5.2s" % (text, other, text)))
        tried(lambda: "{0} {1!r} {name:>{width}}".format(text, other, name=other, width=9))
        tried(lambda: difflib.get_close_matches(text[:20], [other[:20], "week", "weak"], 3, 0.5))
        tried(lambda: json.loads(json.dumps({text: [other, None, {}]})))
        tried(lambda: json.loads(json.dumps([text, other], ensure_ascii=False, indent=1)))
        tried(lambda: text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
    for text in TEXTS:
        for pattern in PATTERNS:
            for flags in (0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.ASCII):
                tried(patterns, re.compile(pattern, flags), text[:3000])
        for encoding, errors in itertools.product(("utf-8", "ascii", "latin-1"), ("strict", "ignore", "replace")):
            tried(lambda: str(text.encode(encoding, errors), encoding, errors))


PATTERNS = (
    r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d+))?",
    r"\b(?P<word>\w+)\s+(?P=word)\b",
    r"(?:on )?(?P<last>last |this past )?(?P<name>[a-z]{3,})",
    r"(?<!no )week(?=s|\b)|[^\W\d_]+?|.*?$",
    r"(?i:é|ü|ς|σ|[а-я])++|(?>a+)b?|x*y{2,}?",
    r"^\s*|\S+\Z|[\"'“”‘’–—]",
)


def patterns(pattern: re.Pattern[str], text: str) -> None:
    """Use a pattern in every way."""
    for match in itertools.islice(pattern.finditer(text), 200):
        tried(lambda: (match.groups(), match.groupdict(), match.span(), match[0], match.expand(r"\g<0>")))
    tried(pattern.sub, lambda found: found[0].upper(), text)
    tried(pattern.sub, r"<\g<0>>", text)
    tried(pattern.split, text)
    tried(pattern.findall, text)
    tried(pattern.fullmatch, text)
    tried(pattern.search, text, 3, 20)


def numbers() -> None:
    """Use numbers and days."""
    operators = [f"__{name}__" for name in "add sub mul truediv floordiv mod divmod pow lt le eq and or xor lshift rshift".split()]
    for left, right in itertools.product(NUMBERS, repeat=2):
        for name in operators:
            if abs(right) < 99 or name not in {"__pow__", "__lshift__", "__rshift__"}:
                tried(lambda: repr(getattr(left, name)(right)))
        tried(lambda: (round(left, 2), round(left, -1), int(str(left)), float(str(right)), hash(left)))
    for number, form in itertools.product((*NUMBERS, *DAYS, "text"), FORMS):
        tried(format, number, form)
    for day, other in itertools.product(DAYS, repeat=2):
        all_of(day, other, 5)
        tried(lambda: (day - other, day < other, day == other, {day: other}[day], other.replace(year=2000)))
        for count in (-40000000000, -400, 0, 7, 10**6):
            tried(lambda: day + datetime.timedelta(days=count))
    for text in ("2027-02-29", "2027-02-28", "20270228", "2027-W05-4", "x", ""):
        tried(datetime.date.fromisoformat, text)
    all_of(datetime.timedelta(3, 4, 5), 2, datetime.timedelta(1))


def collections() -> None:
    """Use lists, tuples, sets, dicts: small and large, whole and in part, hit and missed."""
    for size in (0, 3, 40, 5000):
        items = list(range(size))
        words = [str(item) for item in items]
        for many in (items, words, tuple(items), set(items), frozenset(words), dict(zip(words, items)), range(size)):
            all_of(copy.copy(many), many, 1)
            tried(lambda: (sorted(many), list(reversed(list(many))), max(many), min(many), sum(many), 3 in many))
            tried(lambda: (many[1:], many[::-3], many * 2, many + many, many == copy.copy(many)))
            tried(lambda: (many | many, many & many, many - many, many ^ many, many <= many))
            tried(lambda: ([*many, *many], {**many, "a": 1}, {item: 1 for item in many}, set(many)))
            tried(lambda: (copy.deepcopy(many), any(many), all(many), list(enumerate(zip(many, many)))))
        tried(lambda: words.sort(key=lambda word: (len(word), word[::-1]), reverse=True))
        tried(lambda: items.__setitem__(slice(1, 9, 2), words[:4]))
        tried(lambda: [words.pop(0), words.insert(1, "b"), words.remove("2"), words.__delitem__(slice(2, 5))])
    tried(lambda: list(itertools.product("ab", (1, 2))) + list(itertools.groupby("aabb")))
    tried(lambda: list(itertools.chain.from_iterable(itertools.pairwise("abc"))))
    tried(lambda: functools.reduce(lambda left, right: left + right, "abc"))


def failures() -> None:
    """Fail in every way that a program of ours may."""

    def endless() -> None:
        endless()

    def generator() -> object:
        try:
            yield 1
        finally:
            yield 2

    for action in (
        endless,
        lambda: {}["a"],
        lambda: [][1],
        lambda: None.a,  # type: ignore[attr-defined]
        lambda: int("x"),
        lambda: 1 / 0,
        lambda: next(iter(())),
        lambda: "a" + 1,  # type: ignore[operator]
        lambda: len(3),  # type: ignore[arg-type]
        lambda: json.loads('{"a": [1, 2,, "'),
        lambda: json.loads("[" * 100),
        lambda: json.dumps(object()),
        lambda: json.loads('["\\ud83d\\ude00", 1e999, -0, NaN, true, 12345678901234567890]'),
        lambda: [list(generator()), generator().close()],
        lambda: dict(zip("ab", [1], strict=True)),
        lambda: int("9" * 5000),
        lambda: sys.intern("b" * 10),
    ):
        tried(action)


texts()
numbers()
collections()
failures()
# More memory than there is: it grows.
b"x" * (48 * 2**20)
