"""Static data that nothing in the image can read any more, set to zero.

A linker puts the data of one source file side by side, as it does with the functions. Long
stretches that only functions refer to which stop belong to parts of Python that are never needed:
the names of all characters, the encodings of old.
"""

from bisect import bisect
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from tools.engine import wasm
from tools.engine.lean import CALLED, State, function_numbers, with_neighbours
from tools.engine.wasm import Kind, Module

# Shorter ones may be the rest of something that is read.
STRETCH = 2**16
# It writes the addresses that stand in static data.
RELOCATIONS = "__wasm_apply_data_relocs"


def without_unread(memory: bytes, source: bytes, state: State) -> bytes:
    """Return the memory with the stretches that nothing refers to set to zero, same length.

    Raises ``ValueError`` where the file is not built as Pyodide 0.29 is.
    """
    cleared = bytearray(memory)
    for begin, end in unread(source, state):
        cleared[begin:end] = bytes(end - begin)
    return bytes(cleared)


def unread(source: bytes, state: State) -> Iterator[tuple[int, int]]:
    """Yield where each stretch begins and ends.

    It begins where a function that stops refers to, so that what stands before it ends there.
    """
    kept, stopped = references(source, state)
    known = sorted(kept)
    starts = sorted(stopped - kept)
    for before, end in pairwise([*known, state.stack[0]]):
        place = bisect(starts, before)
        begin = starts[place] if place < len(starts) else end
        if end - begin >= STRETCH:
            yield begin, end


def references(source: bytes, state: State) -> tuple[AbstractSet[int], AbstractSet[int]]:
    """Return the addresses to which what is kept may refer, and those of functions that stop.

    Of what is kept every byte counts that may be the beginning of a constant: too many addresses do
    no harm. Of the others only constants that are added to something, as addresses are.
    """
    module = Module.parse(source)
    imports = module.imports()
    numbers = function_numbers(module, imports)
    if RELOCATIONS not in numbers:
        raise ValueError("the file does not say where addresses stand")
    first = sum(item.kind is Kind.FUNCTION for item in imports)
    called = {numbers[name] - first for name in CALLED if name in numbers}
    needed = with_neighbours(state.used | called) | {numbers[RELOCATIONS] - first}
    (base,) = (value for _, name, value in state.imported if name == "__memory_base")
    kept = {value for _, _, value in state.imported} | set(state.own.values())
    stopped: set[int] = set()
    for number, body in enumerate(module.bodies()):
        found = wasm.constants(body)
        if number in needed:
            kept.update(base + value for value, _ in found)
        else:
            stopped.update(base + value for value, added in found if added)
    return {at for at in kept if 0 <= at < state.stack[0]}, stopped
