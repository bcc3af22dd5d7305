from __future__ import annotations

import pytest
from lxml import etree

from convert.kit.images.svg.elements import SVG, XLINK
from convert.kit.images.svg.weight import weight_of


def weight(body: str) -> int:
    return weight_of(etree.fromstring(f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}">{body}</svg>'))


def test_what_is_used_counts_as_often_as_it_is_used() -> None:
    assert weight("<g><rect/><rect/></g>") == 4
    assert weight('<rect id="a"/>' + '<use xlink:href="#a"/>' * 10) == 22


@pytest.mark.parametrize("kind", ["pattern", "mask", "clipPath", "filter"])
@pytest.mark.parametrize("name", ["fill", "mask", "style"])
def test_so_does_what_paints_and_hides(kind: str, name: str) -> None:
    value = f"{'fill:' * (name == 'style')}url(#a)"
    assert weight(f'<{kind} id="a"><rect/></{kind}>' + f'<rect {name}="{value}"/>' * 10) == 33


def test_gradients_are_no_work() -> None:
    assert weight('<linearGradient id="a"><stop/><stop/></linearGradient>' + '<rect fill="url(#a)"/>' * 10) == 14


def test_a_marker_stands_at_each_point() -> None:
    assert weight('<marker id="a"><rect/></marker><path marker-mid="url(#a)" d="M0 0L1 1 2 2 3 3"/>') == 12


@pytest.mark.parametrize("kind", ["pattern", "mask", "clipPath"])
def test_what_unfolds_without_end_is_refused(kind: str) -> None:
    levels = "".join(f'<{kind} id="a{n + 1}">{f"""<rect fill="url(#a{n})"/>""" * 10}</{kind}>' for n in range(9))
    with pytest.raises(ValueError, match="too many"):
        weight(f'<{kind} id="a0"><rect/></{kind}>{levels}<rect fill="url(#a9)"/>')
    assert weight(f'<{kind} id="a"><rect fill="url(#a)"/></{kind}><rect fill="url(#a)"/>') == 6, "once around a circle"
