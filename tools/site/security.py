"""Where whoever finds a weakness can tell it: ``security.txt``, as RFC 9116 has it."""

from datetime import timedelta

from calculator.planning.rules import advice

# The standard wants less than a year from when somebody last looked at it.
GOOD_FOR = timedelta(days=360)


def security_txt(*, site: str, contact: str) -> str:
    """Return the file; without a contact it leads to the help page."""
    expires = advice().version + GOOD_FOR
    lines = {
        "Contact": contact or f"{site}about/help/",
        "Expires": f"{expires.isoformat()}T00:00:00Z",
        "Preferred-Languages": "en",
        "Policy": f"{site}about/safety/",
        "Canonical": f"{site}.well-known/security.txt",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())
