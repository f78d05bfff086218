"""Words that are a time only beside the right neighbours: "may", "sat", "4", "the second"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from calculator.reading.lookalikes import word_at
from calculator.reading.meanings import lengths
from calculator.reading.values import Duration, Number, Unit
from calculator.reading.vocabulary import GERMAN_DAYS, SENSES
from calculator.reading.words import Token
from calculator.reading.words import tokens as tokens_of

# What stands before a month, a weekday or a day of the month.
BEFORE_TIMES = frozenset(
    "in by of until before after early mid middle late next end since through during from to on this "
    "or and - / , said every come between around about till at last first second third fourth".split()
)
# What may stand before a short weekday as well: "let you know sun", "ring me sat".
BEFORE_DAYS = BEFORE_TIMES | frozenset("know no me you u us them everyone everybody".split())
PARTS_OF_DAY = frozenset("morning afternoon evening eve night am pm".split())
TITLES = frozenset("mr mrs ms miss dr prof".split())
# No verb stands after these: "in May the board decides".
BEFORE_MONTHS = frozenset("in of by until early mid late during since through".split())
# What stands after the verb "may", not after the month.
AFTER_MAY = frozenset(
    "not be have take hear well also get need still know only want call go come include even or i we "
    "you he she they it the your our a contact ask require vary change receive expect continue result "
    "decide make find offer seem reach email proceed choose help request differ involve".split()
)
# After these an ordinal is no day: "the 4th floor".
COUNTED = frozenset(
    "floor shift round rounds interview interviews stage stages candidate candidates person choice street "
    "avenue place time test phase step draft attempt year grade job role position call meeting one "
    "option half quarter edition anniversary applicant party birthday period batch level degree screen assessment week day "
    "month weekend business working".split()
)
OBJECTS = frozenset("me us him her them back".split())
SUBJECTS = frozenset("i we you he she they everyone".split())
SHORT_UNITS = {
    "minutes": "min", "hours": "h hr", "days": "d", "weeks": "w", "months": "m mo", "years": "y",
}  # fmt: skip
# What comes after a day of the month that is given as a word: "by the first, I hope".
AFTER_DAYS = frozenset(". , ; ! ? ) \n of or and at - if for but so i we you he she they".split())
DAY_LEADS = frozenset("by on before until after around from till".split())


def in_context(tokens: Sequence[Token]) -> list[Token]:
    """Return the words, each with what it stands for beside its neighbours."""
    tokens = with_article(with_units(in_one(tokens)))
    return [
        RULES[token.word](tokens, place) if token.word in RULES else ordinal(tokens, place)
        for place, token in enumerate(tokens)
    ]


def with_article(words: Sequence[Token]) -> Sequence[Token]:
    """Return "fortnight, give or take" with the "a" that is left out in haste; it takes no room."""
    if word_at(words, 0) not in BARE_UNITS or word_at(words, 1) not in AFTER_BARE:
        return words
    article, at = tokens_of("a")[0], words[0].start
    return [article._replace(start=at, end=at), *words]


BARE_UNITS = frozenset("fortnight week month".split())
AFTER_BARE = frozenset([".", ",", *"or tops max maximum approx ish roughly at give".split()])


def in_one(tokens: Sequence[Token]) -> list[Token]:
    """Return the words with "twenty-first" as one of them."""
    found: list[Token] = []
    for token in tokens:
        before = found[-2:] if found and found[-1].word == "-" else found[-1:]
        tens, ones = value_of("tens", before), value_of("ordinal", [token])
        if tens and ones and ones < 10:
            found[len(found) - len(before) :] = [compound(before[0], token, tens + ones)]
        else:
            found.append(token)
    return found


# A number between these is of the unit that was said last: "two weeks, or more like three".
NUMBER_LEADS = frozenset(
    "in said says within be like likely about me say that's another expect".split()
)
NUMBER_ENDS = frozenset(". , ; ! ? ) now instead but and so i if \n".split())


# A number so many times the one that was said with the unit is of something else.
MUCH_LONGER = 4


def number_before(tokens: Sequence[Token], place: int) -> float:
    """Return the number of a unit, nothing where there is none: 3 in "two or three working days"."""
    near = (sense for token in tokens[max(0, place - 2) : place] for sense in token.senses)
    return max((value.high for _, value in near if isinstance(value, Number)), default=0.0)


def with_units(tokens: Sequence[Token]) -> list[Token]:
    """Return the words; a number without a unit has the last unit: "they said two weeks, now three"."""
    found: list[Token] = []
    unit: Unit | None = None
    most = 0.0
    for place, token in enumerate(tokens):
        kind, value = token.senses[0] if token.senses else ("", None)
        if kind == "unit" and isinstance(value, Unit):
            unit, most = value, MUCH_LONGER * number_before(tokens, place)
        if unit and is_bare(tokens, place) and isinstance(value, Number) and value.high <= most:
            found.append(with_unit(token, value, unit))
        else:
            found.append(token)
    return found


def is_bare(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number has no unit of its own: "or more like three", "a week. Maybe two"."""
    lead, follows = word_at(tokens, place - 1), word_at(tokens, place + 1)
    if lead in NUMBER_LEADS and follows in NUMBER_ENDS:
        return True
    if lead == "to" and word_at(tokens, place - 2) in MOVED_TO:
        return follows in NUMBER_ENDS
    at = place - 1 - (lead in PERHAPS)
    bounded = follows in BOUNDS or [follows, word_at(tokens, place + 2)] == ["at", "most"]
    ends = bounded or (lead in PERHAPS and follows in NUMBER_ENDS)
    is_after = any(kind == "unit" for kind, _ in tokens[at - 1].senses) if at > 0 else False
    return ends and is_after and word_at(tokens, at) in (".", ",", "…", "-")


PERHAPS = frozenset("maybe perhaps possibly or".split())
BOUNDS = frozenset("tops max maximum".split())
MOVED_TO = frozenset("it that bumped pushed moved changed extended".split())


def with_unit(token: Token, number: Number, unit: Unit) -> Token:
    """Return a number as a length of time too, if an employer may mean one so long."""
    try:
        length = Duration(lengths.length(number.low, unit), lengths.length(number.high, unit))
    except ValueError:
        return token
    return token._replace(senses=(*token.senses, ("duration", length)))


def compound(first: Token, last: Token, value: int) -> Token:
    """Return an ordinal that was written as two words."""
    senses = (("ordinal", value), ("day-number", value))
    return Token(f"{value}th", first.start, last.end, senses)


def value_of(kind: str, tokens: Sequence[Token]) -> int | None:
    """Return the number that the first word stands for as one of a kind."""
    found = tokens[0].senses[0] if tokens and tokens[0].senses else ("", None)
    return found[1] if found[0] == kind and isinstance(found[1], int) else None


def is_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a number that is not "a"."""
    if not 0 <= place < len(tokens) or not tokens[place].senses:
        return False
    kind = tokens[place].senses[0][0]
    return kind in ("number", "ordinal", "year", "day-number") and tokens[place].word != "a"


def may(tokens: Sequence[Token], place: int) -> Token:
    """Return the month without its meaning where it is the verb, or a name: "you may hear"."""
    token = tokens[place]
    before = place - 2 if word_at(tokens, place - 1) == "." else place - 1
    if word_at(tokens, before) in TITLES:
        return token._replace(senses=())
    the_day = word_at(tokens, place + 1) == "the" and is_number(tokens, place + 2)
    the_holiday = word_at(tokens, place - 1) == "the" and word_at(tokens, place + 1) in HOLIDAYS
    if the_day or the_holiday or word_at(tokens, place - 1) in BEFORE_MONTHS:
        return token
    modal = word_at(tokens, place + 1) in AFTER_MAY
    led = place == 0 or word_at(tokens, place - 1) in BEFORE_TIMES or token.capital
    numbered = is_number(tokens, place - 1) or is_number(tokens, place + 1)
    if (numbered or led) and not (modal and word_at(tokens, place + 1) != "or"):
        return token
    return token._replace(senses=())


HOLIDAYS = {"long", "bank", "half"}  # "the may long weekend"


def short_weekday(tokens: Sequence[Token], place: int) -> Token:
    """Return "sat" and "sun" without their meaning where they are other words: "I sat a test"."""
    token = tokens[place]
    short = token.end - token.start == len("sat")
    led = place == 0 or word_at(tokens, place - 1) in BEFORE_DAYS or token.capital
    if (
        not short
        or led
        or word_at(tokens, place + 1) in PARTS_OF_DAY
        or is_number(tokens, place - 1)
        or is_number(tokens, place + 1)
    ):
        return token
    return token._replace(word="sat", senses=())


def said_like(word: str, before: str) -> Callable[[Sequence[Token], int], Token]:
    """Return the rule for a digit that stands for a word of the same sound."""
    followers = frozenset(before.split())

    def rule(tokens: Sequence[Token], place: int) -> Token:
        if word_at(tokens, place + 1) not in followers:
            return tokens[place]
        return tokens[place]._replace(word=word, senses=())

    return rule


def unit(word: str) -> Callable[[Sequence[Token], int], Token]:
    """Return the rule for letters that are a unit of time after a number only: "2w", "HR"."""

    def rule(tokens: Sequence[Token], place: int) -> Token:
        if place == 0 or not tokens[place - 1].word.isdigit():
            return tokens[place]
        return tokens[place]._replace(word=word, senses=SENSES[word])

    return rule


def no(tokens: Sequence[Token], place: int) -> Token:
    """Return "know" where that is what was heard: "I'll no by Friday"."""
    either = place - 1 - (word_at(tokens, place - 1) == "a")
    if word_at(tokens, either) in ("or", "/"):
        return tokens[place]._replace(word="nay")  # "a yes or no" puts nothing right
    heard = word_at(tokens, place - 1) in KNOWING
    return tokens[place]._replace(word="know") if heard else tokens[place]


def german_day(tokens: Sequence[Token], place: int) -> Token:
    """Return a weekday for the two letters before a date: "Fr 15.5."."""
    token, at = tokens[place], place + 1 + (word_at(tokens, place + 1) == ",")
    dated = any(
        kind == "month-day" or (kind == "digits" and word_at(tokens, at + 1) == ".")
        for kind, _ in (tokens[at].senses if at < len(tokens) else ())
    )
    return token._replace(senses=(("weekday", GERMAN_DAYS[token.word]),)) if dated else token


def not_(tokens: Sequence[Token], place: int) -> Token:
    """Return another word for the "not" of "whether or not", which denies nothing."""
    said_with = {word_at(tokens, place - 1), word_at(tokens, place - 2)}
    denies = "or" not in said_with or word_at(tokens, place + 1) in ("until", "before")
    return tokens[place] if denies else tokens[place]._replace(word="otherwise")


def asks(tokens: Sequence[Token], place: int) -> Token:
    """Return another word for the "didn't" of a question, which denies nothing: "didn't they say"."""
    token = tokens[place]
    asked = word_at(tokens, place + 1) in ("they", "he", "she", "you", "we", "it", "i")
    return token._replace(word="did") if asked else token


def and_(tokens: Sequence[Token], place: int) -> Token:
    """Return "but" where what day it is follows, and no second time: "and today's Saturday"."""
    says = word_at(tokens, place + 2) in ("is", "'s", "was", "'")
    day = word_at(tokens, place + 1) in ("today", "now")
    return tokens[place]._replace(word="but") if day and says else tokens[place]


def after(tokens: Sequence[Token], place: int) -> Token:
    """Return "later" or "afterwards" for an "after" that nothing follows: "two days after".

    In "Monday after he talks to her" it is "once", and no Monday later.
    """
    day = any(kind == "weekday" for kind, _ in tokens[place - 1].senses) if place else False
    if day and word_at(tokens, place - 2) != "the" and word_at(tokens, place + 1) in SUBJECTS:
        return tokens[place]._replace(word="once")
    if word_at(tokens, place + 1) not in (".", ",", ";", "!", "?", ")", "\n"):
        return tokens[place]
    if place < 2 or not tokens[place - 1].senses:
        return tokens[place]._replace(word="afterwards")
    counted = any(kind in ("number", "quantity") for kind, _ in tokens[place - 2].senses)
    return tokens[place]._replace(word="later") if counted else tokens[place]


def before(tokens: Sequence[Token], place: int) -> Token:
    """Return "beforehand" for a "before" that nothing follows: "I'd be told a week before"."""
    ends = word_at(tokens, place + 1) in (".", ",", ";", "!", "?", ")", "\n", "though", "so")
    counted = place > 0 and any(kind == "unit" for kind, _ in tokens[place - 1].senses)
    return tokens[place]._replace(word="beforehand") if ends and counted else tokens[place]


def ordinal(tokens: Sequence[Token], place: int) -> Token:
    """Return an ordinal with its meaning as a day of the month where it can have one."""
    token = tokens[place]
    if not token.senses:
        return token
    kind, value = token.senses[-1]
    following = word_at(tokens, place + 1)
    is_verb = word_at(tokens, place + 2) in OBJECTS  # "if nothing came by the 19th call me"
    if kind == "day-number" and following in COUNTED and not is_verb:
        return token._replace(senses=token.senses[:-1])
    lead, week = word_at(tokens, place - 2), word_at(tokens, place - 3)
    led = lead in DAY_LEADS or (lead == "of" and week in ("week", "weekend"))
    if (
        word_at(tokens, place - 1) == "the"
        and led
        and kind in ("ordinal", "digits")
        and following in AFTER_DAYS
    ):
        return token._replace(senses=(*token.senses, ("day-number", value)))
    return token


KNOWING = frozenset(
    "i i'll ill i'd id would wld should shld shud wont won't dont don't will you'll youll u we'll to".split()
)


def this(tokens: Sequence[Token], place: int) -> Token:
    """Return another word for the "this" of "settle this the week after next"."""
    alone = word_at(tokens, place + 1) == "the"
    return tokens[place]._replace(word="it") if alone else tokens[place]


def that(tokens: Sequence[Token], place: int) -> Token:
    """Return another word for the "that" of "make that Tuesday", which points to no Tuesday before."""
    put_right = word_at(tokens, place - 1) == "make"
    return tokens[place]._replace(word="it") if put_right else tokens[place]


def make(tokens: Sequence[Token], place: int) -> Token:
    """Return another word for the "make" of "I can make it on Tuesday", which puts nothing right."""
    able = word_at(tokens, place - 1) in ABLE and word_at(tokens, place + 1) == "it"
    return tokens[place]._replace(word="attend") if able else tokens[place]


ABLE = frozenset("can can't cant cannot could couldn't couldnt i you to".split())


def since(tokens: Sequence[Token], place: int) -> Token:
    """Return "because" for a "since" that gives the reason: "two weeks since there are so many"."""
    who, does = word_at(tokens, place + 1), word_at(tokens, place + 2)
    reason = who in THEY_ARE or (who in THEY_HAVE and does == "got") or does in PRESENT
    ago = does == "been" or place < 1 or not tokens[place - 1].senses
    return tokens[place] if ago or not reason else tokens[place]._replace(word="because")


THEY_ARE = frozenset("they're we're you're i'm there's theyre".split())
THEY_HAVE = frozenset("they've we've i've he's she's it's".split())
PRESENT = frozenset(
    "is are am has have need needs want wants will must can can't don't doesn't".split()
)


def eager(word: str, beside: int, other: str) -> Callable[[Sequence[Token], int], Token]:
    """Return the rule for "can't wait", which denies nothing and waits for nothing."""

    def rule(tokens: Sequence[Token], place: int) -> Token:
        is_idiom = word_at(tokens, place + beside) in other.split()
        return tokens[place]._replace(word=word) if is_idiom else tokens[place]

    return rule


CANNOT = "can't cant cannot"
COMPARED = frozenset("less more later sooner earlier longer".split())


def then(tokens: Sequence[Token], place: int) -> Token:
    """Return "than" where that is what was meant: "no later then Friday"."""
    compares = word_at(tokens, place - 1) in COMPARED
    return tokens[place]._replace(word="than") if compares else tokens[place]


def most(tokens: Sequence[Token], place: int) -> Token:
    """Return "likely" for the first word of "most likely", which bounds nothing."""
    likely = word_at(tokens, place + 1) in ("likely", "probably")
    return tokens[place]._replace(word="likely") if likely else tokens[place]


RULES: dict[str, Callable[[Sequence[Token], int], Token]] = {
    "may": may,
    "after": after,
    "before": before,
    "no": no,
    "this": this,
    "that": that,
    "make": make,
    "then": then,
    "most": most,
    "since": since,
    "wait": eager("look", -1, CANNOT),
    **dict.fromkeys(CANNOT.split(), eager("can", 1, "wait")),
    "not": not_,
    "and": and_,
    **dict.fromkeys("didn't didnt aren't arent isn't isnt wasn't wasnt".split(), asks),
    "saturday": short_weekday,
    "sunday": short_weekday,
    **{short: unit(word) for word, letters in SHORT_UNITS.items() for short in letters.split()},
    "4": said_like("for", "a the another few u you me us"),
    **dict.fromkeys(GERMAN_DAYS, german_day),
    "2": said_like("to", "u you me us be hear the let"),
}
