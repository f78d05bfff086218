"""Leaves nothing in memory that an answer doesn't need, and closes the door for good."""

import gc
import re
import sys
from pathlib import Path

from calculator.browser import respond


class NotInTheImage(BaseException):
    """Something was imported that isn't there: no ``except Exception`` may hide it."""


class NothingMore:
    """Finds no module: what isn't in the image can't be had."""

    def find_spec(self, name: str, *_: object) -> None:
        """Say which module was asked for."""
        raise NotInTheImage(name)


Path("/respond").write_text(str(id(respond)), encoding="utf-8")
sys.meta_path[:] = [NothingMore()]
sys.path_importer_cache.clear()
re.purge()
gc.collect()
