"""Compiles every module that is now imported, without docstrings and line numbers.

In place of the file's name stands whether answers have called the function (``plans.py``).
"""

import marshal
import sys
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from zipimport import zipimporter

CALLED = set(Path("/called").read_text(encoding="utf-8").splitlines())
LIBRARY = zipimporter(next(path for path in sys.path if path.endswith(".zip")))
# Flags and a hash that nobody checks, as PEP 552 has it.
UNCHECKED = (1).to_bytes(4, "little") + bytes(8)
# Whether a function takes *arguments and **options (CO_VARARGS, CO_VARKEYWORDS).
BOTH_RESTS = 0b1100


def source(path: str) -> bytes | None:
    """Return the source of a module, if it is written in Python."""
    ours = Path("/sources", path)
    if ours.exists():
        return ours.read_bytes()
    try:
        return LIBRARY.get_data(path)
    except OSError:
        return None


def stripped(code: CodeType) -> CodeType:
    """Return the code without what only a traceback shows, such as the names of variables."""
    constants = tuple(
        stripped(constant) if isinstance(constant, CodeType) else constant
        for constant in code.co_consts
    )
    given = code.co_argcount + code.co_kwonlyargcount + (code.co_flags & BOTH_RESTS).bit_count()
    return code.replace(
        co_varnames=code.co_varnames[:given] + ("",) * (code.co_nlocals - given),
        co_linetable=b"",
        co_filename="called" if f"{code.co_filename}:{code.co_firstlineno}" in CALLED else "",
        co_qualname=code.co_name,
        co_consts=constants,
    )


for module in sorted(sys.modules):
    stem = module.replace(".", "/")
    for path in (f"{stem}.py", f"{stem}/__init__.py"):
        text = source(path)
        if text is not None:
            file = sys.modules[module].__file__ or path
            code = stripped(compile(text, file, "exec", dont_inherit=True, optimize=2))
            compiled = Path("/compiled", path).with_suffix(".pyc")
            compiled.parent.mkdir(parents=True, exist_ok=True)
            compiled.write_bytes(MAGIC_NUMBER + UNCHECKED + marshal.dumps(code))
