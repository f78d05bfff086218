"""A program with only a share of the processor, as on a slower device.

Chromium's own brake does not reach workers. So all its processes are stopped and go on again, many
times a second.
"""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TURN = 0.04


@contextmanager
def slowed(process: int, share: float) -> Iterator[None]:
    """Give a process and all that it starts a share of the time, 0 to 1, while the block runs."""
    if share == 1:
        yield
        return
    ended = threading.Event()

    def take_turns() -> None:
        while not ended.wait(TURN * share):
            tell(process, signal.SIGSTOP)
            ended.wait(TURN * (1 - share))
            tell(process, signal.SIGCONT)

    thread = threading.Thread(target=take_turns)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def tell(process: int, what: signal.Signals) -> None:
    """Send a signal to a process and to all that it has started."""
    for each in [process, *below(process)]:
        with suppress(ProcessLookupError):
            os.kill(each, what)


def below(process: int) -> Iterator[int]:
    """Yield the processes that a process has started, and those that they have started."""
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text().split()):
                yield child
                yield from below(child)
