"""SVG drawings: found by their content, measured, cleaned of what a printed picture cannot have."""

from __future__ import annotations

import base64
import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.kit.images.faults import fault_of
from convert.kit.images.header import image_info
from convert.kit.images.kinds import SVG, kind_of
from convert.kit.images.svg.source import read_svg
from tests.kit.images.drawings import CHART, drawing
from tests.kit.images.samples import bomb, motif, saved

XML = b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
ENTITIES = (
    b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg.dtd" [<!ENTITY ns "http://www.w3.org/2000/svg">]>\n'
)


@pytest.mark.parametrize(
    "data",
    [
        CHART,
        b"\xef\xbb\xbf" + CHART,
        XML + b"<!-- made by hand -->\n" + CHART,
        XML + ENTITIES + CHART.replace(b'xmlns="http://www.w3.org/2000/svg"', b'xmlns="&ns;"'),
        gzip.compress(CHART),
        CHART.decode().encode("utf-16"),
        CHART.replace(b' xmlns="http://www.w3.org/2000/svg"', b"", 1),
        CHART.replace(b"http://www.w3.org/2000/svg", b"https://www.w3.org/2000/svg", 1),
    ],
    ids=["plain", "mark", "comment", "entities", "packed", "utf-16", "no namespace", "safe namespace"],
)
def test_drawings_are_known_however_they_are_written(data: bytes) -> None:
    assert kind_of(data) is SVG
    assert fault_of(data) is None
    info = image_info(data)
    assert info is not None and (info.width_pt, info.height_pt) == (150, 75)
    assert "公文".encode() in read_svg(data).data


@pytest.mark.parametrize("data", [b"<html><svg/></html>", b"<p>svg</p>", b"# <svg>", b"<svgs/>"])
def test_what_only_looks_like_a_drawing_is_none(data: bytes) -> None:
    assert kind_of(data) is None


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30mm" height="15mm"', (113.386, 56.693)),
        ('viewBox="0 0 80 20"', (80, 20)),
        ('viewBox="0 0 80 20" width="40"', (40, 10)),
        ('viewBox="0 0 80 20" width="100%" height="100%"', (80, 20)),
        ("", (300, 150)),
        ('width="-3" height="x"', (300, 150)),
    ],
)
def test_sizes(attributes: str, size: tuple[float, float]) -> None:
    made = read_svg(drawing("", attributes))
    assert (made.width, made.height) == pytest.approx(size, abs=0.001)
    root = etree.fromstring(made.data)
    assert root.get("viewBox") and float(root.get("width")) == pytest.approx(size[0], abs=0.01)


@pytest.mark.parametrize(
    ("content", "removed"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<rect width="9" height="9" onclick="alert(1)"/>', "onclick"),
        ('<image href="https://example.org/a.png" width="9" height="9"/>', "href"),
        ('<image href="../secret.png" width="9" height="9"/>', "href"),
        ('<use href="other.svg#part"/>', "href"),
        ('<use href="#nothing"/>', "href"),
        ('<linearGradient id="g" href="#nothing"/><rect fill="url(#nothing) red"/>', ""),
        ('<rect fill="url(https://example.org/a.svg#p)"/>', "url"),
        ('<rect style="fill: url(&quot;other.svg#p&quot;)"/>', "url"),
        ("<style>@import 'https://example.org/a.css'; rect { fill: red }</style>", "url"),
        ('<rect><animate attributeName="x" to="9"/></rect>', "animate"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>', ""),
        ('<a xlink:href="javascript:alert(1)"><rect/></a>', ""),
        ("<metadata><rdf>editor</rdf></metadata>", ""),
    ],
)
def test_what_does_harm_or_cannot_be_printed_goes(content: str, removed: str) -> None:
    made = read_svg(drawing(content + '<circle r="5"/>'))
    assert made.removed == ((removed,) if removed else ())
    text = made.data.decode()
    assert "circle" in text
    for word in (
        "script",
        "alert",
        "example.org",
        "secret",
        "other.svg",
        "iframe",
        "animate",
        "editor",
        "nothing",
        "<a",
    ):
        assert word not in text, word


def test_pictures_inside_stay_where_they_can_be_printed() -> None:
    good, bad = (base64.b64encode(data).decode() for data in (saved(motif(), "PNG"), bomb()))
    made = read_svg(drawing("".join(f'<image href="data:image/png;base64,{data}"/>' for data in (good, bad))))
    assert made.removed == ("href",)
    assert good.encode() in made.data and bad.encode() not in made.data


def test_words_in_html_stay_as_text() -> None:
    html = '<foreignObject x="10" width="20" height="10"><div xmlns="http://www.w3.org/1999/xhtml">安 <b>全</b></div></foreignObject>'
    made = read_svg(drawing(html))
    (text,) = etree.fromstring(made.data)
    assert (etree.QName(text).localname, text.text, text.get("x")) == ("text", "安 全", "20")
    assert made.removed == ("foreignObject",)
    other = read_svg(drawing(f"<switch>{html}<text>安...</text></switch>"))
    assert re.findall(">([^<>]+)<", other.data.decode().replace("\n", "")) == ["安 全"]
    assert b"<switch" not in other.data
    assert other.removed == ("foreignObject",)
    same = read_svg(drawing(f"<switch>{html}<text>安 全</text></switch>"))
    assert same.removed == ()


def test_lines_of_html_are_lines_of_text() -> None:
    html = '<foreignObject width="20"><p xmlns="http://www.w3.org/1999/xhtml">甲<br/>乙<b>丙</b></p><ul><li>丁</li></ul></foreignObject>'
    made = read_svg(drawing(html))
    lines = list(etree.fromstring(made.data)[0])
    assert [line.text for line in lines] == ["甲", "乙丙", "丁"]
    assert [(line.get("x"), line.get("dy")) for line in lines] == [("10", None), ("10", "1.2em"), ("10", "1.2em")]


def test_ids_become_names_that_stand_once_and_references_follow() -> None:
    made = read_svg(drawing('<g id="1 a"/><g id="b"/><g id="b"/><use href="#1 a"/><rect fill="url(#1 a)"/>'))
    root = etree.fromstring(made.data)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids) == 2 and ids[1] == "b"
    assert root[3].get("{http://www.w3.org/1999/xlink}href") == f"#{ids[0]}"
    assert root[4].get("fill") == f"url(#{ids[0]})"


def test_a_paint_that_is_not_there_gives_way_to_the_colour_behind_it() -> None:
    made = read_svg(
        drawing('<g fill="url(#a) red" stroke="url(#a)" style="fill: url(#b); stroke: url(#a)"/><g id="b"/>')
    )
    group = etree.fromstring(made.data)[0]
    assert (group.get("fill"), group.get("stroke"), group.get("style")) == (
        "red",
        "none",
        "fill: url(#b); stroke: none",
    )


def test_drawings_that_unfold_without_end_are_refused() -> None:
    levels = "".join(f'<g id="l{n + 1}">{f"""<use href="#l{n}"/>""" * 10}</g>' for n in range(9))
    laughs = drawing(f'<rect id="l0"/>{levels}')
    circle = drawing('<g id="a"><use href="#a"/></g>')
    entities = b'<!DOCTYPE svg [<!ENTITY a "' + b"x" * 1000 + b'">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 100) for n in range(6)
    ) + b"]>" + drawing("<text>&g;</text>")  # fmt: skip
    for data in (
        laughs,
        circle,
        entities,
        drawing("", 'width="1" height="90000"'),
        drawing("", 'width="1e999" height="9"'),
        drawing("<g>" * 5000 + "</g>" * 5000),
    ):
        assert kind_of(data) is SVG
        assert fault_of(data) == "broken"


@given(st.data())
def test_damaged_drawings_raise_nothing(draw: st.DataObject) -> None:
    data = bytearray(CHART)
    for _ in range(draw.draw(st.integers(1, 4))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    fault_of(bytes(data))
    fault_of(CHART[: draw.draw(st.integers(0, len(CHART)))])


def test_names_written_as_in_html_are_those_of_xml() -> None:
    html = (
        b'<svg viewbox="0 0 40 20"><lineargradient id="g" gradientunits="userSpaceOnUse"/><use xlink:href="#g"/></svg>'
    )
    made = read_svg(html)
    assert (made.width, made.height, made.removed) == (40, 20, ())
    for name in (b"viewBox=", b"<linearGradient", b"gradientUnits=", b"xlink:href="):
        assert name in made.data


def test_cleaning_twice_changes_nothing_more() -> None:
    once = read_svg(CHART)
    assert read_svg(once.data).data == once.data
    assert once.removed == ()


@pytest.mark.parametrize(("octaves", "kept"), [("3", "3"), ("1000000", "9"), (" 1e9 ", "9")])
def test_turbulence_takes_no_longer_than_it_shows(octaves: str, kept: str) -> None:
    found = drawing(
        f'<filter id="f"><feTurbulence numOctaves="{octaves}"/></filter><rect width="9" height="9" filter="url(#f)"/>'
    )
    assert f'numOctaves="{kept}"'.encode() in read_svg(found).data
