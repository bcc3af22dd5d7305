"""Styles: how a document looks. `schema → load → compute → sheet`; others see `sheet` (and `read_sheet`) only."""
