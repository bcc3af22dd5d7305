"""Pictures of every kind: what they are, whether they can be printed, and what each output can hold of them.

`kinds` tells what a picture is by its first bytes, `header` what it says about itself, `faults` whether it can be
printed at all, `forms` what an output gets; `pixels` decodes and encodes, `jpeg` and `png` know those two formats.
"""
