"""Pyodide's WebAssembly, with what the start-up image settles taken out and the image put in.

Pyodide is linked so that libraries can be loaded later: it imports its memory, its table and where
things stand in them, exports nearly everything, and moves its own addresses when it starts. The
image is the state after all that. So the imported numbers become numbers, memory and table become
the file's own, the start and the data go, and of 9,700 exports those that the page calls remain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tools.engine import wasm
from tools.engine.wasm import Export, Global, Import, Kind, Module

# What docs/calculator/worker.js calls.
CALLED = (
    "malloc",
    "free",
    "PyUnicode_FromStringAndSize",
    "PyObject_CallOneArg",
    "PyUnicode_AsUTF8AndSize",
    "Py_DecRef",
)
PAGE = 65536
# For ``free``: fill a chunk that isn't null with zeros, but for its last word, which is about to
# hold its size. That stands one word before it as well, with flags in its lowest bits.
FILL_WITH_ZEROS = bytes.fromhex(
    "2000 0440"  # if (chunk)
    "2000 4100"  # fill(chunk, 0,
    "2000 4104 6b 280200 4178 71"  # (load(chunk - 4) & -8)
    "4108 6b"  # - 8
    "fc0b00 0b"  # )
)
# A run of zeros shorter than this costs less to send than the address of what follows it.
WORTH_A_GAP = 512


@dataclass(frozen=True)
class State:
    """What Python's state consists of beside its memory, as ``image.mjs`` writes it down.

    ``imported`` are the values of the imported globals in their order, ``own`` those of the file's
    own by number, ``stack`` and ``heap`` the first address and the one after the last, ``frozen``
    where the tables of frozen modules begin, ``respond`` and ``worst`` two functions of Python's.
    """

    imported: Sequence[tuple[str, str, int]]
    own: Mapping[int, int]
    stack: tuple[int, int]
    heap: tuple[int, int]
    frozen: Sequence[int]
    respond: int
    worst: int

    @property
    def stack_pointer(self) -> int:
        """Return how deep the stack is; it grows downwards."""
        return next(value for _, name, value in self.imported if name == "__stack_pointer")


def observed(source: bytes) -> bytes:
    """Return the file so that its state can be seen: each global that may change is exported.

    Its name is ``"global <number>"``.
    """
    module = Module.parse(source)
    first = sum(item.kind is Kind.GLOBAL for item in module.imports())
    shown = [
        Export(f"global {number}", Kind.GLOBAL, first + number)
        for number, known in enumerate(module.globals())
        if known.mutable
    ]
    return with_exports(module, shown).encode(keep_custom=True)


def watched(code: bytes) -> bytes:
    """Return the file so that it takes down which functions are called.

    Each sets a global of its own to one, exported as ``"used <number>"``.
    """
    module = Module.parse(code)
    own, bodies = module.globals(), module.bodies()
    marks = range(len(own), len(own) + len(bodies))
    seen = [Export(f"used {number}", Kind.GLOBAL, mark) for number, mark in enumerate(marks)]
    marking = (
        wasm.sized(wasm.body_after(wasm.mark(at), body))
        for body, at in zip(bodies, marks, strict=True)
    )
    return (
        with_exports(module, seen)
        .replace(
            GLOBAL=wasm.vector(
                map(wasm.global_, [*own, *[Global(mutable=True, value=0)] * len(bodies)])
            ),
            CODE=wasm.vector(marking),
        )
        .encode()
    )


def with_exports(module: Module, more: Iterable[Export]) -> Module:
    """Return the file with more exports."""
    return module.replace(EXPORT=wasm.vector(map(wasm.export, [*module.exports(), *more])))


def swept(source: bytes) -> bytes:
    """Return the file so that memory is set to zero when it is given back.

    Else what stood in it before stays behind in the gaps of whatever is put there next. Raises
    ``ValueError`` if the file has no ``free``.
    """
    module = Module.parse(source)
    number = function_numbers(module, module.imports()).get("free")
    first = sum(item.kind is Kind.FUNCTION for item in module.imports())
    if number is None or number < first:
        raise ValueError("the file has no free of its own")
    bodies = module.bodies()
    bodies[number - first] = wasm.body_after(FILL_WITH_ZEROS, bodies[number - first])
    return module.replace(CODE=wasm.vector(map(wasm.sized, bodies))).encode(keep_custom=True)


def only_used(code: bytes, used: AbstractSet[int]) -> bytes:
    """Return the file with the functions that were not called made to stop.

    The page takes a stop for a failure of the image and starts Pyodide in its place: a function
    that is needed after all makes an answer late, never wrong.
    """
    module = Module.parse(code)
    first = sum(item.kind is Kind.FUNCTION for item in module.imports())
    kept = used | {item.number - first for item in module.exports() if item.kind is Kind.FUNCTION}
    return module.replace(
        CODE=wasm.vector(
            wasm.sized(body if number in kept else wasm.STOP)
            for number, body in enumerate(module.bodies())
        )
    ).encode()


def lean(source: bytes, state: State, *, memory_size: int) -> bytes:
    """Return the file with the state's numbers in it, without data.

    Raises ``ValueError`` where the file is not built as the pinned Pyodide is.
    """
    module = Module.parse(source)
    imports = module.imports()
    functions = [item for item in imports if item.kind is Kind.FUNCTION]
    tables = [item for item in imports if item.kind is Kind.TABLE]
    tags = [item for item in imports if item.kind is Kind.TAG]
    elements, table_size = element_sections(module, imports, state)
    table = tables[0].type[:1] + b"\0" + wasm.unsigned(table_size)
    return module.replace(
        IMPORT=wasm.vector(map(wasm.import_, functions)),
        TABLE=with_first(table, module.sections[wasm.Section.TABLE]),
        MEMORY=wasm.vector([b"\1" + wasm.unsigned(memory_size // PAGE) + wasm.unsigned(PAGE)]),
        TAG=wasm.vector(tag.type for tag in tags),
        GLOBAL=wasm.vector(map(wasm.global_, settled_globals(module, imports, state))),
        EXPORT=wasm.vector(map(wasm.export, called(module))),
        START=None,
        ELEMENT=wasm.vector(elements),
        DATA_COUNT=None,
        DATA=None,
    ).encode()


def with_first(item: bytes, section: bytes) -> bytes:
    """Return a section with one more item before the others.

    What was imported came first in its numbering: it must come first among the file's own too.
    """
    reader = wasm.Reader(section)
    count = reader.unsigned()
    return wasm.unsigned(count + 1) + item + section[reader.at :]


def settled_globals(module: Module, imports: Iterable[Import], state: State) -> Iterator[Global]:
    """Yield the imported globals, then the file's own, with their values in the image."""
    needed = [item for item in imports if item.kind is Kind.GLOBAL]
    for item, (origin, name, value) in zip(needed, state.imported, strict=True):
        if (item.module, item.name) != (origin, name):
            raise ValueError(f"the value of {item.name!r} is missing")
        yield Global(mutable=bool(item.type[1]), value=value)
    for number, own in enumerate(module.globals()):
        yield Global(own.mutable, state.own[number] if own.mutable else own.value)


def called(module: Module) -> list[Export]:
    """Return the memory, the table and what the page calls as exports."""
    kept = [item for item in module.exports() if item.name in CALLED]
    if len(kept) < len(CALLED):
        raise ValueError("a function that the page calls is not exported")
    return [Export("memory", Kind.MEMORY, 0), Export("table", Kind.TABLE, 0), *kept]


def element_sections(
    module: Module, imports: Iterable[Import], state: State
) -> tuple[list[bytes], int]:
    """Return what stands in the table, and how large it is.

    Behind the file's own run stand functions that Pyodide's glue puts there when it starts, because
    the code asks for their address (``GOT.func``): those are found by name. The place of one that
    is written in JavaScript stays empty; a call stops there.
    """
    base = next(value for _, name, value in state.imported if name == "__table_base")
    own = module.elements()
    known = function_numbers(module, imports)
    added = {
        value: known[name]
        for origin, name, value in state.imported
        if origin == "GOT.func" and value >= base + len(own) and name in known
    }
    runs = [wasm.element(base, own), *(wasm.element(at, [number]) for at, number in added.items())]
    return runs, max(added, default=base + len(own)) + 1


def function_numbers(module: Module, imports: Iterable[Import]) -> dict[str, int]:
    """Return the number of each function that has a name, imported or exported."""
    functions = (item for item in imports if item.kind is Kind.FUNCTION)
    numbers = {item.name: number for number, item in enumerate(functions)}
    exported = (item for item in module.exports() if item.kind is Kind.FUNCTION)
    return numbers | {item.name: item.number for item in exported}


def with_memory(code: bytes, memory: bytes, *, respond: int) -> bytes:
    """Return the file with the memory as its data, and where ``respond`` stands as an export."""
    module = Module.parse(code)
    known = module.globals()
    place = Export("respond", Kind.GLOBAL, len(known))
    segments = (wasm.data(at, memory[at:end]) for at, end in runs_of_content(memory))
    return module.replace(
        GLOBAL=wasm.vector(map(wasm.global_, [*known, Global(mutable=False, value=respond)])),
        EXPORT=wasm.vector(map(wasm.export, [*module.exports(), place])),
        DATA=wasm.vector(segments),
    ).encode()


def asked_at(image: bytes, place: int) -> bytes:
    """Return an image with another of Python's functions in the place of ``respond``."""
    module = Module.parse(image)
    *known, _ = module.globals()
    return module.replace(
        GLOBAL=wasm.vector(map(wasm.global_, [*known, Global(mutable=False, value=place)]))
    ).encode()


def runs_of_content(memory: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each run begins and ends that holds no long row of zeros.

    >>> list(runs_of_content(b"ab" + bytes(600) + b"c" + bytes(9) + b"d" + bytes(900)))
    [(0, 2), (602, 613)]
    """
    gap = bytes(WORTH_A_GAP)
    at = 0
    while at < len(memory):
        end = memory.find(gap, at)
        end = len(memory) if end < 0 else end
        if end > at:
            yield at, end
        at = next_content(memory, end)


def next_content(memory: bytes, at: int) -> int:
    """Return where the next byte stands that is not zero, or the memory's length."""
    step = 4096
    while at < len(memory):
        block = memory[at : at + step]
        if found := block.lstrip(b"\0"):
            return at + len(block) - len(found)
        at += step
    return len(memory)
