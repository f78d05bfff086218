"""The browsers that the tests use: found, or installed where that is possible.

Run as ``python -m tools.browsers``, it makes sure that they are there.
"""

import os
import shutil
import subprocess
import sys

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get install chromium"


def chromium() -> str | None:
    """Return the path of an installed Chromium, or ``None``."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def install() -> None:
    """Install Debian's Chromium; needs root."""
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=True)


def main() -> str | None:
    """Return ``None`` when a browser is there in the end, else what to do."""
    if not chromium() and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests ...")
        install()
    return None if chromium() else f"No Chromium was found: install it (as root: {INSTALL})."


if __name__ == "__main__":
    sys.exit(main())
