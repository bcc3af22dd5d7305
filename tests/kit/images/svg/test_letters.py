"""Letters of drawings as outlines in the style's faces."""

from __future__ import annotations

import pytest
from lxml import etree

from convert.kit.images.svg.lettering import NONE
from convert.kit.images.svg.letters import set_letters
from convert.kit.images.svg.paths import bounds, path_of
from convert.kit.images.svg.stylesheet import flatten
from tests.kit.images.drawings import drawing
from tests.layout.composing import faces_of_the_style


def outlined(text: str) -> list[etree._Element]:
    """The outlines that a text becomes."""
    root = etree.fromstring(drawing(text))
    assert flatten(root)
    assert set_letters(root, faces_of_the_style())
    assert not list(root.iter("{*}text"))
    return list(root.iter("{*}path"))


def box(text: str) -> tuple[float, float, float, float]:
    paths = [bounds(path_of(path.get("d", ""))) for path in outlined(text)]
    left, top, right, bottom = zip(*paths, strict=True)
    return min(left), min(top), max(right), max(bottom)


def test_letters_stand_on_their_line_at_their_size() -> None:
    left, top, right, bottom = box('<text x="10" y="50" font-size="20">会议</text>')
    assert 9 < left < 13 and 46 < right < 51
    assert 30 < top < 36 and 49 < bottom < 54


@pytest.mark.parametrize(("anchor", "middle"), [("start", 120), ("middle", 100), ("end", 80)])
def test_anchors(anchor: str, middle: float) -> None:
    left, _, right, _ = box(f'<text x="100" y="9" font-size="20" text-anchor="{anchor}">安全</text>')
    assert (left + right) / 2 == pytest.approx(middle, abs=1.5)


def test_spans_move_and_lines_begin_anew() -> None:
    spans = '<text x="5" y="10" font-size="10">安<tspan dy="20">全</tspan><tspan x="5" y="60" fill="red">生</tspan>产</text>'
    boxes = [bounds(path_of(path.get("d", ""))) for path in outlined(spans)]
    assert [round(b[0] / 10) for b in boxes] == [round(x / 10) for x in (5.5, 15.5, 5.5, 15.5)]
    assert [round(b[3] / 10) for b in boxes] == [1, 3, 6, 6]
    assert [path.get("fill") for path in outlined(spans)] == [None, None, "red", None]


def test_white_space_is_xml_s() -> None:
    assert box("<text>\n  A\n  B  </text>") == box("<text>A B</text>")
    assert box('<text xml:space="preserve">  A</text>') != box("<text>A</text>")


def test_families_and_weights_choose_faces() -> None:
    faces = {family: outlined(f'<text font-family="{family}">公文 A</text>')[0].get("d") for family in
             ("serif", "sans-serif", "SimSun", "宋体, serif", "KaiTi", "Nowhere")}  # fmt: skip
    assert faces["SimSun"] == faces["宋体, serif"] and faces["Nowhere"] == faces["serif"]
    assert len(set(faces.values())) == 4
    plain, bold = (outlined(f'<text font-family="Arial" font-weight="{w}">A</text>')[0] for w in ("400", "bold"))
    assert plain.get("d") != bold.get("d") and bold.get("stroke") is None
    kai = outlined('<text font-family="KaiTi" font-weight="700" fill="#123456">公</text>')[0]
    assert (kai.get("stroke"), kai.get("fill")) == ("#123456", "#123456") or kai.get("stroke") is None


def test_styles_reach_letters_by_inheritance() -> None:
    sheet = "<style>.axis text { fill: #336699; font-size: 30px }</style>"
    (path,) = outlined(f'{sheet}<g class="axis" opacity=".5"><text y="30" id="t" transform="rotate(90)">A</text></g>')
    assert path.get("fill") == "#336699"
    group = path.getparent()
    assert group is not None and (group.get("id"), group.get("transform")) == ("t", "rotate(90)")
    _, top, _, bottom = bounds(path_of(path.get("d", "")))
    assert 18 < bottom - top < 24


@pytest.mark.parametrize(
    "text",
    [
        '<text textLength="90">A</text>', '<text rotate="3">A</text>', '<text x="1 2">AB</text>', "<text>\U0010fffd</text>",
        '<text letter-spacing="3">A</text>', '<text writing-mode="tb">A</text>', '<text dominant-baseline="x">A</text>',
        '<text><textPath href="#p">A</textPath></text>', '<text text-decoration="underline">A</text>',
    ],
)  # fmt: skip
def test_what_is_not_understood_stays_text(text: str) -> None:
    root = etree.fromstring(drawing(text + "<text>B</text>"))
    assert not set_letters(root, faces_of_the_style())
    assert len(list(root.iter("{*}text"))) == 1


def test_without_faces_letters_stay() -> None:
    root = etree.fromstring(drawing("<text>A</text>"))
    assert not set_letters(root, NONE)
    assert root[0].text == "A"


@pytest.mark.parametrize("size", ["1.2rem", "bold", "99999999999999"])
def test_letters_in_a_group_of_unknown_size_stay(size: str) -> None:
    root = etree.fromstring(drawing(f'<g font-size="{size}"><g><text>甲</text></g></g><text>乙</text>'))
    assert not set_letters(root, faces_of_the_style())
    assert [text.text for text in root.iter("{*}text")] == ["甲"]
