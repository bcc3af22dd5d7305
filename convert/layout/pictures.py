"""The pictures of a document: how large each is printed, and what each output gets of it. One answer for all outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from convert.diagnostics import Report
from convert.kit.fonts import Face, Library
from convert.kit.images.forms import Change, Form, Output, change_for, changed
from convert.kit.images.header import ImageInfo, image_info
from convert.kit.images.svg.lettering import NONE, Faces, Lettering
from convert.model import Image, Media
from convert.style.page import Page
from convert.style.sheet import Sheet

_TALLEST = 0.9  # of the type area's height: a picture's caption must fit below it


def picture_size(image: Image, info: ImageInfo, room: float, page: Page) -> tuple[float, float]:
    """Width and height in pt: `wanted_size`, scaled down to `room` pt of width and to the page."""
    width, height = wanted_size(image, info)
    scale = min(1.0, room / width, page.area_height * _TALLEST / height)
    return width * scale, height * scale


def wanted_size(image: Image, info: ImageInfo) -> tuple[float, float]:
    """Width and height in pt: what the document says, else the picture's own; of a single one follows the other."""
    width, height = info.width_pt, info.height_pt
    if image.width or image.height:
        scale = image.width / width if image.width else image.height / height
        width, height = image.width or width * scale, image.height or height * scale
    return width, height


class Gallery:
    """The pictures of one document in the forms that outputs can hold; each is made once and shared."""

    def __init__(self, media: Mapping[str, Media], report: Report, lettering: Callable[[], Lettering]) -> None:
        """`lettering`: gives the faces for letters in drawings; it is asked where there are any."""
        self._media, self._report, self._lettering = media, report, lettering
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
            lettering = self._lettering() if change in ("clean", "draw", "plot") else NONE
            made = self._forms[key, change] = changed(self._media[key].data, change, lettering)
            if change == "jpeg":
                self._report.add("image-recoded", name=self._media[key].name or key)
        return made


def lettering(sheet: Sheet, library: Library) -> Lettering:
    """The faces for letters in drawings: those of the style's font roles under the names of their families, body text's
    for `serif`, those of the first role of their kind for `sans-serif` and `monospace`; Latin faces come first, Chinese
    ones set what those lack."""
    roles: dict[str, Faces] = {}
    for role, stack in sheet.fonts.items():
        regular = (_first(library, stack.latin), _first(library, stack.cjk))
        bold = (_first(library, [f"{name} Bold" for name in names]) for names in (stack.latin, stack.cjk))
        faces = Faces(tuple(filter(None, regular)), tuple(filter(None, bold)))
        if faces.regular:
            roles[role] = faces
    families: dict[str, Faces] = {sheet.fonts[role].generic: faces for role, faces in reversed(roles.items())}
    for role, faces in roles.items():
        for name in (*sheet.fonts[role].cjk, *sheet.fonts[role].latin):
            families.setdefault(name.lower(), faces)
    body = roles.get(sheet.roles["body"].font)
    return Lettering(families | {"serif": body} if body else families)


def _first(library: Library, names: Iterable[str]) -> Face | None:
    return next(filter(None, map(library.find, names)), None)
