"""The calculator on a newer Pyodide than the one that it is shipped with: a site to be timed."""

import shutil
from pathlib import Path

from tools.engine.compress import compress_beside
from tools.engine.image import PYODIDE, node
from tools.engine.pack import build_wheels, write_lock
from tools.serve import SITE
from tools.site.offline import ENGINE

NEWER = PYODIDE.with_name("pyodide-next")
HERE = Path(__file__).parent
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
RUNTIME, CALCULATOR = f"{ENGINE}/runtime", f"{ENGINE}/calculator"


def newer_site(into: Path) -> None:
    """Put the site with the newer Pyodide and the calculator's wheels into a folder.

    The wheels are compiled by the newer Pyodide itself, as the shipped ones are by its Python.
    """
    into.chmod(0o755)  # nginx reads it
    # Whole: a page that misses one of its files fetches itself anew.
    shutil.copytree(
        SITE, into, dirs_exist_ok=True, ignore=shutil.ignore_patterns(Path(ENGINE).name)
    )
    runtime, calculator = into / RUNTIME, into / CALCULATOR
    runtime.mkdir(parents=True)
    calculator.mkdir()
    for name in FILES:
        shutil.copy(NEWER / name, runtime)
    build_wheels(calculator)
    node(HERE / "newer.mjs", calculator, HERE / "compiled.py")
    write_lock(calculator, pyodide=NEWER)
    compress_beside([*runtime.iterdir(), *calculator.iterdir()])


def newer_engine(site: str) -> dict[str, str]:
    """Return what the worker is told of the engine of such a site; its address ends in a slash."""
    return {"image": "", "runtime": f"{site}{RUNTIME}/", "calculator": f"{site}{CALCULATOR}/"}
