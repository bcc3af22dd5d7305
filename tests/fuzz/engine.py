"""The loop: by atheris (libFuzzer), which keeps what reaches new code; or, without it, by features that the checks tell."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from random import Random
from typing import Any

from tests.fuzz.log import Log

_SLACK = 3.0  # instrumented code is that much slower
_HUNG = 120  # seconds after which libFuzzer ends the process: nothing but C code can take so long


def has_atheris() -> bool:
    """Whether the fuzzer that is led by coverage is installed."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, folder: Path, seconds: float, more: Iterable[Path]) -> None:
    """Look for faults of a target until `seconds` of the processor are used in `folder`. Does not return under atheris."""
    if has_atheris():
        _by_coverage(name, folder, seconds, more)
    else:
        _by_features(name, folder, seconds, more)


def _by_coverage(name: str, folder: Path, seconds: float, more: Iterable[Path]) -> None:
    import atheris

    with atheris.instrument_imports(include=["convert"]) if seconds else nullcontext():
        from tests.fuzz.targets import TARGETS
        from tests.fuzz.watch import watched

        target = TARGETS[name]
        corpus = _planted(folder / "corpus", [*target.seeds(), *_read(more)])
        log = Log(folder, seconds)

        def run(data: bytes) -> None:
            _, finding = watched(target.check, data, slack=_SLACK)
            if log.note(data, finding):
                log.write()
                os._exit(0)

        def mutate(data: bytes, longest: int, seed: int) -> bytes:
            random = Random(seed)
            if target.blind and random.random() < 0.3:
                return bytes(atheris.Mutate(data, len(data)))
            try:
                made = target.mutate(data, random)
            except RecursionError:  # of what the mutation itself uses
                return data
            return made if len(made) <= longest else made[:longest] if target.blind else data

        options = [f"-max_len={target.longest}", "-rss_limit_mb=0", f"-timeout={_HUNG}", f"-artifact_prefix={folder}/hard-",
                   "-len_control=0", "-report_slow_units=9999", "-print_final_stats=1", "-reload=0"]  # fmt: skip
        atheris.Setup([sys.argv[0], *options, str(corpus)], run, custom_mutator=mutate)
        atheris.Fuzz()


def _by_features(name: str, folder: Path, seconds: float, more: Iterable[Path]) -> None:
    from tests.fuzz.targets import TARGETS
    from tests.fuzz.watch import watched

    target, random, seen = TARGETS[name], Random(0), set[str]()
    corpus = _planted(folder / "corpus", [*target.seeds(), *_read(more)])
    pool = _read([corpus])
    log = Log(folder, seconds)
    while True:
        data = target.mutate(random.choice(pool), random)[: target.longest]
        found, finding = watched(target.check, data)
        if not found <= seen:
            seen |= found
            pool.append(data)
            (corpus / f"{len(pool):06d}").write_bytes(data)
        if log.note(data, finding):
            log.write()
            return


def _planted(corpus: Path, seeds: Iterable[bytes]) -> Path:
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number:03d}").write_bytes(data)
    return corpus


def _read(folders: Iterable[Path]) -> list[bytes]:
    paths: list[Any] = [path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]
    return [path.read_bytes() for path in paths]
