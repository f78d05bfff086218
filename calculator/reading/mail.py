"""What was pasted, taken apart: the message itself, without headers, quoted mail and signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

type Span = tuple[int, int]

# What names the parts of a mail's head, and what only a head has.
FIELDS = "from|to|cc|bcc|date|sent|subject|re|fwd?|reply-to|on behalf of|importance|attachments?"
FIELD = re.compile(rf"[*_\s]*(?P<name>{FIELDS})[*_]*\s*:", re.IGNORECASE)
QUOTED = re.compile(r"\s*(?:>\s?)+")
# "> 2 weeks" alone quotes nobody.
MORE_THAN = re.compile(r"\s*>\s*[=\d]")
# A head in one line: "From: Ann Sent: Tuesday, March 9, 2027 3:04 PM To: Tom Subject: Re: …".
HEAD_IN_ONE = re.compile(
    r"\s*from:[^\n]{1,120}?\b(?:sent|date):[^\n]{1,80}?\bto:[^\n]{1,200}?\bsubject:", re.IGNORECASE
)
CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?"
DAY = (
    r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[a-z]{3,9}\.?,?\s+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4})"
)
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
STAMP = rf"{WEEKDAY}{DAY}(?:,?\s+(?:at\s+)?{CLOCK}(?:\s*\(?[A-Z]{{2,4}}\)?)?)?"
# Where another message begins: who wrote it, or when.
BEGINS = re.compile(
    r"[\s>*_]*(?:-{2,}\s*(?:original|forwarded) message.*|begin forwarded message:?|-{3,}.*forwarded by\b.*"
    r"|_{5,}|on\b.{3,160}\bwrote\s*:?|(?:at|am)\b.{3,120}\bwrote\s*:|\S.{0,120}\bwrote\s*:"
    r"|\S.{0,80}\s(?:on\s+)?\d{1,2}/\d{1,2}/\d{2,4}\s+\d{1,2}:\d{2}.*)\s*$",
    re.IGNORECASE,
)
WROTE_BEGINS = re.compile(r"[\s>]*on\s.{3,90}\d{4}", re.IGNORECASE)
# A line with a date alone, as it stands above a post: "March 9, 2027", "comment · 2024-05-09".
DATE_LINE = re.compile(
    rf"\s*(?:(?:posted|published|updated|edited|comment|reply|description|sent|received|written)\b"
    rf"[^\n]{{0,60}}?)?{STAMP}\s*(?:[·|•][^\n]{{0,40}})?$",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\s*(?:sent|received|posted|forwarded|written|published)\s+(?:on|from|by|at|:)\b",
    re.IGNORECASE,
)
# "[14:02, 3/9/2027] Ann:" and "3/9/27, 14:02 - Ann:", one for each message of a chat.
CHAT = re.compile(
    rf"\s*(?:\[(?:{CLOCK},?\s+)?{DAY}(?:,?\s+{CLOCK})?\]|{DAY},?\s+{CLOCK}\s+-|\[{CLOCK}\])"
    r"(?:\s*[^:\n]{1,40}:)?",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"\s*(?:(?:kind|kindest|best|warm|warmest|many|with(?: kind| best)?)\s+)?(?:regards|wishes|best|thanks"
    r"|thank you|cheers|sincerely|yours (?:sincerely|faithfully|truly)|all the best|warmly|respectfully"
    r"|take care|talk soon)\s*[,.!]?\s*$",
    re.IGNORECASE,
)
SIGNATURE_MARK = re.compile(r"--\s*$|\s*(?:sent from my|get outlook for)\b", re.IGNORECASE)
# A signature is short; what comes after it is said too.
SIGNATURE_LINES = 12
TIME_WORD = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:working |business )?days?|weeks?|months?|tomorrow"
    r"|tonight|january|february|march|april|june|july|august|september|october|november|december|\d+(?:th|st|nd|rd)"
    r"|\d{1,2}/\d{1,2})\b",
    re.IGNORECASE,
)

# A date as a list has it: "April 11", "Mon 2-6 March", "15/3".
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
LISTED_DAY = (
    rf"{WEEKDAY}(?:{MONTH}\s+{NUMBER}|{NUMBER}(?:\s*(?:[-\u2013&]|to|and)\s*{NUMBER})?\s+{MONTH}"
    r"|\d{1,2}/\d{1,2}(?![\d/]))"
)
# A line of a list of dates: "Notification: April 11", "Interviews     2-6 March", "11 April - offers".
LISTED = re.compile(
    rf"^(?:[^\n]{{2,60}}?(?:[:=|\t]|\s[-\u2013\u2014]|\s\s)[^\n]{{0,20}}?{LISTED_DAY}[^\n]{{0,25}}"
    rf"|[\W_]{{0,6}}{LISTED_DAY}\W[^\n]{{2,60}})$",
    re.IGNORECASE | re.MULTILINE,
)
# Where a heading ends whose date stands alone in the next line.
UNDER_HEADING = re.compile(
    rf"(?<=[\w:])[^\S\n]*\n(?=[^\S\n]*{LISTED_DAY}(?:,?\s+\d{{4}})?[^\S\n]*$)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(slots=True)
class Message:
    """A message: the lines of its head, and those that say something."""

    head: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    quoted: bool = False

    def says(self, text: str) -> str:
        """Return its words."""
        return "\n".join(text[start:end] for start, end in self.body)


def body_of(text: str) -> str:
    """Return the text with all that is not its message blanked, so that places stay the same.

    Of several messages it is the first that speaks of time: a thread has the newest on top. Where
    nothing would be left ("> You will hear by Friday"), the text stays as it is.
    """
    kept = blank(text)
    for start, end in message_of(text).body:
        kept = kept[:start] + text[start:end] + kept[end:]
    return kept if any(letter.isalnum() for letter in kept) else text


def message_of(text: str) -> Message:
    """Return the message that counts: the first that speaks of time, or else the first.

    Where something is said below a quoted one, both count, and the last that is quoted; but of a
    thread that begins with a mail of its own, that is the newest.
    """
    found = messages(text)
    quoted = [message for message in found if message.quoted]
    answers = found and found[0].head and TIME_WORD.search(found[0].says(text))
    if quoted and not found[-1].quoted and not (answers and not found[0].quoted):
        own = [span for one in found if not one.quoted and not one.head for span in one.body]
        return Message(quoted[-1].head, sorted([*quoted[-1].body, *own]), quoted=True)
    timed = (message for message in found if TIME_WORD.search(message.says(text)))
    return next(timed, found[0] if found else Message())


def lists_dates(text: str) -> bool:
    """Whether dates stand one a line, so that those that are over may well be among them."""
    return "\n" in text and len(LISTED.findall(text)) > 1


def with_headings(text: str) -> str:
    """Return a text with dates in the line of their headings: "Interviews:", and below it "15 March"."""
    return UNDER_HEADING.sub(lambda end: " " * len(end[0]), text)


def blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def messages(text: str) -> list[Message]:
    """Return the messages of what was pasted, as they stand in it."""
    found = [Message()]
    signed = 0
    lines = list(lines_of(text))
    for number, (start, end, quoted) in enumerate(lines):
        line = text[start:end]
        near = [
            text[slice(*lines[at][:2])] for at in (number - 1, number + 1) if 0 <= at < len(lines)
        ]
        following = near[-1] if number + 1 < len(lines) else ""
        message = found[-1]
        if line.strip() and quoted != message.quoted:
            if message.body:
                found.append(message := Message())
            message.quoted, signed = quoted, 0
        if stamp := HEAD_IN_ONE.match(line) or CHAT.match(line):
            message.head.append((start, start + stamp.end()))
            message.body.append((start + stamp.end(), end))
        elif is_head(line, near, following) or (not message.body and DATE_LINE.match(line)):
            if message.body and starts_another(line, near, following):
                found.append(message := Message(quoted=quoted))
            message.head.append((start, end))
            signed = 0
        elif signed:
            signed -= 1
        elif message.body and (SIGN_OFF.match(line) or SIGNATURE_MARK.match(line)):
            signed = SIGNATURE_LINES
        elif line.strip():
            message.body.append((start, end))
    return [message for message in found if message.body]


def lines_of(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each line begins and ends, less the signs of a quoted one."""
    start = 0
    lines = text.splitlines(keepends=True)
    for line in lines:
        mark = QUOTED.match(line)
        quoted = mark is not None and not (len(lines) == 1 and MORE_THAN.match(line))
        yield (
            start + (mark.end() if mark and quoted else 0),
            start + len(line.rstrip("\r\n")),
            quoted,
        )
        start += len(line)


def is_head(line: str, near: Iterable[str], following: str) -> bool:
    """Whether a line belongs to the head of a message."""
    field = FIELD.match(line)
    if field and field["name"].lower() == "date":
        return any(FIELD.match(other) for other in near)  # "Date: Friday 12 March, time: 10 am"
    if field or SENT.match(line) or BEGINS.match(line):
        return True
    is_dated = bool(DATE_LINE.match(line)) and any(FIELD.match(other) for other in near)
    return is_dated or is_wrapped(line, following)


def is_wrapped(line: str, following: str) -> bool:
    """Whether a line is the first of two: "On Tue, Mar 9, 2027, Ann <ann@…>", "wrote:"."""
    return bool(WROTE_BEGINS.match(line)) and following.rstrip().endswith("wrote:")


def starts_another(line: str, near: Iterable[str], following: str) -> bool:
    """Whether another message begins with a line of a head, and not just a line like one."""
    field = FIELD.match(line)
    if field:
        return field["name"].lower() == "from" or any(FIELD.match(other) for other in near)
    is_dated = bool(DATE_LINE.match(line)) and bool(FIELD.match(following))
    return bool(BEGINS.match(line)) or is_dated or is_wrapped(line, following)
