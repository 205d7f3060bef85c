"""What exactly is found, in whose words, and how is it said?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette.model import Finding, Side, Span
from gazette.significance import lexicon
from gazette.significance.content import same_content
from gazette.significance.difference import Place
from gazette.significance.likely import likely, touched
from gazette.significance.patterns import folded, rules
from gazette.significance.phrases import changed_runs, phrase
from gazette.significance.recipients import moved_recipients
from gazette.significance.risk import risks
from gazette.significance.simplified import HAN, has_han
from gazette.significance.whereabouts import moved_whereabouts
from gazette.significance.words import words as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gazette.model import Taxonomy
    from gazette.significance.by_words import ByWords
    from gazette.significance.difference import Difference
    from gazette.significance.lexicon import Hit
    from gazette.significance.limits import Limit

_PER_FIELD = 2
_RETENTION = "retention"
_PURPOSE = "purpose"
_CONTACT = "contact"
_PROCESSING = "processing"
_REACH = 8
_LEADS_TO_PURPOSE = frozenset({"to", "for", "purpos", "that", "includ", "and", "or"})
_WORDS_PER_FINDING = 3
# "You may delete your account once a year" says what you do, not how long data is kept.
_YOU_DO = re.compile(r"\byou(?: \w+)?\s*$")
_LONG = 50
"""Characters from which a quotation is a stretch of a sentence rather than the name of a thing."""
_PART_OF_PHONE = 3
"""Digits from which a number may be called or stand in an address; "5.3" is a clause."""
_LETTERS_OF_HAN = 3
"""Letters that a Chinese character stands for."""
_GOES_ON = re.compile(r"[^\S\n]*[\w(]")


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of a difference: what it is about, which way it went, and the words that say so."""

    fact: str
    direction: str
    """``added``, ``removed``, ``changed``, or ``unbound`` (of a new holder)."""
    spans: tuple[Span, ...]
    why: str


def found_in(difference: Difference, field: str, *, unnamed: bool) -> tuple[Found, ...]:
    """The facts of one field that changed, the most telling first.

    Args:
        difference: The texts before and after.
        field: The field held to have changed.
        unnamed: Whether that is sure enough to quote the changed words themselves, where no term
            of the field came or went.
    """
    facts = lexicon.facts()
    by_fact: dict[str, list[tuple[Place, Hit]]] = {}
    for place, hit in difference.placed:
        telling = facts[hit.fact].field == field and place in (Place.GAINED, Place.LOST)
        if telling and not (hit.fact == _PURPOSE and _only_named(difference, place, hit)):
            by_fact.setdefault(hit.fact, []).append((place, hit))
    if field == facts[_RETENTION].field and (period := _period(difference)):
        by_fact.pop(_RETENTION, None)
        first: tuple[Found, ...] = (period,)
    else:
        first = ()
    if not by_fact and not first:
        if not unnamed or (field == _CONTACT and not _shows_value(difference)):
            return ()
        found = _said(difference, field, changed_runs(difference)[:_WORDS_PER_FINDING])
        # That processing lost or changed something that has no name was right once in three times
        # on labelled changes, however likely the model held it.
        return () if field == _PROCESSING and found.direction != "added" else (found,)
    ranked = sorted(by_fact.items(), key=lambda item: -len(item[1]))
    most = ranked[: _PER_FIELD - len(first)]
    return (*first, *(_found(difference, fact, placed) for fact, placed in most))


def _shows_value(difference: Difference) -> bool:
    """Whether a name, a number or an address changed: whom else can one call or write to?"""
    return any(
        word.kind in ("email", "url", "han")
        or text[word.start].isupper()
        or (word.kind == "number" and sum(map(str.isdigit, word.form)) >= _PART_OF_PHONE)
        for text, word in difference.changed
    )


def _only_named(difference: Difference, place: Place, hit: Hit) -> bool:
    """Whether a term of a purpose stands where no purpose is given: "when you call support"."""
    words = difference.old_words if place is Place.LOST else difference.new_words
    before = words.forms[max(0, hit.first - _REACH) : hit.first]
    return bool(before) and words.kinds[hit.first] != "han" and _LEADS_TO_PURPOSE.isdisjoint(before)


def _period(difference: Difference) -> Found | None:
    """How long data is kept, where a period came, went or changed."""
    old, new = folded(difference.old), folded(difference.new)
    if not touched("period", old, new):
        return None
    spans = tuple(
        span
        for rule in rules("period")
        for span in rule.spans(old, new)
        if _changed_in(difference, span)
        and not _YOU_DO.search((old if span.side is Side.OLD else new)[: span.start])
    )
    sides = [" ".join(_excerpts(difference, spans, side)) for side in Side]
    if not spans or same_content(*map(words_of, sides)):
        return None
    return _said(difference, _RETENTION, spans[:_WORDS_PER_FINDING])


def _changed_in(difference: Difference, span: Span) -> bool:
    """Whether a word of a span came or went."""
    _, words, marks = difference.on(span.side)
    return any(
        mark and span.start <= start < span.end
        for start, mark in zip(words.starts, marks, strict=True)
    )


def found_by_pattern(said: ByWords) -> tuple[Found, ...]:
    """The facts that are shown whatever the fields: risk, triggers, new periods, whereabouts."""
    difference = said.difference
    old, new = folded(difference.old), folded(difference.new)
    consent = [rule for rule in likely("consent", old, new) if rule.holds(old, new)]
    shown = [(rule.name, rule.spans(old, new)) for rule in consent]
    found: dict[tuple[str, str], Found] = {}
    for name, spans in (*shown, *risks(said)):
        fact, direction = name.split("-")[:2]
        found.setdefault(
            (fact, direction), _said(difference, fact, spans[:_WORDS_PER_FINDING], direction)
        )
    if difference.lives and (period := _period(difference)):
        found[period.fact, period.direction] = period
    if names := moved_recipients(difference):
        other = _said(difference, lexicon.RECIPIENT, names[:_WORDS_PER_FINDING])
        found.setdefault((other.fact, other.direction), other)
    if elsewhere := moved_whereabouts(difference):
        spans = elsewhere[:_WORDS_PER_FINDING]
        found[_CONTACT, "changed"] = _said(difference, _CONTACT, spans, "changed")
    return tuple(found.values())


def limiting(
    difference: Difference, found: Iterable[Limit], taxonomy: Taxonomy, change: int
) -> Iterator[Finding]:
    """The findings that a change limits rights (9.2), and what it is about besides."""
    for limit in found:
        spans = limit.spans[:_WORDS_PER_FINDING]
        why = _in_language(limit.say, difference).format(_quoted(difference, spans))
        yield Finding(
            change=change,
            category=taxonomy.limits_rights.key,
            clause=taxonomy.limits_rights.clause,
            evidence=tuple(excerpt(difference, span) for span in spans),
            rule=limit.rule,
            why=why,
            spans=_in_passage(difference, spans),
        )
        if limit.fact:
            fact = Found(limit.fact, "changed", spans, why)
            yield from categorised(fact, difference, taxonomy, change)


def categorised(
    found: Found, difference: Difference, taxonomy: Taxonomy, change: int
) -> Iterator[Finding]:
    """The findings that a fact makes under a taxonomy."""
    rule = f"{found.fact}-{found.direction}"
    names = {found.fact, rule}
    for category in taxonomy.categories:
        if not names.isdisjoint(category.facts):
            yield Finding(
                change=change,
                category=category.key,
                clause=category.clause,
                evidence=tuple(excerpt(difference, span) for span in found.spans),
                rule=rule,
                why=found.why,
                trigger=next(
                    (own.key for own in taxonomy.triggers if not names.isdisjoint(own.facts)), None
                ),
                spans=_in_passage(difference, found.spans),
            )


def _in_passage(difference: Difference, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans by their places in the whole passage."""
    begins = len(difference.before)
    return tuple(Span(span.side, begins + span.start, begins + span.end) for span in spans)


def excerpt(difference: Difference, span: Span) -> str:
    """The words of a span, as they stand in the text."""
    return difference.on(span.side).text[span.start : span.end]


def _found(difference: Difference, fact: str, placed: list[tuple[Place, Hit]]) -> Found:
    spans = _apart(phrase(difference, place, hit) for place, hit in placed)
    if lexicon.facts()[fact].verb:
        first_of_each = {span.side: span for span in reversed(spans)}
        return _said(difference, fact, tuple(first_of_each.values()))
    return _said(difference, fact, spans[:_WORDS_PER_FINDING])


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without those that lie within another."""
    every = tuple(dict.fromkeys(spans))
    within: set[Span] = set()
    furthest: dict[Side, int] = {}
    for span in sorted(every, key=lambda span: (span.start, -span.end)):
        if span.end <= furthest.get(span.side, -1):
            within.add(span)
        else:
            furthest[span.side] = span.end
    return tuple(span for span in every if span not in within)


def _said(
    difference: Difference, fact: str, spans: tuple[Span, ...], direction: str | None = None
) -> Found:
    direction = direction or _direction({span.side for span in spans})
    say = _in_language(lexicon.facts()[fact].say[direction], difference)
    return Found(fact, direction, spans, say.format(_quoted(difference, spans)))


def _direction(sides: set[Side]) -> str:
    if len(sides) > 1:
        return "changed"
    return "added" if Side.NEW in sides else "removed"


def _quoted(difference: Difference, spans: tuple[Span, ...]) -> str:
    """The words of spans; those that went before those that came, with an arrow between."""
    quoted = (", ".join(_distinct(_excerpts(difference, spans, side))) for side in Side)
    return " → ".join(words for words in quoted if words)


def _distinct(quoted: Iterable[str]) -> Iterator[str]:
    """The quotations that no other one holds: "voice" is not quoted beside "voice recordings"."""
    every = {words.casefold(): words for words in quoted}
    for low, words in every.items():
        # Words have spaces about them; Chinese ones do not.
        held = low if has_han(low) else f" {low} "
        if not any(held in f" {other} " and other != low for other in every):
            yield words


def _excerpts(difference: Difference, spans: tuple[Span, ...], side: Side) -> Iterator[str]:
    """The words of spans as a sentence quotes them: cut short, they say so."""
    text = difference.on(side).text
    for span in spans:
        if span.side is side:
            said = excerpt(difference, span).strip()
            cut = _width(said) >= _LONG and _GOES_ON.match(text, span.end)
            yield f"{said.rstrip('.,;:')} …" if cut else said


def _width(text: str) -> int:
    """How wide a text is, in letters."""
    if text.isascii():
        return len(text)
    return len(text) + (_LETTERS_OF_HAN - 1) * len(HAN.findall(text))


def _in_language(say: Mapping[str, str], difference: Difference) -> str:
    """The sentence in the language of the text."""
    kinds = (difference.new_words or difference.old_words).kinds
    return say["zh" if kinds.count("han") > kinds.count("word") else "en"]
