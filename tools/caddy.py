"""Debian's Caddy, serving the built site with the settings that the build has made for it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.nginx import SETTINGS, free_port, wait_for
from tools.serve import SITE

CADDYFILE = SETTINGS.with_name("Caddyfile")


@contextmanager
def caddy(folder: Path, *, site: Path = SITE) -> Iterator[str]:
    """Run Caddy with its files in a folder and yield the site's address.

    Nothing but the port and the site's folder differs from what is shipped.
    """
    port = free_port()
    ours = CADDYFILE.read_text().replace(":80 {", f"http://127.0.0.1:{port} {{", 1)
    config = folder / "Caddyfile"
    config.write_text(
        "{\n\tadmin off\n}\n" + ours.replace("/var/www/after-the-interview", str(site))
    )
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(config)]
    home = os.environ | {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=home, stdout=log, stderr=log)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()
