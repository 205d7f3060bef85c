"""Which names stand where a recipient of data is named: "hosted by Northwind", "via Contoso"?

No lexicon knows every vendor, but a policy says in few ways that it uses one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from gazette.model import Side, Span
from gazette.significance.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.words import Words

_NAME_WORD = r"[A-Z][\w&’'-]*(?:\.\w+)*"
# Words with a capital that begin no name of a company.
_NO_NAME = (
    r"(?!(?:AI|API|Accounts?|Apps?|Company|Cookies?|Customers?|Data|Do Not|For|If|In|Information|It"
    r"|Org|Our|Personal|Please|Policy|Privacy|Read|Section|See|Services?|Sites?|Standard|Student"
    r"|Terms|The|These|This|Users?|We|Websites?|When|You|Your)\b)"
)
_NAME = rf"{_NO_NAME}{_NAME_WORD}(?: (?:(?:of|the|for|de) )?{_NAME_WORD})*"
_QUOTED = rf"[\"“']?(?:(?:the|a|both) )?{_NAME}[\"”']?"
_NAMES = rf"{_QUOTED}(?:(?:,|,? (?:and|or|&)) {_QUOTED})*"
_DONE = (
    "administered|delivered|fulfilled|handled|hosted|maintained|managed|powered|processed"
    "|provided|sent|served|stored|supplied"
)
_COMPANIES = """
    company companies gateway gateways network networks partner partners platform platforms
    processor processors provider providers service services subprocessor subprocessors supplier
    suppliers tool tools vendor vendors
"""
_WHO = "|".join((*_COMPANIES.split(), "third party", "third parties"))
_LEAD = re.compile(
    r"\b(?:(?:[Uu]s(?:e[sd]?|ing)|via|(?:rely|relies) on|[Pp]artner(?:s|ed|ing)? with"
    rf"|(?:{_DONE}) (?:by|in|on|through|using|via|with)) "
    rf"|(?P<who>(?:{_WHO})"
    r"(?:,? (?:are|called|e\.g\.|including|is|like|named|such as),? |: |, | \()"
    r"|[Pp]rivacy (?:policy|policies|notice|statement)s? (?:for|of) |interactions with )"
    r")(?:(?:the|a|both) )?[\"“']?$"
)
_BEFORE = 48
"""Characters of what leads to a name."""
# Most capitals do not come after the last word of such a lead, which is told at little cost.
_CAPITAL = re.compile(r" [(\"“']?(?=[A-Z])")
_LAST_WORDS = """
    a are as both by called e.g. for in including is like named of on parties party the through
    Use Used Uses Using use used uses using via with
"""
_LAST = frozenset((*_LAST_WORDS.split(), *_COMPANIES.split()))
_AROUND = ",:([/\"“'\n"
"""What may stand beside a word without a space."""
_LIST = re.compile(_NAMES)
_OWNED = re.compile(r"[’']s? (?:own |respective )?[Pp]rivacy (?:policy|policies|notice|statement)")
_IN_OWNED = "rivacy"
_OWNER = re.compile(rf"(?:{_NAME})$")
_EACH = re.compile(_NAME)
_LONGEST = 60
"""Characters of a name."""


class Named(NamedTuple):
    """A name where a recipient stands."""

    form: str
    """The forms of its words, joined by spaces."""
    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""
    sure: bool
    """Whether the words beside it speak of recipients, rather than of anything one can use."""


def named_recipients(text: str, own: Words) -> Iterator[Named]:
    """The names of recipients in a text."""
    for first, last, sure in _places(text):
        at, stop = (bisect_left(own.starts, place) for place in (first, last))
        if at < stop:
            yield Named(" ".join(own.forms[at:stop]), at, stop, sure)


def _places(text: str) -> Iterator[tuple[int, int, bool]]:
    end = 0
    for capital in _CAPITAL.finditer(text):
        space, first = capital.span()
        word = text[text.rfind(" ", 0, space) + 1 : space].strip(_AROUND)
        if first < end or word not in _LAST:
            continue
        if not (lead := _LEAD.search(text, max(0, first - _BEFORE), first)):
            continue
        if names := _LIST.match(text, first):
            end = names.end()
            for name in _EACH.finditer(text, first, end):
                yield *name.span(), bool(lead["who"])
    for owned in _OWNED.finditer(text) if _IN_OWNED in text else ():
        if owner := _OWNER.search(text, max(0, owned.start() - _LONGEST), owned.start()):
            yield *owner.span(), True


def moved_recipients(difference: Difference) -> tuple[Span, ...]:
    """The names of recipients that are gone from a passage that lives on, or have come.

    Where the words beside them do not speak of recipients, a name must have taken the place of
    another: what one "uses" may be a feature.
    """
    if not difference.lives:
        return ()
    old, new = difference.named
    lost = _changed(old, difference.gone)
    gained = _changed(new, difference.come)
    if not (lost or gained):
        return ()
    kept = [*words(difference.before).forms, "", *words(difference.after).forms]
    lost = _only_here(lost, [*difference.new_words.forms, "", *kept])
    gained = _only_here(gained, [*difference.old_words.forms, "", *kept])
    if not (lost and gained) and not any(name.sure for name in (*lost, *gained)):
        return ()
    return (
        *(_span(difference, Side.OLD, name) for name in lost),
        *(_span(difference, Side.NEW, name) for name in gained),
    )


def _changed(names: Sequence[Named], marks: Sequence[bool]) -> list[Named]:
    return [name for name in names if all(marks[name.first : name.last])]


def _only_here(names: Sequence[Named], others: Sequence[str]) -> list[Named]:
    """The names whose words do not stand in a row among the forms of the other text."""
    other = f" {' '.join(others)} "
    return [name for name in names if f" {name.form} " not in other]


def _span(difference: Difference, side: Side, name: Named) -> Span:
    own = difference.on(side).words
    return Span(side, own.starts[name.first], own.ends[name.last - 1])
