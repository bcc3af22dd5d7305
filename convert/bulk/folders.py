"""The files below a folder that is an input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from convert.bulk.journal import FOLDER, PAGE
from convert.bulk.kinds import Selection, is_address, is_hidden
from convert.bulk.names import legible
from convert.diagnostics import InputError
from convert.kit.files import identity

_HERE = os.path.join(os.curdir, "")


class Walked(NamedTuple):
    """A file, or a folder that is closed. `inside`: its path below the input, with `/` between its parts; `error`: why it cannot be
    read."""

    path: str
    inside: str
    error: InputError | None = None


def walked(folder: str, selection: Selection, outputs: str, roots: Sequence[Path]) -> Iterator[Walked]:
    """The files below a folder that are meant, in the order of their paths; hidden ones and what runs wrote left out.

    `outputs`: the folder that outputs go into. Links to folders are not followed; those to files are where they end in the folder or
    in one of `roots`: a folder from elsewhere may have links to anything.
    """
    written = identity(outputs) if outputs and not is_address(outputs) else ""
    allowed = [identity(folder), *map(identity, roots)]
    closed: list[OSError] = []
    folder = str(Path(folder))  # `in` for `./in/`
    for root, folders, files in os.walk(folder, onerror=closed.append):
        of_a_run = FOLDER in folders or identity(root) == written
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        inside = os.path.relpath(root, folder).replace(os.sep, "/") + "/" if root != folder else ""
        if of_a_run and inside:
            folders.clear()
            continue
        for name in sorted(files):
            if selection.takes(inside + name) and not (of_a_run and name == PAGE):
                path = os.path.join(root, name).removeprefix(_HERE)
                yield Walked(path, inside + name, _fault(path, allowed))
    for error in closed:
        reason = error.strerror or error
        told = InputError("input-unreadable", path=legible(error.filename), reason=reason)
        yield Walked(error.filename, "", told)


def _fault(path: str, allowed: Sequence[str]) -> InputError | None:
    """Why a file in a folder is not read though its name is that of a document. What cannot be looked at tells when it is read."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            end = identity(path)
            if not any(end.startswith(os.path.join(root, "")) for root in allowed):
                return InputError("link-outside", path=legible(path))
            mode = os.stat(path).st_mode
    except OSError:
        return None
    return None if stat.S_ISREG(mode) else InputError("input-special", path=legible(path))
