"""Documents as pages of positioned lines, tables and pictures; nothing here knows ReportLab."""

from __future__ import annotations

HONOURED = frozenset({
    "font", "size", "pitch", "tracking", "align", "indent_em", "left_em", "right_em", "before_lines", "after_lines",
    "on_grid", "keep_next", "keep_previous", "middle", "new_page", "place", "color", "scale", "rise_em", "line", "background", "box", "caps", "weight", "slant",
    "over",
})  # fmt: skip
"""What of a role's or span's look the pages show. Lines that were balanced come with line breaks."""
