"""What exactly is found in a field, in whose words, and how is it said?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.model import Finding, Side
from gazette.significance import lexicon
from gazette.significance.difference import Place
from gazette.significance.phrases import changed_runs, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gazette.model import Category, Span, Taxonomy
    from gazette.significance.difference import Difference
    from gazette.significance.lexicon import Hit

_PER_FIELD = 2
_WORDS_PER_FINDING = 3
_HAN = "\u3400", "\u9fff"


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of a difference: what it is about, which way it went, and the words that say so."""

    fact: str
    field: str
    direction: str
    """``added``, ``removed`` or ``changed``."""
    spans: tuple[Span, ...]
    why: str


def found_in(difference: Difference, field: str) -> tuple[Found, ...]:
    """The facts of one field that changed, the most telling first.

    Where the field changed and no term of it came or went, the changed words themselves.
    """
    facts = lexicon.facts()
    by_fact: dict[str, list[tuple[Place, Hit]]] = {}
    for place, hit in difference.placed:
        if facts[hit.fact].field == field and place in (Place.GAINED, Place.LOST):
            by_fact.setdefault(hit.fact, []).append((place, hit))
    if not by_fact:
        return (_unnamed(difference, field),)
    ranked = sorted(by_fact.items(), key=lambda item: -len(item[1]))
    return tuple(_found(difference, fact, placed) for fact, placed in ranked[:_PER_FIELD])


def _found(difference: Difference, fact: str, placed: list[tuple[Place, Hit]]) -> Found:
    spans = dict.fromkeys(phrase(difference, place, hit) for place, hit in placed)
    return _said(difference, fact, tuple(spans)[:_WORDS_PER_FINDING])


def _unnamed(difference: Difference, field: str) -> Found:
    return _said(difference, field, changed_runs(difference)[:_WORDS_PER_FINDING])


def _said(difference: Difference, fact: str, spans: tuple[Span, ...]) -> Found:
    sides = {span.side for span in spans}
    if len(sides) > 1:
        direction = "changed"
    else:
        direction = "added" if Side.NEW in sides else "removed"
    known = lexicon.facts()[fact]
    words = ", ".join(dict.fromkeys(excerpt(difference, span) for span in spans))
    why = in_language(known.say[direction], difference).format(words)
    return Found(fact, known.field, direction, spans, why)


def excerpt(difference: Difference, span: Span) -> str:
    """The words of a span."""
    text = difference.old if span.side is Side.OLD else difference.new
    return text[span.start : span.end]


def in_language(say: Mapping[str, str], difference: Difference) -> str:
    """The sentence in the language of the text."""
    text = difference.new or difference.old
    han = sum(_HAN[0] <= letter <= _HAN[1] for letter in text)
    return say["zh" if 4 * han > len(text) and "zh" in say else "en"]


def categorised(
    found: Found, difference: Difference, taxonomy: Taxonomy, change: int
) -> Iterator[Finding]:
    """The findings that a fact makes under a taxonomy."""
    trigger = next(
        (
            t.key
            for t in taxonomy.triggers
            if found.fact in t.facts or f"{found.fact}-{found.direction}" in t.facts
        ),
        None,
    )
    for category in taxonomy.categories:
        if _falls(found, category):
            yield Finding(
                change=change,
                category=category.key,
                clause=category.clause,
                evidence=tuple(excerpt(difference, span) for span in found.spans),
                rule=f"{found.fact}-{found.direction}",
                why=found.why,
                trigger=trigger,
                spans=found.spans,
            )


def _falls(found: Found, category: Category) -> bool:
    return any(name in category.facts for name in (found.fact, f"{found.fact}-{found.direction}"))
