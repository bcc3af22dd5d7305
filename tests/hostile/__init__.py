"""Hostile inputs of our own, and the run that feeds them, or a folder of others, to the command and watches it.

    python -m tests.hostile [FOLDER] [--write]

See `tests.hostile.cases` for what an input is, `tests.hostile.judging` for what must hold of every run.
"""
