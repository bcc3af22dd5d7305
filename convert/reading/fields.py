"""The fields of a document's metadata: what each is called, what it holds, and where it is printed.

Terms are those of GB/T 9704-2012 and of 党政机关公文处理工作条例 (2012), art. 9. docs/metadata.md says the same in a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `Meta`. `term`: what the standard calls it; `names`: what else front matter may call it; `about`: what it
    holds, in English and Chinese; `example`: a value, as it is written in front matter; `choices`: all values that
    there are; `pattern`: what a value looks like once it is in its form."""

    name: str
    term: str
    names: tuple[str, ...]
    about: tuple[str, str]
    example: str
    several: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""


def _one(name: str, term: str, names: str, en: str, zh: str, example: str, **more: Any) -> Field:
    return Field(name, term, tuple(names.split()), (en, zh), example, **more)


def _many(name: str, term: str, names: str, en: str, zh: str, example: str) -> Field:
    return _one(name, term, names, en, zh, example, several=True)


_DATE = r"\d{4}年[1-9]\d?月[1-9]\d?日"

FIELDS: tuple[Field, ...] = (
    _one("title", "标题", "", "title", "标题", "关于开展安全生产检查的通知"),
    _one("subtitle", "副标题", "", "what stands below the title", "标题下的副题", "——在全省会议上的讲话"),
    # 版头
    _one("copy_number", "份号", "", "number of the copy, six digits (cl. 7.2.1)", "份号，六位数字", "000001", pattern=r"\d{6}"),
    _one(
        "classification", "密级", "", "level of secrecy (cl. 7.2.2); the term may follow: 机密★1年", "密级，可连写保密期限",
        "机密", choices=("绝密", "机密", "秘密"),
    ),
    _one("classification_term", "保密期限", "", "how long it is secret", "保密期限", "1年", pattern=r"\d{1,3}(年|个月)|长期"),
    _one(
        "urgency", "紧急程度", "", "degree of urgency (cl. 7.2.3); of telegrams also 特提 and 平急", "紧急程度，电报另有特提、平急",
        "特急", choices=("特急", "加急", "特提", "平急"),
    ),
    _many("issuers", "发文机关", "issuer", "who issues it, the host organ first", "发文机关，主办机关在前", "河南省应急管理厅"),
    _one("mark", "发文机关标志", "", "the mark at the head, where it is not issuers and 文件 (cl. 7.2.4)", "与“发文机关+文件”不同的发文机关标志", "河南省人民政府"),
    _one(
        "number", "发文字号", "文号", "number of the document (cl. 7.2.5)", "发文字号", "豫应急〔2025〕12号",
        pattern=r".*〔\d{4}〕[1-9]\d*号|第[1-9]\d*[号期]",
    ),
    _many("signers", "签发人", "signer", "who signed it for issue, in a document to superiors (cl. 7.2.6)", "上行文的签发人", "张三；李四"),
    # 主体
    _many("recipients", "主送机关", "recipient to 主送", "whom it is sent to (cl. 7.3.2)", "主送机关", "各市应急管理局"),
    _many("attachments", "附件说明", "attachment 附件", "names of the attachments (cl. 7.3.4)", "附件名称", "隐患清单；责任分工表"),
    _many("signature", "发文机关署名", "署名", "who signs (cl. 7.3.5); otherwise the issuers", "署名，缺省同发文机关", "河南省应急管理厅"),
    _one("date", "成文日期", "日期", "date of the document (cl. 7.3.5.4)", "成文日期", "2025年6月23日", pattern=_DATE),
    _one(
        "sealing", "用印", "", "what stands with the signature: seal 印章, stamp 签名章, none", "加盖印章、签名章或不加盖",
        "seal", choices=("seal", "stamp", "none"),
    ),
    _many("seals", "印章", "seal stamp 签名章", "pictures of seals or stamps, in the order of the organs", "印章或签名章图片，与机关顺序一致", "seal.png"),
    _many("posts", "职务", "post", "posts of those whose stamps stand for their names (cl. 7.3.5.3)", "签发人职务", "厅长"),
    _one("annotation", "附注", "", "note in parentheses below the date (cl. 7.3.6)", "附注", "此件公开发布"),
    _many("attendees", "出席", "出席人员", "who took part, in minutes (cl. 10.3)", "纪要的出席人员", "某厅张三；某局李四"),
    _many("absentees", "请假", "请假人员", "who was excused, in minutes", "纪要的请假人员", "王五"),
    _many("observers", "列席", "列席人员", "who sat in, in minutes", "纪要的列席人员", "赵六"),
    # 版记
    _many("cc", "抄送机关", "抄送", "who gets copies (cl. 7.4.2)", "抄送机关", "省委办公厅，省人大常委会办公厅"),
    _one("printing_office", "印发机关", "", "who prints and sends it (cl. 7.4.3)", "印发机关", "河南省应急管理厅办公室"),
    _one("printing_date", "印发日期", "", "when it is printed (cl. 7.4.3)", "印发日期", "2025年6月24日", pattern=_DATE),
    # any report
    _many("authors", "撰稿人", "author creator 作者", "who wrote it", "撰稿人", "张三"),
    _many("editors", "责任编辑", "editor 责编", "who edited it", "责任编辑", "李四"),
    _many("proofreaders", "校对", "proofreader", "who read the proofs", "校对", "王五"),
    _one("source", "来源", "", "where it was published first", "来源", "河南日报"),
    _many("keywords", "关键词", "keyword tags", "keywords, of the files' properties", "关键词，写入文件属性", "安全生产；检查"),
    _one("description", "摘要", "abstract summary", "summary, of the files' properties", "摘要，写入文件属性", "部署安全生产检查"),
    _one("lang", "语言", "language", "language of the text (BCP 47)", "正文语言", "zh-Hans"),
    _one("identifier", "标识符", "", "identifier of the publication", "出版物标识符", "urn:isbn:9787000000000"),
)  # fmt: skip
"""All fields of `Meta` but those that the program fills in itself, in the order of a document."""

BY_NAME = {field.name: field for field in FIELDS}


def metadata_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a document's metadata as front matter and sidecar files give it: every field by its own
    name, the standard's term, and the others that are understood. Names beyond these are kept, too."""
    properties: dict[str, Any] = {}
    for field in FIELDS:
        properties[field.name] = _schema(field)
        properties |= {name: {"$ref": f"#/properties/{field.name}"} for name in (field.term, *field.names)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Metadata of an official document (公文元数据)",
        "type": "object",
        "properties": properties,
    }


def _schema(field: Field) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "string"}
    if field.choices:
        value["examples"] = list(field.choices)
    elif field.pattern:
        value["examples"] = [field.example]
    described = {"title": field.term, "description": f"{field.about[0]} ({field.about[1]})"}
    if not field.several:
        return described | value
    return described | {"anyOf": [{"type": "string"}, {"type": "array", "items": value}]}
