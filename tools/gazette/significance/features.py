"""What of a difference does the trained model see?

Facts of the lexicon by where they stand in the difference; what the changed sentences speak of;
the shape of the passage and the size of the change. Every feature has a name that a person can
read in the weights file.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log1p
from typing import TYPE_CHECKING

from gazette.significance import lexicon
from gazette.significance.difference import Place

if TYPE_CHECKING:
    from gazette.significance.difference import Difference
    from gazette.significance.shape import Shape


_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "is",
        "are",
        "be",
        "been",
        "was",
        "were",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "such",
        "any",
        "our",
        "your",
        "their",
        "his",
        "her",
        "may",
        "can",
        "will",
        "would",
        "such",
        "other",
        "also",
        "which",
        "who",
        "if",
        "when",
        "then",
        "than",
        "so",
        "here",
        "below",
        "above",
        "please",
        "we",
        "you",
        "they",
        "us",
        "not",
    ]
)
_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "may",
        "can",
        "will",
        "shall",
        "must",
        "do",
        "does",
        "have",
        "has",
        "we",
        "you",
        "they",
        "if",
        "please",
        "collect",
        "use",
        "shar",
        "process",
    ]
)
_CHANGED = frozenset({Place.GAINED, Place.LOST})
_SHORT = 16
_STREET = re.compile(r"\b\d{1,6}[A-Za-z]?\b|\b[A-Z]{1,2}\d")
_PHONE = re.compile(r"\+?\(?\d[\d\s().-]{6,}\d")


def features(difference: Difference, shape: Shape) -> dict[str, float]:
    """The features of one difference, by name; absent ones are 0."""
    found: Counter[str] = Counter()
    whole = not difference.old_words or not difference.new_words
    part = "whole" if whole else "part"
    found[_way(difference)] = 1
    found[f"shape={shape}"] = 1
    found[f"shape={shape},{part}"] = 1
    shares = _of_facts(difference, found, part)
    found.update(_of_size(difference, part))
    _of_values(difference, found, part)
    values = {name: log1p(value) for name, value in found.items() if value > 0}
    values.update(shares)
    return values


def _way(difference: Difference) -> str:
    if not difference.old_words:
        return "added"
    return "modified" if difference.new_words else "removed"


def _of_facts(difference: Difference, found: Counter[str], part: str) -> dict[str, float]:
    known = lexicon.facts()
    changed: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for place, hit in difference.placed:
        where = "diff" if place in _CHANGED else place.value
        field = known[hit.fact].field
        found[f"{hit.fact}@{where}"] += 1
        if where == "diff":
            changed[field] += 1
            found[f"{hit.fact}@diff,{part}"] += 1
        elif place is not Place.KEPT:
            near[field] += 1
    shares: dict[str, float] = {}
    total = sum(n for f, n in changed.items() if f != "none") or 1
    around = near + changed
    total_around = sum(n for f, n in around.items() if f != "none") or 1
    fields = lexicon.fields()
    for field in fields:
        if changed[field]:
            shares[f"share {field}@diff,{part}"] = changed[field] / total
            found[f"{field}@@diff"] = changed[field]
        if around[field]:
            shares[f"share {field}@sentence,{part}"] = around[field] / total_around
    top = max(fields, key=lambda f: around[f])
    if part == "part" and around[top]:
        found[f"sentence={top}"] = 1
        for name in list(found):
            fact, at, where = name.partition("@")
            if at and where == "diff":
                found[f"{fact}@diff,sentence={top}"] = 1
        if not changed:
            found[f"nothing known,sentence={top}"] = 1
    first = next(
        (
            hit
            for place, hit in difference.placed
            if place in _CHANGED and known[hit.fact].field != "none"
        ),
        None,
    )
    if part == "whole" and first:
        found[f"first={known[first.fact].field}"] = 1
        found[f"first={first.fact}"] = 1
    return shares


def _of_size(difference: Difference, part: str) -> Counter[str]:
    changed = (*difference.gained, *difference.lost)
    content = [word for word in changed if word.form not in _FUNCTION_WORDS]
    found: Counter[str] = Counter()
    size = len(content)
    found["size:content"] = size
    if size == 0:
        found[f"size=0,{part}"] = 1
    elif size <= 2:
        found[f"size<=2,{part}"] = 1
    elif size <= 6:
        found[f"size<=6,{part}"] = 1
    elif size <= 20:
        found[f"size<=20,{part}"] = 1
    else:
        found[f"size>20,{part}"] = 1
    if content and all(word.kind in ("number", "url", "email") for word in content):
        found["only numbers or links"] = 1
    return found


def _of_values(difference: Difference, found: Counter[str], part: str) -> None:
    gained, lost = difference.gained, difference.lost
    for kind in ("email", "number", "url"):
        net = Counter(w.form for w in gained if w.kind == kind)
        net.subtract(w.form for w in lost if w.kind == kind)
        if any(net.values()):
            found[f"{kind}@diff,{part}"] = 1
    names = sum(
        word.kind == "word" and text[word.start].isupper() and word.start > 0
        for text, side in ((difference.new, gained), (difference.old, lost))
        for word in side
    )
    found["names"] = names
    text = difference.new or difference.old
    words = difference.new_words or difference.old_words
    verbs = sum(word.form in _VERBS for word in words)
    if len(words) <= _SHORT and not verbs:
        found[f"no verb,{part}"] = 1
        if _STREET.search(text):
            found[f"no verb,number,{part}"] = 1
        if any(word.form in ("|",) for word in words) or "|" in text:
            found[f"no verb,cells,{part}"] = 1
        if found["jurisdiction@diff"] or found["jurisdiction@near"] or found["jurisdiction@kept"]:
            found[f"no verb,jurisdiction,{part}"] = 1
        if found["company@diff"] or found["company@near"]:
            found[f"no verb,company,{part}"] = 1
        if text.rstrip("* _").endswith("?"):
            found["question"] = 1
    if part == "part" and (
        found["address@near"] or found["jurisdiction@near"] or found["address@diff"]
    ):
        for kind in ("number@diff,part", "jurisdiction@diff"):
            if found[kind]:
                found[f"in an address,{kind}"] = 1
    if _PHONE.search(text):
        found["phone"] = 1
        if found[f"number@diff,{part}"]:
            found[f"phone,number@diff,{part}"] = 1
