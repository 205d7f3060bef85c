"""Does a change take away or narrow a right, a control or a protection?

This is judged on its own, whatever category the change falls in: clause 9.2 of the privacy
statement promises, "We will not limit your rights under this Privacy Policy without your express
consent." Most rules are patterns, and data (``data/limits.yml``); those that compare numbers are
in ``numbers``. A small model of words (``by_words``) speaks where no rule holds, and overrules
those that hold against all other words, where a paragraph lives on. One that is wholly new takes
nothing away that the old text gave, unless it says outright what the company may refuse; the model
has no say there.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.significance.by_words import LIMITS
from gazette.significance.likely import likely
from gazette.significance.numbers import worsened
from gazette.significance.patterns import folded
from gazette.significance.sentences import SENTENCE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping

    from gazette.model import Span
    from gazette.significance.by_words import ByWords
    from gazette.significance.difference import Difference

_RIGHT_REMOVED = "right-removed"
_BY_WORDS = {"en": "Seems to take something from you: {}", "zh": "似乎限制了您的权益：{}"}
_LIKELY = 0.35
"""From this probability on, words alone say it."""
_UNLIKELY = 0.07
"""Below this probability, words say the contrary of any rule."""
_ALL_NEW = 0.8
"""From this share of new words on a sentence is new."""
_REPLACED = 0.3
"""Where more words went than this share of a new sentence's, it stands for an old one."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One way in which a change limits rights."""

    rule: str
    spans: tuple[Span, ...]
    say: Mapping[str, str]
    """By language, with {} for the words."""
    fact: str
    """What the change is about besides (``minor``); may be empty."""


def limits(said: ByWords, *, about_rights: bool = True) -> tuple[Limit, ...]:
    """Every limit that a change sets, in the order of the rules.

    Args:
        said: The difference, and what its words say.
        about_rights: Whether the difference is held to be about rights. A paragraph that is
            gone altogether took a right along only if it is: "you can find our shops here" gave
            none.
    """
    chance, passage = said.chances[LIMITS], said.difference
    if not passage.old_words:
        return ruled(passage, about_rights=about_rights)
    believed = chance >= _UNLIKELY or not passage.new_words
    by_rule = ruled(passage, about_rights=about_rights) if believed else ()
    if by_rule or chance < _LIKELY:
        return by_rule
    spans = said.telling(LIMITS)
    return (Limit("limiting-words", spans, _BY_WORDS, ""),) if spans else ()


def ruled(difference: Difference, *, about_rights: bool = True) -> tuple[Limit, ...]:
    """The limits that rules show, patterns before numbers; ``limits`` says what is given."""
    old, new = folded(difference.old), folded(difference.new)
    by_number = (
        Limit(worse.rule, worse.spans, worse.say, worse.fact) for worse in worsened(difference)
    )
    found = (*_by_pattern(difference, old, new, about_rights=about_rights), *by_number)
    return tuple(_apart(found))


def _apart(found: Iterable[Limit]) -> Iterator[Limit]:
    """The limits without those that say the same again, or rest on the same words."""
    said: list[Limit] = []
    for limit in found:
        if not any(
            limit.say == other.say or any(_meet(a, b) for a in limit.spans for b in other.spans)
            for other in said
        ):
            said.append(limit)
            yield limit


def _meet(one: Span, other: Span) -> bool:
    return one.side is other.side and one.start < other.end and other.start < one.end


def _by_pattern(
    difference: Difference, old: str, new: str, *, about_rights: bool
) -> Iterator[Limit]:
    possible = likely("limits", old, new)
    added = tuple(_added(difference, new)) if old and possible else ()
    for rule in possible:
        if not (old or rule.standalone) or not (about_rights or rule.name != _RIGHT_REMOVED):
            continue
        counted = _without(new, added, rule.unless_added) if rule.unless_added else new
        if rule.holds(old, counted):
            yield Limit(rule.name, rule.spans(old, counted), rule.say, rule.fact)


def _added(difference: Difference, new: str) -> Iterator[tuple[int, int]]:
    """Where sentences were put in, beside those that were there."""
    lost = sum(difference.gone)
    if lost > _REPLACED * len(difference.new_words):
        return
    starts = difference.new_words.starts
    for sentence in SENTENCE.finditer(new):
        first, last = sentence.span()
        own = difference.come[bisect_left(starts, first) : bisect_left(starts, last)]
        if own and sum(own) >= _ALL_NEW * len(own) and lost <= _REPLACED * len(own):
            yield first, last


def _without(text: str, stretches: tuple[tuple[int, int], ...], pattern: re.Pattern[str]) -> str:
    """The text with the stretches that match a pattern blanked, so that offsets stay."""
    for first, last in stretches:
        if pattern.search(text, first, last):
            text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return text
