"""One official document, printed well and in twelve ways wrong: each with a single fault, made in the Word file's XML or by a
change of the style or of the source."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from convert.config import Options
from convert.diagnostics import Report
from convert.kit.packing import pack
from convert.pipeline import convert_bytes

FOLDER = Path(__file__).parents[1] / "official"  # where the picture of a seal is
NAME = "notice.md"
_TEXT = (
    "各地要对照清单逐项检查，不留死角，对检查发现的问题逐一登记、逐项整改，确保检查取得实效，切实防范各类生产安全事故。"
)
SOURCE = f"""---
issuers: 北江省应急管理厅
recipients: 各市应急管理局
seals: pictures/seal-1.png
printing_office: 北江省应急管理厅办公室
printing_date: 2025年6月24日
---

::: {{.number}}
北应急〔2025〕12号
:::

::: {{.title}}
北江省应急管理厅关于开展安全生产检查的通知
:::

现就开展“百日行动”安全生产检查的有关事项通知如下，请认真落实。

# 一、检查范围

全省危险化学品、矿山、建筑施工、道路运输等行业企业。{_TEXT * 3}

# 二、工作要求

{_TEXT * 6}

{_TEXT * 8}

{_TEXT * 8}

{_TEXT}检查情况请于9月底前报送省应急管理厅。

::: {{.date}}
2025年6月23日
:::

::: {{.cc}}
抄送：省委办公厅，省政府办公厅。
:::
"""

Edit = Callable[[bytes], bytes]


class Variant(NamedTuple):
    """A fault: the rule that must find it, whether that is the standard's (or practice's alone); how it is made in the
    Word file; the style's settings, the change of the source or of the file that make it in a PDF. (Headings in bold and
    quotation marks in Times are Word's alone: our own PDF has no such faces.)"""

    rule: str
    docx: Edit
    settings: tuple[str, ...] = ()
    words: tuple[str, str] = ("", "")
    pdf: Edit | None = None
    standard: bool = True

    @property
    def in_pdf(self) -> bool:
        """Whether a PDF is made that has the fault."""
        return bool(self.settings or self.words[0] or self.pdf)


def printed(format: str, settings: tuple[str, ...] = (), words: tuple[str, str] = ("", "")) -> bytes:
    """The document in a format."""
    options = Options(fonts="bundled", settings=settings)
    source = SOURCE.replace(*words) if words[0] else SOURCE
    return convert_bytes(source.encode(), NAME, (format,), options, Report(), FOLDER)[format]


def wrong(variant: Variant, format: str, right: bytes) -> bytes:
    """The document with the fault of a variant; `right`: without it."""
    if format == "docx":
        return variant.docx(right)
    if variant.pdf:
        return variant.pdf(right)
    return printed("pdf", variant.settings, variant.words)


def _edit(part: str, pattern: str, new: str) -> Edit:
    """Replace what matches in the parts whose name matches; it has to be there."""

    def edit(data: bytes) -> bytes:
        found = 0
        members: list[tuple[str, bytes]] = []
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                content = package.read(name)
                if re.fullmatch(part, name):
                    text, times = re.subn(pattern, new, content.decode("utf-8"))
                    content, found = text.encode(), found + times
                members.append((name, content))
        assert found, f"{pattern} is not in {part}"
        return pack(members, datetime(2000, 1, 1, tzinfo=UTC))

    return edit


def _lower_pictures(data: bytes) -> bytes:
    """Move the pictures of a PDF 60 mm down."""
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            drawn: list[Any] = list(pikepdf.parse_content_stream(page))
            for number, instruction in enumerate(drawn):
                if str(instruction.operator) == "Do":
                    at = next(n for n in range(number, -1, -1) if str(drawn[n].operator) == "cm")
                    *matrix, up = drawn[at].operands
                    drawn[at] = pikepdf.ContentStreamInstruction([*matrix, float(up) - 170], drawn[at].operator)
            page.Contents = file.make_stream(pikepdf.unparse_content_stream(drawn))
        file.save(made)
    return made.getvalue()


_DOCUMENT, _STYLES, _FEET = "word/document.xml", "word/styles.xml", r"word/footer\d*.xml"

VARIANTS = {
    "28 pt from line to line": Variant(
        "grid-pitch",
        _edit(_STYLES, 'w:line="592" w:lineRule="exact"', 'w:line="560" w:lineRule="exact"'),
        ("roles.body.on_grid=false", "roles.body.pitch_pt=28", "roles.body.tracking_pt=-0.207"),
    ),
    "US Letter": Variant(
        "sheet-size",
        _edit(_DOCUMENT, '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="12240" w:h="15840"/>'),
        ("page.width_mm=215.9", "page.height_mm=279.4"),
    ),
    "page number in the middle": Variant(
        "page-number-side",
        _edit(_FEET, r"<w:ind [^>]*>(?:<w:jc [^>]*>)?", '<w:jc w:val="center"/>'),
        ("footer.right=", "footer.even.left=", "footer.center=— {page} —", "footer.even.center=— {page} —"),
    ),
    "bold headings": Variant(
        "bold",
        _edit(_STYLES, r'(<w:style [^>]*w:styleId="Heading1".*?<w:rPr>)', r"\1<w:b/>"),
        standard=False,
    ),
    "[2025]": Variant("number-form", _edit(_DOCUMENT, "〔2025〕", "[2025]"), words=("〔2025〕", "[2025]")),
    "06月": Variant("date-form", _edit(_DOCUMENT, "2025年6月23日", "2025年06月23日"), words=("年6月23", "年06月23")),
    "no full stop behind cc": Variant(
        "cc-end", _edit(_DOCUMENT, "省政府办公厅。", "省政府办公厅"), words=("厅。\n:::", "厅\n:::")
    ),
    "the mark 25 mm below the type area's top": Variant(
        "mark-top",
        _edit(_STYLES, r'(w:styleId="Issuer2".*?<w:spacing w:before=")\d+', r"\g<1>1150"),
        ("roles.issuer.ink_top_mm=25",),
    ),
    "narrow margins": Variant(
        "margin-left",
        _edit(_DOCUMENT, r'w:right="\d+" (.*?)w:left="\d+"', r'w:right="1134" \1w:left="1134"'),
        ("page.left_mm=20", "page.right_mm=34"),
    ),
    "quotation marks in Times": Variant(
        "quotes-face",
        _edit(
            _DOCUMENT,
            "“百日行动”",
            '</w:t></w:r><w:r><w:rPr><w:rFonts w:hAnsi="Times New Roman"/></w:rPr><w:t>“百日行动”</w:t></w:r><w:r><w:t>',
        ),
        standard=False,
    ),
    "a seal off the line": Variant(
        "seal-place",
        _edit(_DOCUMENT, r'(<wp:positionV relativeFrom="paragraph"><wp:posOffset>)-?\d+', r"\g<1>1800000"),
        pdf=_lower_pictures,
    ),
    "a changed word": Variant("text-changed", _edit(_DOCUMENT, "认真落实", "抓好落实"), words=("认真落实", "抓好落实")),
}
