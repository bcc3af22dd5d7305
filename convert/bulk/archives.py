"""Archives read in place: the documents in a zip or a tar, without unpacking it. Their names never become paths as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from convert.bulk.containers import FAULTS, Entry, held
from convert.bulk.names import safe_name
from convert.bulk.sources import Member, Unreadable
from convert.diagnostics import InputError
from convert.kit.archive import check_ratio
from convert.kit.limits import Limits, exceeded


def members(place: str, limits: Limits) -> Iterator[tuple[str, Member | Unreadable]]:
    """The files in an archive by their names, in its order. What is a link, a device, has holes or is larger than an input may be is
    there as what cannot be read.

    Raises InputError at the place where the archive is damaged; what stands before it has been given.
    """
    try:
        for entry in held(place, limits).entries(limits):
            yield entry.name, _source(place, entry, limits)
    except FileNotFoundError:
        raise InputError("input-not-found", path=place) from None
    except FAULTS as error:
        raise InputError("input-unreadable", path=place, reason=str(error) or type(error).__name__) from None


def _source(place: str, entry: Entry, limits: Limits) -> Member | Unreadable:
    if not entry.plain:
        return Unreadable(InputError("member-special", path=f"{place}!{entry.name}"))
    if entry.size > limits.input_mb << 20:
        return Unreadable(exceeded("input_mb", limits, -(-entry.size // 2**20)))
    try:
        check_ratio(entry.size, entry.packed, limits)
    except InputError as error:
        return Unreadable(error)
    return Member(place, entry.name, entry.size, entry.mark, entry.offset, limits.unpacked_mb << 20)


def safe_path(name: str) -> str:
    """The path below the folder of the outputs, without suffix, of a file that an archive calls `name`."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    if not parts:
        return safe_name("")
    return "/".join([*map(safe_name, parts[:-1]), safe_name(PurePosixPath(parts[-1]).stem)])
