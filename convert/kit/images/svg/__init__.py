"""SVG drawings (SVG 1.1; SVG 2 where browsers agree): `source` reads and cleans them, `raster` draws them in pixels."""
