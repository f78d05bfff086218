"""The browsers and the web servers that the tests use: found, or installed where that is possible.

Run as ``python -m tools.browsers``, it makes sure that they are there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# The same engine without a window around each page, which costs as much as the page: for the tests.
# Speed is measured in the browser that people have.
WITHOUT_WINDOWS = ("chromium-headless-shell", *CHROMIUM)
FIREFOX = ("firefox-esr", "firefox")
NGINX = ("nginx", "/usr/sbin/nginx")
BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

# What is needed, each by what shows that it is there, and Debian's packages that bring it.
NEEDED = (
    (CHROMIUM, "chromium"),
    (FIREFOX, "firefox-esr"),
    (("WebKitWebDriver",), "webkit2gtk-driver"),
    (("xvfb-run",), "xvfb xauth"),
    (NGINX, "nginx"),
    ((BROTLI,), "libnginx-mod-http-brotli-static"),
    (("caddy",), "caddy"),
)
# What makes the tests quicker, where the system has it.
QUICKER = WITHOUT_WINDOWS[0]


def found(names: Iterable[str]) -> str | None:
    """Return the path of the first of these programs or files that is there, or ``None``."""
    return next(filter(None, map(place, names)), None)


def place(name: str) -> str | None:
    """Return where a program or file is, or ``None``."""
    return name if name.startswith("/") and Path(name).exists() else shutil.which(name)


def chromium() -> str | None:
    """Return the path of an installed Chromium, or ``None``."""
    return found(CHROMIUM)


def mini_browser() -> str:
    """Return the path of WebKitGTK's own small browser, which comes with its driver."""
    return str(next(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser")))


def missing() -> list[str]:
    """Return the packages that are still to be installed."""
    return [
        package for names, packages in NEEDED if not found(names) for package in packages.split()
    ]


def install(packages: list[str]) -> None:
    """Install packages of Debian; needs root. Raises ``CalledProcessError`` if that fails."""
    # A service would be started as soon as it is installed; the tests start their own.
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=True)


def main() -> str | None:
    """Return ``None`` when everything is there in the end, else what to do."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        if missing():
            print(f"Installing {' '.join(missing())} for the browser tests ...")
            install(missing())
        if not place(QUICKER):
            print(f"Installing {QUICKER}, with which they are quicker ...")
            with suppress(subprocess.CalledProcessError):
                install([QUICKER])
    left = missing()
    return f"The tests need more: sudo apt-get install {' '.join(left)}" if left else None


if __name__ == "__main__":
    sys.exit(main())
