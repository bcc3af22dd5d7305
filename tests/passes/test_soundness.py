"""What no output can hold goes, is reported once with its place, and leaves its words."""

from __future__ import annotations

import pytest

from convert.diagnostics import Pos, Report
from convert.model import Document, Image, Link, Media, Meta, Para, Text
from convert.model.build import heading, para
from convert.model.walk import plain
from convert.passes.soundness import make_sound
from tests.kit.images.drawings import drawing
from tests.kit.images.samples import bomb, every_kind, metafile
from tests.specimens import picture


def sound(document: Document) -> tuple[Document, list[tuple[str, dict[str, str]]]]:
    findings = Report("test")
    result = make_sound(document, findings)
    return result, [(d.code, d.args) for d in findings.diagnostics]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "#nowhere", ""])
def test_a_link_to_nowhere_leaves_its_words(target: str) -> None:
    made, found = sound(Document((para("见", Link((Text("网站"),), target), "。"),)))
    assert plain(made) == "见网站。"
    assert "Link(" not in repr(made)
    assert found == [("link-dropped", {"target": target})]


def test_a_live_link_stays_and_becomes_a_valid_address() -> None:
    made, found = sound(
        Document((para(Link((Text("网站"),), "https://a.org/路"), Link((Text("此"),), "#h")), heading(1, "一", id="h")))
    )
    first = made.blocks[0]
    assert isinstance(first, Para)
    assert [link.target for link in first.children if isinstance(link, Link)] == ["https://a.org/%E8%B7%AF", "#h"]
    assert found == []


def test_a_link_whose_picture_is_missing_says_so_with_its_address() -> None:
    made, found = sound(Document((para("见", Link((Image("none"),), "https://a.org/")),)))
    assert plain(made) == "见"
    assert found == [("image-unreadable", {"name": "none"}), ("link-empty", {"target": "https://a.org/"})]


def test_pictures_that_cannot_be_read_leave_their_description() -> None:
    media = {"ok": Media("image/png", picture()), "bad": Media("image/png", b"no picture")}
    blocks = (para(Image("ok", "好"), Image("bad", "坏"), Image("none"), Image("ok")),)
    made, found = sound(Document(blocks, media=media))
    assert plain(made.blocks) == "[坏]"
    assert found == [
        ("image-unreadable", {"name": "bad"}),
        ("image-unreadable", {"name": "none"}),
        ("image-no-alt", {"name": "ok"}),
    ]


@pytest.mark.parametrize(
    ("data", "code", "more"),
    [
        (metafile("EMF"), "image-unsupported", {"kind": "EMF (Windows metafile)"}),
        (every_kind()["png"][:-30], "image-unreadable", {}),
        (bomb(), "image-pixels", {"limit": "178"}),
    ],
    ids=["metafile", "cut short", "bomb"],
)
def test_pictures_that_cannot_be_printed_are_told_apart(data: bytes, code: str, more: dict[str, str]) -> None:
    media = {"m": Media("image/png", data, "图1.png")}
    made, found = sound(Document((para(Image("m", "厂区"), Image("m")),), media=media))
    assert plain(made.blocks) == "[厂区]"
    assert found == [(code, {"name": "图1.png", **more})] * 2


@pytest.mark.parametrize(("name", "code"), [("tiff-pages", "image-frames"), ("jpeg-cmyk", "image-cmyk")])
def test_what_no_output_shows_of_a_picture_is_told_once(name: str, code: str) -> None:
    media = {"m": Media("", every_kind()[name], "a")}
    blocks = (para(Image("m", "图"), Image("m", "图")),)
    made, found = sound(Document(blocks, media=media))
    assert made.blocks == blocks
    assert found == [(code, {"name": "a"})]


def test_what_is_taken_out_of_a_drawing_is_told() -> None:
    media = {"m": Media("", drawing("<script>alert(1)</script><animate/>"), "图.svg")}
    _, found = sound(Document((para(Image("m", "图")),), media=media))
    assert found == [("image-cleaned", {"name": "图.svg", "parts": "script, animate"})]


def test_languages_that_are_none_go() -> None:
    block = Para((Text("Wort", lang="deutsch, neu", pos=Pos(2, 1)), Text("word", lang="en-GB")))
    made, found = sound(Document((block,), Meta(title="标题", lang="中文")))
    assert made == Document((Para((Text("Wort", pos=Pos(2, 1)), Text("word", lang="en-GB"))),), Meta(title="标题"))
    assert found == [("language-invalid", {"lang": lang}) for lang in ("deutsch, neu", "中文")]


def test_a_sound_document_is_given_back_as_it_is() -> None:
    document = Document((para("正文\t。\n"),), Meta(title="标题"))
    made, found = sound(document)
    assert made.blocks[0] is document.blocks[0]
    assert found == []


def test_names_of_nothing_go_and_others_stay() -> None:
    made, found = sound(
        Document((para("文"),), Meta(keywords=("安全", " ", ""), authors=("",), issuers=("甲厅", "\u3000")))
    )
    assert (made.meta.keywords, made.meta.authors, made.meta.issuers) == (("安全",), (), ("甲厅",))
    assert found == []
