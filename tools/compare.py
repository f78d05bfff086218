"""Compare a published copy of the site with what its source builds to, file by file.

Run as ``python -m tools.compare ADDRESS`` after a build with the copy's settings;
``make compare SITE_URL=https://… CONTACT=…`` does both. It asks the copy for its files, no more.
"""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from tools.serve import SITE

LIST = "hashes.txt"
# Settings for hosts, and copies that a server sends in the place of a file: not asked for by name.
NOT_SENT = {".br", ".gz"}
AT_ONCE = 8


def hashes(site: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each file that a site sends, by where it lies."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file() and file.suffix not in NOT_SENT and file.name not in {"_headers", LIST}
    }


def as_list(found: Mapping[str, str]) -> str:
    """Return hashes as ``sha256sum --check`` reads them."""
    return "".join(f"{digest}  {path}\n" for path, digest in found.items())


def differences(address: str, site: Path) -> Iterator[str]:
    """Yield a line for each file of a built site that a published copy does not send as it is."""
    built = hashes(site)
    with ThreadPoolExecutor(AT_ONCE) as asking:
        sent = asking.map(lambda path: hash_at(f"{address.rstrip('/')}/{path}"), built)
        for path, digest in zip(built, sent, strict=True):
            if digest != built[path]:
                yield f"{path}: {'other content' if digest else 'not there'}"


def hash_at(address: str) -> str | None:
    """Return the SHA-256 of what an address sends, or ``None`` where it sends nothing."""
    if not address.startswith(("http://", "https://")):
        raise ValueError(f"not the address of a site: {address}")
    try:
        # A host leads from index.html to the page; both are the same.
        with urlopen(Request(address.removesuffix("index.html"))) as answer:  # noqa: S310
            return hashlib.sha256(answer.read()).hexdigest()
    except URLError:
        return None


def main() -> str | None:
    """Return ``None`` if every file is the same, else what differs."""
    (address,) = sys.argv[1:]
    found = list(differences(address, SITE))
    if not found:
        print(f"all {len(hashes(SITE))} files are what this source builds to")
    return "\n".join(found) or None


if __name__ == "__main__":
    sys.exit(main())
