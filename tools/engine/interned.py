"""Python's table of interned strings, emptied: two addresses for each string, and its place.

CPython keeps the strings that name something in one dict, so that there is one of each and that
comparing two begins with their addresses. Where these differ it goes on with the text: what comes
to be after the image may be a second one. One that goes and isn't in the table is left where it is.

Then most of them have no need of their hash, which is four bytes by chance, and some of nothing.
"""

import re
from array import array
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from struct import iter_unpack, pack_into, unpack_from

from tools.engine.memory import HEAD, LINKS, WORD, chunks

# Where a function has its globals, its name and its code, that its constants, and a dict how many
# entries it has and its table.
GLOBALS, NAME, CODE, CONSTANTS, USED, KEYS = 8, 16, 24, 12, 8, 24
# Where an object has its type, and a string its hash; all ones until someone asks for it.
TYPE, HASH, NO_HASH = 4, 12, 0xFFFFFFFF
# Where a table has the logarithms of its size and of its indices' bytes with the kind of its
# entries, how many are free and taken, and, behind this head, the indices.
LOGARITHMS, USABLE, INDICES = 4, 12, 20
# Entries of strings are key and value; a dict with other keys keeps a hash beside them.
OF_STRINGS = 1


def without_interned(memory: bytes, *, function: int) -> bytes:
    """Return the memory with the table of all interned strings emptied, the same length.

    It is the dict that has each string as its own value, that of a function's name too. Raises
    ``ValueError`` unless there is one.
    """
    (names,) = unpack_from("<I", memory, function + GLOBALS)
    (name,) = unpack_from("<I", memory, function + NAME)
    found = [at for at in alike(memory, names) if name in strings_of(memory, at)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} tables of interned strings, instead of one")
    (keys,) = unpack_from("<I", memory, found[0] + KEYS)
    size, indices, _ = unpack_from("<BBB", memory, keys + LOGARITHMS)
    entries = keys + INDICES + (1 << indices)
    usable = (2 << size) // 3
    cleared = bytearray(memory)
    pack_into("<I", cleared, found[0] + USED, 0)
    pack_into("<II", cleared, keys + USABLE, usable, 0)
    cleared[keys + INDICES : entries] = b"\xff" * (1 << indices)
    cleared[entries : entries + 2 * WORD * usable] = bytes(2 * WORD * usable)
    return bytes(cleared)


def alike(memory: bytes, known: int) -> Iterator[int]:
    """Yield where something of the same type as a known object may stand."""
    type_of = memory[known + TYPE : known + TYPE + WORD]
    for found in re.finditer(re.escape(type_of), memory):
        if found.start() % WORD == 0:
            yield found.start() - TYPE


def strings_of(memory: bytes, at: int) -> AbstractSet[int]:
    """Return the keys of a dict, if all are strings that are their own values."""
    used, keys = (unpack_from("<I", memory, at + place)[0] for place in (USED, KEYS))
    if not 0 < keys < len(memory) - INDICES:
        return frozenset()
    _, indices, kind = unpack_from("<BBB", memory, keys + LOGARITHMS)
    _, count = unpack_from("<II", memory, keys + USABLE)
    entries = keys + INDICES + (1 << min(indices, 32))
    if kind != OF_STRINGS or not used <= count or entries + 2 * WORD * count > len(memory):
        return frozenset()
    pairs = {*iter_unpack("<II", memory[entries : entries + 2 * WORD * count])} - {(0, 0)}
    return {key for key, _ in pairs} if all(key == value for key, value in pairs) else frozenset()


def without_unheld(memory: bytes, *, function: int, heap: tuple[int, int]) -> bytes:
    """Return the memory with strings that nobody refers to set to zero, the same length.

    Those that only tuples hold, as a function's names, stay without their hash: no dict and no set
    has one of them as a key, and what looks one up asks for it.
    """
    name, constants = (
        unpack_from("<I", memory, at)[0]
        for at in (function + NAME, unpack_from("<I", memory, function + CODE)[0] + CONSTANTS)
    )
    places = [(chunk.at + HEAD, chunk.end + WORD) for chunk in chunks(memory, *heap) if chunk.used]
    cleared, others = bytearray(memory), bytearray(memory)
    in_tuples: set[int] = set()
    for begin, end in places:
        if same_type(memory, begin + LINKS, constants):
            in_tuples.update(array("I", memory[begin:end]))
            others[begin:end] = bytes(end - begin)
    elsewhere = set(array("I", others))
    for begin, end in places:
        if same_type(memory, begin, name) and begin not in elsewhere:
            if begin in in_tuples:
                pack_into("<I", cleared, begin + HASH, NO_HASH)
            else:
                cleared[begin:end] = bytes(end - begin)
    return bytes(cleared)


def same_type(memory: bytes, one: int, other: int) -> bool:
    """Return whether two objects are of the same type."""
    return memory[one + TYPE : one + TYPE + WORD] == memory[other + TYPE : other + TYPE + WORD]
