"""A worker's life: calls come through a pipe, answers go back, and it ends with whoever started it.

What goes through the pipe, as `pickle` has it: here `True`, once, when the worker can begin; there a call
`(function, arguments, named arguments)`; here for each of them `(whether it returned, what it returned or raised, whether the worker leaves)`.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any

from convert.bulk.bounds import bound_memory, memory_in_use

Answer = tuple[bool, Any, bool]


def serve(pipe: Connection[Any, Any], memory: int | None, initializer: Callable[[], object] | None) -> None:
    """Answer calls until nobody is at the other end of the pipe. `memory`: the bytes that this process may take, None for no
    limit; `initializer`: called before the first call."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; who started us decides
    threading.Thread(target=_follow, daemon=True).start()
    if memory:
        bound_memory(memory)
    if initializer:
        initializer()
    try:
        pipe.send(True)
        while True:
            _send(pipe, _answered(pipe.recv_bytes(), memory))
    except (EOFError, OSError):
        return


def _follow() -> None:
    """End with the process that started this one, whatever is in hand."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _answered(data: bytes, memory: int | None) -> Answer:
    """The answer to a call. A worker that keeps more than half of what it may have leaves."""
    try:
        fn, args, kwargs = pickle.loads(data)
        done, value = True, fn(*args, **kwargs)
    except BaseException as error:
        error.__traceback__ = None  # holds the frames, and cannot be sent
        done, value = False, error
    return done, value, memory is not None and memory_in_use() > memory // 2


def _send(pipe: Connection[Any, Any], answer: Answer) -> None:
    """Send an answer; where it cannot be sent, why. Raises OSError where nobody is there."""
    try:
        pipe.send(answer)
    except OSError:
        raise
    except MemoryError:
        pipe.send((False, MemoryError(), True))
    except Exception as error:
        pipe.send((False, TypeError(f"the answer cannot be sent: {error}"), answer[2]))
