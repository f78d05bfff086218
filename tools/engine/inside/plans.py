"""Answers requests of all kinds: takes down the functions that are called, imports what is left."""

import json
import sys
from pathlib import Path
from types import CodeType

from calculator.browser import respond

called: set[CodeType] = set()
watch = sys.monitoring
known = json.loads(Path("/inside/requests.json").read_text(encoding="utf-8"))


def note(code: CodeType, _: int) -> object:
    """Take down which function begins, once."""
    called.add(code)
    return watch.DISABLE


watch.use_tool_id(0, "plans")
watch.register_callback(0, watch.events.PY_START, note)
watch.set_events(0, watch.events.PY_START)
for request in [*map(json.dumps, known["usual"] + known["unusual"]), *known["unreadable"]]:
    respond(request)
watch.set_events(0, 0)
watch.free_tool_id(0)
Path("/called").write_text(
    "\n".join(f"{code.co_filename}:{code.co_firstlineno}" for code in called), encoding="utf-8"
)
