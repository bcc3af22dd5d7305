"""What the file says of itself: the core properties (ISO/IEC 29500-2, 11), those of the application (29500-1, 22.2), and
those that users define (22.3).

They are written here: python-docx refuses core properties of more than 255 characters, the format does not.
"""

from __future__ import annotations

import re
from datetime import UTC

from convert.kit.ooxml import NAMESPACES, declarations
from convert.layout.composition import Composition
from convert.model import Ref
from convert.model.base import field_values
from convert.model.walk import nodes, plain
from convert.writers.docx.names import free_name
from convert.writers.docx.xml import escape, part

_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users define
_OWN = {
    "subtitle": "副标题",
    "issuers": "发文机关",
    "mark": "发文机关标志",
    "number": "发文字号",
    "classification": "密级",
    "classification_term": "保密期限",
    "urgency": "紧急程度",
    "copy_number": "份号",
    "signers": "签发人",
    "recipients": "主送机关",
    "cc": "抄送机关",
    "signature": "发文机关署名",
    "attachments": "附件说明",
    "sealing": "用印",
    "posts": "职务",
    "annotation": "附注",
    "attendees": "出席",
    "absentees": "请假",
    "observers": "列席",
    "printing_office": "印发机关",
    "printing_date": "印发日期",
    "editors": "责任编辑",
    "proofreaders": "校对",
    "source": "来源",
    "date": "日期",
}
"""What the fields of `Meta` are called that Word has no place for (GB/T 9704-2012, clause 7)."""
_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
_FIRST_PID = 2  # 22.3.2.2: what comes before is reserved


def core_properties(composition: Composition) -> bytes:
    """Title, people, language, subject matter. Times are the composition's, never the clock's. A document without a title
    gets none: Word shows the file's name, and who reads the file again would take it for the title."""
    meta = composition.document.meta
    found = {
        "dc:title": meta.title,
        "dc:creator": "; ".join(meta.authors),
        "dc:language": composition.lang,
        "dc:description": meta.description,
        "dc:identifier": meta.identifier,
        "cp:keywords": ("; " if any("," in word for word in meta.keywords) else ", ").join(meta.keywords),
    }
    items = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in found.items() if text)
    time = composition.timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>' for name in ("created", "modified")
    )
    return part(f"<cp:coreProperties {declarations('cp', 'dc', 'dcterms', 'xsi')}>{items}{times}</cp:coreProperties>")


def app_properties(composition: Composition) -> bytes:
    """The issuers, and how long the text is (29500-1, 22.2): as Word counts, every Chinese character is a word. Pages
    are said where the text refers to some: they are known then."""
    document = composition.document
    text = "\n".join(plain(block) for block in document.blocks)
    characters = len("".join(text.split()))
    found: dict[str, object] = {
        "Application": "Triptych",
        "Company": "；".join(document.meta.issuers),
        "Words": len(_WORD.findall(text)),
        "Characters": characters,
        "CharactersWithSpaces": characters + text.count(" "),
    }
    if any(isinstance(node, Ref) for node in nodes(document)):
        found["Pages"] = len(composition.pages.pages)
    items = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in found.items() if value != "")
    return part(f'<Properties xmlns="{NAMESPACES["ep"]}">{items}</Properties>')


def custom_properties(composition: Composition) -> bytes:
    """What a document says of itself that Word has no place for. Names are unique: an entry of `Meta.extra` that is
    called like an official one gets a number."""
    meta = composition.document.meta
    values = dict(field_values(meta))
    found = (
        *(
            (name, values[key] if isinstance(values[key], str) else "；".join(values[key]))
            for key, name in _OWN.items()
        ),
        *meta.extra.items(),
    )
    taken: set[str] = set()
    items: list[str] = []
    for wanted, text in found:
        if text:
            name = free_name(wanted, taken)
            taken.add(name.lower())
            items.append(_custom_property(len(items) + _FIRST_PID, name, text))
    return part(f'<Properties xmlns="{NAMESPACES["op"]}" {declarations("vt")}>{"".join(items)}</Properties>')


def _custom_property(pid: int, name: str, text: str) -> str:
    return (
        f'<property fmtid="{_USER_DEFINED}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
    )
