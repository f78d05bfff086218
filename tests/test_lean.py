"""The steps that make the image small: each keeps what it must and notices what it doesn't know."""

from array import array
from collections.abc import Sequence
from itertools import chain
from struct import pack, pack_into

import pytest

from tools.engine import memory, wasm
from tools.engine.image import PYODIDE
from tools.engine.interned import without_interned, without_unheld
from tools.engine.lean import CALLED, FILL_WITH_ZEROS, State, only_used, swept, watched, with_memory
from tools.engine.unread import RELOCATIONS, unread, without_unread
from tools.engine.wasm import Export, Global, Kind, Module

SOURCE = (PYODIDE / "pyodide.asm.wasm").read_bytes()
# Two functions: one gives 7, the other, exported, gives 9.
SMALL = Module(
    {
        1: wasm.vector([b"\x60\0\1\x7f"]),
        3: wasm.vector([b"\0", b"\0"]),
        5: wasm.vector([b"\0\1"]),
        wasm.Section.GLOBAL: wasm.vector([wasm.global_(Global(mutable=False, value=-5))]),
        wasm.Section.EXPORT: wasm.vector([wasm.export(Export("nine", Kind.FUNCTION, 1))]),
        wasm.Section.CODE: wasm.vector(map(wasm.sized, (b"\0\x41\7\x0b", b"\0\x41\x09\x0b"))),
    }
).encode()


def test_taking_a_file_apart_and_together_changes_nothing() -> None:
    assert Module.parse(SOURCE).encode(keep_custom=True) == SOURCE


def test_what_is_no_webassembly_is_refused() -> None:
    with pytest.raises(ValueError, match="not a WebAssembly file"):
        Module.parse(b"<html>")


@pytest.mark.parametrize("value", [0, 63, 64, -64, -65, 2**31 - 1, -(2**31)])
def test_a_number_is_read_as_it_was_written(value: int) -> None:
    assert wasm.Reader(wasm.signed(value)).signed() == value
    assert wasm.Reader(wasm.unsigned(value % 2**32)).unsigned() == value % 2**32


def test_what_is_given_back_becomes_zero_first() -> None:
    module, swept_module = Module.parse(SOURCE), Module.parse(swept(SOURCE))
    changed = [
        (before, after)
        for before, after in zip(module.bodies(), swept_module.bodies(), strict=True)
        if before != after
    ]
    assert [len(after) - len(before) for before, after in changed] == [len(FILL_WITH_ZEROS)]


def test_a_file_without_free_is_refused() -> None:
    with pytest.raises(ValueError, match="no free"):
        swept(SMALL)


def test_a_function_that_was_not_called_stops() -> None:
    assert only_used(SMALL, {0}) == SMALL
    assert Module.parse(only_used(SMALL, set())).bodies() == [wasm.STOP, b"\0\x41\x09\x0b"]


def test_a_function_that_is_called_leaves_a_mark() -> None:
    module = Module.parse(watched(SMALL))
    assert module.bodies() == [
        b"\0" + wasm.mark(1) + b"\x41\7\x0b",
        b"\0" + wasm.mark(2) + b"\x41\x09\x0b",
    ]
    assert [(item.name, item.number) for item in module.exports()[1:]] == [
        ("used 0", 1),
        ("used 1", 2),
    ]
    assert module.globals()[1:] == [Global(mutable=True, value=0)] * 2


def test_what_is_added_is_read_and_nothing_else() -> None:
    body = bytes.fromhex(
        "01 01 7f 41 05 6a 41 07 0e 01 41 41 41 02 6b 44 41016a0041016a00 fc0a0000 0b"
    )
    assert list(wasm.added(body)) == [5, -2]


def test_an_instruction_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="what instruction is 0xfd"):
        list(wasm.added(b"\0\xfd\0\x0b"))


def test_memory_goes_in_without_its_zeros() -> None:
    image = with_memory(SMALL, b"ab" + bytes(50_000) + b"c" + bytes(9), respond=4711)
    assert len(image) < len(SMALL) + 60
    assert Module.parse(image).globals()[-1] == Global(mutable=False, value=4711)
    assert Module.parse(image).exports()[-1] == Export("respond", Kind.GLOBAL, 1)


def heap(*chunks: tuple[int, bool]) -> bytes:
    """A heap of chunks, each as large and as used as given, full of ones."""
    made, at, before = bytearray(b"\1" * sum(size for size, _ in chunks)), 0, (0, True)
    for size, used in chunks:
        pack_into("<II", made, at, 1 if before[1] else before[0], size | used << 1 | before[1])
        at, before = at + size, (size, used)
    return bytes(made)


# What the allocator knows: ten words, 33 rings and 32 trees.
ALLOCATOR = 4 * (10 + 2 * 33 + 32)
STACK = 64


def cleared(content: bytes) -> bytes:
    """Clear the allocator's state, a stack and a heap, which stand one behind the other."""
    begin, end = ALLOCATOR + STACK, ALLOCATOR + STACK + len(content)
    known = bytearray(b"\1" * ALLOCATOR)
    pack_into("<I", known, 12, 48)
    pack_into("<I", known, 24, end - 48)
    return memory.without_leftovers(
        bytes(known) + b"\1" * STACK + content,
        heap=(begin, end),
        stack=(ALLOCATOR, begin),
        stack_pointer=begin - 24,
    )


def test_free_chunks_become_used_zeros_and_the_unused_stack_zeros() -> None:
    sizes = (64, 512, 64, 64, 40, 48)
    content = heap(*zip(sizes, (True, False, True, False, True, False), strict=True))
    found = cleared(content)
    assert found[ALLOCATOR : ALLOCATOR + STACK] == bytes(40) + b"\1" * 24
    chunks = list(memory.chunks(found, ALLOCATOR + STACK, len(found)))
    assert [(chunk.size, chunk.used) for chunk in chunks] == [
        *((size, True) for size in sizes[:-1]),
        (48, False),
    ]
    contents = [found[chunk.at + 8 : chunk.end] for chunk in chunks]
    assert contents == [b"\1" * 56, bytes(504), b"\1" * 56, bytes(56), b"\1" * 32, bytes(40)]


def test_the_allocator_knows_of_no_free_chunk_but_the_last() -> None:
    found = array("I", cleared(heap((64, False), (48, True), (48, False)))[:ALLOCATOR])
    assert found[:7].tolist() == [0, 0, 0, 48, 0x01010101, 0, ALLOCATOR + STACK + 64 + 48]
    # An empty ring's head stands two words before its two links, which lead to it.
    rings = range(40, 40 + 8 * 32, 8)
    assert found[12:76].tolist() == [ring for ring in rings for _ in ("next", "back")]
    assert set(found[76:]) == {0}


def test_a_heap_without_its_allocator_is_refused() -> None:
    content = heap((64, False), (48, True), (48, False))
    with pytest.raises(ValueError, match="allocator"):
        memory.without_leftovers(
            b"\1" * 64 + content, heap=(64, 64 + len(content)), stack=(0, 64), stack_pointer=40
        )


@pytest.mark.parametrize("at", [4, 64, 68])
def test_a_heap_that_is_not_as_expected_is_refused(at: int) -> None:
    content = bytearray(heap((64, False), (512, True), (64, True), (48, True)))
    content[at] ^= 0x0B
    with pytest.raises(ValueError, match="chunk"):
        cleared(bytes(content))


def referring(*addresses: int) -> bytes:
    """A function that adds constants to one another."""
    code = b"".join(b"\x41" + wasm.signed(at) + b"\x6a" for at in addresses)
    return wasm.sized(b"\0\x41\0" + code + b"\x1a\x0b")


def moving(place: int, address: int) -> bytes:
    """A function that writes an address into a place, both counted from where data begins."""
    begin = b"\x23\0\x41"
    return wasm.sized(
        b"\0"
        + begin
        + wasm.signed(place)
        + b"\x6a"
        + begin
        + wasm.signed(address)
        + b"\x6a\x36\2\0\x0b"
    )


def test_long_stretches_that_only_stopped_functions_refer_to_become_zero(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tools.engine.unread.NEIGHBOURS", 0)
    bodies = (moving(450_000, 300_000), referring(1_000, 400_000), referring(2_000, 350_000))
    exports = (Export(name, Kind.FUNCTION, 0) for name in (RELOCATIONS, *CALLED))
    source = Module(
        {
            wasm.Section.EXPORT: wasm.vector(map(wasm.export, exports)),
            wasm.Section.CODE: wasm.vector(bodies),
        }
    ).encode()
    state = State(
        imported=[("env", "__memory_base", 24)],
        own={0: 200_000},
        stack=(500_000, 600_000),
        heap=(600_000, 600_000),
        frozen=(),
        respond=0,
        worst=0,
    )
    written = bytearray(b"\1" * 700_000)
    content = bytes(written)
    # Nothing but the last function, which stops, refers to 2,024 and 350,024.
    assert list(unread(content, source, state, {1})) == [(2_024, 200_000), (350_024, 400_024)]
    # Unless Python does, by way of what the first function has written.
    pack_into("<I", written, 650_000, 450_024)
    pack_into("<I", written, 450_024, 350_024)
    content = bytes(written)
    assert list(unread(content, source, state, {1})) == [(2_024, 200_000)]
    found = without_unread(content, source, state, {1})
    assert found == content[:2_024] + bytes(197_976) + content[200_000:]
    with pytest.raises(ValueError, match="where addresses stand"):
        without_unread(b"", SMALL, state, set())


def links(*order: int) -> bytes:
    """A ring of links in the order of their places, each with a mark in its link back."""
    made = bytearray(8 * len(order))
    for at, following in zip(order, order[1:] + order[:1], strict=True):
        pack_into("<I", made, 8 * at, 8 * following)
        pack_into("<I", made, 8 * following + 4, 8 * at | 1)
    return bytes(made)


def test_objects_go_off_the_collectors_list_and_keep_their_marks() -> None:
    found = memory.without_links(links(0, 2, 3, 1), member=16, heap_begin=8)
    assert array("I", found).tolist() == [0, 1, 0, 1, 0, 1, 0, 1]


@pytest.mark.parametrize("heap_begin", [0, 16])
def test_a_list_without_one_link_of_its_own_is_refused(heap_begin: int) -> None:
    with pytest.raises(ValueError, match="no objects, instead of one"):
        memory.without_links(links(0, 2, 3, 1), member=16, heap_begin=heap_begin)


def test_a_list_that_is_no_ring_is_refused() -> None:
    broken = bytearray(links(0, 2, 3, 1))
    broken[12] ^= 8
    with pytest.raises(ValueError, match="does not point back"):
        memory.without_links(bytes(broken), member=16, heap_begin=8)


def with_dicts(*dicts: list[tuple[int, int]]) -> bytes:
    """A function whose name is at 900 and whose globals are the first of some dicts."""
    made = bytearray(1024)
    pack_into("<5I", made, 0, 1, 44, 100, 0, 900)
    for number, pairs in enumerate(dicts):
        at, keys = 100 + 200 * number, 160 + 200 * number
        pack_into("<8I", made, at, 1, 44, len(pairs), 0, 0, 0, keys, 0)
        # Eight places and indices of a byte, for strings.
        pack_into("<I4B3I", made, keys, 1, 3, 3, 1, 0, 0, 5 - len(pairs), len(pairs))
        pack_into(f"<{2 * len(pairs)}I", made, keys + 28, *chain.from_iterable(pairs))
    return bytes(made)


def test_the_table_of_interned_strings_is_emptied_and_no_other_dict() -> None:
    names, others = [(900, 700), (904, 904)], [(904, 904)]
    before = with_dicts(names, [(900, 900), (0, 0), (904, 904)], others)
    found = without_interned(before, function=0)
    empty = bytearray(with_dicts(names, [], others))
    empty[380:388] = b"\xff" * 8
    assert found == bytes(empty)


@pytest.mark.parametrize("others", [[], [[(900, 900)], [(900, 900), (904, 904)]], [[(904, 904)]]])
def test_without_one_table_of_interned_strings_it_is_refused(
    others: list[list[tuple[int, int]]],
) -> None:
    with pytest.raises(ValueError, match="tables of interned strings, instead of one"):
        without_interned(with_dicts([(900, 700)], *others), function=0)


def heap_of(*contents: Sequence[int]) -> bytes:
    """Chunks in use with these words in them, from 64 on, behind the words 8 and 72."""
    made = bytearray(pack("<16I", *[8, 72] * 8))
    for words in contents:
        made += pack(f"<2I{len(words)}I", 0, 8 + 4 * len(words) | 3, *words)
    return bytes(made)


def test_strings_that_nobody_holds_go_and_those_in_tuples_lose_their_hash() -> None:
    text, function, code, tuple_ = 8, 12, 16, 20
    # The first chunk's content stands at 72: the function. Its name is at 112, its code at 152.
    strings = {at: (1, text, 1, at + 1, 0, ord("x"), 0, 0) for at in (112, 232, 272, 312)}
    before = heap_of(
        (1, function, 0, 0, 112, 0, 152, 0),
        strings[112],
        (1, code, 1, 200, 0, 0, 0, 0),
        # Two links, then a tuple with two strings, one of which a table holds too.
        (0, 0, 1, tuple_, 2, 232, 272, 0),
        strings[232],
        strings[272],
        strings[312],
        (272, 273, 0, 0, 0, 0, 0, 0),
    )
    found = without_unheld(before, function=72, heap=(64, len(before)))
    after = bytearray(before)
    pack_into("<I", after, 232 + 12, 0xFFFFFFFF)
    after[312:348] = bytes(36)
    assert found == bytes(after)


def test_docstrings_go_and_other_texts_stay() -> None:
    texts = b"\0len($module, obj, /)\n--\n\nReturn the number.\0a (b) -- c\0"
    found = memory.without_docstrings(texts)
    assert len(found) == len(texts)
    assert found.strip(b"\0") == b"a (b) -- c"


def test_tables_of_encodings_go_and_other_numbers_stay() -> None:
    table = "一丁丂七丄丅丆万丈三上下丌不与".encode("utf-16-le")
    by_code = b"".join(bytes([0xB0, trail]) for trail in range(0xA1, 0xFF)).decode("gb2312")
    counted = array("H", range(0x4E00, 0x4F00)).tobytes()
    memory_of = counted + by_code.encode("utf-16-le") + counted
    found = memory.without_encodings(memory_of, end=len(memory_of))
    assert found == counted + bytes(2 * len(by_code)) + counted
    assert memory.without_encodings(table, end=len(table)) == table
