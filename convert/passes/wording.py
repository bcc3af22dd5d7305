"""What the elements of an official document look like: organs, dates, document numbers, kinds of documents.

Sources: GB/T 9704-2012 cl. 7.2 to 7.4; 党政机关公文处理工作条例 (2012), art. 8 (the 15 kinds of documents) and 9. `X`, `×`
and `✕` stand in templates for what is to be filled in, and so does a term in square brackets.
"""

from __future__ import annotations

import re

from convert.kit.dates import complete_date

_BLANK = re.compile(r"\s+")
_D = "[0-9０-９X×✕xＸ]"  # a digit, or what stands for one
_HAN_DIGIT = "[〇○零一二三四五六七八九十]"

DATE = re.compile(
    rf"(?:{_D}{{4}}年{_D}{{1,2}}月{_D}{{1,2}}日|{_HAN_DIGIT}{{4}}年{_HAN_DIGIT}{{1,3}}月{_HAN_DIGIT}{{1,3}}日"
    r"|\[(?:日期|成文日期)\])"
)
"""A complete date as documents are dated (without white space)."""
STAMP = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?|\d{4}年\d{1,2}月\d{1,2}日(?:\d{1,2}:\d{2}(?::\d{2})?)?"
)
"""A date, and perhaps a time, as web pages and databases write it (without white space)."""

NUMBER = re.compile(rf"[^\W\d_][\w（）()]{{0,24}}?[〔\[［（(【]{_D}{{4}}[〕\]］）)】]第?{_D}{{1,5}}号")
"""发文字号 (document number): 豫应急〔2025〕12号 (without white space)."""
BARE_NUMBER = re.compile(rf"〔{_D}{{4}}〕第?{_D}{{1,5}}号")
"""One without the organ's letters, as minutes have it: 〔2025〕6号."""
SERIAL = re.compile(rf"[（(〔]?(?:{_D}{{4}}年)?总?第(?:{_D}{{1,5}}|{_HAN_DIGIT}{{1,6}})[号期][）)〕]?")
"""The number of an order or announcement, 第1号, or of minutes and bulletins, 第3期."""
SIGNER = re.compile(r"(?:签发人|会签人)[：:](?P<names>[^。，；：:]{2,60})")
NAMES_LINE = re.compile(
    "[\u3400-\u9fff·]{2,4}(?:[ \u3000]{1,8}[\u3400-\u9fff·]{2,4}){0,3}|[\u3400-\u9fff][ \u3000]{1,2}[\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff·]{1,4}){0,4}"
)
"""A line of personal names alone, as more signers than one line holds go on."""
ATTENDANCE = re.compile(
    r"(?P<label>出席|请假|缺席|列席)(?:会议)?(?:人员|单位|领导|人)?[：:]\s*(?P<names>\S.*)", re.DOTALL
)
"""Who was at a meeting, below its minutes (GB/T 9704 cl. 10.3)."""
CLASSIFICATION = re.compile(
    rf"(?:密级[：:])?(?P<level>绝密|机密|秘密)(?:[★☆](?P<term>{_D}{{1,3}}年|{_D}{{1,3}}个月|长期)?)?"
)
BESIDE = re.compile(
    rf"(?P<near>\d{{6}}|(?:绝密|机密|秘密)(?:[★☆](?:{_D}{{1,3}}年|{_D}{{1,3}}个月|长期)?)?|特急|加急|特提|平急)"
    rf"[\s\u3000]*(?P<number>{NUMBER.pattern})"
)
"""份号, 密级 or 紧急程度 and, at the other end of the line, the number: as letters have them (GB/T 9704 cl. 10.1)."""
URGENCY = re.compile("(?:紧急程度[：:])?(?P<level>特急|加急|特提|平急|急件)")
COPY_NUMBER = re.compile(r"\d{6}|(?:份号|编号|№|No\.?)[：:]?(?P<number>\d{4,8})")

_KINDS = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|"  # the 15 of art. 8
    "专报|简报|方案|办法|规定|细则|规划|计划|要点|总结|讲话|致辞|汇报|说明|批示|倡议书|公开信|建议|条例|规则|章程|制度|清单|解释|宪法|法典|(?<![方做想看用说])法"
)
_KIND_ENDING = re.compile(rf"(?:{_KINDS})(?:[（(][^（）()]{{1,20}}[）)])?$")
MARK_ENDING = re.compile("(?:文件|命令|令|纪要|公报|公告|简报)")
"""How 发文机关标志 (the issuer's mark at the head) ends, where it is more than the organ's name."""

_ORGAN_ENDING = (
    "人民政府|政府|委员会|常委会|党委|党组|支部|省委|市委|区委|县委|州委|旗委|工委|办公厅|办公室|委办|府办|厅|局|部|署|院|法院|检察院|"
    "总局|分局|处|科|所|站|室|中心|总队|支队|大队|中队|指挥部|领导小组|工作组|专班|协会|学会|商会|联合会|总工会|工会|团委|妇联|科协|"
    "大学|学院|学校|中学|小学|幼儿园|医院|银行|公司|集团|厂|社|报社|管委会|街道办|居委会|村委会|镇|乡|街道|基金会|研究会|委|办|"
    "单位|部门|机构|主席团|代表大会|会议|政协|人大|纪委|监委|军区|部队|仲裁委|"
)
ORGAN = re.compile(rf"[^\s。，；：！？,;:!?、]{{2,40}}(?:{_ORGAN_ENDING.rstrip('|')})(?:[（(][^（）()]{{1,12}}[）)])?")
"""A line that is an organ's name. It ends as such names do."""
BLANK_NAME = re.compile(r"\[[^\[\]]{2,12}\]|[（(](?:单位|机关|部门|公司)名称[）)]|[X×✕]{2,12}\w{0,8}")
"""What stands in a template for a name."""
_POSTS = "主席|总理|部长|省长|市长|区长|县长|州长|旗长|乡长|镇长|书记|主任|局长|厅长|院长|检察长|处长|司长|校长|会长|秘书长|董事长|总经理|署长|委员长|行长"
PERSON = re.compile(rf"(?:\S{{0,20}}(?:代)?(?:{_POSTS}))[\s\u3000]+\S{{1,6}}(?:[\s\u3000]\S{{1,4}})?")
"""A post and a name apart from it: 省长　王某某."""

NUMBERED = re.compile(
    r"第[一二三四五六七八九十百千零〇\d]+[编編章节節条條]|[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十百]+[）)]|[（(]?\d{1,3}[.．、）)](?!\d)|[①-⑳]"
)
"""How a line begins that is an item or a heading by number."""
SENTENCE_MARK = re.compile("[。；！？;!?]")


def tight(text: str) -> str:
    """The text without white space."""
    return _BLANK.sub("", text)


def person_names(text: str) -> list[str]:
    """The names in a text that parts them by spaces or commas. Two characters that stand alone are one name, spaced to the
    width of three (张　三)."""
    pieces = [name for name in re.split(r"[、，,；;\s\u3000]+", text) if name]
    found: list[str] = []
    while pieces:
        name = pieces.pop(0)
        found.append(name + pieces.pop(0) if len(name) == 1 and pieces and len(pieces[0]) == 1 else name)
    return found


def organs_on(line: str) -> list[str]:
    """The names of organs that stand on one line apart by spaces or line ends, 文件 behind the last left out; none where the
    spaces are those of one name set wide."""
    parts = re.split(r"[\s\u3000]+", line.strip())
    if len(parts) < 2:
        return []
    last = MARK_ENDING.sub("", parts[-1][-2:]) if len(parts[-1]) > 1 else parts[-1]
    names = [*parts[:-1], *filter(None, (parts[-1][:-2] + last if len(parts[-1]) > 1 else last,))]
    return names if len(names) > 1 and all(map(is_organ, names)) else []


SIGNED = re.compile(rf"(?P<organ>\S+)[\s\u3000]+(?P<date>{DATE.pattern})")
"""Signature and date on one line."""


def is_date(words: str) -> bool:
    """Whether a text without white space is a complete date and nothing else, perhaps in parentheses."""
    return DATE.fullmatch(words.strip("（）()")) is not None


def official_date(date: str) -> str:
    """A date of the metadata as documents are dated (GB/T 9704-2012 cl. 7.3.5.4); as it is where it is none."""
    found = complete_date(date)
    return f"{found.year}年{found.month}月{found.day}日" if found and not is_date(date) else date


def is_organ(line: str) -> bool:
    """Whether a line is an organ's name, or what stands in a template for one."""
    return ORGAN.fullmatch(tight(line)) is not None or BLANK_NAME.fullmatch(tight(line)) is not None


def is_title(line: str) -> bool:
    """Whether a whole line reads as the title of an official document: it ends in the name of its kind."""
    words = tight(line)
    return 6 <= len(words) <= 80 and not NUMBERED.match(words) and ends_as_title(words)


def ends_as_title(line: str) -> bool:
    """Whether a line ends as the titles of official documents do: in the name of their kind (通知, 报告 …)."""
    words = tight(line)
    return _KIND_ENDING.search(words) is not None and not re.search("[。；：！？>|]", words)
