"""No message carries what could command a terminal, whatever an input or its name holds."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from convert.catalogue import CATALOGUE
from convert.cli.console import Console
from convert.cli.rendering import show
from convert.diagnostics import Diagnostic, Pos
from tests.cli.running import Ran, triptych
from tests.readers.docx.packages import package
from tests.test_diagnostics import places

EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\x85\u2028\u202eevil\x7f\r"
_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def commands(ran: Ran) -> list[str]:
    """What commands a terminal in all that a run said, colours of ours left out."""
    return _COMMANDS.findall(ran.out + ran.err)


DOCUMENTS: dict[str, str | bytes] = {
    "a.md": f"---\ntitle: \"a\\e]0;x\\a\"\nisuer: \"\\e[2J\"\n{{}}\n---\n\n# {EVIL}\n\n![{EVIL}](<{EVIL}.png>) ![](https://{EVIL}) [a](javascript:{EVIL})\n\n"
            f"$\\{EVIL}$ {EVIL}\n\n```{EVIL}\nx\n```\n\n[^{EVIL}] {{#{EVIL}}} :::{EVIL}\n",
    "a.html": f"<title>{EVIL}</title><p lang='{EVIL}'>{EVIL}<img src='{EVIL}' alt='{EVIL}'><a href='x:{EVIL}'>a</a><iframe src='{EVIL}'></iframe>",
    "a.txt": f"{EVIL}\n{EVIL * 20}\n",
    "a.json": json.dumps({"triptych": 1, "meta": {"title": EVIL, "extra": {EVIL: EVIL}}, "media": {EVIL: {"type": EVIL, "data": "eA==", "name": EVIL}},
                          "blocks": [{"t": "Para", "role": EVIL, "lang": EVIL, "id": EVIL, "children": [
                              {"t": "Text", "text": EVIL}, {"t": "Image", "media": EVIL}, {"t": "Link", "target": EVIL}]}]}),
    "bad.json": json.dumps({"triptych": 1, "blocks": [{"t": EVIL, EVIL: 1}]}),
    "a.docx": package('<w:p><w:r><w:t>a</w:t></w:r></w:p>', {"i": ("image", "x:&#x85;&#x202e;&#x9b;31m")}),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(
    "words",
    [("convert", "-v"), ("convert", "--json"), ("inspect",), ("inspect", "--json", "-v"), ("inspect", "--repairs")],
    ids=" ".join,
)
def test_no_input_commands_the_terminal(tmp_path: Path, name: str, words: tuple[str, ...]) -> None:
    data = DOCUMENTS[name]
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    folder = ["-t", "json", "-O", str(tmp_path / "out")] if words[0] == "convert" else []
    ran = triptych(words[0], str(path), *words[1:], *folder)
    assert commands(ran) == []


@pytest.mark.parametrize("words", [("convert", "-v"), ("convert", "--json"), ("convert", "--force"), ("check",), ("check", "--format", "github"),
                                   ("check", "--json"), ("check", "--format", "sarif"), ("inspect",)], ids=" ".join)  # fmt: skip
@pytest.mark.parametrize("exists", [True, False])
def test_no_name_commands_the_terminal(tmp_path: Path, words: tuple[str, ...], *, exists: bool) -> None:
    path = tmp_path / f"{EVIL}.md"
    if exists:
        path.write_text("# 题\n\n正文\n", "utf-8")
    folder = ["-t", "json", "-O", str(tmp_path / "out")] if words[0] == "convert" else []
    assert commands(triptych(words[0], str(path), *words[1:], *folder)) == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_no_finding_commands_the_terminal(code: str) -> None:
    entry = CATALOGUE[code]
    named = set().union(
        *(places(words[language]) for words in (entry.message, entry.hint) for language in ("en", "zh"))
    )
    for language in ("zh_CN.UTF-8", "C"):
        lines: list[str] = []
        console = Console(io.StringIO(), io.StringIO(), io.StringIO(), {"LANG": language}, verbosity=2)
        console.say_line = lines.append
        found = Diagnostic(code, CATALOGUE[code].severity, dict.fromkeys(named, EVIL), Pos(place=EVIL))
        show(console, found, EVIL)
        assert lines and not _COMMANDS.search("".join(lines))
