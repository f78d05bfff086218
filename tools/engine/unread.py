"""Constants of C that nothing in the image can reach any more, set to zero.

Pyodide says where addresses stand in its data, in the function that moves them when it starts. What
lies before the first of them holds none, and is never written: texts, and tables such as the names
of all characters and the encodings of old. Of these stays what code that is kept may refer to, what
Python's memory refers to, and what is reached from there.

A linker puts what belongs to one source file side by side, functions as well as data. So code
counts as kept here if it is anywhere near a function that was called, and what is taken for the
beginning of something that nobody reads is only what code far from that refers to.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise
from typing import NamedTuple

from tools.engine import wasm
from tools.engine.lean import State, called, function_numbers
from tools.engine.wasm import Kind, Module

# How many functions on each side of one that was called count as kept.
NEIGHBOURS = 16
# Shorter ones may be the rest of something that is read: from 64 bytes on, an answer changed.
STRETCH = 4096
# It writes the addresses that stand in static data.
RELOCATIONS = "__wasm_apply_data_relocs"
# base + constant, where the other side of a store follows: the place to which it writes.
PLACE = re.compile(rb"\x41([\x80-\xff]*[\x00-\x7f])\x6a\x23", re.DOTALL)
WORD = 4


class References(NamedTuple):
    """The addresses in static data that are known.

    ``kept`` are those to which code that is kept may refer, ``stopped`` others to which other code
    refers, ``moved`` those that stand in data; from ``places`` on stand addresses.
    """

    kept: set[int]
    stopped: set[int]
    moved: set[int]
    places: int


def without_unread(memory: bytes, source: bytes, state: State, used: AbstractSet[int]) -> bytes:
    """Return the memory with the stretches that nothing reaches set to zero, same length.

    Raises ``ValueError`` where the file is not built as the pinned Pyodide is.
    """
    cleared = bytearray(memory)
    for begin, end in unread(memory, source, state, used):
        cleared[begin:end] = bytes(end - begin)
    return bytes(cleared)


def unread(
    memory: bytes, source: bytes, state: State, used: AbstractSet[int]
) -> Iterator[tuple[int, int]]:
    """Yield where each stretch begins and ends."""
    known = references(source, state, used)
    starts = sorted({0, *known.kept, *known.stopped, known.places})
    live = reached(memory, known, starts, heap=state.stack[1])
    regions = zip(pairwise([*starts, state.stack[0]]), live, strict=True)
    for is_live, run in groupby(regions, key=lambda region: region[1]):
        (begin, *_), *_ = spans = [span for span, _ in run]
        end = min(spans[-1][1], known.places)
        if not is_live and end - begin >= STRETCH:
            yield begin, end


def reached(memory: bytes, known: References, starts: list[int], *, heap: int) -> list[bool]:
    """Return for each region, which ends where the next one starts, whether anything reaches it."""
    addresses = known.kept | known.stopped | known.moved
    words = array("I", memory)
    ends = [*starts[1:], heap]
    live = [False] * len(starts)

    def reach(found: Iterable[int]) -> list[int]:
        new = {region for at in found if not live[region := bisect_right(starts, at) - 1]}
        for region in new:
            live[region] = True
        return list(new)

    waiting = reach(known.kept | addresses.intersection(words[heap // WORD :]))
    while waiting:
        region = waiting.pop()
        if starts[region] >= known.places:
            content = words[starts[region] // WORD : -(-ends[region] // WORD)]
            waiting += reach(addresses.intersection(content))
    return live


def references(source: bytes, state: State, used: AbstractSet[int]) -> References:
    """Return the addresses to which code and data refer: what is added to where data begins."""
    module = Module.parse(source)
    imports = module.imports()
    numbers = function_numbers(module, imports)
    if RELOCATIONS not in numbers:
        raise ValueError("the file does not say where addresses stand")
    first = sum(item.kind is Kind.FUNCTION for item in imports)
    bodies = module.bodies()
    moving = bodies[numbers[RELOCATIONS] - first]
    exported = {item.number - first for item in called(module) if item.kind is Kind.FUNCTION}
    near = with_neighbours(used | exported)
    (base,) = (value for _, name, value in state.imported if name == "__memory_base")
    kept = {value for _, _, value in state.imported} | set(state.own.values())
    stopped: set[int] = set()
    for number, body in enumerate(bodies):
        if body is not moving:
            (kept if number in near else stopped).update(base + at for at in wasm.added(body))
    data = range(base, state.stack[0])
    moved = {base + at for at in wasm.added(moving)}
    places = (wasm.Reader(found[1]).signed() for found in PLACE.finditer(moving))
    return References(
        kept.intersection(data),
        stopped.intersection(data) - kept,
        moved.intersection(data),
        base + min(places),
    )


def with_neighbours(functions: AbstractSet[int]) -> AbstractSet[int]:
    """Return the numbers of functions and of those that stand near them."""
    return {
        near for number in functions for near in range(number - NEIGHBOURS, number + NEIGHBOURS + 1)
    }
