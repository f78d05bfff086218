"""Python's memory with what nobody reads set to zero, because zeros cost nothing to send.

Leftovers are in the stack below its pointer, and in the free chunks of the heap. The heap is
dlmalloc's (Doug Lea, "A Memory Allocator", and the comments of ``malloc.c``): chunks one behind the
other, each with its size and flags in its second word.

All that is in the image stays for as long as the page, so the collector of garbage needs no list of
it.

Written in and never read are the frozen modules, whose place the library's own take, the
docstrings of functions written in C, and the tables of East Asian encodings: the modules that read
them are not imported, and from an image nothing more can be.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from struct import pack, pack_into, unpack_from
from typing import NamedTuple

WORD = 4
ALIGNMENT = 8
FLAGS = 7
PREVIOUS_IN_USE, IN_USE = 1, 2
HEAD = 8
SMALLEST = 16
# The collector's two links stand right before the object.
LINKS = 8
# Where in the allocator's state (``malloc_state``) stands what.
SMALL_MAP, TREE_MAP, VICTIM_SIZE, TOP_SIZE, VICTIM, TOP = 0, 4, 8, 12, 20, 24
BINS = 32
SMALL_LISTS = 40
TREES = SMALL_LISTS + WORD * 2 * (BINS + 1)
# The last chunk is a mark of the allocator's own, not in use and not free.
LEAST_TOP = 40
# Two bits of each link back say something else.
LINK_FLAGS = 3
# As CPython marks a docstring that begins with a signature.
DOCSTRING = re.compile(rb"[\w.]+\([^\0]{0,2000}?\)\n--\n\n[^\0]*")
# Each has tables of its own; the others share them.
ENCODINGS = (
    "gb2312 gbk gb18030 euc_jp euc_jis_2004 shift_jisx0213 cp949 johab big5 big5hkscs".split()
)
IDEOGRAPHS_AND_SYLLABLES = range(0x4E00, 0xD7A4)
# Some tables have marks in the highest bit of each byte.
SEVEN_BITS = 0x7F7F
# As many jumps as an encoding makes, in its order, are its table.
A_TABLE = 12


class Chunk(NamedTuple):
    """One piece of the heap, used or free."""

    at: int
    size: int
    used: bool

    @property
    def end(self) -> int:
        """Return the address behind it."""
        return self.at + self.size


def without_leftovers(
    memory: bytes, *, heap: tuple[int, int], stack: tuple[int, int], stack_pointer: int
) -> bytes:
    """Return the memory with free chunks and the unused stack set to zero, same length.

    The chunks then count as used, for the links of free ones would be sent: only the last one,
    from which the allocator cuts what its lists don't have, stays free. Raises ``ValueError`` if
    the heap does not look as dlmalloc leaves it.
    """
    cleared = bytearray(memory)
    if not stack[0] < stack_pointer <= stack[1]:
        raise ValueError("the stack pointer is not in the stack")
    cleared[stack[0] : stack_pointer] = bytes(stack_pointer - stack[0])
    *free, top = (chunk for chunk in chunks(memory, *heap) if not chunk.used)
    cleared[top.at + HEAD : top.end] = bytes(top.size - HEAD)
    for chunk in free:
        cleared[chunk.at + HEAD : chunk.end + WORD] = bytes(chunk.size - HEAD + WORD)
        cleared[chunk.at + WORD] |= IN_USE
        cleared[chunk.end + WORD] |= PREVIOUS_IN_USE
    forget_free(cleared, top, end=stack[0])
    return bytes(cleared)


def forget_free(memory: bytearray, top: Chunk, *, end: int) -> None:
    """Empty the allocator's lists of free chunks, in its state below ``end``.

    That is known by its two words on the last chunk, its size and its place.
    """
    at = memory.find(pack("<I", top.at), 0, end) - TOP
    while at >= 0 and unpack_from("<I", memory, at + TOP_SIZE) != (top.size,):
        at = memory.find(pack("<I", top.at), at + TOP + 1, end) - TOP
    if at < 0:
        raise ValueError("the allocator's state was not found")
    for word in (SMALL_MAP, TREE_MAP, VICTIM_SIZE, VICTIM):
        pack_into("<I", memory, at + word, 0)
    for number in range(BINS):
        # An empty list is a ring of its head, whose links stand where a chunk's would.
        head = at + SMALL_LISTS + 2 * WORD * number
        pack_into("<II", memory, head + HEAD, head, head)
        pack_into("<I", memory, at + TREES + WORD * number, 0)


def chunks(memory: bytes, begin: int, end: int) -> Iterator[Chunk]:
    """Yield the heap's chunks, each checked against what it says of the one before."""
    at = -(-begin // ALIGNMENT) * ALIGNMENT
    before: Chunk | None = None
    while end - at > LEAST_TOP:
        size_of_before, head = unpack_from("<II", memory, at)
        chunk = Chunk(at, head & ~FLAGS, bool(head & IN_USE))
        if before and before.used != bool(head & PREVIOUS_IN_USE):
            raise ValueError(f"the chunk at {at} does not know whether the one before is free")
        if before and not before.used and before.size != size_of_before:
            raise ValueError(f"the chunk at {at} does not know the size of the free one before")
        if chunk.size < SMALLEST or chunk.end > end:
            raise ValueError(f"the chunk at {at} can't be {chunk.size} bytes long")
        yield chunk
        before, at = chunk, chunk.end


def without_links(memory: bytes, *, member: int, heap_begin: int) -> bytes:
    """Return the memory with the objects off the collector's list on which ``member`` is.

    Two links stand before each object, to the next one and back; without them it is one that the
    collector doesn't know, as most objects are for most of CPython's functions. ``gc.freeze`` has
    put all on one list, a ring with one link that is no object: the list's own, below the heap,
    which then is a ring by itself. Raises ``ValueError`` if the list is no such ring.
    """
    cleared = bytearray(memory)
    links = list(ring(memory, member))
    own = [at for at in links if at < heap_begin]
    if len(own) != 1:
        raise ValueError(f"{len(own)} links of the collector's list are no objects, instead of one")
    for at in links:
        following, back = (at, at) if at == own[0] else (0, 0)
        flags = unpack_from("<I", memory, at + WORD)[0] & LINK_FLAGS
        pack_into("<II", cleared, at, following, back | flags)
    return bytes(cleared)


def ring(memory: bytes, begin: int) -> Iterator[int]:
    """Yield where the links of a ring stand, each checked against the one behind it."""
    at = begin
    while True:
        yield at
        (following,) = unpack_from("<I", memory, at)
        if unpack_from("<I", memory, following + WORD)[0] & ~LINK_FLAGS != at:
            raise ValueError(f"the link at {following} does not point back to {at}")
        if following == begin:
            return
        at = following


def without_docstrings(memory: bytes) -> bytes:
    """Return the memory with the docstrings of C set to zero."""
    return DOCSTRING.sub(lambda found: bytes(len(found[0])), memory)


def without_encodings(memory: bytes, *, end: int) -> bytes:
    """Return the memory with the tables of encodings below ``end`` set to zero.

    A table is known by what stands in it: the characters in the order of their codes, or the codes
    in the order of the characters, as this Python has them.
    """
    words = array("H", memory[:end])
    follow = {pair for encoding in ENCODINGS for pair in neighbours(encoding)}
    first = 0
    for at in range(1, len(words)):
        if (words[at - 1] & SEVEN_BITS, words[at] & SEVEN_BITS) in follow:
            continue
        # Other tables may count up too.
        jumps = sum(right != left + 1 for left, right in pairwise(words[first:at]))
        if jumps >= A_TABLE:
            words[first:at] = array("H", bytes(2 * (at - first)))
        first = at
    return words.tobytes() + memory[end:]


def neighbours(encoding: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs of characters, and of codes, that stand side by side in its tables."""
    codes = {code: code_of(encoding, chr(code)) for code in IDEOGRAPHS_AND_SYLLABLES}
    known = sorted((code, character) for character, code in codes.items() if code)
    for (before, left), (after, right) in pairwise(known):
        if after == before + 1:
            yield left & SEVEN_BITS, right & SEVEN_BITS
    for left, right in pairwise(codes.values()):
        if left and right:
            yield left & SEVEN_BITS, right & SEVEN_BITS


def code_of(encoding: str, character: str) -> int:
    """Return the two bytes of a character as a number; 0 where it has none."""
    code = character.encode(encoding, "ignore")
    return int.from_bytes(code) if len(code) == 2 else 0


def without_frozen(memory: bytes, tables: Iterable[int]) -> bytes:
    """Return the memory with the code of frozen modules set to zero."""
    cleared = bytearray(memory)
    for at, size in frozen_modules(memory, tables):
        cleared[at : at + size] = bytes(size)
    return bytes(cleared)


def frozen_modules(memory: bytes, tables: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield where the code of each module stands, and how long it is.

    A table's rows are name, code, size and whether it is a package; the last one has no name.
    Raises ``ValueError`` where the code is not code as ``marshal`` writes it.
    """
    for table in tables:
        row = table
        while unpack_from("<I", memory, row)[0]:
            _, at, size, _ = unpack_from("<IIii", memory, row)
            if memory[at] & 0x7F != ord("c"):
                raise ValueError(f"the frozen module at {at} is no code")
            yield at, size
            row += 4 * WORD
