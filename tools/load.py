"""Many visitors at once, each fetching what a first visit to the calculator needs, from nginx here.

Run as ``python -m tools.load``; the variable ``VISITORS`` says how many at once (200).
"""

import asyncio
import os
import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.nginx import nginx
from tools.serve import SITE

VISITS_EACH = 3
REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: site\r\nAccept-Encoding: br\r\nConnection: keep-alive\r\n\r\n"
)
LENGTH = re.compile(rb"\r\nContent-Length: (\d+)\r\n")


def main() -> str | None:
    """Print what the visitors saw; return what went wrong, if anything did."""
    visitors = int(os.environ.get("VISITORS", "200"))
    with TemporaryDirectory() as folder, nginx(Path(folder)) as address:
        port = int(address.rpartition(":")[2])
        begun = time.perf_counter()
        visits = asyncio.run(all_visits(port, visitors, paths()))
        took = time.perf_counter() - begun
    seconds = sorted(second for second, _ in visits)
    sizes = {size for _, size in visits}
    print(f"{visitors} visitors at once, {len(visits)} cold starts of {len(paths())} files")
    print(f"{max(sizes) / 1000:.0f} kB each, {len(visits) / took:.0f} visits a second")
    print(f"half within {seconds[len(seconds) // 2]:.2f} s, the slowest in {seconds[-1]:.2f} s")
    return None if len(sizes) == 1 else "visitors got different numbers of bytes"


def paths() -> list[str]:
    """Return what a browser asks for: the page, what it names, the worker and the image."""
    html = (SITE / "calculator" / "index.html").read_text()
    named = re.findall(r'<(?:script|link rel="stylesheet"|img)[^>]*(?:src|href)="([^"]+)"', html)
    image = next(SITE.glob("assets/engine/*/calculator.wasm"))
    worker = next(SITE.glob("scripts/worker-*.js"))
    found = [os.path.normpath(f"/calculator/{path}") for path in named]
    return ["/calculator/", *found, *(f"/{file.relative_to(SITE)}" for file in (worker, image))]


async def all_visits(port: int, visitors: int, files: list[str]) -> list[tuple[float, int]]:
    """Return how long each visit took and how many bytes came, all visitors at once."""
    each = await asyncio.gather(*(visits(port, files) for _ in range(visitors)))
    return [visit for visits_of_one in each for visit in visits_of_one]


async def visits(port: int, files: list[str]) -> list[tuple[float, int]]:
    """Visit a few times, one after the other."""
    return [await visit(port, files) for _ in range(VISITS_EACH)]


async def visit(port: int, files: list[str]) -> tuple[float, int]:
    """Fetch everything over one connection; raises ``OSError`` for any answer but a good one."""
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    size = 0
    for path in files:
        writer.write(REQUEST.format(path=path).encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not head.startswith(b"HTTP/1.1 200 ") or not length:
            raise OSError(f"{path}: {head.splitlines()[0]!r}")
        size += len(head) + len(await reader.readexactly(int(length[1])))
    writer.close()
    await writer.wait_closed()
    return time.perf_counter() - begun, size


if __name__ == "__main__":
    sys.exit(main())
