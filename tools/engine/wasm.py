"""A WebAssembly file, taken apart into its sections and put together again.

Only what the start-up image needs: imports, globals, exports, the table's elements and the data.
Code is carried over as bytes. The layout is that of the WebAssembly core specification, chapter 5.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Self

HEADER = b"\0asm\1\0\0\0"


class Section(IntEnum):
    """Section ids of the specification, as far as they are named here."""

    CUSTOM = 0
    IMPORT = 2
    TABLE = 4
    MEMORY = 5
    GLOBAL = 6
    EXPORT = 7
    START = 8
    ELEMENT = 9
    CODE = 10
    DATA = 11
    DATA_COUNT = 12
    TAG = 13


class Kind(IntEnum):
    """What an import or an export is."""

    FUNCTION = 0
    TABLE = 1
    MEMORY = 2
    GLOBAL = 3
    TAG = 4


# Globals are declared after what their values may name, and tags before globals.
ORDER = (1, 2, 3, 4, 5, Section.TAG, 6, 7, 8, 9, Section.DATA_COUNT, 10, 11)
I32 = 0x7F
I32_CONST, I32_ADD, I32_SUB, GLOBAL_GET, GLOBAL_SET, END = 0x41, 0x6A, 0x6B, 0x23, 0x24, 0x0B
# The body of a function without local variables that only stops.
STOP = b"\0\0\x0b"
LEB = rb"[\x80-\xff]*+[\x00-\x7f]"
# Instructions but for those that constants() reads, by what follows their first byte.
OTHERS = re.compile(
    rb"(?:[\x00\x01\x05\x0b\x0f\x19-\x1b\x45-\xc4\xd1]"  # nothing
    rb"|[\x02-\x04\x06-\x09\x0c\x0d\x10\x18\x20-\x26\x3f\x40\x42\xd0\xd2]%(leb)b"  # a number
    rb"|[\x11\x28-\x3e]%(leb)b%(leb)b"  # two
    rb"|\x43.{4}|\x44.{8}"
    rb"|\xfc(?:[\x00-\x07]|[\x09\x0b\x0d\x0f-\x11]%(leb)b|[\x08\x0a\x0c\x0e]%(leb)b%(leb)b))*+"
    % {b"leb": LEB},
    re.DOTALL,
)


class Import(NamedTuple):
    """One import: where it comes from, what it is, and the bytes that describe its type."""

    module: str
    name: str
    kind: Kind
    type: bytes


class Global(NamedTuple):
    """One global of type i32 and its value at the start."""

    mutable: bool
    value: int


class Export(NamedTuple):
    """One export: the kind of thing and its index among those of its kind, imported ones first."""

    name: str
    kind: Kind
    number: int


@dataclass
class Reader:
    """Reads the specification's numbers, names and vectors one after another."""

    data: bytes
    at: int = 0

    def byte(self) -> int:
        """Return the next byte."""
        self.at += 1
        return self.data[self.at - 1]

    def bytes(self, count: int) -> bytes:
        """Return the next ``count`` bytes."""
        self.at += count
        return self.data[self.at - count : self.at]

    def unsigned(self) -> int:
        """Return the next number in unsigned LEB128."""
        return self.leb128()[0]

    def signed(self) -> int:
        """Return the next number in signed LEB128."""
        value, bits = self.leb128()
        return value - (1 << bits) if value >> (bits - 1) else value

    def leb128(self) -> tuple[int, int]:
        """Return the next number's bits and how many there are."""
        value = bits = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << bits
            bits += 7
            if byte < 0x80:
                return value, bits

    def name(self) -> str:
        """Return the next name."""
        return self.bytes(self.unsigned()).decode()

    def vector[T](self, item: Callable[[], T]) -> list[T]:
        """Return as many items as the next number says."""
        return [item() for _ in range(self.unsigned())]

    def import_(self) -> Import:
        """Return the next import."""
        module, name, kind = self.name(), self.name(), Kind(self.byte())
        begin = self.at
        match kind:
            case Kind.FUNCTION:
                self.unsigned()
            case Kind.GLOBAL:
                self.bytes(2)
            case Kind.TAG:
                self.byte()
                self.unsigned()
            case Kind.TABLE:
                self.byte()
                self.limits()
            case Kind.MEMORY:
                self.limits()
        return Import(module, name, kind, self.data[begin : self.at])

    def limits(self) -> None:
        """Pass over a least and, where it is given, a greatest size."""
        bounded = self.byte() & 1
        self.unsigned()
        if bounded:
            self.unsigned()

    def export(self) -> Export:
        """Return the next export."""
        return Export(self.name(), Kind(self.byte()), self.unsigned())

    def global_(self) -> Global:
        """Return the next global; raise ``ValueError`` if it is not a plain number."""
        type_, mutable, code, value, end = (
            self.byte(),
            self.byte(),
            self.byte(),
            self.signed(),
            self.byte(),
        )
        if (type_, code, end) != (I32, I32_CONST, END):
            raise ValueError("a global is not an i32 constant")
        return Global(bool(mutable), value)


class Module(NamedTuple):
    """A file's sections by id, and its first custom section, where a linker speaks to a loader."""

    sections: Mapping[int, bytes]
    custom: bytes | None = None

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Take a file apart. Raises ``ValueError`` if it is no WebAssembly file."""
        if not data.startswith(HEADER):
            raise ValueError("not a WebAssembly file")
        found = list(sections(Reader(data, len(HEADER))))
        custom = next((body for id_, body in found if id_ == Section.CUSTOM), None)
        return cls({id_: body for id_, body in found if id_ != Section.CUSTOM}, custom)

    def imports(self) -> list[Import]:
        """Return the imports in order."""
        reader = self.reader(Section.IMPORT)
        return reader.vector(reader.import_)

    def exports(self) -> list[Export]:
        """Return the exports in order."""
        reader = self.reader(Section.EXPORT)
        return reader.vector(reader.export)

    def globals(self) -> list[Global]:
        """Return the globals that the file itself defines."""
        reader = self.reader(Section.GLOBAL)
        return reader.vector(reader.global_)

    def elements(self) -> list[int]:
        """Return the functions that stand in the table.

        Raises ``ValueError`` if they are not one run of functions from the table's base on.
        """
        reader = self.reader(Section.ELEMENT)
        plain = reader.unsigned() == 1 and reader.unsigned() == 0
        if not plain or reader.byte() != GLOBAL_GET:
            raise ValueError("the table's elements are not one run")
        reader.unsigned()
        reader.byte()
        return reader.vector(reader.unsigned)

    def bodies(self) -> list[bytes]:
        """Return the bodies of the functions that the file itself defines."""
        reader = self.reader(Section.CODE)
        return reader.vector(lambda: reader.bytes(reader.unsigned()))

    def reader(self, section: Section) -> Reader:
        """Return a reader of one section; of an empty one, where there is none."""
        return Reader(self.sections.get(section, b"\0"))

    def replace(self, **changed: bytes | None) -> "Module":
        """Return the file with sections, named as in ``Section``, changed or left out."""
        new = dict(self.sections)
        for name, body in changed.items():
            new.pop(Section[name], None)
            if body is not None:
                new[Section[name]] = body
        return Module(new, self.custom)

    def encode(self, *, keep_custom: bool = False) -> bytes:
        """Put the file together, without its custom section unless asked for."""
        present = [(id_, self.sections[id_]) for id_ in ORDER if id_ in self.sections]
        if keep_custom and self.custom is not None:
            present.insert(0, (Section.CUSTOM, self.custom))
        return HEADER + b"".join(bytes([id_]) + sized(body) for id_, body in present)


def sections(reader: Reader) -> Iterator[tuple[int, bytes]]:
    """Yield each section's id and body."""
    while reader.at < len(reader.data):
        yield reader.byte(), reader.bytes(reader.unsigned())


def unsigned(value: int) -> bytes:
    """Write a number in unsigned LEB128.

    >>> unsigned(300).hex()
    'ac02'
    """
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def signed(value: int) -> bytes:
    """Write a number in signed LEB128.

    >>> signed(-1).hex(), signed(64).hex()
    ('7f', 'c000')
    """
    out = bytearray()
    while not -0x40 <= value < 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value & 0x7F])


def sized(body: bytes) -> bytes:
    """Write the length of some bytes, then the bytes."""
    return unsigned(len(body)) + body


def vector(items: Iterable[bytes]) -> bytes:
    """Write how many items there are, then the items."""
    all_ = list(items)
    return unsigned(len(all_)) + b"".join(all_)


def name(text: str) -> bytes:
    """Write a name."""
    return sized(text.encode())


def body_after(first: bytes, body: bytes) -> bytes:
    """Return a function's body with instructions before its own."""
    reader = Reader(body)
    reader.vector(lambda: (reader.unsigned(), reader.byte()))
    return body[: reader.at] + first + body[reader.at :]


def mark(number: int) -> bytes:
    """Write the instructions that set a global to one."""
    return bytes([I32_CONST, 1, GLOBAL_SET]) + unsigned(number)


def added(body: bytes) -> Iterator[int]:
    """Yield the i32 constants that are added to something in a function's body, as addresses are.

    Raises ``ValueError`` at an instruction that is not known here.
    """
    reader = Reader(body)
    reader.vector(lambda: (reader.unsigned(), reader.byte()))
    while reader.at < len(body):
        reader.at = OTHERS.match(body, reader.at).end()  # type: ignore[union-attr] # none is enough
        if reader.at == len(body):
            return
        match reader.byte():
            case 0x41:  # i32.const
                value = reader.signed()
                if body[reader.at] in {I32_ADD, I32_SUB}:
                    yield value if body[reader.at] == I32_ADD else -value
            case 0x0E:  # br_table
                reader.vector(reader.unsigned)
                reader.unsigned()
            case other:
                raise ValueError(f"what instruction is {other:#x}?")


def constant(value: int) -> bytes:
    """Write an expression that gives a number, as an unsigned or a signed i32."""
    return bytes([I32_CONST]) + signed((value + 2**31) % 2**32 - 2**31) + bytes([END])


def import_(item: Import) -> bytes:
    """Write an import."""
    return name(item.module) + name(item.name) + bytes([item.kind]) + item.type


def export(item: Export) -> bytes:
    """Write an export."""
    return name(item.name) + bytes([item.kind]) + unsigned(item.number)


def global_(item: Global) -> bytes:
    """Write a global."""
    return bytes([I32, item.mutable]) + constant(item.value)


def element(at: int, functions: Iterable[int]) -> bytes:
    """Write a run of functions that stands in the table from a place on."""
    return b"\0" + constant(at) + vector(map(unsigned, functions))


def data(at: int, content: bytes) -> bytes:
    """Write bytes that stand in memory from an address on."""
    return b"\0" + constant(at) + sized(content)
