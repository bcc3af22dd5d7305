"""Versions of Triptych and of what it stands on."""

from __future__ import annotations

import platform

from convert.version import __version__, version_of

LIBRARIES = ("reportlab", "python-docx", "ebooklib", "uharfbuzz", "opencc", "lxml", "msgspec", "typer")


def version_line() -> str:
    """`triptych 0.1.0 (python 3.11.2, reportlab 5.1.0, …)`: what a bug report needs first."""
    libraries = ", ".join(f"{name} {version_of(name)}" for name in LIBRARIES)
    return f"triptych {__version__} (python {platform.python_version()}, {libraries})"
