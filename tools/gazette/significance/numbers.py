"""Which numbers became worse for the reader: deadlines, notice periods, ages?

Where both texts give as many, the first that differs is judged by what the old text says of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.model import Side, Span
from gazette.significance.patterns import folded
from gazette.significance.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gazette.significance.difference import Difference
    from gazette.significance.words import Words


@dataclass(frozen=True, slots=True)
class Worse:
    """A number that changed to the reader's disadvantage."""

    rule: str
    fact: str
    """What it is about (``minor``)."""
    spans: tuple[Span, ...]
    say: Mapping[str, str]
    """By language, with {} for the words."""


@dataclass(frozen=True, slots=True)
class _Number:
    value: float
    """Days, or years of age."""
    start: int
    end: int


_WORDS = (
    ("one", "a", "an", "一"), ("two", "二", "两"), ("three", "三"), ("four", "四"), ("five", "五"),
    ("six", "六"), ("seven", "七"), ("eight", "八"), ("nine", "九"), ("ten", "十"),
    ("eleven", "十一"), ("twelve", "十二"), ("thirteen", "十三"), ("fourteen", "十四"),
    ("fifteen", "十五"), ("sixteen", "十六"), ("seventeen", "十七"), ("eighteen", "十八"),
    ("nineteen", "十九"), ("twenty", "二十"), ("twenty-one", "二十一"),
)  # fmt: skip
_TENS = {"thirty": 30, "三十": 30, "forty-five": 45, "四十五": 45, "sixty": 60, "六十": 60,
         "ninety": 90, "九十": 90}  # fmt: skip
_VALUES = {word: value for value, group in enumerate(_WORDS, start=1) for word in group} | _TENS
_WORD = "|".join(sorted(map(re.escape, _VALUES), key=len, reverse=True))
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_DAYS |= {"日": 1, "天": 1, "周": 7, "月": 30, "年": 365}
_PERIOD = re.compile(
    rf"(?:(?<!\d)(?P<digits>\d{{1,9}})|(?P<word>(?<![a-z])(?:{_WORD}))(?![a-z]))"
    r"[\s-]*+个?(?:[^\W\d]\w{0,19} ){0,2}?"
    r"(?:business |working |calendar |工作)?(?P<unit>hour|day|week|month|year|日|天|周|月|年)"
)
_AGE = re.compile(
    r"(?:under|below|at least|over|aged?|older than|younger than|reached|minimum age(?: of| is)?"
    rf"|be) (?:the age of )?(?P<age>\d{{1,2}}|{_WORD})\b(?! (?:days|months|weeks|hours))"
    rf"|(?P<older>\d{{1,2}}|{_WORD}) (?:years (?:old|of age)|or older|or over)"
    rf"|(?:未满|年满|不满|已满)(?P<zh>\d{{1,2}}|{_WORD})"
)
_ANSWERING = re.compile(
    r"\b(?:answer|reply|respond|response|request|confirm|notify|inform|tell|complete|appeal"
    r"|process your|act on|help you|resolve|settle|decide)|答复|响应|回复|处理您的|通知|告知|反馈"
)
_KEEPING = re.compile(r"\b(?:keep|kept|retain|stor|log|delet|eras|expire)|保存|保留|存储|删除")
_BEFORE = re.compile(r"\b(?:before|in advance|prior|ahead|notice)|提前|事先")
_YOURS = re.compile(r"\byou (?:can|may|have|must)\b.*\bwithin\b|您(?:可以|可|有权|须).*内")
_OURS = re.compile(r"\bwe (?:will |shall )?(?:answer|reply|respond)|我们.{0,20}答复")
_COUNTING = frozenset(form for word in (*_VALUES, *_DAYS) for form in words(word).forms)


def worsened(difference: Difference) -> Iterator[Worse]:
    """What became worse; nothing where one of the texts is empty, or no number changed."""
    old, new = folded(difference.old), folded(difference.new)
    if not old or not new or not (_counts(difference.lost) or _counts(difference.gained)):
        return
    periods, ages = _periods(old), _ages(old)
    if periods and (pair := _changed(periods, _periods(new))):
        for compare in (_deadline, _warning, _window):
            if worse := compare(old, pair):
                yield worse
    if ages and (pair := _changed(ages, _ages(new))):
        yield from _age(pair)


def _counts(changed: Words) -> bool:
    """Whether any word is part of a number or a period."""
    return "number" in changed.kinds or not _COUNTING.isdisjoint(changed.forms)


def _deadline(old: str, pair: tuple[_Number, _Number]) -> Worse | None:
    """The company allows itself more time to answer ("within 30 days")."""
    keeps_or_warns = _KEEPING.search(old) or _BEFORE.search(old)
    if _ANSWERING.search(old) and not keeps_or_warns and pair[0].value < pair[1].value:
        say = {"en": "Takes longer to answer: {}", "zh": "延长答复期限：{}"}
        return Worse("deadline-lengthened", "procedure", _spans(pair), say)
    return None


def _warning(old: str, pair: tuple[_Number, _Number]) -> Worse | None:
    """The reader is told later ("30 days before")."""
    if _BEFORE.search(old) and pair[0].value > pair[1].value:
        say = {"en": "Warns you later: {}", "zh": "缩短提前告知的期限：{}"}
        return Worse("warning-shortened", "", _spans(pair), say)
    return None


def _window(old: str, pair: tuple[_Number, _Number]) -> Worse | None:
    """The reader has less time to act ("you may appeal within 60 days")."""
    reader_acts = _YOURS.search(old) and not _OURS.search(old) and not _BEFORE.search(old)
    if reader_acts and pair[0].value > pair[1].value:
        say = {"en": "Leaves you less time: {}", "zh": "缩短您的办理期限：{}"}
        return Worse("window-shortened", "procedure", _spans(pair), say)
    return None


def _age(pair: tuple[_Number, _Number]) -> Iterator[Worse]:
    """The age below which children are protected falls (8.1 of the privacy statement)."""
    if pair[0].value > pair[1].value:
        say = {"en": "Lowers the age of protection: {}", "zh": "降低保护年龄：{}"}
        yield Worse("age-lowered", "minor", _spans(pair), say)


def _changed(old: list[_Number], new: list[_Number]) -> tuple[_Number, _Number] | None:
    """The first number that differs, where both texts have as many."""
    if len(old) != len(new):
        return None
    pairs = zip(old, new, strict=True)
    return next(((one, other) for one, other in pairs if one.value != other.value), None)


def _periods(text: str) -> list[_Number]:
    if not any(unit in text for unit in _DAYS):
        return []
    return [
        _Number(
            _value(match["digits"] or match["word"]) * _DAYS[match["unit"]],
            match.start(),
            match.end(),
        )
        for match in _PERIOD.finditer(text)
    ]


def _ages(text: str) -> list[_Number]:
    return [
        _Number(_value(match["age"] or match["older"] or match["zh"]), *match.span())
        for match in _AGE.finditer(text)
    ]


def _value(written: str) -> float:
    return float(written) if written.isdecimal() else float(_VALUES[written])


def _spans(pair: tuple[_Number, _Number]) -> tuple[Span, Span]:
    old, new = pair
    return Span(Side.OLD, old.start, old.end), Span(Side.NEW, new.start, new.end)
