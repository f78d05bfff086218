"""Imports the calculator and reads what it knows: the first answer has nothing left to load."""

import _sre  # type: ignore[import-not-found] # as C names it
import gc
import re
from collections.abc import Callable
from functools import cache


def without_text(compiled: Callable[..., re.Pattern[str]]) -> Callable[..., re.Pattern[str]]:
    """Return what makes a pattern that does not keep the text that it was written as."""
    return lambda _, *rest: compiled("", *rest)


compiled = _sre.compile
_sre.compile = without_text(compiled)

import calculator.browser  # noqa: E402, F401 # with all that it imports
from calculator.holidays import load  # noqa: E402
from calculator.planning.rules import DATA  # noqa: E402
from calculator.presenting import script_files  # noqa: E402

load()
for name in script_files.names():
    script_files.script(name)
for file in sorted((DATA / "frames").iterdir()):
    script_files.frame(file.stem.replace("-", " "))
for found in gc.get_objects():
    if type(found) is type(cache(str)) and found.__module__.startswith("calculator."):
        code = found.__wrapped__.__code__
        if not code.co_argcount + code.co_kwonlyargcount:
            found()
_sre.compile = compiled
# It keeps what it has made by its text.
re.purge()
