"""What the elements of a document say, as its metadata: issuer, number, recipients, signature, date, attachments …

The words are the document's own; a field that the source or the caller gives already is left as it is, and each one
that is filled in is named in `Meta.inferred`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from convert.kit.attachments import name_of
from convert.model import Document, Para, replace
from convert.model.walk import plain
from convert.passes import wording

_LIST = re.compile("[、，,；;\n]")
_LABEL = re.compile(r"^(?:抄送|抄报|分送|主送|发送|报送|报|送|发)(?:机关)?[：:]\s*")
_LABELLED = re.compile(
    r"(?P<label>来源|信息来源|稿件来源|作者|成文日期|发布时间|发布日期|时间|日期)[：:]\s*(?P<value>[^\s：:]+)"
)
_SPEECH = re.compile("各位|同志|同学|朋友|先生|女士|尊敬|亲爱|大家|家人")


def learn(document: Document) -> Document:
    """The document with what its elements say in its metadata."""
    said: dict[str, list[str]] = {}
    for block in document.blocks:
        if isinstance(block, Para) and block.role:
            said.setdefault(block.role, []).append(plain(block, notes=False).strip())
    facts = {name: value for name, value in _facts(said).items() if value and not getattr(document.meta, name)}
    if not facts:
        return document
    inferred = (*document.meta.inferred, *(name for name in facts if name not in document.meta.inferred))
    return replace(document, meta=replace(document.meta, **facts, inferred=inferred))


def _facts(said: dict[str, list[str]]) -> dict[str, object]:
    """The fields of `Meta` that the words of each role give."""
    said = _apart(said)
    numbers = [wording.tight(line) for line in said.get("number", ())]
    dated = [line for line in said.get("date", ()) if wording.is_date(wording.tight(line))]
    heads = dict(_labelled(said.get("dateline", ())))
    issued = [match["date"] for line in said.get("issue-line", ()) if (match := wording.SIGNED.fullmatch(line))]
    signed = [match for line in said.get("signature", ()) if (match := wording.SIGNED.fullmatch(line))]
    dated += [match["date"] for match in signed] + issued
    apart = {match.string: match["organ"] for match in signed}
    lines = [apart.get(line, line) for line in said.get("signature", ())]
    signature = tuple(name for line in lines for name in wording.organs_on(line) or (line,))
    issuers = tuple(
        name for line in said.get("issuer", ()) for name in wording.organs_on(line) or filter(None, (_issuer(line),))
    )
    return {
        "issuers": issuers or tuple(name for name in signature if wording.ORGAN.fullmatch(wording.tight(name))),
        "number": next((found for line in numbers if (found := _number(line))), ""),
        "signers": tuple(
            name
            for line in (*filter(wording.SIGNER.search, said.get("number", ())), *said.get("signer", ()))
            for name in _signers(line)
        ),
        "classification": _part(wording.CLASSIFICATION, said.get("classification", ()), "level"),
        "classification_term": _part(wording.CLASSIFICATION, said.get("classification", ()), "term"),
        "urgency": _part(wording.URGENCY, said.get("urgency", ()), "level"),
        "copy_number": "".join(re.findall(r"\d+", " ".join(said.get("copy-number", ())[:1]))),
        "recipients": _recipients(said.get("recipient", ())) or tuple(_cc(said.get("imprint-recipient", ()))),
        "signature": signature,
        "date": dated[0].strip("（）()") if dated else heads.get("date", ""),
        "source": heads.get("source", ""),
        "authors": tuple(filter(None, (heads.get("author"),))),
        "attachments": tuple(name for line in _notes(said) if (name := name_of(line))),
        "cc": tuple(_cc(said.get("cc", ()))),
        **_printing(said.get("printing", ())),
        **_attendance(said.get("attendance", ())),
    }


def _apart(said: dict[str, list[str]]) -> dict[str, list[str]]:
    """What is said, the number at the end of another element's line told as a number."""
    found = {role: list(lines) for role, lines in said.items()}
    for role in ("copy-number", "classification", "urgency"):
        for at, line in enumerate(said.get(role, ())):
            if beside := wording.BESIDE.fullmatch(line):
                found[role][at] = beside["near"]
                found.setdefault("number", []).append(beside["number"])
    return found


def _issuer(line: str) -> str:
    """文件 and 令 belong to the mark, not to the name."""
    words = wording.tight(line)
    name = wording.MARK_ENDING.sub("", words[-2:]) if len(words) > 2 else ""
    name = words[:-2] + name
    return name if wording.is_organ(name) and not name.endswith("会议") else ""


def _number(words: str) -> str:
    found = wording.NUMBER.match(words) or wording.SERIAL.fullmatch(words) or wording.BARE_NUMBER.fullmatch(words)
    return found[0] if found else ""


def _signers(line: str) -> Iterable[str]:
    found = wording.SIGNER.search(line)
    yield from wording.person_names(found["names"] if found else line)


def _part(pattern: re.Pattern[str], lines: Iterable[str], group: str) -> str:
    found = next((found for line in lines if (found := pattern.fullmatch(wording.tight(line)))), None)
    return (found[group] or "") if found else ""


def _recipients(lines: Iterable[str]) -> tuple[str, ...]:
    """Kinds of organs stand apart by commas, organs of one kind by 、 — which also joins what is one name (各区、县人民政府)."""
    names: list[str] = []
    for line in lines:
        if _SPEECH.search(line):
            continue
        for kind in re.split("[，,；;]", re.sub("[：:]$", "", line)):
            organs = kind.split("、")
            names += organs if all(map(wording.is_organ, organs)) else [kind]
    return tuple(name.strip() for name in names if name.strip())


def _notes(said: dict[str, list[str]]) -> list[str]:
    return [*said.get("attachment-note", ()), *said.get("attachment-item", ())]


def _cc(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield from (name.strip() for name in _LIST.split(_LABEL.sub("", line).rstrip("。.")) if name.strip(" …"))


def _printing(lines: Iterable[str]) -> dict[str, object]:
    for line in lines:
        dated = re.search(wording.DATE.pattern + "(?=印)", wording.tight(line))
        if dated:
            office = wording.tight(line)[: dated.start()]
            return {"printing_office": office, "printing_date": dated[0]}
    return {}


_ATTENDANCE = {"出席": "attendees", "请假": "absentees", "缺席": "absentees", "列席": "observers"}


def _attendance(lines: Iterable[str]) -> dict[str, object]:
    """Who was there: by units where semicolons part them, else by names."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if match := wording.ATTENDANCE.fullmatch(line):
            words = match["names"].rstrip("。.")
            parts = re.split("[；;]", words) if re.search("[；;]", words) else re.split("[、，,]", words)
            field = _ATTENDANCE[match["label"]]
            found[field] = (*found.get(field, ()), *(part.strip() for part in parts if part.strip()))
    return dict(found)


def _labelled(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """What a line below the title says of date, source and author."""
    names = {"作者": "author", "来源": "source", "信息来源": "source", "稿件来源": "source"}
    for line in lines:
        if wording.is_date(wording.tight(line)) or wording.STAMP.fullmatch(wording.tight(line)):
            yield "date", line.strip("（）()")
        for found in _LABELLED.finditer(line):
            yield names.get(found["label"], "date"), found["value"]
