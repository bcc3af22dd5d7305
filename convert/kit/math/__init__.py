"""Formulas as TeX: what Office Math and MathML hold, written with the commands of LaTeX, amsmath and amssymb."""
