"""A module that takes a second to load."""

import time

time.sleep(1)
