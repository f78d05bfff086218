"""The words that time is told in, each with what it stands for, and how people really spell them."""

from calculator.reading.values import Number, Unit

type Sense = tuple[str, object]

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
# As they are written before a date in numbers: "Fr 15.5.".
GERMAN_DAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "dozen": 12,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
QUANTITIES = {"couple": 2, "pair": 2, "few": 3, "several": 5}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
UNITS = {
    "minute": "minute", "hour": "hour", "day": "day", "night": "day", "weekday": "working day",
    "workday": "working day", "week": "week", "fortnight": "fortnight", "month": "month", "sleep": "day",
    "quarter": "quarter", "year": "year", "decade": "decade",
    "seconds": "minute", "secs": "minute",
}  # fmt: skip
PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
# The same said with a noun: "the start of May" is a part of it, "start May 4" is not.
EDGES = {"beginning": "early", "start": "early", "top": "early", "middle": "mid", "end": "late"}

# Another spelling, and the word that it stands for.
SPELLINGS = {
    spelling: word
    for word, spellings in {
        "monday": "mon munday",
        "tuesday": "tue tues tu toosday",
        "wednesday": "wed weds wensday wedsday wendsday",
        "thursday": "thu thur thurs",
        "friday": "fri frid freitag",
        "saturday": "sat sats",
        "sunday": "sun",
        "january": "jan",
        "february": "feb febr",
        "march": "mar",
        "april": "apr",
        "june": "jun",
        "july": "jul",
        "august": "aug",
        "september": "sep sept",
        "october": "oct",
        "november": "nov",
        "december": "dec",
        "yesterday": "yday ystrday yesturday yesterdy",
        "today": "2day todays",
        "tonight": "tonite 2nite 2night",
        "tomorrow": "tmrw tmr tmw tmrow tmoro tmmrw tommorow tomoz 2moz tmoz 2moro 2morrow 2mrw 2mro "
        "tomoro tommorw tomorw tomora",
        "week": "wk wek",
        "weeks": "wks",
        "weekend": "wkend wknd wkd",
        "days": "dys",
        "month": "mth",
        "months": "mths mos monts",
        "year": "yr",
        "years": "yrs",
        "hours": "hrs",
        "minutes": "mins",
        "quarter": "qtr",
        "fortnight": "fortnite fortnights",
        "next": "nxt nex nxet neext",
        "upcoming": "forthcoming ensuing subsequent",
        "before": "b4 bf",
        "until": "til till 'til 'till",
        "through": "thru thro thorugh",
        "between": "btwn btw betwn",
        "within": "w/in w/n",
        "without": "w/o",
        "and": "& n",
        "or": "ore",
        "couple": "cpl",
        "business": "biz bus",
        "beginning": "beggining beginin",
        "ending": "endin",
        "about": "abt abut",
        "because": "bc cuz coz cos",
        "afternoon": "arvo aft",
        "night": "nite",
        "the": "teh da",
        "w/c": "w/c w.c wc w/b wb w/commencing",
        "w/e": "w/ending",
        "eow": "e.o.w eotw",
        "eod": "e.o.d",
        "cob": "c.o.b",
        "eob": "e.o.b",
        "eom": "e.o.m",
        "weekday": "weekdays",
        "approximately": "approx aprox",
        "thanksgiving": "thanksgivings",
        "christmas": "xmas x-mas crimbo chrimbo",
        "new": "nu",
        "you": "ye yous youse",
        "one": "1ne",
        "this": "ths dis thsi",
        "whether": "wether wheter wheather",
        "later": "latr laters",
        "know": "kno knw",
        "hear": "heer",
        "heard": "herd",
        "decision": "desicion decison descision decsion decission desision",
        "interview": "intervew interveiw inteview intreview interviw",
        "contact": "contat conact",
        "answer": "awnser anwser ansewr",
    }.items()
    for spelling in spellings.split()
}

# Said about a time, they change nothing; a phrase steps over them.
FILLERS = frozenset({"\n"}) | frozenset(
    "the - ' 's \" * _ around about roughly approximately circa sometime somewhere probably likely "
    "hopefully maybe perhaps possibly like say ideally just only very really actually "
    "ish some-time around/about supposedly definitely certainly".split()
)


def units() -> dict[str, Unit]:
    """Return the units of time by their words, in the singular and in the plural."""
    return {
        word + ending: Unit(name, plural=bool(ending))
        for word, name in UNITS.items()
        for ending in ("", "s")
    }


def senses() -> dict[str, tuple[Sense, ...]]:
    """Return what each word stands for, as kinds of slot and values."""
    tables: tuple[tuple[str, dict[str, object]], ...] = (
        ("weekday", dict(WEEKDAYS)),
        # "On Mondays" is no day; "two Mondays from now" is one.
        ("weekdays", {f"{word}s": number for word, number in WEEKDAYS.items()}),
        ("month", dict(MONTHS)),
        ("number", {word: Number(n, n) for word, n in NUMBERS.items()}),
        ("tens", dict(TENS)),
        ("number", {word: Number(n, n) for word, n in TENS.items()}),
        ("quantity", {word: Number(n, n) for word, n in QUANTITIES.items()}),
        ("ordinal", dict(ORDINALS)),
        # "The third" may be anything, "the thirteenth" is a day.
        ("day-number", {word: n for word, n in ORDINALS.items() if n > 10}),
        ("unit", dict(units())),
        ("part", dict(PARTS)),
        ("edge", dict(EDGES)),
    )
    found: dict[str, tuple[Sense, ...]] = {}
    for kind, table in tables:
        for word, value in table.items():
            found[word] = (*found.get(word, ()), (kind, value))
    return found


SENSES = senses()
# Words that must not be taken for misspelt ones of ours.
KNOWN = frozenset({"midweek"}) | frozenset(SENSES) | frozenset(SPELLINGS.values()) | FILLERS
