"""The start-up image: the calculator's own answers, the same bytes from each build, and few."""

import itertools
import json
import random
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from calculator.browser import respond
from tools.engine import image
from tools.engine.compress import compress_beside
from tools.engine.lean import State, lean, only_used, with_memory
from tools.engine.pack import Engine, pack_calculator, pack_image
from tools.engine.unread import unread
from tools.equal import STATEMENTS, asked_about, days, emails, nonsense, statements, stories

ROOT = Path(__file__).parents[1]
PACKED = ROOT / "build" / "engine"
SERVED = ROOT / "site" / "assets" / "engine"

# The dates in the budgets are those on which a file was last let grow: say why in the commit.
BUDGET = {
    "calculator.wasm": 1_600_000,  # 2026-11-30: 1,588,600; what is learned may still add some
    "worker": 2_400,  # 2026-11-29: 2,150 in one file with what starts Pyodide, without comments
}


@cache
def engine() -> Engine:
    """The engine as the site was built with it."""
    packed = json.loads((PACKED / "engine.json").read_text())
    packed.pop("sources")
    return Engine(**packed)


@cache
def first_snapshot() -> image.Snapshot:
    return image.take_snapshot((image.PYODIDE / "pyodide.asm.wasm").read_bytes())


def packed_image() -> bytes:
    return (PACKED / engine().image).read_bytes()


def words() -> Iterator[str]:
    """Texts of words and of any characters, the same ones each time."""
    dice = random.Random(8)  # noqa: S311 # not a secret
    known = " ".join(STATEMENTS[1:6]).split()
    for _ in range(150):
        yield asked_about(" ".join(dice.choices(known, k=dice.randint(1, 40))))
        yield asked_about("".join(map(chr, dice.choices(range(0x2FFF), k=dice.randint(1, 60)))))


def some_emails() -> Iterator[str]:
    """Some of the whole e-mails from which the reader has learned."""
    yield from itertools.islice(emails(), 0, None, 16)


@pytest.mark.parametrize(
    "requests",
    [stories, statements, days, nonsense, words, some_emails],
    ids=lambda requests: requests.__name__,
)
def test_the_image_alone_answers_as_the_calculator_does(
    requests: Callable[[], Iterator[str]],
) -> None:
    asked = [*requests()]
    assert len(asked) > 8
    assert image.answers(packed_image(), asked) == [respond(request) for request in asked]


def test_what_counts_as_unread_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    # What each step saves on the line is the build's to say.
    monkeypatch.setattr(image, "sent", len)
    source = (image.PYODIDE / "pyodide.asm.wasm").read_bytes()
    snapshot = first_snapshot()
    code = lean(source, snapshot.state, memory_size=len(snapshot.memory))
    cleared = image.cleared(snapshot)
    used = image.functions_used(code, snapshot._replace(memory=cleared))
    memory = bytearray(cleared)
    for begin, end in list(unread(bytes(memory), source, snapshot.state, used)):
        memory[begin:end] = b"\xa5" * (end - begin)
    spoilt = with_memory(only_used(code, used), bytes(memory), respond=snapshot.state.respond)
    asked = [*stories()][::16]
    assert image.answers(spoilt, asked) == [respond(request) for request in asked]


def test_an_answer_does_not_depend_on_those_before() -> None:
    asked = [*statements()]
    answers = image.answers(packed_image(), asked + asked[::-1])
    assert answers[: len(asked)] == answers[: len(asked) - 1 : -1]


def test_what_is_no_json_gets_an_answer() -> None:
    asked = ["", "{", "nul", '{"a": "\x01"}', "[" * 50]
    assert image.answers(packed_image(), asked) == [respond(request) for request in asked]


def test_wheels_packed_at_another_time_are_the_same(tmp_path: Path) -> None:
    assert pack_calculator(tmp_path) == engine().calculator


def test_two_images_from_two_places_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (image.PYODIDE / "pyodide.asm.wasm").read_bytes()
    first = first_snapshot()
    elsewhere = tmp_path / "another folder"
    for package in image.PACKAGES:
        shutil.copytree(
            image.package_folder(package), elsewhere / package, copy_function=shutil.copy
        )
    shutil.copytree(image.PYODIDE, elsewhere / "pyodide")
    shutil.copytree(image.INSIDE, elsewhere / "inside", copy_function=shutil.copy)
    monkeypatch.setattr(image, "package_folder", elsewhere.joinpath)
    monkeypatch.setattr(image, "PYODIDE", elsewhere / "pyodide")
    monkeypatch.setattr(image, "INSIDE", elsewhere / "inside")
    monkeypatch.setenv("PYTHONHASHSEED", "17")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    second = image.take_snapshot(source)
    assert sha256(first.memory).digest() == sha256(second.memory).digest()
    assert first.state == second.state


def test_files_with_the_same_content_are_compressed_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tools.cache.CACHE", tmp_path / "cache")
    files = [tmp_path / f"{number}.txt" for number in range(16)]
    for file in files:
        file.write_bytes(b"the same " * 20_000)
    compress_beside(files)
    assert len({file.with_name(f"{file.name}.br").read_bytes() for file in files}) == 1


def refuse(*_: object) -> bytes:
    raise IndexError("a file that is built otherwise")


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Which images were tried, when none is made or asked in earnest."""
    tried: list[bytes] = []
    state = State([], {}, (0, 0), (0, 0), (), respond=0, worst=0)
    monkeypatch.setattr(image, "take_snapshot", lambda _: image.Snapshot(b"whole", state))
    monkeypatch.setattr(image, "lean", lambda *_, **__: b"code")
    monkeypatch.setattr(image, "cleared", lambda _: b"cleared")
    monkeypatch.setattr(image, "functions_used", lambda *_: frozenset())
    monkeypatch.setattr(image, "only_used", lambda *_: b"some")
    monkeypatch.setattr(image, "without_unread", lambda *_: b"read")
    monkeypatch.setattr(image, "without_unused", lambda code: b"small " + code)
    monkeypatch.setattr(
        image, "with_memory", lambda code, memory, **_: b"%b with %b" % (code, memory)
    )

    def all_right(made: bytes) -> list[str]:
        tried.append(made)
        return []

    monkeypatch.setattr(image, "wrong_answers", all_right)
    return tried


def test_the_smallest_image_is_the_first_that_is_tried(tries: list[bytes]) -> None:
    assert image.make_image() == b"small some with read"
    assert tries == [b"small some with read"]


@pytest.mark.parametrize("step", ["cleared", "only_used", "without_unused"])
def test_a_step_that_fails_is_left_out_and_the_build_says_so(
    tries: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    step: str,
) -> None:
    monkeypatch.setattr(image, step, refuse)
    assert image.make_image() == b"code with whole"
    assert tries == [b"code with whole"]
    assert "could not be made smaller" in capsys.readouterr().err


@pytest.mark.parametrize("crash", [False, True])
def test_an_image_that_fails_its_proof_is_left_out_and_the_build_says_so(
    tries: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    crash: bool,
) -> None:
    def proof(made: bytes) -> list[str]:
        tries.append(made)
        if b"some" not in made:
            return []
        if crash:
            raise image.NoImageError("Node crashed")
        return ["a question"]

    monkeypatch.setattr(image, "wrong_answers", proof)
    assert image.make_image() == b"small code with cleared"
    assert tries == [b"small some with read", b"small code with cleared"]
    assert "otherwise than the calculator" in capsys.readouterr().err


def test_without_an_image_the_build_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tools.cache.CACHE", tmp_path / "cache")
    monkeypatch.setattr(image, "take_snapshot", refuse)
    assert pack_image(tmp_path) == ("", "", 0)
    assert "pages start from Pyodide" in capsys.readouterr().err


def test_the_page_checks_the_image_that_was_made() -> None:
    assert engine().integrity == image.integrity(packed_image())


@pytest.mark.parametrize("name", BUDGET)
def test_a_file_keeps_to_its_budget(name: str) -> None:
    assert compressed_size(name) <= BUDGET[name]


# The largest file of a kind, compressed quickly; headroom is about a fifth where no date stands.
BUDGET_OF_A_KIND = {
    "*.html": 36_000,  # 2026-11-29: 34,670 for the page of all sources, half as much for the next
    "scripts/*.js": 17_000,  # 2026-11-30: 16,222
    "assets/**/*.css": 26_000,
    "assets/**/bundle.*.js": 40_000,
    "assets/calendar-*.js": 26_000,
    "search/*.json": 105_000,  # 2026-11-29: 102,600 with the new guides, only fetched to search
    "service-worker.js": 12_800,  # 2026-11-30: 12,536 with a line for each page and card
    "*.png": 15_000,  # 2026-11-29: 14,080 for the card with the longest title
}


@pytest.mark.parametrize("kind", BUDGET_OF_A_KIND)
def test_each_file_that_is_served_keeps_to_its_kinds_budget(kind: str) -> None:
    sizes = {
        str(file): len(brotli.compress(file.read_bytes(), quality=5))
        for file in (ROOT / "site").rglob(kind)
        if "engine" not in file.relative_to(ROOT / "site").parts
    }
    assert sizes
    assert {file: size for file, size in sizes.items() if size > BUDGET_OF_A_KIND[kind]} == {}


def test_a_cold_start_fetches_half_of_what_pyodide_would() -> None:
    ours = compressed_size("calculator.wasm") + compressed_size("worker")
    stock = sum(
        file.stat().st_size
        for folder in (engine().runtime, engine().calculator)
        for file in (SERVED / folder).glob("*.br")
    )
    assert ours <= 1_602_400
    assert ours / stock < 0.6


def compressed_size(name: str) -> int:
    """How many bytes of a file go over the wire, from a server that compresses well."""
    if name == "calculator.wasm":
        return (SERVED / f"{engine().image}.br").stat().st_size
    (bundle,) = (ROOT / "site" / "scripts").glob(f"{name}-*.js.br")
    return bundle.stat().st_size


@pytest.mark.parametrize("ending", [".br", ".gz"])
def test_compressed_copies_stand_beside_each_file(ending: str) -> None:
    for folder in engine().folders:
        files = [file for file in (SERVED / folder).iterdir() if file.suffix not in {".br", ".gz"}]
        assert files
        for file in files:
            assert file.with_name(file.name + ending).exists()
