"""The service worker and what an installed site is called and looks like.

The service worker is one script: Workbox as its makers publish it, the list of the site's files,
and ``service-worker.js`` from this folder. It is registered when someone has used the calculator
(``docs/assets/offline.js``), so a visitor who only reads fetches none of this.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import resvg_py

from tools.engine.pack import ROOT, Engine
from tools.site.scripts import FOLDER as SCRIPTS

HERE = Path(__file__).parent
WORKBOX = ("core", "routing", "strategies", "precaching")
KEPT = {".html", ".css", ".js", ".json", ".svg", ".webmanifest"}
ENGINE = "assets/engine"
ICON = ROOT / "docs" / "assets" / "icon.svg"
# What devices ask for: Android two sizes, iOS 180 pixels.
SIZES = (180, 192, 512)
COLOUR = "#00695c"


def service_worker(site: Path, engine: Engine) -> str:
    """Return the script for a built site."""
    listed = json.dumps(list(kept_files(site, engine)), indent=0)
    ours = (HERE / "service-worker.js").read_text(encoding="utf-8")
    return "\n".join((*map(workbox, WORKBOX), f"const FILES = {listed};", ours))


def workbox(part: str) -> str:
    """Return a part of Workbox, without the comment that names its source map."""
    path = ROOT / "node_modules" / f"workbox-{part}" / "build" / f"workbox-{part}.prod.js"
    script = path.read_text(encoding="utf-8")
    return script.partition("//# sourceMappingURL")[0].rstrip()


def kept_files(site: Path, engine: Engine) -> Iterator[dict[str, str | None]]:
    """Yield what is kept: every page and what it needs, and the image, all checked by the browser.

    A version is kept whole or not at all: where one file is not the one of this version, as while a
    host is still being filled, nothing of it is, and the next look tries again. A file whose name
    tells its content needs no revision; the browser's own cache then gives it.
    """
    for file in sorted(site.rglob("*.*")):
        path = file.relative_to(site).as_posix()
        if file.suffix in KEPT and not path.startswith((ENGINE, "404")):
            digest = hashlib.sha256(file.read_bytes())
            revision = None if path.startswith(f"{SCRIPTS}/") else digest.hexdigest()[:16]
            yield {
                "url": path.removesuffix("index.html") or "./",
                "revision": revision,
                "integrity": f"sha256-{b64encode(digest.digest()).decode()}",
            }
    if engine.image:
        yield {
            "url": f"{ENGINE}/{engine.image}",
            "revision": None,
            "integrity": engine.integrity,
        }


def manifest(*, name: str, description: str) -> str:
    """Return the web app manifest; its addresses are relative to the site's top."""
    icons = [
        {"src": icon_uri(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in SIZES
        for purpose in ("any", "maskable")
    ]
    about = {
        "name": name,
        "description": description,
        "id": "./",
        "start_url": "calculator/",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": COLOUR,
        "icons": icons,
    }
    return json.dumps(about, indent=2)


def icon_uri(size: int) -> str:
    """Return where the icon of a size lies."""
    return f"assets/icon-{size}.png"


def icon(size: int) -> bytes:
    """Return the site's icon as PNG, with room around it for any shape that a device cuts out."""
    picture = ICON.read_text(encoding="utf-8").replace("0 0 32 32", "-8 -8 48 48")
    return bytes(
        resvg_py.svg_to_bytes(svg_string=picture, width=size, height=size, background="#ffffff")
    )
