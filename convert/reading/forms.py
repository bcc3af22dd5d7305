"""The forms that the values of official elements have, and what else means the same.

Metadata is data: a value in another form of the same (a year in square brackets, a month with a leading zero) is brought
into the standard's, which is told. One that cannot be is kept as it is and told, too. Words of the text are never
changed. Sources: GB/T 9704-2012 cl. 7.2.1 to 7.2.5, 7.3.5.4, 7.4.3; 党政机关公文处理工作条例 (2012), art. 9.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from convert.diagnostics import Pos, Report
from convert.kit.numerals import read_numeral
from convert.reading.fields import BY_NAME

_BLANK = re.compile(r"\s+")
_HAN = "〇○零一二三四五六七八九十"
_BRACKETED = re.compile(
    r"(?P<organ>.*?)[〔\[［（(【{](?P<year>[0-9０-９]{4})[〕\]］）)】}]第?(?P<serial>[0-9０-９]+)号?"
)
_SERIAL = re.compile(rf"第?(?P<serial>[0-9０-９]+|[{_HAN}]+)(?P<unit>[号期])")
_DATE = re.compile(r"(?P<year>[0-9０-９]{4})年(?P<month>[0-9０-９]{1,2})月(?P<day>[0-9０-９]{1,2})日?(?:印发)?")
_HAN_DATE = re.compile(rf"(?P<year>[{_HAN}]{{4}})年(?P<month>[{_HAN}]{{1,3}})月(?P<day>[{_HAN}]{{1,3}})日?(?:印发)?")
_ISO_DATE = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_CLASSIFIED = re.compile(r"(?P<level>[^★☆*]*?)[★☆*](?P<term>.*)")
_TERM = re.compile(rf"(?P<count>[0-9０-９]+|[{_HAN}]+)个?(?P<unit>年|月|个月)")
_SEALING = {
    "印章": "seal", "加盖印章": "seal", "盖章": "seal", "是": "seal", "true": "seal", "yes": "seal",
    "签名章": "stamp", "加盖签名章": "stamp", "签发人签名章": "stamp",
    "无": "none", "否": "none", "不加盖": "none", "不加盖印章": "none", "不盖章": "none", "false": "none", "no": "none",
}  # fmt: skip
_LABELS = re.compile(r"^(?:主送|抄送|签发人|附件|出席|请假|列席)(?:机关|人员)?[：:]\s*")


def settle(given: dict[str, Any], report: Report, pos: Pos | None = None) -> dict[str, Any]:
    """The values of `given` (by the names of fields) in their forms; what changed and what cannot be understood is told
    (`meta-form`, `meta-value`). A level of secrecy with its term is both fields."""
    settled = dict(given)
    classified = _CLASSIFIED.fullmatch(_BLANK.sub("", settled.get("classification") or ""))
    if classified:
        settled["classification"] = classified["level"]
        if classified["term"]:
            settled.setdefault("classification_term", classified["term"])
    for name, value in settled.items():
        if isinstance(value, tuple):
            settled[name] = tuple(
                _LABELS.sub("", item).rstrip("：:。；;") if name in _LISTED else item for item in value
            )
        elif value and name in _FORMS:
            settled[name] = _settled(name, value, report, pos)
    return settled


_LISTED = frozenset({"recipients", "cc", "signers", "attendees", "absentees", "observers"})
"""Lists whose label and end mark are typed with them now and then."""


def _settled(name: str, value: str, report: Report, pos: Pos | None) -> str:
    formed = _FORMS[name](value)
    field = BY_NAME[name]
    if formed is None:
        known = "、".join(field.choices) or field.example
        report.add("meta-value", pos, key=field.term, value=value, known=known)
        return "" if name == "sealing" else value
    if formed != value and name != "sealing":
        report.add("meta-form", pos, key=field.term, before=value, after=formed)
    return formed


def _number(value: str) -> str | None:
    """Reports of other kinds number themselves as they like: what has neither 号 nor a year in brackets is theirs."""
    words = _BLANK.sub("", value)
    if not re.search(r"[号〔［【\[（(]|^第", words):
        return value
    if found := _BRACKETED.fullmatch(words):
        return f"{found['organ']}〔{int(found['year'])}〕{int(found['serial'])}号"
    if found := _SERIAL.fullmatch(words):
        return f"第{read_numeral(found['serial'].replace('○', '〇'))}{found['unit']}"
    return None


def _date(value: str) -> str | None:
    words = _BLANK.sub("", value)
    if found := _DATE.fullmatch(words):
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    elif found := _HAN_DATE.fullmatch(words):
        year = int("".join(str(read_numeral(digit.replace("○", "〇"))) for digit in found["year"]))
        month, day = (read_numeral(found[part].replace("○", "〇")) for part in ("month", "day"))
    elif _ISO_DATE.match(words):
        return value  # understood; how it is printed depends on where
    else:
        return None
    return f"{year}年{month}月{day}日" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _document_date(value: str) -> str | None:
    """News and foreign reports date themselves as they like: what is no Chinese date is theirs."""
    return _date(value) if "年" in value else value


def _printing_date(value: str) -> str | None:
    found = _ISO_DATE.fullmatch(value.strip())
    return _date(f"{found['year']}年{found['month']}月{found['day']}日") if found else _date(value)


def _choice(name: str) -> Callable[[str], str | None]:
    def chosen(value: str) -> str | None:
        words = _BLANK.sub("", value)
        return words if words in BY_NAME[name].choices else None

    return chosen


def _term(value: str) -> str | None:
    words = _BLANK.sub("", value)
    if words == "长期":
        return words
    found = _TERM.fullmatch(words)
    return f"{read_numeral(found['count'])}{'年' if found['unit'] == '年' else '个月'}" if found else None


def _copy_number(value: str) -> str | None:
    words = _BLANK.sub("", value)
    return words.zfill(6) if words.isdecimal() else None


def _sealing(value: str) -> str | None:
    words = _BLANK.sub("", value).lower()
    return _SEALING.get(words) or (words if words in BY_NAME["sealing"].choices else None)


_FORMS: dict[str, Callable[[str], str | None]] = {
    "number": _number,
    "date": _document_date,
    "printing_date": _printing_date,
    "classification": _choice("classification"),
    "classification_term": _term,
    "urgency": _choice("urgency"),
    "copy_number": _copy_number,
    "sealing": _sealing,
}
"""A value in its form; None for what is none of the kind."""
