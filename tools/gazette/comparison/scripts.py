"""Which scripts are written without spaces between words?"""

from __future__ import annotations

import re

# Chinese, Japanese, Thai, Lao, Burmese, Khmer.
UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Their letters, as a range for a character class of a regular expression."""

is_unspaced = re.compile(rf"[{UNSPACED}]").match
"""Truthy for a text that begins with such a letter."""
