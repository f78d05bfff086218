"""Pages that lead on from an address that a page once had (``moved`` in mkdocs.yml)."""

from string import Template

from tools.site.headers import with_policy

PAGE = Template("""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>This page has moved</title>
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=$address">
  </head>
  <body>
    <p>This page has moved to <a href="$address">its new address</a>.</p>
  </body>
</html>
""")


def moved(old: str, new: str) -> str:
    """Return the page at an old address that leads on to the new one, both below the site's top."""
    return with_policy(PAGE.substitute(address=f"{'../' * old.count('/')}{new}"))
