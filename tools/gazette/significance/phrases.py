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
    from gazette.significance.words import Words

_BEFORE = 3
_AFTER = 2
_LONGEST = 12
_DONE = 9
_OF_CHARACTERS = 2.5
"""How many characters of a script without spaces are as long as a word."""
_NEAREST = 6
"""In how many characters a name in such a script begins, or ends, that is quoted as a whole."""
_NAME = 9
_OF_WHAT = 6
_CONTROL = "control"
_STOP = re.compile(
    r"\W*?(?:[.;:!?(。；：！？，（\n]| [\"“]"
    r"|, (?:so|but|which|where|who|when|if|as|by|including|such|please|the|we|you|their)\b)"
)
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
# Words after which a quotation cannot end; what adds to a name ("records of your visits") ends
# before the first of them that is neither an article nor "of".
_DANGLING_WORDS = """
    a an and are as at by for from how in includ is of on or our that the their to we which who with
    your 的 之 与 和 及 或 在 于 向 对 为 以 将
"""
_DANGLING = frozenset(_DANGLING_WORDS.split())
# Characters that are no part of the name of a thing.
_BETWEEN_NAMES = frozenset(
    "的地得和与及或等将会可以为于在向对您你我们是有并不由用把被从至到所其该此时后前内中上下给且之使若如因按就但仍才已未应须需能"
)
# Between characters: what stands inside a part of a sentence, and does not end it.
_WITHIN = frozenset(" 、“‘《「『/-—·")
_ENDING_NAMES = _DANGLING - {"a", "an", "of", "our", "the", "their", "your"} | {"they", "you"}


def phrase(difference: Difference, place: Place, hit: Hit) -> Span:
    """The stretch of the old (for what is lost) or new text that holds a term's phrase."""
    side = Side.OLD if place is Place.LOST else Side.NEW
    text, words, marks = difference.on(side)
    first, last = hit.first, hit.last
    fact = lexicon.facts()[hit.fact]
    if fact.verb:
        first = _widened(text, words, marks, first, -1, _BEFORE)
        last = _to_the_end(text, words, marks, last)
    elif fact.field == _CONTROL:
        last = _through_name(text, words, last)
    elif words.kinds[first] == "han":
        first, last = _of_characters(words, marks, first, last)
    else:
        first = _widened(text, words, marks, first, -1, _BEFORE)
        last = _widened(text, words, marks, last - 1, 1, _AFTER) + 1
        last = _of_what(words, marks, last)
        if hit.fact == lexicon.RECIPIENT:
            last = _through_name(text, words, last)
    if last < len(words) and words.kinds[last] == "number" and words.forms[last - 1] in _DANGLING:
        last += 1
    return Span(side, words.starts[first], words.ends[last - 1])


def _of_characters(words: Words, marks: Sequence[bool], first: int, last: int) -> tuple[int, int]:
    """The name that characters are part of ("收入" to "年收入"), if it begins and ends nearby."""
    return first - _reach(words, marks, first, -1), last + _reach(words, marks, last - 1, 1)


def _reach(words: Words, marks: Sequence[bool], at: int, step: int) -> int:
    """By how many characters a name goes on in one direction; 0 if its end is not nearby."""
    for reach in range(_NEAREST + 1):
        beside = at + step * (reach + 1)
        if not (0 <= beside < len(words) and marks[beside] and _in_name(words, beside, step)):
            return reach
    return 0


def _in_name(words: Words, at: int, step: int) -> bool:
    """Whether a character goes on with the name whose character stands before it, step by step."""
    left, right = sorted((at, at - step))
    return (
        words.kinds[at] == "han"
        and words.forms[at] not in _BETWEEN_NAMES
        and words.ends[left] == words.starts[right]
    )


def length(words: Words, most: int) -> int:
    """So many words, or as many characters as are as long, for words of a script without spaces."""
    return round(most * _OF_CHARACTERS) if "han" in words.kinds else most


def _to_the_end(text: str, words: Words, marks: Sequence[bool], last: int) -> int:
    """Index after the last word of what is done: to the next stop, or a readable length.

    Where only the first words of it changed, the rest is no news.
    """
    most = min(len(words), last + length(words, _DONE))
    end = last
    while end < len(words) and (end < most or words.kinds[end] == "number"):
        if _stops(text, words, end):
            break
        end += 1
    changed = last
    while changed < end and marks[changed]:
        changed += 1
    if changed > last:
        end = changed
    while end > last and words.forms[end - 1] in _DANGLING:
        end -= 1
    return end


def _stops(text: str, words: Words, at: int) -> bool:
    """Whether a part of a sentence ends before a word."""
    end, start = words.ends[at - 1], words.starts[at]
    if text[end:start] == " ":
        return False
    if "han" in words.kinds[at - 1 : at + 1]:
        return not _WITHIN.issuperset(text[end:start])
    return _STOP.match(text, end, words.ends[at]) is not None


def _through_name(text: str, words: Words, last: int) -> int:
    """Index after the name that follows ("operated by" to "operated by Northwind Co., Ltd.")."""
    most = min(len(words), last + _NAME)
    while last < most:
        word = words[last]
        gap = text[words.ends[last - 1] : word.start]
        named = text[word.start].isupper() or word.form in word_list("company")
        if not named or gap not in (" ", ", ", ". ", "., ", " & "):
            break
        last += 1
    return last


def changed_runs(difference: Difference) -> tuple[Span, ...]:
    """The stretches of words that came or went, the new ones first, long ones cut short."""
    found = []
    for side in (Side.NEW, Side.OLD):
        _, words, marks = difference.on(side)
        longest = length(words, _LONGEST)
        at = 0
        while at < len(words):
            if marks[at]:
                stop = at
                while stop < len(words) and marks[stop]:
                    stop += 1
                first, last = at, min(stop, at + longest)
                while first < last and words.forms[first] in _ENDS:
                    first += 1
                while last > first and words.forms[last - 1] in _ENDS:
                    last -= 1
                if first < last:
                    found.append(Span(side, words.starts[first], words.ends[last - 1]))
                at = stop
            at += 1
    return tuple(found)


def _widened(text: str, words: Words, marks: Sequence[bool], at: int, step: int, most: int) -> int:
    """The furthest word of the phrase in one direction."""
    for _ in range(most):
        beside = at + step
        if not 0 <= beside < len(words) or not marks[beside]:
            break
        left, right = sorted((at, beside))
        gap = text[words.ends[left] : words.starts[right]]
        if gap not in (" ", "-", "", " & ") or _ends(words, beside):
            break
        at = beside
    return at


def _of_what(words: Words, marks: Sequence[bool], last: int) -> int:
    """Index after what an "of" adds to a name ("records" to "records of your visits")."""
    if last == len(words) or words.forms[last] != "of":
        return last
    end, most = last + 1, min(len(words), last + _OF_WHAT)
    while end < most and marks[end] and words.kinds[end] == "word":
        if words.forms[end] in _ENDING_NAMES:
            break
        end += 1
    return last if words.forms[end - 1] in _DANGLING else end


def _ends(words: Words, at: int) -> bool:
    return words.kinds[at] != "word" or words.forms[at] in _ENDS
