"""Leaves nothing in memory that an answer doesn't need, and closes the door for good."""

import gc
import json
import os
import sys
import warnings
from dataclasses import Field
from functools import cache, lru_cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from calculator.browser import respond
from calculator.planning.rules import advice
from calculator.presenting.script_files import frame, script
from calculator.reading import cues, phrases, sayings

# warm.py fills these.
FILLED: tuple[object, ...] = (frame, script)
CACHED = type(cache(str))
# Only used while other modules are imported and data is read.
FORGOTTEN = frozenset(
    """
    _frozen_importlib_external contextlib fnmatch genericpath glob importlib inspect ntpath os
    pathlib posix posixpath stat tomllib zipimport
    """.split()
)
OPERATIONS = ("call", "fspath", "getattribute", "instancecheck", "iter", "or", "str", "truediv")


class NotInTheImageError(BaseException):
    """Something is missing that an answer needs: no ``except Exception`` may hide it."""


class NothingMore:
    """Finds no module: what isn't in the image can't be had."""

    def find_spec(self, name: str, *_: object) -> None:
        """Say which module was asked for."""
        raise NotInTheImageError(name)


def missing(*_: object) -> None:
    """Stand in for every operation on something forgotten."""
    raise NotInTheImageError


OURS = ("calculator", "namedtuple_", "__main__")
in_a_full_cache = lru_cache(maxsize=1)(lambda text: text)


def worst(request: str) -> str:
    """Answer while the collector comes at every moment, and when caches are full."""
    gc.set_threshold(1)
    for text in ("one", "another"):
        in_a_full_cache(text)
    return respond(request)


# It stands where modules still name what was forgotten.
FORGET = type("Forgotten", (), {f"__{name}__": missing for name in OPERATIONS})()


def is_forgotten(value: object) -> bool:
    """Whether something is, or comes from, a forgotten module."""
    if value is FORGET:
        return False
    if isinstance(value, ModuleType):
        origin = value.__name__
    else:
        origin = getattr(value, "__module__", None) or type(value).__module__
    parts = str(origin).split(".")
    return any(".".join(parts[:count]) in FORGOTTEN for count in range(1, len(parts) + 1))


def forget_annotations() -> None:
    """Take all annotations off: only while modules are imported does anyone ask for them."""
    for found in gc.get_objects():
        if type(found) is FunctionType:
            found.__annotations__ = None  # type: ignore[assignment] # CPython allows it
        elif issubclass(type(found), type) and vars(found).get("__annotations__"):
            found.__annotations__ = {}
        elif type(found) is Field:
            found.type = None
    for module in sys.modules.values():
        vars(module).pop("__annotations__", None)


def forget_docstrings() -> None:
    """Take the docstrings of types written in C off, which ``-OO`` doesn't see."""
    for found in gc.get_objects():
        if issubclass(type(found), type):
            # Not even those of built-in types are needed, which can't be changed by name.
            for own in gc.get_referents(vars(found)):
                own["__doc__"] = None


def forget_claims() -> None:
    """Empty what only pages say of the advice: an answer names a source and links to its page."""
    for parts, only_on_pages in (
        (advice().sources, ("claims", "caveat", "kind", "checked", "title", "url")),
        (advice().rules, ("house",)),
        (advice().differences, ("question", "because", "sides")),
    ):
        for part in parts.values():
            for said in only_on_pages:
                object.__setattr__(part, said, None)


def forget_wordings() -> None:
    """Empty what phrases and sayings were written as: a text is looked up in what that made."""
    for phrase in (*phrases.PHRASES, *cues.PHRASES):
        phrase.example, phrase.others = "", ()
    sayings.SAYINGS = {}  # the patterns are made


def takes_anything(function: Any) -> bool:  # noqa: ANN401 # a cache has no type of its own
    """Return whether a cached function has parameters."""
    return bool(function.__wrapped__.__code__.co_argcount)


def forget_answers() -> None:
    """Empty the caches of what was asked; those that hold all they can hold stay filled."""
    for found in gc.get_objects():
        if type(found) is CACHED and found.__wrapped__.__code__.co_argcount and found not in FILLED:
            found.cache_clear()


def forget() -> None:
    """Take the forgotten modules out of all others."""
    kept = {name: module for name, module in sys.modules.items() if not is_forgotten(module)}
    for module in kept.values():
        for name, value in list(vars(module).items()):
            if name in {"__spec__", "__loader__", "__doc__", "__about__"}:
                setattr(module, name, None)
            elif is_forgotten(value):
                setattr(module, name, FORGET)
    for name in set(sys.modules) - set(kept):
        del sys.modules[name]


def stop(*_: object, **__: object) -> object:
    """Stand in for a function that no answer calls."""
    end = "abort"
    return end()  # type: ignore[operator] # it becomes one below


# A generator becomes a plain function.
warnings.simplefilter("ignore")
STOP = stop.__code__.replace(
    co_consts=tuple(os.abort if value == "abort" else value for value in stop.__code__.co_consts)
)


def forget_functions() -> None:
    """Have every function of the library that no answer calls end the program."""
    for function in gc.get_objects():
        if type(function) is FunctionType and not is_called(function):
            free = function.__code__.co_freevars
            function.__code__ = STOP.replace(co_freevars=free)
            function.__defaults__ = function.__kwdefaults__ = None


def is_called(function: FunctionType) -> bool:
    """Return whether an answer may call it: any of ours, of the library's those that were."""
    ours = function.__globals__["__name__"].startswith(OURS)
    return ours or function.__code__.co_filename == "called"


functions = {"respond": id(respond), "worst": id(worst)}
Path("/functions.json").write_text(json.dumps(functions), encoding="utf-8")
forget_claims()
forget_wordings()
forget_answers()
forget()
forget_annotations()
forget_docstrings()
sys.meta_path[:] = [NothingMore()]
sys.path_hooks.clear()
sys.path_importer_cache.clear()
sys._clear_internal_caches()  # noqa: SLF001 # there is no other way
forget_functions()
gc.collect()
# An answer makes thousands of objects and hardly a ring of them: looking for one can wait.
gc.set_threshold(100_000)
# memory.py takes them off the list of what is never collected.
gc.freeze()
