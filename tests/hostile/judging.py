"""What must hold of every run, whatever it was fed: an outcome that was told, nothing reached, nothing leaked, nothing
written elsewhere, within 20 s and 1 GB."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import subprocess
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from convert.measure.pdf import read_text
from tests.hostile.cases import ESCAPED, TOKEN, Case
from tests.hostile.watching import Run

MOST_SECONDS, MOST_MB = 20.0, 1000.0
SECRETS = (TOKEN, "CANARY-7f3a91c2", "root:x:0")
"""What no output may hold: the canaries' text, and the passwords' file of any Unix."""

_CODE = re.compile(r"\b(?:error|warning|info)\[([a-z0-9-]+)\]")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_INFLATED = 50_000_000  # bytes of a member or a stream that are looked through
_PRINTED = (".pdf", ".docx", ".epub")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`outcome`: done, partly (some documents of several), nothing (there was no document), refused, ended (it took too
    much); `codes`: all that was told; `faults`: what must not be."""

    outcome: str
    codes: tuple[str, ...]
    faults: tuple[str, ...]


def judge(run: Run, case: Case | None = None) -> Verdict:
    """What came of a run, and what is wrong with that. `case`: what was expected, where something was."""
    codes = tuple(dict.fromkeys([*_codes(run.out), *_CODE.findall(run.err)]))
    printed = [path for path in run.outputs if path.suffix in _PRINTED]
    outcome = _outcome(run.code, bool(printed))
    faults = [*_general(run, outcome, codes, printed), *_leaks(run)]
    if case:
        faults += _unexpected(case, outcome, codes, printed)
    return Verdict(outcome, codes, tuple(faults))


def _outcome(code: int | None, made: bool) -> str:
    if code is None:
        return "ended"
    if code in (0, 3):
        return "done" if made else "nothing"
    return "partly" if made else "refused"


def _codes(told: str) -> Iterator[str]:
    """The codes in the lines of JSON that the command wrote."""
    for line in told.splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict):
            for each in found.get("diagnostics", ()):
                yield each["code"]


def _general(run: Run, outcome: str, codes: tuple[str, ...], printed: list[Path]) -> Iterator[str]:
    if run.code is None:
        yield "ended: too long or too large"
    elif run.code < 0 or run.code > 3:
        yield f"exit code {run.code}"
    if run.seconds > MOST_SECONDS:
        yield f"{run.seconds:.0f} s"
    if run.megabytes > MOST_MB:
        yield f"{run.megabytes:.0f} MB"
    if "Traceback (most recent call last)" in run.out + run.err or "internal-error" in codes:
        yield "traceback"
    if outcome == "refused" and not codes:
        yield "refused without a word"
    if run.calls:
        yield "called the network"
    for path in run.strays:
        yield f"left {path.name}"
    for path in escaped(Path("/"), Path(gettempdir()), Path.cwd()):
        path.unlink()
        yield f"escaped to {path.parent}"
    for path in printed:
        if not path.stat().st_size:
            yield f"empty {path.suffix}"


def escaped(*folders: Path) -> list[Path]:
    """Files that inputs have managed to write into a folder."""
    names = (f"{ESCAPED}*", "ESCAPED_BY_*")
    return [path for folder in folders for name in names for path in folder.glob(name) if path.is_file()]


def _leaks(run: Run) -> Iterator[str]:
    said = {path.name: "\n".join(texts(path)) for path in run.outputs} | {"messages": run.out + run.err}
    for name, words in said.items():
        if any(secret in words for secret in SECRETS):
            yield f"leak in {name}"


def _unexpected(case: Case, outcome: str, codes: tuple[str, ...], printed: list[Path]) -> Iterator[str]:
    if case.outcome not in ("either", outcome):
        yield f"expected to be {case.outcome}"
    for code in case.codes:
        if code not in codes:
            yield f"did not tell {code}"
    if not (case.keeps or case.lacks):
        return
    for path in printed:
        words = "".join("".join(texts(path)).split())
        yield from (f"{path.suffix} lost {word!r}" for word in case.keeps if _bare(word) not in words)
        yield from (f"{path.suffix} holds {word!r}" for word in case.lacks if _bare(word) in words)


def _bare(word: str) -> str:
    return "".join(word.split())


def texts(path: Path) -> Iterator[str]:
    """All that a finished file says: as it stands, in its members or streams, inflated, and as a reader gets it."""
    data = path.read_bytes()
    yield data.decode("utf-8", "replace")
    if data.startswith(b"PK"):
        yield from _members(data)
    if data.startswith(b"%PDF"):
        yield from _streams(data)
        yield read_text(data)
        if shutil.which("pdftotext"):
            result = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=False, timeout=120)
            yield result.stdout.decode("utf-8", "replace")


def _members(data: bytes, depth: int = 0) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.infolist():
            content = package.open(member).read(_INFLATED)
            text = content.decode("utf-8", "replace")
            yield from (text, html.unescape(_TAG.sub("", text)))
            if content.startswith(b"PK") and depth < 2:
                yield from _members(content, depth + 1)


def _streams(data: bytes) -> Iterator[str]:
    for match in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(match[1], _INFLATED).decode("latin-1")
        except zlib.error:
            continue


def summary(verdicts: Iterable[Verdict]) -> str:
    """How many there are of each outcome, and how many are faulty."""
    verdicts = list(verdicts)
    counts = Counter(verdict.outcome for verdict in verdicts)
    faulty = sum(bool(verdict.faults) for verdict in verdicts)
    found = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    return f"{len(verdicts)} inputs: {found}; {faulty} with faults"
