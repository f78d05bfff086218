"""Asks for unusual plans too, so that what of Python they use is known."""

import json
from pathlib import Path

from calculator.browser import respond

for request in json.loads(Path("/inside/requests.json").read_text(encoding="utf-8"))["unusual"]:
    respond(json.dumps(request))
