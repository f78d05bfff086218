"""Serves the built site on this machine as a static host would: with the headers of ``_headers``.

Run as ``python -m tools.serve PORT``.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITE = Path(__file__).parents[1] / "site"


class Handler(SimpleHTTPRequestHandler):
    """Serves files with their headers, and no line for each request."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Add what ``_headers`` says of the address."""
        folder = Path(self.directory)
        path = self.path.partition("?")[0]
        headers = folder / "_headers"
        for pattern, name, value in said(headers.read_text() if headers.exists() else ""):
            if fnmatchcase(path, pattern):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def said(headers: str) -> list[tuple[str, str, str]]:
    """Return each line of a ``_headers`` file as address pattern, name and value."""
    return list(lines(headers))


def lines(headers: str) -> Iterator[tuple[str, str, str]]:
    r"""Yield them: a line that begins with a blank belongs to the address above it.

    >>> list(lines("/*\n  X-Kind: a: b"))
    [('/*', 'X-Kind', 'a: b')]
    """
    pattern = ""
    for line in headers.splitlines():
        if line.startswith("/"):
            pattern = line
        elif line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            yield pattern, name, value


class Server(ThreadingHTTPServer):
    """Serves each request in a thread of its own."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # passed on


def server(port: int = 0, *, site: Path = SITE) -> Server:
    """Return a server for the site on this machine alone; port 0 takes a free one."""
    return Server(("127.0.0.1", port), partial(Handler, directory=str(site)))


def main() -> None:
    """Serve until it is stopped."""
    with server(int(sys.argv[1])) as running:
        print(f"The site is at http://127.0.0.1:{running.server_port}/ (stop it with Ctrl+C)")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
