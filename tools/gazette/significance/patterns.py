"""Rules that are patterns, and data: what must have gone, what must have come, in what company.

A file of rules holds, for each: ``quote`` (the clause it serves), ``lost`` (matches more often in
the old text than in the new), ``gained`` (the other way round), ``old`` and ``new`` (match
somewhere in that text), ``unless_old`` and ``unless_new`` (speak against it), ``still`` (the
clause lives on), ``gone`` (it was removed altogether), ``fewer`` (there are fewer kinds of match,
not only fewer matches), ``standalone`` (holds for a clause that is wholly new too), ``fact`` (what
the change is about), and ``say`` (the sentence, by language). All given conditions must hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from gazette.model import Side, Span
from gazette.significance.packaged import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SAME_START = 5
"""Matches that begin alike are one kind: "delete", "deletion"."""
_FOLD = re.compile(r"\s*\n\s*| (?=\|)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; texts are given to it in lower case."""

    name: str
    say: Mapping[str, str]
    lost: re.Pattern[str] | None
    gained: re.Pattern[str] | None
    needs: tuple[tuple[Side, re.Pattern[str]], ...]
    bars: tuple[tuple[Side, re.Pattern[str]], ...]
    lives: bool | None
    """True if the clause must live on, False if it must be gone, None if either will do."""
    fewer: bool
    standalone: bool
    """Whether it can hold for a clause that is wholly new."""
    fact: str
    """What the change is about besides, for the categories; may be empty."""

    def holds(self, old: str, new: str) -> bool:
        """Whether every condition is met."""
        if self.lives is not None and self.lives is not bool(new):
            return False
        if self.lost and not _surplus(self.lost, old, new):
            return False
        if self.gained and not _surplus(self.gained, new, old):
            return False
        if self.fewer and self.lost and len(_kinds(self.lost, new)) >= len(_kinds(self.lost, old)):
            return False
        texts = {Side.OLD: old, Side.NEW: new}
        return all(need.search(texts[side]) for side, need in self.needs) and not any(
            bar.search(texts[side]) for side, bar in self.bars
        )

    def spans(self, old: str, new: str) -> tuple[Span, ...]:
        """The words that are gone, then those that have come."""
        return (
            *_spans(Side.OLD, self.lost, old, new),
            *_spans(Side.NEW, self.gained, new, old),
        )


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of one packaged file (``limits``), in its order."""
    data = read_yaml(files("gazette.significance") / "data" / f"{name}.yml")
    return tuple(_rule(key, cast("dict[str, object]", entry)) for key, entry in data.items())


def _rule(name: str, entry: Mapping[str, object]) -> Rule:
    lives = True if entry.get("still") else False if entry.get("gone") else None
    return Rule(
        name=name,
        say=cast("dict[str, str]", entry.get("say", {})),
        lost=_pattern(entry, "lost"),
        gained=_pattern(entry, "gained"),
        needs=_sided(entry, ""),
        bars=_sided(entry, "unless_"),
        lives=lives,
        fewer=bool(entry.get("fewer")),
        standalone=bool(entry.get("standalone")),
        fact=str(entry.get("fact", "")),
    )


def _pattern(entry: Mapping[str, object], key: str) -> re.Pattern[str] | None:
    text = entry.get(key)
    return None if text is None else re.compile(_FOLD.sub("", str(text)))


def _sided(entry: Mapping[str, object], prefix: str) -> tuple[tuple[Side, re.Pattern[str]], ...]:
    found = ((side, _pattern(entry, f"{prefix}{side}")) for side in Side)
    return tuple((side, pattern) for side, pattern in found if pattern)


def _surplus(pattern: re.Pattern[str], here: str, there: str) -> bool:
    return _count(pattern, here) > _count(pattern, there)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _kinds(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match.group()[:_SAME_START] for match in pattern.finditer(text)}


def _spans(side: Side, pattern: re.Pattern[str] | None, here: str, there: str) -> Iterator[Span]:
    """The matches on one side whose words the other does not have as often."""
    if pattern is None:
        return
    left = [match.group() for match in pattern.finditer(there)]
    for match in pattern.finditer(here):
        if match.group() in left:
            left.remove(match.group())
        else:
            yield Span(side, match.start(), match.end())
