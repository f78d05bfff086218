"""Asks for plans of all kinds, so that what of Python an answer uses is known."""

import gc
import json
import sys
from functools import lru_cache
from pathlib import Path
from types import CodeType

from calculator.browser import respond

# Each function is noted when it is first called.
called: set[str] = set()
MONITOR = 0
STARTED = sys.monitoring.events.PY_START


def note(code: CodeType, _: int) -> object:
    """Note that a function was called; once is enough."""
    called.add(f"{code.co_qualname} {code.co_firstlineno}")
    return sys.monitoring.DISABLE


sys.monitoring.use_tool_id(MONITOR, "called")
sys.monitoring.register_callback(MONITOR, STARTED, note)
sys.monitoring.set_events(MONITOR, STARTED)

# In the image the answers of warm.py are forgotten.
CACHED = type(lru_cache(str))
for found in gc.get_objects():
    if type(found) is CACHED and found.__wrapped__.__code__.co_argcount:
        found.cache_clear()

# The collector may come at any moment of an answer, and looks at whatever there is then.
gc.freeze()
gc.set_threshold(1)
known = json.loads(Path("/inside/requests.json").read_text(encoding="utf-8"))
for request in [*known["usual"], *known["unusual"]]:
    respond(json.dumps(request))
gc.set_threshold(100)
for request in json.loads(Path("/practice").read_text(encoding="utf-8")):
    respond(request)

# After many answers the caches are full: each new text takes the place of an old one.
in_a_full_cache = lru_cache(maxsize=1)(str)
for text in ("one", "another"):
    in_a_full_cache(text)

sys.monitoring.free_tool_id(MONITOR)
Path("/called").write_text("\n".join(sorted(called)), encoding="utf-8")
