"""The pictures of a document: how large each is printed, and what each output gets of it. One answer for all outputs."""

from __future__ import annotations

from collections.abc import Mapping

from convert.diagnostics import Report
from convert.kit.images.forms import Change, Form, Output, change_for, changed
from convert.kit.images.header import ImageInfo, image_info
from convert.model import Image, Media
from convert.style.sheet import Page

_TALLEST = 0.9  # of the type area's height: a picture's caption must fit below it


def picture_size(image: Image, info: ImageInfo, room: float, page: Page) -> tuple[float, float]:
    """Width and height in pt: what the document says, else the picture's own, scaled down to `room` pt of width and to
    the page."""
    width, height = image.width or info.width_pt, image.height or info.height_pt
    scale = min(1.0, room / width, page.area_height * _TALLEST / height)
    return width * scale, height * scale


class Gallery:
    """The pictures of one document in the forms that outputs can hold; each is made once and shared."""

    def __init__(self, media: Mapping[str, Media], report: Report) -> None:
        self._media, self._report = media, report
        self._infos: dict[str, ImageInfo] = {}
        self._forms: dict[tuple[str, Change], Form] = {}

    def info(self, key: str) -> ImageInfo:
        """What a picture says about itself. Raises ValueError for one that cannot be printed: `make_sound` takes those
        out."""
        if key not in self._infos:
            info = image_info(self._media[key].data)
            if info is None:
                raise ValueError(f"not a picture: {key}")
            self._infos[key] = info
        return self._infos[key]

    def form(self, key: str, output: Output) -> Form:
        """A picture as an output gets it."""
        change = change_for(self.info(key), output)
        made = self._forms.get((key, change))
        if made is None:
            made = self._forms[key, change] = changed(self._media[key].data, change)
            if change == "jpeg":
                self._report.add("image-recoded", name=self._media[key].name or key)
        return made
