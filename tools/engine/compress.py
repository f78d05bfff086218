"""Compressed copies of files, made once for each content, for servers that send what is there."""

import gzip
import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import get_ident

import brotli

# 2^24 bytes: the largest distance at which a browser's brotli may repeat itself.
WINDOW = 24
# The clock is left out, so that the same file compresses to the same bytes.
COMPRESSORS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: bytes(brotli.compress(content, quality=11, lgwin=WINDOW)),
    ".gz": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}


def compress_beside(files: Iterable[Path], *, cache: Path) -> None:
    """Put a ``.br`` and a ``.gz`` beside each file, taken from the cache where it has them."""
    cache.mkdir(parents=True, exist_ok=True)
    # Both compressors let other threads run.
    with ThreadPoolExecutor() as threads:
        jobs = [
            threads.submit(compress, file, ending, cache)
            for file in files
            for ending in COMPRESSORS
        ]
    for job in jobs:
        job.result()


def compress(file: Path, ending: str, cache: Path) -> None:
    """Put one compressed copy beside a file."""
    content = file.read_bytes()
    done = cache / f"{hashlib.sha256(content).hexdigest()}{ending}"
    if not done.exists():
        # Another thread may be at a file with the same content.
        partial = done.with_name(f"{done.name}.{get_ident()}")
        partial.write_bytes(COMPRESSORS[ending](content))
        partial.rename(done)
    shutil.copy(done, file.with_name(file.name + ending))
