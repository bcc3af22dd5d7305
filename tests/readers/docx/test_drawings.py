"""Pictures, shapes and text boxes."""

from __future__ import annotations

from convert.kit.ooxml import NAMESPACES
from convert.model import Image
from convert.model.dump import dump
from convert.model.walk import nodes
from tests.readers.docx.packages import PNG, p, package, r, understood

PICTURE = (
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="i"/>{crop}'
    '</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="127000" cy="254000"/></a:xfrm></pic:spPr></pic:pic>'
)
BOX = f"<wps:txbx><w:txbxContent>{p('盒中')}</w:txbxContent></wps:txbx>"
REFERS = {"i": ("image", "media/a.png")}


def drawing(content: str, kind: str = "inline", alt: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:extent cx="635000" cy="1270000"/><wp:docPr id="1" name="x" descr="{alt}"/>'
        f'<a:graphic><a:graphicData uri="u">{content}</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>'
    )


def read(body: str, refers: dict[str, tuple[str, str]] | None = None) -> tuple[str, list[str], list[Image]]:
    document, report = understood(package(body, refers or REFERS, word_media_a_png=PNG))
    images = [node for node in nodes(document) if isinstance(node, Image)]
    assert all(image.media in document.media for image in images if not report.diagnostics)
    text = "\n".join(line for line in dump(document).splitlines() if not line.startswith(("meta", "media")))
    return text, [found.code for found in report.diagnostics], images


def test_a_picture_in_the_line_and_an_anchored_one() -> None:
    for kind in ("inline", "anchor"):
        _, codes, images = read(p(content=drawing(PICTURE.format(crop=""), kind, "领导讲话")))
        assert [(i.width, i.height, i.alt) for i in images] == [(50.0, 100.0, "领导讲话")]
        assert codes == []


def test_what_is_cut_off_is_told() -> None:
    _, codes, images = read(p(content=drawing(PICTURE.format(crop='<a:srcRect l="1000" r="0"/>'))))
    assert (codes, len(images)) == (["docx-image-cropped"], 1)


def test_pictures_of_a_group_have_their_own_size() -> None:
    _, _, images = read(p(content=drawing(PICTURE.format(crop="") * 2)))
    assert [(i.width, i.height) for i in images] == [(10.0, 20.0)] * 2


def test_a_picture_in_vml() -> None:
    shape = (
        '<w:r><w:pict><v:shape style="width:72pt;height:1in" alt="图"><v:imagedata r:id="i"/></v:shape></w:pict></w:r>'
    )
    _, _, images = read(p(content=shape))
    assert [(i.width, i.height, i.alt) for i in images] == [(72.0, 72.0, "图")]


def test_an_embedded_object_shows_its_picture_and_is_told() -> None:
    inner = '<w:r><w:object><v:shape style="width:9pt"><v:imagedata r:id="i"/></v:shape><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r>'
    _, codes, images = read(p(content=inner))
    assert (codes, len(images)) == (["docx-object-dropped"], 1)


def test_a_picture_that_is_not_there() -> None:
    _, codes, images = read(p(content=drawing(PICTURE.format(crop=""))), {"i": ("image", "media/gone.png")})
    assert (codes, len(images)) == (["image-missing"], 1)
    assert read(p(content=drawing(PICTURE.format(crop=""))), {"i": ("image", "https://a.example/b.png")})[1] == [
        "image-remote"
    ]


def test_a_size_that_cannot_be_meant_is_not_said() -> None:
    huge = drawing(PICTURE.format(crop="")).replace('cx="635000"', 'cx="1000000000000000"')
    assert [(i.width, i.height) for i in read(p(content=huge))[2]] == [(0, 100.0)]


def test_a_text_box_stands_where_it_is_anchored() -> None:
    before = 'para\n  text "盒中"\npara\n  text "正文"'
    assert read(p(content=drawing(BOX) + r("正文")))[0] == before
    assert read(p(content=r("正文") + drawing(BOX)))[0] == 'para\n  text "正文"\npara\n  text "盒中"'


def test_one_form_of_alternates_is_read() -> None:
    vml = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('盒中')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    choice = f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing(BOX)}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent>'
    once = 'para\n  text "盒中"'
    assert read(p(content=choice))[0] == once
    assert read(p(content=choice.replace('Requires="wps"', 'Requires="x9"')))[0] == once


def test_charts_and_diagrams_are_told() -> None:
    chart = drawing(f'<c:chart xmlns:c="{NAMESPACES["c"]}"/>')
    assert read(p(content=r("x") + chart))[1] == ["docx-object-dropped"]


def test_word_art_is_text_and_a_line_is_a_rule() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    line = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
    assert read(p(content=art))[0] == 'para\n  text "艺术字"'
    assert read(p(content=line))[0] == "rule"


def test_a_picture_that_floats_stands_beside_the_words_not_in_them() -> None:
    floating = drawing(PICTURE.format(crop=""), "anchor")
    alone, before, behind = (
        read(p(content=content))[0] for content in (floating, floating + r("字"), r("字") + floating)
    )
    assert [line.split()[0] for line in alone.splitlines()] == ["para", "image"]
    assert [line.split()[0] for line in before.splitlines()] == ["para", "image", "para", "text"]
    assert [line.split()[0] for line in behind.splitlines()] == ["para", "text", "para", "image"]
