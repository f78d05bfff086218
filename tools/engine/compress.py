"""Compressed copies of files, made once for each content, for servers that send what is there."""

import gzip
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from tools.cache import cached_file

# 2^24 bytes: the largest distance at which a browser's brotli may repeat itself.
WINDOW = 24
# The clock is left out, so that the same file compresses to the same bytes.
COMPRESSORS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: bytes(brotli.compress(content, quality=11, lgwin=WINDOW)),
    ".gz": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}


def compress_beside(files: Iterable[Path]) -> None:
    """Put a ``.br`` and a ``.gz`` beside each file, taken from the cache where it has them."""
    # Both compressors let other threads run.
    with ThreadPoolExecutor() as threads:
        jobs = [threads.submit(compress, file, ending) for file in files for ending in COMPRESSORS]
    for job in jobs:
        job.result()


def compress(file: Path, ending: str) -> None:
    """Put one compressed copy beside a file."""
    content = file.read_bytes()
    done = cached_file(f"compressed{ending}", content, partial(COMPRESSORS[ending], content))
    shutil.copy(done, file.with_name(file.name + ending))
