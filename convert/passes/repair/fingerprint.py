"""Whether a text is the scrape of a mirror site: only then `--repair auto` acts.

What gives a mirror away is the glosses. A writer glosses a rare character, once; a mirror glosses everyday characters
wherever they stand, but far from all of them (a primer does that).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from convert.kit.cjk import HAN, one_of
from convert.passes.repair.glosses import Gloss

_FOLDED = re.compile(f"[{HAN}][,;][{HAN}“‘《]")  # a half-width mark between Han characters
_TRADITIONAL = re.compile("[會國來時們說對學發現這為爲個過還進動業經實與長應務員當機關設調戰統責標準預認]")
_LEAST = 5  # glosses
_DENSITY = 0.005  # of the Han characters
_PRIMER = 0.5  # glosses to Han characters
_REPEATED = 0.5  # share of the occurrences of glossed characters that are glossed


def is_mirror(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether the text bears a mirror site's fingerprint.

    At least five glosses, on more than 0.5 % and less than half of the Han characters; and either characters that are
    glossed again and again (at least half of the time, one of them at least twice), or glosses together with both
    Traditional characters and half-width commas in the Chinese text.
    """
    han = len(one_of(HAN).findall(text))
    if len(glosses) < _LEAST or not _DENSITY * han < len(glosses) < _PRIMER * han:
        return False
    glossed = Counter(gloss.character for gloss in glosses)
    occurrences = sum(text.count(character) for character in glossed)
    if max(glossed.values()) > 1 and len(glosses) >= _REPEATED * occurrences:
        return True
    return _FOLDED.search(text) is not None and len(_TRADITIONAL.findall(text)) >= 0.01 * han
