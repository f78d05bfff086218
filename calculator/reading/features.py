"""What can be seen of each time of a text: its words, what stands around it, the text as a whole.

A feature is a short name. Its first letters say where it was seen: ``o`` in the time itself, ``-2``
the second word before it, ``l`` anywhere before it in the sentence, ``r`` after it, ``c`` a cue,
``k`` its clause, ``m`` the one that this is part of, ``t`` the text. What each is worth for each
role was learned (``tools/training``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calculator.reading.chart import Match
from calculator.reading.cues import GOVERNING, Cue
from calculator.reading.times import Text
from calculator.reading.values import Answer, Duration, Time
from calculator.reading.wordkinds import kinds_of
from calculator.reading.words import Token

PREFIX = 4  # letters that words with the same stem share, however they are spelt
NEAR = 4  # words on each side whose place counts
FAR = 14  # words on each side that count at all
FULL_LINE = 8  # words of a line that may go on in the next
ENDS = frozenset(".!?;…")
SUBJECTS = frozenset(
    "i we you he she they it who that this i'm i'll i've i'd we'll we've we'd you'll you've you'd he'll "
    "he'd he's she'll she'd she's they'll they'd they've they're we're you're it'll it's im ill ive id "
    "shes hes theyre theyll theyd".split()
)
MINE = frozenset("i i'm i'll i've i'd im ive my me mine".split())
OURS = frozenset("we we'll we've we'd we're our us you your".split())
GREETINGS = frozenset("dear hi hello hiya hey good".split())


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or a whole time, as its neighbours see it."""

    word: str
    place: int
    cues: tuple[str, ...] = ()
    time: Match | None = None
    kinds: tuple[str, ...] = ()


def sentences(
    tokens: Sequence[Token], chart: Sequence[Sequence[Match]], times: Sequence[Match]
) -> list[list[Item]]:
    """Return the text as sentences of items; a time is never cut."""
    begins = {time.start: time for time in times}
    found: list[list[Item]] = [[]]
    position = 0
    while position < len(tokens):
        if time := begins.get(position):
            found[-1].append(Item("@" + kind_of(time), position, (), time))
            position = time.end
            continue
        token = tokens[position]
        if token.word == "\n":
            if breaks(tokens, position, found[-1]) and found[-1]:
                found.append([])
        elif token.word == "." and is_end(tokens, position):  # as if it had been left out
            found.append([])
        else:
            cues = tuple(
                {
                    match.value.role: None
                    for match in chart[position]
                    if isinstance(match.value, Cue) and match.value.role != "split"
                }
            )
            found[-1].append(Item(plain(token.word), position, cues, None, kinds_of(token.word)))
            if is_end(tokens, position):
                found.append([])
        position += 1
    return [sentence for sentence in found if sentence]


def is_end(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    last = position + 1 == len(tokens)
    return token.word in ENDS and (
        token.word != "." or last or tokens[position + 1].start > token.end
    )


def breaks(tokens: Sequence[Token], position: int, line: Sequence[Item]) -> bool:
    """Whether a line's end is a sentence's: before a blank line or a list's sign, after few words."""
    if position + 1 == len(tokens):
        return True
    return not tokens[position + 1].word.isalpha() or len(line) < FULL_LINE


def plain(word: str) -> str:
    return "#" * min(len(word), 5) if word.isdigit() else word


def kind_of(match: Match) -> str:
    value = match.value
    time = value.time if isinstance(value, Answer) else value
    if isinstance(time, Time):
        return time.part or time.grain
    return "length" if isinstance(time, Duration) else match.kinds[0]


def how_of(match: Match) -> str:
    value = match.value
    return (value.how or "-") if isinstance(value, Answer) else "-"


def features_of(said: Text) -> list[list[str]]:
    """Return for each time what can be seen of it."""
    text = sentences(said.tokens, said.chart, said.times)
    # What says no time says nothing of how far a time is from the ends of the text.
    timed = [number for number, sentence in enumerate(text) if any(item.time for item in sentence)]
    whole = of_text(text, len(said.times), [text[number] for number in timed])
    told = [clauses_of(sentence) for sentence in text]
    found: list[list[str]] = []
    for place_of_sentence, number in enumerate(timed):
        sentence = text[number]
        before = text[number - 1] if number else []
        after = text[number + 1] if number + 1 < len(text) else []
        around = [
            *(f"pc:{cue}" for cue in {cue for item in before for cue in item.cues}),
            *(f"nc:{cue}" for cue in {cue for item in after for cue in item.cues}),
            "pt" if any(item.time for item in before) else "p-",
            "nt" if any(item.time for item in after) else "n-",
            f"sn:{min(place_of_sentence, 4)}",
            f"se:{min(len(timed) - place_of_sentence, 4)}",
        ]
        earlier = told[number - 1][-1:] if number else []
        for place, item in enumerate(sentence):
            if item.time:
                one = [*of_time(item.time, said.tokens), *of_place(sentence, place)]
                one.extend(of_clauses(told[number], place, earlier))
                found.append([*dict.fromkeys([*one, *around, *whole, *crossed(one, whole)])])
    count = len(found)
    for place, one in enumerate(found):
        one.append(f"ti:{min(place, 4)}")
        one.append(f"te:{min(count - place, 4)}")
    return found


def of_text(
    text: Sequence[Sequence[Item]], count: int, timed: Sequence[Sequence[Item]]
) -> list[str]:
    words = [item.word for sentence in text for item in sentence]
    mine, ours = sum(word in MINE for word in words), sum(word in OURS for word in words)
    speaker = "i" if mine > ours else "we" if ours else "none"
    return [
        "bias",
        f"t:{speaker}",
        f"tn:{min(count, 6)}",
        f"tl:{min(len(timed), 8)}",
        f"tw:{min(sum(map(len, timed)).bit_length(), 9)}",
        "tg:" + ("y" if words[:1] and words[0] in GREETINGS else "n"),
    ]


def of_time(match: Match, tokens: Sequence[Token]) -> Iterator[str]:
    words = [plain(token.word) for token in tokens[match.start : match.end]]
    kind, how = kind_of(match), how_of(match)
    yield f"of:{words[0]}"
    yield f"ol:{words[-1]}"
    yield f"ok:{kind}"
    yield f"oh:{how}"
    yield f"okh:{kind} {how}"
    yield f"on:{min(len(words), 5)}"
    for word in words:
        yield f"ow:{word}"
    for name in match.kinds:
        yield f"oq:{name}"


def of_place(sentence: Sequence[Item], place: int) -> Iterator[str]:
    left, right = sentence[:place][::-1], sentence[place + 1 :]
    yield from side("-", "l", left)
    yield from side("+", "r", right)
    yield f"w0:{sentence[0].word}"
    yield f"sl:{min(len(sentence).bit_length(), 6)}"
    yield f"sp:{min(place, 3)}"
    yield f"sr:{min(len(right), 3)}"
    times = [item for item in sentence if item.time]
    yield f"st:{min(len(times), 4)}"
    yield f"si:{min(sum(1 for item in left if item.time), 3)}"
    before = left[0].word if left else "^"
    after = right[0].word if right else "$"
    yield f"-+:{before} {after}"
    for cue in {cue for item in sentence for cue in item.cues}:
        yield f"sc:{cue}"


LINKS = frozenset(
    "if whether that who which what how where when once until till unless because cause cos so but and or as while "
    "since though although after before then said says told , ; : ( -".split()
)
EMBEDDED = frozenset("if whether that who which what how where".split())
PREPOSITIONS = frozenset("with to from of for by at on about in into via through against".split())
BEFORE_NOUNS = frozenset(
    "the a an their his her my our your this that some new hiring other".split()
)
OBJECTS = frozenset("me us my our your mine".split())
WHO = ("me", "they", "you", "family")
WHEN = ("will", "would", "is", "has")
# Of two in one clause the first of these counts.
DEEDS = (
    "learn", "tell", "reach", "settle", "outcome", "round", "papers", "do", "begin", "travel", "work", "life",
    "told", "guess", "chase",
)  # fmt: skip


@dataclass(slots=True)
class Clause:
    """Who does what in a part of a sentence, when, and what joins it to the rest."""

    start: int
    link: str = "^"
    who: str = "-"
    when: str = "-"
    denied: str = ""
    deed: str = "-"
    cue: str = "-"

    def told(self, letter: str) -> Iterator[str]:
        """Yield what is told of it: "they", "would", "reach"."""
        when = f"{self.when}{self.denied}"
        yield f"{letter}:{self.who} {when} {self.deed}"
        yield f"{letter}wv:{self.who} {self.deed}"
        yield f"{letter}tv:{when} {self.deed}"
        yield f"{letter}v:{self.deed}"
        yield f"{letter}wt:{self.who} {when}"
        yield f"{letter}c:{self.who} {when} {self.cue}"


def clauses_of(sentence: Sequence[Item]) -> list[Clause]:
    """Return the clauses of a sentence: a link begins one, and so does another who acts."""
    found = [Clause(0)]
    for place, item in enumerate(sentence):
        if item.time:
            continue
        if item.word in LINKS:
            link(found, place, item.word)
            continue
        one = found[-1]
        if who := who_acts(sentence, place, one):
            if one.who != "-" and (one.when != "-" or one.deed != "-"):
                found.append(one := Clause(place, "+"))
            one.who = who
        note(one, item)
    return found


def link(found: list[Clause], place: int, word: str) -> None:
    """Begin a clause; of "and if" the last word is its link."""
    one = found[-1]
    if one.start == 0 or one.who != "-" or one.when != "-" or one.deed != "-":
        found.append(Clause(place, word))
    elif word != ",":
        one.link = word


def note(one: Clause, item: Item) -> None:
    when = first(item.kinds, WHEN)
    if when and (one.when == "-" or when == "will"):
        one.when = when
    elif one.when == "-" and ("did" in item.kinds or item.word.endswith("ed")):
        one.when = "did"
    if "not" in item.kinds:
        one.denied = " not"
    one.deed = min(first(item.kinds, DEEDS) or one.deed, one.deed, key=(*DEEDS, "-").index)
    one.cue = first(item.cues, GOVERNING) or one.cue


def who_acts(sentence: Sequence[Item], place: int, clause: Clause) -> str | None:
    """Return who acts, if a word says so; after a deed "you" is mostly who is told."""
    item = sentence[place]
    who = first(item.kinds, WHO)
    if not who or item.word in OBJECTS:
        return None
    ahead = (other.word for other in sentence[:place][::-1])
    if next((word for word in ahead if word not in BEFORE_NOUNS), "") in PREPOSITIONS:
        return None
    if item.word in ("you", "u", "it") and (clause.deed != "-" or clause.when != "-"):
        follows = sentence[place + 1 : place + 2]
        return who if follows and first(follows[0].kinds, WHEN) else None
    return who


def of_clauses(clauses: Sequence[Clause], place: int, before: Sequence[Clause]) -> Iterator[str]:
    """Yield what is told of a time's clause, of the one that this is part of, and of its neighbours."""
    number = max(number for number, one in enumerate(clauses) if one.start <= place)
    own = clauses[number]
    yield from own.told("k")
    yield f"kl:{own.link}"
    yield f"kl2:{own.link} {own.deed}"
    yield f"kl3:{own.link} {own.who} {own.when}"
    ahead = clauses[: number + 1][::-1]
    yield from next(filter(is_main, ahead), ahead[-1]).told("m")
    for one in clauses[number - 1 : number] if number else before:
        yield from one.told("kp" if number else "ke")
    for one in clauses[number + 1 : number + 2]:
        yield from one.told("kn")
        yield f"knl:{one.link}"


def is_main(one: Clause) -> bool:
    return one.deed != "-" and one.when != "-" and one.link not in EMBEDDED


def first(found: Sequence[str], wanted: Sequence[str]) -> str | None:
    return next((one for one in found if one in wanted), None)


def side(sign: str, letter: str, items: Sequence[Item]) -> Iterator[str]:
    """Yield what stands on one side of a time, the nearest first; past another time only cues."""
    yield from near(sign, items[:NEAR])
    past_time = subject = False
    cues: list[str] = []
    for distance, item in enumerate(items[:FAR]):
        if item.time:
            if not past_time:
                yield f"{letter}t:{item.word}"
                letter *= 2
            past_time = True
            continue
        if not past_time:
            yield from of_word(letter, item.word)
        if not subject and item.word in SUBJECTS:
            yield f"{letter}s:{item.word}"
            subject = not past_time
        how_near = "n" if distance < 3 else "m" if distance < 7 else "f"
        yield from (f"{letter}^{kind}" for kind in item.kinds)
        yield from (f"{letter}c:{cue}" for cue in item.cues)
        yield from (f"{letter}c{how_near}:{cue}" for cue in item.cues)
        cues.extend(item.cues)
    if cues:
        yield f"{sign}cc:{' '.join(cues[:2])}"


def of_word(letter: str, word: str) -> Iterator[str]:
    yield f"{letter}:{word}"
    if len(word) > PREFIX:
        yield f"{letter}~{word[:PREFIX]}"


def near(sign: str, items: Sequence[Item]) -> Iterator[str]:
    """Yield the words next to a time, each with its place, and those beside each other."""
    words = [item.word for item in items] + ["^"] * (NEAR - len(items))
    for distance, word in enumerate(words, 1):
        yield f"{sign}{distance}:{word}"
        yield f"{sign}{distance}~{word[:PREFIX]}"
    for distance, item in enumerate(items, 1):
        yield from (f"{sign}{distance}^{kind}" for kind in item.kinds)
    yield f"{sign}12:{words[0]} {words[1]}"
    yield f"{sign}23:{words[1]} {words[2]}"


def crossed(one: Sequence[str], whole: Sequence[str]) -> Iterator[str]:
    """Yield who speaks with what stands nearest: "you" in a letter is the candidate."""
    speaker = whole[1]
    for feature in one:
        if feature.startswith(("ls:", "rs:", "okh:", "w0:", "k:", "m:", "kwv:", "mwv:")):
            yield f"{speaker}&{feature}"
