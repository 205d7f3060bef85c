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
from gazette.significance.revision import names_company
from gazette.significance.vocabulary import vocabulary
from gazette.significance.wording import word_list

if TYPE_CHECKING:
    from gazette.significance.difference import Difference
    from gazette.significance.shape import Shape

_DIFF = "diff"
_CHANGED = frozenset({Place.GAINED, Place.LOST})
_SHORT_LINE = 16
_MOSTLY = 0.75
_SIZES = (0, 2, 6, 20)
_VALUES = frozenset({"email", "number", "url"})
_NUMBERED = re.compile(r"\b\d{1,6}[A-Za-z]?\b|\b[A-Z]{1,2}\d")
_PHONE = re.compile(r"\+?\(?\d[\d\s().-]{6,}\d")
_STATISTIC = re.compile(r"[–—:-]\s*[\d.,]+\s*(?:%|days?|hours?)?\W*$")


def features(difference: Difference, shape: Shape) -> dict[str, float]:
    """The features of one difference, by name; absent ones are 0.

    Counts are dampened, log(1 + n). Names: ``recipient@diff`` is a term of
    a recipient gained or lost, ``recipient@near`` one kept in a sentence that changed,
    ``@diff,part`` restricts to a passage that lives on, ``@diff,whole`` to one that came or went.
    """
    whole = all(difference.come) and all(difference.gone)
    part = "whole" if whole else "part"
    found = {f"shape={shape}": 1, _way(difference): 1}
    facts = _Facts(difference)
    only_names = not whole and _only_names(difference)
    found.update(facts.counts(part))
    found.update(_first(difference) if whole else facts.in_sentence(only_names=only_names))
    found.update(_sizes(difference, part))
    changed = _values(difference, part)
    found.update(_names(difference, only_names=only_names) if not whole else {})
    found.update(changed)
    found.update(_lines(difference, part, facts, number=f"number@diff,{part}" in changed))
    values = vocabulary(difference)
    values.update({name: log1p(value) for name, value in found.items()})
    return values


def _way(difference: Difference) -> str:
    if not difference.old_words:
        return "added"
    return "modified" if difference.new_words else "removed"


class _Facts:
    """The lexicon's terms in a difference, counted by fact, field and place."""

    def __init__(self, difference: Difference) -> None:
        """Count them."""
        known = lexicon.facts()
        self.by_place = Counter(
            [(hit.fact, _DIFF if place in _CHANGED else place) for place, hit in difference.placed]
        )
        self.changed: dict[str, int] = {}
        self.around: dict[str, int] = {}
        for (fact, place), count in self.by_place.items():
            field = known[fact].field
            if field != lexicon.NO_FIELD and place != Place.KEPT:
                self.around[field] = self.around.get(field, 0) + count
                if place == _DIFF:
                    self.changed[field] = self.changed.get(field, 0) + count

    def counts(self, part: str) -> dict[str, int]:
        """Each fact where it stands, and each field that changed."""
        counts: dict[str, int] = {}
        for (fact, place), count in self.by_place.items():
            counts[f"{fact}@{place}"] = count
            if place == _DIFF:
                counts[f"{fact}@diff,{part}"] = count
        for field, count in self.changed.items():
            counts[f"{field}@@diff"] = count
        return counts

    def in_sentence(self, *, only_names: bool) -> dict[str, int]:
        """What the changed sentences are mostly about, and the facts that changed there."""
        if not self.around:
            return {}
        about = max(lexicon.fields(), key=lambda field: self.around.get(field, 0))
        counts = {f"sentence={about}": 1}
        if only_names:
            counts[f"only names,sentence={about}"] = 1
        for fact, place in self.by_place:
            if place == _DIFF:
                counts[f"{fact}@diff,sentence={about}"] = 1
        if not self.changed:
            counts[f"nothing known,sentence={about}"] = 1
        return counts

    def any_of(self, fact: str) -> bool:
        """Whether a term of a fact stands anywhere near the change."""
        return any(self.by_place[fact, place] for place in (_DIFF, Place.NEAR))


def _first(difference: Difference) -> dict[str, int]:
    """What a whole passage speaks of first: its subject, as a rule."""
    known = lexicon.facts()
    for place, hit in difference.placed:
        field = known[hit.fact].field
        if place in _CHANGED and field != lexicon.NO_FIELD:
            return {f"first={field}": 1, f"first={hit.fact}": 1}
    return {}


def _sizes(difference: Difference, part: str) -> dict[str, int]:
    """How many words changed that carry meaning."""
    function = word_list("function")
    kinds = [
        kind
        for words in (difference.lost, difference.gained)
        for form, kind in zip(words.forms, words.kinds, strict=True)
        if form not in function
    ]
    size = len(kinds)
    bound = next((f"<={limit}" for limit in _SIZES if size <= limit), f">{_SIZES[-1]}")
    counts = {"size": size, f"size{bound},{part}": 1}
    if kinds and all(kind in _VALUES for kind in kinds):
        counts["only numbers or links"] = 1
    return counts


def _values(difference: Difference, part: str) -> dict[str, int]:
    """Addresses, numbers and names that changed."""
    gained, lost = difference.gained, difference.lost
    counts: dict[str, int] = {}
    for kind in _VALUES.intersection((*gained.kinds, *lost.kinds)):
        if sorted(gained.of_kind(kind).forms) != sorted(lost.of_kind(kind).forms):
            counts[f"{kind}@diff,{part}"] = 1
    names = [
        start
        for text, words in ((difference.old, lost), (difference.new, gained))
        for kind, start in zip(words.kinds, words.starts, strict=True)
        if text[start].isupper() and start > 0 and kind == "word"
    ]
    if names:
        counts["names"] = len(names)
    return counts


def _names(difference: Difference, *, only_names: bool) -> dict[str, int]:
    """Whether a name took another's place and nothing else changed, and whether a company's did."""
    changed = (*difference.lost.forms, *difference.gained.forms)
    if changed and word_list("company").issuperset(changed):
        return {"only the form of a company": 1}
    if not only_names:
        return {}
    return {"only names, company" if names_company(difference) else "only names": 1}


def _only_names(difference: Difference) -> bool:
    """Whether a name took another's place, and nothing else changed."""
    return bool(difference.lost and difference.gained) and all(
        word.kind == "word" and (text[word.start].isupper() or word.form in word_list("company"))
        for text, word in difference.changed
    )


def _lines(difference: Difference, part: str, facts: _Facts, *, number: bool) -> dict[str, int]:
    """Lines that are no sentences: addresses, cells, statistics, questions."""
    counts: dict[str, int] = {}
    text, line = difference.new, difference.new_words
    if not line:
        text, line = difference.old, difference.old_words
    if number and part == "part" and (facts.any_of("address") or facts.any_of("jurisdiction")):
        counts["number in an address"] = 1
    if "number" in line.kinds and _PHONE.search(text):
        counts["phone"] = 1
        counts[f"phone,number@diff,{part}"] = int(number)
    if (
        len(line) > _SHORT_LINE
        or "han" in line.kinds
        or not word_list("verb").isdisjoint(line.forms)
    ):
        return counts
    counts[f"no verb,{part}"] = 1
    upper = sum(not text[start].islower() for start in line.starts)
    capitals = upper >= _MOSTLY * len(line)
    for name, holds in (
        ("number", _NUMBERED.search(text)),
        ("cells", "|" in text),
        ("statistic", _STATISTIC.search(text)),
        ("question", text.endswith("?")),
        ("capitals", capitals),
        ("capitals and number", capitals and _NUMBERED.search(text)),
        ("jurisdiction", facts.any_of("jurisdiction")),
        ("company", facts.any_of("company")),
        ("field known", facts.around),
    ):
        if holds:
            counts[f"no verb,{name},{part}"] = 1
    return counts
