"""Rules that are patterns, and data: what must have gone, what must have come, in what company.

A file of rules holds, for each: ``quote`` (the clause it serves), ``lost`` (matches more often in
the old text than in the new), ``gained`` (the other way round), ``old`` and ``new`` (match
somewhere in that text), ``unless_old`` and ``unless_new`` (speak against it), ``unless_gained``
(matches more often in the new text, which makes up for the rest), ``unless_added`` (a sentence
that was put in does not count if it matches this), ``still`` (the clause lives on), ``gone`` (it
was removed altogether), ``fewer`` (there are fewer kinds of match, not only fewer matches),
``standalone`` (holds for a clause that is wholly new too), ``fact`` (what the change is about),
and ``say`` (the sentence, by language). All given conditions must hold. An entry ``terms`` names
patterns that the rules below it use as ``{{name}}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from gazette.model import Side, Span
from gazette.significance.packaged import read_yaml
from gazette.significance.required import alternatives
from gazette.significance.simplified import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SAME_START = 5
"""Matches that begin alike are one kind: "delete", "deletion"."""
_FOLD = re.compile(r"\s*\n\s*")
_EDGE = r"\b"
_TERM = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; texts are given to it ``folded``."""

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
    made_up: re.Pattern[str] | None
    """What makes up for the rest where it came."""
    unless_added: re.Pattern[str] | None
    """A sentence that was put in does not count if it matches this."""

    def bars_new(self, text: str) -> bool:
        """Whether something in a new text speaks against the rule."""
        return any(side is Side.NEW and bar.search(text) for side, bar in self.bars)

    def holds(self, old: str, new: str) -> bool:
        """Whether every condition is met."""
        if self.lives is not None and self.lives is not bool(new):
            return False
        if self.lost and not _surplus(self.lost, old, new):
            return False
        if self.gained and not _surplus(self.gained, new, old):
            return False
        if self.made_up and _surplus(self.made_up, new, old):
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


@lru_cache(maxsize=16)
def folded(text: str) -> str:
    """A text as the rules read it, offsets kept.

    It has small letters, simplified characters, and plain spaces and apostrophes.
    """
    low = text.lower()
    kept = simplified(low if len(low) == len(text) else text)
    return kept.replace("\N{NO-BREAK SPACE}", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of one packaged file (``limits``), in its order."""
    data = dict(read_yaml(files("gazette.significance") / "data" / f"{name}.yml"))
    terms = cast("dict[str, str]", data.pop("terms", {}))
    return tuple(_rule(key, _spelt_out(entry, terms)) for key, entry in data.items())


def _spelt_out(entry: object, terms: Mapping[str, str]) -> dict[str, object]:
    """A rule's entry with the terms that it names put in their places."""

    def put(match: re.Match[str]) -> str:
        return f"(?:{_TERM.sub(put, terms[match[1]])})"

    return {
        key: _TERM.sub(put, value) if isinstance(value, str) else value
        for key, value in cast("dict[str, object]", entry).items()
    }


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
        made_up=_pattern(entry, "unless_gained"),
        unless_added=_pattern(entry, "unless_added"),
    )


def _pattern(entry: Mapping[str, object], key: str) -> re.Pattern[str] | None:
    text = entry.get(key)
    return None if text is None else re.compile(_factored(_FOLD.sub("", str(text))))


def _factored(pattern: str) -> str:
    r"""A pattern whose alternatives that begin a word ask for its beginning once.

    ``\ba|\bb`` as ``\b(?:a|b)`` matches the same, several times as fast.
    """
    every = alternatives(pattern)
    words = [one.removeprefix(_EDGE) for one in every if one.startswith(_EDGE)]
    others = [one for one in every if not one.startswith(_EDGE)]
    return "|".join([f"{_EDGE}(?:{'|'.join(words)})", *others] if words else others)


def _sided(entry: Mapping[str, object], prefix: str) -> tuple[tuple[Side, re.Pattern[str]], ...]:
    found = ((side, _pattern(entry, f"{prefix}{side}")) for side in Side)
    return tuple((side, pattern) for side, pattern in found if pattern)


def _surplus(pattern: re.Pattern[str], here: str, there: str) -> bool:
    """Whether a pattern matches more often in one text than in another."""
    if not (count := len(pattern.findall(here))):
        return False
    return count > len(pattern.findall(there))


def _kinds(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match.group()[:_SAME_START] for match in pattern.finditer(text)}


def _spans(side: Side, pattern: re.Pattern[str] | None, here: str, there: str) -> Iterator[Span]:
    """The matches on one side whose words the other does not have as often."""
    if pattern is None:
        return
    matches = list(pattern.finditer(here))
    left = [match.group() for match in pattern.finditer(there)] if matches else []
    for match in matches:
        if match.group() in left:
            left.remove(match.group())
        else:
            yield Span(side, match.start(), match.end())
