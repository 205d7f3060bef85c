"""Where does a sentence of a passage end, and which are they?"""

from __future__ import annotations

import re

END_OF_SENTENCE = re.compile(r"[.!?;](?=\s)|[。！？；\n]")
"""The sign that ends a sentence; the point of a number or an address is none."""
SENTENCE = re.compile(r"[^.!?;。！？；\n]+(?:[.!?;。！？；\n]+|$)")
"""A sentence, and each part of one at whose end such a sign stands, with the signs."""
