"""PDFs that are small and unfold to much. None of them is given to an instrument here: the machine would have to bear it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest

from convert.diagnostics import InputError
from convert.kit.limits import Limits
from convert.measure.pdf.bounds import check_bounds

Draw = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def pdf(draw: Draw) -> bytes:
    made = pikepdf.new()
    draw(made, made.add_blank_page())
    buffer = io.BytesIO()
    made.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def shown(content: bytes, copies: int = 1) -> Draw:
    def draw(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.Contents = made.make_stream(content)
        for _ in range(copies - 1):
            made.pages.append(page)

    return draw


def form(made: pikepdf.Pdf, content: bytes, inner: pikepdf.Object | None = None) -> pikepdf.Stream:
    made_form = made.make_stream(content)
    made_form.Type, made_form.Subtype, made_form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
    if inner is not None:
        made_form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
    return made_form


def laughs(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    inner = form(made, b"BT (ha) Tj ET")
    for _ in range(9):
        inner = form(made, b"/X Do " * 10, inner)
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
    page.obj.Contents = made.make_stream(b"/X Do")


def packed_twice(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    stream = pikepdf.Stream(made, zlib.compress(zlib.compress(b" " * 3 * 2**20)))
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    page.obj.Contents = made.make_indirect(stream)


def many_objects(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj["/Note"] = made.make_indirect(pikepdf.Array([pikepdf.String("a" * 2**20)] * 3))


@pytest.mark.parametrize(
    ("draw", "limits", "name"),
    [
        (shown(b"", copies=3), Limits(pages=2), "pages"),
        (shown(b"0 0 m 1 1 l S " * 50_000, copies=3), Limits(content_mb=1), "content_mb"),
        (shown(b"BT (" + b"a" * 600_000 + b") Tj <" + b"41" * 600_000 + b"> Tj ET"), Limits(text_mb=1), "text_mb"),
        (laughs, Limits(), "content_mb"),
        (packed_twice, Limits(content_mb=2), "content_mb"),
        (many_objects, Limits(member_mb=2), "member_mb"),
        (many_objects, Limits(unpacked_mb=2), "unpacked_mb"),
    ],
)
def test_what_unfolds_to_too_much_is_refused_before_it_does(draw: Draw, limits: Limits, name: str) -> None:
    data = pdf(draw)
    with pytest.raises(InputError) as caught:
        check_bounds(data, limits)
    assert caught.value.diagnostic.args["name"] == name


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    def draw(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        itself = form(made, b"/X Do /X Do")
        itself.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=itself))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=itself))
        page.obj.Contents = made.make_stream(b"/X Do")

    check_bounds(pdf(draw), Limits())


def test_resources_of_the_pages_above_count_too() -> None:
    def draw(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        laughs(made, page)
        made.Root.Pages.Resources = page.obj.Resources
        del page.obj.Resources

    with pytest.raises(InputError, match="content_mb"):
        check_bounds(pdf(draw), Limits())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\nstream\n" + b"x\x9c" * 50, b"stream\n" * 99])
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        check_bounds(data, Limits())


def test_odd_types_are_told_or_passed_over() -> None:
    def draw(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        page.obj.Contents, page.obj.Resources = pikepdf.Array([7, made.make_stream(b"/X Do")]), pikepdf.Array([])

    data = pdf(draw)
    try:
        check_bounds(data, Limits())
    except ValueError as error:
        assert str(error)
