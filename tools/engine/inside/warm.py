"""Imports the calculator and makes plans with it, so that the first answer has nothing left to load."""

import json
from pathlib import Path

from calculator.browser import respond
from calculator.holidays import load
from calculator.presenting import scripts

load()
for name in scripts.names():
    scripts.script(name)
for frame in Path(scripts.DATA, "frames").iterdir():
    scripts.frame(frame.stem)
for request in json.loads(Path("/inside/requests.json").read_text(encoding="utf-8")):
    respond(json.dumps(request))
