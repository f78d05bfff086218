"""A sentence of theirs, told again by the candidate: "we'll ask her" becomes "you'd ask her"."""

import re
from collections.abc import Mapping

MOST_WORDS = 16

# What comes before the sentence itself, and behind it.
OPENS = re.compile(
    r"^\W*(?:(?:hi|hello|dear|hey)\b[^,.!?]{0,30}[,.!?]\s*)?"
    r"(?:(?:unfortunately|so|well|ok(?:ay)?|right|yes|no|just to say|i think|i believe"
    r"|as (?:i|we) said|i'm afraid|thanks|thank you)[, ]+(?:that )?)*",
    re.IGNORECASE,
)
CLOSES = re.compile(
    r"(?:,? (?:i'm afraid|i think|i believe|i hope|though|okay|ok))?[\s.,;]*$", re.IGNORECASE
)
TOLD = re.compile(
    r"^(?:they|she|he|the \w+|\w+) (?:said|told me|mentioned|says|wrote)(?: that)? ", re.IGNORECASE
)
LET = re.compile(
    r"^let (?:me|us) (?=(?:just )?(?:check|ask|see|find|talk|speak|look|get back|come back)\b)",
    re.IGNORECASE,
)
# Only what begins with somebody, or with a thing, can be told: no request and no greeting.
SUBJECT = re.compile(
    r"(?:we|i|you|it|they|there|the|our|my|your|hr|someone|somebody|no one)\b"
    r"|(?-i:[A-Z][a-z]+) (?:will|is|has|needs|wants|would)\b",
    re.IGNORECASE,
)
# Words with a capital only because they come first.
COMMON = re.compile(
    r"(?:we|i|you|it|they|there|the|our|my|your|someone|somebody|no|nobody|everyone|another)\b",
    re.IGNORECASE,
)
# What would have to be told in another way, or is better not said back.
UNTOLD = re.compile(
    r"[?!\"“”():;\n]|\b(?:please|sorry|regret|unfortunately|let's|if you|love|liked|great|good luck"
    r"|bear with|it's been|(?:they|he|she|i) said|best|wish|hope you|pleasure|enjoyed|thank\w*)\b",
    re.IGNORECASE,
)

# The candidate speaks to them: who was "we" is "you", and who was "you" is "I".
PERSONS: Mapping[str, str] = {
    "we": "{they}",
    "i": "{they}",
    "us": "{them}",
    "me": "{them}",
    "our": "{their}",
    "ours": "{theirs}",
    "my": "{their}",
    "they": "{others}",
    "them": "{the_others}",
    "their": "{others_own}",
    "your": "my",
    "yours": "mine",
    "yourself": "myself",
}
TO_THEM: Mapping[str, str] = {"they": "you", "them": "you", "their": "your", "theirs": "yours"}
OF_THEM: Mapping[str, str] = {"they": "they", "them": "them", "their": "their", "theirs": "theirs"}
OTHERS = {"others": "they", "the_others": "them", "others_own": "their"}
# What was to come then is told from later on.
THEN: Mapping[str, str] = {
    "will": "would",
    "won't": "wouldn't",
    "can": "could",
    "can't": "couldn't",
    "cannot": "couldn't",
    "may": "might",
    "is": "was",
    "isn't": "wasn't",
    "are": "were",
    "am": "were",
    "aren't": "weren't",
    "has": "had",
    "hasn't": "hadn't",
    "have": "had",
    "haven't": "hadn't",
    "don't": "didn't",
    "doesn't": "didn't",
    "hope": "hoped",
    "hopes": "hoped",
    "need": "needed",
    "needs": "needed",
    "want": "wanted",
    "wants": "wanted",
    "plan": "planned",
    "plans": "planned",
    "expect": "expected",
    "expects": "expected",
    "goes": "was going",
    "meets": "was meeting",
    "comes": "was coming",
    "starts": "was starting",
}
ENDINGS: Mapping[str, str] = {"ll": "would", "re": "were", "ve": "had", "d": "would", "m": "were"}
SUBJECTS = ("we", "i", "they", "you")
# Behind these, "you" does something, and the verb of a clause follows.
CLAUSE = {"that", "if", "when", "once", "before", "until", "till", "and", "whether", "what", "or"}
BARE = {"to", "would", "could", "might", "will", "can", "should", "must", "not", "the", "a"}
BARE |= {"don't", "doesn't", "didn't", "won't", "can't", "wouldn't", "couldn't"}
WHO = ("i", "we", "you", "they", "he", "she", "it", "that", "there")
BARE |= {f"{who}'{ending}" for who in WHO for ending in ("ll", "d")}
OWN = {"i", "me", "my"}
WORD = re.compile(r"[\w'\u2019-]+|\W+")


# Who is "I" in what was put down: they, who speak to "you", or the candidate, who speaks of "them".
ME = re.compile(r"\b(?:i|me|my|mine|i'\w+)\b", re.IGNORECASE)
SPOKEN_TO = re.compile(r"\b(?:you|your|we|our|us|you'\w+|we'\w+)\b", re.IGNORECASE)
SPOKEN_OF = re.compile(r"\b(?:they|them|he|she|him|they'\w+|he'\w+|she'\w+)\b", re.IGNORECASE)
# So begins what they mean to do, in the candidate's words; what they did is not what they said.
THEY_WILL = re.compile(
    r"they(?:'ll|'re| will| are| hope| need| want| plan| expect| have| meet| won't| can't)\b"
    r"(?! (?:asked|told|said|been|given))",
    re.IGNORECASE,
)
BY_THEM = re.compile(r"they\b|you (?!will|won't|should|shouldn't)\w", re.IGNORECASE)


def retold(sentence: str, *, to_them: bool = True, is_quoted: bool = False) -> str | None:
    """Return a sentence of theirs as a clause that the candidate tells, or None if it has no such.

    ``to_them``: it is told to whoever said it; otherwise about them. ``is_quoted``: the words are
    known to be theirs; otherwise the candidate may have put them down in words of their own.

    >>> retold("We'll be reviewing applications until Friday.")
    "you'd be reviewing applications until Friday"
    >>> retold("You won't hear before the 12th.")
    "I wouldn't hear before the 12th"
    >>> retold("I'll check with the director and let you know", to_them=False)
    "they'd check with the director and let me know"
    >>> retold("You'd have the contract by then."), retold("We'd need a week.")
    ("I'd have the contract by then", "you'd need a week")
    >>> retold("We will be away until May 17."), retold("We may be away in May.")
    ('you would be away until May 17', 'you might be away in May')
    >>> retold("I'll chase them, and they'll decide on Friday", is_quoted=True)
    "you'd chase them, and they'd decide on Friday"
    >>> retold("Call me on Friday."), retold("I gave them until Tuesday")
    (None, None)
    """
    whole = CLOSES.sub("", OPENS.sub("", sentence.strip().replace("\u2019", "'"), count=1))
    after_told = TOLD.sub("", whole)
    plain = LET.sub("I'll ", after_told)
    if UNTOLD.search(plain) or not SUBJECT.match(plain) or len(plain.split()) > MOST_WORDS:
        return None
    is_told = after_told != whole  # "they said they'd call me"
    is_own = is_told or THEY_WILL.match(plain) is not None
    is_mine = SPOKEN_OF.search(plain) or not SPOKEN_TO.search(plain)
    if ME.search(plain) and is_mine and not (is_own or is_quoted):
        return None
    if BY_THEM.match(plain) and not is_own:
        return None
    words = [found[0] for found in WORD.finditer(plain)]
    told = "".join(each_word(words, at, is_own=is_own) for at in range(len(words)))
    them = TO_THEM if to_them else OF_THEM
    # Where they speak of others, these are others still; the candidate's "they" are they.
    others = OTHERS if is_quoted else dict(zip(OTHERS, list(them.values())[:3], strict=True))
    told = told.format(**them, **others)
    keeps = told.startswith(("I ", "I'")) or not COMMON.match(words[0])
    return told if keeps else told[:1].lower() + told[1:]


def each_word(words: list[str], at: int, *, is_own: bool) -> str:
    """Return one word as it is told: whom it is of, and from when.

    ``is_own``: the candidate has put it down in words of their own already.
    """
    word = words[at]
    lower = word.lower()
    before = words[at - 2].lower() if at >= 2 else ""  # a blank lies between
    begins = at == 0 or before in CLAUSE
    pronoun, stroke, ending = lower.partition("'")
    if is_own and (lower in OWN or pronoun == "i"):
        return braced(word)
    if stroke and pronoun in SUBJECTS and ending in ENDINGS:
        return with_ending(pronoun, ending)
    if lower == "you":
        return "I" if begins else "me"
    if lower in PERSONS and lower != "i":
        return PERSONS[lower]
    if word == "I":
        return PERSONS["i"]
    # "To have" and "I'd need" stay as they are, and so does the month of May.
    is_bare = before in BARE or word == "May"
    return THEN[lower] if lower in THEN and not is_bare and at > 0 else braced(word)


def with_ending(pronoun: str, ending: str) -> str:
    """Return "we'll" and its like as they are told."""
    who, verb = {"you": "I", "they": "{others}"}.get(pronoun, "{they}"), ENDINGS[ending]
    if verb == "were" and pronoun == "you":
        verb = "was"
    return f"{who}'d" if verb == "would" else f"{who} {verb}"


def braced(word: str) -> str:
    """Return a word that no blank is taken for."""
    return word.replace("{", "{{").replace("}", "}}")
