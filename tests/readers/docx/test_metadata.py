"""What a document says of itself."""

from __future__ import annotations

from convert.kit.ooxml import NAMESPACES
from convert.model import Meta
from tests.readers.docx.packages import p, package, r, style, understood

STYLES = style("T", "Title") + style("S", "Subtitle")


def meta(body: str, core: str = "", custom: str = "", styles: str = STYLES) -> Meta:
    spaces = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("cp", "dc", "dcterms", "vt"))
    return understood(
        package(
            body,
            styles=styles,
            docProps_core_xml=f"<cp:coreProperties {spaces}>{core}</cp:coreProperties>",
            docProps_custom_xml=f'<Properties xmlns="{NAMESPACES["op"]}" {spaces}>{custom}</Properties>',
        )
    )[0].meta


def custom(name: str, value: str, kind: str = "lpwstr") -> str:
    return f'<property fmtid="x" pid="2" name="{name}"><vt:{kind}>{value}</vt:{kind}></property>'


def test_core_properties() -> None:
    core = (
        "<dc:creator>张三; 李四</dc:creator><cp:keywords>安全, 生产</cp:keywords><dc:description>说明</dc:description>"
        "<dc:language>zh-CN</dc:language><cp:category>通知</cp:category>"
    )
    found = meta(p("x"), core)
    assert (found.authors, found.keywords, found.description) == (("张三", "李四"), ("安全", "生产"), "说明")
    assert (found.lang, found.extra) == ("zh-Hans", {"category": "通知"})


def test_names_that_programs_put_in_are_nobodys() -> None:
    assert meta(p("x"), "<dc:creator>微软用户</dc:creator>").authors == ()


def test_custom_properties_by_chinese_names() -> None:
    found = meta(p("x"), custom=custom("发文字号", "某发〔2024〕1号") + custom("编制部门", "办公室"))
    assert (found.number, found.extra) == ("某发〔2024〕1号", {"编制部门": "办公室"})


def test_switches_of_programs_are_not_kept() -> None:
    found = meta(p("x"), custom=custom("signature", "true", "bool") + custom("KSOProductBuildVer", "2052-11"))
    assert (found.signature, found.extra) == ((), {})


def test_the_text_has_the_title_and_properties_only_confirm_it() -> None:
    assert meta(p("真标题", "T") + p("副题", "S"), "<dc:title>旧标题</dc:title>") == Meta(
        title="真标题", subtitle="副题", extra={"dc:title": "旧标题"}
    )
    assert meta(p("关于 检查的通知") + p("正文"), "<dc:title>关于检查的通知</dc:title>").title == "关于检查的通知"
    assert meta(p("正文"), "<dc:title>模板</dc:title>").title == ""


def test_language_of_the_defaults() -> None:
    lang = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR" w:eastAsia="{}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert meta(p("Bonjour"), styles=lang.format("zh-CN")).lang == "fr-FR"
    assert meta(p("你好，世界"), styles=lang.format("zh-TW")).lang == "zh-Hant"
    assert meta(p("你好，世界"), styles=lang.format("en-US")).lang == ""


def test_a_paragraph_in_another_language_says_so() -> None:
    lang = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    body = p(content=r("Bonjour", '<w:lang w:val="fr-FR"/>')) + p(content=r("Hello", '<w:lang w:val="en-GB"/>'))
    document, _ = understood(package(body, styles=lang))
    assert [block.lang for block in document.blocks] == ["fr-FR", ""]
