"""Cases for what a document says of itself: the properties of the files, by their names in each output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from convert.measure import docx, epub, pdf
from convert.model import Document, Meta
from convert.model.build import para
from tests.parity.cells import CASES, Case, Limit, Probe, Variant


class Place(NamedTuple):
    """A value of a field, and the property that holds it in each output ("" for none)."""

    value: Any
    pdf: str
    docx: str
    epub: str


_PLACES = {
    "title": Place("关于工作的报告", "dc:title", "dc:title", "dc:title"),
    "subtitle": Place("副题", "", "", ""),
    "issuers": Place(("甲厅", "乙局"), "dc:publisher", "发文机关", "dc:publisher"),
    "number": Place("甲发〔2025〕1号", "", "发文字号", ""),
    "classification": Place("机密", "", "", ""),
    "classification_term": Place("1年", "", "", ""),
    "urgency": Place("特急", "", "", ""),
    "copy_number": Place("000001", "", "", ""),
    "signers": Place(("张三",), "", "", ""),
    "recipients": Place(("丙市",), "", "", ""),
    "cc": Place(("丁市",), "", "", ""),
    "date": Place("2025年6月23日", "xmp:CreateDate", "日期", "dc:date"),
    "signature": Place(("甲厅",), "", "", ""),
    "attachments": Place(("名单",), "", "", ""),
    "printing_office": Place("甲厅办公室", "", "", ""),
    "printing_date": Place("2025年6月24日", "", "", ""),
    "mark": Place("甲厅文件", "", "", ""),
    "sealing": Place("seal", "", "", ""),
    "seals": Place(("seal",), "", "", ""),
    "posts": Place(("厅长",), "", "", ""),
    "annotation": Place("此件公开发布", "", "", ""),
    "attendees": Place(("李四",), "", "", ""),
    "absentees": Place(("王五",), "", "", ""),
    "observers": Place(("赵六",), "", "", ""),
    "authors": Place(("卢京军", "Ann Lee"), "dc:creator", "dc:creator", "dc:creator"),
    "editors": Place(("王五",), "", "责任编辑", "dc:contributor"),
    "proofreaders": Place(("赵六",), "", "校对", "dc:contributor"),
    "source": Place("某网", "dc:source", "来源", "dc:source"),
    "keywords": Place(("安全", "生产"), "dc:subject", "cp:keywords", "dc:subject"),
    "description": Place("说明", "dc:description", "dc:description", "dc:description"),
    "lang": Place("en-GB", "dc:language", "dc:language", "dc:language"),
    "identifier": Place("urn:isbn:9787111111111", "", "", "dc:identifier"),
    "inferred": Place(("title",), "", "", ""),
    "extra": Place({"Project": "X-1"}, "", "Project", ""),
}
_ISO = {"2025年6月23日": "2025-06-23"}


def _wanted(value: Any) -> list[str]:
    """The value as words."""
    if isinstance(value, dict):
        return list(value.values())
    return [value] if isinstance(value, str) else list(value)


def _probe(read: Callable[[bytes], dict[str, str]], key: str, value: Any) -> Probe | Limit:
    """What a property says: the wanted words, where it has them all, dates by their day; else all that it says."""
    if not key:
        return Limit("metadata")

    def probe(data: bytes) -> object:
        found = read(data).get(key, "")
        words = [found[:10] if found[:10] == _ISO.get(word) else word for word in _wanted(value)]
        separators = "".join(sep for sep in ("\n", "; ", "；", ", ") if sep in found)
        given = found.split(separators) if separators else [found[:10] if found[:10] in words else found]
        return [next((word for word, iso in _ISO.items() if iso == each), each) for each in given]

    return probe


def _case(field: str) -> Callable[[], Case]:
    place = _PLACES[field]

    def make() -> Case:
        meta = Meta(**{field: place.value})
        document = Document((para("文字"),), meta)
        return Case(
            (Variant(document, _wanted(place.value)),),
            pdf=_probe(pdf.read_metadata, place.pdf, place.value),
            docx=_probe(docx.read_properties, place.docx, place.value),
            epub=_probe(epub.read_metadata, place.epub, place.value),
        )

    return make


CASES.update({f"Meta.{field}": _case(field) for field in _PLACES})
