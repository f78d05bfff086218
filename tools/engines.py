"""Firefox and WebKitGTK, driven by the protocols that they speak themselves."""

import json
import re
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from websockets.sync.client import ClientConnection, connect

from tools.browsers import FIREFOX, found, mini_browser
from tools.nginx import free_port, wait_for

START = 60


class Engine(Protocol):
    """A browser with one page open."""

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""

    def ask(self, script: str) -> Any:  # noqa: ANN401 (what the page answers)
        """Return the value of an expression in the page."""


class Firefox:
    """Speaks WebDriver BiDi."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.sent = 0
        self.send("session.new", {"capabilities": {}})
        self.context = self.send("browsingContext.getTree", {})["contexts"][0]["context"]

    def send(self, method: str, parameters: dict[str, object]) -> Any:  # noqa: ANN401 (each command has its own)
        """Send a command and return its result. Raises ``RuntimeError`` if it failed."""
        self.sent += 1
        message = {"id": self.sent, "method": method, "params": parameters}
        self.connection.send(json.dumps(message))
        while True:
            answer = json.loads(self.connection.recv(timeout=START))
            if answer.get("id") == self.sent:
                if answer["type"] != "success":
                    raise RuntimeError(answer)
                return answer["result"]

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self.send(
            "browsingContext.navigate",
            {"context": self.context, "url": address, "wait": "complete"},
        )

    def ask(self, script: str) -> Any:  # noqa: ANN401
        """Return the value of an expression in the page."""
        answer = self.send(
            "script.evaluate",
            {
                "expression": f"JSON.stringify({script} ?? null)",
                "target": {"context": self.context},
                "awaitPromise": False,
            },
        )
        if answer["type"] != "success":
            raise RuntimeError(answer)
        return json.loads(answer["result"]["value"])


class WebKit:
    """Speaks WebDriver."""

    def __init__(self, driver: str) -> None:
        options = {"binary": mini_browser(), "args": ["--automation"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.session = f"{driver}/session"
        self.session += f"/{self.post('', asked)['sessionId']}"
        self.post("/timeouts", {"script": START * 1000})

    def post(self, path: str, body: Mapping[str, object]) -> Any:  # noqa: ANN401
        """Send a command and return its result."""
        request = urllib.request.Request(  # noqa: S310 (this machine's own driver)
            self.session + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=START) as answer:  # noqa: S310
            return json.load(answer)["value"]

    def go(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self.post("/url", {"url": address})

    def ask(self, script: str) -> Any:  # noqa: ANN401
        """Return the value of an expression in the page."""
        return self.post("/execute/sync", {"script": f"return {script}", "args": []})


@contextmanager
def firefox() -> Iterator[Engine]:
    """Open a Firefox with a profile of its own."""
    with TemporaryDirectory() as profile:
        command = [
            found(FIREFOX) or "firefox",
            *("--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile),
        ]
        with running(command, stderr=subprocess.PIPE) as process:
            said = "".join(iter_until(process, "WebDriver BiDi listening on "))
            (address,) = re.findall(r"listening on (ws://\S+)", said)
            with connect(f"{address}/session", max_size=None) as connection:
                yield Firefox(connection)


def iter_until(process: subprocess.Popen[str], sign: str) -> Iterator[str]:
    """Yield the lines that a program writes, up to the one with that sign."""
    for line in process.stderr or ():
        yield line
        if sign in line:
            return


@contextmanager
def webkit() -> Iterator[Engine]:
    """Open a WebKitGTK browser on a screen that nobody sees."""
    port = free_port()
    command = ["xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"]
    with running(command, stderr=subprocess.DEVNULL):
        wait_for(port)
        yield WebKit(f"http://127.0.0.1:{port}")


@contextmanager
def running(command: list[str], *, stderr: int) -> Iterator[subprocess.Popen[str]]:
    """Run a program, and end it and all that it has started in the end."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=stderr, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        subprocess.run(["kill", "--", f"-{process.pid}"], check=False)
        process.wait()
        if process.stderr:
            process.stderr.close()
