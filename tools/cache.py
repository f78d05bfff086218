"""What takes long to make, kept by what it is made from: nothing is made twice.

It lies in ``build/cache/``, which a build may find empty at any time. What no build has used for
a while goes.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from threading import get_ident

CACHE = Path(__file__).parents[1] / "build" / "cache"
DAYS = 14


def cached(name: str, made_from: bytes, make: Callable[[], bytes]) -> bytes:
    """Return what ``make`` makes; the cache's, if it was made before from the same.

    ``name`` says what it is and ends as its file's name would.
    """
    return cached_file(name, made_from, make).read_bytes()


def cached_file(name: str, made_from: bytes, make: Callable[[], bytes]) -> Path:
    """Do the same, and return where it lies."""
    done = CACHE / f"{hashlib.sha256(made_from).hexdigest()[:32]}-{name}"
    if done.exists():
        done.touch()
        return done
    CACHE.mkdir(parents=True, exist_ok=True)
    # Another thread may be at the same.
    partial = done.with_name(f"{done.name}.{get_ident()}")
    partial.write_bytes(make())
    partial.rename(done)
    return done


def without_old() -> None:
    """Remove what no build has used for a while."""
    for file in CACHE.glob("*"):
        if file.stat().st_mtime < time.time() - DAYS * 86_400:
            file.unlink()
