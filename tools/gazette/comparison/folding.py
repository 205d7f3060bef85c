"""Which differences between two texts are of type, not of words?"""

from __future__ import annotations

import re
import unicodedata

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2026": "...",
        "\u00ad": None,
    }
)
_SPACE = re.compile(r"\s+")
_TYPED_DASH = re.compile(r"-{2,3}")
_TO_FOLD = re.compile(r"\s{2}|[\t\n`]|--")


def folded(text: str) -> str:
    """The text with quotes, dashes and white space made alike, Unicode-normalised (NFC).

    Invisible characters other than a soft hyphen are kept: who puts them in a contract has
    to be seen doing so.
    """
    if text.isascii():
        return _fold(text) if _TO_FOLD.search(text) else text
    return _fold(unicodedata.normalize("NFC", text))


def _fold(text: str) -> str:
    return _SPACE.sub(" ", _TYPED_DASH.sub("-", text.translate(_TYPOGRAPHY))).strip()
