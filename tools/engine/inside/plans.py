"""Asks for plans of all kinds, so that what of Python an answer uses is known."""

import json
from pathlib import Path

from calculator.browser import respond

known = json.loads(Path("/inside/requests.json").read_text(encoding="utf-8"))
for request in [*known["usual"], *known["unusual"]]:
    respond(json.dumps(request))
