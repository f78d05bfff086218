"""Words as they are usually spelt: slips of the finger, and words run together."""

from __future__ import annotations

from functools import lru_cache

from calculator.reading.vocabulary import KNOWN, MONTHS, SENSES, SPELLINGS, WEEKDAYS

# What a slip is put right to, and the real words that are as near and mean something else.
AIMS = (
    *WEEKDAYS, *(month for month in MONTHS if month not in ("may", "march", "june", "july")),
    "week", "weeks", "month", "months", "days", "years", "hours", "weekend", "fortnight", "quarter",
    "today", "tomorrow", "tonight", "business", "working", "within", "before", "after", "until",
    "beginning", "middle", "early", "between", "couple", "several", "following", "latest",
    "earliest", "christmas", "thanksgiving", "easter", "morning", "afternoon", "evening",
)  # fmt: skip
REAL_WORDS = frozenset(
    "sundry sundae mouth mouths moth week's seek seeks peek peeks reek reeks geek geeks leek "
    "leeks meek weed weeds weep weeps weak ween hears dears fears tears gears bears nears wears "
    "pears yearn yearns tours yours fours pours ours dais says ways pays rays lays bays dams "
    "toady weekends quartet workings wording latent yearly dearly nearly pearly rafter alter "
    "afters befores eastern feaster master mourning evenings couples coupled coupler followings "
    "hollowing aprils augusts meddle muddle riddle fiddle piddle latests untie deeks beeks "
    "corking forking days' doys easier faster taster raster caster eater ears earl dads dabs toddy monte monty moaning moths lamest couplet aster ester "
    "jays hays nays".split()
)
PARTS = (
    frozenset(
        "next this last the a an of in on by end early late mid two three four five six seven eight ten couple few "
        "before after until within for and or at week weeks month months day days year business working".split()
    )
    | {*WEEKDAYS, "weekend", "tomorrow", "morning", "afternoon", "evening", "today", "fortnight"}
    | {month for month in MONTHS if month not in ("may", "march")}
)
ANCHORS = (
    frozenset("the end week weeks month months weekend tomorrow today fortnight".split())
    | {*WEEKDAYS, *MONTHS}
) - {"may", "march"}


@lru_cache(maxsize=8192)
def standard(plain: str) -> str:
    """Return a word as it is usually spelt, if it is one of ours."""
    if plain in SPELLINGS:
        return SPELLINGS[plain]
    if len(plain) < 4 or plain in KNOWN or plain in REAL_WORDS:
        return plain
    near = [aim for aim in AIMS if is_one_slip(plain, aim)]
    return near[0] if len(near) == 1 else plain


def is_one_slip(word: str, aim: str) -> bool:
    """Whether a word is another with one letter changed, added, left out, or two swapped.

    >>> [is_one_slip(word, "friday") for word in ("firday", "fridy", "fridday", "fryday", "day")]
    [True, True, True, True, False]
    """
    if abs(len(word) - len(aim)) > 1:
        return False
    if word[0] != aim[0] and word[1:] != aim[1:] and word[1:2] != aim[:1]:
        return word == aim[1:]
    at = next(
        (i for i, (a, b) in enumerate(zip(word, aim, strict=False)) if a != b),
        min(len(word), len(aim)),
    )
    return (
        word[at + 1 :] == aim[at + 1 :]
        or word[at + 1 :] == aim[at:]
        or word[at:] == aim[at + 1 :]
        or (word[at : at + 2] == aim[at : at + 2][::-1] and word[at + 2 :] == aim[at + 2 :])
    )


@lru_cache(maxsize=8192)
def pieces(plain: str) -> tuple[str, ...]:
    """Return the words that were run together; the word alone, if it is none of ours.

    >>> pieces("endofweek")
    ('end', 'of', 'week')
    """
    if not 5 <= len(plain) <= 30 or plain in KNOWN or plain in SENSES:
        return (plain,)
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(plain)
    for end in range(1, len(plain) + 1):
        for start in range(max(0, end - 10), end):
            before = ways[start]
            if before is not None and ways[end] is None and plain[start:end] in PARTS:
                ways[end] = (*before, plain[start:end])
    found = ways[-1]
    return found if found and len(found) > 1 and ANCHORS & set(found) else (plain,)
