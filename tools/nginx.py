"""Debian's nginx, serving the built site with the settings that the build has made for it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection, socket

from tools.browsers import BROTLI, NGINX, found
from tools.serve import SITE

SETTINGS = Path(__file__).parents[1] / "build" / "hosting" / "nginx.conf"
# What stands in Debian's own nginx.conf around such a file, without its paths for the system.
AROUND = """
daemon off;
pid {folder}/pid;
load_module {brotli};
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    log_format sent '$uri $bytes_sent "$request" "$http_referer" "$http_cookie" $request_body';
    access_log {log};
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {settings};
}}
"""


@contextmanager
def nginx(
    folder: Path, *, settings: Path = SETTINGS, site: Path = SITE, log: Path | None = None
) -> Iterator[str]:
    """Run nginx with its files in a folder and yield the site's address.

    Nothing but the port and the site's folder differs from what is shipped. A ``log`` gets a line
    for each answer: its path, the bytes that were sent, and all that the browser has told.
    """
    port = free_port()
    ours = settings.read_text().replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "site.conf").write_text(ours.replace("/var/www/after-the-interview", str(site)))
    main = folder / "nginx.conf"
    conf = folder / "site.conf"
    logged = f"{log} sent" if log else "off"
    main.write_text(AROUND.format(folder=folder, brotli=BROTLI, settings=conf, log=logged))
    errors = folder / "errors"
    command = [found(NGINX) or "nginx", "-e", str(errors), "-c", str(main), "-g", "user root;"]
    process = subprocess.Popen(command)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until something listens on a port of this machine; raises ``OSError`` in the end."""
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise OSError(f"nothing listens on port {port}")
