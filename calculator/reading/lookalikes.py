"""Words and numbers that look like times and are none: names, firms, scores, references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calculator.reading.vocabulary import MONTHS, WEEKDAYS, Sense

if TYPE_CHECKING:
    from calculator.reading.words import Token

# What a name is called in what follows: no time, but somebody or something.
NAME = "(name)"

# People are called like these; firms like weekdays too.
FEASTS = frozenset("spring summer autumn winter easter christmas halloween".split())
GIVEN = frozenset(MONTHS) | FEASTS
# These make a time of a feast or a season, any other name with a capital a name: "Summer Crew".
OF_FEASTS = frozenset(
    "eve day days break holiday holidays bank long weekend week term semester season vacation".split()
)
NAMELIKE = GIVEN | frozenset(WEEKDAYS) | {"weekend"}

TITLES = frozenset("mr mrs ms miss mx dr prof professor sir madam".split())
GREETINGS = frozenset("hi hello dear hey hiya thanks cheers".split())
STOPS = frozenset(", ! . \n : -".split(" "))
# After these comes a time, not a name.
LEADS = frozenset(
    "in by of until before after early mid middle late next last end since through during from to on "
    "this every come around about between beginning start for til till and or - / first second".split()
)
ROLES = frozenset(
    "recruiter manager interviewer colleague boss coordinator assistant contact named friend director "
    "principal supervisor sourcer receptionist headhunter consultant hr lady guy woman agent".split()
)
TEAMS = frozenset(
    "hr human recruiting recruitment talent people personnel hiring admissions accounts payroll admin "
    "finance sales reception marketing operations staffing the our their your my".split()
)
FIRMS = frozenset(
    "times group ltd limited inc llc plc corp co company agency recruitment recruiting staffing "
    "personnel partners solutions media digital studio studios consulting consultants search associates "
    "foundation trust capital labs technologies tech software systems holdings press magazine club "
    "project collective street hospital college hall house boots paper telegraph post express mail news "
    "herald observer shops stores deals foods motors bank insurance inn hotels care health".split()
)
REPORTS = frozenset(
    "said says told tells called calls emailed emails mentioned promised asked wrote texted rang phoned "
    "messaged explained confirmed replied interviewed wants thinks hopes reckons".split()
)
AUXILIARIES = frozenset("will would is was has had can could should might 'll also just".split())
PERSONAL = frozenset(
    "let call email contact get ring phone send tell inform update reach follow write text decide know "
    "review speak talk have give going calling emailing in touch interviewing hoping back".split()
)
ADDRESSED = frozenset(
    "email emailed ask asked contact contacted text texted rang phoned thank".split()
)
TALKS = frozenset(
    "spoke speak speaking talk talked talking met meet interview interviewed chat".split()
)
THEIRS = frozenset("team email office number phone desk line assistant".split())
SENT = frozenset("hear heard hearing word call email message mail letter news back text".split())
# Names of more than one word.
WELL_KNOWN = frozenset({
    ("ruby", "tuesday"), ("sheffield", "wednesday"), ("tgi", "friday"), ("happy", "monday"),
    ("man", "friday"), ("wednesday", "addams"),
})  # fmt: skip

# A number after these is no day: "room 3/15", "band 5-6".
LABELS = frozenset(
    "room suite unit flat band grade level page part step round ref reference vacancy req requisition id "
    "no number form section figure version building floor apt apartment box ext extension tel phone fax "
    "mobile code zip invoice chapter tier zone # question item lot".split()
)
# These make a label a thing: "on our page 4/15", "week number 12".
BEFORE_LABELS = frozenset("week this last that our my your the".split())
# "You scored 8/10", "a 12/12 shift", "the top 2/3".
BEFORE_SCORES = frozenset(
    "a an top bottom scored score scoring got rated filled have has had only all almost nearly".split()
)
BEFORE_AMOUNTS = frozenset("$ £ € at pay pays rate salary gpa version about".split())
SCORING = frozenset("rated scored graded marked gave rank ranked".split())
# What comes after a date; any other word after two numbers makes them a score: "9/10 people".
AFTER_DATES = frozenset(
    "at in on by to until through and or for from if when with after before between so but then we i you "
    "they he she it the a an that this which is was will would should at latest earliest onwards onward "
    "because as once since am pm est pst unless please thanks though although hopefully i'll they'll "
    "we'll you'll depending via or- maybe probably perhaps instead week month time deadline now there not "
    "decision decisions screen phone onsite final offer offers result results start deadline applied "
    "meeting call email letter orientation closes opens due sent received panel hr hiring "
    "my your our their his her just sometime around about midday noon morning afternoon evening".split()
)
# What has a day, a month or a length of its own, if it stands right beside it: "the Saturday job",
# "a six month contract", but not "on Saturday about the job".
OWNERS = {
    word: kind
    for kind, words in {
        "job": "job jobs shift shifts intake intakes cohort cohorts class classes cover position positions "
        "role roles post posts rota contract contracts vacancy vacancies gig internship internships "
        "placement placements traineeship apprenticeship scheme temp temps semester course program "
        "programme fellowship secondment residency project slot slots work session sessions lesson lessons",
        "length": "trial probation old experience presentation test degree lease commute assignment "
        "training rotation schedule",
        "leave": "leave holiday holidays vacation pto",
        "start": "start starter starters opening openings entry hire hires",
    }.items()
    for word in words.split()
}
# Between them may stand: "the Saturday girl job", "three months' probation".
BETWEEN = frozenset(
    "temp temporary seasonal holiday part-time casual girl boy sales retail bar delivery teaching paid "
    "annual ' 's -".split()
)
NUMBERS = frozenset({"number", "digits", "year", "ordinal", "day-number"})


def without_lookalikes(tokens: Sequence[Token]) -> list[Token]:
    """Return the words; what only looks like a time stands for nothing."""
    found: list[Token] = []
    for place in range(len(tokens)):
        found.append(as_it_is(tokens, place, found))
    return found


def as_it_is(tokens: Sequence[Token], place: int, before: Sequence[Token]) -> Token:
    """Return a word with what it stands for between those before it and those after."""
    token = tokens[place]
    if token.word == "\n":
        return token._replace(word=";") if begins_item(tokens, place + 1) else token
    if token.word in NAMELIKE and is_name(tokens, place):
        return token._replace(word=NAME, senses=())
    if token.senses and token.senses[0][0] == "short-date" and is_score(tokens, place):
        return token._replace(senses=token.senses[1:])
    if token.senses and token.senses[0][0] == "month-day" and is_amount(tokens, place):
        return token._replace(senses=token.senses[1:])
    if word_at(tokens, place + 1) == "weekend" and is_title_case(tokens, place):
        return token._replace(senses=(("named", token.word),))
    if token.word in OWNERS and is_beside(tokens, place):
        return token._replace(senses=(*token.senses, (OWNERS[token.word], token.word)))
    if token.word in ("a", "an") and has_units(tokens, place):
        return token._replace(senses=(*token.senses, ("per", token.word)))
    return token._replace(senses=()) if is_labelled(tokens, place, before) else token


def begins_item(tokens: Sequence[Token], place: int) -> bool:
    """Whether a line is one of a list, or begins with what it is about: "Earliest start: 1 May"."""
    if word_at(tokens, place) in BULLETS:
        return True
    label = [word_at(tokens, at) for at in range(place, place + LABEL_WORDS + 1)]
    return ":" in label and "\n" not in label[: label.index(":")]


BULLETS = frozenset("* - • · |".split())
LABEL_WORDS = 4


def is_beside(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word stands right beside the time, if there is one: "the Saturday girl job"."""
    at = place - 1
    while at >= 0 and tokens[at].word in BETWEEN:
        at -= 1
    return at >= 0 and not tokens[at].is_filler


def has_units(tokens: Sequence[Token], place: int) -> bool:
    """Whether an "a" stands right between two units of time: "20 hours a week"."""
    beside = (tokens[max(0, place - 1)], tokens[min(len(tokens) - 1, place + 1)])
    return all(any(kind == "unit" for kind, _ in token.senses) for token in beside)


def word_at(tokens: Sequence[Token], place: int) -> str:
    """Return a word; the end of the text is a full stop."""
    return tokens[place].word if 0 <= place < len(tokens) else "."


def is_numbered(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a number that may be a day or a year."""
    if not 0 <= place < len(tokens):
        return False
    token = tokens[place]
    return any(kind in NUMBERS for kind, _ in token.senses) and token.word not in ("a", "an")


def is_title_case(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is written like a name, and is no word of time."""
    if not 0 <= place < len(tokens):
        return False
    token = tokens[place]
    return token.capital and not token.senses and token.word not in ("i", "hr", NAME)


def begins(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sentence begins with a word."""
    return word_at(tokens, place - 1) in (".", "!", "?", "\n", ":")


def is_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a month, a weekday or a season is somebody, or a firm."""
    if has_title(tokens, place) or is_firm(tokens, place):
        return True
    if is_numbered(tokens, place - 1) or is_numbered(tokens, place + 1):
        return False
    if any(rule(tokens, place) for rule in NAMES):
        return True
    return tokens[place].word in GIVEN and any(rule(tokens, place) for rule in GIVEN_NAMES)


def has_title(tokens: Sequence[Token], place: int) -> bool:
    """Whether it stands after a title: "Mr March", "Ms. Friday"."""
    return word_at(tokens, place - 1 - (word_at(tokens, place - 1) == ".")) in TITLES


def is_firm(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is part of a name: "First Friday Recruitment", "Sheffield Wednesday"."""
    following = place + 1
    while is_title_case(tokens, following) and word_at(tokens, following) not in FIRMS:
        following += 1
    is_named = word_at(tokens, following) in FIRMS and tokens[following].capital
    is_named = is_named and word_at(tokens, following + 1) != "holiday"  # "THE JUNE BANK HOLIDAY"
    if is_named and tokens[place].capital and following - place <= 2:
        return True
    following = place + 1
    pairs = ((place - 1, place), (place, following))
    return any((word_at(tokens, a), word_at(tokens, b)) in WELL_KNOWN for a, b in pairs)


def reports(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is who says something: "Monday said they would", not "on Monday they said"."""
    after = place + 1
    if begins(tokens, place) and word_at(tokens, after) == "'s":
        return word_at(tokens, after + 1) in REPORTS | AUXILIARIES
    first = begins(tokens, place) or is_title_case(tokens, place - 1)
    return first and word_at(tokens, after) in REPORTS


def is_greeted(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is whom a letter is for: "Hi June,"."""
    return word_at(tokens, place - 1) in GREETINGS and word_at(tokens, place + 1) in STOPS


def is_introduced(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is said who that is: "my recruiter April", "June (HR)", "Summer in HR"."""
    before, after = word_at(tokens, place - 1), word_at(tokens, place + 1)
    if before in ROLES or before in ("i'm", "im") or after == "here":
        return True
    if before == "is" and word_at(tokens, place - 2) in ("this", "name"):
        return True
    if before in LEADS:
        return False
    if after == "'s":
        return word_at(tokens, place + 2) in ROLES | THEIRS
    if after == ":":
        return begins(tokens, place) and word_at(tokens, place + 2) in ("we", "i", "they", "hi")
    if after in ("(", ","):
        return word_at(tokens, place + 2 + (word_at(tokens, place + 2) in TEAMS - {"hr"})) in ROLES
    return after in ("from", "in", "at") and word_at(tokens, place + 2) in TEAMS


def acts(tokens: Sequence[Token], place: int) -> bool:
    """Whether it does what people do: "April will let me know", "June said"."""
    if word_at(tokens, place - 1) in LEADS:
        return False
    if word_at(tokens, place + 1) in REPORTS:
        return True
    after = {word_at(tokens, at) for at in range(place + 2, place + 5)}
    return word_at(tokens, place + 1) in AUXILIARIES and bool(after & PERSONAL)


def is_paired(tokens: Sequence[Token], place: int) -> bool:
    """Whether it stands beside another name: "April and Tom will call", "from either April or Tom"."""
    before, after = word_at(tokens, place - 1), word_at(tokens, place + 1)
    if after in ("and", "or") and is_title_case(tokens, place + 2):
        at = place - 1 - (before == "either")
        return word_at(tokens, at) not in LEADS or word_at(tokens, at - 1) in SENT
    acts_too = after in REPORTS or after in AUXILIARIES
    return before in ("and", "or") and is_title_case(tokens, place - 2) and acts_too


def is_addressed(tokens: Sequence[Token], place: int) -> bool:
    """Whether somebody writes or talks to it: "email June", "spoke with April", "hear from April"."""
    before, first = word_at(tokens, place - 1), word_at(tokens, place - 2)
    if before == "from" and first in SENT:
        return word_at(tokens, place + 1) not in ("on", "onwards", "onward", "to", "until")
    if before in ("call", "ring", "phone"):
        return word_at(tokens, place + 1) in ("at", "directly", "if")
    return before in ADDRESSED or (before in ("to", "with") and first in TALKS)


def has_surname(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name stands beside it: "April Jones will call"."""
    if word_at(tokens, place - 1) in LEADS or not tokens[place].capital:
        return False
    after = place + 1
    while is_title_case(tokens, after) and word_at(tokens, after) not in REPORTS | AUXILIARIES:
        after += 1
    return after > place + 1 and word_at(tokens, after) in REPORTS | AUXILIARIES


def is_title(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is part of a title: "The Sunday Telegraph will"."""
    return word_at(tokens, place - 1) == "the" and has_surname(tokens, place)


def is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is something that one does: "we march on", "she is getting wed"."""
    token = tokens[place]
    if token.capital and not is_title_case(tokens, place - 1):
        return False
    before = word_at(tokens, place - 1)
    match token.end - token.start, token.word:
        case 5, "march":
            return before in ("we", "they", "i", "you", "to", "will")
        case 3, "wednesday":
            return before in ("getting", "get", "got", "be", "been", "newly", "to", "were")
        case _:
            return False


def is_rate(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is the APR of a card."""
    return word_at(tokens, place - 1) == "%"


def is_event(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is part of what something is called: "the Easter Temps interview", "Summer School"."""
    if tokens[place].word not in FEASTS or not tokens[place].capital:
        return False
    named = is_title_case(tokens, place + 1) and word_at(tokens, place + 1) not in OF_FEASTS
    return named and word_at(tokens, place - 1) not in LEADS


NAMES = (reports, is_verb, is_rate, is_title, is_event)
GIVEN_NAMES = (is_greeted, is_introduced, acts, is_paired, is_addressed, has_surname)


def is_score(tokens: Sequence[Token], place: int) -> bool:
    """Whether two numbers are no date: "8/10", "2/3 of the panel", "a 5/2 rota"."""
    before, after = word_at(tokens, place - 1), word_at(tokens, place + 1)
    if after == "of":
        return word_at(tokens, place + 2) not in MONTHS
    if before in BEFORE_SCORES or word_at(tokens, place - 2) in SCORING:
        return True
    if before in LEADS or not after[0].isalpha() or tokens[place + 1].senses:
        return False
    return after not in AFTER_DATES


def is_amount(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number with a point is no date: "£12.05", "at 10.05", "12.05 hours"."""
    before, after = word_at(tokens, place - 1), word_at(tokens, place + 1)
    has_unit = any(kind == "unit" for kind, _ in senses_at(tokens, place + 1))
    return has_unit or before in BEFORE_AMOUNTS or after in ("am", "pm", "%", "an", "per", "/")


def senses_at(tokens: Sequence[Token], place: int) -> Sequence[Sense]:
    """Return what a word stands for, nothing beyond the ends of the text."""
    return tokens[place].senses if 0 <= place < len(tokens) else ()


def is_labelled(tokens: Sequence[Token], place: int, before: Sequence[Token]) -> bool:
    """Whether a number belongs to what it names: "room 12", both of "band 5-6"."""
    if not tokens[place].word[0].isdigit() or not before:
        return False
    label, at = before[-1], place - 1
    if label.word in ("-", "/") and len(before) > 1 and not before[-2].senses:
        return before[-2].word[0].isdigit()
    at -= label.word in (".", ":", "#")
    return word_at(tokens, at) in LABELS and word_at(tokens, at - 1) not in BEFORE_LABELS
