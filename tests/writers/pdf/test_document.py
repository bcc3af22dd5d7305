"""What a finished PDF holds besides glyphs: metadata, outline, labels, links, structure, pictures."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest

from convert.diagnostics import Report
from convert.measure.pdf import read_tags, read_text
from convert.model import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Group,
    Image,
    LineBreak,
    Link,
    Media,
    Meta,
    Row,
    Span,
    Table,
    Text,
)
from convert.model.build import heading, para
from convert.writers.pdf import write
from tests.specimens import SENTENCE, composition, picture


def opened(
    *blocks: Block, findings: Report | None = None, media: dict[str, Media] | None = None, **meta: object
) -> pikepdf.Pdf:
    """The blocks, written and read back."""
    document = Document(blocks, Meta(**meta), media or {})  # type: ignore[arg-type]
    return pikepdf.open(io.BytesIO(write(composition(document, findings))))


def kinds(*blocks: Block, **meta: object) -> list[str]:
    document = Document(blocks, Meta(**meta))  # type: ignore[arg-type]
    return [tag.type for tag in read_tags(write(composition(document))).walk()][2:]


def test_metadata_says_the_same_in_both_places() -> None:
    meta = Meta(title="A & B <报告>", authors=("卢京军",), keywords=("安全", "生产"), date="2025年6月23日")
    data = write(composition(Document((para("正文"),), meta)))
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == pdf.docinfo["/Title"] == "A & B <报告>"
        assert xmp["dc:creator"] == ["卢京军"]
        assert str(pdf.docinfo["/Author"]) == "卢京军"
        assert xmp["pdf:Keywords"] == pdf.docinfo["/Keywords"] == "安全, 生产"
        assert xmp["xmp:CreateDate"] == "2025-06-23T00:00:00+00:00"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20250623000000+00'00"
        assert xmp["pdf:Producer"] == pdf.docinfo["/Producer"]
        assert str(pdf.Root.Lang) == "zh-Hans"


def test_all_that_dublin_core_has_a_place_for_is_said() -> None:
    meta = Meta(
        title="报告", issuers=("甲厅", "乙厅"), editors=("王五",), proofreaders=("赵六",), date="2025年6月23日",
        number="〔2025〕1号", source="某网", description="说明", lang="zh-Hans",
    )  # fmt: skip
    data = write(composition(Document((para("正文"),), meta)))
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        assert set(xmp["dc:publisher"]) == {"甲厅", "乙厅"}
        assert set(xmp["dc:contributor"]) == {"王五", "赵六"}
        assert xmp["dc:date"] == ["2025-06-23"]
        assert xmp["dc:identifier"] == "〔2025〕1号"
        assert (xmp["dc:source"], xmp["dc:description"], set(xmp["dc:language"])) == ("某网", "说明", {"zh-Hans"})


def test_no_date_is_made_up() -> None:
    with opened(para("6月23日的会议")) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:1980")


def test_the_identifier_is_a_digest_of_the_content() -> None:
    def identifier(text: str, lang: str = "zh-Hans") -> bytes:
        with opened(para(text), lang=lang) as pdf:
            return bytes(pdf.trailer.ID[0])

    assert identifier("甲") == identifier("甲")
    assert identifier("甲") != identifier("乙")
    assert identifier("甲") != identifier("甲", "zh-Hans-CN")


def test_the_outline_follows_title_and_headings() -> None:
    blocks = (heading(1, "一、甲"), para(SENTENCE * 40), heading(2, "（一）乙"), heading(1, "二、丙"))
    with opened(*blocks, title="报告") as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "报告"
        assert [(item.title, [child.title for child in item.children]) for item in top.children] == [
            ("一、甲", ["（一）乙"]),
            ("二、丙", []),
        ]
        page = top.children[1].destination[0]  # type: ignore[index]
        assert pdf.pages.index(pikepdf.Page(page)) == len(pdf.pages) - 1


def test_page_labels_are_the_printed_numbers() -> None:
    with opened(para(SENTENCE * 100)) as pdf:
        assert [page.label for page in pdf.pages] == [str(n) for n in range(1, len(pdf.pages) + 1)]


def test_links_lead_out_and_inside_and_nowhere_else() -> None:
    links = [
        Link((Text("词"),), target)
        for target in ("https://例.org/a b", "mailto:a@b.org", "#here", "file:///x", "#lost")
    ]
    with opened(para(*links), heading(1, "一、这里", id="here")) as pdf:
        annotations = list(pdf.pages[0].Annots)
        assert [str(a.A.URI) for a in annotations if "/A" in a] == ["https://%E4%BE%8B.org/a%20b", "mailto:a@b.org"]
        assert sum("/Dest" in a for a in annotations) == 1


def test_a_link_over_two_lines_has_two_places_and_one_tag() -> None:
    link = Link((Text("很长的链接" * 10),), "https://example.org/")
    with opened(para(SENTENCE, link)) as pdf:
        assert len(pdf.pages[0].Annots) >= 2
    assert kinds(para(SENTENCE, link)) == ["P", "Link"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((1, 2, 3), "123"), ((1, 3, 3, 2), "1222"), ((3, 1), "11"), ((1, 2, 4, 2), "1232"), (range(1, 9), "12345666")],
)
def test_heading_levels_have_no_gaps(levels: list[int], expected: str) -> None:
    found = kinds(*(heading(level, f"标题{level}") for level in levels))
    assert "".join(kind[1] for kind in found) == expected


def test_headings_stand_below_the_title() -> None:
    assert kinds(para("报告", role="title"), heading(1, "一、甲"), title="报告") == ["H1", "H2"]


def test_rows_get_the_cells_they_lack() -> None:
    rows = (
        Row((Cell((para("甲"),), rowspan=9), Cell((para("乙"),)), Cell((para("丙"),)))),
        Row((Cell((para("丁"),)),)),
    )
    document = Document((Table((Column(), Column(), Column()), body=rows),))
    table = next(tag for tag in read_tags(write(composition(document))).walk() if tag.type == "Table")
    assert [[cell.text for cell in row.children] for row in table.children] == [["甲", "乙", "丙"], ["丁", ""]]


def test_a_box_stands_for_a_character_that_no_face_has() -> None:
    document = Document((para("甲\U00020bb7乙"),))
    data = write(composition(document))
    assert read_tags(data).text == "甲\U00020bb7乙"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        actual = [str(o.ActualText) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/ActualText" in o]
    assert actual == ["\U00020bb7"]


def test_words_stay_apart_over_line_ends() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    with opened(para(words), para("one", LineBreak(), "two", LineBreak(), "三", LineBreak(), "四")) as pdf:
        text = shown(pdf)
    assert " ".join(text[0].split()) == words
    assert text[1] == "one two 三四" or text[1] == "one two三四"


def shown(pdf: pikepdf.Pdf) -> list[str]:
    """The text of each paragraph on the first page, by the fonts' own maps, white space and all."""
    fonts = pdf.pages[0].Resources.Font
    maps = {
        str(name): dict(re.findall(rb"<(\w{4})><(\w+)>", font.ToUnicode.read_bytes())) for name, font in fonts.items()
    }
    paragraphs: list[str] = []
    current: dict[bytes, bytes] = {}
    for part in re.findall(rb"/P<</MCID|/Artifact|/F\d+ [\d.]+ Tf|<[0-9A-F]+>", pdf.pages[0].Contents.read_bytes()):
        if part.startswith((b"/P", b"/Artifact")):
            paragraphs.append("")
        elif part.startswith(b"/F"):
            current = maps[part.split()[0].decode()]
        elif paragraphs:
            codes = part.strip(b"<>")
            units = (current[codes[i : i + 4]] for i in range(0, len(codes), 4))
            paragraphs[-1] += "".join(bytes.fromhex(unit.decode()).decode("utf-16-be") for unit in units)
    return paragraphs


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "LA", "I;16"])
def test_pictures_of_all_kinds_are_embedded_once(mode: str) -> None:
    media = {"m": Media("image/png", picture(mode=mode))}
    blocks = [Figure((para(Image("m", "图")),)) for _ in range(2)]
    with opened(*blocks, media=media) as pdf:
        objects = pdf.pages[0].Resources.XObject
        (image,) = objects.values()
        assert (int(image.Width), int(image.Height)) == (60, 30)
        space = image.ColorSpace[1] if mode == "P" else image.ColorSpace
        assert space == ("/DeviceGray" if mode in ("L", "1", "LA", "I;16") else "/DeviceRGB")
        assert ("/SMask" in image) == (mode in ("RGBA", "LA"))


def test_jpeg_data_goes_in_as_it_is() -> None:
    data = picture("JPEG")
    with opened(Figure((para(Image("m", "图")),)), media={"m": Media("image/jpeg", data)}) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.read_raw_bytes() == data


def test_another_language_is_told() -> None:
    english = Span((Text("English"),), lang="en")
    root = read_tags(
        write(composition(Document((Group((para("An English paragraph."),), lang="en"), para("中", english)))))
    )
    assert [(tag.type, tag.lang, tag.text) for tag in root.walk() if tag.lang] == [
        ("Sect", "en", "AnEnglishparagraph."),
        ("Span", "en", "English"),
    ]


def test_a_link_in_another_language_still_leads_there() -> None:
    link = Link((Span((Text("site"),), lang="en"),), "https://example.org/")
    data = write(composition(Document((para("见", link),))))
    (tag,) = (tag for tag in read_tags(data).walk() if tag.type == "Link")
    (words,) = (kid for kid in tag.walk() if kid.type == "Span")
    assert (tag.text, words.lang, words.text) == ("site", "en", "site")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages[0].Annots) == 1


def test_times_are_written_with_their_zone() -> None:
    later = replace(composition(Document((para("甲"),))), timestamp=datetime(2025, 6, 1, 8, 30, tzinfo=UTC))
    with pikepdf.open(io.BytesIO(write(later))) as pdf:
        assert str(pdf.docinfo["/ModDate"]) == "D:20250601083000+00'00"


@pytest.mark.parametrize("linked", [False, True])
def test_languages_that_take_turns_are_read_in_order(linked: bool) -> None:
    words = [Span((Text(text),), lang=lang) for text, lang in (("а", "ru"), ("b", "en"), ("в", "ru"), ("d", "en"))]
    line = (
        Text("甲"),
        Link(tuple(words), "https://example.org/", lang="ru") if linked else Span(tuple(words)),
        Text("乙"),
    )
    document = Document((para(*line, LineBreak(), *words),), Meta(title="报告"))
    data = write(composition(document))
    assert read_text(data).endswith("甲аbвd乙аbвd")
    assert len([tag for tag in read_tags(data).walk() if tag.type == "Link"]) == linked
