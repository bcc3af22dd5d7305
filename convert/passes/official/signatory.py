"""Who signs: what a text and its metadata say of one signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from convert.model import Image, Para

Kind: TypeAlias = Literal["seal", "stamp", "none"]
"""What stands with a signature: 印章, 签名章 or neither."""


@dataclass(frozen=True, slots=True)
class Signing:
    """The paragraphs of one signature, and the pictures of its seals or stamps in the order of the organs; None for one that
    is not there. `posts`: of those whose stamps stand for their names."""

    names: tuple[Para, ...] = ()
    date: Para | None = None
    notes: tuple[Para, ...] = ()
    kind: Kind = "none"
    seals: tuple[Image | None, ...] = ()
    posts: tuple[str, ...] = ()
