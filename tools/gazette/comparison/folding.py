"""Which differences between two texts are of type, not of words?"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gazette.comparison.scripts import UNSPACED

_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_TYPOGRAPHY = {
    **dict.fromkeys(_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys([*_DASHES, "--", "---"], "-"),
    "\u2026": "...",
    "\u00ad": "",
    **{char: unicodedata.normalize("NFKC", char) for char in _WIDE + _LIGATURES},
}
_TO_FOLD = re.compile(
    rf"[{_QUOTES}{_DOUBLE_QUOTES}{_DASHES}\u2026\u00ad\uff01-\uff5e{_LIGATURES}]"
    r"|-{2,3}|[^\S ]\s*| \s+"
)

_SETTING_OFF = re.compile(rf"\s+(?=[{UNSPACED}]|[^\w\s])|(?<=[{UNSPACED}]|[^\w\s])\s+(?!\d)")


@lru_cache(maxsize=2**12)
def folded(text: str) -> str:
    """A clause's text with quotes, dashes and spaces made alike, Unicode-normalised.

    By NFC; full-width forms and ligatures also as NFKC has them, which would make plain digits
    of powers too. Invisible characters other than a soft hyphen are kept: who puts them in a
    contract has to be seen doing so.
    """
    if text.isascii():
        if "--" not in text and "`" not in text and "\n" not in text:
            return text
    else:
        text = unicodedata.normalize("NFC", text)
    return _TO_FOLD.sub(_fold, text).strip()


@lru_cache(maxsize=2**12)
def tightened(text: str) -> str:
    """A text without the white space that only sets off signs, or Chinese from Latin letters.

    Between two letters white space makes two words of one, and beside a digit it may make
    another number; there it stays.
    """
    return _SETTING_OFF.sub("", folded(text))


def _fold(match: re.Match[str]) -> str:
    return _TYPOGRAPHY.get(match[0], " ")
