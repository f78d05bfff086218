"""What they said, read: the reading to show, and the window for the plan to stand on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculator.asking.seasons import after_season
from calculator.days import WEEK, Window
from calculator.reading import read
from calculator.reading.awaits import clause_with, sentence_at, sentences
from calculator.reading.reading import Mention, Reading, Role
from calculator.reading.sayings import NOT_RETOLD, saying, says
from calculator.situation import Said


def is_of_round(sentence: str) -> bool:
    """Whether a sentence says when the next round takes place, and not when news of it comes."""
    return says("round", sentence) and not says("news", sentence)


def is_of_others(sentence: str) -> bool:
    """Whether a sentence speaks of interviews of other people only."""
    return says("others", sentence) and not says("yours", sentence)


# All that is beside a time which answers "when will I hear": "it'll be about six weeks, I think".
NO_MORE = frozenset(
    "it it's it'll that that's that'll this will would should could might may be is are take takes"
    " probably maybe perhaps likely hopefully possibly about around roughly approximately more like"
    " now just then up to at least most the a an or so by in on within for of but and until sorry"
    " unfortunately not before after i i'd i'll i'm we we'd we'll we're say said says think guess"
    " hope hoping aim aiming expect expecting looking give allow me us you they told mentioned"
    " hr boss manager recruiter director my his her our their hiring future other one both"
    " again okay ok well yes no thanks thank early late end hi hello he she".split()
)
WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")


def is_of_news(sentence: str, *times: str) -> bool:
    """Whether a sentence says when the candidate hears, or no more than its times.

    What else they do by then is said back as it is: "it goes to the board on Monday".
    """
    if any(says(name, sentence) for name in ("finds out", "unheard", "goes up")):
        return False
    for time in times:
        sentence = sentence.replace(time, " ")
    if says("news", sentence):
        return True
    return NO_MORE.issuperset(WORDS.findall(sentence.lower().replace("\u2019", "'")))


def wants_writing(sentence: str) -> bool:
    """Whether a sentence asks for an email or a message, and not for a call."""
    return says("write", sentence) and not says("call", sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A statement with the day on which it was made, and what is understood of it.

    ``failed``: reading it was beyond us, by a fault of ours, and it counts as "no time in it".
    """

    statement: str
    on: date
    reading: Reading
    country: str = "US"
    failed: bool = False

    @property
    def said(self) -> Said | None:
        """What the plan stands on; ``None``, as if nothing was said, where no time was found."""
        if self.failed:
            return Said(on=self.on, unread=True)
        window, awaits = ends_last(self.reading), self.reading.awaits
        round_ = self.said_as("interview") if window is None else None
        if round_ and is_of_others(round_.sentence):
            return replace(round_, awaits=None, is_of_round=False, is_of_news=False)
        if round_:
            # "Second interviews next week" is the time of the invitation.
            return replace(round_, awaits="next-round")
        by_call = says("they call", self.statement)
        if window is None and self.reading.certainty == "ask":
            season = after_season(self.statement, self.on, self.country)
            if season:
                words, first = season
                awaited = Window(first, None)
                return Said(on=self.on, window=awaited, words=words, awaits=awaits, by_call=by_call)
        if window is None:
            # What they are to do next is worth knowing without a time, too.
            next_is = awaits if awaits in ("next-round", "offer") else None
            known = next_is is not None or by_call
            return Said(on=self.on, awaits=next_is, by_call=by_call) if known else None
        of_it = (one.spans for one in self.reading.choices if one.window == window)
        spans = next(of_it, self.reading.spans)
        words = self.alone(window, spans) or in_one(self.statement, spans)
        sentence = sentence_at(self.statement, *spans[0]) if spans else ""
        return Said(
            on=self.on,
            window=window,
            words=words,
            sentence=sentence,
            is_of_news=is_of_news(sentence, *(self.statement[slice(*span)] for span in spans)),
            doubtful=self.reading.certainty == "ask" and bool(self.reading.alternatives),
            awaits=awaits,
            by_call=by_call,
            is_of_round=is_of_round(clause_with(sentence, words)),
            silence_is_no=is_no_by_silence(sentence),
            is_final=says("final answer", sentence),
        )

    @property
    def plainly(self) -> Said | None:
        """What the plan stands on, or else what they said without any time."""
        if self.said or self.failed:
            return self.said
        spoken = [
            each
            for _, each in sentences(self.statement)
            if not any(says(name, each) for name in NOT_RETOLD)
        ]
        return Said(on=self.on, sentence=spoken[0]) if spoken else None

    def alone(self, window: Window, spans: Sequence[tuple[int, int]]) -> str:
        """Return the words of the one time, of several, by which a window ends; or nothing.

        What the recruiter said and what the manager said are no time in one breath.
        """
        each = [self.statement[start:end] for start, end in spans]
        if len(each) < 2:
            return ""
        ends = [
            ends_last(heard(words, on=self.on, country=self.country, region=None).reading)
            for words in each
        ]
        of_it = [
            words
            for words, end in zip(each, ends, strict=True)
            if end and end.latest == window.latest
        ]
        return of_it[0] if len(of_it) == 1 and None not in ends else ""

    def said_as(self, *roles: Role) -> Said | None:
        """Return the first of the other times in these roles, as something that they said."""
        return next(self.all_said_as(*roles), None)

    def all_said_as(self, *roles: Role) -> Iterator[Said]:
        """Yield the other times in these roles, as something that they said."""
        for mention in self.reading.mentions:
            if mention.role in roles and mention.window:
                start, end = mention.span
                words = self.statement[start:end]
                sentence = sentence_at(self.statement, start, end)
                yield Said(
                    on=self.on,
                    window=mention.window,
                    words=words,
                    awaits=self.reading.awaits,
                    sentence=sentence,
                    is_of_news=is_of_news(sentence, words),
                    in_writing=mention.role == "may-contact" and wants_writing(sentence),
                    is_of_round=mention.role == "interview"
                    and is_of_round(clause_with(sentence, words)),
                )


def in_one(statement: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words of several times as they would be said in one breath."""
    words, end = "", 0
    for start, until in spans:
        between = statement[end:start]
        link = " or " if re.search(r"\bor\b", between) else ", "
        words += (link if words else "") + statement[start:until]
        end = until
    return words


def heard(statement: str, *, on: date, country: str, region: str | None) -> Heard:
    """Return a statement, read; one that fails leaves the rest of the plan as it is."""
    try:
        reading = read(statement, said_on=on, country=country, region=region)
    except Exception:  # noqa: BLE001 # a fault of ours in one statement must not cost the plan
        nothing = Reading(certainty="none")
        return Heard(statement=statement, on=on, reading=nothing, country=country, failed=True)
    reading = ending_in_silence(without_other_offer(reading, statement), statement)
    return Heard(statement=statement, on=on, reading=reading, country=country)


def is_no_by_silence(sentence: str) -> bool:
    """Whether a sentence says that who hears nothing by then has their no."""
    return says("silence is no", sentence) and not says("no such end", sentence)


def ending_in_silence(reading: Reading, statement: str) -> Reading:
    """Return a reading that ends with the day by which silence is their no, where it may begin."""
    ways = (reading.window, *reading.alternatives)
    ends = [way for way in ways if way and way.latest]
    if reading.certainty != "ask" or not ends or len(ends) == len(ways):
        return reading
    if not any(is_no_by_silence(each) for _, each in sentences(statement)):
        return reading
    return replace(reading, certainty="sure", window=ends[0], alternatives=(), choices=())


def without_other_offer(reading: Reading, statement: str) -> Reading:
    """Return a reading in which the day for the answer to another offer is no day of theirs."""
    spans = reading.spans
    if reading.window is None or not spans:
        return reading
    if not is_of_other_offer(spans[0], statement):
        return reading
    own = Mention(role="other", window=reading.window, span=spans[0])
    return Reading(certainty="none", mentions=(*reading.mentions, own), phrases=reading.phrases)


def is_of_other_offer(span: tuple[int, int], statement: str) -> bool:
    """Whether a time is that for the answer to another offer, and not something of theirs."""
    before = statement[: span[0]]
    told = [found.end() for found in saying("other offer").finditer(before)]
    between = before[told[-1] :] if told else "."
    return not re.search(r"[.!?\n]", between) and not says("somebody", between)


def chosen(heard: Heard, window: Window | None) -> Heard:
    """Return what was heard with the window that the person chose, or with none of them.

    The others stay on offer.
    """
    windows = dict.fromkeys((heard.reading.window, *heard.reading.alternatives))
    others = tuple(other for other in windows if other and other != window)
    spans = [choice.spans for choice in heard.reading.choices if choice.window == window]
    reading = replace(
        heard.reading,
        certainty="sure" if window else "none",
        window=window,
        spans=spans[0] if spans else heard.reading.spans,
        alternatives=others,
        missing=None,
    )
    return replace(heard, reading=reading, failed=False)


# For how far ahead an answer may well be promised; a judgement of our own.
PROMISED_WITHIN = 5 * WEEK


def once_past(heard: Heard, today: date | None) -> Heard:
    """Return what was heard as a question, once its day is past and may be another, to come.

    Whoever reads 03/04 as the one day that is over would chase an answer that isn't late. A day
    further off than answers are promised leaves no doubt: 05/03, said in February, is 5 March.
    """
    reading = heard.reading
    end = reading.window.latest if reading.window else None
    is_past = today is not None and end is not None and end < today
    ends = [way.latest for way in reading.alternatives if way.latest]
    to_come = [other for other in ends if today and today <= other <= heard.on + PROMISED_WITHIN]
    if reading.certainty != "sure" or not (is_past and to_come):
        return heard
    return replace(heard, reading=replace(reading, certainty="ask"))


def ends_last(reading: Reading) -> Window | None:
    """Return the window to plan on: in doubt the one that ends last, an open end being last."""
    if reading.window is None or reading.missing or reading.certainty == "none":
        return None
    windows = (reading.window, *(reading.alternatives if reading.certainty == "ask" else ()))
    return max(windows, key=lambda window: window.latest or date.max)
