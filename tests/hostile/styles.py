"""Styles that are hostile, each with a document that is printed in it."""

from __future__ import annotations

from tests.hostile.cases import Case, Content, Outcome, Trap

_TEXT = "# begin\n\nfinish\n"


def _styled(name: str, about: str, style: Content, outcome: Outcome = "refused", *codes: str) -> Case:
    options = ("--style", f"{{folder}}/{name}.toml")
    kept = ("begin", "finish") if outcome == "done" else ()
    return Case(f"{name}.md", about, _TEXT, outcome, codes, kept, options=options, beside={f"{name}.toml": style})


def _set(name: str, about: str, *settings: str, outcome: Outcome = "either") -> Case:
    options = tuple(word for setting in settings for word in ("--set", setting))
    return Case(f"{name}.md", about, _TEXT, outcome, options=options)


_BASE = 'name = "x"\nextends = "gbt9704"\n'


def _fonts(trap: Trap) -> str:
    return f'{_BASE}[fonts.fangsong]\ncjk = ["{trap.canary}", "/etc/passwd", "../../x", "FandolFang R"]\n'


CASES = (
    _styled("plain", "nothing: it must be done", _BASE, "done"),
    _styled("broken", "no TOML", "name = [", "refused", "style-syntax"),
    _styled("binary", "bytes that are no text", b"\xff\xfe\0\0", "refused"),
    _styled("circle", "a style that extends itself", 'name = "x"\nextends = "circle.toml"\n', "refused"),
    _styled("reaching", "a style that extends a file elsewhere", lambda trap: f'name = "x"\nextends = "{trap.canary}"\n', "refused"),
    _styled("passwords", "a style that extends /etc/passwd", 'name = "x"\nextends = "/etc/passwd"\n', "refused"),
    _styled("unknown", "a key that is none", f"{_BASE}[page]\nwidht_mm = 1\n", "refused", "style-value"),
    _styled("types", "a word where a number stands", f'{_BASE}[page]\nwidth_mm = "wide"\n', "refused", "style-value"),
    _styled("paper-none", "paper of no size", f"{_BASE}[page]\nwidth_mm = 0\nheight_mm = 0\n", "refused"),
    _styled("paper-negative", "margins wider than the paper", f"{_BASE}[page]\nleft_mm = 500\nright_mm = 500\n", "refused"),
    _styled("paper-endless", "paper of 10^300 mm", f"{_BASE}[page]\nwidth_mm = 1e300\n", "refused"),
    _styled("paper-infinite", "paper without end", f"{_BASE}[page]\nwidth_mm = inf\nheight_mm = nan\n", "refused"),
    _styled("type-none", "letters of no size", f"{_BASE}[roles.body]\nsize_pt = 0\n", "refused"),
    _styled("type-huge", "letters larger than the page", f"{_BASE}[roles.body]\nsize_pt = 5000\n", "either"),
    _styled("grid-none", "a grid of no lines", f"{_BASE}[grid]\nlines = 0\ncells = 0\n", "refused"),
    _styled("grid-dense", "a grid of 10^6 lines", f"{_BASE}[grid]\nlines = 1000000\n", "either"),
    _styled("indents", "an indent wider than the line", f"{_BASE}[roles.body]\nindent_em = 1000\n", "either"),
    _styled("fonts", "faces that are paths to files", _fonts, "either"),
    _styled("markup", "names with markup", 'name = "x\\"><script>go()</script>"\nextends = "gbt9704"\ntitle.en = "</style><script>"\n', "either"),
    _styled("colors", "a colour that is CSS", f'{_BASE}[roles.body]\ncolor = "red; background: url(http://127.0.0.1/x)"\n', "refused"),
    _set("settings", "settings that are none", "=", "page.width_mm", "page=1", "__class__=x", "page.width_mm=1e999", outcome="refused"),
    _set("settings-deep", "a setting 5,000 levels down", ".".join(["a"] * 5000) + "=1", outcome="refused"),
    _set("settings-code", "a value that would be code elsewhere", "page.width_mm=__import__('os').system('x')", outcome="refused"),
)  # fmt: skip
