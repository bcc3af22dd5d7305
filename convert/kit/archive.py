"""Zip files of others."""

from __future__ import annotations

import io
import zipfile


def unpack(data: bytes) -> dict[str, bytes]:
    """The members of a zip file by name, in the file's order. Raises zipfile.BadZipFile for anything else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
