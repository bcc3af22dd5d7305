"""The page of a run: what became of the documents, the failures by their codes, the slowest ones; one file that needs nothing
else, which a browser can filter."""

from __future__ import annotations

import base64
import hashlib
import heapq
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from convert.bulk.journal import Entry, Journal
from convert.bulk.kinds import is_address
from convert.catalogue import CATALOGUE, Language

_LISTED = 5_000  # documents that a browser shows and filters without delay
_SLOWEST = 20
_FINDINGS = 5  # of one document

_WORDS: dict[str, dict[Language, str]] = {
    "title": {"en": "Conversion report", "zh": "转换报告"},
    "done": {"en": "converted", "zh": "已转换"},
    "failed": {"en": "failed", "zh": "失败"},
    "warned": {"en": "with warnings", "zh": "有警告"},
    "seconds": {"en": "seconds of work", "zh": "累计用时（秒）"},
    "failures": {"en": "Failures", "zh": "失败原因"},
    "slowest": {"en": "Slowest", "zh": "最慢的文档"},
    "documents": {"en": "Documents", "zh": "文档"},
    "filter": {"en": "name, message or code", "zh": "名称、信息或代码"},
    "all": {"en": "all", "zh": "全部"},
    "document": {"en": "document", "zh": "文档"},
    "outputs": {"en": "outputs", "zh": "输出"},
    "findings": {"en": "findings", "zh": "信息"},
    "time": {"en": "seconds", "zh": "用时（秒）"},
    "cut": {
        "en": "Of {total} documents the {shown} are listed that failed or have warnings first; the journal has them all.",
        "zh": "共 {total} 个文档，此处列出 {shown} 个（失败和有警告的在前）；运行日志载有全部。",
    },
    "more": {"en": "and {n} more", "zh": "另有 {n} 条"},
    "none": {"en": "none", "zh": "无"},
}
_STYLE = """\
:root{color-scheme:light dark;--line:#8885;--bad:#c0392b;--warn:#b9770e;--good:#1e8449}
body{font:16px/1.5 system-ui,"Noto Sans SC",sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
.counts{display:flex;flex-wrap:wrap;gap:1rem;padding:0;list-style:none}
.counts li{border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem}
.counts b{display:block;font-size:1.5rem}
table{border-collapse:collapse;width:100%}#documents{table-layout:fixed}
#documents th:nth-child(1){width:34%}#documents th:nth-child(2){width:22%}#documents th:nth-child(4){width:6em}th.number{text-align:right}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.failed>:first-child{border-left:.25rem solid var(--bad)}.warned>:first-child{border-left:.25rem solid var(--warn)}
.done>:first-child{border-left:.25rem solid var(--good)}
.findings{margin:0;padding:0;list-style:none;font-size:.9rem}code{font-size:.85em}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}input{flex:1;min-width:12rem}input,select{font:inherit;padding:.3rem .5rem}
[hidden]{display:none}"""
_SCRIPT = """\
const words=document.getElementById('words'),state=document.getElementById('state');
const rows=[...document.querySelectorAll('#documents tbody tr')].map(row=>[row,row.textContent.toLowerCase()]);
function filter(){const wanted=words.value.toLowerCase();let shown=0;
for(const[row,text]of rows){const fits=text.includes(wanted)&&(!state.value||row.classList.contains(state.value));row.hidden=!fits;shown+=fits}
document.getElementById('shown').textContent=shown}
words.addEventListener('input',filter);state.addEventListener('input',filter);
for(const link of document.querySelectorAll('a[data-code]'))link.addEventListener('click',()=>{words.value=link.dataset.code;state.value='failed';filter()});
document.querySelector('form').addEventListener('submit',event=>event.preventDefault());filter();"""


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_POLICY = "; ".join((
    "default-src 'none'", f"style-src {_hash(_STYLE)}", f"script-src {_hash(_SCRIPT)}", "base-uri 'none'", "form-action 'none'",
))  # fmt: skip
"""What a browser lets the page do (https://www.w3.org/TR/CSP3/): its own script and styles, by their hashes, and no others. Names and
messages are escaped; this holds if one day one is not."""


class _Summary:
    """What the page says of all documents, gathered in one go: memory does not grow with them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.total = self.failed = self.warned = 0
        self.seconds = 0.0
        self.codes: Counter[str] = Counter()
        self.listed: list[tuple[int, int, Entry]] = []  # the worst first
        self.slowest: list[tuple[float, int, Entry]] = []
        for number, entry in enumerate(entries):
            self.total += 1
            self.seconds += entry.seconds
            self.failed += entry.state == "failed"
            self.warned += _class(entry) == "warned"
            if entry.state == "failed":
                self.codes.update({found.code for found in entry.diagnostics if found.severity == "error"})
            badness = ("done", "warned", "failed").index(_class(entry))
            _keep(self.listed, (badness, -number, entry), _LISTED)
            _keep(self.slowest, (entry.seconds, -number, entry), _SLOWEST)


def _keep(
    heap: list[tuple[float, int, Entry]] | list[tuple[int, int, Entry]], item: tuple[float, int, Entry], most: int
) -> None:
    if len(heap) < most:
        heapq.heappush(heap, item)  # type: ignore[misc]
    else:
        heapq.heappushpop(heap, item)  # type: ignore[misc]


def write_report(journal: Journal, folder: str, language: Language) -> bytes:
    """The page, in UTF-8. `folder`: the one of the outputs, where it goes, too. Bytes of names that are no UTF-8 are shown as escapes."""
    return "\n".join(_lines(_Summary(journal.seen()), folder, language)).encode("utf-8", "backslashreplace")


def _lines(summary: _Summary, folder: str, language: Language) -> Iterator[str]:
    words = {name: said[language] for name, said in _WORDS.items()}
    yield f'<!DOCTYPE html><html lang="{"zh-Hans" if language == "zh" else "en"}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy"'
    yield f' content="{_POLICY}">'
    yield f"<title>{words['title']}</title><style>{_STYLE}</style></head><body><main><h1>{words['title']}</h1>"
    yield '<ul class="counts">'
    counts = {
        "done": summary.total - summary.failed, "failed": summary.failed, "warned": summary.warned,
        "seconds": f"{summary.seconds:.1f}",
    }  # fmt: skip
    yield from (f"<li><b>{value}</b>{words[name]}</li>" for name, value in counts.items())
    yield f"</ul><h2>{words['failures']}</h2>"
    yield from _failures(summary, words, language)
    yield f"<h2>{words['slowest']}</h2><table><tbody>"
    for seconds, _, entry in sorted(summary.slowest, key=lambda each: -each[0]):
        yield f'<tr><td>{escape(entry.id)}</td><td class="number">{seconds:.2f}</td></tr>'
    yield f"</tbody></table><h2>{words['documents']} (<span id=shown>{len(summary.listed)}</span>)</h2>"
    yield from _documents(summary, folder, words, language)
    yield f"</main><script>{_SCRIPT}</script></body></html>"


def _failures(summary: _Summary, words: dict[str, str], language: Language) -> Iterator[str]:
    if not summary.codes:
        yield f"<p>{words['none']}</p>"
        return
    yield "<table><tbody>"
    for code, count in summary.codes.most_common():
        about = CATALOGUE[code].about[language] if code in CATALOGUE else ""
        link = f'<a href="#documents" data-code="{escape(code)}"><code>{escape(code)}</code></a>'
        yield f'<tr><td class="number">{count}</td><td>{link}</td><td>{escape(about)}</td></tr>'
    yield "</tbody></table>"


def _documents(summary: _Summary, folder: str, words: dict[str, str], language: Language) -> Iterator[str]:
    if summary.total > len(summary.listed):
        yield f"<p>{words['cut'].format(total=summary.total, shown=len(summary.listed))}</p>"
    yield f'<form><input id="words" type="search" placeholder="{words["filter"]}" aria-label="{words["filter"]}"><select id="state">'
    yield f'<option value="">{words["all"]}</option>'
    yield from (f'<option value="{name}">{words[name]}</option>' for name in ("failed", "warned", "done"))
    heads = "".join(f"<th>{words[name]}</th>" for name in ("document", "outputs", "findings"))
    heads += f'<th class="number">{words["time"]}</th>'
    yield f'</select></form><table id="documents"><thead><tr>{heads}</tr></thead><tbody>'
    for _, _, entry in sorted(summary.listed, key=lambda each: (-each[0], -each[1])):
        outputs = _outputs(list(entry.outputs), folder)
        yield (
            f'<tr class="{_class(entry)}"><td>{escape(entry.id)}</td><td>{outputs}</td>'
            f'<td>{_findings(entry, words, language)}</td><td class="number">{entry.seconds:.2f}</td></tr>'
        )
    yield "</tbody></table>"


def _findings(entry: Entry, words: dict[str, str], language: Language) -> str:
    told = [found for found in entry.diagnostics if found.severity != "info"]
    told.sort(key=lambda found: found.severity != "error")
    lines = [f"<code>{escape(found.code)}</code> {escape(found.message(language))}" for found in told[:_FINDINGS]]
    if len(told) > _FINDINGS:
        lines.append(escape(words["more"].format(n=len(told) - _FINDINGS)))
    return f'<ul class="findings">{"".join(f"<li>{line}</li>" for line in lines)}</ul>' if lines else ""


def _outputs(places: list[str], folder: str) -> str:
    """The outputs by their names, of those after the first that are called alike the suffixes; with links to them where they lie
    on this machine."""
    shown: list[str] = []
    for place in places:
        name = os.path.basename(place)
        stem, suffix = os.path.splitext(name)
        label = suffix if shown and stem == os.path.splitext(os.path.basename(places[0]))[0] else name
        if is_address(place):
            shown.append(escape(label))
        else:
            address = "/".join(map(_quoted, os.path.relpath(place, folder).split(os.sep)))
            shown.append(f'<a href="{escape(address)}">{escape(label)}</a>')
    return " ".join(shown)


def _quoted(part: str) -> str:
    return quote(os.fsencode(part))


def _class(entry: Entry) -> str:
    if entry.state == "failed":
        return "failed"
    return "warned" if any(found.severity == "warning" for found in entry.diagnostics) else "done"
