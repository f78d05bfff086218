"""The list of known weaknesses is asked about each package, and what it knows is told."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tools.audit import weaknesses

WEAK = "pkg:npm/left@1.0.0"


class KnownWeaknesses(BaseHTTPRequestHandler):
    """A list that knows one weakness, in the words of the real one."""

    def do_POST(self) -> None:
        """Answer each query."""
        length = int(self.headers["Content-Length"])
        asked = [
            query["package"]["purl"] for query in json.loads(self.rfile.read(length))["queries"]
        ]
        known = [{"vulns": [{"id": "GHSA-1"}]} if purl == WEAK else {} for purl in asked]
        body = json.dumps({"results": known}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def known() -> Iterator[str]:
    """The address of such a list."""
    with HTTPServer(("127.0.0.1", 0), KnownWeaknesses) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_known_weakness_is_told_with_its_package(known: str) -> None:
    assert list(weaknesses(["pkg:pypi/right@2.0", WEAK], at=known)) == [(WEAK, "GHSA-1")]


def test_no_weakness_is_none(known: str) -> None:
    assert list(weaknesses(["pkg:pypi/right@2.0"], at=known)) == []
