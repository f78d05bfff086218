"""Addresses with what a person wrote in them: nothing of it may end a part or begin another."""

import re

# What may stand in an address as it is (RFC 3986, section 2.3).
PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
BYTES = tuple(chr(byte) if byte in PLAIN else f"%{byte:02X}" for byte in range(256))


def encoded(text: str) -> str:
    r"""Return text as it may stand in an address; its lines end as those of a mail do.

    >>> encoded("Dear Zoë,\n& more")
    'Dear%20Zo%C3%AB%2C%0D%0A%26%20more'
    """
    lines = "\r\n".join(text.splitlines())
    return "".join(map(BYTES.__getitem__, lines.encode("utf-8", errors="replace")))


def address(begins: str, **parts: str) -> str:
    """Return an address with named parts.

    >>> address("mailto:", subject="nurse: next step")
    'mailto:?subject=nurse%3A%20next%20step'
    """
    return f"{begins}?{'&'.join(f'{name}={encoded(text)}' for name, text in parts.items())}"


def mailbox(text: str) -> str:
    """Return an email address as a link may hold it, or nothing for what is none.

    >>> mailbox(" ann+jobs@acme.example "), mailbox("ann@acme.example?bcc=all@acme.example")
    ('ann%2Bjobs@acme.example', '')
    """
    found = re.fullmatch(r"[^\s@?&,;:<>]+@[^\s@?&,;:<>]+", text.strip())
    return encoded(found[0]).replace("%40", "@") if found else ""


def telephone(number: str) -> str:
    """Return the address that a phone dials: the digits of a number, without its extension.

    >>> telephone("+44 (0)20 7946 0000 ext. 3"), telephone("020 7946 0000"), telephone("none")
    ('tel:+442079460000', 'tel:02079460000', '')
    """
    plain = re.split(r"[a-zA-Z;#]", number.strip(), maxsplit=1)[0]
    is_abroad = plain.startswith("+")
    digits = re.sub(r"[^0-9]", "", plain.replace("(0)", "") if is_abroad else plain)
    return f"tel:{'+' * is_abroad}{digits}" if digits else ""
