"""Asks for plans of all kinds, so that what of Python an answer uses is known."""

import gc
import json
from functools import lru_cache
from pathlib import Path

from calculator.browser import respond

# The collector may come at any moment of an answer, and looks at whatever there is then.
gc.freeze()
gc.set_threshold(1)
known = json.loads(Path("/inside/requests.json").read_text(encoding="utf-8"))
for request in [*known["usual"], *known["unusual"]]:
    respond(json.dumps(request))

# After many answers the caches are full: each new text takes the place of an old one.
in_a_full_cache = lru_cache(maxsize=1)(str)
for text in ("one", "another"):
    in_a_full_cache(text)
