"""Cl. 7.2 to 7.4: what official elements look like as texts."""

from __future__ import annotations

from convert.checks.rule import Rule
from convert.checks.rules.flawed import word_rule
from convert.checks.wording import elements
from convert.checks.wording.numbers import heading_ends

RULES: tuple[Rule, ...] = (
    word_rule(
        "copy-number-form", "7.2.1", "一般",
        "the copy number has six digits", "份号一般用6位3号阿拉伯数字",
        elements.copy_number, ("copy-number",),
    ),
    word_rule(
        "classification-form", "7.2.2", "应",
        "degree, ★ and term, the term in Arabic digits: 机密★1年", "密级和保密期限用“★”隔开，期限用阿拉伯数字，如“机密★1年”",
        elements.classification, ("classification",),
    ),
    word_rule(
        "urgency-form", "7.2.3", "应",
        "特急 or 加急", "紧急程度为“特急”“加急”",
        elements.urgency, ("urgency",),
    ),
    word_rule(
        "number-form", "7.2.5", "应",
        "the full year in 〔〕, no 第, no zeros before the number, 号 at the end",
        "年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位，加“号”字",
        elements.document_number, ("number",), causes=("number-cited",),
    ),
    word_rule(
        "title-end", "GB/T 15834-2011, B.2", "一般",
        "a title ends without a stop", "标题末尾不用标点（问号、叹号、省略号除外）",
        heading_ends, ("title", "attachment-title"),
    ),
    word_rule(
        "recipients-end", "7.3.2", "应",
        "a colon of full width behind the last recipient", "最后一个主送机关名称后标全角冒号",
        elements.recipients_end, ("recipient",), causes=("marks-half-width",),
    ),
    word_rule(
        "attachment-note-form", "7.3.4", "应",
        "附件： with a colon of full width, and no mark behind a name", "“附件”后标全角冒号，附件名称后不加标点符号",
        elements.attachment_note, ("attachment-note", "attachment-item"), causes=("marks-half-width",),
    ),
    word_rule(
        "attachment-note-number", "7.3.4", "应",
        "attachments are numbered in Arabic digits: 附件：1.", "附件顺序号用阿拉伯数字，如“附件：1.”",
        elements.attachment_number, ("attachment-note", "attachment-item"), causes=("number-mark",),
    ),
    word_rule(
        "date-form", "7.3.5.4", "应",
        "Arabic digits, the full year, no zeros before month and day: 2025年6月23日",
        "成文日期用阿拉伯数字，年份标全称，月、日不编虚位",
        elements.document_date, ("date",),
    ),
    word_rule(
        "annotation-form", "7.3.6", "应",
        "the note stands in （ ）", "附注加圆括号",
        elements.annotation, ("annotation",), causes=("parentheses-half-width",),
    ),
    word_rule(
        "cc-label", "7.4.2", "应",
        "抄送 with a colon of full width", "“抄送”后加全角冒号",
        elements.copies_label, ("cc",), causes=("marks-half-width",),
    ),
    word_rule(
        "cc-end", "7.4.2", "应",
        "a full stop behind the last organ", "最后一个抄送机关名称后标句号",
        elements.copies_end, ("cc",),
    ),
    word_rule(
        "printing-form", "7.4.3", "应",
        "the date of printing has the full year and no zeros, 印发 behind it",
        "印发日期年份标全称，月、日不编虚位，后加“印发”二字",
        elements.printing, ("printing",),
    ),
)  # fmt: skip
