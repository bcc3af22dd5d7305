"""Metadata that is hostile: front matter, files of it, and on the command line."""

from __future__ import annotations

from tests.hostile.cases import ESCAPED, Case, Content, Outcome

_KEPT = ("finish",)


def _front(
    name: str, about: str, matter: str, outcome: Outcome = "done", *codes: str, lacks: tuple[str, ...] = ()
) -> Case:
    return Case(f"{name}.md", about, f"---\n{matter}\n---\n\nfinish\n", outcome, codes, _KEPT, lacks)


def _beside(name: str, about: str, file: str, content: Content, outcome: Outcome = "either") -> Case:
    return Case(
        f"{name}.md",
        about,
        "finish\n",
        outcome,
        keeps=_KEPT,
        options=("--meta-file", f"{{folder}}/{file}"),
        beside={file: content},
    )


_ALIASES = 'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]\n' + "".join(
    f"{now}: &{now} [{','.join([f'*{before}'] * 9)}]\n" for before, now in zip("abcdefghi", "bcdefghij", strict=True)
)


CASES = (
    _front("plain", "nothing: it must be done", "title: 题"),
    _front("aliases", "aliases of aliases of aliases", f"{_ALIASES}title: *j", "either"),
    _front("alias-circle", "an alias of what it stands in", "a: &a [*a]\ntitle: &t {x: *t}", "either"),
    _front("tags", "tags that run commands", f'title: !!python/object/apply:os.system ["touch /{ESCAPED}_YAML"]\nauthor: !!python/name:os.system', "either"),
    _front("broken", "quotes that do not end", 'title: "open\n\tx: [1,', "done", "front-matter-invalid"),
    _front("odd", "values of odd types", "title: 2024-01-01\nauthor: [甲, 乙, {name: 丙}]\ndate: 20240230\nno: NO\nnum: 0o17\nempty:\n? [complex, key]\n: v"),
    _front("deep", "5,000 lists in each other", f"title: {'[' * 5000}{']' * 5000}", "either"),
    _front("long", "a title of 100,000 characters", f"title: {'长' * 100_000}", "either"),
    _front("many", "20,000 keys", "\n".join(f"k{n}: v" for n in range(20_000)), "either"),
    _front("markup", "markup, script and controls in every field", 'title: "<script>go()</script>"\nauthor: "]]>&x;"\nkeywords: ["\\u0001", "\\ud800", "a\\0b"]\nidentifier: "javascript:go()"\nlang: "\\"><x>"\nsource: "</dc:source>"', "either"),
    _front("paths", "fields of other tools that name files and programs", "style: /etc/passwd\ncss: /etc/passwd\ntemplate: /etc/passwd\nbibliography: /etc/passwd\ninclude-before: /etc/passwd\nfilters: [sh]\nheader-includes: '<script>go()</script>'\noutput: /tmp/x\nto: ../../x\nfonts: /etc/passwd\nseals: [/etc/passwd, file:///etc/passwd]\nsealing: seal", "either"),
    Case("toml.md", "front matter in TOML that is none", "+++\ntitle = [\n+++\n\nfinish\n", keeps=_KEPT),
    Case("seals.md", "seals that are files elsewhere", lambda trap: f"---\nissuers: [甲厅]\nsignature: [甲厅]\ndate: 2025年6月23日\nseals: ['{trap.canary}', '{trap.up}', '{trap.file}', '{trap.web}', /dev/zero]\n---\n\nfinish\n", keeps=_KEPT),
    Case("open.md", "front matter that does not end", "---\ntitle: x\n\nfinish\n", keeps=_KEPT),
    Case("long-number.md", "a number of 100,000 digits", f"---\ntitle: {'9' * 100_000}\n---\n\nfinish\n", "either"),
    Case("options.md", "metadata on the command line that is odd", "finish\n", "either", options=("--meta", "title=<script>go()</script>", "--meta", "=x", "--meta", "lang=../..", "--meta", "extra=\u202e")),
    _beside("yaml", "a file of aliases of aliases", "all.yaml", f"{_ALIASES}title: *j"),
    _beside("code", "a file of tags that run commands", "run.yaml", f'title: !!python/object/apply:os.system ["touch /{ESCAPED}_YAML"]'),
    _beside("table", "a table with formulas, NUL and quotes that do not end", "t.csv", 'file,title\n"table.md,=cmd|x!A1\n\0'),
    _beside("json", "lists in lists", "deep.json", "[" * 50_000 + "]" * 50_000),
    _beside("elsewhere", "a file of metadata that is another file", "s.toml", b"\xff\xfe"),
)  # fmt: skip
