"""Whether a finished file, ours or anybody's, is as its style and the standard say.

`facts`: what was measured of a file, neutral of its format; `pdf`: measures one kind of file; `rules`: the table of
what is required, one function each; `engine`: applies it and folds what follows from one fault.
"""
