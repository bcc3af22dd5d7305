"""The version of Triptych: known without asking the installed package."""

__version__ = "0.1.0"
