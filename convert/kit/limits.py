"""How much of anything is taken from an input. Generous for what people write, small enough for what is built to harm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from convert.diagnostics import InputError, UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one conversion; docs/security.md tells what each protects. Every one is a whole number above 0.

    `input_mb`: one input as it is given. Archives (DOCX is one): `members` of one, `member_mb` of one unpacked,
    `unpacked_mb` of all, `ratio` of unpacked to packed size; `documents` in a zip of inputs. XML: `xml_mb` of one part of a DOCX, `xml_depth` elements within each other. `cells` of one
    table, spans counted out. Pictures: `picture_mb` of one, `megapixels` of one, `media_mb` of all,
    `drawing_seconds` of a processor to draw one. `pages` of a PDF; of one that is
    checked, `content_mb` of what its pages draw, and `text_mb` of the text in that, forms as often as they are drawn.
    Pictures from the web, of one document: how many `fetches`, `net_seconds` and `net_mb` for all of them, `redirects` of each.
    MB are 2**20 bytes.
    """

    input_mb: int = 256
    members: int = 20_000
    member_mb: int = 256
    unpacked_mb: int = 1024
    ratio: int = 250
    documents: int = 200_000
    xml_mb: int = 96
    xml_depth: int = 10_000
    cells: int = 2_000_000
    picture_mb: int = 256
    megapixels: int = 178
    media_mb: int = 1024
    drawing_seconds: int = 8
    pages: int = 50_000
    content_mb: int = 64
    text_mb: int = 4
    fetches: int = 100
    net_seconds: int = 30
    net_mb: int = 64
    redirects: int = 5

    def with_settings(self, settings: Iterable[str]) -> Limits:
        """These limits with some set anew by `name=value`. Raises UsageError: `limit-syntax`, `limit-unknown`."""
        known = [field.name for field in fields(self)]
        changes: dict[str, int] = {}
        for setting in settings:
            name, equals, value = (part.strip() for part in setting.partition("="))
            if not equals or not (value.isascii() and value.isdecimal()) or len(value) > _DIGITS or not int(value):
                raise UsageError("limit-syntax", setting=setting)
            if name not in known:
                raise UsageError("limit-unknown", name=name, known=", ".join(known))
            changes[name] = int(value)
        return replace(self, **changes)


_DIGITS = 12
USUAL = Limits()
"""The limits where nobody says otherwise."""


class LimitError(InputError):
    """An input that goes beyond a limit (`limit-exceeded`)."""

    @property
    def told(self) -> dict[str, str]:
        """What there is to tell of it: `name` and `limit`, and what was `found`."""
        return self.diagnostic.args


def exceeded(name: str, limits: Limits, found: object) -> LimitError:
    """The error for an input that goes beyond a limit: `name` is the limit's field, `found` what the input has."""
    return LimitError("limit-exceeded", name=name, limit=getattr(limits, name), found=found)
