"""What an address of a store stands for: a file, the files that match it, or those below it, in as few requests as there can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from convert.bulk.kinds import has_magic, is_address
from convert.bulk.places import LOCAL, mark_of, same_place, store_of
from convert.diagnostics import ConvertError, InputError


class Stored(NamedTuple):
    """A file in a store. `inside`: its path below what was named; `mark`: its stamp."""

    place: str
    inside: str
    mark: str


def listed(address: str, outputs: str = "") -> Iterator[Stored]:
    """The files that an address stands for, in the order of their names; those below the address `outputs` left out.

    Raises InputError where there is none or the store does not tell, UsageError where its library is missing.
    """
    store, path = store_of(address)
    try:
        single, found = _found(store, path)
    except ConvertError:
        raise
    except Exception as error:  # each store raises its own
        raise InputError("input-unreadable", path=address, reason=str(error) or type(error).__name__) from None
    if not found:
        raise InputError("input-not-found", path=address)
    root = _folder(path)
    near = is_address(outputs) or address.lower().startswith(LOCAL)  # else outputs and inputs cannot be the same
    written = same_place(outputs).rstrip("/") + "/" if outputs and near else ""
    for each, told in sorted(found.items()):
        place = address if single else _address(store, each, address)
        if not (written and same_place(place).startswith(written)):
            inside = PurePosixPath(each).name if single else each.removeprefix(root).lstrip("/")
            yield Stored(place, inside, mark_of(told))


def _found(store: Any, path: str) -> tuple[bool, dict[str, Any]]:
    """Whether it is a single file, and what the store tells of the files. One that is called like a pattern is itself."""
    try:
        told = store.info(path)
    except FileNotFoundError:
        told = {}
    if told.get("type") == "file":
        return True, {path: told}
    found = store.glob(path, detail=True) if has_magic(path) and not told else store.find(path, detail=True)
    return False, {each: told for each, told in found.items() if told.get("type") == "file"}


def _folder(path: str) -> str:
    """The part of a path, or of a pattern, that stands for one folder."""
    parts = path.rstrip("/").split("/")
    named = next((at for at, part in enumerate(parts) if has_magic(part)), len(parts))
    return "/".join(parts[:named])


def _address(store: Any, path: str, address: str) -> str:
    """The address of a file in the store of another address, which may lie in a second one (`zip://a.md::s3://b/c.zip`)."""
    _, apart, behind = address.partition("::")
    return f"{store.unstrip_protocol(path)}{apart}{behind}"
