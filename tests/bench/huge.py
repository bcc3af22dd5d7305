"""How time and memory grow with what an input holds: `python -m tests.bench.huge [words of a construct's name or suffix]`.

Each construct of `tests.bench.constructs` is converted at three sizes, each twice the one before, in a process of its own.
Printed of each stage that takes long enough to tell: the exponent of its time's growth between the two largest (1.0 is
linear), and of the whole the seconds and the peak memory at the largest.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from convert.config import Options
from convert.diagnostics import ConvertError, Report
from convert.formats import DEFAULT_OUTPUTS
from convert.pipeline import compose, read_document, write_document
from tests.bench.constructs import CONSTRUCTS, Construct, source

_OPTIONS = Options(fonts="bundled")
_TELLS = 0.1  # seconds that a stage takes at least for its growth to be told from chance
_MB = 1024  # KiB

Times = dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only constructs whose name or suffix holds all of these")
    parser.add_argument("--seconds", type=int, default=60, help="what one input may take of the processor")
    parser.add_argument("--scale", type=float, default=1, help="factor of all sizes")
    parser.add_argument("--worst", type=float, default=0, help="print only what grows faster than this, or fails")
    given = parser.parse_args()
    _warm()
    for construct in CONSTRUCTS:
        if all(word in f"{construct.suffix} {construct.name}" for word in given.words):
            line, worst = _measured(construct, given.scale, given.seconds)
            if worst >= given.worst:
                print(line, flush=True)


def _warm() -> None:
    """Import what any conversion needs, so that the processes need not."""
    for suffix in (".md", ".html", ".txt"):
        _convert(b"# a\n\nb $x$\n\n|a|b|\n|-|-|\n|a|b|\n", f"warm{suffix}", {})


def _measured(construct: Construct, scale: float, seconds: int) -> tuple[str, float]:
    size = max(2, int(construct.size * scale))
    name = f"{construct.suffix[1:]} {construct.name}"
    runs: list[Times] = []
    for n in (size, 2 * size, 4 * size):
        data = source(construct, n)
        times = _in_process(data, f"huge{construct.suffix}", seconds)
        if times is None:
            return f"{name:45} {n:>9,}  OVER {seconds} s, or died", math.inf
        runs.append(times)
    before, last = runs[-2:]
    exponents = {
        stage: math.log2(taken / before[stage])
        for stage, taken in last.items()
        if taken >= _TELLS and before.get(stage) and stage not in ("MB", "failed")
    }
    worst = max((each for stage, each in exponents.items() if stage != "all"), default=0.0)
    told = "  ".join(f"{stage} {each:.2f}({last[stage]:.2f})" for stage, each in exponents.items())
    failed = "".join(f" [{stage.partition(':')[2]}]" for stage in last if stage.startswith("failed"))
    return f"{name:45} {n:>9,} {last['all']:7.2f} s {last['MB']:6.0f} MB  {told}{failed}", (
        math.inf if "!" in failed else worst
    )


def _in_process(data: bytes, name: str, seconds: int) -> Times | None:
    """What a process that converts takes, by stage; None where it takes too long or dies."""
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_send, args=(data, name, seconds, sender), daemon=True)
    process.start()
    sender.close()
    try:
        times: Times | None = receiver.recv()
    except EOFError:
        times = None
    process.kill()
    process.join()
    return times


def _send(data: bytes, name: str, seconds: int, sender: Connection[Any, Any]) -> None:
    times: Times = {}
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        _convert(data, name, times)
    except ConvertError as error:
        times[f"failed:{error.diagnostic.code}"] = 0
    except Exception as error:
        times[f"failed:!{type(error).__name__}: {str(error)[:60]}"] = 0
    times["all"] = time.process_time() - start
    times["MB"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / _MB
    sender.send(times)


def _convert(data: bytes, name: str, times: Times) -> None:
    report = Report(name)
    document = _timed("read", times, lambda: read_document(data, name, _OPTIONS, report))
    made = _timed("compose", times, lambda: compose(document, name, _OPTIONS, report))
    _timed("layout", times, lambda: made.pages)
    for format in (*DEFAULT_OUTPUTS, "json", "json-pandoc"):
        _timed(format, times, lambda format=format: write_document(made, format))  # type: ignore[misc]


def _timed(stage: str, times: Times, work: Callable[[], Any]) -> Any:
    start = time.process_time()
    result = work()
    times[stage] = time.process_time() - start
    return result


if __name__ == "__main__":
    main()
