"""Try many made-up statements: a reading never fails, and no window ends before it begins.

Run as ``python -m tools.fuzz_reading``; the variable ``FUZZ`` says how many (200,000).
"""

import os
import random
from datetime import date, timedelta

from calculator.reading import phrases, read

SEED = 1
FIRST_DAY = date(2024, 1, 1)
SIGNS = [*",.!?-/'…:;()", "\n", "\u2019", "\u00a0", "😀", "ß", "31", "0", "2027", "not", "until"]
STEP = 10_000


def main() -> None:
    """Read the statements and say how far it is; the first failure ends it."""
    chance = random.Random(SEED)  # noqa: S311 (made-up statements, no secrets)
    words = [word for phrase in phrases.PHRASES for word in phrase.example.split()] + SIGNS
    wanted = int(os.environ.get("FUZZ", "200000"))
    for number in range(1, wanted + 1):
        statement = made_up(chance, words)
        day = FIRST_DAY + timedelta(days=chance.randrange(2500))
        try:
            read(statement, said_on=day, country=chance.choice(["US", "GB", "KR"]))
        except Exception:
            print(f"failed on {statement!r}, said on {day}")
            raise
        if number % STEP == 0 or number == wanted:
            print(f"{number:,} of {wanted:,} read", flush=True)


def made_up(chance: random.Random, words: list[str]) -> str:
    """Return words of time in any order, now and then with a slip of the finger."""
    text: str = " ".join(chance.choices(words, k=chance.randint(1, 14)))
    if chance.random() < 1 / 2:
        return text
    at = chance.randrange(len(text))
    slip: str = chance.choice([*SIGNS, ""])
    return text[:at] + slip + text[at + 1 :]


if __name__ == "__main__":
    main()
