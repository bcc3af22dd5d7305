"""Fuzzing: every reader, and all else that takes bytes from outside, against inputs that nobody would write.

`python -m tests.fuzz NAME --seconds N` looks for faults of one target (`targets.TARGETS`), led by coverage where atheris is
installed. What was found once stands in `regressions/` and is tried again by the suite, as are some mutations of each target's seeds.
"""
