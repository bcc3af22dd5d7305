"""The version of Triptych, known without asking the installed package, and those of other packages."""

from __future__ import annotations

__version__ = "0.1.0"


def version_of(package: str) -> str:
    """The version of a package that is installed, by its metadata: it is not imported; `unknown` for one that is not."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
