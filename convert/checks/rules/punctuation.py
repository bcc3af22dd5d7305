"""Punctuation, GB/T 15834-2011 (cl. 9 of GB/T 9704-2012 refers to it)."""

from __future__ import annotations

from convert.checks.rule import Rule
from convert.checks.rules.flawed import word_rule
from convert.checks.wording import elements, marks

_STANDARD = "GB/T 15834-2011, "

RULES: tuple[Rule, ...] = (
    word_rule(
        "marks-half-width", _STANDARD + "5.1", "应",
        "，。；：？！ of full width in Chinese text", "中文中的点号占一个字位置",
        marks.half_width_marks,
    ),
    word_rule(
        "parentheses-half-width", _STANDARD + "5.1", "应",
        "（ ） of full width around Chinese text", "中文中的括号用全角",
        marks.half_width_parentheses,
    ),
    word_rule(
        "quotes-straight", _STANDARD + "4.8", "应",
        "“ ” around Chinese text", "引号用“ ”",
        marks.straight_quotes,
    ),
    word_rule(
        "titles-comma", _STANDARD + "4.5.3.5", "一般",
        "no 、 between titles that stand next to each other", "标有书名号的并列成分之间通常不用顿号",
        marks.commas_between_titles,
    ),
    word_rule(
        "quotations-comma", _STANDARD + "4.5.3.5", "一般",
        "no 、 between quotations that stand next to each other", "标有引号的并列成分之间通常不用顿号",
        marks.commas_between_quotations,
    ),
    word_rule(
        "marks-doubled", _STANDARD + "4", "practice",
        "one stop in one place", "一处只用一个点号",
        marks.doubled_marks, kinds=("docx", "epub"),  # the shapes of formulas between marks are no glyphs
    ),
    word_rule(
        "ellipsis-form", _STANDARD + "4.11", "应",
        "the ellipsis is …… (six points)", "省略号形式为“……”",
        marks.ellipses, causes=("marks-half-width",),
    ),
    word_rule(
        "ellipsis-and-so-on", _STANDARD + "4.11", "应",
        "an ellipsis or 等, not both", "省略号不与“等”“等等”并用",
        marks.ellipses_with_words,
    ),
    word_rule(
        "dash-form", _STANDARD + "4.10", "应",
        "the dash is ——", "破折号形式为“——”",
        marks.dashes,
    ),
    word_rule(
        "bracket-lone", _STANDARD + "4.9", "应",
        "brackets and marks of titles in pairs", "括号、书名号成对使用",
        marks.lone_brackets,
    ),
    word_rule(
        "number-cited", "7.2.5", "应",
        "the year in a document's number stands in 〔〕", "公文发文字号的年份用六角括号“〔〕”括入",
        elements.cited_numbers,
    ),
)  # fmt: skip
