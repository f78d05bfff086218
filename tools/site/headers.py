"""What browsers are told with every answer: what a page may load, and how long files are kept.

``hosting/headers.toml`` says it. The build writes it into each page, as far as a meta element can
say it, and into settings for servers: ``_headers`` for static hosts, and the templates beside that
file, filled in.
"""

import hashlib
import re
import tomllib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

HOSTING = Path(__file__).parents[2] / "hosting"
SAID: Mapping[str, Any] = tomllib.loads((HOSTING / "headers.toml").read_text(encoding="utf-8"))
KEPT_FOR_EVER = "public, max-age=31536000, immutable"
TEMPLATES = Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)  # noqa: S701 (no HTML)
SERVERS = ("nginx.conf", "Caddyfile")

# With `src` the script is a file; with a type it is data, which no policy stops.
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'


def with_policy(html: str) -> str:
    """Return a page with its policy as a meta element, ahead of all that the policy is for."""
    if CHARSET not in html:
        raise ValueError("a page does not begin with its character set")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes_in(html))}">'
    return html.replace(CHARSET, f"{CHARSET}\n      {meta}", 1)


def hashes_in(html: str) -> set[str]:
    """Return the inline scripts of a page as a policy names them."""
    return {f"'sha256-{sha256(script)}'" for script in INLINE_SCRIPT.findall(html)}


def sha256(text: str) -> str:
    """Return the hash as a policy writes it.

    >>> sha256("")
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(hashes: Iterable[str], **more: str) -> str:
    """Return the policy that allows inline scripts of these hashes."""
    directives = SAID["policy"] | more
    directives["script-src"] = " ".join([directives["script-src"], *sorted(hashes)])
    return "; ".join(f"{name.replace('_', '-')} {value}" for name, value in directives.items())


def server_settings(site: Path) -> dict[str, str]:
    """Return the text of each file of server settings for a built site, by its name."""
    filling = {
        "policies": policies(site),
        "headers": {name: " ".join(value.split()) for name, value in SAID["headers"].items()},
        "for_ever": SAID["caching"]["for-ever"],
        "kept_for_ever": KEPT_FOR_EVER,
        "parts": parts(site),
    }
    return {
        name: TEMPLATES.from_string((HOSTING / name).read_text(encoding="utf-8")).render(filling)
        for name in ("_headers", *SERVERS)
    }


def policies(site: Path) -> dict[str, str]:
    """Return the policy of each part of the site that has its own, longest path first."""
    hashes = set().union(*(hashes_in(page.read_text()) for page in sorted(site.rglob("*.html"))))
    framing = sorted(SAID["framing"].items(), reverse=True)
    return {path: policy(hashes, frame_ancestors=who) for path, who in framing}


def parts(site: Path) -> dict[str, str]:
    """Return which policy's path holds for each entry at the site's top, as ``_headers`` names it.

    Static hosts add up what all matching lines say, so that no two lines may say it of one file.
    """
    tops = ["/", *(f"/{top.name}{'/*' if top.is_dir() else ''}" for top in sorted(site.iterdir()))]
    return {top: next(path for path in policies(site) if top.startswith(path)) for top in tops}
