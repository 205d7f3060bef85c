"""Which numbers became worse for the reader: deadlines, notice periods, ages?

Functions of one shape: the old and the new text in lower case, to what became worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.model import Side, Span

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Worse:
    """A number that changed to the reader's disadvantage."""

    rule: str
    spans: tuple[Span, ...]
    say: Mapping[str, str]
    """By language, with {} for the words."""


_NUMBER_WORDS = {
    word: number
    for number, group in enumerate(
        ["zero", "one a an 一", "two 二 两", "three 三", "four 四", "five 五", "six 六", "seven 七", "eight 八", "nine 九", "ten 十", "eleven 十一", "twelve 十二\n        ", "thirteen 十三", "fourteen 十四", "fifteen 十五", "sixteen 十六", "seventeen 十七", "eighteen 十八", "nineteen 十九", "twenty 二十\n        ", "twenty-one 二十一"]
    )
    for word in group.split()
} | {
    "thirty": 30,
    "三十": 30,
    "forty-five": 45,
    "四十五": 45,
    "sixty": 60,
    "六十": 60,
    "ninety": 90,
    "九十": 90,
}
_NUMBER = "|".join(sorted(map(re.escape, _NUMBER_WORDS), key=len, reverse=True))
_DAYS = {
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
    "日": 1,
    "天": 1,
    "周": 7,
    "月": 30,
    "年": 365,
}
_PERIOD = re.compile(
    rf"(?:(?P<digits>\d+)|(?P<word>(?<![a-z]){_NUMBER})(?![a-z]))[\s-]*个?(?:\w+ ){{0,2}}?(?:business |working |calendar |工作)?(?P<unit>hour|day|week|month|year|日|天|周|月|年)"
)
_AGE = re.compile(
    rf"(?:under|below|at least|over|aged?|older than|younger than|reached|minimum age(?: of| is)?|be) (?:the age of )?(?P<age>\d{{1,2}}|{_NUMBER})\b(?! (?:days|months|weeks|hours))"
    rf"|(?P<older>\d{{1,2}}|{_NUMBER}) (?:years|or older|or over)|(?:未满|年满|不满|已满)(?P<zh>\d{{1,2}}|{_NUMBER})"
)
_ANSWERING = re.compile(
    r"\b(?:answer|reply|respond|response|request|confirm|notify|inform|tell|complete|process your|appeal|act on)|答复|响应|回复|处理您的|通知|告知|反馈"
)
_KEEPING = re.compile(r"\b(?:keep|kept|retain|stor|log|delet|eras|expire)|保存|保留|存储|删除")
_NOTICE = re.compile(r"\b(?:before|in advance|prior|ahead|notice)|提前|事先")


def _deadline(old: str, new: str) -> Worse | None:
    """ "We answer within …": the company allows itself more time than before."""
    pair = _single(_periods(old), _periods(new))
    if (
        pair
        and _ANSWERING.search(old)
        and not _KEEPING.search(old)
        and not _NOTICE.search(old)
        and pair[0][0] < pair[1][0]
    ):
        return _number_limit(
            "deadline-lengthened", pair, "Takes longer to answer: {}", "延长答复期限：{}"
        )
    return None


def _warning(old: str, new: str) -> Worse | None:
    """ "We tell you … days before": the warning becomes shorter."""
    pair = _single(_periods(old), _periods(new))
    if pair and _NOTICE.search(old) and pair[0][0] > pair[1][0]:
        return _number_limit(
            "warning-shortened", pair, "Warns you later: {}", "缩短提前告知的期限：{}"
        )
    return None


def _window(old: str, new: str) -> Worse | None:
    """ "You may … within …": the reader has less time than before."""
    pair = _single(_periods(old), _periods(new))
    yours = re.search(r"\byou (?:can|may|have|must)|您(?:可以|可|有权|须)", old)
    if (
        pair
        and yours
        and not _NOTICE.search(old)
        and not re.search(r"\bwe (?:will )?(?:answer|reply|respond)", old)
        and re.search(r"\bwithin\b|内", old)
        and pair[0][0] > pair[1][0]
    ):
        return _number_limit(
            "window-shortened", pair, "Leaves you less time: {}", "缩短您的办理期限：{}"
        )
    return None


def _age(old: str, new: str) -> Worse | None:
    """The age below which children are protected falls (8.1 of the privacy statement)."""
    pair = _single(_ages(old), _ages(new))
    if pair and pair[0][0] > pair[1][0]:
        return _number_limit(
            "age-lowered", pair, "Lowers the age of protection: {}", "降低保护年龄：{}"
        )
    return None


_Number = tuple[float, int, int]
NUMBER_RULES: tuple[Callable[[str, str], Worse | None], ...] = (_deadline, _warning, _window, _age)


def _single(old: list[_Number], new: list[_Number]) -> tuple[_Number, _Number] | None:
    """The first number that differs, where both texts have as many."""
    if len(old) != len(new):
        return None
    return next(
        ((one, other) for one, other in zip(old, new, strict=True) if one[0] != other[0]), None
    )


def _periods(text: str) -> list[_Number]:
    return [
        (
            _value(match["digits"] or match["word"]) * _DAYS[match["unit"]],
            match.start(),
            match.end(),
        )
        for match in _PERIOD.finditer(text)
    ]


def _ages(text: str) -> list[_Number]:
    return [
        (_value(match["age"] or match["older"] or match["zh"]), match.start(), match.end())
        for match in _AGE.finditer(text)
    ]


def _value(written: str) -> float:
    return float(written) if written.isdigit() else float(_NUMBER_WORDS[written])


def _number_limit(rule: str, pair: tuple[_Number, _Number], en: str, zh: str) -> Worse:
    (_, old_start, old_end), (_, new_start, new_end) = pair
    spans = (Span(Side.OLD, old_start, old_end), Span(Side.NEW, new_start, new_end))
    return Worse(rule, spans, {"en": en, "zh": zh})
