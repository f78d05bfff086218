"""Compressed copies of files, made once for each content, for servers that send what is there."""

import gzip
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from tools.cache import cached_file

# 2^24 bytes: the largest distance at which a browser's brotli may repeat itself.
WINDOW = 24
# Said of fonts, it fits an image too, whose numbers of four bytes stand one after the other: it
# takes 4 kB less. Pages and scripts take as much either way.
MODE = brotli.MODE_FONT
# The clock is left out, so that the same file compresses to the same bytes.
COMPRESSORS: Mapping[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: bytes(brotli.compress(content, mode=MODE, quality=11, lgwin=WINDOW)),
    ".gz": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}
# One, so that what the build waits for goes on beside it. Both compressors let other threads run.
AHEAD = ThreadPoolExecutor(1)
begun: list[Future[Path]] = []


def compress_ahead(files: Iterable[Path]) -> None:
    """Begin to compress files beside whose copies ``compress_beside`` will put the result."""
    begun.extend(AHEAD.submit(compressed, file, end) for file in files for end in COMPRESSORS)


def compress_beside(files: Iterable[Path]) -> None:
    """Put a ``.br`` and a ``.gz`` beside each file, taken from the cache where it has them."""
    while begun:
        begun.pop().result()
    with ThreadPoolExecutor() as threads:
        jobs = [threads.submit(compress, file, ending) for file in files for ending in COMPRESSORS]
    for job in jobs:
        job.result()


def compress(file: Path, ending: str) -> None:
    """Put one compressed copy beside a file."""
    shutil.copy(compressed(file, ending), file.with_name(file.name + ending))


def compressed(file: Path, ending: str) -> Path:
    """Return where a file's content lies, compressed."""
    content = file.read_bytes()
    return cached_file(f"sent{ending}", content, partial(COMPRESSORS[ending], content))
