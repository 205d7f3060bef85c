"""Which number is printed in front of a clause?"""

from __future__ import annotations

import re

_HAN = "〇零一二三四五六七八九十百千"
_ROMAN = "[ivxl]{2,5}"

# In a policy a number is one of these, as the first thing a reader sees of the clause. Years,
# amounts and the first word of a sentence ("A user", "3.5 million") are not: hence what must
# follow each form. A backslash is Markdown's way to say "this is no list".
_DOTTED = r"\d{1,3}(?:\\?\.\d{1,3}){1,6}(?:\\?\.|(?=[*_]{0,3}\s+[^\sa-z\d]))"
_SIMPLE = r"\d{1,3}(?:\\?\.|\\?\)|[、．）])"
_BRACKETED = (
    rf"\\?\((?:\d{{1,3}}|[a-zA-Z]|{_ROMAN})\\?\)"
    rf"|（(?:\d{{1,3}}|[a-zA-Z]|[{_HAN}]{{1,4}})）"
)
_LETTERED = rf"(?:[a-z]|{_ROMAN})\\?\)"
_CHINESE = rf"第\s?(?:[{_HAN}]{{1,6}}|\d{{1,3}})\s?[条條章节節款项項部编編]|[{_HAN}]{{1,4}}、"
_NAMED = (
    r"(?:(?:Article|Section|Clause|Part|Annex|Schedule|Chapter|Appendix|Art\.)\s+"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Z])\b|§+\s?\d{1,3}(?:\.\d{1,3})*)"
)
_ANYWHERE = rf"{_DOTTED}|{_SIMPLE}|{_BRACKETED}|{_LETTERED}|{_CHINESE}|{_NAMED}(?:\\?[.:]|(?=\s*$))"
_IN_HEADING = (
    rf"{_ANYWHERE}|{_NAMED}(?:\\?[.:])?|\d{{1,3}}(?:\.\d{{1,3}})*(?=\s)"
    r"|(?:[A-Z]|[IVXL]{2,5})\\?[.)]"
)

# The number may stand inside emphasis or a link: alone ("**1.** Scope") or with what follows.
# Chinese needs no space after it.
_FRAME = (
    r"(?P<opening>[*_]{{1,3}}|\[)?(?P<label>{})(?P<closing>[*_]{{1,3}})?"
    r"(?P<space>\s+|$|(?<=[、．）条條章节節款项項部编編])[:：]?)"
)
_LABEL = re.compile(_FRAME.format(_ANYWHERE))
_HEADING_LABEL = re.compile(_FRAME.format(_IN_HEADING))

# Most clauses begin with a word: one look at the first characters rules a number out.
_POSSIBLE = re.compile(
    rf"[*_\[]{{0,3}}(?:[\d(（\\第§{_HAN}]|[a-z]{{1,5}}\\?\)"
    r"|(?:Art|Sec|Cl|Part|Ann|Sch|Cha|App)|[A-Z]\\?[.)]|[IVXL]+\\?[.)])"
)

may_be_numbered = _POSSIBLE.match
"""Truthy for inline Markdown that ``numbered`` has to look at."""


def numbered(body: str, *, heading: bool) -> tuple[str | None, str, str]:
    """The number that inline Markdown begins with, as printed with what follows it, and the rest.

    Headings may be numbered in ways that would be prose elsewhere (``Article 5 Transfers``).
    The emphasis around a number and its title stays with the title.
    """
    match = (_HEADING_LABEL if heading else _LABEL).match(body)
    if match is None:
        return None, "", body
    opening, closing = match["opening"] or "", match["closing"] or ""
    if closing and closing != opening:
        return None, "", body
    printed = match["label"].replace("\\", "")
    rest = body[match.end() :]
    number = " ".join(printed.rstrip(".:、．").split())
    label = printed + (" " if match["space"] else "")
    return number, label, rest if closing else opening + rest
