"""Lengths. Inside Triptych every length is in pt (1/72 inch) unless a name says otherwise."""

from __future__ import annotations

PT_PER_MM = 72 / 25.4
TWIPS_PER_PT = 20  # OOXML's unit for spacing and margins
EMU_PER_PT = 12700  # OOXML's unit for drawings


def mm(value: float) -> float:
    """Millimetres in pt."""
    return value * PT_PER_MM


def to_mm(value: float) -> float:
    """Points in mm."""
    return value / PT_PER_MM
