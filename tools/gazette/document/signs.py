"""By which signs does a line of Markdown announce a block?"""

from __future__ import annotations

import re

_WORD = r"[^\s#>`~*+\-_<|:\[\d=!&]|\*{1,3}[^\s*]|_{1,3}[^\s_]|\d+(?:[^\s\d.]|\.\S)"
WORDS = re.compile(rf"{_WORD}|\[[^\[\]]*\](?!:)")
"""Matches only a line that announces nothing, as most: the words of a paragraph."""
ITEM = re.compile(rf"[*+-][ \t]+(?={_WORD})")
"""Matches only an item that is not nested and holds nothing but words."""
ITEM_ENDS = re.compile(r"\s*$|[ ]*[*+-][ \t]")
"""Matches only a line that is no part of the item above it."""
BREAK = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t\r]|$)")
HEADING_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^{}]*\}$")
UNDERLINE = re.compile(r"(=+|-+)[ \t\r]*$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
MARKER = re.compile(r"([ \t]*)(?:[*+-]|(\d{1,9})\.)([ \t]+|$)")
QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
DESCRIPTION = re.compile(r" {0,3}:[ \t]{1,3}(?=\S)")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
DEFINITION = re.compile(
    r" {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*<?([^\s<>]+)>?"
    r"[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^()]*\))?[ \t\r]*$"
)
HTML = re.compile(
    r" {0,3}</?(?:address|article|aside|blockquote|body|center|details|dialog|dd|div|dl|dt|fieldset"
    r"|figcaption|figure|footer|form|h[1-6]|header|hr|html|iframe|li|main|nav|ol|p|pre|section"
    r"|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)",
    re.IGNORECASE,
)
VERBATIM = re.compile(r" {0,3}<(script|style)\b", re.IGNORECASE)
