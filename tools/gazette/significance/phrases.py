"""Which words of the page explain a finding?

A term of the lexicon is widened to the phrase it stands in ("partners" to "selected advertising
partners"), as far as the words beside it changed too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance import lexicon
from gazette.significance.difference import Place
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette.significance.difference import Difference
    from gazette.significance.lexicon import Hit
    from gazette.significance.words import Word

_BEFORE = 3
_AFTER = 2
_LONGEST = 12
_DONE = 9
_NAME = 9
_CONTROL = "control"
_RECIPIENT = "recipient"
_STOP = re.compile(r"[.;:!?。；：！？\n]|, (?:so|but|which|where|and we)\b|，")
# Words that end a phrase: they are no part of the name of a thing.
_ENDING_WORDS = """
    a about after all an and any are as at be because been before both but by can could do does
    each either for from had has have he her his how however i if in into is it its may me
    might more most must my no nor not of on or other our over per shall she should so some
    such than that the their them then there these they this those through to under until up
    upon us was we were what when where whether which while who whom whose why will with within
    without would you your also only including include e.g i.e use shar collect process provid
    giv receiv send obtain request contact allow enabl help get mak let keep stor retain delet
    transfer disclos visit read see click learn pleas choos choose order need want how
"""
_ENDS = frozenset(_ENDING_WORDS.split())


def phrase(difference: Difference, place: Place, hit: Hit) -> Span:
    """The stretch of the old (for what is lost) or new text that holds a term's phrase."""
    if place is Place.LOST:
        side, text, words, marks = (
            Side.OLD,
            difference.old,
            difference.old_words,
            difference.gone,
        )
    else:
        side, text, words, marks = (
            Side.NEW,
            difference.new,
            difference.new_words,
            difference.come,
        )
    first, last = hit.first, hit.last
    fact = lexicon.facts()[hit.fact]
    if fact.verb:
        last = _to_the_end(text, words, last)
    elif fact.field == _CONTROL:
        last = _through_name(text, words, last)
    elif words[first].kind != "han":
        first = _widened(text, words, marks, first, -1, _BEFORE)
        last = _widened(text, words, marks, last - 1, 1, _AFTER) + 1
        if hit.fact == _RECIPIENT:
            last = _through_name(text, words, last)
    return Span(side, words[first].start, words[last - 1].end)


def _to_the_end(text: str, words: Sequence[Word], last: int) -> int:
    """Index after the last word of what is done: to the next stop, or a readable length."""
    most = min(len(words), last + _DONE)
    while last < most and not _STOP.search(text, words[last - 1].end, words[last].start):
        last += 1
    return last


def _through_name(text: str, words: Sequence[Word], last: int) -> int:
    """Index after the name that follows ("operated by" to "operated by Northwind Co., Ltd.")."""
    most = min(len(words), last + _NAME)
    while last < most:
        word = words[last]
        gap = text[words[last - 1].end : word.start]
        named = text[word.start].isupper() or word.form in word_list("company")
        if not named or gap not in (" ", ", ", ". ", "., ", " & "):
            break
        last += 1
    return last


def changed_runs(difference: Difference) -> tuple[Span, ...]:
    """The stretches of words that came or went, the new ones first, long ones cut short."""
    found = []
    for side, words, marks in (
        (Side.NEW, difference.new_words, difference.come),
        (Side.OLD, difference.old_words, difference.gone),
    ):
        at = 0
        while at < len(words):
            if marks[at]:
                stop = at
                while stop < len(words) and marks[stop]:
                    stop += 1
                first, last = at, min(stop, at + _LONGEST)
                while first < last and words[first].form in _ENDS:
                    first += 1
                while last > first and words[last - 1].form in _ENDS:
                    last -= 1
                if first < last:
                    found.append(Span(side, words[first].start, words[last - 1].end))
                at = stop
            at += 1
    return tuple(found)


def _widened(
    text: str, words: Sequence[Word], marks: Sequence[bool], at: int, step: int, most: int
) -> int:
    """The furthest word of the phrase in one direction."""
    for _ in range(most):
        beside = at + step
        if not 0 <= beside < len(words) or not marks[beside]:
            break
        left, right = sorted((at, beside))
        gap = text[words[left].end : words[right].start]
        if gap not in (" ", "-", "", " & ") or _ends(words[beside]):
            break
        at = beside
    return at


def _ends(word: Word) -> bool:
    return word.kind != "word" or word.form in _ENDS
